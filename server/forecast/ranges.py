"""From a single number to a range that is right as often as it says."""

from bisect import bisect_left, bisect_right, insort
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from server.forecast.samples import Values

LEVELS = (0.8, 0.9)
"""How many of the waits are to be within a range: 8, or 9 in 10."""

_KEPT = 300
_ENOUGH = 100
_STEP = 0.01
_LEAST_MISSED, _MOST_MISSED = 0.002, 0.9
_SHRUNK = 20
_OF_GROUP, _OF_ALL = 0.99, 0.998
_USUAL_AT_FIRST = 0.5
_CLASSES = (0, 1, 3, 7)


def _crowd(ahead: int) -> int:
    """Return the class of how many are ahead, in which errors are alike: none, 1, 2–3, 4–7, more."""
    return bisect_left(_CLASSES, ahead)


class Errors:
    """The last errors of one class, in units of what is usual, and how far their quantiles have to be moved to be right."""

    def __init__(self, errors: Iterable[float] = ()) -> None:
        self._latest = deque(errors)
        self._sorted = sorted(self._latest)
        self.missed = {level: 1 - level for level in LEVELS}

    def __len__(self) -> int:
        return len(self._latest)

    @property
    def latest(self) -> list[float]:
        """All of them, oldest first."""
        return list(self._latest)

    def add(self, error: float) -> None:
        """Take one more error in; the oldest makes room for it."""
        self._latest.append(error)
        insort(self._sorted, error)
        if len(self._latest) > _KEPT:
            oldest = self._latest.popleft()
            del self._sorted[bisect_right(self._sorted, oldest) - 1]

    def learn(self, level: float, *, was_right: bool) -> None:
        """Widen the ranges after one that was wrong, narrow them a little after one that was right (adaptive conformal inference, Gibbs & Candès 2021)."""
        after = self.missed[level] + _STEP * ((1 - level) - (not was_right))
        self.missed[level] = min(_MOST_MISSED, max(_LEAST_MISSED, after))

    def quantile(self, share: float) -> float:
        """Return the error below which so many are, between neighbours in proportion."""
        at = share * (len(self._sorted) - 1)
        below = int(at)
        above = min(below + 1, len(self._sorted) - 1)
        step = self._sorted[above] - self._sorted[below]
        return self._sorted[below] + step * (at - below)


@dataclass(slots=True)
class _Usual:
    """A mean that forgets: the usual size of errors in a group."""

    total: float = 0.0
    weight: float = 0.0

    def add(self, size: float, keep: float) -> None:
        self.total = self.total * keep + size
        self.weight = self.weight * keep + 1


Group = tuple[str, str]
"""Queue and priority class."""


class Ranges:
    """How wrong estimates were lately, and the range around the next one that follows from it; all in the logarithm's units."""

    def __init__(self) -> None:
        self._all = _Usual(_USUAL_AT_FIRST, 1.0)
        self._usual: dict[Group, _Usual] = {}
        self._errors = [Errors() for _ in range(len(_CLASSES) + 1)]
        self._reach: dict[int, list[float]] = {}
        """By crowd, until its errors change."""

    def usual(self, group: Group) -> float:
        """Return the usual size of an error in the group, leaning on that of all as long as the group is young."""
        whole = self._all.total / self._all.weight
        own = self._usual.get(group, _Usual())
        return (own.total + _SHRUNK * whole) / (own.weight + _SHRUNK)

    def trust(self, ahead: Values) -> Values:
        """Return how far, from 0 to 1, there are enough errors to go by with so many ahead."""
        known = np.array([min(1.0, len(each) / _ENOUGH) for each in self._errors])
        found: Values = known[np.searchsorted(_CLASSES, ahead)]
        return found

    def reach(self, ahead: Values) -> Values:
        """Return how far, in usual errors, ranges reach below and above estimates with so many ahead: a row for each, both for each level."""
        for crowd in range(len(self._errors)):
            if crowd not in self._reach:
                self._reach[crowd] = self._found_reach(crowd)
        table = np.array([self._reach[crowd] for crowd in range(len(self._errors))])
        found: Values = table[np.searchsorted(_CLASSES, ahead)]
        return found

    def _found_reach(self, crowd: int) -> list[float]:
        errors = self._errors[crowd]
        if not len(errors):
            return [0.0] * 2 * len(LEVELS)
        found = []
        for level in LEVELS:
            missed = errors.missed[level] / 2
            found.append(min(0.0, errors.quantile(missed)))
            found.append(max(0.0, errors.quantile(1 - missed)))
        return found

    def learn(
        self,
        group: Group,
        ahead: int,
        error: float,
        usual: float,
        right: Mapping[float, bool],
    ) -> None:
        """Learn from an estimate that was off by `error`, when `usual` was the usual size; `right` says of each level whether its range held."""
        crowd = _crowd(ahead)
        errors = self._errors[crowd]
        for level, was_right in right.items():
            errors.learn(level, was_right=was_right)
        errors.add(error / usual)
        self._reach.pop(crowd, None)
        self._usual.setdefault(group, _Usual()).add(abs(error), _OF_GROUP)
        self._all.add(abs(error), _OF_ALL)

    def dump(self) -> dict[str, Any]:
        """Return all of it as plain values."""
        return {
            "all": [self._all.total, self._all.weight],
            "usual": [
                [*group, each.total, each.weight] for group, each in self._usual.items()
            ],
            "errors": [_dumped(each) for each in self._errors],
        }

    @classmethod
    def load(cls, dumped: Mapping[str, Any]) -> "Ranges":
        """Return what was dumped."""
        ranges = cls()
        ranges._all = _Usual(*dumped["all"])
        for queue, priority, total, weight in dumped["usual"]:
            ranges._usual[queue, priority] = _Usual(total, weight)
        ranges._errors = [_loaded(each) for each in dumped["errors"]]
        return ranges


def _dumped(errors: Errors) -> list[Any]:
    return [errors.latest, [errors.missed[level] for level in LEVELS]]


def _loaded(dumped: list[Any]) -> Errors:
    errors = Errors(dumped[0])
    errors.missed = dict(zip(LEVELS, dumped[1], strict=True))
    return errors
