"""A customer takes a number."""

from dataclasses import dataclass

from server.domain import events, numbering
from server.domain.refusals import QueueFull
from server.domain.ticket import Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.close_day import close_day


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeNumber:
    """Which queue, in which language the customer is spoken to, and an optional priority class."""

    queue: str
    language: str | None = None
    priority: str | None = None


def take_number(session: Session, clock: Clock, command: TakeNumber) -> Ticket:
    """Return a new ticket at the end of the queue; raise `UnknownQueue` or `QueueFull`."""
    close_day(session, clock)
    queue = session.queue(command.queue)
    now = clock()
    number, before = session.next_number(queue.slug)
    if 0 < queue.settings.max_waiting <= before:
        raise QueueFull(queue.slug)
    return session.record_taken(
        events.Taken(
            queue=queue.slug,
            day=session.ledger.day,
            number=number,
            label=numbering.label(queue.letter, number),
            position=numbering.position(
                max(now, session.ledger.moment), session.ledger.seq + 1
            ),
            language=command.language,
            priority=command.priority,
        ),
        at=now,
    )
