"""Where a customer who missed the call stands when they come after all."""

from datetime import timedelta

from server.domain import numbering
from server.domain.moves import Move, check_move
from server.domain.refusals import TooLate
from server.domain.ticket import Ticket
from server.store.session import Session


def check_in_time(session: Session, missed: Ticket) -> None:
    """Raise `TooLate` unless whoever missed the call may come back yet."""
    state = session.state
    assert missed.ended_at is not None
    late = session.now - missed.ended_at
    too_late = late > timedelta(minutes=state.settings.rejoin_minutes)
    if too_late or missed.day != state.day or not state.has_queue(missed.queue):
        raise TooLate(missed, "rejoin")


def place_to_rejoin(session: Session, ticket: Ticket) -> str:
    """Return the position near the front, as many places behind it as the branch sets; raise `WrongState` or `TooLate`."""
    check_move(ticket, Move.REJOIN)
    check_in_time(session, ticket)
    state = session.state
    place = state.settings.rejoin_place
    front = [position for position, _ in state.room.line(ticket.queue)[: place + 1]]
    moment = state.row_moment(session.now)
    return numbering.placed(front, place, moment, state.seq + 1)
