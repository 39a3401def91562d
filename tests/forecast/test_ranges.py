"""From what a range follows while there is little to learn from."""

from itertools import pairwise

import numpy as np
import pytest

from server.forecast.guess import Guess, Guesses
from server.forecast.ranges import LEVELS
from server.forecast.samples import Values

USUAL = 0.5
A_MINUTE = 4.5
"""The logarithm of a wait of a minute."""


def learned(times: int, ahead: int) -> Guesses:
    """Return what was told to people with so many ahead, each of them a minute, though a free desk was there at once."""
    guesses, signs = Guesses(), np.array([60.0])
    named = dict.fromkeys(("simulated", "last", "longest", "lately", "desks", "ahead", "priority"), signs)  # fmt: skip
    features = guesses.correction.features(**named, queues=["a"])[0]
    said = Guess(
        0, ("a", ""), ahead, features, A_MINUTE, USUAL, 60, dict.fromkeys(LEVELS, (50, 70))
    )  # fmt: skip
    for _ in range(times):
        guesses.learn(said, 0)
    return guesses


def reach(guesses: Guesses, ahead: int) -> Values:
    """Return how far the range of 8 in 10 goes below and above, with so many ahead, whose futures differ by a third or so."""
    futures = np.linspace(400, 800, 64)[None, :]
    middle, low, high, *_ = guesses.ends(
        np.array([6.5]), np.array([USUAL]), np.array([ahead]), futures
    )[0]
    return np.array([low - middle, high - middle])


@pytest.mark.parametrize("times", [20, 100, 300])
def test_what_was_wrong_where_nobody_was_ahead_says_nothing_of_a_crowd(
    times: int,
) -> None:
    assert (reach(learned(times, ahead=0), 19) == reach(Guesses(), 19)).all()


def test_a_range_goes_over_from_what_is_simulated_to_what_was_wrong_little_by_little() -> (
    None
):
    lows = [reach(learned(times, ahead=19), 19)[0] for times in range(0, 121, 10)]
    assert lows == sorted(lows, reverse=True)
    assert max(a - b for a, b in pairwise(lows)) < 0.2
    assert lows[0] > -0.7
    assert lows[-1] < -1
    assert lows[-1] == lows[-3], "what was wrong so often is all that counts"
