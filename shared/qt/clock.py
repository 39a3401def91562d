"""A clock that no correction of the machine's own sets back or forward."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from shared.qt.events import utc_now


def since_boot() -> float:
    """Return the seconds since the machine was started, asleep or awake."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


def steady_clock(
    now: Callable[[], datetime] = utc_now, seconds: Callable[[], float] = since_boot
) -> Callable[[], datetime]:
    """Return a clock that begins at `now` and then only counts.

    Small machines start with a wrong time and are corrected later; every call would be one of long ago, and every wait too long.
    """
    began_at, began = now(), seconds()
    return lambda: began_at + timedelta(seconds=seconds() - began)
