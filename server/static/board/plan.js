// Where everything stands on the screen: display/plan.py and wall.py in the browser's language. Pure; lengths are pixels unless the name
// says otherwise, and `x` counts from where lines begin. A test compares the plans of both for many walls.

// The height of Inter's capitals and digits, as a part of the font size.
const CAP = 0.727;
const LEAST_CAP_MM = 51;
const CAP_MM_PER_METRE = 11;
const MM_PER_INCH = 25.4;

// More queues than this in columns of their own could not be read.
const MOST_COLUMNS = 3;
const MOST_ROWS = 8;
const LEAST_ROWS = 3;
const USUAL_ROWS = 4;

// How many times its font size is at least wide: a row; the newest call with its desk below its number; the same on one line.
const ROW_EMS = 7.4;
const HERO_EMS = 1 / 0.29;
const WIDE_EMS = 8.4;

// Which part of the width the newest call has beside the rows, and which part of a column its large call.
const HERO_SHARE = 0.52;
const FIRST_IN_COLUMN = 0.6;

// How high a queue is at least where it says how many wait.
const WAITS_LINE = 36;

// The fixed lengths of the layout, in pixels of the tokens.
export const HEADER = 52;
export const FOOTER = 40;
export const BAR = 44;
export const ROW_GAP = 8;
const MARGIN = 24;
const GAP = 14;
const TILE = 60;
const TILE_UPRIGHT = 50;
const COLUMN_HEAD = 42;
const MESSAGE = 58;
const MESSAGE_UPRIGHT = 88;
const CLOSING = 76;
const CLOSING_UPRIGHT = 112;

// What is known of the wall, and what has to stand on it; a diagonal of 0 is unknown.
export const WALL = {
  width: 1920,
  height: 1080,
  diagonalIn: 0,
  distanceM: 0,
  queues: 1,
  columns: false,
  message: false,
  closing: false,
  lost: false,
  idle: false,
  earlier: MOST_ROWS,
  named: false,
};

const changed = (what, ...changes) => Object.assign({}, what, ...changes);

const area = (x = 0, y = 0, width = 0, height = 0) => ({ x, y, width, height });

const PLAN = {
  scale: 1,
  hero: area(),
  rowsArea: area(),
  rows: 0,
  digits: 0,
  heroDigits: 0,
  strip: area(),
  stripColumns: 1,
  spare: area(),
  columns: 0,
  lanes: false,
  firstHeight: 0,
  laterHeight: 0,
  wide: false,
  message: area(),
  closing: area(),
  legible: true,
  reachM: 0,
  capMm: 0,
};

const isPortrait = (wall) => wall.height > wall.width;
const mmPerPx = (wall) => (wall.diagonalIn * MM_PER_INCH) / Math.hypot(wall.width, wall.height);
const neededCapMm = (wall) => Math.max(LEAST_CAP_MM, CAP_MM_PER_METRE * wall.distanceM);
const neededDigits = (wall) => (wall.diagonalIn ? neededCapMm(wall) / CAP / mmPerPx(wall) : 0);

// Nobody stands near, so one pixel of the tokens is twice as many as usual.
const scaleOf = (wall) => (Math.min(wall.width, wall.height) / 1080) * 2;
const heightBelowHeader = (wall) => wall.height - (HEADER + FOOTER) * scaleOf(wall);

export function rowHeightOf(plan) {
  return (plan.rowsArea.height - ROW_GAP * plan.scale * (plan.rows - 1)) / plan.rows;
}

// Numbers from one down or up to another, both included.
function counting(from, to) {
  const step = from <= to ? 1 : -1;
  const numbers = [];
  for (let number = from; step * (to - number) >= 0; number += step) numbers.push(number);
  return numbers;
}

const each = (list, make) => [].concat(...list.map(make));

// Where everything stands: the most rows that can be read from the distance; before rows the strip gives way. Where none can, the
// largest there are, and `legible` is false.
export function planOf(wall) {
  if (wall.columns && wall.queues > 0 && wall.queues <= MOST_COLUMNS) {
    return best(wall, (isPortrait(wall) ? [2, 1] : [3, 2, 1]).map((rows) => inColumns(wall, rows)));
  }
  const usual = wall.named ? LEAST_ROWS : USUAL_ROWS;
  if (wall.diagonalIn === 0) return sideBySide(wall, usual, true);
  const least = Math.min(usual, LEAST_ROWS);
  const ways = each([true, false], (strip) => counting(MOST_ROWS, least).map((rows) => sideBySide(wall, rows, strip)));
  const few = each(counting(least - 1, 1), (rows) => [true, false].map((strip) => sideBySide(wall, rows, strip)));
  if (isPortrait(wall)) return best(wall, ways.concat(few));
  const lines = counting(LEAST_ROWS + 1, 1).map((rows) => stacked(wall, rows));
  const enough = lines.filter((way) => way.rows >= LEAST_ROWS);
  return best(wall, ways.concat(enough, few, lines));
}

// The first of these that can be read, else the one that can be read from farthest.
function best(wall, ways) {
  const judgements = ways.map((way) => judged(wall, way));
  const readable = judgements.find((way) => way.legible);
  return readable || judgements.reduce((most, way) => (way.reachM > most.reachM ? way : most));
}

function judged(wall, way) {
  const capMm = Math.min(way.digits, way.heroDigits) * CAP * mmPerPx(wall);
  return changed(way, {
    legible: wall.diagonalIn === 0 || capMm >= neededCapMm(wall),
    reachM: capMm / CAP_MM_PER_METRE,
    capMm,
  });
}

// The places of the message and of the notice at closing time, empty where there is none, and what they leave between them.
function framed(wall) {
  const scale = scaleOf(wall);
  const gap = GAP * scale;
  const margin = MARGIN * scale;
  const inner = wall.width - 2 * margin;
  let top = wall.lost ? BAR * scale + gap : 0;
  let bottom = heightBelowHeader(wall);
  let message = area();
  let closing = area();
  if (wall.message) {
    const height = (isPortrait(wall) ? MESSAGE_UPRIGHT : MESSAGE) * scale;
    message = area(margin, top, inner, height);
    top += height + gap;
  }
  if (wall.closing) {
    const height = (isPortrait(wall) ? CLOSING_UPRIGHT : CLOSING) * scale;
    closing = area(margin, bottom - height, inner, height);
    bottom -= height + gap;
  }
  return { message, closing, room: area(margin, top, inner, bottom - top) };
}

// The plan with the room that its rows do not need yet, where nothing else tells of the queues and these fit in.
function withSpare(wall, way) {
  if (way.strip.height || (wall.idle && wall.earlier)) return way;
  const scale = scaleOf(wall);
  const rows = way.rowsArea;
  const used = Math.min(wall.earlier, way.rows) * (rowHeightOf(way) + ROW_GAP * scale);
  const left = area(rows.x, rows.y + used, rows.width, rows.height - used);
  const enough = left.height >= Math.min(wall.queues, MOST_ROWS) * WAITS_LINE * scale;
  return enough || !wall.earlier ? changed(way, { spare: left }) : way;
}

// The strip of queues at the bottom, its columns, and what it leaves; there is none while something else tells of the queues.
function stripped(wall, room, rows) {
  const spare = wall.earlier === 0 || wall.earlier + 2 <= rows;
  if (wall.closing || wall.lost || wall.idle || spare) return { strip: area(), columns: 1, room };
  const scale = scaleOf(wall);
  const upright = isPortrait(wall);
  const most = !upright ? 6 : wall.queues <= MOST_COLUMNS ? 1 : 2;
  const columns = Math.max(1, Math.min(wall.queues, most));
  const lines = Math.ceil(Math.max(1, wall.queues) / columns);
  const height = (lines * ((upright ? TILE_UPRIGHT : TILE) + ROW_GAP) - ROW_GAP) * scale;
  return {
    strip: area(room.x, room.y + room.height - height, room.width, height),
    columns,
    room: area(room.x, room.y, room.width, room.height - height - GAP * scale),
  };
}

// The usual board: the newest call, beside or below it the rows, a strip of queues at the bottom if there is one.
function sideBySide(wall, rows, withStrip) {
  const scale = scaleOf(wall);
  const gap = GAP * scale;
  const frame = framed(wall);
  const { message, closing } = frame;
  const { strip, columns, room } = withStrip ? stripped(wall, frame.room, rows) : { strip: area(), columns: 1, room: frame.room };
  let hero;
  let rowsArea;
  if (isPortrait(wall)) {
    // As high as it needs to be for its width.
    const height = Math.min(room.height * 0.5, room.width * (wall.named ? 0.86 : 0.78));
    hero = area(room.x, room.y, room.width, height);
    rowsArea = area(room.x, room.y + height + gap, room.width, room.height - height - gap);
  } else {
    const width = heroWidth(wall, room.width - gap);
    hero = area(room.x, room.y, width, room.height);
    rowsArea = area(room.x + width + gap, room.y, room.width - width - gap, room.height);
  }
  const heroDigits = Math.min(hero.height * (wall.named ? 0.32 : 0.36), hero.width / HERO_EMS);
  const way = changed(PLAN, { scale, hero, rowsArea, rows, heroDigits, strip, stripColumns: columns, message, closing });
  const digits = Math.min(rowHeightOf(way) * (wall.named ? 0.5 : 0.68), rowsArea.width / ROW_EMS);
  return withSpare(wall, changed(way, { digits }));
}

// How wide the newest call is beside the rows: less than usual where only then both can be read.
function heroWidth(wall, width) {
  // One more, so that whole pixels take nothing away.
  const needed = neededDigits(wall) + 1;
  const wanted = Math.min(needed * ROW_EMS, width - needed * HERO_EMS);
  return width - Math.max(width * (1 - HERO_SHARE), wanted);
}

// The board for the far end of a hall: every call a line as wide as the screen, nothing beside.
function stacked(wall, rows) {
  const scale = scaleOf(wall);
  const { message, closing, room } = framed(wall);
  const line = (room.height - GAP * scale - ROW_GAP * scale * (rows - 1)) / (rows + 1);
  const below = line + GAP * scale;
  const ofLine = wall.named ? 0.56 : 0.78;
  const way = changed(PLAN, {
    scale,
    hero: area(room.x, room.y, room.width, line),
    rowsArea: area(room.x, room.y + below, room.width, room.height - below),
    rows,
    heroDigits: Math.min(line * ofLine, room.width / WIDE_EMS),
    wide: true,
    message,
    closing,
  });
  const digits = Math.min(rowHeightOf(way) * ofLine, room.width / ROW_EMS, way.heroDigits);
  return withSpare(wall, changed(way, { digits }));
}

// The board with a column for each queue, or a lane for each where the screen stands upright, of so many calls.
function inColumns(wall, rows) {
  const scale = scaleOf(wall);
  const gap = GAP * scale;
  const { message, closing, room } = framed(wall);
  const lanes = isPortrait(wall);
  const [across, down] = lanes ? [1, wall.queues] : [wall.queues, 1];
  const width = (room.width - gap * (across - 1)) / across;
  const height = (room.height - gap * (down - 1)) / down - COLUMN_HEAD * scale;
  const firstHeight = rows === 1 ? height : (height - (rows - 1) * gap) * FIRST_IN_COLUMN;
  const laterHeight = rows === 1 ? 0 : (height - firstHeight) / (rows - 1) - gap;
  const share = wall.named ? 0.5 : 0.68;
  const large = lanes
    ? Math.min(width / ROW_EMS, firstHeight * share)
    : Math.min(width * 0.28, firstHeight * (wall.named ? 0.3 : 0.36));
  const small = Math.min(width / ROW_EMS, laterHeight * share, large);
  return changed(PLAN, {
    scale,
    hero: room,
    rowsArea: room,
    rows,
    digits: rows === 1 ? large : small,
    heroDigits: large,
    firstHeight,
    laterHeight,
    columns: wall.queues,
    lanes,
    message,
    closing,
  });
}
