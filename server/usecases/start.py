"""The customer has arrived at the desk."""

from server.domain import events
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import ticket_at_this_desk


def start(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Return the ticket, serving from now on."""
    ticket = ticket_at_this_desk(session, ticket_id, Move.START)
    return session.record(events.Started(), ticket, at=clock())
