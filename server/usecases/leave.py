"""A customer gives the place up."""

from server.domain import events
from server.domain.life import check_move
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock


def leave(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Return the ticket, left; raise `WrongState` when it is being served or has ended."""
    ticket = session.ticket(ticket_id)
    check_move(ticket, Move.LEAVE)
    return session.record(events.Left(), ticket, at=clock())
