"""Whether what is written goes where the next start will look for it: a file that was removed takes all with it unseen."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from server.store.database import FILE, RESCUED
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


@dataclass(frozen=True, slots=True)
class _Log:
    """How long the write-ahead log was when it was looked at last, and which one it was: it begins anew under another salt."""

    size: int
    salts: bytes


class InPlace:
    """The files of an open database; while this one looks at them, a connection of somebody keeps the log there.

    It opens the log alone: closing `queue.db` would lose the locks that SQLite holds on it.
    """

    def __init__(self, directory: Path) -> None:
        self._database = directory / FILE
        self._log = directory / f"{FILE}-wal"
        self._file = os.open(self._log, os.O_RDONLY)
        self._is_database = _identity(self._database.stat())
        self._is_log = _identity(self._log.stat())
        self._seen = _Log(0, b"")
        self.was_full = False
        """Whether the last commit of somebody failed for want of room."""

    def look(self) -> None:
        """Raise `Damaged` where a file is not the one that was opened, or has lost what was written into it."""
        found = self._stat(self._database, self._is_database)
        if not found.st_size:
            raise Damaged(
                f"{self._database} was emptied by another program. {_IF_SPOILT}"
            )
        size = self._stat(self._log, self._is_log).st_size
        header = os.pread(self._file, _HEADER_BYTES, 0)
        salts = header[_SALTS]
        is_cut = salts == self._seen.salts and size < self._seen.size
        if is_cut or (size and header[:4] not in _LOG_MAGIC):
            raise Damaged(f"{self._log} was cut off by another program. {_IF_SPOILT}")
        self._seen = _Log(size, salts)

    def trouble(self) -> str | None:
        """Return what is wrong with the files, None when nothing is."""
        try:
            self.look()
            # A row that only says that it can be written may find the room that a ticket does not.
            if self.was_full and self._free() < _ROOM_BYTES:
                return "The disk is full."
        except Damaged as error:
            return str(error)
        return None

    @property
    def is_short_of_room(self) -> bool:
        """Whether the log has become long, and its disk has little room: in time the database needs that to take the log in."""
        return self._seen.size >= _LONG_LOG_BYTES and self._free() < _LITTLE_ROOM_BYTES

    def _free(self) -> int:
        return shutil.disk_usage(self._database.parent).free

    def close(self) -> None:
        """Look no longer."""
        os.close(self._file)

    @staticmethod
    def _stat(path: Path, was: tuple[int, int]) -> os.stat_result:
        try:
            found = path.stat()
        except FileNotFoundError:
            raise Damaged(
                f"{path} was removed while the server runs. {_IF_MOVED}"
            ) from None
        if _identity(found) != was:
            raise Damaged(
                f"{path} was replaced by another file while the server runs. {_IF_MOVED}"
            )
        return found


def _identity(found: os.stat_result) -> tuple[int, int]:
    return found.st_dev, found.st_ino
