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

SMALL = "6m"


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
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(place)],
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
            with pytest.raises(AssertionError, match="full"):
                server.run("queue", "set", "parking", "--digits", "4")
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


def takes_here(server: RunningServer) -> None:
    """Set things up without a server until the disk has no room for it."""
    for n in range(200):
        server.run("queue", "set", "parking", "--digits", str(1 + n % 6))
