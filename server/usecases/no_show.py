"""The customer was called and did not come."""

from server.domain import events
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import ticket_at_this_desk


def no_show(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Return the ticket, missed."""
    ticket = ticket_at_this_desk(session, ticket_id, Move.NO_SHOW)
    return session.record(events.Missed(), ticket, at=clock())
