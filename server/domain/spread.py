"""Durations in few words: mean, median and 90th percentile."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

A_TENTH = 100_000
"""Microseconds."""

_TENTHS_A_SECOND = 10
_MICROSECONDS = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How durations are spread, in seconds; all None when there are none."""

    mean: float | None
    median: float | None
    p90: float | None


NOTHING = Spread(mean=None, median=None, p90=None)


def tenths(microseconds: int) -> int:
    """Return a duration in tenths of a second, rounded up: whoever waited longer than so many minutes is told apart from whoever did not."""
    return -(-microseconds // A_TENTH)


def spread(counts: Mapping[int, int], total: int) -> Spread:
    """Return the spread of durations of so many microseconds in `total`; `counts` says how often each came, in tenths of a second."""
    if not counts:
        return NOTHING
    values = sorted(counts)
    upto = list(accumulate(counts[value] for value in values))

    def at(rank: int) -> tuple[int, int]:
        place = bisect_right(upto, rank)
        return values[place], upto[place]

    return _spread(at, upto[-1], total)


def spread_among(parts: Sequence[Sequence[int]], total: int) -> Spread:
    """Return the spread of all durations of these parts, each of them sorted, in tenths of a second; they are so many microseconds in `total`.

    The parts are searched, not put together: sorting half a million at once would keep everybody else waiting.
    """
    count = sum(map(len, parts))
    return _spread(_ranked(parts), count, total) if count else NOTHING


def quantile_among(parts: Sequence[Sequence[int]], share: float) -> float | None:
    """Return which duration, in seconds, so large a share of all of these do not exceed; None where there are none."""
    count = sum(map(len, parts))
    return _quantile(_ranked(parts), count, share) if count else None


_Ranked = Callable[[int], tuple[int, int]]
"""Tells the duration of a rank, and how many are no longer than that."""


def _ranked(parts: Sequence[Sequence[int]]) -> _Ranked:
    parts = [part for part in parts if part]
    least = min(part[0] for part in parts)
    most = max(part[-1] for part in parts)
    count = sum(map(len, parts))

    def at(rank: int) -> tuple[int, int]:
        low, high, upto = least, most, count
        while low < high:
            middle = (low + high) // 2
            there = sum(bisect_right(part, middle) for part in parts)
            if there > rank:
                high, upto = middle, there
            else:
                low = middle + 1
        return low, upto

    return at


def _spread(at: _Ranked, count: int, total: int) -> Spread:
    return Spread(
        mean=total / count / _MICROSECONDS,
        median=_quantile(at, count, 0.5),
        p90=_quantile(at, count, 0.9),
    )


def _quantile(at: _Ranked, count: int, share: float) -> float:
    """Return the quantile, linear between ranks, as in Hyndman & Fan's type 7."""
    rank = share * (count - 1)
    low, upto = at(int(rank))
    high = low if int(rank) + 1 < upto else at(min(int(rank) + 1, count - 1))[0]
    return (low + (rank - int(rank)) * (high - low)) / _TENTHS_A_SECOND
