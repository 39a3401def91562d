"""A called customer says: I am on my way."""

from server.domain import events
from server.domain.moves import Move, check_move
from server.domain.ticket import Ticket
from server.store.session import Session


def on_my_way(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket with the word that its customer is coming; saying it twice says it once."""
    ticket = session.ticket(ticket_id)
    check_move(ticket, Move.ON_MY_WAY)
    if ticket.on_my_way_at is not None:
        return ticket
    return session.record(events.WentOnTheWay(), ticket)
