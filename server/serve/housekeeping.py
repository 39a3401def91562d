"""What the server does by itself: close the business day, forget old idempotency keys."""

from time import monotonic

import gevent
import structlog

from server.domain.events import SYSTEM
from server.domain.numbering import business_day
from server.store.idempotency import older_than
from server.store.session import Session
from server.store.store import Store
from server.store.writer import Clock
from server.usecases.close_day import close_day

log = structlog.get_logger(__name__)

_EVERY_S = 20.0
_FORGET_EVERY_TURNS = 180


class Housekeeping:
    """A greenlet that looks every few seconds whether something is due; each branch by itself."""

    def __init__(self, store: Store, clock: Clock) -> None:
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
            turn += 1
            self._heard = monotonic()
            gevent.sleep(_EVERY_S)

    def _branches(self) -> list[int]:
        try:
            return self._store.branches()
        except Exception:  # the next turn asks again
            log.exception("housekeeping failed")
            return []


def look_after(store: Store, clock: Clock, branch_id: int, *, forget: bool) -> None:
    """Close the branch's day if it is over; forget old keys if asked to. Writes nothing where nothing is due."""

    def work(session: Session) -> None:
        if close_day(session):
            log.info("day closed", branch=branch_id, day=str(session.state.day))
        if forget:
            session.beside(older_than(session.now))

    with store.reading(branch_id) as view:
        branch = view.branch
    settings = branch.settings
    today = business_day(clock(), settings.time_zone, settings.rollover_hour)
    if forget or today > branch.day:
        store.write(branch_id, SYSTEM, work)
