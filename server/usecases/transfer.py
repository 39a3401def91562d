"""A customer is sent to another queue or to one desk, with the same ticket."""

from dataclasses import dataclass

from server.domain import events, numbering
from server.domain.life import check_move
from server.domain.refusals import NotValid
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import check_staff
from server.usecases.stored_next import serve_stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """Where to: a queue, a desk, or both. `to_end` gives up the moment of taking and queues up anew.

    `manager` says that it is the branch's manager who sends, not a desk.
    """

    ticket: int
    queue: str | None = None
    desk: int | None = None
    to_end: bool = False
    manager: bool = False


def transfer(session: Session, clock: Clock, command: Transfer) -> Ticket:
    """Return the ticket, waiting there under its old label, by default at the moment it was taken.

    Raises `UnknownQueue`, `UnknownDesk`, `WrongState`, `OtherDesk`, `NotValid` when it says no destination.
    """
    if command.queue is None and command.desk is None:
        raise NotValid("queue", "Say a queue or a desk to transfer to.")
    ticket = session.ticket(command.ticket)
    check_staff(session, ticket, manager=command.manager)
    check_move(ticket, Move.TRANSFER)
    queue = ticket.queue if command.queue is None else session.queue(command.queue).slug
    if command.desk is not None:
        session.desk(command.desk)
    now = clock()
    position = ticket.position
    if command.to_end:
        position = numbering.position(
            max(now, session.ledger.moment), session.ledger.seq + 1
        )
    sent = events.Transferred(queue=queue, position=position, desk=command.desk)
    return serve_stored(session, clock, session.record(sent, ticket, at=now))
