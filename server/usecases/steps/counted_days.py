"""What each day of a period amounts to: as it was kept, or counted meanwhile."""

from collections.abc import Container, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import structlog

from server.domain.figures.days import Days
from server.domain.figures.kept import DayFigures
from server.store import figures
from server.store.digests import Damaged
from server.store.figures import Spans
from server.store.view import View

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class CountedDays:
    """The days of a period with anything in them, in order, and those that cannot be read."""

    days: Sequence[DayFigures]
    unreadable: Sequence[date]


def counted_days(
    view: View,
    spans: Spans,
    first: date,
    last: date,
    now: datetime | None = None,
    *,
    left_out: Container[date] = (),
) -> CountedDays:
    """Return the days from the first to the last; what is not kept is counted, which takes a tenth of a second each, or `left_out`.

    `now` is until when the open day has gone, the last thing done where it is not said.
    """
    kept = figures.kept(view, first, last)
    unreadable = []
    for day in spans.between(first, last):
        if day in kept or day in left_out:
            continue
        is_open = day == view.branch.day
        until = (now or view.branch.moment) if is_open else None
        try:
            kept[day] = figures.count(view, day, spans, until)
        except Damaged as error:
            log.error("day cannot be counted", day=str(day), why=str(error))  # noqa: TRY400  # where it is, says enough
            unreadable.append(day)
    there = [kept[day] for day in sorted(kept)]
    return CountedDays([day for day in there if day.queues or day.presence], unreadable)


def together(view: View, days: Sequence[DayFigures], queue: str | None = None) -> Days:
    """Return the days to be told of together, by what the branch is set up for now."""
    settings = view.branch.settings
    return Days(
        days=days,
        queue=queue,
        target_s=settings.target_minutes * 60,
        begins=settings.rollover_hour,
        time_zone=settings.time_zone,
    )
