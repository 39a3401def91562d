"""A desk serves one more queue until the business day ends: a manager lends it, or whoever sits there takes it on."""

from dataclasses import dataclass

from server.domain import events
from server.domain.branch import Desk
from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.store.session import Session
from server.usecases.steps.acting import staff_of
from server.usecases.steps.calling import give_to_ready_desk
from server.usecases.steps.day import keep_day


@dataclass(frozen=True, slots=True, kw_only=True)
class LendQueue:
    """Which desk is to serve which queue, beside its own."""

    desk: int
    queue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeQueueBack:
    """Which desk is no longer to serve a queue that it was lent."""

    desk: int
    queue: str


def lend_queue(session: Session, command: LendQueue) -> Desk:
    """Return the desk, serving the queue from its next call on.

    Raises `UnknownDesk`, `UnknownQueue`, `NotValid` where it does already, or `NotSignedIn` where it is neither a manager who asks nor this desk.
    """
    keep_day(session)
    state = session.state
    desk, queue = state.desk(command.desk), state.queue(command.queue)
    if queue.slug in desk.serves:
        raise NotValid(
            "queue",
            phrase(
                "Desk {number} serves the queue “{slug}” already.",
                number=desk.number,
                slug=queue.slug,
            ),
        )
    _lend(session, desk, (*desk.lent, queue.slug))
    waiting = state.room.line_of(queue.slug)
    if waiting:
        give_to_ready_desk(session, waiting[0])
    return state.desk(desk.number)


def take_queue_back(session: Session, command: TakeQueueBack) -> Desk:
    """Return the desk without the queue that it was lent, by whomever; raise as `lend_queue` does, `NotValid` where it was lent no such queue."""
    desk = session.state.desk(command.desk)
    if command.queue not in desk.lent:
        raise NotValid(
            "queue",
            phrase(
                "Desk {number} was lent no queue “{slug}”.",
                number=desk.number,
                slug=command.queue,
            ),
        )
    return _lend(session, desk, tuple(q for q in desk.lent if q != command.queue))


def _lend(session: Session, desk: Desk, queues: tuple[str, ...]) -> Desk:
    # As the servicer, and not as the desk: it is no act that the desk takes back, it gives the queue back.
    with session.acting(staff_of(session, desk.number)):
        return session.record(events.QueueLent(desk=desk.number, queues=queues))
