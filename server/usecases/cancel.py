"""Staff take a place back."""

from dataclasses import dataclass

from server.domain import events
from server.domain.life import check_move
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import check_staff


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Which ticket; `manager` says that it is the branch's manager who cancels, not a desk."""

    ticket: int
    manager: bool = False


def cancel(session: Session, clock: Clock, command: Cancel) -> Ticket:
    """Return the ticket, left; one that another desk has called is that desk's to cancel."""
    ticket = session.ticket(command.ticket)
    check_staff(session, ticket, manager=command.manager)
    check_move(ticket, Move.CANCEL)
    return session.record(events.Cancelled(), ticket, at=clock())
