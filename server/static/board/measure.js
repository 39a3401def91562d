// How wide words are, as the browser draws them, and which size fits.

const widths = {};
let ruler = null;
let pen = null;

// A page that is open for months meets many numbers.
const MOST = 5000;
let known = 0;

// Words are measured at this size; letters drawn at another one are not exactly in proportion.
const SIZE = 100;
const SAFE = 0.98;

// Forgets all, as when a font has come.
export function forget() {
  for (const key of Object.keys(widths)) delete widths[key];
  known = 0;
}

function keep(key, found) {
  if (known >= MOST) forget();
  known += 1;
  widths[key] = found;
  return found;
}

function measured(kind, text, style) {
  if (!ruler) {
    ruler = document.createElement("div");
    ruler.setAttribute("aria-hidden", "true");
    document.body.appendChild(ruler);
  }
  ruler.className = `ruler ${kind}`;
  ruler.style.fontSize = `${style.size || SIZE}px`;
  ruler.style.width = style.width ? `${style.width}px` : "";
  ruler.style.whiteSpace = style.width ? "pre-line" : "";
  ruler.textContent = text;
  const found = ruler.getBoundingClientRect();
  ruler.textContent = "";
  return found;
}

// The width of one line at a font size of one pixel; `kind` is a class of board.css: `code`, `strong`, `bold` or ``.
export function widthOf(text, kind = "") {
  const key = `${kind} ${text}`;
  return key in widths ? widths[key] : keep(key, measured(kind, text, {}).width / SIZE);
}

// How far what is drawn of bold letters reaches above and below their line, at a font size of one pixel.
export function inkOf(text) {
  const key = `ink ${text}`;
  if (key in widths) return widths[key];
  pen = pen || document.createElement("canvas").getContext("2d");
  pen.font = `700 ${SIZE}px ${getComputedStyle(document.body).fontFamily}`;
  const { actualBoundingBoxAscent, actualBoundingBoxDescent } = pen.measureText(text);
  // Old browsers do not tell.
  return keep(key, { above: (actualBoundingBoxAscent || 0) / SIZE, below: (actualBoundingBoxDescent || 0) / SIZE });
}

// The largest size up to `most` at which the words are one line of this width.
export function fitting(text, most, width, kind = "") {
  return Math.max(1, Math.min(most, (SAFE * width) / Math.max(0.01, widthOf(text, kind))));
}

// The largest size up to `most` at which the words have their place in this width and height, on as many lines as they need.
export function fittingLines(text, most, width, height, kind = "") {
  const key = `${kind} ${most} ${Math.round(width)} ${Math.round(height)} ${text}`;
  if (key in widths) return widths[key];
  let size = most;
  while (size > most * 0.3 && measured(kind, text, { size, width }).height > height + 1) size *= 0.95;
  return keep(key, size);
}

// How wide a name is on two lines, parted where it is narrowest: at a space, or at a soft hyphen.
function narrowest(name, kind) {
  let least = widthOf(name.replace(/\u00ad/g, ""), kind);
  for (let place = 1; place < name.length - 1; place += 1) {
    const soft = name[place] === "\u00ad";
    if (soft || name[place] === " ") {
      const one = widthOf(name.slice(0, place).replace(/\u00ad/g, "") + (soft ? "-" : ""), kind);
      const other = widthOf(name.slice(place + 1).replace(/\u00ad/g, ""), kind);
      least = Math.min(least, Math.max(one, other));
    }
  }
  return least;
}

// One size for names that stand together: on one line where that leaves them large enough, else on two.
export function namesSize({ names, room, most, mostOnTwoLines = most, least = 0.9 * most, kind = "strong" }) {
  const widest = (of) => Math.max(0.01, ...names.map(of));
  const onOne = Math.min(most, (SAFE * room) / widest((name) => widthOf(name.replace(/\u00ad/g, ""), kind)));
  const onTwo = Math.min(mostOnTwoLines, (SAFE * room) / widest((name) => narrowest(name, kind)));
  const oneLine = onOne >= least || onOne >= onTwo;
  return { oneLine, size: Math.max(1, Math.floor(oneLine ? onOne : onTwo)) };
}
