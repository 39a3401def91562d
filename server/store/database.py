"""The database behind a data directory: how it is opened, for the one who writes and for those who read."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import sqlalchemy as sa

FILE = "queue.db"
RESCUED = "backup-rescued.db"
"""What a server that stops leaves of a database that was taken away under it."""

_WRITER = (
    # Who waits for others is the writer's business: SQLite's own waiting would hold up the whole process.
    "busy_timeout=0",
    "journal_mode=WAL",
    "synchronous=FULL",
    "foreign_keys=ON",
)
_READER = ("query_only=ON", "busy_timeout=250")
_BUSY, _LOCKED, _CORRUPT, _FULL, _NO_DATABASE = 5, 6, 11, 13, 26
HELD_S = 4.0
"""So long whoever wants to write waits for another program that holds the database."""
_LOOKER = ("query_only=ON", f"busy_timeout={HELD_S * 1000:.0f}")

_LOOK_AGAIN_S = 0.02


def open_to_write(directory: Path) -> sa.Engine:
    """Return the engine of the one writer: whoever begins a transaction has every branch of it locked until its end."""
    return _sqlite(directory / FILE, "BEGIN IMMEDIATE", _WRITER)


def open_to_read(directory: Path) -> sa.Engine:
    """Return an engine whose connections cannot write; raise `FileNotFoundError` where there is no database yet."""
    path = directory / FILE
    if not is_there(directory):
        raise FileNotFoundError(path)
    return _sqlite(path, "BEGIN", _READER)


@contextmanager
def looking(directory: Path) -> Iterator[sa.Connection]:
    """Give a connection to look at a database that may be anybody's: nothing of it is changed."""
    engine = _sqlite(directory / FILE, "BEGIN", _LOOKER)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def is_there(directory: Path) -> bool:
    """Return whether there is a database, and something in it."""
    path = directory / FILE
    return path.exists() and path.stat().st_size > 0


def copy(opened: Any, path: Path) -> bool:
    """Copy an open SQLite database into this file; return whether the copy is whole, and leave none that is not."""
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as made:
        opened.backup(made)
        (found,) = made.execute("PRAGMA integrity_check(1)").fetchone()
    if found != "ok":
        path.unlink()
    return bool(found == "ok")


def log_of(directory: Path) -> Path:
    """Return where the write-ahead log is: beside the database, also where that is a link to elsewhere."""
    path = (directory / FILE).resolve()
    return path.with_name(f"{path.name}-wal")


def has_log(directory: Path) -> bool:
    """Return whether there is a write-ahead log, which a database that was closed as it should be leaves none of."""
    log = log_of(directory)
    return log.exists() and log.stat().st_size > 0


def begin(
    connection: sa.Connection, pause: Callable[[float], None], since: float
) -> sa.Transaction:
    """Return a transaction once no other program holds the database; raise what SQLite says `HELD_S` after `since`."""
    end = since + HELD_S
    while True:
        try:
            return connection.begin()
        except sa.exc.OperationalError as error:
            if not is_held(error) or monotonic() > end:
                raise
            pause(_LOOK_AGAIN_S)


def is_held(error: sa.exc.DatabaseError) -> bool:
    """Return whether the database could not be used because another program holds it."""
    return _code(error) in {_BUSY, _LOCKED}


def is_full(error: Exception) -> bool:
    """Return whether there was no room on the disk."""
    return isinstance(error, sa.exc.DatabaseError) and _code(error) == _FULL


def make_room(connection: sa.Connection) -> None:
    """Put the write-ahead log into the database as far as that has room, and cut it off; raise what SQLite says.

    SQLite does so by itself only once the log has 4 MB, which a full disk may never let it have.
    """
    connection.connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def is_damaged(error: sa.exc.DatabaseError) -> bool:
    """Return whether the database's file is not what SQLite has written."""
    return _code(error) in {_CORRUPT, _NO_DATABASE}


def why_not_opened(error: sa.exc.DatabaseError, directory: Path) -> str:
    """Return in a sentence or two why the database cannot be used, and what to do."""
    path = directory / FILE
    if is_held(error):
        return f"Another program holds {path}. Close whatever else has it open."
    if is_damaged(error):
        return (
            f"{path} cannot be read: {error.orig}. Keep a copy of {directory}, put the last good copy of {FILE} in its place, "
            f"and delete the files “{FILE}-wal” and “acknowledged”."
        )
    return f"{path} cannot be used: {error.orig}."


def _code(error: sa.exc.DatabaseError) -> int:
    code: int = getattr(error.orig, "sqlite_errorcode", 0)
    return code & 0xFF


def _sqlite(path: Path, begin: str, pragmas: tuple[str, ...]) -> sa.Engine:
    engine = sa.create_engine(
        f"sqlite:///{path}",
        connect_args={"check_same_thread": False},
        # Whoever asks for one more gets it: waiting for one would hold up the whole loop, and those on it who are to give theirs back.
        max_overflow=-1,
        # Its errors are logged, and what they were about is nobody's business there.
        hide_parameters=True,
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
