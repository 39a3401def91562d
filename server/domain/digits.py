"""Whole numbers as somebody types them."""

_MOST = 18
"""So many digits at most: what has more counts nothing here, and has no room in a database."""


def whole(typed: str) -> int | None:
    """Return the number that these digits are, in whatever script; None where there is anything else, or nothing."""
    return int(typed) if typed.isdecimal() and len(typed) <= _MOST else None
