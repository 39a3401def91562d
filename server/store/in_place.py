"""Whether what is written goes where the next start will look for it: a file that was removed takes all with it unseen."""

import os
import shutil
from pathlib import Path

from server.store.database import FILE, RESCUED, log_of
from server.store.digests import Damaged

_LOG_MAGIC = (b"\x37\x7f\x06\x82", b"\x37\x7f\x06\x83")
_HEADER_BYTES = 32

_ROOM_BYTES = 1024 * 1024
"""So much room is enough for whatever one commit writes."""

_LITTLE_ROOM_BYTES = 8 * _ROOM_BYTES
_LONG_LOG_BYTES = _ROOM_BYTES // 2

_SALTS = slice(16, 24)

_IF_MOVED = (
    "If it was only moved, put it back. Otherwise stop the server: it leaves what it still has as "
    f"“{RESCUED}” beside it. Put that, or the last good copy, in the place of {FILE}, and delete “{FILE}-wal”."
)
_IF_SPOILT = f"Stop the server, put the last good copy of {FILE} in its place, and delete the files “{FILE}-wal” and “acknowledged”."


class InPlace:
    """The files of an open database; while this one looks at them, a connection of somebody keeps the log there.

    It opens the log alone: closing `queue.db` would lose the locks that SQLite holds on it.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        # As text: they are looked at with every commit, and paths cost more than the look.
        self._database = str(directory / FILE)
        log = log_of(directory)
        self._log = str(log)
        self._is_database = _identity(_stat(self._database))
        # Where a file system cannot share memory, SQLite works without a log.
        self._has_log = log.exists()
        if self._has_log:
            self._file = os.open(self._log, os.O_RDONLY)
            self._is_log = _identity(_stat(self._log))
        self._log_size = 0
        self._log_salts = b""
        self.was_full = False
        """Whether the last commit of somebody failed for want of room."""

    def look(self) -> None:
        """Raise `Damaged` where a file is not the one that was opened, or has lost what was written into it."""
        found = _stat(self._database)
        if _identity(found) != self._is_database:
            raise Damaged(f"{self._database} was replaced by another file. {_IF_MOVED}")
        if not found.st_size:
            raise Damaged(
                f"{self._database} was emptied by another program. {_IF_SPOILT}"
            )
        if self._has_log:
            self._look_at_log()

    def _look_at_log(self) -> None:
        found = _stat(self._log)
        if _identity(found) != self._is_log:
            raise Damaged(f"{self._log} was replaced by another file. {_IF_MOVED}")
        size, header = found.st_size, os.pread(self._file, _HEADER_BYTES, 0)
        salts = header[_SALTS]
        # Where the log begins anew, it does so under another salt.
        is_cut = salts == self._log_salts and size < self._log_size
        if is_cut or (size and header[:4] not in _LOG_MAGIC):
            raise Damaged(f"{self._log} was cut off by another program. {_IF_SPOILT}")
        self._log_size, self._log_salts = size, salts

    def are_there(self) -> bool:
        """Return whether all is as it should be."""
        return self._wrong() is None

    def trouble(self) -> str | None:
        """Return what keeps anything from being written, None when nothing does."""
        # A row that only says that it can be written may find the room that a ticket does not.
        is_full = self.was_full and self._free() < _ROOM_BYTES
        return self._wrong() or ("The disk is full." if is_full else None)

    def _wrong(self) -> str | None:
        try:
            self.look()
        except Damaged as error:
            return str(error)
        return None

    @property
    def is_short_of_room(self) -> bool:
        """Whether the log has become long, and its disk has little room: in time the database needs that to take the log in."""
        return self._log_size >= _LONG_LOG_BYTES and self._free() < _LITTLE_ROOM_BYTES

    def _free(self) -> int:
        return shutil.disk_usage(self._directory).free

    def close(self) -> None:
        """Look no longer."""
        if self._has_log:
            os.close(self._file)


def _stat(path: str) -> os.stat_result:
    try:
        return os.stat(path)  # noqa: PTH116  # see above
    except FileNotFoundError:
        raise Damaged(f"{path} was removed. {_IF_MOVED}") from None


def _identity(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
