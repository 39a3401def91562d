"""What the process imports and reads from which `tests.forked` forks."""

import gc
import sqlite3

import server.cli
import server.serve.parts
import server.serve.run
import server.serve.worker
from server.web import assets, languages

__all__ = ["server", "sqlite3"]

# What every server would read for itself.
assets.shipped()
languages.shipped()
# Nor does any of them look through it for garbage.
gc.freeze()
