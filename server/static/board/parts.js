// What every screen of the board is made of: words, codes, badges, chips.

import { box } from "./dom.js";
import { icon } from "./icons.js";
import { fitting, inkOf, namesSize, widthOf } from "./measure.js";
import { apart, rightToLeft, sayMany, sayOf, say } from "./words.js";

// The spaces, sizes of type and radii of the tokens that the board uses, in pixels of the tokens.
export const SPACE = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32, 7: 48, 8: 64 };
export const TEXT = { 14: 14, 16: 16, 18: 18, 22: 22, 28: 28, 36: 36, 48: 48 };
export const RADIUS = { s: 8, m: 12, card: 16 };

// A line of Inter is so many times as high as its font size.
export const LINE = 1.21;

// Where something stands; `x` counts from where lines begin.
export function placed({ x, y, width, height }, style = {}) {
  return Object.assign({ position: "absolute", [rightToLeft() ? "right" : "left"]: x, top: y, width, height }, style);
}

// So far from what comes next on its line.
export const apartBy = (pixels) => ({ [rightToLeft() ? "marginLeft" : "marginRight"]: pixels });

// Ordinary words; `kind` is `strong`, `bold`, `second`, or several of them.
export function words(key, text, size, { kind = "", lines = 0, height = 1, style = {}, attributes = {}, tag = "p" } = {}) {
  const looks = {
    tag,
    kind: `words ${kind}${lines === 1 ? " one-line" : ""}`,
    attributes,
    style: Object.assign({ fontSize: size, lineHeight: LINE * height }, style),
  };
  return box(key, looks, text);
}

// The same on one line, smaller where it would not fit.
export function line(key, text, most, width, options = {}) {
  const weight = /bold|strong/.exec(options.kind || "");
  const size = fitting(text, most, width, weight ? weight[0] : "");
  return words(key, text, size, Object.assign({}, options, { lines: 1 }));
}

// A label such as A001, or a number: left to right in every language, digits of equal width.
export function code(key, text, size, style = {}) {
  const looks = {
    kind: "code",
    attributes: { dir: "ltr" },
    style: Object.assign({ fontSize: size, lineHeight: LINE * 0.92 }, style),
  };
  return box(key, looks, String(text));
}

// How a letter, or two, stands in the middle of a tile. One that reaches below the line, as ع does, is centred by what is drawn of it.
export function inTile(letter, side, share) {
  const { above, below } = inkOf(letter);
  if (below <= 0.08) return { fontSize: share * side };
  const size = Math.min(share, 0.64 / (above + below)) * side;
  // A capital stands in the middle by itself. Twice as far as this letter has to go up from there.
  const room = (inkOf("H").above - above + below) * size;
  return { fontSize: size, [room > 0 ? "paddingBottom" : "paddingTop"]: Math.abs(room) };
}

// A queue's letter, or two, on its colour, with a ring that stands out from every ground.
export function badge(letter, ordinal, side, scale) {
  const looks = {
    kind: "badge",
    attributes: { "aria-hidden": "true", "data-colour": String((ordinal % 5) + 1) },
    style: Object.assign(
      { width: side, height: side, borderRadius: side * 0.22, borderWidth: 1.5 * scale },
      inTile(letter, side, letter.length > 1 ? 0.42 : 0.56),
    ),
  };
  return box("badge", looks, letter);
}

// How many wait in a queue, or that it is closed.
export function waitingCount(open, waiting, size, scale, style = {}) {
  const looks = { kind: "count", style, attributes: { "data-open": open ? "yes" : "no" } };
  if (!open) return box("count", looks, [words("closed", say("closed"), TEXT[18] * scale, { kind: "second", lines: 1 })]);
  return box("count", looks, [
    icon("users", size * 0.85, { style: apartBy(SPACE[1] * scale) }),
    words("number", String(waiting), size, {
      kind: "strong digits",
      lines: 1,
      attributes: { "aria-label": sayMany("waiting", waiting), role: "img" },
    }),
  ]);
}

// How wide a count is.
export function countWidth(open, waiting, size, scale) {
  if (!open) return widthOf(say("closed")) * TEXT[18] * scale + 2;
  return size * 0.85 + SPACE[1] * scale + widthOf(String(waiting), "strong digits") * size + 2;
}

// Where to go: what the place is called and its number, beneath them what else it is called. `most` is how wide it may be: its word gives
// way first. What stands in other rows of the same list (`longest`, `names`) has one size in all of them.
export function chip({ desk, place, digits, most, name = "", longest = String(desk).length, names = [name], lit, scale }) {
  const pad = digits * 0.2;
  const gap = digits * 0.16;
  const numberWidth = widthOf(String(desk), "code") * digits;
  const word = sayOf("place", place);
  const usual = widthOf(word, "strong") * digits * 0.42;
  const wordRoom = most - 2 * pad - gap - (numberWidth / String(desk).length) * longest;
  const wordSize = Math.max(10, digits * 0.42 * Math.min(1, (0.98 * wordRoom) / Math.max(1, usual)));
  const fit = namesSize({
    names,
    room: most - 2 * pad,
    most: digits * 0.34,
    mostOnTwoLines: digits * 0.28,
    least: digits * 0.18,
  });
  const above = widthOf(word, "strong") * wordSize + gap + numberWidth;
  const below = name === "" ? 0 : Math.min(widthOf(name.replace(/\u00ad/g, ""), "strong") * fit.size + 2, most - 2 * pad);
  const width = Math.max(above, below) + 2 * pad + 2;
  const of = [
    box("line", { kind: "chip-line", style: { height: digits * 1.14 } }, [
      words("word", word, wordSize, { kind: "strong", lines: 1, style: apartBy(gap) }),
      code("number", desk, digits),
    ]),
    name !== "" &&
      words("name", name, fit.size, {
        kind: "strong chip-name",
        height: 0.95,
        lines: fit.oneLine ? 1 : 2,
        style: { width: below, marginBottom: digits * 0.08 },
        attributes: { dir: "auto" },
      }),
  ];
  const style = { width, borderRadius: Math.min(RADIUS.m * scale, digits * 0.16) };
  return { width, node: box("chip", { kind: lit ? "chip lit" : "chip", style }, of) };
}

// A call on one line, close together: number, arrow, desk. Numbers of a list have one width, so that its desks stand below each other;
// `aside` stands at the far end where there is room for it.
export function callLine({ label, desk, place, name, digits, width, lit, scale, longest, longestDesk, names, aside = "", asides = [aside] }) {
  const labels = Math.max(longest, label.length);
  const desks = Math.max(longestDesk, String(desk).length);
  const ems = 0.66 * labels + 0.33 + 0.56 + 0.8 + 0.65 * desks;
  const size = Math.min(digits, width / ems);
  const pointed = digits * (ems + 1.1) <= width;
  const usual = widthOf(sayOf("place", place), "strong") * size * 0.4;
  // Where a word is long, what is between gives way before the word does.
  const slack = width - size * (0.66 * labels + 0.33 + 0.56 + 0.62 + 0.63 * desks) - usual;
  const tight = Math.max(0.5, Math.min(1, slack / (size * 0.44)));
  const spacing = size * 0.22 * tight;
  const codeWidth = Math.max(widthOf(label, "code") * size, size * (0.66 * longest + 0.33 * tight));
  const side = size * (tight < 1 ? 0.5 : 0.62);
  const most = width - codeWidth - spacing - (pointed ? side + spacing : 0);
  const where = chip({ desk, place, digits: size * 0.96, most, name, longest: desks, names, lit, scale });
  const used = codeWidth + spacing + (pointed ? side + spacing : 0) + where.width;
  const room = Math.max(1, slack - 0.8 * size);
  const fit = namesSize({ names: asides, room, most: size * 0.26 });
  const beside = width - used - size * 0.3;
  const told = aside !== "" && fit.size >= size * 0.15 && beside >= room;
  return box("call", { kind: "call-line", style: { width } }, [
    code("label", label, size, Object.assign({ width: codeWidth, textAlign: rightToLeft() ? "right" : "left", flexShrink: 0 }, apartBy(spacing))),
    pointed && icon("arrow-right", side, { mirrors: true, style: apartBy(spacing) }),
    where.node,
    told &&
      words("aside", aside, fit.size, {
        kind: "aside",
        height: 0.95,
        lines: fit.oneLine ? 1 : 2,
        style: { width: beside },
        attributes: { dir: "auto" },
      }),
  ]);
}

// What a call says to a screen reader.
export const numbered = (place, desk, label) => `${apart(`${sayOf("place", place)} ${desk}`)} · ${apart(label)}`;
