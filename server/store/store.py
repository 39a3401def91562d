"""The queue database of one data directory: opened, migrated, read and written here."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
import structlog
from filelock import FileLock, Timeout

from server.domain.events import SYSTEM, Actor
from server.domain.state import Change
from server.store import (
    acknowledged,
    branch_row,
    damage,
    database,
    schema,
    tables,
)
from server.store.acknowledged import Acknowledged
from server.store.clocks import Clock, Jumps
from server.store.credentials import Paired, find_device, find_ticket
from server.store.digests import Damaged
from server.store.idempotency import Key
from server.store.lane import Lane, ThreadLane
from server.store.pins import Pins
from server.store.session import Session
from server.store.tokens import TicketTokens, load_or_make_secret, token_hash
from server.store.view import View
from server.store.writer import Correct, Writer
from shared.private_files import private_directory

T = TypeVar("T")

MAIN_BRANCH = 1

log = structlog.get_logger(__name__)

OURS = (
    "queue.db*",
    "secret.*",
    "push.*",
    "lock",
    "control*",
    "acknowledged",
    "backup*",
    "stacks*",
)
"""What a data directory holds; where there is anything else, it is somebody's own."""


class DirectoryInUse(Exception):
    """Another process owns this data directory."""

    def __init__(self, directory: Path) -> None:
        super().__init__(f"Another server uses {directory}.")


class Incomplete(Exception):
    """Of the database and the key that belong together one is missing; `str()` says what to do."""


def utc_now() -> datetime:
    """Return the present instant; the server's one clock that is not a fake."""
    return datetime.now(UTC)


def wait_for(answer: "Future[T]") -> T:
    """Block until a unit of work is on disk. The web server waits in its own way."""
    return answer.result()


class Reading:
    """A data directory to look at only, also beside its owner."""

    def __init__(self, directory: Path) -> None:
        """Open the database; raise `FileNotFoundError` where there is none."""
        self._read_engine = database.open_to_read(directory)

    @contextmanager
    def reading(self, branch_id: int) -> Iterator[View]:
        """Give a view on the branch as it stands at this moment."""
        with self.connecting() as connection:
            yield View(connection, branch_row.read(connection, branch_id))

    @contextmanager
    def connecting(self) -> Iterator[sa.Connection]:
        """Give a connection that cannot write, inside one read transaction."""
        with self._read_engine.connect() as connection, connection.begin():
            yield connection

    def branches(self) -> list[int]:
        """Return the ids of all branches."""
        with self.connecting() as connection:
            return schema.branch_ids(connection)

    def close(self) -> None:
        """Let go of the database."""
        self._read_engine.dispose()


class Store(Reading):
    """One data directory: a single writer, readers that cannot write, and the secret behind ticket URLs."""

    def __init__(
        self,
        directory: Path,
        *,
        publish: Callable[[list[Change]], None] = lambda changes: None,
        wait: Callable[["Future[Any]"], Any] = wait_for,
        lane: Lane | None = None,
        clock: Clock = utc_now,
        jumps: Jumps | None = None,
        correct: Correct = lambda session, by: None,
    ) -> None:
        """Open the directory for writing, migrating it first.

        Raises `DirectoryInUse` when somebody else did, `Incomplete`, `SchemaTooNew`, or what the database says.
        """
        private_directory(directory, OURS)
        self._lock = FileLock(directory / "lock", mode=0o600)
        try:
            self._lock.acquire(timeout=5)
        except Timeout as error:
            raise DirectoryInUse(directory) from error
        key = directory / "secret.key"
        if key.exists() and not database.is_there(directory):
            raise Incomplete(
                f"In {directory} there is a secret.key, but its {database.FILE} is missing or empty. Put it back. "
                "To begin anew with an empty branch, move secret.key away too."
            )
        has_log = database.has_log(directory)
        self._write_engine = database.open_to_write(directory)
        schema.prepare(self._write_engine, clock())
        if not key.exists() and schema.is_used(self._write_engine):
            raise Incomplete(
                f"In {directory} there is a {database.FILE}, but its secret.key is missing: addresses of tickets and "
                "PINs come from it. Put it back."
            )
        # Last of all: where there is a key, there is all that it is for.
        secret = load_or_make_secret(key)
        self.tokens = TicketTokens(secret)
        self.pins = Pins(secret)
        self.pins.seal_all(self._write_engine)
        super().__init__(directory)
        # By now there is all that SQLite makes, too.
        for path in private_directory(directory, OURS):
            log.warning("open to others", path=path)
        self._acknowledged = Acknowledged(directory)
        self._miss_nothing(has_log=has_log)
        self.writer = Writer(
            self._write_engine,
            self.tokens,
            publish,
            lane or ThreadLane(),
            clock,
            jumps,
            correct,
            self._acknowledged,
        )
        self._wait = wait
        self._devices: dict[bytes, Paired] = {}
        self._devices_version = 0

    def write(
        self,
        branch_id: int,
        actor: Actor,
        work: Callable[[Session], T],
        key: Key | None = None,
    ) -> T:
        """Run one unit of work, all or nothing and once per key, and return its result once it is on disk."""
        return self.wait(self.submit(branch_id, actor, work, key))

    def wait(self, answer: "Future[T]") -> T:
        """Return the answer once it is there, as whoever opened the store waits, or raise what became of it."""
        result: T = self._wait(answer)
        return result

    def submit(
        self,
        branch_id: int,
        actor: Actor,
        work: Callable[[Session], T],
        key: Key | None = None,
    ) -> "Future[T]":
        """Hand in one unit of work without waiting for it."""
        return self.writer.submit(branch_id, actor, work, key)

    def _miss_nothing(self, *, has_log: bool) -> None:
        """Raise `Damaged` where the write-ahead log that was left behind ends before a row that somebody was told of.

        It does so until somebody decides, though the log has gone. A database that never had one was closed as it should be, or
        put back from a copy.
        """
        with self.connecting() as connection:
            for branch_id in schema.branch_ids(connection):
                last = branch_row.read(connection, branch_id).seq
                told = self._acknowledged.of(branch_id)
                if told > last and (has_log or self._acknowledged.undecided):
                    self._acknowledged.undecided = True
                    raise Damaged(
                        f"Journal rows {last + 1} to {told} are lost: {database.FILE}-wal was damaged. "
                        f"To go on without them, or with a copy put back, delete the file “{acknowledged.FILE}” beside it."
                    )
                self._acknowledged.note(branch_id, last)

    def look_before_beginning(self) -> None:
        """Raise `Damaged` where what is needed today is not what was written; what is wrong with the past is logged."""
        with self.connecting() as connection:
            for wrong in damage.look_before_beginning(connection, self.tokens):
                log.error("journal damaged", what=wrong)

    def look_at_clock(self) -> None:
        """Put every branch right where the clock was set; to be called every second or so."""
        if self.writer.look_at_clock():
            for branch_id in self.branches():
                self.submit(branch_id, SYSTEM, lambda session: None)

    def prove_writable(self) -> None:
        """Return once a row for every branch is on disk, or raise what keeps it from there."""
        for branch_id in self.branches():
            self.write(branch_id, SYSTEM, _beat)

    def device_of(self, token: str) -> Paired | None:
        """Return the paired device that holds this token, None when there is none or no longer."""
        hashed = token_hash(token)
        version = self.writer.devices_version
        if self._devices_version != version:
            self._devices, self._devices_version = {}, version
        paired = self._devices.get(hashed)
        if paired is None:
            with self.connecting() as connection:
                paired = find_device(connection, hashed)
            if paired is not None:
                self._devices[hashed] = paired
        return paired

    def ticket_of(self, token: str) -> tuple[int, int]:
        """Return the branch and id of the ticket whose URL holds this token; raise `UnknownTicket`."""
        with self.connecting() as connection:
            return find_ticket(connection, token)

    def close(self) -> None:
        """Finish what was handed in, and let go of the directory."""
        self.writer.close()
        self.pins.close()
        super().close()
        self._write_engine.dispose()
        self._acknowledged.close()
        self._lock.release()


def _beat(session: Session) -> None:
    pulse = tables.pulse
    session.beside(sa.delete(pulse).where(pulse.c.branch_id == session.state.id))
    session.beside(sa.insert(pulse).values(branch_id=session.state.id, at=session.now))
