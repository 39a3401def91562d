"""How fast a branch works: how long customers of each queue keep a desk, the pauses between them, who does not come and who leaves."""

import math
from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from server.domain.promise import Promise
from server.forecast.samples import Samples, expected

_SERVICES_KEPT = 400
_ENOUGH_MEASURED = 20
_GAPS_KEPT = 600
_LONGEST_GAP_S = 900.0
_FIRST_GAP_S = 10.0
_FIRST_MISSED_S = 60.0
_MISSES_KEPT = 60
_AS_USUAL = 15.0
_DESK_FORGETS = 0.995
_CALLS_FIRST, _MISSED_FIRST = 20.0, 1.0
_WAITED_FIRST_S, _LEFT_FIRST = 3 * 3600.0, 1.0


class Pace:
    """What is learned of a branch's work; all times in seconds."""

    def __init__(self) -> None:
        self._services: dict[str, Samples] = {}
        self._misses = Samples([_FIRST_MISSED_S], _MISSES_KEPT)
        self.gaps = Samples([_FIRST_GAP_S], _GAPS_KEPT)
        """From a desk that is free to its next call, while somebody waits whom it may serve."""
        self._desks: dict[int, tuple[float, float]] = {}
        self._calls: dict[str, tuple[float, float]] = {}
        self._left, self._waited = _LEFT_FIRST, _WAITED_FIRST_S

    # --- what is known ------------------------------------------------------------------------

    def expect(self, queue: str, minutes: float) -> None:
        """Begin with what a manager expects, where nothing was learned of the queue yet."""
        if queue not in self._services:
            begin = expected(minutes * 60)
            self._services[queue] = Samples(begin, _SERVICES_KEPT, len(begin))

    def services(self, queue: str) -> Samples:
        """Return how long its customers keep a desk, from the call on; the queue must have been expected."""
        return self._services[queue]

    def usual(self, queue: str) -> Promise | None:
        """Return between what every second of its customers keeps a desk; None before twenty have been measured."""
        services = self._services[queue]
        measured = services.values[services.expected :]
        if len(measured) < _ENOUGH_MEASURED:
            return None
        low, middle, high = np.quantile(measured, (0.25, 0.5, 0.75)).tolist()
        return Promise(math.floor(low), round(middle), math.ceil(high))

    @property
    def missing_s(self) -> float:
        """How long a desk waits for somebody who does not come."""
        return self._misses.mean

    def slowness(self, desk: int) -> float:
        """Return how much longer than usual a customer keeps this desk."""
        total, weight = self._desks.get(desk, (0.0, 0.0))
        return (total + _AS_USUAL) / (weight + _AS_USUAL)

    def share_missing(self, queue: str) -> float:
        """Return how many of those who are called do not come."""
        missed, calls = self._calls.get(queue, (0.0, 0.0))
        return (missed + _MISSED_FIRST) / (calls + _CALLS_FIRST)

    @property
    def patience_s(self) -> float:
        """After how long somebody leaves on the average, were nobody ever called."""
        return self._waited / self._left

    # --- what happens -------------------------------------------------------------------------

    def note_service(self, queue: str, desk: int, took_s: float) -> None:
        """A customer has kept the desk for so long."""
        services = self._services[queue]
        total, weight = self._desks.get(desk, (0.0, 0.0))
        ratio = took_s / max(1.0, services.mean)
        self._desks[desk] = total * _DESK_FORGETS + ratio, weight * _DESK_FORGETS + 1
        services.add(took_s)

    def forget_service(self, queue: str, took_s: float) -> None:
        """It was undone: the customer is at the desk still."""
        self._services[queue].remove(took_s)

    def note_missed(self, queue: str, took_s: float) -> None:
        """Somebody was called and did not come, which took the desk so long."""
        missed, calls = self._calls.get(queue, (0.0, 0.0))
        self._calls[queue] = missed + 1, calls + 1
        self._misses.add(took_s)

    def note_came(self, queue: str) -> None:
        """Somebody was called and came."""
        missed, calls = self._calls.get(queue, (0.0, 0.0))
        self._calls[queue] = missed, calls + 1

    def note_gap(self, took_s: float) -> None:
        """A desk that could have called somebody took so long to do it."""
        self.gaps.add(min(took_s, _LONGEST_GAP_S))

    def note_waited(self, waited_s: float, *, left: bool) -> None:
        """Somebody has waited so long, and was called or left."""
        self._waited += waited_s
        self._left += left

    # --- kept ---------------------------------------------------------------------------------

    def dump(self) -> dict[str, Any]:
        """Return all of it as plain values."""
        return {
            "services": [
                [slug, each.values, each.expected]
                for slug, each in self._services.items()
            ],
            "misses": self._misses.values,
            "gaps": self.gaps.values,
            "desks": [[number, *each] for number, each in self._desks.items()],
            "calls": [[slug, *each] for slug, each in self._calls.items()],
            "patience": [self._left, self._waited],
        }

    @classmethod
    def load(cls, dumped: Mapping[str, Any]) -> "Pace":
        """Return what was dumped."""
        pace = cls()
        pace._services = {
            slug: Samples(values, _SERVICES_KEPT, expected)
            for slug, values, expected in dumped["services"]
        }
        pace._misses = Samples(dumped["misses"], _MISSES_KEPT)
        pace.gaps = Samples(dumped["gaps"], _GAPS_KEPT)
        pace._desks = _pairs(dumped["desks"])
        pace._calls = _pairs(dumped["calls"])
        pace._left, pace._waited = dumped["patience"]
        return pace


def _pairs(dumped: Iterable[Any]) -> dict[Any, tuple[float, float]]:
    return {key: (first, second) for key, first, second in dumped}
