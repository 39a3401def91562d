"""Mean, median, 90th percentile."""

from collections import Counter

import pytest

from server.domain.spread import NOTHING, spread, spread_among, tenths


def test_the_spread_of_nothing_is_nothing() -> None:
    assert spread({}, 0) == spread_among([[]], 0) == NOTHING


@pytest.mark.parametrize(
    ("seconds", "mean", "median", "p90"),
    [([10], 10, 10, 10), ([0, 100], 50, 50, 90), (list(range(11)), 5, 5, 9)],
)
def test_a_spread_is_in_seconds(
    seconds: list[int], mean: float, median: float, p90: float
) -> None:
    durations = [s * 10 for s in reversed(seconds)]
    total = sum(seconds) * 1_000_000
    for found in (
        spread(Counter(durations), total),
        spread_among([sorted(durations[::2]), sorted(durations[1::2])], total),
    ):
        assert (found.mean, found.median, found.p90) == (mean, median, p90)


@pytest.mark.parametrize(
    ("microseconds", "there"),
    [(0, 0), (1, 1), (900_000_000, 9_000), (900_000_001, 9_001)],
)
def test_whoever_waited_longer_than_a_target_is_told_apart_from_whoever_did_not(
    microseconds: int, there: int
) -> None:
    assert tenths(microseconds) == there
