// What the board knows, and how each thing that happens changes it: display/state.py in the browser's language. Pure; all times are
// instants in milliseconds. A test lets both live through the same day.

import * as following from "./follow.js";
import { instant } from "./time.js";

// How long a call keeps the large place when no other waits for it; at least when others do; at most while it is still being said.
export const HOLD = 12000;
const SHORT_HOLD = 4000;
const LONGEST_HOLD = 20000;

// How long a call is amber, unless it is answered earlier.
const HIGHLIGHT = 60000;

// A call that is heard of later than this gets no moment and no sound: its customer has gone or been found.
const STALE = 30000;

// How long after the link came back what was missed may still be coming in.
const SETTLED = 10000;

// How long without the server until people are asked to listen for staff.
export const LISTEN = 60000;

// How long what everybody is told stands in one language, where it was written in several.
export const TURN = 10000;

const MINUTE = 60000;

// The states in which a ticket's last call is still part of the story.
const ON_BOARD = ["called", "serving", "done", "missed"];

const changed = (what, ...changes) => Object.assign({}, what, ...changes);

export const remainder = (number, by) => ((number % by) + by) % by;

// How the page stands with its server: `live`, `reconnecting` or `away`; when it was heard last, by its own clock; how it refused.
export const UNLINKED = { state: "reconnecting", lastTruth: null, refused: false };

// Everything that the screen is derived from. `calls` are the board's, newest first, one per ticket; `older` were on it; `pending`
// wait for their moment, oldest first. `ahead` is how far the server's clock is ahead of this one.
export function blank(now, firstLanguage = null) {
  return {
    now,
    firstLanguage,
    followed: null,
    link: UNLINKED,
    heardAt: null,
    lostAt: null,
    liveSince: null,
    ahead: 0,
    calls: [],
    older: [],
    pending: [],
    moment: null,
    speaking: false,
  };
}

// The language that is shown: the installer's, or the branch's first.
export function languageOf(state) {
  return state.firstLanguage || (state.followed && state.followed.branch.languages[0]) || "en";
}

// The stream began anew: what it tells replaces what was known, and nothing in it is announced.
export function began(state, snapshot) {
  const followed = following.begin(snapshot);
  const ahead = instant(snapshot.branch.now) - state.now;
  state = changed(state, { followed, ahead, calls: [], older: [], pending: [] });
  const calls = calledNow(state, followed.calls, snapshot.seq, null);
  return changed(state, { calls, moment: newestOpen(calls) });
}

function newestOpen(calls) {
  const call = calls.find(isOpen);
  return call ? { call, began: call.since, fresh: false } : null;
}

// Something happened at the branch.
export function happened(state, event) {
  if (state.followed === null) return state;
  const followed = following.after(state.followed, event);
  state = changed(state, { followed, ahead: aheadAfter(state, instant(event.at)) });
  const asks = event.ticket && following.ASKED.indexOf(event.event) >= 0 ? event.ticket : null;
  // Each time of asking is told as a new call.
  if (asks) state = changed(state, { calls: state.calls.filter((call) => call.ticket !== asks.id) });
  const told = calledNow(state, followed.calls.concat(followed.older), event.seq, event.ticket);
  const onBoard = followed.calls.map((call) => call.ticket);
  state = withCalls(
    state,
    told.filter((call) => onBoard.indexOf(call.ticket) >= 0),
    told.filter((call) => onBoard.indexOf(call.ticket) < 0),
  );
  if (asks) state = asked(state, asks.id);
  return ticked(state, state.now);
}

// How far the server's clock is ahead, now that it told of something at this instant. What comes from the future tells that it was
// set forward; what comes late over a link that missed nothing, that it was set back.
function aheadAfter(state, at) {
  const told = at - state.now;
  const missedNothing = state.liveSince !== null && state.now - state.liveSince > SETTLED;
  return missedNothing && told < state.ahead - STALE ? told : Math.max(state.ahead, told);
}

// The link to the server changed.
export function stood(state, link) {
  if (link.state === "live") {
    const since = state.liveSince === null ? state.now : state.liveSince;
    return changed(state, { link, heardAt: state.now, lostAt: null, liveSince: since });
  }
  const lostAt = [state.lostAt, state.heardAt, state.now].find((at) => at !== null);
  return changed(state, { link, lostAt, liveSince: null });
}

// Time passed: the next call that waits gets its moment, and one that is over gives up its own.
export function ticked(state, now) {
  state = changed(state, { now });
  const { moment } = state;
  if (moment !== null && now < endsAt(state, moment)) return state;
  if (state.pending.length) {
    const [call, ...pending] = state.pending;
    return changed(state, { moment: { call, began: now, fresh: true }, pending });
  }
  if (moment === null || !isOpen(moment.call)) return changed(state, { moment: newestOpen(state.calls) });
  return state;
}

// Something begins to be said, or has been.
export function spoke(state, speaking) {
  return ticked(changed(state, { speaking }), state.now);
}

// When time alone changes what is shown: at the latest with the next minute of the clock.
export function nextDue(state) {
  const serverNow = state.now + state.ahead;
  const dues = [Math.floor(serverNow / MINUTE) * MINUTE + MINUTE - state.ahead];
  for (const call of state.calls) if (call.state === "called") dues.push(litUntil(state, call));
  if (state.lostAt !== null) dues.push(state.lostAt + LISTEN);
  const notice = state.followed && state.followed.branch.message;
  if (notice && notice.until) dues.push(instant(notice.until) - state.ahead);
  if (notice && Object.keys(notice.texts).length > 1) {
    dues.push(state.now + TURN - remainder(serverNow - instant(notice.since), TURN));
  }
  if (state.moment !== null) dues.push(state.moment.began + hold(state, state.moment), endsAt(state, state.moment));
  return Math.min(...dues.filter((due) => due > state.now));
}

function hold(state, moment) {
  return state.pending.length || !isOpen(moment.call) ? SHORT_HOLD : HOLD;
}

// When the large place is free for another: what is heard is what is shown, so not before it has been said.
function endsAt(state, moment) {
  return moment.began + (state.speaking && state.pending.length ? LONGEST_HOLD : hold(state, moment));
}

// Whether the call still means something to its customer.
export const isOpen = (call) => call.state === "called" || call.state === "serving";

// Whether the call is amber: not yet answered, and not long ago or only now having its moment.
export const isLit = (state, call) => call.state === "called" && state.now < litUntil(state, call);

// Until when the call is amber unless it is answered: a late moment is amber as well.
function litUntil(state, call) {
  const until = call.since + HIGHLIGHT;
  const { moment } = state;
  if (moment === null || !moment.fresh || moment.call.seq !== call.seq) return until;
  return Math.max(until, moment.began + HOLD);
}

// The calls, each told as it was heard first, new ones as heard now, of this ticket.
function calledNow(state, calls, seq, ticket) {
  const heard = state.calls.concat(state.older);
  const told = (call) => {
    const calledAt = instant(call.called_at);
    const before = heard.find((each) => each.ticket === call.ticket && each.calledAt === calledAt);
    if (before) return changed(before, { state: call.state });
    return {
      ticket: call.ticket,
      label: call.label,
      desk: call.desk,
      queue: call.queue,
      state: call.state,
      calledAt,
      since: Math.min(state.now, calledAt - state.ahead),
      seq,
      language: ticket && ticket.id === call.ticket ? ticket.language : null,
    };
  };
  return calls.filter((call) => ON_BOARD.indexOf(call.state) >= 0).map(told);
}

// The state with the calls as they stand now, and what follows for those that wait or have the large place.
function withCalls(state, calls, older) {
  const standing = calls.concat(older);
  const nowOf = (call) => standing.find((each) => each.ticket === call.ticket);
  let { moment } = state;
  if (moment !== null) {
    const call = nowOf(moment.call);
    // Taken back, it must not stand there any longer than it takes to say so.
    moment = call ? changed(moment, { call: changed(moment.call, { state: call.state }) }) : null;
  }
  const pending = state.pending
    .map((before) => [before, nowOf(before)])
    // Whoever has been found meanwhile, or is not asked again after all, needs no moment any more.
    .filter(([before, call]) => call && call.state === "called" && call.calledAt >= before.calledAt)
    .map(([, call]) => call);
  return changed(state, { calls, older, pending, moment });
}

// A desk asked a ticket to come, for the first time or again: it waits for its moment, unless that is long ago.
function asked(state, ticket) {
  const call = state.calls.find((each) => each.ticket === ticket);
  const waits = state.pending.some((each) => each.ticket === ticket);
  if (!call || waits || state.now - call.since > STALE) return state;
  return changed(state, { pending: state.pending.concat([call]) });
}

// Whether a call got its moment just now.
export function beginsMoment(before, now) {
  if (now.moment === null || !now.moment.fresh) return false;
  const known = before.moment;
  return known === null || known.began !== now.moment.began || known.call.seq !== now.moment.call.seq;
}
