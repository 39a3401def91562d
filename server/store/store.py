"""The queue database of one data directory: opened, migrated, read and written here."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
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
from server.forecast.outlook import UNKNOWN, Outlook
from server.store import (
    acknowledged,
    audit,
    branch_row,
    damage,
    database,
    opening,
    schema,
    sign_ins,
    tables,
)
from server.store.acknowledged import Acknowledged, Chain, LastLinks
from server.store.clocks import Clock, Steady
from server.store.corrections import Correct
from server.store.credentials import Paired, find_device, find_ticket
from server.store.digests import Damaged
from server.store.idempotency import Key
from server.store.in_place import InPlace
from server.store.lane import Lane, ThreadLane
from server.store.pairings import Pairings
from server.store.pins import Pins
from server.store.session import Session
from server.store.tokens import TicketTokens, load_or_make_secret, token_hash
from server.store.view import View
from server.store.writer import Writer
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
        steady: Steady | None = None,
        correct: Correct = lambda session, by, since: None,
    ) -> None:
        """Open the directory for writing, migrating it first.

        Raises `DirectoryInUse` when somebody else did, `Incomplete`, `SchemaTooNew`, `Damaged`, or what the database says.
        """
        self._directory = directory
        private_directory(directory, OURS)
        self._lock = FileLock(directory / "lock", mode=0o600)
        try:
            self._lock.acquire(timeout=5)
        except Timeout as error:
            raise DirectoryInUse(directory) from error
        key = directory / opening.KEY
        # Looking at it puts a log that was left behind into the database.
        has_log = database.has_log(directory)
        opening.look(directory)
        self._write_engine = database.open_to_write(directory)
        schema.prepare(self._write_engine, clock())
        if not key.exists() and schema.is_used(self._write_engine):
            raise opening.key_is_missing(directory)
        # Last of all: where there is a key, there is all that it is for.
        secret = load_or_make_secret(key)
        opening.look_at_key(directory, self._write_engine, secret)
        self.tokens = TicketTokens(secret)
        self.pairings = Pairings(secret, clock)
        self.address: Callable[[], str] = str
        """Tells where browsers find the server that has this open; nothing where none does."""
        self.heard: Callable[[], Mapping[int, datetime]] = dict
        """Tells when each device was heard of, of those that are not written down yet; of none where no server has this open."""
        self.outlook: Callable[[int], Outlook] = lambda branch_id: UNKNOWN
        """Tells what is known of a branch's waits, from any thread; nothing where no server has this open."""
        self.pins = Pins(secret)
        self.passwords = Pins(secret, b"password")
        self.pins.seal_all(self._write_engine)
        super().__init__(directory)
        # By now there is all that SQLite makes, too.
        for path in private_directory(directory, OURS):
            log.warning("open to others", path=path)
        self._acknowledged = Acknowledged(directory)
        self._miss_nothing(has_log=has_log)
        # A log that nobody has open would be removed when the last connection is closed, and made anew.
        self._keeps_log = self._read_engine.raw_connection()
        self._keeps_log.cursor().execute("SELECT id FROM branch").fetchall()
        self._in_place = InPlace(directory)
        self.writer = Writer(
            self._write_engine,
            self.tokens,
            publish,
            lane or ThreadLane(),
            clock,
            steady,
            correct,
            self._acknowledged,
            self._in_place,
            self._known_waits,
        )
        self._wait = wait
        self._devices: dict[bytes, Paired] = {}
        self._devices_version = 0

    @property
    def directory(self) -> Path:
        """The data directory."""
        return self._directory

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

    def _known_waits(self, branch_id: int) -> Outlook:
        return self.outlook(branch_id)

    def last_links(self, branch_id: int) -> LastLinks:
        """Return what `acknowledged.last_links` does."""
        return acknowledged.last_links(self._directory, branch_id)

    def _miss_nothing(self, *, has_log: bool) -> None:
        """Raise `Damaged` where a database that was left behind in the middle of its work ends before a row that somebody was told of.

        It does so until somebody decides. One that was closed as it should be, and is older now, is a copy put back.
        """
        with self.connecting() as connection:
            for branch_id in schema.branch_ids(connection):
                last = branch_row.read(connection, branch_id).seq
                told = self._acknowledged.of(branch_id)
                if told > last:
                    self._lost(last + 1, told, has_log=has_log)
                self._acknowledged.note(branch_id, last)
                self._miss_no_link(connection, branch_id)
        self._acknowledged.is_whole = False

    def _miss_no_link(self, connection: sa.Connection, branch_id: int) -> None:
        """Have it be told that a chain was cut off, until somebody decides; remember how it ends where that is not known yet."""
        for chain, kept in ((Chain.CHANGES, audit), (Chain.SIGN_INS, sign_ins)):
            told = self._acknowledged.link_of(branch_id, chain)
            last = kept.last_of(connection, branch_id)
            if told is not None and not kept.has(connection, branch_id, told):
                self._acknowledged.miss_link(branch_id, chain)
                log.warning("a chain was cut off", branch=branch_id, chain=chain.name, entry=told.seq)  # fmt: skip
            elif last is not None:
                self._acknowledged.note_link(branch_id, last, chain)

    def _lost(self, first: int, last: int, *, has_log: bool) -> None:
        """Raise `Damaged` unless the rows are lost because an older copy was put in the place of a database closed as it should be."""
        if self._acknowledged.is_whole and not has_log:
            log.warning(
                "older copy put back", without=f"journal rows {first} to {last}"
            )
            return
        self._acknowledged.is_whole = False
        raise Damaged(
            f"Journal rows {first} to {last} are lost: {database.FILE}-wal is damaged or was taken away, or "
            f"{database.FILE} is an older copy. Put the right ones back; to go on without those rows, "
            f"delete the file “{acknowledged.FILE}” in {self._directory}."
        )

    def look_before_beginning(self) -> None:
        """Raise `Damaged` where what is needed today is not what was written; what is wrong with the past is logged."""
        try:
            with self.connecting() as connection:
                past = damage.look_before_beginning(connection, self.tokens)
        except Damaged as error:
            raise Damaged(
                f"{error} Stop the server, keep a copy of {self._directory}, put the last good copy of {database.FILE} in its place, "
                f"and delete the files “{database.FILE}-wal” and “{acknowledged.FILE}”."
            ) from error
        for wrong in past:
            log.error("journal damaged", what=wrong)

    def look_at_clock(self) -> "list[Future[None]]":
        """Put every branch right where the clock was set; to be called every second or so, and need not be waited for."""
        if not self.writer.look_at_clock():
            return []
        return [
            self.submit(branch_id, SYSTEM, lambda session: None)
            for branch_id in self.branches()
        ]

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

    def _rescue(self) -> None:
        """Leave a copy of what is still open, and is gone from its place."""
        path = self._directory / database.RESCUED
        try:
            kept = database.copy(self._keeps_log.driver_connection, path)
        except sqlite3.Error:
            log.exception("database not rescued")
        else:
            if kept:
                log.critical("database rescued", path=path)

    def close(self) -> None:
        """Finish what was handed in, and let go of the directory."""
        self.writer.close()
        self.pins.close()
        self.passwords.close()
        is_in_place = self._in_place.are_there()
        if not is_in_place:
            self._rescue()
        self._in_place.close()
        self._keeps_log.close()
        super().close()
        self._write_engine.dispose()
        log_is_left = database.has_log(self._directory)
        self._acknowledged.is_whole = is_in_place and not log_is_left
        self._acknowledged.close()
        self._lock.release()


def _beat(session: Session) -> None:
    pulse = tables.pulse
    session.beside(sa.delete(pulse).where(pulse.c.branch_id == session.state.id))
    session.beside(sa.insert(pulse).values(branch_id=session.state.id, at=session.now))
