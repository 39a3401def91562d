"""What the last weeks were like, as plans are made from it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from server.domain.figures.kept import DayFigures, QueueFigures, unpacked

_MICROSECONDS = 1_000_000
_HOUR_US = 3600 * _MICROSECONDS

Hour = tuple[date, int]
"""A business day, and an hour of it by the clock on the wall: those before it begins are its last ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handled:
    """What became of a queue's tickets: how many were called and how many have left before, how long all have waited, and for how
    many seconds desks were `busy` with those who were called, until they called the next one."""

    called: int = 0
    busy_s: float = 0
    left: int = 0
    waited_s: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What the last weeks were like, up to yesterday.

    `came` has how many took a number, by queue and hour, `staffed` which share of the hour each desk was open, by desk and hour.
    """

    came: Mapping[tuple[str, Hour], int] = field(default_factory=dict)
    staffed: Mapping[tuple[int, Hour], float] = field(default_factory=dict)
    handled: Mapping[str, Handled] = field(default_factory=dict)


def past_of(days: Iterable[DayFigures]) -> Past:
    """Return what these business days were like."""
    came: dict[tuple[str, Hour], int] = defaultdict(int)
    staffed: dict[tuple[int, Hour], float] = defaultdict(float)
    queues: dict[str, list[QueueFigures]] = defaultdict(list)
    busy_us: dict[str, int] = defaultdict(int)
    for day in days:
        for queue in day.queues:
            queues[queue.queue].append(queue)
            for hour, count in queue.asked.items():
                came[queue.queue, (day.day, hour)] += count
        for seat in day.presence:
            for hour, there_us in seat.there_us.items():
                staffed[seat.desk, (day.day, hour)] += there_us / _HOUR_US
            for slug, lasted_us in seat.serving_us.items():
                busy_us[slug] += lasted_us
    return Past(
        came=came,
        staffed=staffed,
        handled={slug: _handled(queues[slug], busy_us[slug]) for slug in queues},
    )


def _handled(found: Iterable[QueueFigures], busy_us: int) -> Handled:
    called = left = tenths = 0
    waited_us = 0
    for each in found:
        not_served = unpacked([each.missed, each.others])
        gone = unpacked([each.left])
        called += each.served + len(not_served)
        left += len(gone)
        waited_us += sum(each.wait_us.values())
        tenths += sum(not_served) + sum(gone)
    return Handled(
        called=called,
        busy_s=busy_us / _MICROSECONDS,
        left=left,
        waited_s=waited_us / _MICROSECONDS + tenths / 10,
    )
