"""What is known of a wait, as people are told it."""

from server.domain.promise import Promise
from shared.wire.estimates import in_minutes
from shared.wire.messages import Estimate

_LEAST_MIN = 2
"""A range whose words differ by less is no news."""


def estimate(promise: Promise | None) -> Estimate | None:
    """Return the range that people are told; nothing where nothing is known."""
    if promise is None:
        return None
    return Estimate(low_s=promise.low_s, high_s=promise.high_s)


def minutes(promise: Promise | None) -> tuple[int, int] | None:
    """Return the minutes, from and to, in which that range is told; nothing where nothing is known."""
    return None if promise is None else in_minutes(_range(promise))


def steadied(told: Promise | None, known: Promise | None) -> Promise | None:
    """Return what is to be told now: what was told last, unless the words for what is known now differ from it by two minutes at an end.

    That there is something to tell at last, or nothing any more, is news.
    """
    if told is None or known is None:
        return known
    before, now = (in_minutes(_range(each)) for each in (told, known))
    is_news = any(abs(b - n) >= _LEAST_MIN for b, n in zip(before, now, strict=True))
    return known if is_news else told


def _range(promise: Promise) -> Estimate:
    return Estimate(low_s=promise.low_s, high_s=promise.high_s)
