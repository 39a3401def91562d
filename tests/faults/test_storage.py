"""The disk, the database's lock, rows that cannot be read: refused in words, and afterwards all goes on by itself."""

import shutil
import sqlite3
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
import requests

from tests.faults.test_parts import soon
from tests.injected import Seen
from tests.server.conftest import free_port
from tests.server.test_full_disk import worker_of
from tests.serving import Device, RunningServer, set_up_once

pytestmark = pytest.mark.slow

SMALL, TINY = "7m", "2500k"
"""One MB of each is the file `acknowledged`, which is full of nothing and copied whole here."""


@contextmanager
def other_program(server: RunningServer) -> Iterator[sqlite3.Connection]:
    """Another program that has opened the database."""
    path = server.data_dir / "queue.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        yield database


def test_a_held_database_keeps_only_writes_waiting_and_says_so(
    server: RunningServer, kiosk: Device, watcher: Device, seen: Seen
) -> None:
    assert kiosk.take()["label"] == "A001"
    with other_program(server) as other:
        other.execute("BEGIN EXCLUSIVE")
        slowest = 0.0
        refused = kiosk.post("/tickets", {"queue": "parking"}, key="held", stream=True)
        # Meanwhile, while it still waits, reads go on.
        for _ in range(20):
            began = time.monotonic()
            assert watcher.get("/board").json()["waiting"]["parking"] == 1
            slowest = max(slowest, time.monotonic() - began)
        other.execute("ROLLBACK")
    assert slowest < 1
    assert refused.status_code == 503
    assert "Another program holds" in refused.json()["detail"]
    assert kiosk.take(key="held")["label"] == "A002"
    failures = [line for line in server.log.text.splitlines() if "commit fa" in line]
    assert failures
    assert all("Another program holds" in line for line in failures)
    assert "Traceback" not in server.log.text
    seen(
        "another program holds the database",
        "once",
        f"503 in words; reads took {1000 * slowest:.0f} ms at most; then the next number",
    )


def test_a_command_says_that_the_database_is_held(server: RunningServer) -> None:
    with other_program(server) as other:
        other.execute("BEGIN IMMEDIATE")
        began = time.monotonic()
        with pytest.raises(AssertionError, match="Another program holds"):
            server.run("queue", "set", "parking", "--digits", "4")
        assert time.monotonic() - began < 10
        server.stop()
        with pytest.raises(AssertionError, match="Another program holds"):
            server.run("queue", "set", "parking", "--digits", "4")


def test_a_server_that_cannot_begin_because_its_database_is_held_says_what_to_do(
    server: RunningServer,
) -> None:
    server.stop()
    with other_program(server) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(
            AssertionError, match=r"Another program holds .*queue\.db\. Close"
        ):
            server.start()
        server._process = None
        other.execute("ROLLBACK")
    server.start()


def test_damaged_rows_cost_nobody_else_anything_also_after_a_commit_that_failed(
    server: RunningServer, kiosk: Device, seen: Seen
) -> None:
    console = server.device("console")
    console.sign_in()
    for _ in range(3):
        kiosk.take()
    with other_program(server) as other:
        for spoil in (
            "UPDATE ticket SET label = 'A00q' WHERE label = 'A002'",
            "UPDATE ticket SET state = 'done' WHERE label = 'A003'",
            "UPDATE counter SET last_number = 0",
            "UPDATE desk SET queues = '[' WHERE number > 3",
            "UPDATE queue SET letter = 'Q' WHERE slug = 'parking'",
            "UPDATE device SET name = 'x' WHERE role = 'console'",
            "UPDATE branch SET last_seq = 1",
        ):
            other.execute(spoil)
        other.execute("BEGIN IMMEDIATE")
        held = kiosk.post("/tickets", {"queue": "parking"})
        assert (held.status_code, held.json()["type"]) == (503, "busy")
        other.execute("ROLLBACK")
    assert kiosk.take()["label"] == "A004"
    assert kiosk.take("passports")["label"] == "R001"
    called = [
        console.post("/desks/3/call-next", {"finish": True}).json()["label"]
        for _ in range(3)
    ]
    assert called == ["A001", "A002", "A003"]
    assert requests.get(f"{server.url}/readyz", timeout=10).status_code == 200
    seen(
        "a damaged row of each table, and a commit that fails",
        "once",
        "everybody goes on",
    )


@pytest.mark.parametrize(
    "spoilt",
    [
        "body = '{'",
        "kind = 'dreamt'",
        "at = 'yesterday'",
        "at = 9000000000000000000",
        "body = x'ff00'",
        "ticket = 'x'",
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_costs_nobody_the_board(
    server: RunningServer, kiosk: Device, watcher: Device, seen: Seen, spoilt: str
) -> None:
    stays = watcher.events()
    stays.until("snapshot")
    seq = kiosk.take()["id"]
    stays.until("taken")
    # What the server remembers of it is gone with a restart; the stream has to ask the journal.
    server.stop()
    with other_program(server) as other:
        other.execute(f"UPDATE journal SET {spoilt} WHERE seq = ?", [seq])
    server.start()
    comes_back = watcher.events(after=seq - 1)
    assert comes_back.until("snapshot")["board"]["waiting"]["parking"] == 1
    fresh = watcher.events()
    fresh.until("snapshot")
    ticket = kiosk.take()
    for stream in (comes_back, fresh):
        assert stream.until("taken")["ticket"]["label"] == ticket["label"]
    assert requests.get(f"{server.url}/readyz", timeout=10).status_code == 200
    if not spoilt.startswith("ticket"):
        server.log.wait_for(f"Journal row {seq} cannot be read")
        with pytest.raises(AssertionError):
            server.run("check")
    seen("a journal row that cannot be read", "rows", {"named, and all go on": 1})


@pytest.mark.parametrize("move", ["start", "hold", "recall"])
def test_a_desk_goes_on_over_a_last_act_that_cannot_be_read(
    server: RunningServer, kiosk: Device, move: str
) -> None:
    kiosk.take()
    kiosk.take()
    console = server.device("console")
    console.sign_in()
    called = console.post("/desks/3/call-next").json()
    server.stop()
    with other_program(server) as other:
        other.execute("UPDATE journal SET body = '{' WHERE kind = 'called'")
    server.start()
    assert console.get("/desks/3").json()["undo"] is None
    assert console.post("/desks/3/undo").status_code == 409
    if move != "recall":
        assert console.post(f"/tickets/{called['id']}/{move}").status_code == 200
    assert console.post("/desks/3/pause").status_code == 200


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk of a few megabytes."""
    yield from disk_of(SMALL, tmp_path / "small")


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real disk so small that no write-ahead log grows as long on it as SQLite lets it."""
    yield from disk_of(TINY, tmp_path / "tiny")


def disk_of(size: str, place: Path) -> Iterator[Path]:
    """Yield a disk of this size."""
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode != 0:
        pytest.skip("only who may mount can make a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """The disk without a byte of room."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    yield
    ballast.unlink()


@pytest.mark.slow
def test_a_small_disk_that_is_full_for_a_while_costs_nothing_but_that_while(
    small_disk: Path, seen: Seen
) -> None:
    directory = small_disk / "data"
    shutil.copytree(set_up_once(desks=8), directory)
    server = RunningServer(directory, free_port()).start()
    kiosk, watcher = server.device("kiosk"), server.device("console")
    worker, labels = worker_of(server), []
    for round_ in range(3):
        labels.append(kiosk.take()["label"])
        with filled(small_disk):
            statuses = {
                kiosk.post(
                    "/tickets", {"queue": "parking"}, key=f"{round_} {n}"
                ).status_code
                for n in range(40)
            }
            assert 507 in statuses
            assert statuses <= {201, 507}
            board = watcher.get("/board").json()["waiting"]["parking"]
        labels = [f"A{n:03}" for n in range(1, board + 1)]
    soon(lambda: requests.get(f"{server.url}/readyz", timeout=10).ok)
    assert kiosk.take()["label"] == f"A{len(labels) + 1:03}"
    assert worker_of(server) == worker
    seen(
        "a small tmpfs is full",
        "3 times",
        "507 and reads; then the next number, in the same process",
    )
    server.stop()
    with filled(small_disk), pytest.raises(AssertionError) as refused:
        takes_here(server)
    assert "Traceback" not in str(refused.value)
    assert "All tables are what the journal says" in server.run("check")


def test_room_is_made_where_there_is_some_and_readyz_tells_the_truth(
    tiny_disk: Path,
) -> None:
    directory = tiny_disk / "data"
    shutil.copytree(set_up_once(desks=8), directory)
    server = RunningServer(directory, free_port()).start()
    kiosk = server.device("kiosk")
    kiosk.take()
    body = {"queue": "parking"}
    with filled(tiny_disk):
        # The log could go into the database, and leaves room for others then.
        statuses = [kiosk.post("/tickets", body).status_code for _ in range(8)]
        assert set(statuses) == {201, 507}
    given = 1 + statuses.count(201)
    assert kiosk.take()["label"] == f"A{given + 1:03}"
    # Nor does the log itself fill the disk.
    for _ in range(60):
        kiosk.take()
    with filled(tiny_disk):
        soon(lambda: kiosk.post("/tickets", body).status_code == 507)
        soon(lambda: not_ready(server, kiosk))
    assert kiosk.take()["state"] == "waiting"
    soon(lambda: requests.get(f"{server.url}/readyz", timeout=10).ok)
    assert "All tables are what the journal says" in server.run("check")
    server.stop()


def not_ready(server: RunningServer, kiosk: Device) -> bool:
    """Return whether the server says that it is not ready, no number being given."""
    assert kiosk.post("/tickets", {"queue": "parking"}).status_code == 507
    return requests.get(f"{server.url}/readyz", timeout=10).status_code == 503


def takes_here(server: RunningServer) -> None:
    """Set things up without a server until the disk has no room for it."""
    for n in range(200):
        server.run("queue", "set", "parking", "--digits", str(1 + n % 6))
