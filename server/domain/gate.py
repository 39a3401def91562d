"""How often somebody may do something within a stretch of time."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from math import ceil

from server.domain.refusals import Refusal

_MANY = 10_000


class Gate:
    """Counts who did what when, in memory: a restart forgets it, and nobody's address is kept.

    Counting is done at one go: neither the loop nor a unit of work turns to anybody else meanwhile.
    """

    def __init__(self, within: timedelta, refusal: Callable[[int], Refusal]) -> None:
        self._within = within
        self._refusal = refusal
        self._done: dict[str, deque[datetime]] = {}
        self._room = _MANY

    def count(self, who: str, most: int, now: datetime) -> None:
        """Count one more; raise the gate's refusal instead when `most` were counted within its stretch of time."""
        if len(self._done) > self._room:
            self._forget(now)
        done = self._done.setdefault(who, deque())
        # Not "older than": a clock that was set back must not shut anybody out for longer.
        while done and not timedelta(0) <= now - done[0] < self._within:
            done.popleft()
        if len(done) >= most:
            left = (done[0] + self._within - now).total_seconds()
            raise self._refusal(max(1, ceil(left)))
        done.append(now)

    def take_back(self, who: str) -> None:
        """Count the last one no longer."""
        if done := self._done.get(who):
            done.pop()

    def _forget(self, now: datetime) -> None:
        self._done = {
            who: done
            for who, done in self._done.items()
            if done and now - done[-1] < self._within
        }
        # Who is left was here just now: looking through them again pays when there are twice as many.
        self._room = max(_MANY, 2 * len(self._done))
