"""The one thread that writes. Whatever requests have gathered is committed together, then all are answered.

One write connection is also what keeps SQLite 3.7.0-3.51.2 clear of its WAL-reset bug, which needs two.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, TypeVar

import sqlalchemy as sa
import structlog

from server.domain.events import Actor
from server.store.ledger import Ledger, read_ledger, write_ledgers
from server.store.session import LostRace, Session, Told
from server.store.tokens import TicketTokens

log = structlog.get_logger(__name__)
T = TypeVar("T")

_MOST_PER_COMMIT = 200
_TRIES = 3


class StorageFailed(Exception):
    """The disk refused the commit: nothing of it happened; reads go on."""


@dataclass(frozen=True, slots=True)
class _Unit:
    branch_id: int
    actor: Actor
    work: Callable[[Session], Any]
    answer: "Future[Any]"


class Writer:
    """Runs units of work one after another, each all or nothing, many to a commit.

    `publish` hears what was recorded after the commit and before anybody is answered, in order of `seq`.
    """

    def __init__(
        self,
        engine: sa.Engine,
        tokens: TicketTokens,
        publish: Callable[[list[Told]], None],
    ) -> None:
        self._engine = engine
        self._tokens = tokens
        self._publish = publish
        self._inbox: SimpleQueue[_Unit | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(
        self, branch_id: int, actor: Actor, work: Callable[[Session], T]
    ) -> "Future[T]":
        """Hand in a unit of work; its future holds the result once that is on disk, or why it failed."""
        unit = _Unit(branch_id, actor, work, Future())
        self._inbox.put(unit)
        return unit.answer

    def close(self) -> None:
        """Finish what was handed in, then stop; nothing may be handed in afterwards."""
        self._inbox.put(None)
        self._thread.join()

    def _run(self) -> None:
        with self._engine.connect() as connection:
            while group := self._gather():
                self._commit(connection, group)

    def _gather(self) -> list[_Unit]:
        """Wait for one unit, then take all that gathered meanwhile; empty when it is time to stop."""
        group: list[_Unit] = []
        unit = self._inbox.get()
        while unit is not None:
            group.append(unit)
            if self._inbox.empty() or len(group) == _MOST_PER_COMMIT:
                return group
            unit = self._inbox.get()
        if group:
            self._inbox.put(None)
        return group

    def _commit(self, connection: sa.Connection, group: list[_Unit]) -> None:
        outcomes: list[Callable[[], None]] = []
        told: list[Told] = []
        ledgers: dict[int, Ledger] = {}
        try:
            with connection.begin():
                for unit in group:
                    outcomes.append(self._perform(connection, unit, ledgers, told))
                write_ledgers(connection, ledgers.values())
        except Exception as error:
            log.exception("commit failed", units=len(group))
            for unit in group:
                unit.answer.set_exception(StorageFailed(str(error)))
            return
        self._publish(told)
        for outcome in outcomes:
            outcome()

    def _perform(
        self,
        connection: sa.Connection,
        unit: _Unit,
        ledgers: dict[int, Ledger],
        told: list[Told],
    ) -> Callable[[], None]:
        """Run one unit inside the group's transaction; return how to answer it after the commit."""
        if unit.branch_id not in ledgers:
            ledgers[unit.branch_id] = read_ledger(connection, unit.branch_id)
        for _ in range(_TRIES):
            session = Session(
                connection, ledgers[unit.branch_id], unit.actor, self._tokens
            )
            connection.exec_driver_sql("SAVEPOINT unit")
            try:
                result = unit.work(session)
            except sa.exc.OperationalError:
                # The disk, not the rules: the whole group fails together.
                raise
            except Exception as error:
                connection.exec_driver_sql("ROLLBACK TO unit")
                connection.exec_driver_sql("RELEASE unit")
                if isinstance(error, LostRace):
                    continue
                failure = error
                return lambda: unit.answer.set_exception(failure)
            connection.exec_driver_sql("RELEASE unit")
            ledgers[unit.branch_id] = session.ledger
            told.extend(session.told)
            return lambda: unit.answer.set_result(result)
        return lambda: unit.answer.set_exception(LostRace())
