"""What is thought of one ticket's wait, and how thinking gets better."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from server.domain.promise import Promise
from server.forecast.correction import OFFSET_S, Correction
from server.forecast.ranges import LEVELS, Group, Ranges
from server.forecast.samples import Values

PROMISED = 0.8
"""How many of the waits are to be within what people are told."""

_LONGEST_S = 48 * 3600.0


@dataclass(slots=True)
class Guess:
    """How long somebody waits from `at` on (seconds since 1970), and what is needed to learn from what comes.

    `middle` is ln(wait + `OFFSET_S`), `reach` how far its range goes below and above, by level.
    """

    at: float
    group: Group
    ahead: int
    features: Values
    middle: float
    usual: float
    reach: Mapping[float, tuple[float, float]]

    @property
    def half_s(self) -> float:
        """What half of them wait less than, in seconds."""
        return _seconds(self.middle)

    def range_s(self, level: float) -> tuple[float, float]:
        """Return from how long to how long so many wait, in seconds; `half_s` is never outside."""
        below, above = self.reach[level]
        return _seconds(self.middle + below), _seconds(self.middle + above)

    def promise(self) -> Promise:
        """Return what people are told, in whole seconds."""
        low, high = self.range_s(PROMISED)
        return Promise(
            low_s=math.floor(low), mid_s=round(self.half_s), high_s=math.ceil(high)
        )

    def not_before(self, other: "Guess") -> "Guess":
        """Return this guess, no end of it earlier than that of the other, which was made at the same moment."""
        middle = max(self.middle, other.middle)
        reach = {
            level: (
                max(self.middle + below, other.middle + other.reach[level][0]) - middle,
                max(self.middle + above, other.middle + other.reach[level][1]) - middle,
            )
            for level, (below, above) in self.reach.items()
        }
        return replace(self, middle=middle, reach=reach)

    def dump(self) -> list[Any]:
        """Return all of it as plain values."""
        reach = [self.reach[level] for level in LEVELS]
        features = self.features.tolist()
        return [
            self.at, self.group, self.ahead, features, self.middle, self.usual, reach,
        ]  # fmt: skip

    @classmethod
    def load(cls, dumped: list[Any]) -> "Guess":
        """Return what was dumped."""
        at, group, ahead, features, middle, usual, reach = dumped
        reaches = dict(zip(LEVELS, map(tuple, reach), strict=True))
        features = np.array(features, float)
        return cls(at, tuple(group), ahead, features, middle, usual, reaches)


def _seconds(logarithm: float) -> float:
    # As long as two days is as good as never, and no number can overflow.
    return min(_LONGEST_S, max(0.0, math.exp(min(logarithm, 20.0)) - OFFSET_S))


class Guesses:
    """One kind of guess: those made at the door, or those made while somebody waits; each is corrected and learns by itself."""

    def __init__(self) -> None:
        self.correction = Correction()
        self.ranges = Ranges()

    def make(
        self,
        at: float,
        group: Group,
        ahead: int,
        features: Values,
        middle: float,
    ) -> Guess:
        """Return a guess around what correction has made of a ticket's features."""
        reach = {level: self.ranges.around(group, ahead, level) for level in LEVELS}
        usual = self.ranges.usual(group)
        return Guess(at, group, ahead, features, middle, usual, reach)

    def learn(self, guess: Guess, waited_s: float) -> None:
        """Learn how long it was, from the guess on."""
        was = math.log(max(0.0, waited_s) + OFFSET_S)
        right = {}
        for level in LEVELS:
            low, high = guess.range_s(level)
            right[level] = low <= waited_s <= high
        error = was - guess.middle
        self.ranges.learn(guess.group, guess.ahead, error, guess.usual, right)
        self.correction.learn(guess.features, guess.middle, was)

    def dump(self) -> dict[str, Any]:
        """Return all of it as plain values."""
        return {"correction": self.correction.dump(), "ranges": self.ranges.dump()}

    @classmethod
    def load(cls, dumped: Mapping[str, Any]) -> "Guesses":
        """Return what was dumped."""
        guesses = cls()
        guesses.correction = Correction.load(dumped["correction"])
        guesses.ranges = Ranges.load(dumped["ranges"])
        return guesses
