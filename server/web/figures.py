"""What days amount to, counted aside and kept, so that a year is there at once the next time."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from subprocess import PIPE, Popen

import gevent
import structlog
from gevent.lock import BoundedSemaphore

from server.domain.events import SYSTEM
from server.domain.figures.kept import DayFigures
from server.domain.refusals import Refusal
from server.store import counting
from server.store.digests import Damaged
from server.store.store import Store
from server.store.view import View
from server.usecases.keep_figures import count, keep_figures, uncounted
from server.web.aside import aside, reading

log = structlog.get_logger(__name__)


class StillCounting(Refusal):
    """Days of which a table is wanted are still being counted; trying again later is right."""

    seconds = 30

    def __init__(self) -> None:
        super().__init__("These days are still being counted. Try again in a moment.")


_FEW = 3
"""So many days are counted in a thread; a process of its own takes half a second to begin."""

_turn = BoundedSemaphore(1)
"""Whoever waits for it finds the days counted."""


_begun: set[tuple[int, date, date]] = set()
"""What is counted, or waits for it, while nobody waits for the answer."""


def keep_soon(store: Store, branch_id: int, first: date, last: date) -> list[date]:
    """Count those of these days that were not yet where they are few; else have them counted meanwhile, and return which they are."""
    days = _uncounted(store, branch_id, first, last)
    if len(days) <= _FEW and not _turn.locked():
        keep_days(store, branch_id, first, last)
        return []
    those = branch_id, first, last
    if days and those not in _begun:
        _begun.add(those)
        gevent.spawn(_keep_meanwhile, store, *those)
    return days


def _keep_meanwhile(store: Store, branch_id: int, first: date, last: date) -> None:
    try:
        keep_days(store, branch_id, first, last)
    except Exception:  # whoever asks again has them counted again
        log.exception("days not counted")
    finally:
        _begun.discard((branch_id, first, last))


def keep_days(
    store: Store, branch_id: int, first: date, last: date, most: int | None = None
) -> int:
    """Count those of these days that were not yet, latest first and `most` at once, and keep what they amount to; return how many there were.

    What is damaged is logged, and counted again the next time. Many days are counted in a process of its own, so that nobody
    who takes a number waits for it.
    """
    if not _uncounted(store, branch_id, first, last):
        # Nobody waits for days that others ask for.
        return 0
    with _turn:
        days = _uncounted(store, branch_id, first, last)[:most]
        counting_them = _apart if len(days) > _FEW else _here
        for day, counted in zip(days, counting_them(store, branch_id, days), strict=False):  # fmt: skip
            if counted is None:
                log.error("day cannot be counted", day=str(day))
            else:
                work = partial(keep_figures, counted=counted)
                store.write(branch_id, SYSTEM, work)
    return len(days)


def _uncounted(store: Store, branch_id: int, first: date, last: date) -> list[date]:
    return aside(reading, store, branch_id, uncounted, first, last)


def _here(
    store: Store, branch_id: int, days: Sequence[date]
) -> Iterator[DayFigures | None]:
    for day in days:
        yield aside(reading, store, branch_id, _counted, day)


def _counted(view: View, day: date) -> DayFigures | None:
    try:
        return count(view, day)
    except Damaged:
        return None


def _apart(
    store: Store, branch_id: int, days: Sequence[date]
) -> Iterator[DayFigures | None]:
    command = counting.command(store.directory, branch_id, days)
    with Popen(command, stdout=PIPE) as process:
        assert process.stdout is not None
        # gevent's own processes are for the main thread alone.
        while line := aside(process.stdout.readline):
            yield counting.read(line)
    if process.returncode:
        log.error("days not counted", status=process.returncode)
