"""What the server does by itself: close the business day, forget old idempotency keys."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial
from pathlib import Path
from time import monotonic

import gevent
import structlog
from gevent.subprocess import PIPE, STDOUT, Popen

from server.domain.events import SYSTEM
from server.domain.numbering import business_day
from server.live.last_seen import Whose
from server.store import accounts, seen
from server.store.clocks import Clock
from server.store.idempotency import forget_old
from server.store.session import Session
from server.store.store import Store
from server.usecases.close_day import close_day
from server.web.figures import keep_days

log = structlog.get_logger(__name__)

_EVERY_S = 20.0
_FORGET_EVERY_TURNS = 180
_FIRST_CHECK_AFTER_S = 120.0
_FIRST_COUNT_AFTER_S = 60.0
_MOST_DAYS_AT_ONCE = 10
_CHECK_EVERY_S = 24 * 60 * 60.0
_HOW_NICE = 19


class Housekeeping:
    """A greenlet that looks every few seconds whether something is due; each branch by itself."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        directory: Path,
        take_seen: Callable[[], Mapping[Whose, datetime]],
        keep_waits: Callable[[], None] = lambda: None,
    ) -> None:
        self._directory = directory
        self._take_seen = take_seen
        self._keep_waits = keep_waits
        self._check_due = monotonic() + _FIRST_CHECK_AFTER_S
        self._count_due = monotonic() + _FIRST_COUNT_AFTER_S
        self._counted: dict[int, date] = {}
        self._store = store
        self._clock = clock
        self._begin()

    def close(self) -> None:
        """Stop looking."""
        self._greenlet.kill()

    def is_alive(self) -> bool:
        """Return whether it goes on looking."""
        return not self._greenlet.dead

    def silent_s(self) -> float:
        """Return for how many seconds it has been at one branch, or slept."""
        return monotonic() - self._heard

    def revive(self) -> None:
        """Begin to look anew, and leave off where it was looking."""
        self._greenlet.kill(block=False)
        self._begin()

    def _begin(self) -> None:
        self._heard = monotonic()
        self._greenlet = gevent.spawn(self._run)

    def _run(self) -> None:
        turn = 0
        while True:
            forget = turn % _FORGET_EVERY_TURNS == 0
            for branch_id in self._branches():
                self._heard = monotonic()
                try:
                    look_after(self._store, self._clock, branch_id, forget=forget)
                except Exception:
                    # One branch's trouble must not keep the next one's day open.
                    log.exception("housekeeping failed", branch=branch_id)
            if monotonic() >= self._count_due:
                self._count_due = float("inf")
                gevent.spawn(self._count_days)
            self._note_seen()
            self._keep_waits()
            if monotonic() >= self._check_due:
                self._check_due = monotonic() + _CHECK_EVERY_S
                gevent.spawn(look_for_damage, self._directory)
            turn += 1
            self._heard = monotonic()
            gevent.sleep(_EVERY_S)

    def _count_days(self) -> None:
        try:
            for branch_id in self._branches():
                count_days(self._store, branch_id, self._counted)
        except Exception:  # the next turn tries again
            log.exception("housekeeping failed")
        finally:
            self._count_due = monotonic() + _EVERY_S

    def _note_seen(self) -> None:
        try:
            note_seen(self._store, self._take_seen())
        except Exception:  # it is only known a minute later
            log.exception("housekeeping failed")

    def _branches(self) -> list[int]:
        try:
            return self._store.branches()
        except Exception:  # the next turn asks again
            log.exception("housekeeping failed")
            return []


def count_days(store: Store, branch_id: int, counted: dict[int, date]) -> None:
    """Count what closed days amount to, ten of them at once, so that they are there when a manager asks.

    Once all of the branch's are, `counted` has the day that is open, and nothing is done before it has closed, too.
    """
    with store.reading(branch_id) as view:
        day = view.branch.day
    if counted.get(branch_id) == day:
        return
    many = _MOST_DAYS_AT_ONCE
    if keep_days(store, branch_id, date.min, day, many) < many:
        counted[branch_id] = day


def note_seen(store: Store, heard: Mapping[Whose, datetime]) -> None:
    """Write down when these devices were last heard of; writes nothing where none was."""
    for branch_id in {branch_id for branch_id, _ in heard}:
        moments = {
            device: at for (branch, device), at in heard.items() if branch == branch_id
        }
        store.write(branch_id, SYSTEM, partial(seen.keep, moments=moments))


def look_for_damage(directory: Path) -> None:
    """Look at every row of the database in a process of its own, which gives way to all others; log what is damaged."""
    command = [sys.executable, "-m", "server.cli", "--data-dir", str(directory)]
    checking = Popen(
        [*command, "check", "--damage"],
        stdout=PIPE,
        stderr=STDOUT,
        text=True,
        preexec_fn=lambda: os.nice(_HOW_NICE),
    )
    said, _ = checking.communicate()
    if checking.returncode == 0:
        log.info("database looked through")
        return
    for line in said.splitlines():
        log.critical("database damaged", what=line)


def look_after(store: Store, clock: Clock, branch_id: int, *, forget: bool) -> None:
    """Close the branch's day if it is over; forget old keys if asked to. Writes nothing where nothing is due."""

    def work(session: Session) -> None:
        if close_day(session):
            log.info("day closed", branch=branch_id, day=str(session.state.day))
        if forget:
            for statement in (
                forget_old(session.now),
                *accounts.forget_old(session.now),
            ):
                session.beside(statement)

    with store.reading(branch_id) as view:
        branch = view.branch
    settings = branch.settings
    today = business_day(clock(), settings.time_zone, settings.rollover_hour)
    if forget or not branch.day == branch.stands_for == today:
        store.write(branch_id, SYSTEM, work)
