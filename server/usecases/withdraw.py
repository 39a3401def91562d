"""A customer gave up before their number was told to them."""

from server.domain import events
from server.domain.moves import MOVES, Move
from server.domain.ticket import Ticket
from server.store.session import Session


def withdraw(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, left where it may still be: who is being served, or has gone, is not called any more anyway."""
    ticket = session.ticket(ticket_id)
    if ticket.state not in MOVES[Move.LEAVE].states:
        return ticket
    return session.record(events.Left(), ticket)
