"""Which desks could serve a queue beside those that do, as things stand."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from server.domain.branch import Desk, DeskState
from server.domain.promise import Promise
from server.domain.state import BranchState
from server.forecast.advice import Declined, How
from server.forecast.scene import AtWork, Busy
from server.forecast.work import seconds

_SITS_DOWN_S = 120.0
"""So long it takes until somebody has sat down at a desk that is closed."""

_QUIET = 0.4
"""Of the target: who serves queues in which nobody waits longer has time for others."""

_AT_MOST = 2
"""So many are looked at of those that cost the same: each is foreseen by a simulation."""


@dataclass(frozen=True, slots=True)
class Could:
    """A desk that could serve the queue, what has to be done for it, and what it would be about."""

    number: int
    how: How
    at_work: AtWork


def who_could(
    state: BranchState,
    queue: str,
    newcomers: Mapping[str, Promise],
    target_s: float,
    now: datetime,
    declined: Collection[Declined] = (),
) -> list[Could]:
    """Return the desks, those first that cost least: some that are free, then some whose own queues are quiet, then some that are closed.

    Of those that call alike there is one. Whoever has `declined` is not asked again.
    """
    found: dict[int, dict[tuple[object, ...], Could]] = {}
    for cost, could in _all_who_could(state, queue, newcomers, target_s, now):
        if not any(each.is_about(queue, could.number) for each in declined):
            desk = could.at_work.desk
            alike = desk.serves, desk.policy, desk.weights
            found.setdefault(cost, {}).setdefault(alike, could)
    return [
        could
        for cost in sorted(found)
        for could in islice(found[cost].values(), _AT_MOST)
    ]


def _all_who_could(
    state: BranchState,
    queue: str,
    newcomers: Mapping[str, Promise],
    target_s: float,
    now: datetime,
) -> Iterator[tuple[int, Could]]:
    for desk in state.desks():
        serves = queue in desk.serves
        if desk.state is DeskState.OPEN and not serves:
            helping = replace(desk, lent=(*desk.lent, queue))
            if state.room.at_desk(desk.number) is None and not state.room.heads(desk):
                yield 0, Could(desk.number, How.LEND, AtWork(helping, Busy.FREE))
            elif _is_quiet(desk, newcomers, target_s):
                at_work = about(helping, state, now)
                yield 1, Could(desk.number, How.LEND, at_work)
        elif desk.state is DeskState.CLOSED and serves:
            opened = replace(desk, state=DeskState.OPEN)
            at_work = AtWork(opened, Busy.AWAY, _SITS_DOWN_S)
            yield 2, Could(desk.number, How.OPEN, at_work)


def _is_quiet(desk: Desk, newcomers: Mapping[str, Promise], target_s: float) -> bool:
    known = [newcomers[slug] for slug in desk.serves if slug in newcomers]
    return all(each.mid_s < _QUIET * target_s for each in known)


def about(desk: Desk, state: BranchState, now: datetime) -> AtWork:
    """Return what the desk, which is open, is about."""
    ticket = state.room.at_desk(desk.number)
    if ticket is None:
        return AtWork(desk, Busy.FREE)
    lasts = max(0.0, seconds(now) - seconds(ticket.last_called_at or ticket.since))
    return AtWork(desk, Busy.SERVING, lasts, ticket.queue)
