"""A desk takes back what it did last."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from server.domain import events, life
from server.domain.branch import Desk
from server.domain.events import Recorded
from server.domain.refusals import NothingToUndo
from server.domain.ticket import Ticket, TicketState
from server.store import journal
from server.store.session import Session
from server.store.store import Clock
from server.store.view import View
from server.usecases.console import this_desk

WITHIN = timedelta(seconds=10)

NOT_UNDONE = (
    events.SignedIn,
    events.SignedOut,
    events.Undone,
    events.DeskUndone,
)
"""What starts or ends a sitting, and undoing itself."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a desk may take back: the last row of its act, until when, and the ticket's label if it is about one."""

    row: Recorded
    until: datetime
    label: str | None


def undoable(view: View, desk: Desk, now: datetime) -> Offer | None:
    """Return what the desk may take back now, None when there is nothing."""
    try:
        rows = _undoable_rows(view, desk, now)
    except NothingToUndo:
        return None
    last = rows[-1]
    label = None if last.ticket is None else view.ticket(last.ticket).label
    return Offer(last, rows[0].at + WITHIN, label)


def undo(session: Session, clock: Clock, number: int) -> Desk:
    """Return the desk as it is after its last act was taken back, every row of it, latest first.

    Raises `NothingToUndo` after `WITHIN`, or once somebody else has touched what it changed.
    """
    desk = this_desk(session, number)
    now = clock()
    rows = _undoable_rows(session, desk, now)
    tickets = dict.fromkeys(row.ticket for row in reversed(rows) if row.ticket)
    for ticket_id in tickets:
        ticket = session.ticket(ticket_id)
        session.record(_undoing(session, ticket, rows), ticket, at=now)
    before = _desk_before(session, desk, rows[0].seq)
    # An act that changed nothing, a second break in the same moment, is taken back by a row too, or it could be again.
    if not tickets or replace(before, touched=desk.touched) != desk:
        desk = session.record_desk(events.DeskUndone(restored=before), desk, at=now)
    return desk


def _undoable_rows(view: View, desk: Desk, now: datetime) -> list[Recorded]:
    rows = view.last_act(desk.number)
    if desk.servicer is None or not rows or any(map(_is_final, rows)):
        raise NothingToUndo("There is nothing to undo.")
    if not timedelta(0) <= now - rows[0].at <= WITHIN:
        raise NothingToUndo("It is too late to undo that.")
    for ticket_id in {row.ticket for row in rows if row.ticket is not None}:
        ticket = view.ticket(ticket_id)
        if ticket.touched > rows[-1].seq or _is_rewritten(ticket, rows):
            raise NothingToUndo(f"{ticket.label} has moved on since.")
        if ticket.day != view.ledger.day:
            raise NothingToUndo("The day has ended since.")
    return rows


def _is_final(row: Recorded) -> bool:
    if isinstance(row.event, events.Cancelled):
        return row.event.undone
    return isinstance(row.event, NOT_UNDONE)


def _is_rewritten(ticket: Ticket, act: Sequence[Recorded]) -> bool:
    """Return whether the act noted something about the ticket that somebody has written anew since."""
    notes = [row.event.text for row in act if isinstance(row.event, events.Noted)]
    return bool(notes) and ticket.note != (notes[-1] or None)


def _undoing(
    session: Session, ticket: Ticket, act: Sequence[Recorded]
) -> events.TicketEvent:
    """Return the fact that takes the act back; a number that was given in it stays given, and is cancelled."""
    if any(row.seq == ticket.id for row in act):
        return events.Cancelled(undone=True)
    return events.Undone(restored=_before(session, ticket, act))


def _before(session: Session, ticket: Ticket, act: Sequence[Recorded]) -> Ticket:
    """Return the ticket as it was before the act; what was not the desk's doing stays as it is now."""
    past = journal.of_ticket(session.connection, session.ledger.id, ticket.id)
    first, *others = [row for row in past if row.seq < act[0].seq]
    restored = life.take(first)
    for row in others:
        restored = life.evolve(restored, row)
    noted = any(isinstance(row.event, events.Noted) for row in act)
    # Whoever was called before the act may have said so during it; a call that is taken back takes that along.
    coming = restored.on_my_way_at
    if restored.state is TicketState.CALLED:
        coming = ticket.on_my_way_at or coming
    return replace(
        restored,
        on_my_way_at=coming,
        note=restored.note if noted else ticket.note,
        print=ticket.print,
        rating=ticket.rating,
    )


def _desk_before(session: Session, desk: Desk, seq: int) -> Desk:
    """Return the desk as it was in this sitting before row `seq`, with the queues it is set up for now."""
    restored = desk
    for row in journal.of_sitting(session.connection, session.ledger.id, desk.number):
        if row.seq >= seq:
            break
        restored = life.evolve_desk_at_work(restored, row)
    return replace(
        restored, queues=desk.queues, policy=desk.policy, weights=desk.weights
    )
