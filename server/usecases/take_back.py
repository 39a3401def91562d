"""A manager takes back what they did to a ticket last."""

from dataclasses import dataclass
from datetime import timedelta

from server.domain import events
from server.domain.events import Recorded
from server.domain.phrases import phrase
from server.domain.refusals import NothingToUndo
from server.domain.ticket import AT_DESK, Ticket
from server.store.journal import UnreadableRow
from server.store.session import Session
from server.usecases.steps.calling import give_to_ready_desk
from server.usecases.steps.undoing import (
    WITHIN,
    check_place,
    check_untouched,
    ticket_before,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeBack:
    """Of which ticket the asking manager takes back the last move."""

    ticket: int


def take_back(session: Session, command: TakeBack) -> Ticket:
    """Return the ticket as it was, at its old place; in line where its desk stands ready for the next one, who it then is.

    Raises `UnknownTicket`, and `NothingToUndo` after `WITHIN`, once somebody else has moved it, or where it was no manager's move.
    """
    ticket = session.ticket(command.ticket)
    try:
        act = _last_act(session, ticket)
        check_untouched(ticket, act)
        restored = ticket_before(session.flush(), ticket, act)
        if _is_awaited(session, restored):
            tables = session.flush()
            restored = ticket_before(tables, ticket, act, at_desk=False)
    except UnreadableRow as error:
        raise NothingToUndo(f"It cannot be undone: {error}") from error
    check_place(session, restored)
    _check_desk(session, restored)
    undone = session.record(events.Undone(restored=restored), ticket)
    return give_to_ready_desk(session, undone)


def _is_awaited(session: Session, restored: Ticket) -> bool:
    """Return whether the desk where the ticket would be is to get whoever comes next, and calls it by itself."""
    if restored.state not in AT_DESK or restored.desk is None:
        return False
    return session.state.desk(restored.desk).stored_since is not None


def _check_desk(session: Session, restored: Ticket) -> None:
    """Raise `NothingToUndo` where the ticket would be at a desk at which there is another by now, or nobody to serve it."""
    if restored.state not in AT_DESK or restored.desk is None:
        return
    present = session.state.room.at_desk(restored.desk)
    if present is not None:
        raise NothingToUndo(
            phrase(
                "Desk {desk} has called {label} meanwhile.",
                desk=restored.desk,
                label=present.label,
            )
        )
    if session.state.desk(restored.desk).servicer is None:
        raise NothingToUndo(
            phrase("Nobody is at desk {desk} any more.", desk=restored.desk)
        )


def _last_act(session: Session, ticket: Ticket) -> list[Recorded]:
    """Return the rows of the asking manager's last move with the ticket."""
    manager = session.actor.manager
    story = session.flush().story(ticket.id)
    (last,) = (row for row in story if row.seq == ticket.touched)
    is_own = last.actor.manager == manager and last.actor.desk is None
    if manager is None or isinstance(last.event, events.Undone | events.Taken):
        raise NothingToUndo(phrase("There is nothing to undo."))
    if not is_own:
        raise NothingToUndo(phrase("{label} has moved on since.", label=ticket.label))
    if not timedelta(0) <= session.now - last.at <= WITHIN:
        raise NothingToUndo(phrase("It is too late to undo that."))
    if ticket.day != session.state.day:
        raise NothingToUndo(phrase("The day has ended since."))
    return [row for row in story if row.act == last.act]
