"""Who watches a branch's live page: each is told which of its parts changed, about once a second at most, and fetches those."""

from collections.abc import Callable
from math import inf
from time import monotonic

from server.live.parts import ALL, OF_TIME, Part, Parts
from server.live.peer import Peer

Send = Callable[[Peer, bytes], None]
Drop = Callable[[Peer], None]
Word = Callable[[Parts], bytes]
"""How it is said that these parts changed."""

Counting = Callable[[set[bytes]], set[bytes]]
"""Which of these sessions count still."""

_EVERY_S = 1.0
_DESKS_EVERY_S = 0.7
"""So often at most; what happens at a desk hurries, for a call is on the page within a second, and is fetched first."""

_TIME_EVERY_S = 15.0
"""So often what time alone changes is drawn anew."""

_CHECKED_EVERY_S = 2.0
"""So often it is looked who may watch no longer: signed out here or elsewhere, or their account is gone."""


class Managers:
    """The watching browsers of one branch, each by the session that it is signed in with."""

    def __init__(self, counting: Counting) -> None:
        self._counting = counting
        self._sessions: dict[Peer, bytes] = {}
        self._changed: set[Part] = set()
        self._told_at = -inf
        self._due = inf
        self._time_due = inf
        self._check_due = inf

    @property
    def due(self) -> float:
        """When `settle` wants to be called, on the monotonic clock."""
        return min(self._due, self._time_due, self._check_due)

    def note(self, parts: Parts) -> None:
        """Remember that these parts changed."""
        if self._sessions and parts:
            self._changed |= parts
            pause = _DESKS_EVERY_S if Part.DESKS in parts else _EVERY_S
            self._due = min(self._due, self._told_at + pause)

    def settle(self, now: float, word: Word, send: Send, drop: Drop) -> None:  # fmt: skip
        """Tell everybody what changed, once for all that was noted since the last time; whoever may watch no longer is sent away."""
        if now >= self._check_due:
            self._check_due = now + _CHECKED_EVERY_S
            self._send_away(drop)
        if now >= self._time_due:
            self._time_due = now + _TIME_EVERY_S
            self.note(OF_TIME)
        if now >= self._due:
            changed, self._changed = frozenset(self._changed), set()
            self._told_at, self._due = now, inf
            said = word(changed)
            for peer in list(self._sessions):
                send(peer, said)

    def _send_away(self, drop: Drop) -> None:
        sessions = set(self._sessions.values())
        over = sessions - self._counting(sessions)
        for peer, session in list(self._sessions.items()):
            if session in over:
                drop(peer)

    def welcome(self, peer: Peer, session: bytes, word: Word, send: Send) -> None:
        """Tell a newcomer to fetch everything, and keep it posted from here on."""
        if not self._sessions:
            now = monotonic()
            self._time_due, self._check_due = now + _TIME_EVERY_S, now + _CHECKED_EVERY_S  # fmt: skip
        self._sessions[peer] = session
        send(peer, word(ALL))

    def goodbye(self, peer: Peer) -> None:
        """Forget a browser that has gone."""
        self._sessions.pop(peer, None)
        if not self._sessions:
            self._changed.clear()
            self._due = self._time_due = self._check_due = inf
