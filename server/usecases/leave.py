"""A customer gives the place up."""

from server.domain import events
from server.domain.moves import Move, check_move
from server.domain.ticket import Ticket
from server.store.session import Session


def leave(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, left; raise `WrongState` when it is being served or has ended."""
    ticket = session.ticket(ticket_id)
    check_move(ticket, Move.LEAVE)
    return session.record(events.Left(), ticket)
