"""What the process imports from which `tests.forked` forks."""

import sqlite3

import server.cli
import server.serve.parts
import server.serve.run
import server.serve.worker

__all__ = ["server", "sqlite3"]
