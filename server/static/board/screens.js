// The whole screen: header, the board or what stands in its place, footer.

import { callList, hero } from "./calls.js";
import { columns } from "./columns.js";
import { box } from "./dom.js";
import { icon } from "./icons.js";
import { idleBoard, nobodyCalled } from "./idle.js";
import { fitting, fittingLines, widthOf } from "./measure.js";
import { BAR, FOOTER, HEADER } from "./plan.js";
import { LINE, RADIUS, SPACE, TEXT, apartBy, inTile, line, placed, words } from "./parts.js";
import { pairing } from "./pairing_screen.js";
import { strip, waitsPanel } from "./queues.js";
import { apart, fromTheRight, rightToLeft, say, sayDay, sayMany, sayOpening } from "./words.js";

// What a whole screen shows; `look` holds props, plan and wall, and what the page alone knows: `sound`, `pairing`, `distance`.
export function screen(look) {
  const { plan, wall } = look;
  const below = { x: 0, y: HEADER * plan.scale, width: wall.width, height: wall.height - HEADER * plan.scale };
  const parts = bodyOf(look, below);
  return [
    topBar(look),
    truthBar(look),
    box("body", { style: placed(below) }, look.pairing ? parts : parts.concat([footer(look)])),
    look.looksFor && ownName(look),
  ];
}

// What this screen is called, as large as it can be, for who stands in the hall and looks for it.
function ownName(look) {
  const { width, height } = look.wall;
  const size = fittingLines(look.looksFor, Math.min(width, height) * 0.3, width * 0.9, height * 0.8, "bold");
  return box("own-name", { kind: "inverse row own-name", attributes: { role: "alert" }, style: placed({ x: 0, y: 0, width, height }) }, [
    words("name", look.looksFor, size, { kind: "bold centred", style: { width: width * 0.9 } }),
  ]);
}

function bodyOf(look, area) {
  if (look.pairing) return pairing(look, area);
  return look.props.screen === "board" ? board(look) : messageScreen(look, area);
}

function topBar(look) {
  const { props, plan, wall } = look;
  const { scale } = plan;
  const edge = SPACE[5] * scale;
  const side = 28 * scale;
  const name = look.pairing ? "Take A Number" : props.branchName;
  const atEnd = look.pairing ? say("screen") : props.clock;
  const unsure = !look.pairing && props.branchName !== "" && props.truth === "unsure" ? say("reconnecting") : "";
  const endWidth = widthOf(atEnd, "strong") * 23 * scale;
  const unsureWidth = unsure === "" ? 0 : widthOf(unsure) * TEXT[16] * scale + SPACE[4] * scale;
  const room = wall.width - 2 * edge - (4 * side + SPACE[3] * scale) - endWidth - unsureWidth - SPACE[4] * scale;
  const style = { height: HEADER * scale, padding: `0 ${edge}px` };
  return box("top", { tag: "header", kind: "row", style }, [
    name !== "" && (look.pairing ? mark("", "1", side, scale) : mark(props.logo, name, side, scale)),
    name !== "" && line("branch", name, TEXT[22] * scale, room, { kind: "strong", tag: "h1", attributes: { dir: "auto" } }),
    box("space", { style: { flexGrow: 1 } }),
    unsure !== "" && words("unsure", unsure, TEXT[16] * scale, { kind: "second", lines: 1, style: apartBy(SPACE[4] * scale) }),
    words("clock", atEnd, 23 * scale, { kind: look.pairing ? "strong second" : "strong", lines: 1 }),
  ]);
}

function mark(logo, name, side, scale) {
  const style = Object.assign({ height: side, maxWidth: 4 * side, borderRadius: 6 * scale }, apartBy(SPACE[3] * scale));
  if (logo !== "") return box("logo", { tag: "img", style: Object.assign(style, { borderRadius: 0 }), attributes: { src: logo, alt: "" } });
  const tile = Object.assign(style, { width: side }, inTile(name.charAt(0), side, TEXT[18] / 28));
  return box("mark", { kind: "mark", style: tile, attributes: { "aria-hidden": "true" } }, name.charAt(0));
}

// Says since when the board may be wrong, in the colours the other way round; nothing to see while it is true.
function truthBar(look) {
  const { props, plan, wall } = look;
  if (!look.lost) return null;
  const { scale } = plan;
  const text = say("notLive", { time: apart(props.asOf) });
  const room = wall.width - 8 * SPACE[5] * scale;
  const style = placed({ x: 0, y: HEADER * scale, width: wall.width, height: BAR * scale });
  return box("truth", { kind: "inverse row", attributes: { role: "alert" }, style }, [
    icon("unplug", SPACE[5] * scale, { style: apartBy(SPACE[3] * scale) }),
    line("words", text, 21 * scale, room, { kind: "strong" }),
  ]);
}

function board(look) {
  const { props, plan } = look;
  const inColumns = plan.columns > 0;
  const nobody = props.heroLabel === "";
  // Nobody is called and there is room: how long one would wait, and who was called last.
  const idle = nobody && props.calls.length > 0 && !inColumns;
  // The earlier calls leave room for how long one would wait.
  const spare = plan.spare.height > 0 && !inColumns;
  const alone = spare && props.calls.length === 0;
  return [
    inColumns && columns(look),
    !inColumns && !nobody && hero(look),
    !inColumns && nobody && !idle && nobodyCalled(look),
    idle && idleBoard(look),
    !inColumns && !idle && !alone && callList(look, plan.rowsArea, { past: nobody }),
    spare && waitsPanel(look),
    props.message !== "" && message(look),
    props.closing && closing(look),
    !inColumns && plan.strip.height > 0 && strip(look),
  ];
}

// What everybody who waits is told: a card with an edge in the accent where reading begins.
function notice(key, look, area, { text, more = "", aside = "", symbol }) {
  const { scale } = look.plan;
  const upright = area.height > area.width / 4;
  const glyph = Math.min(34 * scale, area.height * 0.6);
  const beside = upright ? "" : aside;
  const besideWidth = beside === "" ? 0 : widthOf(beside) * TEXT[16] * scale + SPACE[3] * scale + 2;
  const room = area.width - 4 * scale - glyph - 3 * SPACE[3] * scale - besideWidth - SPACE[4] * scale;
  const below = upright && aside !== "" ? aside : more;
  const high = area.height - SPACE[2] * scale - (below === "" ? 0 : TEXT[16] * scale * 1.21);
  // In its own language's direction, whatever the board's is.
  const direction = { dir: fromTheRight(text) ? "rtl" : "ltr" };
  const kind = "notice row";
  const style = placed(area, { borderRadius: RADIUS.m * scale, [rightToLeft() ? "borderRightWidth" : "borderLeftWidth"]: 4 * scale });
  return box(key, { kind, attributes: { role: "status", "data-notice": key }, style }, [
    icon(symbol, glyph, {
      style: { marginLeft: SPACE[3] * scale, marginRight: SPACE[3] * scale, color: "var(--accent)", flexShrink: 0 },
    }),
    box(`words-${text}`, { kind: "fades", style: { width: room, flexGrow: 1 }, attributes: direction }, [
      words("text", text, fittingLines(text, 23 * scale, room, high, "strong"), { kind: "strong lines" }),
      below !== "" && line("more", below, TEXT[16] * scale, room, { kind: "second" }),
    ]),
    beside !== "" && words("aside", beside, TEXT[16] * scale, { kind: "second", lines: 1, style: apartBy(SPACE[4] * scale) }),
  ]);
}

function message(look) {
  const { props, plan } = look;
  const aside = props.messageSince === "" ? "" : say("since", { time: apart(props.messageSince) });
  return notice("message", look, plan.message, { text: props.message, aside, symbol: "megaphone" });
}

function closing(look) {
  const { props, plan, wall } = look;
  const { opening } = props;
  const later = opening.daysAhead === 0 && opening.clock !== "";
  const full = say(later ? "noNewForNow" : "noNewToday");
  const waiting = sayMany("stillWaiting", props.stillWaiting);
  const between = wall.width < wall.height ? "\n" : " ";
  const text = props.stillWaiting === 0 ? full : full + between + waiting;
  const more = say("everyoneIsSeen") + (opening.clock === "" ? "" : ` ${sayOpening(opening)}`);
  return notice("closing", look, plan.closing, { text, more, symbol: "clock" });
}

// Closed, with the week; not connected yet.
function messageScreen(look, area) {
  const { props, plan } = look;
  const { scale } = plan;
  const closed = props.screen === "closed";
  const upright = area.height > area.width;
  const withWeek = closed && props.days.length > 0;
  const margin = SPACE[5] * scale;
  const told = closed && props.message !== "";
  const above = told
    ? plan.message.y + plan.message.height + SPACE[4] * scale
    : look.lost
      ? BAR * scale + SPACE[4] * scale
      : 0;
  const room = area.height - FOOTER * scale - above;
  const inner = area.width - 2 * margin;
  const share = upright ? 1 : withWeek ? 0.42 : 0.8;
  const title = closed ? say("weAreClosed") : say(props.truth === "old" || props.truth === "tooOld" ? "noConnection" : "connecting");
  const next = closed ? sayOpening(props.opening) : say("appearsByItself");
  const gap = SPACE[4] * scale;
  const side = inner * share;
  const said = box("said", { style: { width: side }, attributes: { role: "status" } }, [
    icon(closed ? "clock" : "unplug", SPACE[8] * scale, { style: { display: "block" } }),
    words("what", title, fitting(longestWord(title), 44 * scale, side, "bold"), {
      kind: "bold",
      height: 1.12,
      tag: props.branchName === "" ? "h1" : "p",
      style: { marginTop: gap },
    }),
    words("next", next, TEXT[28] * scale, { kind: closed ? "strong" : "", style: { marginTop: gap } }),
  ]);
  const kind = upright ? "middle upright" : "middle";
  const whyRoom = props.days.filter((day) => day.reason !== "").length * 23 * scale * WHY * LINE;
  const rowRoom = (room - 2 * RADIUS.m * scale - (upright ? 44 * scale * 5.2 : 0) - whyRoom) / 7;
  return [
    told && message(look),
    box("middle", { kind, style: placed({ x: margin, y: above, width: inner, height: room }) }, [
      said,
      withWeek && week(look, upright ? inner : inner * 0.54, Math.min(60 * scale, rowRoom), upright),
    ]),
  ];
}

const longestWord = (text) => text.split(" ").reduce((most, each) => (each.length > most.length ? each : most), "");

// So much smaller than a day's times stands why it differs.
const WHY = 0.8;

// When the branch is open, day by day, and why where a day differs; the day on which it opens next stands out.
function week(look, width, rowHeight, upright) {
  const { props, plan } = look;
  const { scale } = plan;
  const size = Math.min(23 * scale, rowHeight * 0.72);
  const inset = SPACE[5] * scale;
  const style = { width, borderRadius: 24 * scale, padding: `${RADIUS.m * scale}px 0`, marginTop: upright ? SPACE[6] * scale : 0 };
  return box("week", { kind: "card week", style }, props.days.map((day) => {
    const kind = `${day.opens ? "bold" : day.spans === "" ? "second" : ""}`;
    const name = capital(sayDay(day.weekday));
    const told = day.ahead === 0 ? say("today", { day: name }) : day.ahead === 1 ? say("tomorrow", { day: name }) : name;
    const spans = day.spans === "" ? say("closedDay") : spansOf(day.spans);
    const spansWidth = Math.min(widthOf(spans, day.opens ? "bold digits" : "digits") * size + 2, width * 0.56);
    return box(day.date, { kind: day.opens ? "day opens" : "day", style: { minHeight: rowHeight, padding: `0 ${inset}px` } }, [
      words("day", told, size, { kind, style: { flexGrow: 1, width: `calc(96% - ${spansWidth}px)` } }),
      words("spans", spans, size, { kind: `${kind} digits spans`, style: { width: spansWidth } }),
      day.reason !== "" && words("why", day.reason, size * WHY, { kind: "second", style: { width: "100%" } }),
    ]);
  }));
}

// The first at the side where one begins to read, and parted between two openings only.
function spansOf(spans) {
  const whole = spans.replace(/–/g, "\u2060–\u2060");
  return rightToLeft() ? `\u2067${whole.replace(/, /g, "\u060c ")}\u2069` : `\u2066${whole}\u2069`;
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

// What to do if one missed one's number, and until when numbers are given; in its corner what only the installer needs.
function footer(look) {
  const { props, plan, wall } = look;
  const { scale } = plan;
  const edge = SPACE[5] * scale;
  const style = { height: FOOTER * scale, padding: `0 ${edge}px` };
  // Without the server there is more to say first.
  const asks = look.sound === "asks" && !look.lost ? soundAsked(look) : null;
  if (props.screen !== "board") {
    const own = props.screen === "closed" ? props.footer : "";
    const told = asks || (own !== "" && line("footer", own, TEXT[16] * scale, wall.width - 2 * edge, { kind: "second" }));
    return box("footer", { tag: "footer", kind: "row footer", style }, [told]);
  }
  const corner = cornerOf(look);
  const room = wall.width - 2 * edge - corner.width;
  const narrow = wall.width < 700 * scale;
  const usual = props.footer !== "" ? props.footer : say(narrow ? "missedShort" : "missed");
  const told = look.lost ? say("listen") : usual;
  const options = { kind: look.lost ? "" : "second", attributes: { dir: "auto" } };
  return box("footer", { tag: "footer", kind: "row footer", style }, [
    asks || line("footer", told, (look.lost ? 21 : TEXT[16]) * scale, room, options),
    box("space", { style: { flexGrow: 1 } }),
    ...corner.parts,
  ]);
}

function soundAsked(look) {
  const { scale } = look.plan;
  const size = Math.min(21 * scale, fitting(say("pressForSound"), 21 * scale, look.wall.width * 0.6, "strong"));
  return box("sound", { kind: "row asks", attributes: { role: "alert" } }, [
    icon("volume-2", 24 * scale, { style: apartBy(SPACE[2] * scale) }),
    words("words", say("pressForSound"), size, { kind: "strong", lines: 1 }),
  ]);
}

function cornerOf(look) {
  const { props, plan, wall } = look;
  const { scale } = plan;
  if (look.lost) return { width: 0, parts: [] };
  const gap = SPACE[2] * scale;
  const small = plan.legible
    ? ""
    : plan.reachM >= look.distance
      ? say("tooSmall", { mm: Math.floor(plan.capMm) })
      : say("tooFar", { metres: Math.round(look.distance) });
  // That no numbers are given any more is said above.
  const open = props.closing || props.openUntil === "" ? "" : say("openUntil", { time: apart(props.openUntil) });
  const worded = small !== "" && (wall.width > 800 * scale || open === "");
  const glyph = TEXT[14] * scale;
  const apartStyle = { style: Object.assign({ color: "var(--text2)", flexShrink: 0 }, apartBy(gap)) };
  const parts = [
    (small !== "" || props.clockUnsure) && icon("triangle-alert", glyph, apartStyle),
    props.clockUnsure &&
      box("unsure", { attributes: { role: "img", "aria-label": say("clockUnsure") }, kind: "row" }, [icon("clock", glyph, apartStyle)]),
    worded && words("small", small, glyph, { kind: "second", lines: 1, style: apartBy(SPACE[3] * scale) }),
    open !== "" && words("open", open, TEXT[16] * scale, { kind: "second", lines: 1 }),
  ];
  const width =
    (small !== "" || props.clockUnsure ? glyph + gap : 0) +
    (props.clockUnsure ? glyph + gap : 0) +
    (worded ? widthOf(small) * glyph + SPACE[3] * scale : 0) +
    (open === "" ? 0 : widthOf(open) * TEXT[16] * scale) +
    SPACE[4] * scale;
  return { width, parts };
}
