"""The chance that all futures share: uniform numbers that stay the same, so that what differs between two looks is what happened."""

from functools import cache

import numpy as np

from server.forecast.samples import Values

FUTURES = 64
"""How many futures of the queue are played at once; more make no estimate better, since each row has them evenly spread."""

_PLACES = 1024


class Chance:
    """Uniform numbers for everything that is drawn, a row of `FUTURES` for each ticket and desk.

    A ticket keeps its row as long as it waits, and whoever joins behind takes none of it away: ranges do not flicker, and
    with one more desk the others are what they were. Each row has every 64th once, in an order of its own (Latin hypercube).
    """

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng(seed)
        self._tickets = {name: _rows(rng) for name in ("service", "gap", "missing")}
        self._tickets["patience"] = -np.log1p(-_rows(rng))
        self._desks = {name: _rows(rng) for name in ("rest", "gap")}

    def of_tickets(self, name: str, ids: list[int]) -> Values:
        """Return the tickets' rows for this purpose, one below the other; those of `patience` are exponential, with a mean of 1."""
        return self._tickets[name][np.array(ids, np.intp) % _PLACES]

    def of_newcomer(self, number: int, further: int) -> Values:
        """Return how long a newcomer is served, or one of those behind; both count, the newcomers down from -1."""
        row: Values = self._tickets["service"][(number * 8 - further) % _PLACES]
        return row

    def of_desks(self, name: str, numbers: list[int]) -> Values:
        """Return the desks' rows for this purpose, one below the other."""
        return self._desks[name][np.array(numbers, np.intp) % _PLACES]

    def of_desk(self, name: str, number: int) -> Values:
        """Return the desk's row for this purpose."""
        row: Values = self._desks[name][number % _PLACES]
        return row


def _rows(rng: np.random.Generator) -> Values:
    order = rng.random((_PLACES, FUTURES)).argsort(axis=1)
    rows: Values = (order + rng.random((_PLACES, FUTURES))) / FUTURES
    return rows


@cache
def chance(seed: int) -> Chance:
    """Return the chance of this seed; all branches of a server share one."""
    return Chance(seed)
