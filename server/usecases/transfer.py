"""A customer is sent to another queue or to one desk, with the same ticket."""

from dataclasses import dataclass

from server.domain import events, numbering
from server.domain.moves import Move, check_move
from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import staff_for
from server.usecases.steps.calling import give_to_ready_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Where to: a queue, a desk, or both. `to_end` gives up the moment of taking and queues up anew."""

    ticket: int
    queue: str | None = None
    desk: int | None = None
    to_end: bool = False


def transfer(session: Session, command: Transfer) -> Ticket:
    """Return the ticket, waiting there under its old label, by default at the moment it was taken.

    Raises `UnknownQueue`, `UnknownDesk`, `WrongState`, `OtherDesk`, `NotValid` when it says no destination.
    """
    if command.queue is None and command.desk is None:
        raise NotValid("queue", phrase("Say a queue or a desk to transfer to."))
    state, ticket = session.state, session.ticket(command.ticket)
    staff = staff_for(session, ticket)
    check_move(ticket, Move.TRANSFER)
    queue = ticket.queue if command.queue is None else state.queue(command.queue).slug
    if command.desk is not None:
        state.desk(command.desk)
    position = ticket.position
    if command.to_end:
        position = numbering.position(state.row_moment(session.now), state.seq + 1)
    sent = events.Transferred(queue=queue, position=position, desk=command.desk)
    with session.acting(staff):
        transferred = session.record(sent, ticket)
    return give_to_ready_desk(session, transferred)
