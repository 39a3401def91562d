"""A desk has served its customer."""

from server.domain import events
from server.domain.moves import Move
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import desk_with


def finish(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, done."""
    desk, ticket = desk_with(session, ticket_id, Move.FINISH)
    with session.acting(desk):
        return session.record(events.Finished(), ticket)
