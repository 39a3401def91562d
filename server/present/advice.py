"""Advice as whoever looks after the hall is told it."""

from collections.abc import Callable
from typing import TypeVar

from server.domain.promise import Promise
from server.forecast.advice import Advice, Enough, OneMore

T = TypeVar("T", OneMore, Enough)

_LEAST_MIN = 2
"""A wait that differs by less is no news."""


def in_minutes(promise: Promise) -> int:
    """Return the minutes in which the middle of it is told."""
    return max(1, round(promise.mid_s / 60))


def steadied(told: Advice, known: Advice) -> Advice:
    """Return what is to be told now: each piece as it was told last, unless it is about another desk, or a wait differs by two minutes."""
    return Advice(
        more=_kept(told.more, known.more, lambda each: (each.before, each.after)),
        enough=_kept(told.enough, known.enough, lambda each: (each.newcomers,)),
    )


def _kept(
    told: tuple[T, ...],
    known: tuple[T, ...],
    waits: Callable[[T], tuple[Promise, ...]],
) -> tuple[T, ...]:
    last = {(each.queue, each.desk): each for each in told}

    def is_news(now: T, before: T) -> bool:
        ends = zip(waits(now), waits(before), strict=True)
        return any(abs(in_minutes(n) - in_minutes(b)) >= _LEAST_MIN for n, b in ends)

    def one(now: T) -> T:
        before = last.get((now.queue, now.desk))
        return now if before is None or is_news(now, before) else before

    return tuple(one(each) for each in known)
