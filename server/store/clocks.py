"""Whether somebody has set the clock: waits are measured by time that passed, not by what a clock says."""

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

import structlog

log = structlog.get_logger(__name__)

Clock = Callable[[], datetime]


class Jumps(Protocol):
    """Knows by how much the clock was set."""

    def since_last(self) -> timedelta:
        """Return by how much the clock was set since it was asked last; nothing, where time only passed."""

    def look(self) -> timedelta:
        """Return the same, however little time has passed; to be asked every second or so."""


_LEAST_S = 2.0
"""A clock that is led to the right time bit by bit is not set; one that was moved by more than this at once is."""

_UPTIME = Path("/proc/uptime")


class SteadyJumps:
    """Compares the clock with time that passes steadily, also while the machine sleeps."""

    def __init__(self) -> None:
        self._wall = time.time()
        self._ahead = self._wall - _steady()

    def since_last(self) -> timedelta:
        """Return by how much the clock was set since it was asked last; nothing, where time only passed."""
        if 0 <= time.time() - self._wall < _LEAST_S:
            # Nobody can have set it by much: it need not be looked at what time really passed.
            return timedelta(0)
        return self.look()

    def look(self) -> timedelta:
        """Return the same, however little time has passed; to be asked every second or so."""
        self._wall = time.time()
        ahead = self._wall - _steady()
        moved, self._ahead = ahead - self._ahead, ahead
        return timedelta(seconds=moved if abs(moved) >= _LEAST_S else 0)


def _steady() -> float:
    """Return the seconds since the machine was started, asleep or not; elsewhere than on Linux, since some moment."""
    if _UPTIME.exists():
        return float(_UPTIME.read_text().split()[0])
    return time.monotonic()


class Corrections:
    """By how much each branch is still to be put right, after the clock was set; nothing, where nobody knows of jumps."""

    def __init__(self, jumps: Jumps | None) -> None:
        self._jumps = jumps
        self._jumped = timedelta(0)
        self._due: dict[int, timedelta] = {}
        self._seen: set[int] = set()

    def look(self) -> bool:
        """Return whether the clock was set and not every branch is put right yet; to be asked every second or so."""
        if self._jumps is not None:
            self._jumped += self._jumps.look()
        return bool(self._jumped or self._due)

    def ask(self, branch_ids: Callable[[], Iterable[int]]) -> bool:
        """Return whether the clock was set since it was asked last, and if so have all these branches put right."""
        if self._jumps is None:
            return False
        by, self._jumped = self._jumped + self._jumps.since_last(), timedelta(0)
        if by:
            log.warning("clock was set", seconds=by.total_seconds())
            for branch_id in branch_ids():
                self._due[branch_id] = self._due.get(branch_id, timedelta(0)) + by
        return bool(by)

    def due(self, branch_id: int, moment: datetime, now: datetime) -> timedelta:
        """Return by how much the branch is to be put right; `moment` is the latest it has seen.

        One that is met for the first time has seen what the clock said before it began: it may be behind that.
        """
        if self._jumps is not None and branch_id not in self._seen:
            self._seen.add(branch_id)
            behind = now - moment
            if behind < -timedelta(seconds=_LEAST_S):
                log.warning("clock is behind", seconds=-behind.total_seconds())
                self._due[branch_id] = behind
        return self._due.get(branch_id, timedelta(0))

    def done(self, by: Mapping[int, timedelta]) -> None:
        """Know by how much each of these branches is put right."""
        for branch_id, corrected in by.items():
            left = self._due.pop(branch_id) - corrected
            if left:
                self._due[branch_id] = left
