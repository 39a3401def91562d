"""The customer has arrived at the desk."""

from server.domain import events
from server.domain.moves import Move
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import desk_with


def start(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, serving from now on."""
    desk, ticket = desk_with(session, ticket_id, Move.START)
    with session.acting(desk):
        return session.record(events.Started(), ticket)
