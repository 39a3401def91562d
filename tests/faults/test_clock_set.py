"""A real server under a clock that is set while it runs, as on a small computer that wakes up without the time."""

import os
import platform
import shutil
import signal
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import libfaketime
import pytest

from tests.database import opened
from tests.faults.test_parts import soon
from tests.forked import Fresh
from tests.server.conftest import free_port
from tests.server.test_full_disk import worker_of
from tests.serving import Device, Events, RunningServer, set_up_once

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        platform.machine() != "x86_64", reason="libfaketime comes for one kind only"
    ),
]


class SetClock:
    """The clock that a server started under it believes, while its steady time is the machine's own."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.environment = {
            "LD_PRELOAD": str(
                next(Path(libfaketime.__file__).parent.rglob("libfaketime*.so*"))
            ),
            "FAKETIME_TIMESTAMP_FILE": str(file),
            "FAKETIME_NO_CACHE": "1",
            "DONT_FAKE_MONOTONIC": "1",
        }
        self.set(timedelta(0))

    def set(self, ahead: timedelta) -> None:
        """Let it be so far ahead of the right time."""
        self._ahead = ahead
        self._file.write_text(f"{ahead.total_seconds():+.0f}s\n")

    @property
    def today(self) -> str:
        """What date it shows, in UTC, a quarter of a day after midnight or not."""
        # The business day begins at four.
        return str((datetime.now(UTC) + self._ahead - timedelta(hours=4)).date())


@pytest.fixture
def clock(tmp_path: Path) -> SetClock:
    """A clock to set."""
    return SetClock(tmp_path / "clock")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A server that is not started yet."""
    shutil.copytree(set_up_once(desks=8), tmp_path / "data")
    server = RunningServer(tmp_path / "data", free_port(), Fresh)
    yield server
    server.stop()


@pytest.mark.parametrize(
    ("woke_up", "then"),
    [
        (timedelta(0), timedelta(hours=1)),
        (timedelta(0), timedelta(days=-1)),
        (timedelta(days=-14), timedelta(0)),
        (timedelta(days=365), timedelta(0)),
    ],
)
def test_a_clock_that_is_set_while_people_wait(
    server: RunningServer, clock: SetClock, woke_up: timedelta, then: timedelta
) -> None:
    clock.set(woke_up)
    server.start(**clock.environment)
    kiosk, console = server.device("kiosk"), server.device("console")
    manager = server.device("manager")
    console.sign_in()
    first, second = kiosk.take(), kiosk.take()
    called = console.post("/desks/3/call-next").json()
    clock.set(then)
    began = time.monotonic()
    assert kiosk.take()["label"] == "A003"
    soon(lambda: console.get("/branch").json()["day"] == clock.today, 10)
    assert console.post(f"/tickets/{called['id']}/finish").status_code == 200
    assert console.post("/desks/3/call-next").json()["label"] == second["label"]
    assert called["label"] == first["label"]
    assert {t["state"] for t in waiting(console)} <= {"waiting", "called"}
    for asked in ("", f"?date={clock.today}"):
        report = manager.get(f"/reports/day{asked}").json()
        assert (report["taken"], report["served"], report["expired"]) == (3, 1, 0)
        assert 0 <= report["all"]["wait"]["mean_s"] < 30
        assert 0 <= report["all"]["service"]["mean_s"] < time.monotonic() - began + 30
    server.log.wait_for("clock was set")
    assert "All tables are what the journal says" in server.run("check")


def served(kiosk: Device, console: Device, times: int) -> None:
    """Let so many be called and served."""
    for _ in range(times):
        kiosk.take()
        called = console.post("/desks/3/call-next").json()
        assert console.post(f"/tickets/{called['id']}/finish").status_code == 200


def counts(manager: Device, day: str) -> tuple[int, int, int]:
    """Return how many took a number that day, were served, and were sent away."""
    report = manager.get(f"/reports/day?date={day}").json()
    return report["taken"], report["served"], report["expired"]


@pytest.mark.parametrize("back", [True, False])
def test_a_clock_that_is_set_while_the_worker_is_killed_or_the_server_stopped(
    server: RunningServer, clock: SetClock, *, back: bool
) -> None:
    ahead = timedelta(days=-1 if back else 1)
    server.start(**clock.environment)
    kiosk, console = server.device("kiosk"), server.device("console")
    manager = server.device("manager")
    console.sign_in()
    kiosk.take()
    kiosk.take()
    called = console.post("/desks/3/call-next").json()
    if back:
        server.stop()
        clock.set(ahead)
        server.start(**clock.environment)
    else:
        clock.set(ahead)
        os.kill(worker_of(server), signal.SIGKILL)
        server.log.wait_for("event=ready", times=2)
    assert kiosk.take()["label"] == "A003"
    assert console.post(f"/tickets/{called['id']}/finish").status_code == 200
    soon(lambda: console.get("/branch").json()["day"] == clock.today, 10)
    assert counts(manager, clock.today) == (3, 1, 0)
    assert "All tables are what the journal says" in server.run("check")


def test_a_machine_that_wakes_up_with_the_evenings_clock_leaves_yesterdays_report_alone(
    server: RunningServer, clock: SetClock
) -> None:
    clock.set(timedelta(days=-1))
    server.start(**clock.environment)
    kiosk, console = server.device("kiosk"), server.device("console")
    manager = server.device("manager")
    console.sign_in()
    served(kiosk, console, 3)
    evening = clock.today
    server.stop()
    with opened(server.data_dir / "queue.db") as database:
        # What a machine that was switched off knows of the time that passed until then: nothing.
        database.execute("DELETE FROM clock")
    server.start(**clock.environment)
    clock.set(timedelta(0))
    server.log.wait_for("clock was set")
    assert kiosk.take()["label"] == "A001"
    assert counts(manager, evening) == (3, 3, 0)
    assert counts(manager, clock.today) == (1, 0, 0)
    assert "All tables are what the journal says" in server.run("check")


def test_a_board_that_was_there_when_the_clock_was_set_is_that_of_one_switched_on_later(
    server: RunningServer, clock: SetClock
) -> None:
    clock.set(timedelta(days=-1))
    server.start(**clock.environment)
    kiosk, console = server.device("kiosk"), server.device("console")
    display = server.device("display")
    console.sign_in()
    served(kiosk, console, 3)
    server.stop()
    with opened(server.data_dir / "queue.db") as database:
        database.execute("DELETE FROM clock")
    server.start(**clock.environment)
    stayed = display.events()
    before = display.get("/board").json()
    kiosk.take()
    console.post("/desks/3/call-next")
    clock.set(timedelta(0))
    server.log.wait_for("clock was set")
    kiosk.take()
    board = display.get("/board").json()
    labels = [call["label"] for call in board["recent_calls"]]
    # Yesterday's calls are on no board any more.
    assert labels == ["A004"]
    for stream in (stayed, display.events(), display.events(after=before["seq"])):
        assert board_after(stream, board["seq"]) == labels
        stream.close()


def board_after(stream: Events, seq: int) -> list[str]:
    """Return the labels of the calls that a board shows once it has heard of this row."""
    labels: list[str] = []
    for name, told in stream:
        if name == "snapshot":
            labels = [call["label"] for call in told["board"]["recent_calls"]]
        elif told.get("recent_calls") is not None:
            labels = [call["label"] for call in told["recent_calls"]]
        elif name == "called":
            labels = [told["ticket"]["label"], *labels]
        if told["seq"] >= seq and name != "reset":
            break
    return labels


def waiting(console: Device) -> list[dict[str, str]]:
    stream = console.events()
    tickets = stream.until("snapshot")["tickets"]
    stream.close()
    return list(tickets)
