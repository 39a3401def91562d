"""Durations in few words: mean, median and 90th percentile."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from statistics import fmean, median


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How durations are spread, in seconds; all None when there are none."""

    mean: float | None
    median: float | None
    p90: float | None


def spread(durations: Sequence[timedelta]) -> Spread:
    """Return mean, median and 90th percentile (linear between ranks, as in Hyndman & Fan's type 7)."""
    if not durations:
        return Spread(mean=None, median=None, p90=None)
    seconds = sorted(duration.total_seconds() for duration in durations)
    rank = 0.9 * (len(seconds) - 1)
    low = int(rank)
    high = min(low + 1, len(seconds) - 1)
    p90 = seconds[low] + (rank - low) * (seconds[high] - seconds[low])
    return Spread(mean=fmean(seconds), median=median(seconds), p90=p90)
