"""How far each branch's journal went when somebody was last told so: a database that ends before that has lost rows.

SQLite takes whatever follows a damaged place in its write-ahead log for never written, and a log that is missing for
empty, and goes on as if nothing were missing. The mark is written after each commit is on disk, and never before: it may
be behind, after a power cut, but not ahead.
"""

import os
from pathlib import Path

FILE = "acknowledged"

_BYTES = 8
_ENDING = 0
"""The place of no branch: branches are counted from one."""


class Acknowledged:
    """The marks of one data directory, a number per branch; open as long as its store is."""

    def __init__(self, directory: Path) -> None:
        self._file = os.open(directory / FILE, os.O_RDWR | os.O_CREAT, 0o600)

    def of(self, branch_id: int) -> int:
        """Return the seq of the branch's last row that somebody was told of, 0 where that is not known."""
        return int.from_bytes(os.pread(self._file, _BYTES, branch_id * _BYTES))

    def note(self, branch_id: int, seq: int) -> None:
        """Remember that somebody is told of the branch up to this row; raise `OSError`."""
        os.pwrite(self._file, seq.to_bytes(_BYTES), branch_id * _BYTES)

    @property
    def is_whole(self) -> bool:
        """Whether the database was closed as it should be, all that was ever told in its one file."""
        return not self.of(_ENDING)

    @is_whole.setter
    def is_whole(self, whole: bool) -> None:
        self.note(_ENDING, int(not whole))
        os.fsync(self._file)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._file)
