"""The customer was called and did not come."""

from server.domain import events
from server.domain.moves import Move
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import desk_with


def no_show(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, missed."""
    desk, ticket = desk_with(session, ticket_id, Move.NO_SHOW)
    with session.acting(desk):
        return session.record(events.Missed(), ticket)
