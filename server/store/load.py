"""A branch's state from its tables, and forward from there by what the journal tells."""

from collections import Counter as Tally
from collections.abc import Iterator
from dataclasses import replace

from server.domain import events, life, numbering
from server.domain.branch import HelpCall
from server.domain.counting import Counter, QueueDay
from server.domain.events import Recorded
from server.domain.recent_calls import RECENT_CALLS, RecentCalls
from server.domain.room import Room
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket, TicketState
from server.store import journal
from server.store.view import View

MOST_RETOLD = 20_000
"""Rows; whoever missed more starts from a snapshot."""


class TooLongAgo(Exception):
    """The gap spans the end of a day, or is too wide to replay."""


def load(view: View) -> BranchState:
    """Return the branch as its tables have it: what folding its journal from the first row gives too."""
    row = view.branch
    state = BranchState(row.id, row.slug)
    state.seq, state.moment = row.seq, row.moment
    state.day, state.stands_for = row.day, row.stands_for
    state.settings = row.settings
    state.all_queues = {queue.slug: queue for queue in view.every_queue()}
    state.all_desks = {desk.number: desk for desk in view.every_desk()}
    state.all_servicers = {each.name: each for each in view.every_servicer()}
    state.all_accounts = {each.name: each for each in view.every_account()}
    state.devices = {device.id: device for device in view.devices()}
    state.message, state.help = row.message, dict(row.help)
    state.today = row.today
    state.room = Room(view.open_tickets())
    state.missed = {ticket.id: ticket for ticket in view.missed() if not ticket.is_test}
    state.counters = view.counters()
    most = RECENT_CALLS + len(state.all_desks)
    called = {ticket.called_seq or 0: ticket for ticket in view.last_called(most)}
    state.calls = RecentCalls.known(called, complete=len(called) < most)
    return state


def forward(view: View, state: BranchState, to: int | None = None) -> Iterator[Change]:
    """Bring the state as far as the view's journal goes, or to row `to`, and yield each row's change."""
    ended: dict[int, Ticket] = {}
    for row in journal.read(view.connection, view.branch.id, state.seq, to):
        change = state.apply(row, _ended_before(view, state, row, ended))
        if change.after is not None:
            ended[change.after.id] = change.after
        yield change


def retell(view: View, after: int) -> Iterator[tuple[BranchState, Change]]:
    """Yield each change since row `after` with the branch as it tells it; raise `TooLongAgo`."""
    state, rows, tickets = _rewound(view, after)
    for row in rows:
        change = state.apply(
            row, None if row.ticket is None else tickets.get(row.ticket)
        )
        if change.after is not None:
            tickets[change.after.id] = change.after
        number = life.desk_of(row.event)
        if number is not None and change.desk is None:
            # It is not set back, so that it may not differ though it did then.
            change = replace(change, desk=state.all_desks[number])
        yield state, change


def _rewound(
    view: View, after: int
) -> tuple[BranchState, list[Recorded], dict[int, Ticket]]:
    """Return the branch with its tickets and counts as they stood after row `after`, the rows since, and those tickets.

    All else is as at present: folding the rows since, each of which says outright how it is, comes to the present again.
    Raises `TooLongAgo`.
    """
    if view.branch.seq - after > MOST_RETOLD:
        raise TooLongAgo
    rows = list(
        journal.about_tickets_touched_since(view.connection, view.branch.id, after)
    )
    since = [row for row in rows if row.seq > after]
    if any(isinstance(row.event, events.DayClosed | events.ClockSet) for row in since):
        raise TooLongAgo
    state = load(view)
    for row in since:
        if row.ticket is not None:
            state.room.drop(row.ticket)
    then: dict[int, Ticket] = {}
    for row in rows:
        if row.seq <= after and row.ticket is not None:
            then[row.ticket] = life.evolve(then.get(row.ticket), row)
    for ticket in then.values():
        state.room.put(ticket)
    state.counters = _counters_before(state, since)
    for row in since:
        # Somebody comes to a call for help, which may be over at present.
        if isinstance(row.event, events.KioskHelpComing):
            state.help.setdefault(row.event.device, HelpCall(since=row.at))
    state.seq = after
    return state, since, then


def _counters_before(
    state: BranchState, since: list[Recorded]
) -> dict[QueueDay, Counter]:
    """Return the counters as they stood before these rows, for a state whose room stands so already."""
    given = Tally(
        (_giver(row.event), row.event.day)
        for row in since
        if isinstance(row.event, events.Taken)
    )
    waiting = Tally(
        (ticket.queue, ticket.day)
        for ticket in state.room.tickets()
        if ticket.state is TicketState.WAITING and not ticket.is_test
    )
    return {
        key: replace(counter, given=counter.given - given[key], waiting=waiting[key])
        for key, counter in state.counters.items()
    }


def _giver(taken: events.Taken) -> str:
    """Return by whose counter the number was given."""
    is_test = taken.label.startswith(numbering.TEST)
    return numbering.TEST if is_test else taken.queue


def _ended_before(
    view: View, state: BranchState, row: Recorded, known: dict[int, Ticket]
) -> Ticket | None:
    """Return the ticket that the row is about where the state holds it no longer."""
    id = row.ticket
    if id is None or id == row.seq or state.room.ticket(id) is not None:
        return None
    if id not in known:
        past = journal.of_ticket(view.connection, view.branch.id, id)
        known[id] = life.told(each for each in past if each.seq < row.seq)
    return known[id]
