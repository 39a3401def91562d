"""What is thought of one ticket's wait, and how thinking gets better."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from server.forecast.correction import OFFSET_S, Correction
from server.forecast.ranges import LEVELS, Group, Ranges
from server.forecast.samples import Values
from server.forecast.simulation import quantiles

_LONGEST_S = 48 * 3600.0
_UNSURE, _UNKNOWN = 1.2, 0.2


@dataclass(slots=True)
class Guess:
    """How long somebody waits from `at` on (seconds since 1970), and what is needed to learn from what comes.

    Half of such waits are below `half_s`, and so many as a level says within its range. `middle` is ln(wait + `OFFSET_S`).
    """

    at: float
    group: Group
    ahead: int
    features: Values
    middle: float
    usual: float
    half_s: float
    ranges_s: Mapping[float, tuple[float, float]]

    def dump(self) -> list[Any]:
        """Return all of it as plain values."""
        ranges = [self.ranges_s[level] for level in LEVELS]
        features = self.features.tolist()
        return [
            self.at, self.group, self.ahead, features, self.middle, self.usual, self.half_s, ranges,
        ]  # fmt: skip

    @classmethod
    def load(cls, dumped: list[Any]) -> "Guess":
        """Return what was dumped."""
        at, group, ahead, features, middle, usual, half, ranges = dumped
        ranges = dict(zip(LEVELS, map(tuple, ranges), strict=True))
        features = np.array(features, float)
        return cls(at, tuple(group), ahead, features, middle, usual, half, ranges)


def logarithms(waits: Values) -> Values:
    """Return the logarithms of waits (seconds)."""
    found: Values = np.log(waits + OFFSET_S)
    return found


def in_seconds(logarithms: Values) -> Values:
    """Return the waits of which these are the logarithms; as long as two days is as good as never."""
    waits: Values = np.exp(np.minimum(logarithms, 20.0)) - OFFSET_S
    return np.clip(waits, 0.0, _LONGEST_S)


def _differing(waits: Values) -> Values:
    """Return how far below and above their median the simulated waits of each row go, wider by what nobody can know before they have begun."""
    shares = [share for level in LEVELS for share in ((1 - level) / 2, (1 + level) / 2)]
    ends = logarithms(quantiles(waits, [0.5, *shares]))
    unknown = np.array([-_UNKNOWN, _UNKNOWN] * len(LEVELS))
    reach: Values = (ends[:, 1:] - ends[:, :1]) * _UNSURE + unknown
    return reach


class Guesses:
    """One kind of guess: those made at the door, or those made while somebody waits; each is corrected and learns by itself."""

    def __init__(self) -> None:
        self.correction = Correction()
        self.ranges = Ranges()

    @property
    def learned(self) -> int:
        """From how many guesses it has learned."""
        return self.correction.learned

    def ends(
        self, middles: Values, usual: Values, ahead: Values, waits: Values
    ) -> Values:
        """Return a row for each logarithm of a wait: itself, and below and above it each level's ends.

        They follow from the usual error and how many are ahead; the fewer errors there were with so many ahead, the more they follow from how far
        the simulated `waits` differ.
        """
        reach = usual[:, None] * self.ranges.reach(ahead)
        trust = self.ranges.trust(ahead)[:, None]
        young = trust[:, 0] < 1
        if young.any():
            simulated = _differing(waits[young])
            reach[young] = simulated + trust[young] * (reach[young] - simulated)
        ends = np.empty((len(middles), 1 + 2 * len(LEVELS)))
        ends[:, 0] = middles
        ends[:, 1:] = middles[:, None] + reach
        return ends

    def learn(self, guess: Guess, waited_s: float) -> None:
        """Learn how long it was, from the guess on."""
        was = math.log(max(0.0, waited_s) + OFFSET_S)
        right = {
            level: low <= waited_s <= high
            for level, (low, high) in guess.ranges_s.items()
        }
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
