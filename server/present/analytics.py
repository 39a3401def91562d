"""What stands out in the figures of a period: by rules that rather say nothing than too much."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from statistics import median

from server.domain.figures.answer import (
    FEW,
    Analytics,
    Cell,
    Gone,
    HourLoad,
    HourWaits,
    Occupied,
    Within,
)

NOON = 12
_HOURS = 24
MINUTE_S = 60

_CLEARLY = 1.25
"""So many times as long as the middle one is news."""

_EASED, _RIVALLED = 0.6, 0.85
_FULL, _HALF_FREE = 0.85, 0.5
_MANY_LEAVE, _FEW_LEAVE = 0.1, 0.02
_A_PERSON = 0.5
_MOST_RUNS = 2
_TOP = 3
_WORTH_A_REASON, _MOST_OF_IT = 0.02, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """When it took longest: on this weekday (Monday is 0; None where it is of one day), from this hour on, 9 in 10 waited less than so many seconds."""

    weekday: int | None
    hour: int
    p90: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Hard:
    """The weekday that is harder than the others: its mornings, its afternoons, or one hour alone."""

    weekday: int
    is_morning: bool | None
    hour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Peak:
    """The hour with the longest waits, and whether they were short again at the end of the day."""

    hour: int
    eases: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Busiest:
    """The desks that hardly had a pause, of so many in all, and one that was free for long; either may be missing."""

    full: tuple[Occupied, ...]
    of: int
    free: Occupied | None


def under(seconds: float) -> int:
    """Return the least whole number of minutes that this is not above, told to a tenth of a minute as in tables; at least one."""
    return max(1, ceil(round(seconds / MINUTE_S, 1)))


def of_100(share: float) -> int:
    """Return a share as so many of a hundred."""
    return floor(share * 100 + 0.5)


def in_time(within: Within) -> float | None:
    """Return the share that was called in time; None of so few that it could be told who they are."""
    return within.share if within.of >= FEW else None


def owing_to(found: Analytics) -> int | None:
    """Return the weekday on which alone most of it hangs that more were called in time, or fewer, than before; None where there is none.

    Had that weekday gone as it did before, less than half of the difference would be left.
    """
    before = found.headline_before
    if before is None or before.within.share is None:
        return None
    then, now = before.within.share, found.headline.within
    change = _share_more(now.served, now.of, then)
    if abs(change) < _WORTH_A_REASON:
        return None
    both = [
        (weekday, found.weekdays[weekday], found.weekdays_before[weekday])
        for weekday in found.weekdays.keys() & found.weekdays_before.keys()
    ]
    alone = [
        weekday
        for weekday, its, was in both
        if min(its.of, was.of) >= FEW
        and _share_more(
            now.served - its.served + was.served, now.of - its.of + was.of, then
        )
        / change
        < _MOST_OF_IT
    ]
    return alone[0] if len(both) > 1 and len(alone) == 1 else None


def _share_more(served: int, of: int, then: float) -> float:
    return served / of - then if of else 0.0


def worst_cell(cells: Sequence[Cell]) -> Worst | None:
    """Return the hour of which weekday took longest; None where none may be told, or people came in one alone."""
    told = [(cell.p90, cell) for cell in cells if cell.p90 is not None]
    if not told or sum(cell.people > 0 for cell in cells) < 2:
        return None
    p90, cell = max(told, key=lambda each: each[0])
    return Worst(weekday=cell.weekday, hour=cell.hour, p90=p90)


def worst_hour(hours: Sequence[HourWaits]) -> Worst | None:
    """Return the hour that took longest; None where none may be told, or people came in one alone."""
    told = _told(hours)
    if not told or sum(each.people > 0 for each in hours) < 2:
        return None
    p90, place = max(told)
    return Worst(weekday=None, hour=hours[place].hour, p90=p90)


def _told(hours: Iterable[HourWaits]) -> list[tuple[float, int]]:
    """Return within how many seconds 9 in 10 were called, and of the how manieth hour that is: of hours in which enough came."""
    return [
        (each.wait.p90, place)
        for place, each in enumerate(hours)
        if each.people >= FEW and each.wait.p90 is not None
    ]


def hard(cells: Sequence[Cell], begins: int) -> Hard | None:
    """Return what is harder than the rest of the week; None where it is about the same.

    An hour before business days begin is of a night, which is nobody's morning.
    """
    told = sorted(
        ((cell.p90, cell) for cell in cells if cell.p90 is not None),
        key=lambda each: -each[0],
    )
    if len({cell.weekday for _, cell in told}) < 2 or len(told) <= _TOP:
        return None
    longest, cell = told[0]
    if longest < _CLEARLY * median(p90 for p90, _ in told) or longest < MINUTE_S:
        return None
    elsewhere = [
        p90 for p90, each in told if _half_day(each, begins) != _half_day(cell, begins)
    ]
    is_alone = told[1][0] > max(elsewhere) and max(elsewhere) <= _RIVALLED * longest
    has_name = is_alone and cell.hour >= begins
    return Hard(weekday=cell.weekday, is_morning=cell.hour < NOON if has_name else None, hour=cell.hour)  # fmt: skip


def _half_day(cell: Cell, begins: int) -> tuple[int, bool, bool]:
    """Return which weekday's night, morning or afternoon it is of."""
    return cell.weekday, cell.hour < begins, cell.hour < NOON


def overfull(loads: Sequence[HourLoad]) -> list[tuple[int, int]]:
    """Return from which hour until which more came than could be served, in a row as one, also over midnight."""
    runs: list[tuple[int, int]] = []
    for load in loads:
        if load.excess < _A_PERSON:
            continue
        if runs and runs[-1][1] % _HOURS == load.hour:
            runs[-1] = (runs[-1][0], load.hour + 1)
        else:
            runs.append((load.hour, load.hour + 1))
    return runs


def peak(hours: Sequence[HourWaits]) -> Peak | None:
    """Return the hour in which waits were clearly the longest; None where there is none."""
    told = _told(hours)
    if len(told) <= _TOP:
        return None
    longest, place = max(told)
    if longest < _CLEARLY * median(p90 for p90, _ in told) or longest < MINUTE_S:
        return None
    later = [p90 for p90, other in told if other > place + 1]
    eases = (
        bool(later)
        and max(later) <= _RIVALLED * longest
        and later[-1] <= _EASED * longest
    )
    return Peak(hour=hours[place].hour, eases=eases)


def busiest(desks: Sequence[Occupied]) -> Busiest:
    """Return the desks that hardly had a pause, and the one that was free most, where either is worth a word."""
    there = [(each.occupancy, each) for each in desks if each.occupancy is not None]
    of = sum(desk.open_s > 0 for desk in desks)
    if len(there) < 2:
        return Busiest(full=(), of=of, free=None)
    least = min(there, key=lambda each: each[0])
    return Busiest(
        full=tuple(desk for busy, desk in there if busy >= _FULL),
        of=of,
        free=least[1] if least[0] <= _HALF_FREE else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """After so many minutes so large a share leaves; after 0 where hardly anybody does at all."""

    minutes: int
    share: float


def leaving(gone: Sequence[Gone]) -> Leaving | None:
    """Return after how long many leave before they are called, or that hardly anybody does; None where neither is so."""
    everybody = _left(gone)
    if everybody is not None and everybody <= _FEW_LEAVE:
        return Leaving(minutes=0, share=everybody)
    for at, each in enumerate(gone):
        here, later = _left([each]), _left(gone[at:])
        if at > 0 and min(here or 0, later or 0) >= _MANY_LEAVE:
            return Leaving(minutes=round(each.from_s / MINUTE_S), share=later or 0)
    return None


def _left(gone: Sequence[Gone]) -> float | None:
    people = sum(each.people for each in gone)
    return sum(each.left for each in gone) / people if people >= FEW else None
