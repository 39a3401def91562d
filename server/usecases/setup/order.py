"""The order in which queues stand on screens."""

from dataclasses import dataclass, replace

from server.domain import events
from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveQueue:
    """A queue that is to stand one place further up on screens, or further down."""

    slug: str
    up: bool


def move_queue(session: Session, command: MoveQueue) -> None:
    """Let the queue change places with its neighbour, if it has one there; raise `UnknownQueue`."""
    session.state.queue(command.slug)
    queues = sorted(session.state.queues(), key=lambda queue: (queue.ordinal, queue.slug))  # fmt: skip
    at = [queue.slug for queue in queues].index(command.slug)
    to = at - 1 if command.up else at + 1
    if not 0 <= to < len(queues):
        raise NotValid("slug", phrase("It is at the end already."))
    queues[at], queues[to] = queues[to], queues[at]
    for place, queue in enumerate(queues, start=1):
        if queue.ordinal != place:
            moved = replace(queue, ordinal=place)
            session.record(events.QueueConfigured(queue=moved))
