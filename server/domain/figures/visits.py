"""What became of a day's tickets, counted."""

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from server.domain.figures.kept import (
    PROMISE_KINDS,
    PromisedFigures,
    QueueFigures,
    ServedFigures,
    packed,
)
from server.domain.promise import Promise
from server.domain.ticket import OPEN_STATES, TicketState

_A_QUARTER_S = 900
_MICROSECONDS = 1_000_000
_A_QUARTER = _A_QUARTER_S * _MICROSECONDS


class Visit(NamedTuple):
    """A ticket as it counts: microseconds since 1970 by the clock as it was set last, and what its holder was told at the door.

    `served` is how long desks served it, `called` its first call.
    """

    id: int
    queue: str
    desk: int | None
    servicer: str | None
    state: str
    asked: int
    called: int | None
    ended: int | None
    served: int
    promise: Promise | None = None

    @property
    def waited(self) -> int | None:
        """From asking until the first call, or the end where there was none; None where neither has come."""
        until = self.ended if self.called is None else self.called
        # Nobody waits less than nothing: clocks are led back by a second or so.
        return None if until is None else max(0, until - self.asked)

    @property
    def total(self) -> int:
        """From asking until it was done."""
        return max(0, (self.ended or self.asked) - self.asked)


def hours_of(zone: ZoneInfo) -> Callable[[int], int]:
    """Return what tells the local hour of microseconds since 1970."""

    @cache
    def hour_of(quarter: int) -> int:
        # Every zone in use is whole quarters of an hour away from UTC.
        return datetime.fromtimestamp(quarter * _A_QUARTER_S, zone).hour

    return lambda moment: hour_of(moment // _A_QUARTER)


def by_queue(
    visits: Sequence[Visit], hour_of: Callable[[int], int]
) -> tuple[QueueFigures, ...]:
    """Return what became of them by the queue in which each was last; `hour_of` tells the hour of a moment."""
    queues: dict[str, list[Visit]] = defaultdict(list)
    for visit in visits:
        queues[visit.queue].append(visit)
    return tuple(_queue(slug, queues[slug], hour_of) for slug in sorted(queues))


@dataclass(slots=True)
class _Waits:
    """Waits of one queue, by what became of who waited."""

    served: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    left: list[int] = field(default_factory=list)
    missed: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)

    def of(self, visit: Visit, hour: int) -> list[int] | None:
        """Return the list that the visit's wait belongs to, None where it says nothing."""
        if visit.state == TicketState.DONE:
            return self.served[hour]
        if visit.state == TicketState.MISSED:
            return self.missed
        if visit.called is not None:
            return self.others
        return self.left if visit.state == TicketState.LEFT else None


def _queue(
    slug: str, visits: Sequence[Visit], hour_of: Callable[[int], int]
) -> QueueFigures:
    waits = _Waits()
    asked: Tally[int] = Tally()
    for visit in visits:
        hour = hour_of(visit.asked)
        asked[hour] += 1
        its = waits.of(visit, hour)
        if its is not None:
            its.append(visit.waited or 0)
    done = [visit for visit in visits if visit.state == TicketState.DONE]
    states = Tally(visit.state for visit in visits)
    return QueueFigures(
        queue=slug,
        asked=dict(sorted(asked.items())),
        served=len(done),
        gone=states[TicketState.LEFT],
        expired=states[TicketState.EXPIRED],
        here=sum(states[state] for state in OPEN_STATES),
        waits={hour: packed(waits.served[hour]) for hour in sorted(waits.served)},
        services=packed(visit.served for visit in done),
        totals=packed(visit.total for visit in done),
        left=packed(waits.left),
        missed=packed(waits.missed),
        others=packed(waits.others),
        wait_us={hour: sum(waits.served[hour]) for hour in sorted(waits.served)},
        service_us=sum(visit.served for visit in done),
        total_us=sum(visit.total for visit in done),
        promised=_promised(visits),
    )


def _promised(visits: Iterable[Visit]) -> tuple[PromisedFigures, ...]:
    kinds: dict[int, list[tuple[Promise, int]]] = defaultdict(list)
    for visit in visits:
        if visit.promise is not None and visit.called is not None:
            least = (visit.promise.mid_s >= each for each in PROMISE_KINDS)
            kinds[sum(least) - 1].append((visit.promise, visit.waited or 0))
    return tuple(
        _promises_of_kind(kind, found) for kind, found in sorted(kinds.items())
    )


def _promises_of_kind(
    kind: int, found: Sequence[tuple[Promise, int]]
) -> PromisedFigures:
    return PromisedFigures(
        kind=kind,
        people=len(found),
        kept=sum(
            told.low_s * _MICROSECONDS <= wait <= told.high_s * _MICROSECONDS
            for told, wait in found
        ),
        low_s=sum(told.low_s for told, _ in found),
        mid_s=sum(told.mid_s for told, _ in found),
        high_s=sum(told.high_s for told, _ in found),
        error_us=sum(abs(wait - told.mid_s * _MICROSECONDS) for told, wait in found),
        waits=packed(wait for _, wait in found),
    )


def by_seat(visits: Iterable[Visit]) -> tuple[ServedFigures, ...]:
    """Return how many of them were served, and how long those took, by queue, desk and who sat there."""
    sums: dict[tuple[str, int, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for visit in visits:
        if visit.state != TicketState.DONE:
            continue
        mine = sums[visit.queue, visit.desk or 0, visit.servicer or ""]
        mine[0] += 1
        mine[1] += visit.waited or 0
        mine[2] += visit.served
        mine[3] += visit.total
    return tuple(
        ServedFigures(
            queue=queue,
            desk=desk,
            person=person,
            served=served,
            wait_us=wait,
            service_us=service,
            total_us=total,
        )
        for (queue, desk, person), (served, wait, service, total) in sorted(
            sums.items()
        )
    )
