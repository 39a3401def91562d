"""Staff take a place back."""

from server.domain import events
from server.domain.moves import Move, check_move
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import staff_for


def cancel(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, left; one that another desk has called is that desk's to cancel."""
    ticket = session.ticket(ticket_id)
    staff = staff_for(session, ticket)
    check_move(ticket, Move.CANCEL)
    with session.acting(staff):
        return session.record(events.Cancelled(), ticket)
