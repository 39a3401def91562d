"""How far each branch's journal went when somebody was last told so, and its chains: a database that ends before has lost rows.

SQLite takes whatever follows a damaged place in its write-ahead log for never written, and a log that is missing for
empty, and goes on as if nothing were missing. The mark is written after each commit is on disk, and never before: it may
be behind, after a power cut, but not ahead.
"""

import os
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple

FILE = "acknowledged"

_BYTES = 8
_ENDING = 0
"""The place of no branch: branches are counted from one."""

_LINKS = 1 << 20
"""Behind the marks of more branches than there ever are; what lies between takes no room on the disk."""

_LINK_BYTES = 16
"""As many as `TicketTokens.link` gives."""


class Chain(IntEnum):
    """What is chained: changes, by their seq, and sign-ins, by their number."""

    CHANGES = 1
    SIGN_INS = 2


class LastLink(NamedTuple):
    """The last link of a chain of a branch: the number of its entry, and the link itself."""

    seq: int
    link: bytes


class Linked(NamedTuple):
    """What was added to a chain: the link before it, None at its beginning, and the last."""

    before: bytes | None
    last: LastLink


class LastLinks(NamedTuple):
    """How a branch's chains ended when somebody was last told so, None where that is not known."""

    changes: LastLink | None = None
    sign_ins: LastLink | None = None


UNKNOWN = LastLinks()
"""Of a directory from before chains were remembered."""


def last_links(directory: Path, branch_id: int) -> LastLinks:
    """Return how the branch's chains ended when somebody was last told so; to be asked before looking at them, as more may come."""
    try:
        with (directory / FILE).open("rb") as file:
            return LastLinks(*(_read(file, branch_id, chain) for chain in Chain))
    except OSError:
        return UNKNOWN


def _read(file: BinaryIO, branch_id: int, chain: Chain) -> LastLink | None:
    file.seek(_place(branch_id, chain))
    return _to_link(file.read(_BYTES + _LINK_BYTES))


def _to_link(kept: bytes) -> LastLink | None:
    seq = int.from_bytes(kept[:_BYTES])
    return LastLink(seq, kept[_BYTES:]) if seq else None


def _place(branch_id: int, chain: Chain) -> int:
    return chain * _LINKS + branch_id * (_BYTES + _LINK_BYTES)


class Acknowledged:
    """The marks of one data directory, a number per branch; open as long as its store is."""

    def __init__(self, directory: Path) -> None:
        self._file = os.open(directory / FILE, os.O_RDWR | os.O_CREAT, 0o600)
        self._missed: set[tuple[Chain, int]] = set()

    def of(self, branch_id: int) -> int:
        """Return the seq of the branch's last row that somebody was told of, 0 where that is not known."""
        return int.from_bytes(os.pread(self._file, _BYTES, branch_id * _BYTES))

    def note(self, branch_id: int, seq: int) -> None:
        """Remember that somebody is told of the branch up to this row; raise `OSError`."""
        os.pwrite(self._file, seq.to_bytes(_BYTES), branch_id * _BYTES)

    def link_of(self, branch_id: int, chain: Chain = Chain.CHANGES) -> LastLink | None:
        """Return what `last_link` does."""
        size = _BYTES + _LINK_BYTES
        return _to_link(os.pread(self._file, size, _place(branch_id, chain)))

    def note_link(self, branch_id: int, last: LastLink, chain: Chain) -> None:
        """Remember with which link the branch's chain ends, but where one is missing, it stays that one; raise `OSError`."""
        if (chain, branch_id) not in self._missed:
            kept = last.seq.to_bytes(_BYTES) + last.link
            os.pwrite(self._file, kept, _place(branch_id, chain))

    def miss_link(self, branch_id: int, chain: Chain) -> None:
        """Have the branch's chain end for good with the link that is remembered: it is there no longer."""
        self._missed.add((chain, branch_id))

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
