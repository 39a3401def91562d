"""What the simulation gets wrong in the same way again and again, learned as it goes."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from server.forecast.samples import Values

OFFSET_S = 30.0
"""Added to a wait before its logarithm is taken, so that seconds count for little and nothing is minus infinity."""

_MIDDLE = 4.0
_FORGET = 0.9995
_ANCHOR = 30.0
_TRUSTED_AFTER = 200
_FURTHEST = 1.5
_SIMULATED, _SIGNS, _DESKS, _AHEAD, _PRIORITY = 1, (2, 3, 4), 5, 6, 7
_FEATURES = 8
"""Columns, the first of which is 1; behind them there is one for each queue."""


class Correction:
    """A ridge regression of the logarithm of waits, anchored at “trust the simulation”, that forgets slowly.

    Plain recursive least squares with forgetting overflow; this cannot, since the anchor stays. Features of `x` are those of
    `features`; `y` and targets are ln(wait + `OFFSET_S`).
    """

    def __init__(self, queues: tuple[str, ...] = ()) -> None:
        self._queues = {slug: _FEATURES + at for at, slug in enumerate(queues)}
        size = _FEATURES + len(queues)
        self._squares = np.zeros((size, size))
        self._products = np.zeros(size)
        self.learned = 0
        """From how many it has learned."""
        self._weights: Values | None = None

    def features(
        self,
        simulated: Values,
        last: Values,
        longest: Values,
        lately: Values,
        desks: Values,
        ahead: Values,
        priority: Values,
        queues: list[str],
    ) -> Values:
        """Return the features of tickets, a row for each: the logarithm of what was simulated, that of other signs beside it, desks and people.

        `last`, `longest` and `lately` (seconds; what was simulated where unknown) are the last one's wait, the longest of those waiting, and
        the mean of a quarter of an hour.
        """
        for slug in queues:
            if slug not in self._queues:
                self._grow(slug)
        middle = np.log(simulated + OFFSET_S)
        rows = np.zeros((len(queues), len(self._products)))
        rows[:, 0] = 1
        rows[:, _SIMULATED] = middle - _MIDDLE
        for column, sign in zip(_SIGNS, (last, longest, lately), strict=True):
            rows[:, column] = np.log(sign + OFFSET_S) - middle
        rows[:, _DESKS] = 1 / desks - 0.2
        rows[:, _AHEAD] = np.log1p(ahead)
        rows[:, _PRIORITY] = priority
        rows[np.arange(len(queues)), [self._queues[slug] for slug in queues]] = 1
        return rows

    def _grow(self, slug: str) -> None:
        """Make room for a queue that is new."""
        size = len(self._products)
        self._queues[slug] = size
        self._squares = np.pad(self._squares, (0, 1))
        self._products = np.pad(self._products, (0, 1))
        self._weights = None

    def corrected(self, rows: Values) -> Values:
        """Return the corrected logarithm for each row; it goes no further than `_FURTHEST` from what was simulated."""
        middle = rows[:, _SIMULATED] + _MIDDLE
        trust = self.learned / (self.learned + _TRUSTED_AFTER)
        better = middle + trust * (rows @ self._solved() - middle)
        return np.clip(better, middle - _FURTHEST, middle + _FURTHEST)

    def _solved(self) -> Values:
        if self._weights is None:
            size = len(self._products)
            anchor = np.zeros(size)
            anchor[0], anchor[1] = _MIDDLE, 1.0
            solved = np.linalg.solve(
                self._squares + _ANCHOR * np.eye(size),
                self._products + _ANCHOR * anchor,
            )
            self._weights = _sensible(solved.astype(float))
        return self._weights

    def learn(self, row: Values, said: float, was: float) -> None:
        """Learn that this row, of which `said` was said, was `was`."""
        row = np.pad(row, (0, len(self._products) - len(row)))
        was = min(max(was, said - _FURTHEST), said + _FURTHEST)
        self._squares = _FORGET * self._squares + np.outer(row, row)
        self._products = _FORGET * self._products + row * was
        self.learned += 1
        self._weights = None

    def dump(self) -> dict[str, Any]:
        """Return all of it as plain values."""
        return {
            "queues": list(self._queues),
            "squares": self._squares.tolist(),
            "products": self._products.tolist(),
            "learned": self.learned,
        }

    @classmethod
    def load(cls, dumped: Mapping[str, Any]) -> "Correction":
        """Return what was dumped."""
        correction = cls(tuple(dumped["queues"]))
        correction._squares = np.array(dumped["squares"], float)
        correction._products = np.array(dumped["products"], float)
        correction.learned = dumped["learned"]
        return correction


def _sensible(weights: Values) -> Values:
    """Return the weights such that fewer desks, and longer simulated waits, never make a shorter one of it, whatever coincidence has taught."""
    weights[_DESKS] = max(0.0, weights[_DESKS])
    # Each sign is there as a difference to what was simulated.
    slope = weights[_SIMULATED] - weights[list(_SIGNS)].sum()
    weights[_SIMULATED] += max(0.0, -slope)
    return weights
