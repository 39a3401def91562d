"""A customer who left by mistake comes back."""

from datetime import timedelta

from server.domain import events
from server.domain.life import check_move
from server.domain.refusals import TooLate
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.stored_next import serve_stored

WITHIN = timedelta(seconds=30)


def return_to_queue(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Return the ticket, waiting at its old place; raise `TooLate` after `WITHIN`, or when staff had cancelled it."""
    ticket = session.ticket(ticket_id)
    check_move(ticket, Move.RETURN)
    now = clock()
    assert ticket.ended_at is not None
    late = now - ticket.ended_at > WITHIN or ticket.day != session.ledger.day
    if late or not session.was_left_by_customer(ticket):
        raise TooLate(ticket, "return")
    return serve_stored(
        session, clock, session.record(events.Returned(), ticket, at=now)
    )
