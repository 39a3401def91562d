"""A customer who missed the call says: I am here."""

from datetime import timedelta

from server.domain import events, numbering
from server.domain.branch import Desk
from server.domain.events import Actor
from server.domain.moves import Move, check_move
from server.domain.refusals import TooLate
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import signed_in_desk
from server.usecases.steps.calling import give_to_ready_desk


def rejoin(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, waiting near the front, as many places behind it as the branch sets; or raise `TooLate`."""
    return _rejoin(session, session.actor, ticket_id)


def rejoin_at_desk(session: Session, ticket_id: int) -> Ticket:
    """Do the same for a customer who says so at a desk; raise `NotSignedIn` as well."""
    return _rejoin(session, signed_in_desk(session), ticket_id)


def _rejoin(session: Session, who: Desk | Actor, ticket_id: int) -> Ticket:
    state, ticket = session.state, session.ticket(ticket_id)
    check_move(ticket, Move.REJOIN)
    assert ticket.ended_at is not None
    late = session.now - ticket.ended_at
    too_late = late > timedelta(minutes=state.settings.rejoin_minutes)
    if too_late or ticket.day != state.day or not state.has_queue(ticket.queue):
        raise TooLate(ticket, "rejoin")
    place = state.settings.rejoin_place
    front = [position for position, _ in state.room.line(ticket.queue)[: place + 1]]
    position = numbering.placed(
        front, place, state.row_moment(session.now), state.seq + 1
    )
    with session.acting(who):
        rejoined = session.record(events.Rejoined(position=position), ticket)
    return give_to_ready_desk(session, rejoined)
