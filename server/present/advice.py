"""Advice as whoever looks after the hall is told it."""

from collections.abc import Callable, Container, Mapping
from typing import TypeVar

from server.domain.branch import Desk, DeskState
from server.domain.promise import Promise
from server.forecast.advice import Advice, Enough, How, OneMore, Slower, TooLong
from shared.wire import messages

T = TypeVar("T", OneMore, Enough, TooLong)

_LEAST_MIN = 2
"""A wait that differs by less is no news."""


def in_minutes(promise: Promise) -> int:
    """Return the minutes in which the middle of it is told."""
    return max(1, round(promise.mid_s / 60))


def steadied(told: Advice, known: Advice) -> Advice:
    """Return what is to be told now: each piece as it was told last, unless it is about another desk, or for another reason, or a wait differs by two minutes."""
    return Advice(
        more=_kept(told.more, known.more, _waits),
        enough=_kept(told.enough, known.enough, lambda each: (each.newcomers,)),
        too_long=_kept(told.too_long, known.too_long, lambda each: (each.newcomers,)),
    )


def in_force(
    advice: Advice, desks: Mapping[int, Desk], queues: Container[str]
) -> Advice:
    """Return the advice as far as the desks and queues are still as they were when it was given."""
    return Advice(
        more=tuple(
            each
            for each in advice.more
            if each.queue in queues
            and (each.slower is None or each.slower.queue in queues)
            and _could(desks.get(each.desk), each)
        ),
        enough=tuple(
            each
            for each in advice.enough
            if each.queue in queues
            and (each.own is None or each.own in queues)
            and _helps(desks.get(each.desk), each)
        ),
        too_long=tuple(each for each in advice.too_long if each.queue in queues),
    )


def _could(desk: Desk | None, more: OneMore) -> bool:
    """Return whether the desk could still be the one more."""
    if desk is None:
        return False
    if more.how is How.OPEN:
        return desk.state is DeskState.CLOSED and more.queue in desk.serves
    return desk.state is not DeskState.CLOSED and more.queue not in desk.serves


def _helps(desk: Desk | None, enough: Enough) -> bool:
    """Return whether the desk serves the queue still, as it was lent or opened to do."""
    if desk is None:
        return False
    if enough.how is How.OPEN:
        return desk.state is not DeskState.CLOSED and enough.queue in desk.queues
    return enough.queue in desk.lent


def message(advice: Advice) -> messages.Advice:
    """Return it as consoles and managers are told it: of each range, the middle."""
    return messages.Advice(
        more=[
            messages.OneMore(
                queue=each.queue,
                desk=each.desk,
                how=messages.How(each.how.value),
                before_s=each.before.mid_s,
                after_s=each.after.mid_s,
                slower=None if each.slower is None else _slower(each.slower),
            )
            for each in advice.more
        ],
        enough=[
            messages.Enough(
                queue=each.queue,
                desk=each.desk,
                how=messages.How(each.how.value),
                newcomers_s=each.newcomers.mid_s,
                own=each.own,
            )
            for each in advice.enough
        ],
        too_long=[
            messages.TooLong(queue=each.queue, newcomers_s=each.newcomers.mid_s)
            for each in advice.too_long
        ],
    )


def _slower(slower: Slower) -> messages.Slower:
    return messages.Slower(
        queue=slower.queue,
        before_s=slower.before.mid_s,
        after_s=slower.after.mid_s,
    )


def _waits(more: OneMore) -> tuple[Promise, ...]:
    waits = more.before, more.after
    return waits if more.slower is None else (*waits, more.slower.after)


def _kept(
    told: tuple[T, ...],
    known: tuple[T, ...],
    waits: Callable[[T], tuple[Promise, ...]],
) -> tuple[T, ...]:
    last = {_about(each): each for each in told}

    def is_news(now: T, before: T) -> bool:
        ends = zip(waits(now), waits(before), strict=True)
        return any(abs(in_minutes(n) - in_minutes(b)) >= _LEAST_MIN for n, b in ends)

    def one(now: T) -> T:
        before = last.get(_about(now))
        return now if before is None or is_news(now, before) else before

    return tuple(one(each) for each in known)


def _about(each: OneMore | Enough | TooLong) -> tuple[str, int, str | None]:
    match each:
        case OneMore(slower=slower):
            other = None if slower is None else slower.queue
            return each.queue, each.desk, other
        case Enough(own=own):
            return each.queue, each.desk, own
    return each.queue, 0, None
