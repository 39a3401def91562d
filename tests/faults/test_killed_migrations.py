"""A migration that is killed, wherever it is, leaves the old data as they were or the new ones whole; the next start ends it."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory

from server.store import schema
from server.store.store import Store
from tests.database import opened
from tests.forked import Forked
from tests.injected import Seen
from tests.server.test_migrations import OLD, database_at, scripts

pytestmark = pytest.mark.nightly

REVISIONS = sorted(
    each.revision for each in ScriptDirectory.from_config(scripts()).walk_revisions()
)
MOST_STEPS = 2_000


def old_branch(revision: str, directory: Path) -> Path:
    """Return a database of this schema in which somebody waits."""
    path = database_at("0001", directory)
    with opened(path) as database:
        database.executescript(OLD)
    engine = sa.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = scripts()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    return path


def killed_at(directory: Path, step: int) -> bool:
    """Open the directory and be killed at this step; return whether it came to that."""
    dying = Forked("tests.faults.dying", [str(directory), str(step)])
    with dying.stdout, dying.stderr:
        complaint = dying.stderr.read()
    code = dying.wait(60)
    assert code in (0, -9), complaint
    return code == -9


def content(path: Path) -> dict[str, Any]:
    """Return everything in the database, by table, and its schema."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = database.execute("SELECT name, sql FROM sqlite_master").fetchall()
        rows = {
            name: database.execute(f"SELECT * FROM {name}").fetchall()
            for name, sql in tables
            if sql and sql.startswith("CREATE TABLE")
        }
    return {"tables": sorted(tables, key=str), **rows}


def revision_of(path: Path) -> str:
    with opened(path) as database:
        return str(database.execute("SELECT * FROM alembic_version").fetchone()[0])


def opens(directory: Path) -> None:
    """See that it opens, and that whoever waited does."""
    store = Store(directory)
    with store.reading(1) as view:
        assert view.waiting() == {"parking": 1}
        assert [ticket.label for ticket in view.all_tickets()] == ["A001"]
        assert {device.name for device in view.devices()} == {"Entrance", "Desk 3"}
    store.close()


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_a_migration_that_is_killed_at_any_step_has_happened_or_not(
    tmp_path: Path, seen: Seen, revision: str
) -> None:
    old = old_branch(revision, tmp_path / "old")
    before = content(old)
    untouched, whole = 0, 0
    for step in range(1, MOST_STEPS):
        directory = tmp_path / f"killed-{step}"
        shutil.copytree(old.parent, directory)
        if not killed_at(directory, step):
            break
        path = directory / "queue.db"
        if revision_of(path) == revision:
            assert content(path) == before, f"killed at step {step}"
            untouched += 1
        else:
            assert revision_of(path) == schema.HEAD
            whole += 1
        opens(directory)
        assert revision_of(path) == schema.HEAD
        shutil.rmtree(directory)
    assert untouched > 0
    seen(
        f"kill −9 in a migration, from {revision}",
        f"each of {untouched + whole} steps",
        f"{untouched} times the old data as they were, {whole} times the new ones whole; the next start ended it",
    )


def test_a_new_branch_that_is_killed_at_any_step_is_there_or_not(
    tmp_path: Path, seen: Seen
) -> None:
    killed = 0
    for step in range(1, MOST_STEPS):
        directory = tmp_path / f"killed-{step}"
        if not killed_at(directory, step):
            break
        killed += 1
        store = Store(directory)
        assert store.branches() == [1]
        store.close()
        shutil.rmtree(directory)
    assert killed > 10
    seen("kill −9 in a first start", f"each of {killed} steps", "the next start works")
