"""A customer who missed the call says: I am here."""

from datetime import timedelta

from server.domain import events, numbering
from server.domain.life import check_move
from server.domain.refusals import TooLate
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import signed_in_desk
from server.usecases.stored_next import serve_stored


def rejoin_at_desk(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Do the same for a customer who says so at a desk; raise `NotSignedIn` as well."""
    signed_in_desk(session)
    return rejoin(session, clock, ticket_id)


def rejoin(session: Session, clock: Clock, ticket_id: int) -> Ticket:
    """Return the ticket, waiting near the front, as many places behind it as the branch sets; or raise `TooLate`."""
    ticket = session.ticket(ticket_id)
    check_move(ticket, Move.REJOIN)
    now = clock()
    settings = session.ledger.settings
    assert ticket.ended_at is not None
    late = now - ticket.ended_at > timedelta(minutes=settings.rejoin_minutes)
    if late or ticket.day != session.ledger.day:
        raise TooLate(ticket, "rejoin")
    front = session.first_positions(ticket.queue, settings.rejoin_place + 1)
    position = numbering.placed(
        front,
        settings.rejoin_place,
        max(now, session.ledger.moment),
        session.ledger.seq + 1,
    )
    rejoined = session.record(events.Rejoined(position=position), ticket, at=now)
    return serve_stored(session, clock, rejoined)
