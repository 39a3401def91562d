"""Mean, median, 90th percentile."""

from collections import Counter

import pytest

from server.domain.spread import spread


def test_the_spread_of_nothing_is_nothing() -> None:
    found = spread({}, 1)
    assert (found.mean, found.median, found.p90) == (None, None, None)


@pytest.mark.parametrize(
    ("seconds", "mean", "median", "p90"),
    [([10], 10, 10, 10), ([0, 100], 50, 50, 90), (list(range(11)), 5, 5, 9)],
)
def test_a_spread_is_in_seconds(
    seconds: list[int], mean: float, median: float, p90: float
) -> None:
    found = spread(Counter(s * 10 for s in reversed(seconds)), 0.1)
    assert (found.mean, found.median, found.p90) == (mean, median, p90)
