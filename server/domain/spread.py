"""Durations in few words: mean, median and 90th percentile."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How durations are spread, in seconds; all None when there are none."""

    mean: float | None
    median: float | None
    p90: float | None


def spread(counts: Mapping[int, int], unit_s: float) -> Spread:
    """Return mean, median and 90th percentile (linear between ranks, as in Hyndman & Fan's type 7).

    `counts` says how often each duration came, in multiples of `unit_s` seconds.
    """
    if not counts:
        return Spread(mean=None, median=None, p90=None)
    values = sorted(counts)
    upto = list(accumulate(counts[value] for value in values))
    last = upto[-1] - 1

    def quantile(share: float) -> float:
        rank = share * last
        low = values[bisect_right(upto, int(rank))]
        high = values[bisect_right(upto, min(int(rank) + 1, last))]
        return (low + (rank - int(rank)) * (high - low)) * unit_s

    total = sum(value * count for value, count in counts.items())
    return Spread(
        mean=total * unit_s / (last + 1), median=quantile(0.5), p90=quantile(0.9)
    )
