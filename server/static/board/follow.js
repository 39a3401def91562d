// What the board knows of its branch, folded from a snapshot and the events after it: shared/wire/following.py in the browser's
// language, as far as a board is told. A test lets both follow the same day.

import { instant } from "./time.js";

const AT_DESK = ["called", "serving"];

// What asks a customer to come.
export const ASKED = ["called", "recalled"];

// How many calls a board has at most, and how many are remembered that are on it no longer.
const BOARD = 12;
const OLDER = 48;

const changed = (what, ...changes) => Object.assign({}, what, ...changes);

// `calls` are the board's, newest first, one per ticket; `older` were on it while it was followed.
export function begin(snapshot) {
  return { branch: snapshot.branch, calls: snapshot.board.recent_calls, older: [] };
}

// What is known one event later; an event may tell of branch, desk and ticket at once.
export function after(known, event) {
  if (event.branch) known = changed(known, { branch: event.branch });
  if (event.desk) known = withDesk(known, event.desk);
  if (event.ticket) known = called(withTicket(known, event.ticket), event.event, event.ticket);
  // A branch that is told with the ticket has counted it.
  if (!event.branch && (event.was || event.event === "taken" || event.waiting)) known = counted(known, event);
  return event.recent_calls ? withBoard(known, event.recent_calls) : known;
}

const withDesks = (known, desks) => changed(known, { branch: changed(known.branch, { desks }) });

function withDesk(known, desk) {
  return withDesks(known, known.branch.desks.map((each) => (each.number === desk.number ? desk : each)));
}

function withTicket(known, ticket) {
  return withDesks(known, known.branch.desks.map((desk) => serving(desk, ticket)));
}

function serving(desk, ticket) {
  if (ticket.desk === desk.number && AT_DESK.indexOf(ticket.state) >= 0) return changed(desk, { serving: ticket });
  const wasHere = desk.serving && desk.serving.id === ticket.id;
  return wasHere ? changed(desk, { serving: null }) : desk;
}

const waitsIn = (queue, state, slug) => state === "waiting" && queue.slug === slug;

// The lines as they are now; where the event does not count them, by who joined and left.
function counted(known, { was, ticket, waiting }) {
  const told = waiting || {};
  const isTest = Boolean(ticket && ticket.test);
  const queues = known.branch.queues.map((queue) => {
    let count = queue.waiting;
    if (was && !isTest && waitsIn(queue, was.state, was.queue)) count = Math.max(0, count - 1);
    if (ticket && !isTest && waitsIn(queue, ticket.state, ticket.queue)) count += 1;
    return changed(queue, { waiting: queue.slug in told ? told[queue.slug] : count });
  });
  return changed(known, { branch: changed(known.branch, { queues }) });
}

const callOf = (ticket) => ({
  label: ticket.label,
  desk: ticket.desk,
  queue: ticket.queue,
  called_at: ticket.called_at,
  state: ticket.state,
  ticket: ticket.id,
});

const without = (calls, tickets) => calls.filter((call) => tickets.indexOf(call.ticket) < 0);

function called(known, happened, ticket) {
  if (ticket.desk === null || ticket.called_at === null) {
    return changed(known, { calls: without(known.calls, [ticket.id]), older: without(known.older, [ticket.id]) });
  }
  const now = callOf(ticket);
  if (ASKED.indexOf(happened) >= 0) {
    return withBoard(known, [now].concat(without(known.calls, [ticket.id])).slice(0, BOARD));
  }
  const told = (call) => (call.ticket === ticket.id ? now : call);
  return changed(known, { calls: known.calls.map(told), older: known.older.map(told) });
}

// The same with these calls on the board, and behind them whoever was called before.
function withBoard(known, board) {
  const others = without(known.calls.concat(known.older), board.map((call) => call.ticket));
  const since = board.length ? instant(board[board.length - 1].called_at) : null;
  const older = others.filter((call) => since !== null && instant(call.called_at) <= since);
  return changed(known, { calls: board, older: older.slice(0, OLDER) });
}
