"""Whether somebody has set the clock: waits are measured by time that passed, not by what a clock says."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol
from uuid import uuid4

import sqlalchemy as sa

from server.store import digests, tables

Clock = Callable[[], datetime]

LEAST = timedelta(seconds=2)
"""A clock that is led to the right time bit by bit is not set; one that was moved by more than this at once is."""

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class Steady(Protocol):
    """Knows how far the clock is ahead of time that passes steadily."""

    boot: str
    """Which run of the machine it is: time is steady in one only."""

    def ahead(self) -> timedelta:
        """Return how far the clock is ahead of the time that has passed in this run; it differs only where the clock was set."""


class MachineTime:
    """Time that has passed since the machine was started, asleep or not; elsewhere than on Linux, since this process was."""

    def __init__(self) -> None:
        self.boot = _BOOT_ID.read_text().strip() if _BOOT_ID.exists() else uuid4().hex
        self._last = self._ahead = _ahead()

    def ahead(self) -> timedelta:
        """Return how far the clock is ahead of it, not counting what it is led bit by bit."""
        last, self._last = self._last, _ahead()
        if abs(self._last - last) >= LEAST:
            self._ahead += self._last - last
        return self._ahead


def _ahead() -> timedelta:
    steady, wall = _steady(), time.time()
    while _steady() - steady > LEAST.total_seconds() / 4:
        # Nobody may have stood still between the two.
        steady, wall = _steady(), time.time()
    return timedelta(seconds=wall - steady)


def _steady() -> float:
    # Not /proc/uptime: a container may be shown its own there, beside the machine's boot id.
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


@dataclass(frozen=True, slots=True, kw_only=True)
class RightBy:
    """By which clock a branch's moments are right: the machine's run, and how far the clock was ahead in it.

    `since` is the seq of the branch's last row before that run.
    """

    boot: str
    ahead: timedelta
    since: int


_READ = sa.select(tables.clock).where(
    tables.clock.c.branch_id == sa.bindparam("branch")
)


def read(connection: sa.Connection, branch_id: int) -> RightBy | None:
    """Return by which clock the branch was right last, None where nobody knows; raise `Damaged`."""
    row = connection.execute(_READ, {"branch": branch_id}).one_or_none()
    if row is None:
        return None
    digests.check(tables.clock, row)
    return RightBy(boot=row.boot, ahead=row.ahead, since=row.since)


def values_of(branch_id: int, right: RightBy) -> dict[str, Any]:
    """Return the row of a branch that is right by this clock."""
    return {
        "branch_id": branch_id,
        "boot": right.boot,
        "ahead": right.ahead,
        "since": right.since,
    }
