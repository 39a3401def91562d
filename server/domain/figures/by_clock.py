"""How a period went by the clock and the calendar."""

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from server.domain.figures.answer import FEW, Cell, DayLevel, HourLoad, HourWaits
from server.domain.figures.days import Days
from server.domain.figures.everybody import within
from server.domain.figures.kept import QueueFigures, unpacked
from server.domain.spread import NOTHING, Spread, quantile, spread_of

_WEEKDAYS = 7


def by_hour(days: Days, before: Days | None) -> tuple[HourWaits, ...]:
    """Return how long people waited by the hour in which they asked."""
    now = _spreads(days)
    then = None if before is None else _spreads(before)
    return tuple(
        HourWaits(
            hour=hour,
            people=len(days.waits.get(hour, ())),
            wait=now.get(hour, NOTHING),
            before=None if then is None else then.get(hour, NOTHING),
        )
        for hour in days.hours
    )


def _spreads(days: Days) -> Mapping[int, Spread]:
    sums: Tally[int] = Tally()
    for each in days.queues:
        sums.update(each.wait_us)
    return {hour: spread_of(waits, sums[hour]) for hour, waits in days.waits.items()}


def by_weekday(days: Days) -> tuple[Cell, ...]:
    """Return within how long 9 in 10 were called, by weekday and hour of asking."""
    runs: dict[tuple[int, int], list[bytes]] = defaultdict(list)
    there: set[tuple[int, int]] = set()
    for day in days.days:
        weekday = day.day.weekday()
        there.update((weekday, hour) for seat in day.presence for hour in seat.hours)
        for each in days.queues_of(day):
            there.update((weekday, hour) for hour in each.asked)
            for hour, run in each.waits.items():
                runs[weekday, hour].append(run)
    return tuple(
        _cell(weekday, hour, runs.get((weekday, hour), ()), (weekday, hour) in there)
        for weekday in range(_WEEKDAYS)
        for hour in days.hours
    )


def _cell(weekday: int, hour: int, runs: Iterable[bytes], is_open: bool) -> Cell:
    waits = unpacked(runs)
    return Cell(
        weekday=weekday,
        hour=hour,
        people=len(waits),
        p90=quantile(waits, 0.9) if len(waits) >= FEW else None,
        is_open=is_open,
    )


def loads(days: Days) -> tuple[HourLoad, ...]:
    """Return how many asked, and how many the open desks could have served, by hour of a mean day."""
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
    many = len(days.days)
    return tuple(
        HourLoad(
            hour=hour,
            asked=asked[hour] / many,
            capacity=there[hour] / each_takes / many if each_takes else None,
        )
        for hour in days.hours
    )


def by_day(days: Days) -> tuple[DayLevel, ...]:
    """Return how each day went."""
    return tuple(
        _level(day.day, list(days.queues_of(day)), days.target_s) for day in days.days
    )


def _level(day: date, queues: Sequence[QueueFigures], target_s: int) -> DayLevel:
    waits = unpacked(run for each in queues for run in each.waits.values())
    return DayLevel(
        day=day,
        asked=sum(sum(each.asked.values()) for each in queues),
        served=len(waits),
        wait=spread_of(waits, sum(sum(each.wait_us.values()) for each in queues)),
        within=within(queues, target_s),
    )
