"""Whether somebody has set the clock: waits are measured by time that passed, not by what a clock says."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

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
