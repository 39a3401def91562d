"""What is known of a wait, as people are told it."""

from server.domain.promise import Promise
from shared.wire.estimates import in_minutes, step_min
from shared.wire.messages import Estimate

_LEAST_MIN = 2
"""A range whose words differ by less is no news."""

_SERVICE_S = 60
"""Nor is it how long a service usually takes, where it differs by less."""


def estimate(promise: Promise | None) -> Estimate | None:
    """Return the range that people are told; nothing where nothing is known."""
    if promise is None:
        return None
    return Estimate(low_s=promise.low_s, high_s=promise.high_s)


def minutes(promise: Promise | None) -> tuple[int, int] | None:
    """Return the minutes, from and to, in which that range is told; nothing where nothing is known."""
    return None if promise is None else in_minutes(promise)


def steadied(told: Promise | None, known: Promise | None) -> Promise | None:
    """Return what is to be told now: what was told last, unless the words for what is known now differ from it by two minutes at an end, which itself has moved by half a step.

    So what lies at the edge of two steps is not told as now one, now the other. That there is something to tell at last, or nothing any more, is news.
    """
    if told is None or known is None:
        return known
    moved = abs(told.low_s - known.low_s), abs(told.high_s - known.high_s)
    ends = zip(in_minutes(told), in_minutes(known), moved, strict=True)
    is_news = any(
        abs(before - now) >= _LEAST_MIN and moved_s >= step_min(now) * 30
        for before, now, moved_s in ends
    )
    return known if is_news else told


def steadied_service(told: Promise | None, known: Promise) -> Promise:
    """Return what is to be told now of how long a service usually takes: what was told last, unless it differs by a minute at an end."""
    if told is None:
        return known
    moved = abs(told.low_s - known.low_s), abs(told.high_s - known.high_s)
    return known if max(moved) >= _SERVICE_S else told
