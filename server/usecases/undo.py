"""A desk takes back what it did last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from server.domain import events, life
from server.domain.branch import Desk
from server.domain.events import Recorded
from server.domain.refusals import NothingToUndo
from server.domain.ticket import Ticket
from server.store.journal import UnreadableRow
from server.store.session import Session
from server.store.view import View
from server.usecases.steps.acting import this_desk
from server.usecases.steps.undoing import (
    WITHIN,
    check_place,
    check_untouched,
    ticket_before,
)

NOT_UNDONE = (
    events.SignedIn,
    events.SignedOut,
    events.Undone,
    events.DeskUndone,
)
"""What starts or ends a sitting, and undoing itself."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a desk did last, with its tickets as they are now: what taking it back is decided on."""

    rows: Sequence[Recorded]
    tickets: Sequence[Ticket]
    today: date
    now: datetime

    @classmethod
    def of(
        cls,
        rows: Sequence[Recorded],
        ticket: Callable[[int], Ticket],
        today: date,
        now: datetime,
    ) -> "Act":
        """Return the act of these rows; its tickets are in the order they were touched last, latest first."""
        ids = dict.fromkeys(row.ticket for row in reversed(rows) if row.ticket)
        return cls(rows, [ticket(id) for id in ids], today, now)


@dataclass(frozen=True, slots=True)
class Offer:
    """What a desk may take back: the last row of its act, until when, and the ticket's label if it is about one."""

    row: Recorded
    until: datetime
    label: str | None


def undoable(desk: Desk, act: Act) -> Offer | None:
    """Return what the desk may take back now, None when there is nothing."""
    try:
        _check(desk, act)
    except NothingToUndo:
        return None
    last = act.rows[-1]
    labels = {ticket.id: ticket.label for ticket in act.tickets}
    label = None if last.ticket is None else labels[last.ticket]
    return Offer(last, act.rows[0].at + WITHIN, label)


def undo(session: Session, number: int) -> Desk:
    """Return the desk as it is after its last act was taken back, every row of it, latest first.

    Raises `NothingToUndo` after `WITHIN`, or once somebody else has touched what it changed.
    """
    desk = this_desk(session, number)
    state = session.state
    rows = session.last_act(number)
    act = Act.of(rows, session.ticket, state.day, session.now)
    _check(desk, act)
    tables = session.flush()
    try:
        before = _desk_before(tables, desk, rows)
        undoings = [(_undoing(tables, ticket, rows), ticket) for ticket in act.tickets]
    except UnreadableRow as error:
        raise NothingToUndo(f"It cannot be undone: {error}") from error
    for undoing, _ in undoings:
        if isinstance(undoing, events.Undone):
            check_place(session, undoing.restored)
    with session.acting(desk):
        for undoing, ticket in undoings:
            session.record(undoing, ticket)
        # An act that changed nothing, a second break in the same moment, is taken back by a row too, or it could be again.
        if not act.tickets or before != desk:
            return session.record(events.DeskUndone(restored=before))
    return desk


def _check(desk: Desk, act: Act) -> None:
    rows = act.rows
    if desk.servicer is None or not rows or any(map(_is_final, rows)):
        raise NothingToUndo("There is nothing to undo.")
    if not timedelta(0) <= act.now - rows[0].at <= WITHIN:
        raise NothingToUndo("It is too late to undo that.")
    for ticket in act.tickets:
        check_untouched(ticket, rows)
        if ticket.day != act.today:
            raise NothingToUndo("The day has ended since.")


def _is_final(row: Recorded) -> bool:
    if isinstance(row.event, events.Cancelled):
        return row.event.undone
    return isinstance(row.event, NOT_UNDONE)


def _undoing(
    tables: View, ticket: Ticket, act: Sequence[Recorded]
) -> events.TicketEvent:
    """Return the fact that takes the act back; a number that was given in it stays given, and is cancelled."""
    if any(row.seq == ticket.id for row in act):
        return events.Cancelled(undone=True)
    return events.Undone(restored=ticket_before(tables, ticket, act))


def _desk_before(tables: View, desk: Desk, act: Sequence[Recorded]) -> Desk:
    """Return the desk as it was in this sitting before the act; what others do to it stays: what it is set up for, and help."""
    past = (row for row in tables.sitting(desk.number) if row.seq < act[0].seq)
    then = life.desk_told(desk, past)
    asked = any(isinstance(row.event, events.HelpAsked) for row in act)
    helped = then if asked else desk
    return replace(
        then,
        queues=desk.queues,
        lent=desk.lent,
        policy=desk.policy,
        weights=desk.weights,
        names=desk.names,
        help_since=helped.help_since,
        helper=helped.helper,
    )
