"""A customer takes a number."""

from dataclasses import dataclass
from datetime import timedelta

from server.domain import events, limits, numbering
from server.domain.branch import BranchSettings
from server.domain.refusals import NotValid, PriorityNotAllowed
from server.domain.ticket import PrintState, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.close_day import close_day
from server.usecases.stored_next import serve_stored


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNumber:
    """Which queue, in which language the customer is spoken to, and an optional priority class.

    `role` is that of the device it is taken at; `will_print` says that it has a printer's paper to expect.
    """

    queue: str
    role: str = "phone"
    language: str | None = None
    priority: str | None = None
    will_print: bool = False


def take_number(session: Session, clock: Clock, command: TakeNumber) -> Ticket:
    """Return a new ticket at the end of the queue, or as far in front of it as its priority gives.

    Raises `UnknownQueue`, `QueueClosed`, `QueueFull`, `NotValid` for an unknown priority, `PriorityNotAllowed`.
    """
    return serve_stored(session, clock, new_ticket(session, clock, command))


def new_ticket(session: Session, clock: Clock, command: TakeNumber) -> Ticket:
    """Return a new ticket that waits; raise as `take_number` does."""
    close_day(session, clock)
    now = clock()
    branch = session.ledger.settings
    queue = session.queue(command.queue)
    head_start = _head_start(branch, command)
    limits.check_open(branch, queue, now)
    limits.check_room(branch, queue, session.load(queue), now)
    number = session.next_number(queue.slug)
    moment = max(now, session.ledger.moment) - head_start
    return session.record_taken(
        events.Taken(
            queue=queue.slug,
            day=session.ledger.day,
            number=number,
            label=numbering.label(queue.letter, number, queue.settings.digits),
            position=numbering.position(moment, session.ledger.seq + 1),
            language=command.language,
            priority=command.priority,
            print=PrintState.PENDING if command.will_print else None,
        ),
        at=now,
    )


def _head_start(branch: BranchSettings, command: TakeNumber) -> timedelta:
    if command.priority is None:
        return timedelta(0)
    if command.priority not in branch.priorities:
        raise NotValid("priority", f"There is no priority “{command.priority}”.")
    if command.role not in branch.priority_roles:
        raise PriorityNotAllowed
    return timedelta(minutes=branch.priorities[command.priority])
