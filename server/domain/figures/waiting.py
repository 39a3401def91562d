"""How many people waited, summed up over a day: what Little's law compares with how long they did."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from server.domain import events
from server.domain.events import Recorded

_MICROSECOND = timedelta(microseconds=1)
_ENDS = (events.Missed, events.Left, events.Cancelled, events.Expired)


def waiting(rows: Iterable[Recorded], tickets: Iterable[int]) -> int:
    """Return how many of these tickets waited for a first call, summed up over the time in microseconds, by a sweep over all comings and goings."""
    steps: list[tuple[datetime, int]] = []
    for came, gone in _waiters(rows, set(tickets)).values():
        if gone is not None:
            steps += [(came, 1), (max(came, gone), -1)]
    steps.sort()
    area, here, before = timedelta(0), 0, None
    for at, step in steps:
        if before is not None and here:
            area += here * (at - before)
        here, before = here + step, at
    return area // _MICROSECOND


def _waiters(
    rows: Iterable[Recorded], tickets: set[int]
) -> Mapping[int, tuple[datetime, datetime | None]]:
    """Return by ticket when each asked, and when it was called first or, where it never was, ended."""
    came: dict[int, datetime] = {}
    called: dict[int, datetime] = {}
    ended: dict[int, datetime] = {}
    was_set = timedelta(0)
    for row in rows:
        if isinstance(row.event, events.ClockSet):
            was_set += row.event.by
        if row.ticket not in tickets:
            continue
        at = row.at - was_set
        if isinstance(row.event, events.Taken):
            came[row.ticket] = at
        elif isinstance(row.event, events.Called):
            called.setdefault(row.ticket, at)
        elif isinstance(row.event, _ENDS):
            ended[row.ticket] = at
    return {
        ticket: (at, called.get(ticket) or ended.get(ticket))
        for ticket, at in came.items()
    }
