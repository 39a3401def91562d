"""A branch at one moment, as a simulation needs it: when each desk may be free, and in which order it would call whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from heapq import heapify, heappop, heapreplace

from server.domain.branch import Desk, Policy
from server.domain.policy import choose
from server.domain.room import Room
from server.domain.state import BranchState
from server.domain.ticket import Ticket


class Busy(Enum):
    """What a desk that will call somebody is about."""

    SERVING = auto()
    FREE = auto()
    AWAY = auto()


@dataclass(frozen=True, slots=True)
class AtWork:
    """A desk that will call again: what it does, for how long it has, or for how long it will (`AWAY`); seconds.

    `queue` is whose customer it has. A free desk has been so since somebody waits whom it may serve; 0 where nobody does.
    """

    desk: Desk
    doing: Busy
    seconds: float = 0.0
    queue: str = ""


NEAR = 500
"""So many are played one by one; of whoever is further behind it is known well enough how much longer they wait."""

Line = tuple[str, int | None]
"""A queue, and the one desk that its customers were sent to, if they were: the same desks may call all of a line."""


def line_of(ticket: Ticket) -> Line:
    """Return the line that the ticket is in."""
    return ticket.queue, ticket.for_desk


@dataclass(frozen=True, slots=True)
class Scene:
    """Desks, and who will be called in which order, at most `NEAR`, and who comes `behind` those; `newcomers` are among them, and nobody is kept from anything by those."""

    now: datetime
    desks: tuple[AtWork, ...]
    order: tuple[Ticket, ...]
    behind: tuple[Ticket, ...]
    newcomers: frozenset[int]
    may_call: Mapping[Line, tuple[int, ...]]
    """By their places here, the desks that may call those of a line."""


def scene(
    state: BranchState,
    now: datetime,
    desks: Sequence[AtWork],
    newcomers: Sequence[Ticket],
    usual_s: dict[str, float],
) -> Scene:
    """Return the scene with these desks; `newcomers` are made up, behind everybody, and `usual_s` is how long a customer of each queue takes."""
    waiting = [
        ticket for queue in state.queues() for ticket in state.room.line_of(queue.slug)
    ]
    everybody = [*waiting, *newcomers]
    if all(each.desk.policy is Policy.OLDEST for each in desks):
        # Whoever is in front is called by whichever desk is free first: no need to play it.
        order = sorted(everybody, key=_in_line)
    else:
        order = _played(desks, everybody, usual_s)
    lines = {line_of(ticket) for ticket in order}
    may_call = {line: _may_call(desks, *line) for line in lines}
    called = [ticket for ticket in order if may_call[line_of(ticket)]]
    return Scene(
        now,
        tuple(desks),
        tuple(called[:NEAR]),
        tuple(called[NEAR:]),
        frozenset(each.id for each in newcomers),
        may_call,
    )


def _may_call(
    desks: Sequence[AtWork], queue: str, for_desk: int | None
) -> tuple[int, ...]:
    return tuple(
        at
        for at, each in enumerate(desks)
        if (
            queue in each.desk.serves
            if for_desk is None
            else each.desk.number == for_desk
        )
    )


def _played(
    desks: Iterable[AtWork], tickets: Sequence[Ticket], usual_s: dict[str, float]
) -> list[Ticket]:
    """Return the tickets as the desks would call them, each by its own policy, if every customer took as long as usual; behind the first `NEAR`, as they came."""
    room = Room(tickets)
    by_id = {ticket.id: ticket for ticket in tickets}
    free = [(_usually_free(each, usual_s), at) for at, each in enumerate(desks)]
    heapify(free)
    working = {at: each.desk for at, each in enumerate(desks)}
    order: list[Ticket] = []
    while free and len(order) < NEAR:
        moment, at = free[0]
        desk = working[at]
        choice = choose(desk, room.heads(desk))
        if choice is None:
            heappop(free)
            continue
        ticket = by_id[choice.head.ticket]
        room.drop(ticket.id)
        order.append(ticket)
        if choice.turns is not None:
            working[at] = replace(desk, turns=choice.turns)
        heapreplace(free, (moment + usual_s.get(ticket.queue, 0.0), at))
    return order + sorted(room.tickets(), key=_in_line)


def _in_line(ticket: Ticket) -> tuple[str, int]:
    return ticket.position, ticket.id


def _usually_free(each: AtWork, usual_s: dict[str, float]) -> float:
    match each.doing:
        case Busy.SERVING:
            return max(0.0, usual_s.get(each.queue, 0.0) - each.seconds)
        case Busy.AWAY:
            return each.seconds
        case Busy.FREE:
            return 0.0
