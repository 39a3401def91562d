// “Pair this screen”: eight characters to compare, and the address where a manager approves, as a code to scan too.

import { box } from "./dom.js";
import { icon } from "./icons.js";
import { fitting } from "./measure.js";
import { RADIUS, SPACE, TEXT, apartBy, code, line, placed, words } from "./parts.js";
import { FOOTER } from "./plan.js";
import { apart, say } from "./words.js";

// `look.pairing` has the code ("" while there is none), the address, the picture of its QR code, the time left, and why it is shown again.
export function pairing(look, area) {
  const { plan } = look;
  const { scale } = plan;
  const upright = area.height > area.width;
  const margin = SPACE[7] * scale;
  const inner = area.width - 2 * margin;
  const side = upright ? 240 * scale : 220 * scale;
  const width = upright ? inner : inner - side - SPACE[7] * scale;
  const style = placed({ x: margin, y: 0, width: inner, height: area.height - FOOTER * scale });
  return [
    box("pairing", { kind: upright ? "pairing upright" : "pairing", style }, [said(look, width, upright), scanned(look, side)]),
  ];
}

function said(look, width, upright) {
  const { scale } = look.plan;
  const { state, characters, address } = look.pairing;
  const centred = upright ? " centred" : "";
  const why = { removed: "removed", refused: "refusedPairing", none: "noPairing" }[state];
  return box("said", { style: { width } }, [
    line("title", say("pair"), 44 * scale, width, { kind: `bold${centred}`, height: 1.12 }),
    why && words("why", say(why), TEXT[22] * scale, { kind: `strong${centred}`, style: { marginTop: SPACE[3] * scale }, attributes: { role: "alert" } }),
    words("how", say("pairHow"), TEXT[22] * scale, { kind: `second${centred}`, style: { marginTop: SPACE[3] * scale } }),
    characters !== "" && boxes(characters, width, scale, upright),
    address !== "" &&
      line("address", address, 30 * scale, width, { kind: `strong${centred}`, style: { marginTop: SPACE[5] * scale }, attributes: { dir: "ltr" } }),
  ]);
}

function boxes(characters, width, scale, upright) {
  const side = Math.min(62 * scale, width / 10.2);
  const gap = side * 0.12;
  const letter = (at) =>
    box(`at-${at}`, { kind: "box", style: { width: side, height: side * 1.42, marginRight: at === 3 ? gap * 5 : at === 7 ? 0 : gap, borderRadius: RADIUS.s * scale } }, [
      code("letter", characters[at], side * 0.8),
    ]);
  const looks = {
    kind: upright ? "boxes centred" : "boxes",
    // Always from the left: it is compared letter by letter.
    attributes: { dir: "ltr", role: "img", "aria-label": characters.split("").join(" ") },
    style: { marginTop: SPACE[5] * scale },
  };
  return box("boxes", looks, [0, 1, 2, 3, 4, 5, 6, 7].map(letter));
}

function scanned(look, side) {
  const { scale } = look.plan;
  const { picture, left } = look.pairing;
  if (!picture) return null;
  const time = say("newCodeIn", { time: apart(left) });
  return box("scanned", { kind: "scanned", style: { width: side } }, [
    box("qr", { tag: "img", kind: "qr", attributes: { src: picture, alt: "" }, style: { width: side, height: side, borderRadius: RADIUS.s * scale } }),
    box("left", { kind: "row", style: { marginTop: SPACE[3] * scale, justifyContent: "center" } }, [
      icon("clock", 22 * scale, { style: Object.assign({ color: "var(--text2)" }, apartBy(SPACE[2] * scale)) }),
      words("time", time, fitting(time, TEXT[22] * scale, side - 32 * scale), { kind: "second digits", lines: 1 }),
    ]),
  ]);
}
