// Draws what was derived onto the page, for the screen as large as it is now.

import { wear } from "./colour.js";
import { show } from "./dom.js";
import { WALL, planOf } from "./plan.js";
import { screen } from "./screens.js";
import { rightToLeft, speak } from "./words.js";

let worn = null;
let spokenNow = null;

// What has to stand on the wall.
export function wallOf(props, options, { width, height }) {
  return Object.assign({}, WALL, {
    width,
    height,
    diagonalIn: options.diagonal,
    distanceM: options.distance,
    columns: options.columns,
    queues: props.queues.length,
    earlier: props.calls.length,
    message: props.message !== "",
    closing: props.closing,
    lost: isLost(props),
    idle: props.heroLabel === "",
    named: props.named,
  });
}

// Whether it has to be said that the board is not live.
const isLost = (props) => props.branchName !== "" && props.screen !== "refused" && (props.truth === "old" || props.truth === "tooOld");

// Shows these props; `page` is what only the page knows: whether it asks for sound, the pairing, a ring that stands still for pictures.
export function draw(root, props, options, language, page = {}) {
  if (language !== spokenNow) {
    speak(language);
    spokenNow = language;
    document.documentElement.lang = language;
    document.documentElement.dir = rightToLeft() ? "rtl" : "ltr";
  }
  if (props.accent !== worn) {
    wear(props.accent);
    worn = props.accent;
  }
  const wall = wallOf(props, options, { width: window.innerWidth, height: window.innerHeight });
  const look = Object.assign({ sound: "on", pairing: null, midPulse: false, looksFor: "" }, page, {
    props,
    wall,
    plan: planOf(wall),
    believed: props.truth === "live" || props.truth === "unsure",
    lost: wall.lost && !page.pairing,
    distance: options.distance,
  });
  document.title = look.pairing || props.branchName === "" ? "Take A Number" : props.branchName;
  show(root, screen(look));
}
