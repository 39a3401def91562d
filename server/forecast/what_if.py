"""What if: a day as it was, played again with other desks or under other policies.

The same customers come at the same moments, each keeps a desk for as long as they really did, and desks are open as they really
were, and about as slow to call; who is called is decided anew, by the policy that decides it really. As how soon desks call is chance, the day is
played several times without the change and with it, and what differs less than the plays do among themselves is no difference.
"""

from collections import Counter as Tally
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time, timedelta
from math import sqrt
from statistics import fmean, stdev
from zoneinfo import ZoneInfo

from server.domain.branch import BranchSettings, Desk, DeskState, Policy
from server.domain.numbering import day_begins
from server.domain.spread import spread, tenths
from server.forecast.day_facts import DayFacts, Sitting
from server.forecast.day_play import Outcome, plays

_MICROSECONDS = 1_000_000
_A_DAY, _A_MINUTE = timedelta(days=1), timedelta(minutes=1)

_MOST_PLAYS = 48
_MOST_CUSTOMERS = 20_000
"""So many customers are played on each side, that is a few seconds; the fewer came on a day, the more often it is played."""

_LEAST = {"half_s": 30.0, "most_s": 60.0, "share_in_time": 0.01, "left": 0.75, "unserved": 0.75}  # fmt: skip
"""What differs by less is much the same."""

_SURE = 3.0
"""So many standard errors are no chance any more."""

# --- what is changed ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OneMoreDesk:
    """One more desk for these queues, open from and until so many seconds after the day began."""

    queues: tuple[str, ...]
    since_s: float
    until_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPolicy:
    """Another policy at a desk, at all where none is said; ratios by these weights, else one to one."""

    policy: Policy
    desk: int | None = None
    weights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherQueues:
    """A desk serves these queues instead of its own."""

    desk: int
    queues: tuple[str, ...]


What = OneMoreDesk | OtherPolicy | OtherQueues


def stretch(
    since: time, until: time, day: date, branch: BranchSettings
) -> tuple[float, float]:
    """Return these times of a business day in seconds after it began; what is not within one ends before it begins.

    A day that is to begin before it does, at 0:00, begins with itself.
    """
    begins, whole = branch.rollover_hour * 60, 24 * 60
    first, last = (each.hour * 60 + each.minute for each in (since, until))
    start, end = (first - begins) % whole, (last - begins) % whole or whole
    if start >= end and first < begins:
        start = 0
    return _shown_after_s(start, day, branch), _shown_after_s(end, day, branch)


def _shown_after_s(minutes: int, day: date, branch: BranchSettings) -> float:
    """Return after how many seconds of the day the clock on the wall first shows so many minutes more than at its begin, or skips them."""
    zone, hour = ZoneInfo(branch.time_zone), branch.rollover_hour
    begins, ends = (
        day_begins(each, branch.time_zone, hour) for each in (day, day + _A_DAY)
    )
    wanted = datetime.combine(day, time(hour)) + minutes * _A_MINUTE
    at = begins
    while at < ends and at.astimezone(zone).replace(tzinfo=None) < wanted:
        at += _A_MINUTE
    return (at - begins).total_seconds()


def sittings_if(day: DayFacts, what: What | None) -> list[Sitting]:
    """Return when which desks are open, and as set up, with this change."""
    match what:
        case None:
            return list(day.sittings)
        case OneMoreDesk(queues=queues, since_s=since, until_s=until):
            number = 1 + max(day.desks, default=0)
            desk = Desk(number=number, queues=queues, state=DeskState.OPEN)
            more = Sitting(desk=desk, since_s=since, until_s=until)
            return [*day.sittings, more]
        case OtherPolicy(policy=policy, desk=number, weights=weights):
            return _altered(
                day, number, lambda desk: replace(desk, policy=policy, weights=weights)
            )
        case OtherQueues(desk=number, queues=queues):
            return _altered(
                day, number, lambda desk: replace(desk, queues=queues, lent=())
            )


def _altered(
    day: DayFacts, number: int | None, alter: Callable[[Desk], Desk]
) -> list[Sitting]:
    return [
        replace(each, desk=alter(each.desk))
        if number in (None, each.desk.number)
        else each
        for each in day.sittings
    ]


# --- what comes of it ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """How some customers waited: how many came, were called and served, gave up before, were never called; in seconds the mean, half and 9 in 10 of those who were served.

    `in_time` is how many were served of those called within the target, out of `counted`: all who did not give up within it. Of several
    plays each is the mean.
    """

    came: float = 0
    called: float = 0
    served: float = 0
    left: float = 0
    unserved: float = 0
    mean_s: float | None = None
    half_s: float | None = None
    most_s: float | None = None
    in_time: float = 0
    counted: float = 0

    @property
    def share_in_time(self) -> float | None:
        """The share who were called within the target, and served."""
        return self.in_time / self.counted if self.counted else None


def waits_of(outcomes: Iterable[Outcome], target: timedelta, queue: str | None = None) -> Waits:  # fmt: skip
    """Return how those waited who came for this queue, for any where none is said; defined as reports do (see `server.domain.figures`)."""
    mine = [each for each in outcomes if queue in (None, each.customer.queue)]
    called = [each.waited_s for each in mine if each.waited_s is not None]
    waits = [_microseconds(each.waited_s) for each in mine if each.is_served]
    left = [_microseconds(each.left_after_s) for each in mine if each.left_after_s is not None]  # fmt: skip
    within = tenths(_microseconds(target.total_seconds()))
    found = spread(Tally(map(tenths, waits)), sum(waits))
    return Waits(
        came=len(mine),
        called=len(called),
        served=len(waits),
        left=len(left),
        unserved=len(mine) - len(called) - len(left),
        mean_s=found.mean,
        half_s=found.median,
        most_s=found.p90,
        in_time=sum(tenths(wait) <= within for wait in waits),
        counted=len(mine) - sum(tenths(after) <= within for after in left),
    )


def _microseconds(seconds: float | None) -> int:
    return round((seconds or 0.0) * _MICROSECONDS)


def play(day: DayFacts, what: What | None = None, times: int | None = None) -> list[list[Outcome]]:  # fmt: skip
    """Return what comes of each customer when the day is played again and again with this change, or with none: the n-th play of either has the same luck."""
    if times is None:
        times = how_often(len(day.customers))
    return list(plays(day, sittings_if(day, what), times))


def how_often(customers: int) -> int:
    """Return how often a day of so many customers is played: twice at least, or nobody knew what is chance."""
    return max(2, min(_MOST_PLAYS, _MOST_CUSTOMERS // max(1, customers)))


def mean_of(found: Sequence[Waits]) -> Waits:
    """Return the mean of several plays; of waits, of those plays in which anybody was served."""
    means = {each.name: _mean(getattr(one, each.name) for one in found) for each in fields(Waits)}  # fmt: skip
    return Waits(**means)  # type: ignore[arg-type]  # what is always there has a mean


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return fmean(known) if known else None


def differing(before: Sequence[Waits], after: Sequence[Waits]) -> frozenset[str]:
    """Return which figures differ clearly between the same plays without a change and with it, by name."""
    return frozenset(name for name in _LEAST if _differs(before, after, name))


def _differs(before: Sequence[Waits], after: Sequence[Waits], name: str) -> bool:
    pairs = [(getattr(one, name), getattr(other, name)) for one, other in zip(before, after, strict=True)]  # fmt: skip
    both = [then - now for now, then in pairs if now is not None and then is not None]
    if len(both) < 2:
        return any((now is None) is not (then is None) for now, then in pairs)
    noise: float = _SURE * stdev(both) / sqrt(len(both))
    return abs(fmean(both)) >= max(noise, _LEAST[name])
