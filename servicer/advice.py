"""What the desk is advised: to serve one more queue, to leave one again, to call for help. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from servicer.lists import name_of
from servicer.props import AdviceRow
from servicer.state import ConsoleState, advised_key
from servicer.terms import Advised
from shared.wire.messages import How


def advice_rows(state: ConsoleState) -> tuple[AdviceRow, ...]:
    """Return what is suggested to whoever sits here and has not said “not now”; nothing while they cannot follow it."""
    if state.away or state.paused:
        return ()
    every = (*_one_more(state), *_enough(state))
    return tuple(row for row in every if row.key not in state.declined)


def _one_more(state: ConsoleState) -> Iterator[AdviceRow]:
    for more in state.advice.more:
        is_mine = is_here(state, more.desk) and more.how is How.LEND
        if is_mine and more.queue not in state.my_queues:
            row = AdviceRow(
                advised_key(more),
                Advised.OneMore,
                more.queue,
                name_of(state, more.queue),
                before_min=whole_minutes(more.before_s),
                after_min=whole_minutes(more.after_s),
            )
            slower = more.slower
            yield (
                row
                if slower is None
                else replace(
                    row,
                    other=name_of(state, slower.queue),
                    other_before_min=whole_minutes(slower.before_s),
                    other_after_min=whole_minutes(slower.after_s),
                )
            )


def _enough(state: ConsoleState) -> Iterator[AdviceRow]:
    for enough in state.advice.enough:
        is_loan = enough.how is How.LEND and enough.queue in state.lent
        if is_loan and is_here(state, enough.desk):
            yield AdviceRow(
                advised_key(enough),
                Advised.Enough if enough.own is None else Advised.Back,
                enough.queue,
                name_of(state, enough.queue),
                after_min=whole_minutes(enough.newcomers_s),
                other="" if enough.own is None else name_of(state, enough.own),
            )


def newcomers_min(state: ConsoleState) -> int:
    """Return how long newcomers wait in the queue of this desk where that is worst and no open desk could help, 0 where it is nowhere so."""
    if state.away or state.helped:
        return 0
    helped = {more.queue for more in state.advice.more if more.how is How.LEND}
    helped |= {enough.own for enough in state.advice.enough if enough.own is not None}
    waits = (
        whole_minutes(each.newcomers_s)
        for each in state.advice.too_long
        if each.queue in state.my_queues and each.queue not in helped
    )
    return max(waits, default=0)


def is_here(state: ConsoleState, desk: int) -> bool:
    """Return whether it is the desk of this console."""
    return state.seat is not None and state.seat.desk == desk


def whole_minutes(seconds: int) -> int:
    """Return a wait in minutes, as a manager's page tells it."""
    return max(1, round(seconds / 60))
