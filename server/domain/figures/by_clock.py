"""How a period went by the clock and the calendar."""

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from server.domain.figures.answer import (
    FEW,
    NOBODY,
    Cell,
    DayLevel,
    HourLoad,
    HourWaits,
    Within,
)
from server.domain.figures.days import Days
from server.domain.figures.everybody import within
from server.domain.figures.kept import DayFigures, QueueFigures
from server.domain.spread import Spread, quantile_among, spread_among

_WEEKDAYS = 7


def by_hour(days: Days, before: Days | None) -> tuple[HourWaits, ...]:
    """Return how long people waited by the hour in which they asked."""
    now = _spreads(days)
    return tuple(
        HourWaits(
            hour=hour,
            people=sum(map(len, days.waits(hour=hour))),
            wait=now(hour),
            before_p90=None if before is None else _p90(before.waits(hour=hour)),
        )
        for hour in days.hours
    )


def _spreads(days: Days) -> Callable[[int], Spread]:
    sums: Tally[int] = Tally()
    for each in days.queues:
        sums.update(each.wait_us)
    return lambda hour: spread_among(days.waits(hour=hour), sums[hour])


def by_weekday(days: Days) -> tuple[Cell, ...]:
    """Return within how long 9 in 10 were called, by weekday and hour of asking."""
    return tuple(
        _cell(days, weekday, hour)
        for weekday in range(_WEEKDAYS)
        for hour in days.hours
    )


def _cell(days: Days, weekday: int, hour: int) -> Cell:
    waits = days.waits(weekday=weekday, hour=hour)
    return Cell(
        weekday=weekday,
        hour=hour,
        people=sum(map(len, waits)),
        p90=_p90(waits),
        is_open=(weekday, hour) in days.open_hours,
    )


def _p90(waits: Sequence[Sequence[int]]) -> float | None:
    """Return within how many seconds 9 in 10 of them were called, of enough for it to be told."""
    return quantile_among(waits, 0.9) if sum(map(len, waits)) >= FEW else None


def loads(days: Days, running: tuple[date, int] | None = None) -> tuple[HourLoad, ...]:
    """Return how many asked, and how many the open desks could have served, by hour of a mean day; `running` is the day and the hour that are not over."""
    asked: Tally[int] = Tally()
    for each in days.queues:
        asked.update(each.asked)
    there: dict[int, float] = defaultdict(float)
    handled = 0
    for day in days.days:
        for seat in day.presence:
            mine, whole = seat.handled(days.queue), seat.handled(None)
            handled += mine
            share = 1.0 if days.queue is None else mine / (whole or 1)
            for hour, lasted in seat.there_us.items():
                there[hour] += share * lasted
    served = sum(each.served for each in days.queues)
    each_takes = handled / served if served else 0
    # Where the only day leaves the hour out, nobody came in it.
    many = {hour: days.lasted(hour) or 1.0 for hour in days.hours}
    now = None if running is None else _going_on(days, *running)
    return tuple(
        HourLoad(
            hour=hour,
            asked=asked[hour] / many[hour],
            capacity=there[hour] / each_takes / many[hour] if each_takes else None,
            is_going_on=hour == now,
        )
        for hour in days.hours
    )


def _going_on(days: Days, day: date, hour: int) -> int | None:
    """Return the hour of the open day that is not over, None where another day of these had it, too, or this is none of them."""
    others = [each for each in days.days if each.day != day]
    if len(others) == len(days.days) or any(_had(each, hour) for each in others):
        return None
    return hour


def _had(day: DayFigures, hour: int) -> bool:
    """Return whether anybody came in this hour of the day, or was at a desk."""
    those = (*(each.asked for each in day.queues), *(seat.there_us for seat in day.presence))  # fmt: skip
    return any(hour in each for each in those)


def by_day(days: Days) -> tuple[DayLevel, ...]:
    """Return how each day went."""
    return tuple(
        _level(day.day, list(days.queues_of(day)), days.target_s) for day in days.days
    )


def by_business_day(levels: Iterable[DayLevel]) -> dict[int, Within]:
    """Return how many were called in time, out of how many, on the business days of each weekday: Monday is 0."""
    found: dict[int, Within] = defaultdict(lambda: NOBODY)
    for level in levels:
        found[level.day.weekday()] += level.within
    return dict(found)


def _level(day: date, queues: Sequence[QueueFigures], target_s: int) -> DayLevel:
    waits = [
        memoryview(run).cast("i") for each in queues for run in each.waits.values()
    ]
    return DayLevel(
        day=day,
        asked=sum(sum(each.asked.values()) for each in queues),
        served=sum(each.served for each in queues),
        within=within(queues, waits, target_s),
    )
