"""`python -m tests.faults.dying DIRECTORY N` opens a data directory, and is killed before the N-th change to the database."""

import os
import signal
import sys
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from server.store.store import Store

_ONLY_ASKS = ("SELECT", "PRAGMA")


def die_at(fatal: int) -> None:
    """Kill this process before the fatal change or commit."""
    told = 0

    def tell(*told_it: Any) -> None:
        nonlocal told
        if any(str(each).lstrip().startswith(_ONLY_ASKS) for each in told_it):
            return
        told += 1
        if told == fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    for name in ("before_cursor_execute", "commit"):
        sa.event.listen(sa.Engine, name, tell)


if __name__ == "__main__":
    die_at(int(sys.argv[2]))
    Store(Path(sys.argv[1])).close()
