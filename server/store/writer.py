"""The one place that writes. Whatever requests have gathered is committed together, then all are answered.

One write connection is also what keeps SQLite 3.7.0-3.51.2 clear of its WAL-reset bug, which needs two.
"""

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import Any, TypeVar

import sqlalchemy as sa
import structlog

from server.domain import events
from server.domain.events import Actor
from server.domain.state import BranchState, Change
from server.forecast.outlook import UNKNOWN, Outlook
from server.store import audit, branch_row, database, idempotency, sign_ins
from server.store.acknowledged import Acknowledged, Chain, LastLink
from server.store.changes import Changes
from server.store.clocks import Clock, Steady
from server.store.corrections import Correct, Corrections
from server.store.digests import Damaged
from server.store.idempotency import Kept, Key
from server.store.in_place import InPlace
from server.store.lane import Lane
from server.store.memory import Memory
from server.store.session import Session
from server.store.tokens import TicketTokens
from server.store.view import View

log = structlog.get_logger(__name__)
T = TypeVar("T")
_OF_DEVICES = (events.DevicePaired, events.DeviceConfigured, events.DeviceRevoked)
_MOST_PER_COMMIT = 200
_MOST_WAITING = 2_000
"""Units that may wait at once: about as many as are committed in one or two seconds."""


class Busy(Exception):
    """More work waits for the disk than could be answered soon; nothing was done, and trying again later is right."""

    seconds = 1


class StorageFailed(Exception):
    """The disk refused the commit: nothing of it happened; reads go on."""


def _failure(error: Exception) -> Exception:
    """Return what whoever handed in the units of a commit that failed is told."""
    if isinstance(error, sa.exc.OperationalError) and database.is_held(error):
        return Busy("Another program holds the queue database. Nothing was changed.")
    if isinstance(error, Damaged):
        return Damaged(f"{error} Nothing was changed.")
    why = getattr(error, "orig", error)
    if isinstance(error, sa.exc.DatabaseError) and database.is_damaged(error):
        return Damaged(f"The database cannot be read: {why}. Nothing was changed.")
    return StorageFailed(f"Nothing was changed: {why}.")


@dataclass(frozen=True, slots=True)
class _Unit:
    branch_id: int
    actor: Actor
    work: Callable[[Session], Any]
    key: Key | None
    answer: "Future[Any]"
    since: float


class _Commit:
    """What one commit gathers: changes to write, outcomes kept under keys, and whom to answer."""

    def __init__(
        self,
        kept: dict[tuple[str, str], Kept],
        last: dict[int, tuple[int, bytes | None]],
    ) -> None:
        self.kept = kept
        self.changes = Changes(last=last)
        self.answers: list[Callable[[], None]] = []


class Writer:
    """Runs units of work one after another, each all or nothing, many to a commit.

    `publish` hears what was recorded after the commit and before anybody is answered, in order of `seq`.
    """

    def __init__(
        self,
        engine: sa.Engine,
        tokens: TicketTokens,
        publish: Callable[[list[Change]], None],
        lane: Lane,
        clock: Clock,
        steady: Steady | None = None,
        correct: Correct = lambda session, by, since: None,
        acknowledged: Acknowledged | None = None,
        in_place: InPlace | None = None,
        outlook: Callable[[int], Outlook] = lambda branch_id: UNKNOWN,
    ) -> None:
        """Where `steady` knows that the clock was set, `correct` comes before every branch's next unit."""
        self._engine = engine
        self._tokens = tokens
        self._publish = publish
        self._clock = clock
        self._memory = Memory()
        self._last: dict[int, tuple[int, bytes | None]] = {}
        self._acknowledged = acknowledged
        self._in_place = in_place
        self._outlook = outlook
        self._corrections = (
            None if steady is None else Corrections(steady, correct, tokens)
        )
        self._since: float | None = None
        self.devices_version = 0
        """Changes whenever a device was paired, changed or revoked: who remembers devices forgets them then."""
        self._lane = lane
        lane.start(self._run)

    def submit(
        self,
        branch_id: int,
        actor: Actor,
        work: Callable[[Session], T],
        key: Key | None = None,
    ) -> "Future[T]":
        """Hand in a unit of work; its future holds the result once that is on disk, or why it failed.

        The same key again gets the same result, and nothing is done. Raises `Busy`.
        """
        if self._lane.waiting() >= _MOST_WAITING:
            raise Busy("Too much is going on here at once.")
        unit = _Unit(branch_id, actor, work, key, Future(), monotonic())
        self._lane.put(unit)
        return unit.answer

    def close(self) -> None:
        """Finish what was handed in, then stop; nothing may be handed in afterwards."""
        self._lane.put(None)
        self._lane.join()

    # --- being watched ------------------------------------------------------------------------

    def is_alive(self) -> bool:
        """Return whether it runs."""
        return self._lane.is_alive()

    def silent_s(self) -> float:
        """Return for how many seconds it has been at one commit."""
        since = self._since
        return 0.0 if since is None else monotonic() - since

    def trouble(self) -> str | None:
        """Return what keeps it from its work just now, if anything does."""
        return None if self._in_place is None else self._in_place.trouble()

    def revive(self) -> None:
        """Begin anew after it has ended; what was handed in is done."""
        self._forget()
        self._lane.start(self._run)

    # --- at work ------------------------------------------------------------------------------

    def _run(self) -> None:
        while True:
            try:
                with self._engine.connect() as connection:
                    while group := self._gather():
                        self._handle(connection, group)
                return
            except Exception:  # whatever it was, the next one finds a writer
                log.exception("writer failed; beginning anew")
                self._forget()

    def _forget(self) -> None:
        """Know nothing of a commit of which nobody knows whether it is on disk."""
        self._memory.back()
        self._last.clear()
        if self._corrections is not None:
            self._corrections.forget()

    def _handle(self, connection: sa.Connection, group: list[_Unit]) -> None:
        self._since = monotonic()
        try:
            self._commit(connection, group)
        finally:
            self._since = None
            for unit in group:
                if not unit.answer.done():
                    unit.answer.set_exception(StorageFailed("The writer ended."))

    def _gather(self) -> list[_Unit]:
        """Wait for one unit, then take all that gathered meanwhile; empty when it is time to stop."""
        group: list[_Unit] = []
        unit = self._lane.get()
        while unit is not None:
            group.append(unit)
            if self._lane.waiting() == 0 or len(group) == _MOST_PER_COMMIT:
                return group
            unit = self._lane.get()
        if group:
            self._lane.put(None)
        return group

    def _commit(self, connection: sa.Connection, group: list[_Unit]) -> None:
        try:
            self._look_at_files()
            with database.begin(
                connection, self._lane.pause, group[0].since
            ) as transaction:
                names = [unit.key.name for unit in group if unit.key is not None]
                commit = _Commit(idempotency.find(connection, names), self._last)
                for unit in group:
                    self._perform(connection, unit, commit)
                commit.changes.write(connection, self._tokens)
                self._lane.durably(transaction.commit)
            # Nor is a number given that went into a file which was removed meanwhile.
            self._look_at_files()
        except Exception as error:
            self._go_back(connection, error)
            failure = _failure(error)
            for unit in group:
                unit.answer.set_exception(failure)
            # What the disk does to us needs no stacks; what we do to ourselves does.
            named = isinstance(error, (sa.exc.DatabaseError, Damaged))
            log.exception(
                "commit failed", units=len(group), why=str(failure), exc_info=not named
            )
            return
        self._memory.settle()
        self._note(connection, commit)
        made = commit.changes.made
        self.devices_version += any(isinstance(c.row.event, _OF_DEVICES) for c in made)
        try:
            self._publish(made)
        except Exception:  # it is on disk: whoever asked is answered
            log.exception("not told", rows=len(made))
        for answer in commit.answers:
            answer()
        if made:
            self._make_room(connection)

    def _look_at_files(self) -> None:
        if self._in_place is not None:
            self._in_place.look()

    def _note(self, connection: sa.Connection, commit: _Commit) -> None:
        """Remember how far the journal goes, and its chains, that somebody is about to be told of."""
        if self._acknowledged is None:
            return
        rows = {change.branch_id: change.row.seq for change in commit.changes.made}
        try:
            for branch_id, seq in rows.items():
                self._acknowledged.note(branch_id, seq)
            for (chain, branch_id), linked in commit.changes.linked.items():
                told = self._acknowledged.link_of(branch_id, chain)
                follows = told is None or told.link == linked.before
                if (
                    told
                    and not follows
                    and _is_gone(connection, chain, branch_id, told)
                ):
                    self._acknowledged.miss_link(branch_id, chain)
                self._acknowledged.note_link(branch_id, linked.last, chain)
        except (
            OSError,
            sa.exc.SQLAlchemyError,
        ):  # what it is for has happened: it is on disk
            log.exception("not noted")

    def _make_room(self, connection: sa.Connection, *, is_full: bool = False) -> None:
        """Have the log take no more room than it needs, where room is or was short; the next commit may find some."""
        files = self._in_place
        if files is None or not (is_full or files.was_full or files.is_short_of_room):
            return
        files.was_full = is_full
        # It may need room itself, and then there is some later.
        with suppress(sqlite3.Error):
            self._lane.durably(lambda: database.make_room(connection))

    def _go_back(self, connection: sa.Connection, error: Exception) -> None:
        """Have nothing of the commit be left, neither in memory nor in the connection."""
        self._forget()
        # A COMMIT that failed has ended nothing, neither here nor in the database.
        with suppress(Exception):
            connection.rollback()
            if database.is_full(error):
                self._make_room(connection, is_full=True)
        connection.invalidate()

    # --- a clock that was set -----------------------------------------------------------------

    def look_at_clock(self) -> bool:
        """Return whether the clock was set and not every branch is put right yet; to be asked every second or so."""
        return self._corrections is not None and self._corrections.look()

    def _perform(self, connection: sa.Connection, unit: _Unit, commit: _Commit) -> None:
        """Run one unit on top of those before it; it is answered after the commit."""
        view, state = self._branch(connection, unit.branch_id)
        now, is_put_right = self._clock(), True
        if self._corrections is not None:
            now, is_put_right = self._corrections.put_right(
                view, state, commit.changes, self._clock
            )
        session = Session(
            view,
            state,
            commit.changes,
            unit.actor,
            now,
            self._tokens,
            self._outlook(unit.branch_id),
            is_put_right=is_put_right,
        )
        mark = state.mark()
        try:
            result = self._once(session, unit, commit)
        except sa.exc.OperationalError:
            # The disk, not the rules: the whole group fails together.
            raise
        except Exception as error:  # noqa: BLE001  # whoever asked is told, whatever it is
            state.back(mark)
            failure = error
            commit.answers.append(lambda: unit.answer.set_exception(failure))
            return
        commit.changes.absorb(session.changes, state)
        commit.answers.append(lambda: unit.answer.set_result(result))

    def _once(self, session: Session, unit: _Unit, commit: _Commit) -> Any:
        key = unit.key
        if key is None:
            return unit.work(session)
        if key.name in commit.kept:
            return commit.kept[key.name].again(key)
        result = unit.work(session)
        kept = commit.kept[key.name] = idempotency.keep(result, key)
        session.changes.outcomes[key.name] = (key, kept, session.now)
        return result

    def _branch(
        self, connection: sa.Connection, branch_id: int
    ) -> tuple[View, BranchState]:
        """Return the branch as units before left it, and a view of its tables, of which only the tickets may be asked."""
        state = self._memory.branch(connection, branch_id)
        return View(connection, branch_row.of(state)), state


def _is_gone(
    connection: sa.Connection, chain: Chain, branch_id: int, told: LastLink
) -> bool:
    """Return whether the link with which a chain was told to end is there no longer: it was cut off under us."""
    kept = audit if chain is Chain.CHANGES else sign_ins
    with connection.begin():
        return not kept.has(connection, branch_id, told)
