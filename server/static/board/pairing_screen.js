// “Pair this screen”: eight characters to compare, and the address where a manager approves, as a code to scan too; as the programs show it.

import { box } from "./dom.js";
import { icon } from "./icons.js";
import { fitting, fittingLines } from "./measure.js";
import { apartBy, code, line, placed, words } from "./parts.js";
import { apart, rightToLeft, say } from "./words.js";

const FOOT = 50;

// The sizes in pixels of a board of 1080 lines, each way round.
const WIDE = { margin: 104, title: 96, words: 48, address: 60, fine: 40, box: [128, 182], gap: 14, fours: 70, code: 440, apart: 40 };
const TALL = Object.assign({}, WIDE, { margin: 56, box: [106, 148], gap: 10, fours: 48, code: 480 });

// `look.pairing` has the code ("" while there is none), the address, the picture of its QR code, the time left, and why it is shown again.
export function pairing(look, area) {
  const { scale } = look.plan;
  const upright = area.height > area.width;
  const size = upright ? TALL : WIDE;
  // A screen that is less wide than usual has less room for all of it.
  const px = Math.min(scale / 2, Math.max(area.width, area.height + 104) / 1920);
  const margin = size.margin * px;
  const inner = area.width - 2 * margin;
  const side = size.code * px;
  const width = upright ? inner : inner - side - 64 * px;
  const style = placed({ x: margin, y: 0, width: inner, height: area.height - FOOT * scale });
  const layout = { size, px, width, side, upright, centred: upright ? " centred" : "" };
  return [
    box("pairing", { kind: upright ? "pairing upright" : "pairing", style }, [
      said(look, layout),
      look.pairing.picture !== "" && scanned(look, layout),
      upright && where(look, layout, inner),
    ]),
    box("foot", { tag: "footer", kind: "row footer", style: { height: FOOT * scale, padding: `0 ${48 * px}px` } }, [
      look.sound === "asks"
        ? box("sound", { kind: "row asks", attributes: { role: "alert" } }, [
            icon("volume-2", 44 * px, { style: apartBy(16 * px) }),
            line("words", say("pressForSound"), 42 * px, area.width * 0.8, { kind: "strong" }),
          ])
        : line("words", say("noRemote"), 34 * px, area.width - 96 * px, { kind: "second" }),
    ]),
  ];
}

// The title, what is to be done, and how high the words may become.
function wordsOf({ state, characters }) {
  if (characters === "") return { title: say("asking"), told: "" };
  if (state === "removed") return { title: say("pairAgain"), told: `${say("removed")} ${say("pairHow")}` };
  if (state === "refused") return { title: say("notApproved"), told: say("pairHow") };
  return { title: say("pair"), told: say("pairHow") };
}

function said(look, layout) {
  const { size, px, width, upright, centred } = layout;
  const { state, characters } = look.pairing;
  const { title, told } = wordsOf(look.pairing);
  const usual = state === "" ? size.title : size.title * 0.72;
  const attributes = state === "" ? {} : { role: "alert" };
  return box("said", { style: { width } }, [
    words("title", title, fittingLines(title, usual * px, width, usual * px * 2.5, "bold"), {
      kind: `bold${centred}`,
      height: 1.12,
      attributes,
    }),
    told !== "" &&
      words("how", told, size.words * px * (state === "" ? 1 : 0.9), {
        kind: `second${centred}`,
        height: 1.1,
        style: { marginTop: size.apart * px * 0.6 },
      }),
    characters !== "" && boxes(characters, layout),
    !upright && where(look, layout, width),
  ]);
}

// Where a manager approves, to be typed by hand.
function where(look, { size, px, centred }, width) {
  if (look.pairing.characters === "") return null;
  return line("address", look.pairing.address, size.address * px, width, {
    kind: `strong${rightToLeft() && centred === "" ? " at-right" : centred}`,
    style: { marginTop: size.apart * px * 0.8, width },
    attributes: { dir: "ltr" },
  });
}

function boxes(characters, { size, px, upright }) {
  const [width, height] = size.box;
  const letter = (at) => {
    const marginRight = at === 3 ? size.fours * px : at === 7 ? 0 : size.gap * px;
    const style = { width: width * px, height: height * px, borderRadius: 16 * px, marginRight };
    return box(`at-${at}`, { kind: "box", style }, [code("letter", characters[at], Math.min(height * 0.6, width * 0.88) * px)]);
  };
  const looks = {
    kind: upright ? "boxes centred" : "boxes",
    // Always from the left: it is compared letter by letter.
    attributes: { dir: "ltr", role: "img", "aria-label": characters.split("").join(" ") },
    style: { marginTop: size.apart * px, justifyContent: upright ? "center" : rightToLeft() ? "flex-end" : "flex-start" },
  };
  return box("boxes", looks, [0, 1, 2, 3, 4, 5, 6, 7].map(letter));
}

function scanned(look, { size, px, side, upright }) {
  const time = say("newCodeIn", { time: apart(look.pairing.left) });
  const room = side - size.fine * px * 1.6;
  return box("scanned", { style: { width: side, marginTop: upright ? size.apart * px : 0 } }, [
    box("qr", {
      tag: "img",
      kind: "qr",
      attributes: { src: look.pairing.picture, alt: "" },
      style: { width: side, height: side, borderRadius: 12 * px },
    }),
    box("left", { kind: "row", style: { marginTop: 24 * px, justifyContent: "center" } }, [
      icon("clock", size.fine * px * 1.1, { style: Object.assign({ color: "var(--text2)" }, apartBy(16 * px)) }),
      words("time", time, fitting(time, size.fine * px, room), { kind: "second digits", lines: 1 }),
    ]),
  ]);
}
