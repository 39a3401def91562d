// What the board shows, derived from what it knows: display/derive.py and own_words.py in the browser's language. Pure; a test compares
// what both derive.

import { HOLD, LISTEN, TURN, isLit, isOpen, languageOf, remainder } from "./state.js";
import { clockTime, dayOf, instant, localDay, weekdayOf } from "./time.js";

// How many calls a list and a queue's own column show.
const MOST_ROWS = 8;
const COLUMN_ROWS = 3;

const first = (texts) => {
  const [one] = Object.keys(texts);
  return one === undefined ? "" : texts[one];
};

// The text in a language, else in its first, else nothing.
export const toldIn = (texts, language) => texts[language] || first(texts);

const nameIn = (queue, language) => queue.names[language] || (Object.keys(queue.names).length ? first(queue.names) : queue.slug);

function queueName(queues, slug, language) {
  const queue = queues.find((each) => each.slug === slug);
  return queue ? nameIn(queue, language) : "";
}

// What the places of the branch are called besides, “Laboratory”; none where this one has no name.
export function namesOfDesk(branch, number) {
  const desk = branch.desks.find((each) => each.number === number);
  return desk ? desk.names : {};
}

const deskName = (branch, number, language) => toldIn(namesOfDesk(branch, number), language);

// What to show; what a screen does not need is empty.
export function derive(state) {
  if (state.followed === null) {
    return changed(NOTHING, { screen: state.link.refused ? "refused" : "connecting", truth: truthOf(state) });
  }
  const { branch, calls } = state.followed;
  const language = languageOf(state);
  const zone = branch.time_zone;
  const props = changed(NOTHING, {
    screen: screenOf(state, branch),
    truth: truthOf(state),
    branchName: branch.names[language] || branch.name,
    clock: clockTime(state.now + state.ahead, zone),
    clockUnsure: branch.clock_unsure,
    asOf: clockTime(state.link.lastTruth, zone),
    calls: callRows(state, branch, language),
    nobodyYet: calls.length === 0,
    queues: queueTiles(state, branch, language),
    columnCalls: columnRows(state, branch, language),
    opening: openingOf(branch),
    days: week(branch, language),
    place: branch.place,
    openDesks: branch.desks.filter((desk) => desk.state === "open").map((desk) => desk.number),
    footer: toldIn(branch.footer, language),
    logo: branch.logo || "",
    accent: branch.accent || "",
  });
  const told = changed(props, breakOf(branch), closingOf(props, branch), messageOf(state, branch, language));
  return withNames(changed(told, heroOf(state, branch, language)));
}

const changed = (what, ...changes) => Object.assign({}, what, ...changes);

const UNKNOWN_OPENING = { clock: "", daysAhead: 0, weekday: 0 };

export const NOTHING = {
  screen: "connecting",
  truth: "live",
  branchName: "",
  clock: "",
  clockUnsure: false,
  asOf: "",
  heroLabel: "",
  heroDesk: 0,
  heroDeskName: "",
  heroQueueName: "",
  heroLit: false,
  heroSeq: 0,
  calls: [],
  queues: [],
  columnCalls: [],
  nobodyYet: true,
  announcing: false,
  onBreak: false,
  backAt: "",
  opening: UNKNOWN_OPENING,
  days: [],
  place: "desk",
  named: false,
  closing: false,
  stillWaiting: 0,
  openUntil: "",
  openDesks: [],
  message: "",
  messageSince: "",
  footer: "",
  logo: "",
  accent: "",
};

// The board stays after closing time until everybody with a number has been served.
function screenOf(state, branch) {
  if (state.link.refused) return "refused";
  return branch.open || stillWaiting(branch) || state.calls.some(isOpen) ? "board" : "closed";
}

const stillWaiting = (branch) => branch.queues.reduce((sum, queue) => sum + queue.waiting, 0);

// How far what is shown can be believed.
function truthOf(state) {
  if (state.link.state === "live") return "live";
  if (state.lostAt !== null && state.now >= state.lostAt + LISTEN) return "tooOld";
  return state.link.state === "away" ? "old" : "unsure";
}

// Until when numbers are given, or that none are any more while some are still waiting.
function closingOf(props, branch) {
  if (!branch.open) return { closing: props.screen === "board", stillWaiting: stillWaiting(branch) };
  const ends = branch.queues.map((queue) => instant(queue.closes_at)).filter((at) => at !== null);
  return { openUntil: ends.length ? clockTime(Math.max(...ends), branch.time_zone) : "" };
}

// That every desk that is signed in is on a break, and when the first one is back.
function breakOf(branch) {
  const there = branch.desks.filter((desk) => desk.state !== "closed");
  if (!there.length || there.some((desk) => desk.state === "open")) return {};
  const backs = there.map((desk) => instant(desk.back_at)).filter((at) => at !== null);
  return { onBreak: true, backAt: backs.length ? clockTime(Math.min(...backs), branch.time_zone) : "" };
}

// What everybody who waits is told, in the language whose turn it is, and since when.
function messageOf(state, branch, language) {
  const notice = branch.message;
  const now = state.now + state.ahead;
  if (!notice || (notice.until && now >= instant(notice.until))) return {};
  const since = instant(notice.since);
  const tags = Object.keys(notice.texts);
  const languages = tags.filter((tag) => tag === language).concat(tags.filter((tag) => tag !== language));
  const turn = remainder(Math.floor((now - since) / TURN), languages.length);
  return {
    message: languages.length ? notice.texts[languages[turn]] : "",
    messageSince: clockTime(since, branch.time_zone),
  };
}

// The call that has the large place.
function heroOf(state, branch, language) {
  const { moment } = state;
  if (moment === null) return {};
  const { call } = moment;
  return {
    heroLabel: call.label,
    heroDesk: call.desk,
    heroDeskName: deskName(branch, call.desk, language),
    heroQueueName: queueName(branch.queues, call.queue, language),
    heroLit: isLit(state, call),
    heroSeq: call.seq,
    announcing: moment.fresh && state.now < moment.began + HOLD,
  };
}

// Whether a desk that is shown has a name, which needs room.
function withNames(props) {
  const rows = props.calls.concat(props.columnCalls);
  return changed(props, { named: props.heroDeskName !== "" || rows.some((row) => row.name !== "") });
}

// The recent calls beside the large one, newest first.
function callRows(state, branch, language) {
  const hero = state.moment === null ? null : state.moment.call.ticket;
  const others = state.calls.filter((call) => call.ticket !== hero);
  return others.slice(0, MOST_ROWS).map((call) => ({
    label: call.label,
    desk: call.desk,
    lit: isLit(state, call),
    over: !isOpen(call),
    seq: call.seq,
    name: deskName(branch, call.desk, language),
    at: clockTime(call.calledAt, branch.time_zone),
    queueName: queueName(branch.queues, call.queue, language),
  }));
}

// The newest calls of each queue, for a board with columns; first the one that has its moment.
function columnRows(state, branch, language) {
  const hero = state.moment === null ? null : state.moment.call.ticket;
  const rows = [];
  for (const queue of branch.queues) {
    const own = state.calls.filter((call) => call.queue === queue.slug);
    // Whoever has the moment has its column's large place, though others were called since.
    const ordered = own.filter((call) => call.ticket === hero).concat(own.filter((call) => call.ticket !== hero));
    ordered.slice(0, COLUMN_ROWS).forEach((call, place) => {
      rows.push({
        label: call.label,
        slug: queue.slug,
        place,
        desk: call.desk,
        lit: isLit(state, call),
        over: !isOpen(call),
        seq: call.seq,
        name: deskName(branch, call.desk, language),
      });
    });
  }
  return rows;
}

// A tile for each queue, in the branch's order.
function queueTiles(state, branch, language) {
  return branch.queues.map((queue, ordinal) => {
    const last = state.calls.find((call) => call.queue === queue.slug);
    const [lowMin, highMin] = queue.estimate ? inMinutes(queue.estimate) : [0, 0];
    return {
      slug: queue.slug,
      letter: queue.letter,
      name: nameIn(queue, language),
      open: queue.open,
      waiting: queue.waiting,
      lastLabel: last ? last.label : "",
      ordinal,
      lowMin,
      highMin,
      atOnce: isNewcomerNext(branch, queue.slug),
    };
  });
}

// Whole minutes, widened outwards to the steps of shared/wire/estimates.py.
function inMinutes(estimate) {
  let low = Math.floor(estimate.low_s / 60);
  let high = Math.ceil(estimate.high_s / 60);
  low -= low % stepMin(low);
  high = Math.ceil(high / stepMin(high)) * stepMin(high);
  low = Math.max(1, low);
  return [low, Math.max(low, high)];
}

function stepMin(minutes) {
  if (minutes <= 15) return 1;
  if (minutes <= 60) return 5;
  return minutes <= 240 ? 15 : 60;
}

// Whether whoever came now would be next at once (shared/wire/estimates.py).
function isNewcomerNext(branch, queue) {
  return branch.desks.some((desk) => {
    const serves = (slug) => desk.queues.indexOf(slug) >= 0;
    const free = desk.state === "open" && serves(queue) && !desk.serving;
    return free && !branch.queues.some((each) => each.waiting && serves(each.slug));
  });
}

// When the branch opens next, as its own clock and calendar tell.
function openingOf(branch) {
  const at = instant(branch.next_opening);
  if (at === null) return UNKNOWN_OPENING;
  const day = localDay(at, branch.time_zone);
  return {
    clock: clockTime(at, branch.time_zone),
    daysAhead: day - localDay(instant(branch.now), branch.time_zone),
    weekday: weekdayOf(day),
  };
}

// The next seven days from Monday on, the one on which it opens next marked (shared/wire/week.py).
function week(branch, language) {
  const zone = branch.time_zone;
  const opening = instant(branch.next_opening);
  const opens = opening === null ? null : localDay(opening, zone);
  const today = localDay(instant(branch.now), zone);
  const rows = branch.hours.map((each) => {
    const day = dayOf(each.day);
    return {
      date: each.day,
      weekday: weekdayOf(day),
      spans: each.spans.map(([start, end]) => `${start}–${end}`).join(", "),
      ahead: day - today,
      opens: day === opens,
      reason: toldIn(each.reason || {}, language),
    };
  });
  return rows.sort((one, other) => one.weekday - other.weekday);
}
