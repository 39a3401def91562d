"""The figures of the analytics, each with what it shows as its heading."""

from collections.abc import Callable

from server.domain.figures.period import PeriodKind
from server.present.analytics_figure import Figure
from server.web.manager.analytics_desks import desks, gone, people, promises, queues
from server.web.manager.analytics_waits import by_day, by_hour, loads, weekdays
from server.web.manager.analytics_words import Told


def figures(told: Told) -> list[Figure]:
    """Return the figures that this period has."""
    found = told.found
    if not found.headline.asked:
        return []
    is_one_day = found.period.kind is PeriodKind.DAY
    has_queues = found.queue is None and len(found.queues) > 1
    wanted: list[Callable[[Told], Figure]] = [
        *([] if is_one_day else [weekdays]),
        loads,
        by_hour,
        *([] if is_one_day else [by_day]),
        desks,
        people,
        gone,
        promises,
        *([queues] if has_queues else []),
    ]
    made = (each(told) for each in wanted)
    return [each for each in made if not each.is_empty]
