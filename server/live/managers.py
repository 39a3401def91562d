"""Who watches a branch's live page: each is told which of its parts changed, at most once a second, and fetches those."""

from collections.abc import Callable
from math import inf
from time import monotonic

from server.live.parts import ALL, OF_TIME, Part, Parts
from server.live.peer import Peer

Send = Callable[[Peer, bytes], None]
Drop = Callable[[Peer], None]
Word = Callable[[Parts], bytes]
"""How it is said that these parts changed."""

_EVERY_S = 1.0
_TIME_EVERY_S = 15.0
"""So often what time alone changes is drawn anew."""

_LONGEST_S = 600.0
"""After so long a stream ends and is asked for again: whoever may not watch any more is found out then."""


class Managers:
    """The watching browsers of one branch."""

    def __init__(self) -> None:
        self._since: dict[Peer, float] = {}
        self._changed: set[Part] = set()
        self._told_at = -inf
        self._due = inf
        self._time_due = inf

    @property
    def due(self) -> float:
        """When `settle` wants to be called, on the monotonic clock."""
        return min(self._due, self._time_due)

    def note(self, parts: Parts) -> None:
        """Remember that these parts changed."""
        if self._since and parts:
            self._changed |= parts
            self._due = min(self._due, self._told_at + _EVERY_S)

    def settle(self, now: float, word: Word, send: Send, drop: Drop) -> None:  # fmt: skip
        """Tell everybody what changed, once for all that was noted since the last time."""
        if not self._since:
            return
        if now >= self._time_due:
            self._time_due = now + _TIME_EVERY_S
            self.note(OF_TIME)
            for peer, since in list(self._since.items()):
                if now - since > _LONGEST_S:
                    drop(peer)
        if now >= self._due:
            changed, self._changed = frozenset(self._changed), set()
            self._told_at, self._due = now, inf
            said = word(changed)
            for peer in list(self._since):
                send(peer, said)

    def welcome(self, peer: Peer, word: Word, send: Send) -> None:
        """Tell a newcomer to fetch everything, and keep it posted from here on."""
        if not self._since:
            self._time_due = monotonic() + _TIME_EVERY_S
        self._since[peer] = monotonic()
        send(peer, word(ALL))

    def goodbye(self, peer: Peer) -> None:
        """Forget a browser that has gone."""
        self._since.pop(peer, None)
        if not self._since:
            self._changed.clear()
            self._due = self._time_due = inf
