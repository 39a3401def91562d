"""The server's database, looked at and tampered with from outside."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a database, commit what was done with it, and close it, which sqlite3's own `with` does not."""
    with closing(sqlite3.connect(path)) as database, database:
        yield database
