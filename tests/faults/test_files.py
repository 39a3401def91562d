"""The database's files: missing, somebody else's, older, or taken away under the running server; said, and no number is given twice."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.test_bit_flips import begins, complaint
from tests.faults.test_parts import is_ready, soon
from tests.injected import Seen
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer, set_up_once, takeanumber

pytestmark = pytest.mark.slow


@pytest.fixture
def directory(tmp_path: Path) -> Path:
    """A data directory that is set up."""
    directory = tmp_path / "data"
    shutil.copytree(set_up_once(desks=8), directory)
    return directory


# --- before the server begins -------------------------------------------------------------------


def of_somebody_else(path: Path) -> None:
    """Make another program's database."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE branch (id INTEGER)")
        database.execute("INSERT INTO branch VALUES (1)")


def with_nothing_in_it(path: Path) -> None:
    """Make a database that has no table."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE x (y)")
        database.execute("DROP TABLE x")


def migrated_by_somebody_else(path: Path) -> None:
    """Make another program's database, kept by the same library as ours."""
    of_somebody_else(path)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE alembic_version (version_num TEXT)")
        database.execute("INSERT INTO alembic_version VALUES ('3f9a1c')")


@pytest.mark.parametrize("has_key", [True, False])
@pytest.mark.parametrize("make", [of_somebody_else, migrated_by_somebody_else])
def test_another_programs_database_is_said_and_left_as_it_is(
    directory: Path, make: Callable[[Path], None], *, has_key: bool
) -> None:
    path = directory / "queue.db"
    path.unlink()
    make(path)
    if not has_key:
        (directory / "secret.key").unlink()
    before = path.read_bytes()
    server = RunningServer(directory, free_port())
    assert not begins(server)
    assert f"{path} is the database of another program" in server.log.text
    assert "another program" in complaint(directory, "desk", "add", "20")
    assert path.read_bytes() == before


def test_a_database_without_any_table_is_said_to_be_empty(directory: Path) -> None:
    (directory / "queue.db").unlink()
    with_nothing_in_it(directory / "queue.db")
    server = RunningServer(directory, free_port())
    assert not begins(server)
    assert "missing or empty" in server.log.text


def test_a_log_that_was_taken_away_from_a_killed_server_is_missed(
    directory: Path, seen: Seen
) -> None:
    server = RunningServer(directory, free_port()).start()
    assert server.device("kiosk").take()["label"] == "A001"
    server.kill()
    (directory / "queue.db-wal").unlink()
    for _ in range(2):
        assert not begins(server)
        assert "are lost" in server.log.text
    assert "are lost" in complaint(directory, "desk", "add", "20")
    # Whoever decides that they are lost, says so.
    (directory / "acknowledged").unlink()
    server.start()
    assert server.device("kiosk").take()["label"] == "A001"
    server.stop()
    seen("the log of a killed server is taken away", "once", "said which rows are lost")


@pytest.mark.parametrize("how", ["kill", "stop"])
def test_an_older_copy_that_is_put_back_is_noticed_and_goes_on_from_there(
    directory: Path, tmp_path: Path, how: str
) -> None:
    older = tmp_path / "older.db"
    shutil.copy(directory / "queue.db", older)
    server = RunningServer(directory, free_port()).start()
    server.device("kiosk").take()
    getattr(server, how)()
    for file in directory.glob("queue.db*"):
        file.unlink()
    shutil.copy(older, directory / "queue.db")
    if how == "kill":
        # Nobody knows whether it was put back, or rows were lost.
        assert not begins(server)
        assert "is an older copy" in server.log.text
        (directory / "acknowledged").unlink()
    server.start()
    assert ("older copy put back" in server.log.text) == (how == "stop")
    kiosk = server.device("kiosk")
    kiosk.take()
    server.kill()
    server.start()
    assert kiosk.take()["state"] == "waiting"
    server.stop()


# --- while it runs ------------------------------------------------------------------------------


def removed(directory: Path) -> None:
    """Take the database away."""
    (directory / "queue.db").unlink()


def replaced(directory: Path) -> None:
    """Put another file in its place, as a restore would."""
    copy = directory / "copy"
    shutil.copy(set_up_once(desks=8) / "queue.db", copy)
    copy.rename(directory / "queue.db")


def emptied(directory: Path) -> None:
    """Leave nothing in it."""
    (directory / "queue.db").write_bytes(b"")


def log_removed(directory: Path) -> None:
    """Take the log away."""
    (directory / "queue.db-wal").unlink()


def log_emptied(directory: Path) -> None:
    """Leave nothing in the log."""
    with (directory / "queue.db-wal").open("r+b") as log:
        log.truncate(0)


def log_cut_off(directory: Path) -> None:
    """Leave half of the log."""
    with (directory / "queue.db-wal").open("r+b") as log:
        log.truncate(log.seek(0, 2) // 2)


@pytest.mark.parametrize(
    "tamper", [removed, replaced, emptied, log_removed, log_emptied, log_cut_off]
)
def test_no_number_is_given_that_the_next_start_would_not_know(
    server: RunningServer, kiosk: Device, seen: Seen, tamper: Callable[[Path], None]
) -> None:
    kiosk.take()
    tamper(server.data_dir)
    for _ in range(2):
        refused = kiosk.post("/tickets", {"queue": "parking"})
        assert refused.status_code == 500, refused.text
        assert refused.json()["type"] == "database-damaged"
        assert "queue.db" in refused.json()["detail"]
    soon(lambda: not is_ready(server))
    # Also where nobody asks.
    server.log.wait_for('event="part in trouble" part=writer')
    seen(
        "a file of the database is taken away, replaced or cut off",
        "files",
        {"no number, and words": 1},
    )


def test_a_file_that_is_put_back_goes_on_being_used(
    server: RunningServer, kiosk: Device
) -> None:
    kiosk.take()
    path = server.data_dir / "queue.db"
    path.rename(path.with_name("moved"))
    assert kiosk.post("/tickets", {"queue": "parking"}).status_code == 500
    path.with_name("moved").rename(path)
    assert kiosk.take()["label"] == "A002"
    soon(lambda: is_ready(server))
    assert "All tables are what the journal says" in server.run("check")


@pytest.mark.parametrize("tamper", [removed, replaced, log_removed])
def test_a_server_that_stops_leaves_what_was_taken_away_under_it(
    server: RunningServer, kiosk: Device, tamper: Callable[[Path], None]
) -> None:
    assert kiosk.take()["label"] == "A001"
    tamper(server.data_dir)
    server.log.wait_for('event="part in trouble" part=writer')
    server.stop()
    assert "database rescued" in server.log.text
    for file in server.data_dir.glob("queue.db*"):
        file.unlink()
    rescued = server.data_dir / "backup-rescued.db"
    assert rescued.stat().st_mode & 0o077 == 0
    rescued.rename(server.data_dir / "queue.db")
    server.start()
    assert kiosk.take()["label"] == "A002"
    assert "All tables are what the journal says" in server.run("check")


def test_what_other_programs_may_do_with_the_database_keeps_nobody_from_a_number(
    server: RunningServer, kiosk: Device, tmp_path: Path
) -> None:
    path = server.data_dir / "queue.db"
    labels = [kiosk.take()["label"]]
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as other,
        closing(sqlite3.connect(tmp_path / "backup.db")) as backup,
    ):
        for done in ("PASSIVE", "FULL", "RESTART", "TRUNCATE"):
            other.execute(f"PRAGMA wal_checkpoint({done})")
            labels.append(kiosk.take()["label"])
        other.execute("VACUUM")
        labels.append(kiosk.take()["label"])
        other.backup(backup)
    takeanumber(server.data_dir, "report")
    labels += [kiosk.take()["label"] for _ in range(80)]
    assert labels == [f"A{n:03}" for n in range(1, 87)]
    assert is_ready(server)
    assert "part in trouble" not in server.log.text
