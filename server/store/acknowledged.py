"""How far each branch's journal went when somebody was last told so, and the chain of changes: a database that ends before has lost rows.

SQLite takes whatever follows a damaged place in its write-ahead log for never written, and a log that is missing for
empty, and goes on as if nothing were missing. The mark is written after each commit is on disk, and never before: it may
be behind, after a power cut, but not ahead.
"""

import os
from pathlib import Path
from typing import NamedTuple

FILE = "acknowledged"

_BYTES = 8
_ENDING = 0
"""The place of no branch: branches are counted from one."""

_LINKS = 1 << 20
"""Behind the marks of more branches than there ever are; what lies between takes no room on the disk."""

_LINK_BYTES = 16
"""As many as `TicketTokens.link` gives."""


class LastLink(NamedTuple):
    """The last link of a branch's chain of changes: the seq of its row, and the link itself."""

    seq: int
    link: bytes


def last_link(directory: Path, branch_id: int) -> LastLink | None:
    """Return the link that the branch's chain ended with when somebody was last told so, None where that is not known."""
    try:
        with (directory / FILE).open("rb") as file:
            file.seek(_place(branch_id))
            return _to_link(file.read(_BYTES + _LINK_BYTES))
    except OSError:
        return None


def _to_link(kept: bytes) -> LastLink | None:
    seq = int.from_bytes(kept[:_BYTES])
    return LastLink(seq, kept[_BYTES:]) if seq else None


def _place(branch_id: int) -> int:
    return _LINKS + branch_id * (_BYTES + _LINK_BYTES)


class Acknowledged:
    """The marks of one data directory, a number per branch; open as long as its store is."""

    def __init__(self, directory: Path) -> None:
        self._file = os.open(directory / FILE, os.O_RDWR | os.O_CREAT, 0o600)
        self._missed: set[int] = set()

    def of(self, branch_id: int) -> int:
        """Return the seq of the branch's last row that somebody was told of, 0 where that is not known."""
        return int.from_bytes(os.pread(self._file, _BYTES, branch_id * _BYTES))

    def note(self, branch_id: int, seq: int) -> None:
        """Remember that somebody is told of the branch up to this row; raise `OSError`."""
        os.pwrite(self._file, seq.to_bytes(_BYTES), branch_id * _BYTES)

    def link_of(self, branch_id: int) -> LastLink | None:
        """Return what `last_link` does."""
        size = _BYTES + _LINK_BYTES
        return _to_link(os.pread(self._file, size, _place(branch_id)))

    def note_link(self, branch_id: int, last: LastLink) -> None:
        """Remember with which link the branch's chain of changes ends, but where one is missing, it stays that one; raise `OSError`."""
        if branch_id not in self._missed:
            kept = last.seq.to_bytes(_BYTES) + last.link
            os.pwrite(self._file, kept, _place(branch_id))

    def miss_link(self, branch_id: int) -> None:
        """Have the branch's chain end for good with the link that is remembered: it is there no longer."""
        self._missed.add(branch_id)

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
