// A column for each queue, or a lane where the screen stands upright: its newest call large, earlier ones below where they can be read.

import { pulse } from "./calls.js";
import { box } from "./dom.js";
import { icon } from "./icons.js";
import { fitting, namesSize, widthOf } from "./measure.js";
import { RADIUS, SPACE, TEXT, apartBy, badge, callLine, chip, code, countWidth, numbered, placed, waitingCount, words } from "./parts.js";
import { rangeOf } from "./queues.js";
import { rightToLeft, say } from "./words.js";

const HEAD = 42;
const BETWEEN = 14;

const longestOf = (texts) => Math.max(0, ...texts.map((text) => String(text).length));

export function columns(look) {
  const { props, plan } = look;
  const { scale, lanes } = plan;
  const spread = BETWEEN * scale;
  const [across, down] = lanes ? [1, plan.columns] : [plan.columns, 1];
  const width = (plan.hero.width - spread * (across - 1)) / across;
  const height = (plan.hero.height - spread * (down - 1)) / down;
  const side = 32 * scale;
  // Where waits are known, they stand below how many wait, in a lane beside it; what is called has its room either way.
  const ranges = props.queues.map((queue) => (queue.open && !props.closing ? rangeOf(queue) : ""));
  const ranged = ranges.some((range) => range !== "");
  const below = ranged && !lanes;
  const size = TEXT[below ? 18 : 28] * scale;
  const rangeSize = TEXT[lanes ? 18 : 14] * scale;
  const rangeRoom = Math.max(0, ...ranges.map((range) => widthOf(range))) * rangeSize + 2;
  const anyClosed = props.queues.some((queue) => !queue.open) && !props.closing;
  const most = Math.max(0, ...props.queues.map((queue) => queue.waiting));
  const counts = Math.max(countWidth(true, most, size, scale), anyClosed ? countWidth(false, 0, size, scale) : 0);
  const countRoom = below ? Math.max(counts, rangeRoom) : ranged ? counts + SPACE[4] * scale + rangeRoom : counts;
  const room = width - side - SPACE[3] * scale - countRoom - 2 * SPACE[2] * scale;
  const fit = namesSize({ names: props.queues.map((queue) => queue.name), room, most: TEXT[18] * scale, mostOnTwoLines: side * 0.48 });
  const layout = { width, height, side, room, fit, size, below, counts, countRoom, rangeSize };
  return box("columns", { style: placed(plan.hero) }, props.queues.map((queue, index) => {
    const x = lanes ? 0 : index * (width + spread);
    const y = lanes ? index * (height + spread) : 0;
    return column(look, queue, ranges[index], { x, y, width, height }, layout);
  }));
}

function column(look, queue, range, area, { width, height, side, room, fit, size, below, counts, countRoom, rangeSize }) {
  const { props, plan } = look;
  const { scale } = plan;
  const gap = BETWEEN * scale;
  const head = HEAD * scale;
  const calls = props.columnCalls.filter((call) => call.slug === queue.slug && call.place < plan.rows);
  return box(queue.slug, { kind: "queue-column", style: placed(area) }, [
    box("head", { kind: "row", style: { height: side } }, [
      badge(queue.letter, queue.ordinal, side, scale),
      words("name", queue.name, fit.size, {
        kind: "strong",
        lines: fit.oneLine ? 1 : 2,
        height: 0.9,
        style: { width: room, [rightToLeft() ? "marginRight" : "marginLeft"]: SPACE[3] * scale },
        attributes: { dir: "auto" },
      }),
      box("ends", { kind: below ? "ends below" : "ends", style: Object.assign({ width: countRoom + SPACE[2] * scale, height: side }, apartBy(SPACE[2] * scale)) }, [
        // Whoever still waits counts, also when no new numbers are given.
        waitingCount(queue.open || props.closing, queue.waiting, size, scale, below ? {} : { width: counts }),
        range !== "" && words("range", range, rangeSize, { kind: "second", lines: 1, height: 0.9, style: below ? {} : apartBy(SPACE[4] * scale) }),
      ]),
    ]),
    queue.lastLabel === "" &&
      box("none", { kind: "empty", style: { top: head, height: height - head, borderRadius: RADIUS.m * scale } }, [
        words("nobody", say("nobodyYet"), TEXT[22] * scale, { kind: "second centred" }),
      ]),
    ...calls.map((call) => {
      const above = Math.min(1, call.place) * (plan.firstHeight + gap) + Math.max(0, call.place - 1) * (plan.laterHeight + gap);
      return callCell(look, call, width, head + above);
    }),
  ]);
}

// One call in its queue's column: its desk below the number where it is large, beside it where it is small or the column is a lane.
function callCell(look, call, width, y) {
  const { props, plan } = look;
  const { scale } = plan;
  const isFirst = call.place === 0;
  const lit = call.lit && look.believed;
  const newest = call.seq === props.heroSeq && call.label === props.heroLabel;
  const radius = (isFirst ? RADIUS.card : RADIUS.m) * scale;
  const height = isFirst ? plan.firstHeight : plan.laterHeight;
  const kinds = ["card", "call", lit && "lit", (call.over || !look.believed) && "doubted", !look.believed && "outlined"];
  const fades = newest && props.announcing;
  const style = { height, width, transform: `translateY(${Math.round(y)}px)`, zIndex: isFirst ? 1 : 0 };
  return box(`call-${call.label}`, { kind: "moves", style }, [
    box("card", {
      kind: kinds.filter(Boolean).join(" "),
      attributes: { role: "img", "aria-label": numbered(props.place, call.desk, call.label), "data-call": call.label },
      style: { borderRadius: radius },
    }, [
      newest && lit && (props.announcing || look.midPulse) && pulse(look, call.seq, radius),
      box(`content-${call.seq}`, { kind: fades ? "content fades" : "content" }, [
        isFirst && !plan.lanes ? large(look, call, width, lit) : small(look, call, width, lit, isFirst),
      ]),
    ]),
  ]);
}

function large(look, call, width, lit) {
  const { props, plan } = look;
  const digits = plan.heroDigits;
  const inner = width - 2 * SPACE[3] * plan.scale;
  const desks = longestOf(props.columnCalls.map((each) => each.desk));
  const side = digits * 0.45;
  const spacing = digits * 0.14;
  const where = chip({
    desk: call.desk,
    place: props.place,
    digits: digits * (desks > 2 ? 0.7 : 0.9),
    most: inner - side - spacing,
    name: call.name,
    longest: desks,
    names: props.columnCalls.map((each) => each.name),
    lit,
    scale: plan.scale,
  });
  return box("column", { kind: "column" }, [
    code("label", call.label, fitting(call.label, digits, inner, "code"), { marginBottom: SPACE[1] * plan.scale }),
    box("where", { kind: "row" }, [icon("arrow-right", side, { mirrors: true, style: apartBy(spacing) }), where.node]),
  ]);
}

function small(look, call, width, lit, isFirst) {
  const { props, plan } = look;
  const inset = SPACE[3] * plan.scale;
  return box("line", { kind: "row", style: { height: "100%", padding: `0 ${inset}px` } }, [
    callLine({
      label: call.label,
      desk: call.desk,
      place: props.place,
      name: call.name,
      digits: isFirst ? plan.heroDigits : plan.digits,
      width: width - 2 * inset,
      lit,
      scale: plan.scale,
      longest: longestOf(props.columnCalls.map((each) => each.label)),
      longestDesk: longestOf(props.columnCalls.map((each) => each.desk)),
      names: props.columnCalls.map((each) => each.name),
    }),
  ]);
}
