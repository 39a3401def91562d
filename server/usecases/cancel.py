"""Staff take a place back."""

from server.domain import events
from server.domain.life import check_move
from server.domain.refusals import OtherDesk
from server.domain.ticket import Move, Ticket, TicketState
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import signed_in_desk


def cancel(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Return the ticket, left; one that another desk has called is that desk's to cancel."""
    here = signed_in_desk(session)
    ticket = session.ticket(ticket_id)
    check_move(ticket, Move.CANCEL)
    if ticket.state is TicketState.CALLED and ticket.desk != here.number:
        raise OtherDesk(ticket)
    return session.record(events.Cancelled(), ticket, at=clock())
