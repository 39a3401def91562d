"""A customer gave up before their number was told to them."""

from server.domain.moves import MOVES, Move
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.leave import leave


def withdraw(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, left where it may still be: nobody came for it who could be served."""
    ticket = session.ticket(ticket_id)
    if ticket.state not in MOVES[Move.LEAVE].states:
        return ticket
    return leave(session, ticket_id)
