"""Staff close or open a queue by hand, whatever its hours say; who waits in it stays."""

from dataclasses import dataclass
from datetime import datetime

from server.domain import events
from server.domain.today import ByHand, Switch
from server.store.session import Session
from server.usecases.steps.day import keep_day
from server.usecases.steps.switching import until_of


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseQueue:
    """Which queue is to give no numbers, and until when; until the business day ends where that is not said."""

    slug: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQueue:
    """Which queue is to give numbers, and until when; until the business day ends where that is not said."""

    slug: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetHoursSay:
    """Which queue is open and closed by its hours again."""

    slug: str


def close_queue(session: Session, command: CloseQueue) -> Switch:
    """Return how the queue was closed; raise `UnknownQueue`, or `NotValid` for an end that is none."""
    return _switched(session, command.slug, ByHand.CLOSED, command.until)


def open_queue(session: Session, command: OpenQueue) -> Switch:
    """Return how the queue was opened; raise as `close_queue` does."""
    return _switched(session, command.slug, ByHand.OPEN, command.until)


def let_hours_say(session: Session, command: LetHoursSay) -> None:
    """Let the queue be open when its hours say so; raise `UnknownQueue`."""
    slug = session.state.queue(command.slug).slug
    if slug in session.state.today.queues:
        session.record(events.QueueSwitched(queue=slug, switch=None))


def _switched(
    session: Session, slug: str, to: ByHand, until: datetime | None
) -> Switch:
    keep_day(session)
    queue = session.state.queue(slug)
    switch = Switch(to=to, until=until_of(session, until))
    if session.state.today.queues.get(slug) != switch:
        session.record(events.QueueSwitched(queue=queue.slug, switch=switch))
    return switch
