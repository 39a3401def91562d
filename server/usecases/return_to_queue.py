"""A customer who left by mistake comes back."""

from datetime import timedelta

from server.domain import events
from server.domain.moves import Move, check_move
from server.domain.refusals import TooLate
from server.domain.ticket import Ticket, TicketState
from server.store.journal import UnreadableRow
from server.store.session import Session
from server.store.view import View
from server.usecases.steps.calling import give_to_ready_desk

WITHIN = timedelta(seconds=30)

_GIVEN_UP = (events.Left, events.Cancelled)


def was_cancelled(view: View, ticket: Ticket) -> bool:
    """Return whether it was staff who ended the ticket, or nobody can tell any more."""
    if ticket.state is not TicketState.LEFT:
        return False
    try:
        past = [row.event for row in view.story(ticket.id)]
    except UnreadableRow:
        return True
    ends = [event for event in past if isinstance(event, _GIVEN_UP)]
    return not ends or isinstance(ends[-1], events.Cancelled)


def return_to_queue(session: Session, ticket_id: int) -> Ticket:
    """Return the ticket, waiting at its old place; raise `TooLate` after `WITHIN`, or when staff had cancelled it."""
    ticket = session.ticket(ticket_id)
    check_move(ticket, Move.RETURN)
    assert ticket.ended_at is not None
    late = session.now > ticket.ended_at + WITHIN or ticket.day != session.state.day
    gone = not session.state.has_queue(ticket.queue)
    if late or gone or was_cancelled(session.flush(), ticket):
        raise TooLate(ticket, "return")
    return give_to_ready_desk(session, session.record(events.Returned(), ticket))
