"""A held customer waits again."""

from server.domain import events
from server.domain.moves import Move, check_move
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import signed_in_desk
from server.usecases.steps.calling import give_to_ready_desk


def resume(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, waiting at its old place; any desk may resume it."""
    desk = signed_in_desk(session)
    ticket = session.ticket(ticket_id)
    check_move(ticket, Move.RESUME)
    with session.acting(desk):
        resumed = session.record(events.Resumed(), ticket)
    return give_to_ready_desk(session, resumed)
