"""Which of the desks that serve a ticket were open while it waited, and which were missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from server.domain.branch import Desk, DeskState
from server.domain.ticket import Ticket

_SHORTEST = timedelta(minutes=1)
"""A desk that is missing for less than this is not worth a word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """A desk that was not open: who sat there before or after, and whether it was a break."""

    desk: int
    servicer: str | None
    is_break: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortage:
    """A stretch of time in which only so many of the desks that serve a ticket were `open`, and which ones were missing."""

    since: datetime
    until: datetime
    open: int
    absent: tuple[Absence, ...]

    @property
    def desks(self) -> int:
        """How many could have been open."""
        return self.open + len(self.absent)


Look = tuple[datetime, tuple[Desk, ...]]
"""A moment, and the desks that serve a ticket as they are from then on."""


def who_serve(ticket: Ticket, desks: Iterable[Desk]) -> tuple[Desk, ...]:
    """Return the desks that may call the ticket next, by number, open or not."""
    may = (
        desk
        for desk in desks
        if not desk.removed
        and (
            ticket.for_desk == desk.number
            or (ticket.for_desk is None and ticket.queue in desk.serves)
        )
    )
    return tuple(sorted(may, key=lambda desk: desk.number))


def are_open(desks: Iterable[Desk]) -> int:
    """Return how many of them serve."""
    return sum(desk.state is DeskState.OPEN for desk in desks)


def shortages(looks: Sequence[Look], until: datetime) -> list[Shortage]:
    """Return when fewer desks were open than had somebody at one moment or another, from the first look on.

    A desk at which nobody sat in all that time is missed by nobody, unless nobody sat anywhere.
    """
    sat = {
        desk.number: desk.servicer
        for _, desks in looks
        for desk in desks
        if desk.state is not DeskState.CLOSED
    }
    found: list[Shortage] = []
    for (at, desks), (then, _) in pairwise([*looks, (until, ())]):
        absent = tuple(
            Absence(
                desk=desk.number,
                servicer=desk.servicer or sat[desk.number],
                is_break=desk.state is DeskState.PAUSED,
            )
            for desk in desks
            if desk.number in sat and desk.state is not DeskState.OPEN
        )
        if not absent and sat:
            continue
        goes_on = found and (found[-1].until, found[-1].absent) == (at, absent)
        since = found.pop().since if goes_on else at
        found.append(
            Shortage(since=since, until=then, open=are_open(desks), absent=absent)
        )
    return [each for each in found if each.until - each.since >= _SHORTEST]
