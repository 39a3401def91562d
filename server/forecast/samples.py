"""The last so many values of something, to draw from."""

import math
from collections import deque
from collections.abc import Iterable
from functools import cached_property
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]


_GIVE_WAY = 3
"""After so many values that were measured, one that was only expected is forgotten."""


class Samples:
    """The last `most` values, oldest first; the first `expected` of them were no more than that, and give way soon. To be drawn from by uniform numbers in [0, 1): the same numbers draw the same values, a larger one never a smaller value."""

    def __init__(self, values: Iterable[float], most: int, expected: int = 0) -> None:
        self._values = deque(values, maxlen=most)
        self.expected = expected
        """How many of the oldest were never measured."""

    def add(self, value: float) -> None:
        """Take one more value in; the oldest makes room for it."""
        measured = len(self._values) - self.expected + 1
        self._values.append(value)
        if self.expected and measured % _GIVE_WAY == 0:
            self._values.popleft()
            self.expected -= 1
        self.__dict__.pop("_sorted", None)

    def remove(self, value: float) -> None:
        """Take a value out again, if it is still here."""
        if value in self._values and len(self._values) > 1:
            self._values.remove(value)
            self.__dict__.pop("_sorted", None)

    def __len__(self) -> int:
        return len(self._values)

    @cached_property
    def _sorted(self) -> tuple[Values, float]:
        values = np.sort(np.fromiter(self._values, float, len(self._values)))
        return values, float(values.mean())

    @property
    def mean(self) -> float:
        """Their mean."""
        return self._sorted[1]

    @property
    def values(self) -> list[float]:
        """All of them, oldest first."""
        return list(self._values)

    def draw(self, uniform: Values) -> Values:
        """Return a value for each of the uniform numbers."""
        values, _ = self._sorted
        drawn: Values = values[(uniform * len(values)).astype(np.intp)]
        return drawn

    def draw_longer(self, than: float, uniform: Values) -> Values:
        """Return values out of those above `than`; where none ever was, as long again as one takes on the average."""
        values, mean = self._sorted
        first = int(np.searchsorted(values, than, side="right"))
        if first == len(values):
            return than - np.log1p(-uniform) * mean
        drawn: Values = values[
            first + (uniform * (len(values) - first)).astype(np.intp)
        ]
        return drawn


def expected(mean: float, spread: float = 0.8, count: int = 10) -> list[float]:
    """Return values as of a lognormal distribution with this mean, `spread` its standard deviation by the mean: what is known before anything happened."""
    variance = math.log(1 + spread * spread)
    middle = math.log(mean) - variance / 2
    normal = NormalDist(middle, math.sqrt(variance))
    return [math.exp(normal.inv_cdf((at + 0.5) / count)) for at in range(count)]
