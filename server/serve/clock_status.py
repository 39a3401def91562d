"""Whether the machine knows for sure what time it is: what the kernel says of its clock (adjtimex(2), Linux)."""

import ctypes
import sys
from time import monotonic

_UNSYNCHRONISED = 0x40
_ASK_EVERY_S = 30.0


class _Timex(ctypes.Structure):
    # Only the beginning is of interest; the kernel writes somewhat more than 200 bytes.
    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("frequency", ctypes.c_long),
        ("most_error", ctypes.c_long),
        ("error", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_char * 256),
    )


class ClockStatus:
    """What the kernel said last; it is asked every half minute at most."""

    def __init__(self) -> None:
        self._asked_at = float("-inf")
        self._unsure = False

    def is_unsure(self) -> bool:
        """Return whether nobody has told the machine what time it is since it started; False where it cannot be known."""
        if monotonic() - self._asked_at > _ASK_EVERY_S:
            self._asked_at = monotonic()
            self._unsure = _is_unsynchronised()
        return self._unsure


def _is_unsynchronised() -> bool:
    if sys.platform != "linux":
        return False
    timex = _Timex()
    if ctypes.CDLL(None).adjtimex(ctypes.byref(timex)) < 0:
        return False
    return bool(timex.status & _UNSYNCHRONISED)
