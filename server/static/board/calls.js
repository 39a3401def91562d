// The newest call large, and the calls before it.

import { box } from "./dom.js";
import { icon } from "./icons.js";
import { fitting, widthOf } from "./measure.js";
import { ROW_GAP, rowHeightOf } from "./plan.js";
import { RADIUS, SPACE, TEXT, apartBy, callLine, chip, code, line, numbered, placed, words } from "./parts.js";
import { rightToLeft, say, sayOf } from "./words.js";

const RING = 7;
const ARROW_SHARE = 0.48;

const longestOf = (texts) => Math.max(0, ...texts.map((text) => String(text).length));

// The ring outside a card that draws the eye to a new call, for as long as it is one.
export function pulse(look, seq, radius) {
  const { scale } = look.plan;
  const style = {
    top: -RING * scale,
    right: -RING * scale,
    bottom: -RING * scale,
    left: -RING * scale,
    borderWidth: 4 * scale,
    borderRadius: radius + RING * scale,
  };
  return box(`pulse-${seq}`, { kind: look.midPulse ? "pulse held" : "pulse", style, attributes: { "aria-hidden": "true" } });
}

// The newest call: number and desk of equal weight, amber until it is answered.
export function hero(look) {
  const { props, plan } = look;
  const { scale } = plan;
  const lit = props.heroLit && look.believed;
  const radius = RADIUS.card * scale;
  const kinds = ["card", "hero", lit && "lit", !look.believed && "doubted", !look.believed && "outlined"];
  const attributes = { role: "status", "aria-label": spokenOf(props), "data-call": props.heroLabel };
  return box("hero", { kind: kinds.filter(Boolean).join(" "), attributes, style: placed(plan.hero, { borderRadius: radius }) }, [
    lit && (props.announcing || look.midPulse) && pulse(look, props.heroSeq, radius),
    box(`content-${props.heroSeq}`, { kind: "content fades" }, [plan.wide ? heroLine(look, lit) : heroColumn(look, lit)]),
  ]);
}

export function spokenOf(props) {
  const phrase = sayOf("spoken", props.place).replace("{label}", props.heroLabel).replace("{desk}", props.heroDesk);
  return props.heroDeskName === "" ? phrase : `${phrase}${rightToLeft() ? "\u060c " : ", "}${props.heroDeskName}`;
}

function heroColumn(look, lit) {
  const { props, plan } = look;
  const digits = plan.heroDigits;
  const inner = plan.hero.width - 2 * SPACE[5] * plan.scale;
  const side = digits * ARROW_SHARE;
  const spacing = digits * 0.14;
  const where = chip({
    desk: props.heroDesk,
    place: props.place,
    digits: digits * (props.heroDesk > 99 ? 0.7 : 0.9),
    most: inner - side - spacing,
    name: props.heroDeskName,
    lit,
    scale: plan.scale,
  });
  // The chip stands below the number, its arrow outside, as far as there is room for that.
  const width = side + spacing + where.width;
  const outside = Math.min((side + spacing) / 2, Math.max(0, (inner - width) / 2));
  const number = Math.min(digits, fitting(props.heroLabel, digits, inner, "code"));
  return box("column", { kind: "column" }, [
    code("label", props.heroLabel, number, { marginBottom: digits * 0.06 }),
    box("where", { kind: "row", style: { position: "relative", [rightToLeft() ? "left" : "right"]: outside } }, [
      icon("arrow-right", side, { mirrors: true, style: apartBy(spacing) }),
      where.node,
    ]),
    props.heroQueueName !== "" &&
      line("queue", props.heroQueueName, digits * 0.14, inner, {
        style: { marginTop: digits * 0.06 },
        attributes: { dir: "auto" },
      }),
  ]);
}

function heroLine(look, lit) {
  const { props, plan } = look;
  const inset = SPACE[4] * plan.scale;
  return box("line", { kind: "row", style: { padding: `0 ${inset}px`, height: "100%" } }, [
    callLine({
      label: props.heroLabel,
      desk: props.heroDesk,
      place: props.place,
      name: props.heroDeskName,
      digits: plan.heroDigits,
      width: plan.hero.width - 2 * inset,
      lit,
      scale: plan.scale,
      longest: 4,
      longestDesk: 1,
      aside: props.heroQueueName,
    }),
  ]);
}

// The calls before the newest one, each with its desk; as many as can be read. `past`: nobody is called, what stands here says when it was.
export function callList(look, area, { past = false, rows = look.plan.rows } = {}) {
  const { props, plan } = look;
  const { scale } = plan;
  const gap = ROW_GAP * scale;
  const captioned = past && props.calls.length > 0;
  const head = captioned ? TEXT[18] * scale * 1.21 + SPACE[2] * scale : 0;
  const height = past ? (area.height - head - gap * (rows - 1)) / rows : rowHeightOf(plan);
  const layout = { past, head, gap, height, width: area.width };
  return box("calls", { kind: "calls", style: placed(area) }, [
    captioned && words("caption", say("lastCalled"), TEXT[18] * scale, { kind: "strong second", lines: 1, tag: "h2" }),
    ...props.calls.map((call, index) => callRow(look, call, index, rows, layout)),
    props.calls.length === 0 &&
      box("none", { kind: "empty", style: { borderRadius: RADIUS.m * scale } }, [
        words("earlier", say("earlier"), TEXT[22] * scale, { kind: "second" }),
      ]),
  ]);
}

function callRow(look, call, index, rows, { past, head, gap, height, width }) {
  const { props, plan } = look;
  const { scale } = plan;
  const lit = call.lit && look.believed;
  const inset = SPACE[4] * scale;
  const timeSize = TEXT[16] * scale;
  const timeRoom = past ? widthOf(call.at, "digits") * timeSize + SPACE[2] * scale : 0;
  const pastDigits = (width - 2 * inset - SPACE[2] * scale - timeSize * 2.8) / 6.8;
  const digits = Math.min(plan.digits, height * (props.named ? 0.5 : 0.7), past ? pastDigits : plan.digits);
  const kinds = ["card", "call", lit && "lit", (call.over || !look.believed) && "doubted"];
  const style = { height, width: "100%", transform: `translateY(${Math.round(head + index * (height + gap))}px)` };
  const enters = index === 0 && props.announcing;
  return box(`call-${call.label}`, { kind: index < rows ? "moves" : "moves gone", style }, [
    box("card", {
      kind: kinds.concat(enters && "enters").filter(Boolean).join(" "),
      attributes: { role: "img", "aria-label": numbered(props.place, call.desk, call.label), "data-call": call.label },
      style: { borderRadius: RADIUS.m * scale, padding: `0 ${inset}px` },
    }, [
      callLine({
        label: call.label,
        desk: call.desk,
        place: props.place,
        name: call.name,
        digits,
        width: width - 2 * inset - timeRoom - 2,
        lit,
        scale,
        longest: longestOf(props.calls.map((each) => each.label)),
        longestDesk: longestOf(props.calls.map((each) => each.desk)),
        names: props.calls.map((each) => each.name),
        aside: plan.wide && !past ? call.queueName : "",
        asides: props.calls.map((each) => each.queueName),
      }),
      past && words("at", call.at, timeSize, { kind: "second digits", lines: 1 }),
    ]),
  ]);
}
