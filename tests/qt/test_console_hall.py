"""The console and the waiting room: who comes back, who asks for help, what is looked up, what everybody is told."""

import logging
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from server.usecases.setup import RemoveDevice
from shared.wire.link import LinkState
from tests.qt.console_stand import Console
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow

Make = Callable[[str], Console]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A running server where a console may give a priority."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up(desks=2)
    server.start()
    server.run("branch", "set", "--priority", "standing=15")
    server.run("branch", "set", "--priority-name", "standing=Standing is hard")
    yield server
    server.leave()


@pytest.fixture
def make(
    qtbot: QtBot,
    server: RunningServer,
    network: QNetworkAccessManager,
    tmp_path: Path,
) -> Iterator[Make]:
    """Start a console of this machine, with the token of such a device."""
    made: list[Console] = []

    def start(role: str) -> Console:
        for earlier in made:
            earlier.close()
        token = server.device(role).token
        made.append(Console(qtbot, server, token, network, tmp_path / "state"))
        return made[-1]

    yield start
    for console in made:
        console.close()


@pytest.fixture
def console(make: Make) -> Console:
    """Maria's console at desk 3."""
    console = make("console")
    console.sign_in()
    console.wait(lambda: console.presenter.state.seat is not None)
    return console


@pytest.fixture
def kiosk(server: RunningServer) -> Device:
    """A paired kiosk."""
    return server.device("kiosk")


def write(console: Console, text: str) -> None:
    """Type into the field that has the focus, and press Enter."""
    for letter in text:
        QTest.keyClick(console.window.window, Qt.Key(ord(letter)))
    QTest.keyClick(console.window.window, Qt.Key.Key_Return)


def miss(console: Console, kiosk: Device) -> None:
    """Let A001 be called and not come."""
    kiosk.take()
    console.press("primary")
    console.wait(lambda: (console.label, console.phase) == ("A001", "called"))
    console.press("NoShow")
    console.wait(lambda: console.window.sees("call-missed-A001"))


def test_who_was_missed_is_called_at_any_desk(console: Console, kiosk: Device) -> None:
    miss(console, kiosk)
    console.press("call-missed-A001")
    console.wait(lambda: (console.label, console.phase) == ("A001", "called"))
    assert not console.window.sees("call-missed-A001")


def test_who_was_missed_waits_in_line_again(console: Console, kiosk: Device) -> None:
    miss(console, kiosk)
    console.press("rejoin-A001")
    console.wait(lambda: [t.label for t in console.presenter.state.line] == ["A001"])
    assert not console.window.sees("rejoin-A001")


def test_a_call_for_help_from_a_kiosk_is_heard_and_answered(
    console: Console, kiosk: Device
) -> None:
    kiosk.post("/help", {"wanted": True, "language": "de"})
    console.wait(lambda: console.alerts == ["look up"])
    (call,) = console.presenter.state.help_calls
    console.press(f"coming-{call.device}")
    console.wait(lambda: console.says("Speaks German · You are going"))
    console.press(f"helped-{call.device}")
    console.wait(lambda: not console.window.sees(f"helped-{call.device}"))
    assert console.alerts == ["look up"]


def test_a_priority_is_given_to_who_walks_in(console: Console) -> None:
    console.press("WalkIn")
    console.press("priority-standing")
    console.press("serveNow")
    console.wait(lambda: console.phase == "serving")
    shown = console.window.item("priorityShown")
    assert shown.property("value") == "“Standing is hard”"


def test_a_priority_is_given_to_one_who_waits(console: Console, kiosk: Device) -> None:
    kiosk.take()
    second = kiosk.take()["id"]
    console.wait(lambda: len(console.presenter.state.line) == 2)
    console.press("CallTicket")
    console.press(f"rank-{second}")
    console.press("answer-standing")
    console.wait(lambda: console.presenter.state.tickets[second].priority is not None)
    console.press("primary")
    console.wait(lambda: console.label == "A002")


def test_any_number_of_today_is_looked_up_and_what_can_be_done_is_done(
    console: Console, kiosk: Device
) -> None:
    for _ in range(2):
        kiosk.take()
    console.wait(lambda: len(console.presenter.state.line) == 2)
    QTest.keyClick(
        console.window.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier
    )
    console.wait(lambda: console.window.sees("number"))
    write(console, "A002")
    console.wait(lambda: console.window.sees("foundStands"))
    assert console.window.text("foundStands").startswith("Waits since ")
    console.press("foundSend")
    console.press("answer-passports")
    console.wait(
        lambda: (
            [t.queue for t in console.presenter.state.line] == ["parking", "passports"]
        )
    )


def test_a_number_that_nobody_was_given_is_said(console: Console) -> None:
    console.press("find")
    console.wait(lambda: console.window.sees("number"))
    write(console, "A099")
    console.wait(lambda: console.says("Nobody was given A099 today."))


def test_everybody_is_told_and_it_is_taken_back(
    console: Console, kiosk: Device
) -> None:
    console.press("tell")
    console.wait(lambda: console.window.sees("text-en"))
    write(console, "LATE")
    console.wait(lambda: console.window.sees("takeBack"))
    assert kiosk.get("/branch").json()["message"]["texts"] == {"en": "late"}
    assert kiosk.get("/branch").json()["message"]["until"] is not None
    console.press("takeBack")
    console.wait(lambda: not console.window.sees("takeBack"))
    assert kiosk.get("/branch").json()["message"] is None


# --- what a console remembers ----------------------------------------------------------------


def test_whoever_signed_in_last_has_only_their_pin_to_type(
    console: Console, make: Make
) -> None:
    console.press("signOut")
    console.wait(lambda: console.window.sees("pin"))
    again = make("console")
    again.wait(lambda: again.window.sees("pin"))
    assert again.window.text("greeting").endswith(", Maria")
    again.sign_in()
    again.wait(lambda: again.presenter.state.seat is not None)


def test_somebody_else_says_so(console: Console) -> None:
    console.press("signOut")
    console.press("notMe")
    console.press("servicer-Servicer 4")
    console.wait(lambda: console.window.sees("pin"))
    assert console.window.text("greeting").endswith(", Servicer 4")


def test_who_wants_to_hear_every_arrival_does_so_and_next_time_too(
    console: Console, kiosk: Device, make: Make
) -> None:
    kiosk.take()
    console.wait(lambda: console.alerts == ["look up"])
    console.press("alertAlways")
    kiosk.take()
    console.wait(lambda: console.alerts == ["look up", "look up"])
    assert make("console").presenter.state.alert_always


# --- tokens ----------------------------------------------------------------------------------


def test_another_devices_token_is_said_at_once(make: Make) -> None:
    console = make("kiosk")
    console.wait(lambda: console.says("Pair this console anew"))


def test_a_revoked_token_is_no_lost_server_and_is_to_be_paired_anew(
    console: Console, server: RunningServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    with sqlite3.connect(server.data_dir / "queue.db") as database:
        (name,) = database.execute(
            "SELECT name FROM device WHERE role = 'console'"
        ).fetchone()
    server.do(RemoveDevice(name=name))
    console.wait(lambda: console.says("Pair this console anew"))
    assert console.presenter.state.link.state is LinkState.Away
    assert not any("no server" in record.getMessage() for record in caplog.records)
