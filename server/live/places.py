"""Streams are bounded: no ticket, no manager's browser, no network and not all together may have more than there is room for."""

import threading
from collections import Counter

from server.domain.refusals import Refusal
from server.live.watcher import ManagerWatcher, TicketWatcher, Watcher
from server.store.writer import Busy

MOST_OF_ONE = 20
"""Streams of one ticket, a family's phones, or of one manager's browser, its tabs, with some that are gone and not yet missed."""

_OF_A_NETWORK = 0.75
"""This part of all places may be one network's phones, and as many again its devices."""

_OPEN_TO_PHONES = 0.9
"""Once this part of them is taken, the rest is for the branch's own screens."""


class TooManyStreams(Refusal):
    """One ticket, one manager's browser, or one network, has as many streams open as it may."""

    seconds = 10

    def __init__(self) -> None:
        super().__init__("Too many pages are open here already. Close some of them.")


class Grant:
    """The right to one stream, counted for its ticket or browser and its network until it is given back."""

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
    """How many streams each ticket, each manager's browser and each network has open."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._taken: Counter[object] = Counter()
        self.count = 0

    def take(self, watcher: Watcher, network: str, room: int) -> Grant:
        """Take one of so many places; raise `TooManyStreams`, or `Busy` where nobody finds one."""
        phone = isinstance(watcher, TicketWatcher)
        most: dict[object, int] = {(network, phone): int(room * _OF_A_NETWORK)}
        if isinstance(watcher, TicketWatcher | ManagerWatcher):
            most[watcher] = MOST_OF_ONE
        with self._lock:
            if any(self._taken[who] >= limit for who, limit in most.items()):
                raise TooManyStreams
            if self.count >= room * (_OPEN_TO_PHONES if phone else 1):
                raise Busy("Too many are watching. Try again in a moment.")
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
