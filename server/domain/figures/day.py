"""What one business day amounts to, counted from its tickets and its journal."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from server.domain.events import Recorded
from server.domain.figures.kept import DayFigures
from server.domain.figures.presence import stretches
from server.domain.figures.seats import presences
from server.domain.figures.undone import counted
from server.domain.figures.visits import Visit, by_queue, by_seat, hours_of
from server.domain.figures.waiting import waiting


def day_figures(
    day: date,
    visits: Iterable[Visit],
    rows: Iterable[Recorded],
    zone: ZoneInfo,
    until: datetime | None = None,
) -> DayFigures:
    """Return what the day amounts to: of its tickets, tests left out, and its rows; `until` now where it is not over."""
    counting = counted(rows)
    there = [each for each in visits if each.id not in counting.never]
    waits = [each.waited for each in there]
    return DayFigures(
        day=day,
        queues=by_queue(there, hours_of(zone)),
        served=by_seat(there),
        presence=presences(stretches(counting.rows, until), zone),
        waiting_us=waiting(counting.rows, {each.id for each in there}),
        waited_us=sum(wait for wait in waits if wait is not None),
    )
