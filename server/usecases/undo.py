"""A desk takes back what it did last."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from server.domain import events, life
from server.domain.branch import Desk
from server.domain.events import Recorded
from server.domain.refusals import NothingToUndo
from server.domain.ticket import OPEN_STATES, Ticket, TicketState
from server.store.journal import UnreadableRow
from server.store.session import Session
from server.store.view import View
from server.usecases.steps.acting import this_desk

WITHIN = timedelta(seconds=10)

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
        before = _desk_before(tables, desk, rows[0].seq)
        undoings = [(_undoing(tables, ticket, rows), ticket) for ticket in act.tickets]
    except UnreadableRow as error:
        raise NothingToUndo(f"It cannot be undone: {error}") from error
    for undoing, _ in undoings:
        if isinstance(undoing, events.Undone):
            _check_place(session, undoing.restored)
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
        if ticket.touched > rows[-1].seq or _is_rewritten(ticket, rows):
            raise NothingToUndo(f"{ticket.label} has moved on since.")
        if ticket.day != act.today:
            raise NothingToUndo("The day has ended since.")


def _check_place(session: Session, restored: Ticket) -> None:
    """Raise `NothingToUndo` where the ticket would be open in a queue that was removed since, or at or for such a desk."""
    state = session.state
    if restored.state not in OPEN_STATES:
        return
    if not state.has_queue(restored.queue):
        raise NothingToUndo(f"The queue of {restored.label} was removed since.")
    desks = (restored.for_desk, restored.desk)
    if any(n is not None and state.all_desks[n].removed for n in desks):
        raise NothingToUndo(f"The desk of {restored.label} was removed since.")


def _is_final(row: Recorded) -> bool:
    if isinstance(row.event, events.Cancelled):
        return row.event.undone
    return isinstance(row.event, NOT_UNDONE)


def _is_rewritten(ticket: Ticket, act: Sequence[Recorded]) -> bool:
    """Return whether the act noted something about the ticket that somebody has written anew since."""
    notes = [row.event.text for row in act if isinstance(row.event, events.Noted)]
    return bool(notes) and ticket.note != (notes[-1] or None)


def _undoing(
    tables: View, ticket: Ticket, act: Sequence[Recorded]
) -> events.TicketEvent:
    """Return the fact that takes the act back; a number that was given in it stays given, and is cancelled."""
    if any(row.seq == ticket.id for row in act):
        return events.Cancelled(undone=True)
    return events.Undone(restored=_before(tables, ticket, act))


def _before(tables: View, ticket: Ticket, act: Sequence[Recorded]) -> Ticket:
    """Return the ticket as it was before the act; what was not the desk's doing stays as it is now."""
    past = tables.story(ticket.id)
    then = life.told(row for row in past if row.seq < act[0].seq)
    if then.corrected != ticket.corrected:
        raise NothingToUndo("The clock was set since.")
    noted = any(isinstance(row.event, events.Noted) for row in act)
    # Whoever was called before the act may have said so during it; a call that is taken back takes that along.
    coming = then.on_my_way_at
    if then.state is TicketState.CALLED:
        coming = ticket.on_my_way_at or coming
    return replace(
        then,
        on_my_way_at=coming,
        note=then.note if noted else ticket.note,
        print=ticket.print,
        rating=ticket.rating,
    )


def _desk_before(tables: View, desk: Desk, seq: int) -> Desk:
    """Return the desk as it was in this sitting before row `seq`, with the queues it is set up for now."""
    past = (row for row in tables.sitting(desk.number) if row.seq < seq)
    then = life.desk_told(desk, past)
    return replace(
        then,
        queues=desk.queues,
        policy=desk.policy,
        weights=desk.weights,
        names=desk.names,
    )
