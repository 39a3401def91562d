"""What days amount to, counted aside and kept, so that a year is there at once the next time."""

from datetime import date
from functools import partial

import structlog

from server.domain.events import SYSTEM
from server.domain.figures.kept import DayFigures
from server.store.digests import Damaged
from server.store.store import Store
from server.store.view import View
from server.usecases.keep_figures import count, keep_figures, uncounted
from server.web.aside import aside

log = structlog.get_logger(__name__)


def keep_days(store: Store, branch_id: int, first: date, last: date) -> None:
    """Count those of these days that were not yet, one by one, and keep what they amount to; what is damaged is logged."""
    with store.reading(branch_id) as view:
        days = aside(uncounted, view, first, last)
    for day in days:
        keep_day(store, branch_id, day)


def keep_day(store: Store, branch_id: int, day: date) -> None:
    """Count a closed day and keep what it amounts to; what is damaged is logged."""
    with store.reading(branch_id) as view:
        counted = aside(_counted, view, day)
    if counted is not None:
        store.write(branch_id, SYSTEM, partial(keep_figures, counted=counted))


def _counted(view: View, day: date) -> DayFigures | None:
    try:
        return count(view, day)
    except Damaged as error:
        log.error("day cannot be counted", day=str(day), why=str(error))  # noqa: TRY400  # where it is, says enough
        return None
