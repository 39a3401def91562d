"""Streams are bounded: no ticket, no address and not all together may have more than there is room for."""

import threading
from collections import Counter

from server.domain.refusals import Refusal
from server.live.watcher import Watcher

MOST_OF_A_TICKET = 20
"""Streams of one ticket: a family's phones, with some that are gone and not yet missed."""


class TooManyStreams(Refusal):
    """One ticket, or one address, has as many streams open as it may."""

    seconds = 10

    def __init__(self) -> None:
        super().__init__("Too many pages are open here already. Close some of them.")


class Grant:
    """The right to one stream, counted for its ticket and its address until it is given back."""

    def __init__(
        self, places: "Places", watcher: Watcher, of: tuple[object, ...]
    ) -> None:
        self.watcher = watcher
        self._places = places
        self._of = of

    def give_back(self) -> None:
        """Count no longer; once is enough."""
        of, self._of = self._of, ()
        self._places.leave(of)


class Places:
    """How many streams each ticket and each address has open."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken: Counter[object] = Counter()
        self.count = 0

    def take(self, watcher: Watcher, most: dict[object, int]) -> Grant:
        """Take a place of each; raise `TooManyStreams` where one has none left."""
        with self._lock:
            if any(self._taken[who] >= limit for who, limit in most.items()):
                raise TooManyStreams
            self._taken.update(most.keys())
            self.count += 1
        return Grant(self, watcher, tuple(most))

    def leave(self, of: tuple[object, ...]) -> None:
        """Give the places back."""
        with self._lock:
            self.count -= bool(of)
            for who in of:
                self._taken[who] -= 1
                if self._taken[who] <= 0:
                    del self._taken[who]
