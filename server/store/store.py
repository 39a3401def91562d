"""The queue database of one data directory: opened, migrated, read and written here."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlalchemy as sa
from filelock import FileLock, Timeout

from server.domain.events import Actor
from server.store import schema
from server.store.credentials import Device, find_device, find_ticket
from server.store.lane import Lane, ThreadLane
from server.store.ledger import read_ledger
from server.store.once import Key
from server.store.session import Session, Told
from server.store.tokens import TicketTokens, load_secret, token_hash
from server.store.view import View
from server.store.writer import Writer

T = TypeVar("T")
Clock = Callable[[], datetime]

DATABASE = "queue.db"
MAIN_BRANCH = 1


class DirectoryInUse(Exception):
    """Another process owns this data directory."""


def utc_now() -> datetime:
    """Return the present instant; the one clock that is not a fake."""
    return datetime.now(UTC)


def wait_for(answer: "Future[T]") -> T:
    """Block until a unit of work is on disk. The web server waits in its own way."""
    return answer.result()


class Store:
    """One data directory: a single writer, readers that cannot write, and the secret behind ticket URLs."""

    def __init__(
        self,
        directory: Path,
        *,
        publish: Callable[[list[Told]], None] = lambda told: None,
        wait: Callable[["Future[Any]"], Any] = wait_for,
        lane: Lane | None = None,
        clock: Clock = utc_now,
    ) -> None:
        """Open the directory for writing, migrating it first; raise `DirectoryInUse` when somebody else did."""
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._lock = FileLock(directory / "lock")
        try:
            self._lock.acquire(timeout=5)
        except Timeout as error:
            raise DirectoryInUse(str(directory)) from error
        self.tokens = TicketTokens(load_secret(directory / "secret.key"))
        self.path = path = directory / DATABASE
        self._write_engine = _engine(path, "BEGIN IMMEDIATE", _WRITER_PRAGMAS)
        schema.prepare(self._write_engine, clock())
        self._read_engine = _engine(path, "BEGIN", _READER_PRAGMAS)
        self._writer = Writer(
            self._write_engine, self.tokens, publish, lane or ThreadLane()
        )
        self._wait = wait
        self._devices: dict[bytes, Device] = {}
        self._devices_version = 0

    def write(
        self,
        branch_id: int,
        actor: Actor,
        work: Callable[[Session], T],
        key: Key | None = None,
    ) -> T:
        """Run one unit of work, all or nothing and once per key, and return its result once it is on disk."""
        result: T = self._wait(self.submit(branch_id, actor, work, key))
        return result

    def submit(
        self,
        branch_id: int,
        actor: Actor,
        work: Callable[[Session], T],
        key: Key | None = None,
    ) -> "Future[T]":
        """Hand in one unit of work without waiting for it."""
        return self._writer.submit(branch_id, actor, work, key)

    @contextmanager
    def reading(self, branch_id: int) -> Iterator[View]:
        """Give a view on the branch as it stands at this moment."""
        with self.connecting() as connection:
            yield View(connection, read_ledger(connection, branch_id))

    @contextmanager
    def connecting(self) -> Iterator[sa.Connection]:
        """Give a connection that cannot write, inside one read transaction."""
        with self._read_engine.connect() as connection, connection.begin():
            yield connection

    def branches(self) -> list[int]:
        """Return the ids of all branches."""
        with self.connecting() as connection:
            return schema.branch_ids(connection)

    @property
    def devices_version(self) -> int:
        """A number that grows whenever a device is paired or revoked."""
        return self._writer.devices_version

    def device_of(self, token: str) -> Device | None:
        """Return the paired device that holds this token, None when there is none or no longer."""
        hashed = token_hash(token)
        version = self.devices_version
        if self._devices_version != version:
            self._devices, self._devices_version = {}, version
        device = self._devices.get(hashed)
        if device is None:
            with self.connecting() as connection:
                device = find_device(connection, hashed)
            if device is not None:
                self._devices[hashed] = device
        return device

    def ticket_of(self, token: str) -> tuple[int, int]:
        """Return the branch and id of the ticket whose URL holds this token; raise `UnknownTicket`."""
        with self.connecting() as connection:
            return find_ticket(connection, token)

    def close(self) -> None:
        """Finish what was handed in, and let go of the directory."""
        self._writer.close()
        self._read_engine.dispose()
        self._write_engine.dispose()
        self._lock.release()


class Reading:
    """A data directory opened beside its owner, to look only."""

    def __init__(self, directory: Path) -> None:
        path = directory / DATABASE
        if not path.exists():
            raise FileNotFoundError(path)
        self._engine = _engine(path, "BEGIN", _READER_PRAGMAS)

    @contextmanager
    def reading(self, branch_id: int) -> Iterator[View]:
        """Give a view on the branch as it stands at this moment."""
        with self._engine.connect() as connection, connection.begin():
            yield View(connection, read_ledger(connection, branch_id))

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


_WRITER_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",
    "busy_timeout=5000",
    "foreign_keys=ON",
)
_READER_PRAGMAS = ("query_only=ON", "busy_timeout=5000")


def _engine(path: Path, begin: str, pragmas: tuple[str, ...]) -> sa.Engine:
    engine = sa.create_engine(
        f"sqlite:///{path}", connect_args={"check_same_thread": False}
    )

    @sa.event.listens_for(engine, "connect")
    def on_connect(connection: Any, _record: Any) -> None:
        # Python's sqlite3 would begin transactions by its own rules; ours begin below.
        connection.isolation_level = None
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def on_begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
