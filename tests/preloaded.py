"""What the process imports from which `tests.forked` forks."""

import sqlite3

import server.cli
import server.run
import server.worker

__all__ = ["server", "sqlite3"]
