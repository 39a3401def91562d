"""A held customer waits again."""

from server.domain import events
from server.domain.life import check_move
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import signed_in_desk
from server.usecases.stored_next import serve_stored


def resume(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Return the ticket, waiting at its old place; any desk may resume it."""
    signed_in_desk(session)
    ticket = session.ticket(ticket_id)
    check_move(ticket, Move.RESUME)
    resumed = session.record(events.Resumed(), ticket, at=clock())
    return serve_stored(session, clock, resumed)
