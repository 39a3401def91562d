"""A desk has served its customer."""

from server.domain import events
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import ticket_at_this_desk


def finish(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Return the ticket, done."""
    ticket = ticket_at_this_desk(session, ticket_id, Move.FINISH)
    return session.record(events.Finished(), ticket, at=clock())
