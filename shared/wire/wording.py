"""How queues, instants and openings are told to people, the same in every program."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from shared.wire.messages import Branch, Queue


@dataclass(frozen=True, slots=True)
class Opening:
    """When the branch opens next: its clock (`08:00`), how many days ahead, and the weekday (Monday is 1)."""

    clock: str
    days_ahead: int
    weekday: int


UNKNOWN_OPENING = Opening(clock="", days_ahead=0, weekday=0)
"""When it opens next is not known."""


def name_in(queue: Queue, language: str) -> str:
    """Return the queue's name in a language, else in its first, else its slug."""
    return queue.names.get(language) or next(iter(queue.names.values()), queue.slug)


def queue_name(queues: Sequence[Queue], slug: str, language: str) -> str:
    """Return the name of the queue of that slug; nothing where there is no such queue, or no more."""
    return next((name_in(q, language) for q in queues if q.slug == slug), "")


def clock_time(instant: datetime | None, time_zone: str) -> str:
    """Return an instant as the branch's clock shows it, `10:42`; nothing for none."""
    return "" if instant is None else f"{instant.astimezone(ZoneInfo(time_zone)):%H:%M}"


def opening_of(branch: Branch) -> Opening:
    """Return when the branch opens next, as its own clock and calendar tell."""
    if branch.next_opening is None:
        return UNKNOWN_OPENING
    zone = ZoneInfo(branch.time_zone)
    local = branch.next_opening.astimezone(zone)
    today = branch.now.astimezone(zone).date()
    return Opening(
        clock=clock_time(branch.next_opening, branch.time_zone),
        days_ahead=(local.date() - today).days,
        weekday=local.isoweekday(),
    )
