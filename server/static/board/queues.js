// What the board tells of the queues: a strip at the bottom, how long one would wait, and which desks are open.

import { box } from "./dom.js";
import { fitting, namesSize, widthOf } from "./measure.js";
import { RADIUS, SPACE, TEXT, apartBy, badge, code, countWidth, line, placed, waitingCount, words } from "./parts.js";
import { rightToLeft, say, sayMany, sayOf } from "./words.js";

const mostWaiting = (queues) => Math.max(0, ...queues.map((queue) => queue.waiting));

// Whether it is known of any queue how long a number taken now would wait.
const waitIsKnown = (props) => props.queues.some((queue) => queue.atOnce || (queue.waiting && queue.highMin));

export function nobodyTitle(props) {
  if (props.onBreak) return say("break");
  return say(props.nobodyYet ? "nobodyYet" : "nobodyNow");
}

// Above the queues, each with its range where one is known.
export const nobodyWait = (props) => say(waitIsKnown(props) ? "ifNow" : "howMany");

export function nobodyRest(props) {
  if (props.onBreak) return props.backAt === "" ? say("waitBreak") : say("goOnAt", { time: props.backAt });
  return say("wait");
}

// How many columns of tiles, and how high one of them is.
const cell = (area, columns, count, gap) => {
  const lines = Math.ceil(count / Math.max(1, columns));
  return { lines, width: (area.width - gap * (columns - 1)) / columns, height: (area.height - gap * (lines - 1)) / Math.max(1, lines) };
};

const inCell = (index, columns, { width, height }, gap) =>
  placed({ x: (index % columns) * (width + gap), y: Math.floor(index / columns) * (height + gap), width, height });

// Each queue by its name, or where there are too many by the number that was called last; with how many wait.
export function strip(look) {
  const { props, plan } = look;
  const { scale } = plan;
  const gap = SPACE[2] * scale;
  const columns = plan.stripColumns;
  const tile = cell(plan.strip, columns, props.queues.length, gap);
  const anyClosed = props.queues.some((queue) => !queue.open);
  const countRoom = Math.max(
    countWidth(true, mostWaiting(props.queues), TEXT[28] * scale, scale),
    anyClosed ? countWidth(false, 0, TEXT[28] * scale, scale) : 0,
  );
  const side = Math.min(37 * scale, tile.height * 0.7);
  const room = tile.width - side - countRoom - 3 * SPACE[3] * scale - SPACE[2] * scale;
  const fit = namesSize({
    names: props.queues.map((queue) => queue.name),
    room,
    most: Math.min(TEXT[18] * scale, tile.height * 0.45),
    mostOnTwoLines: Math.min(TEXT[18] * scale, tile.height * 0.265),
  });
  // Names too small to be read say nothing; then the number that was called last says more.
  const named = tile.width > 200 * scale && fit.size >= 12.5 * scale;
  const layout = { tile, side, room, fit, scale };
  const tiles = props.queues.map((queue, index) => {
    const style = Object.assign(inCell(index, columns, tile, gap), { borderRadius: RADIUS.m * scale, padding: `0 ${SPACE[3] * scale}px` });
    return box(queue.slug, { kind: "card tile", style }, [
      badge(queue.letter, queue.ordinal, side, scale),
      named ? nameOf(queue, layout) : lastOf(queue, layout),
      named && waitingCount(queue.open, queue.waiting, TEXT[28] * scale, scale),
    ]);
  });
  return box("strip", { kind: look.believed ? "" : "second", style: placed(plan.strip) }, tiles);
}

function soonOf({ open, atOnce, waiting, lowMin, highMin }) {
  if (open && atOnce) return say("nextAtOnce");
  if (!open || waiting === 0 || highMin === 0) return "";
  return lowMin === highMin ? say("aboutMin", { high: highMin }) : say("aboutRange", { low: lowMin, high: highMin });
}

function nameOf(queue, { tile, room, fit, scale }) {
  const soon = soonOf(queue);
  return box("name", { kind: "names", style: { width: room, marginLeft: SPACE[3] * scale, marginRight: SPACE[3] * scale } }, [
    words("queue", queue.name, fit.size, { kind: "strong", lines: fit.oneLine ? 1 : 2, height: 0.92, attributes: { dir: "auto" } }),
    soon !== "" && line("soon", soon, Math.min(TEXT[16] * scale, tile.height * 0.25), room, { kind: "second" }),
  ]);
}

function lastOf(queue, { tile, side, scale }) {
  const label = queue.lastLabel || "–";
  const size = fitting(label, TEXT[22] * scale, tile.width - side - 3 * SPACE[3] * scale - 4, "code");
  return box("last", { kind: "names", style: { marginLeft: SPACE[3] * scale, marginRight: SPACE[3] * scale } }, [
    code("label", label, size, { textAlign: rightToLeft() ? "right" : "left" }),
    waitingCount(queue.open, queue.waiting, TEXT[18] * scale, scale),
  ]);
}

// How long a number taken now would wait, in as few words as there are.
export function rangeOf({ open, waiting, lowMin, highMin, atOnce }) {
  if (!open) return say("closed");
  if (waiting === 0) return atOnce ? say("atOnce") : "";
  if (highMin === 0) return "";
  return lowMin === highMin ? say("min", { high: highMin }) : say("range", { low: lowMin, high: highMin });
}

// Each queue with how long a number taken now would wait in it; returns how high that is as well.
export function waitsTable(look, { x, y, width, room, unit }) {
  const { props, plan } = look;
  const { scale } = plan;
  const count = props.queues.length;
  const gap = SPACE[2] * scale;
  // A tile is no wider than one can follow from its name to its end.
  const across = count > 7 || (count > 1 && width > 700 * scale) ? 2 : 1;
  const lines = Math.ceil(count / across);
  const tileWidth = (width - gap * (across - 1)) / across;
  // Three lines and more end where their room ends; one or two would only be blown up.
  const height = Math.min((lines > 2 ? 150 : 95) * unit, (room - gap * (lines - 1)) / Math.max(1, lines));
  const flat = height < 46 * scale;
  const side = Math.min(44 * unit, tileWidth * 0.1, height * 0.66);
  const rangeSize = Math.min(26 * unit, tileWidth * 0.056, height * 0.42);
  const ranges = props.queues.map((queue) => (props.closing ? "" : rangeOf(queue)));
  const rangeRoom = Math.max(0, ...ranges.map((range) => widthOf(range, "strong"))) * rangeSize + 2;
  const countSize = TEXT[16] * scale;
  const countRoom = flat ? countWidth(true, mostWaiting(props.queues), countSize, scale) + SPACE[4] * scale : 0;
  const nameRoom = tileWidth - side - 2 * SPACE[3] * scale - rangeRoom - SPACE[4] * scale - countRoom - SPACE[2] * scale;
  const fit = namesSize({
    names: props.queues.map((queue) => queue.name),
    room: nameRoom,
    most: Math.min(20 * unit, height * 0.42),
    mostOnTwoLines: Math.min(20 * unit, height * (flat ? 0.4 : 0.27)),
  });
  const tiles = props.queues.map((queue, index) => {
    const style = Object.assign(inCell(index, across, { width: tileWidth, height }, gap), {
      borderRadius: RADIUS.m * scale,
      padding: `0 ${SPACE[3] * scale}px`,
    });
    const many = queue.waiting === 0 ? say("nobodyWaiting") : sayMany("waiting", queue.waiting);
    return box(queue.slug, { kind: "card tile", style }, [
      badge(queue.letter, queue.ordinal, side, scale),
      box("name", { kind: "names", style: { width: nameRoom, marginLeft: SPACE[3] * scale, marginRight: SPACE[2] * scale } }, [
        words("queue", queue.name, fit.size, { kind: "strong", lines: fit.oneLine ? 1 : 2, height: 0.92, attributes: { dir: "auto" } }),
        !flat && line("many", many, Math.min(16 * unit, height * 0.28), nameRoom, { kind: "second" }),
      ]),
      flat && waitingCount(true, queue.waiting, countSize, scale, apartBy(SPACE[4] * scale)),
      // Counts stand below each other, also where one has no range beside it.
      words("range", ranges[index], rangeSize, { kind: "strong at-end", lines: 1, style: flat ? { width: rangeRoom, flexGrow: 0 } : {} }),
    ]);
  });
  const high = lines * height + (lines - 1) * gap;
  return { height: high, node: box("waits", { style: placed({ x, y, width, height: high }) }, tiles) };
}

// The desks that are open, each a chip; nothing to see while there is none.
export function openDesks(look, { x, y, width }) {
  const { props, plan } = look;
  const { scale } = plan;
  if (!props.openDesks.length) return { height: 0, node: null };
  const height = 44 * scale;
  const gap = SPACE[2] * scale;
  const word = sayOf("openPlaces", props.place);
  // More than eight would be a row of numbers that nobody reads.
  const fits = Math.floor((width - widthOf(word) * TEXT[18] * scale) / (height + gap));
  const numbers = props.openDesks.slice(0, Math.max(0, Math.min(8, fits)));
  return {
    height,
    node: box("desks", { kind: "row", style: placed({ x, y, width, height }) }, [
      words("word", word, TEXT[18] * scale, { kind: "second", lines: 1 }),
      ...numbers.map((number) => {
        const wide = Math.max(height, widthOf(String(number), "code") * TEXT[22] * scale + SPACE[3] * scale);
        const style = { width: wide, height, borderRadius: RADIUS.s * scale, [rightToLeft() ? "marginRight" : "marginLeft"]: gap };
        return box(`open-${number}`, { kind: "chip open-desk", style }, [code("number", number, TEXT[22] * scale)]);
      }),
    ]),
  };
}

// In the place that earlier calls leave: how long a number taken now would wait in each queue, and which desks are open.
export function waitsPanel(look) {
  const { props, plan } = look;
  const { scale } = plan;
  const area = plan.spare;
  const gap = SPACE[3] * scale;
  const count = props.queues.length;
  const lines = count > 7 || (count > 1 && area.width > 700 * scale) ? Math.ceil(count / 2) : count;
  // Where there is little room, the queues have it.
  const least = lines * 46 * scale;
  const title = 20 * scale * 1.21;
  const worded = !props.closing && area.height >= least + title + gap;
  const top = worded ? title + gap : 0;
  const high = props.openDesks.length ? 44 * scale : 0;
  const desked = high > 0 && area.height >= least + top + high + SPACE[4] * scale;
  const below = desked ? high + SPACE[4] * scale : 0;
  const waits = waitsTable(look, { x: 0, y: top, width: area.width, room: area.height - top - below, unit: 1.3 * scale });
  const desks = openDesks(look, { x: 0, y: area.height - high, width: area.width });
  return box("spare", { style: placed(area) }, [
    worded && line("above", nobodyWait(props), 20 * scale, area.width, { kind: "second" }),
    waits.node,
    desked && desks.node,
  ]);
}
