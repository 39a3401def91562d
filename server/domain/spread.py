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
    return _spread(lambda rank: values[bisect_right(upto, rank)], upto[-1], total)


def spread_of(durations: Sequence[int], total: int) -> Spread:
    """Return the spread of these, sorted, in tenths of a second; they are so many microseconds in `total`."""
    if not durations:
        return NOTHING
    return _spread(durations.__getitem__, len(durations), total)


def spread_among(parts: Sequence[Sequence[int]], total: int) -> Spread:
    """Return the spread of all durations of these parts, each of them sorted, in tenths of a second; they are so many microseconds in `total`.

    The parts are searched, not put together: sorting half a million at once would keep everybody else waiting.
    """
    parts = [part for part in parts if part]
    if not parts:
        return NOTHING
    least, most = min(part[0] for part in parts), max(part[-1] for part in parts)

    def at(rank: int) -> int:
        low, high = least, most
        while low < high:
            middle = (low + high) // 2
            if sum(bisect_right(part, middle) for part in parts) > rank:
                high = middle
            else:
                low = middle + 1
        return low

    return _spread(at, sum(map(len, parts)), total)


def quantile(durations: Sequence[int], share: float) -> float:
    """Return which duration, in seconds, so large a share of these do not exceed; they are sorted tenths of a second, and there are some."""
    return _quantile(durations.__getitem__, len(durations), share)


def _spread(at: Callable[[int], int], count: int, total: int) -> Spread:
    return Spread(
        mean=total / count / _MICROSECONDS,
        median=_quantile(at, count, 0.5),
        p90=_quantile(at, count, 0.9),
    )


def _quantile(at: Callable[[int], int], count: int, share: float) -> float:
    """Return the quantile, linear between ranks, as in Hyndman & Fan's type 7."""
    rank = share * (count - 1)
    low, high = at(int(rank)), at(min(int(rank) + 1, count - 1))
    return (low + (rank - int(rank)) * (high - low)) / _TENTHS_A_SECOND
