"""When a queue gives no more numbers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.domain.branch import BranchSettings, Desk, DeskState, Queue
from server.domain.openness import opening_of
from server.domain.promise import Promise
from server.domain.refusals import Fullness, QueueClosed, QueueFull
from server.domain.today import Switch


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """How a queue stands: how many wait, how many numbers it gave today, how many open desks serve it.

    `switch` is there where staff closed or opened it for now.
    """

    waiting: int
    given: int
    desks: int
    switch: Switch | None = None


def check_open(
    branch: BranchSettings, queue: Queue, demand: Demand, now: datetime
) -> None:
    """Raise `QueueClosed` outside the queue's opening hours, and while staff have closed it."""
    opening = opening_of(branch, queue, demand.switch, now)
    if not opening.is_open:
        raise QueueClosed(queue.slug, opening.opens_at)


def check_not_full(
    branch: BranchSettings,
    queue: Queue,
    demand: Demand,
    now: datetime,
    promise: Promise | None,
) -> None:
    """Raise `QueueFull` when the queue gives no more numbers."""
    why = fullness(branch, queue, demand, now, promise)
    if why is not None:
        raise QueueFull(queue.slug, why)


def fullness(
    branch: BranchSettings,
    queue: Queue,
    demand: Demand,
    now: datetime,
    promise: Promise | None,
) -> Fullness | None:
    """Return why an open queue gives no more numbers, first what lasts longest; None while it gives some.

    `promise` is what whoever comes now would be told of their wait, None where nobody can say.
    """
    settings = queue.settings
    if 0 < settings.daily_cap <= demand.given:
        return Fullness.TODAY
    end = opening_of(branch, queue, demand.switch, now).closes_at
    if (
        settings.closing_guard
        and end is not None
        and served_by(queue, demand, now, promise) > end
    ):
        return Fullness.CLOSING
    if 0 < settings.max_waiting <= demand.waiting:
        return Fullness.WAITING
    return None


def open_desks(desks: Iterable[Desk], queue: str) -> int:
    """Return how many desks serve the queue just now."""
    return sum(desk.state is DeskState.OPEN and queue in desk.serves for desk in desks)


def served_by(
    queue: Queue, demand: Demand, now: datetime, promise: Promise | None
) -> datetime:
    """Return by when the next customer is as likely served as not; where no wait is foreseen, by a simple count of those who wait."""
    one = timedelta(minutes=queue.settings.expected_minutes)
    if promise is not None:
        return now + timedelta(seconds=promise.mid_s) + one
    return now + one * ((demand.waiting + 1) / max(1, demand.desks))
