"""Puts each branch right after the clock was set, before it does anything else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import sqlalchemy as sa
import structlog

from server.domain.events import SYSTEM
from server.domain.state import BranchState
from server.store import clocks
from server.store.changes import Changes
from server.store.clocks import LEAST, Clock, RightBy, Steady
from server.store.digests import Damaged
from server.store.session import Session
from server.store.tokens import TicketTokens
from server.store.view import View

log = structlog.get_logger(__name__)

Correct = Callable[[Session, timedelta, int], None]
"""Puts a branch right by so much, after the clock was set; the machine has run since the row of that seq."""


class Corrections:
    """By which clock each branch is right: as its table has it, with what the open commit makes of that."""

    def __init__(self, steady: Steady, correct: Correct, tokens: TicketTokens) -> None:
        self._steady = steady
        self._ahead_at_first = steady.ahead()
        self._correct = correct
        self._tokens = tokens
        self._right: dict[int, RightBy] = {}
        self._failed: dict[int, str] = {}
        self._is_read = False

    def look(self) -> bool:
        """Return whether a branch is to be put right, or it is not known yet by which clock each is right."""
        was_read, self._is_read = self._is_read, True
        ahead = self._steady.ahead()
        return not was_read or any(
            right.ahead != ahead for right in self._right.values()
        )

    def forget(self) -> None:
        """Look into the table again: the commit has failed."""
        self._right.clear()
        self._is_read = False

    def put_right(
        self, view: View, state: BranchState, changes: Changes, clock: Clock
    ) -> tuple[datetime, bool]:
        """Correct the branch by what the clock was set since it did anything last, as part of these changes.

        Return what the clock says, and whether the branch is right by it.
        """
        ahead, now = self._steady.ahead(), clock()
        while (later := self._steady.ahead()) != ahead:
            # What it says now counts.
            ahead, now = later, clock()
        right = self._right.get(state.id) or self._read(view.connection, state.id)
        if right is None:
            since, by = state.seq, ahead - self._ahead_at_first
            by += _behind(state, now - by)
        else:
            since, by = right.since, ahead - right.ahead
        if abs(by) >= LEAST:
            session = Session(view, state, changes, SYSTEM, now, self._tokens)
            if not self._succeeds(session, by, since, changes):
                return now, False
        if right is None or abs(by) >= LEAST:
            right = RightBy(boot=self._steady.boot, ahead=ahead, since=since)
            changes.clocks[state.id] = right
        self._right[state.id] = replace(right, ahead=ahead)
        return now, True

    def _read(self, connection: sa.Connection, branch_id: int) -> RightBy | None:
        """Return by which clock the branch was right last in this run of the machine, None where it was not in it yet."""
        try:
            right = clocks.read(connection, branch_id)
        except Damaged as error:
            log.error("clock not known", why=str(error))  # noqa: TRY400  # where it is, says enough
            return None
        if right is None or right.boot != self._steady.boot:
            return None
        return right

    def _succeeds(
        self, session: Session, by: timedelta, since: int, changes: Changes
    ) -> bool:
        """Return whether the branch is put right; where it is not, its next unit tries again."""
        state = session.state
        mark = state.mark()
        try:
            self._correct(session, by, since)
        except sa.exc.OperationalError:
            # The disk, not the branch: the whole group fails together.
            raise
        except Exception as error:  # nobody's number may wait for it
            state.back(mark)
            if self._failed.get(state.id) != str(error):
                self._failed[state.id] = str(error)
                log.exception("branch not put right", branch=state.id)
            return False
        changes.absorb(session.changes, state)
        self._failed.pop(state.id, None)
        log.warning("clock was set", seconds=by.total_seconds(), branch=state.id)
        return True


def _behind(state: BranchState, now: datetime) -> timedelta:
    """Return by how much the clock is behind the latest moment that the branch has seen, as a correction of it.

    That is all that can be known of what it was set by between two runs of the machine: where it is ahead, time may have
    passed.
    """
    return min(now - state.moment, timedelta(0))
