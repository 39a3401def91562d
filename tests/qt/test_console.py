"""The console: a servicer's work at a desk, on a real window against a real server."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shared.qt import sample
from shared.qt.client import Post
from shared.wire.link import LinkState
from tests.qt.console_stand import Console
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow


@pytest.fixture
def real_server(tmp_path: Path) -> Iterator[RunningServer]:
    """A running server with two queues, desks 3 and 4, Maria and another servicer."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up(desks=2)
    server.start()
    yield server
    server.leave()


@pytest.fixture
def kiosk(real_server: RunningServer) -> Device:
    """A paired kiosk."""
    return real_server.device("kiosk")


@pytest.fixture
def console(
    qtbot: QtBot,
    real_server: RunningServer,
    network: QNetworkAccessManager,
    tmp_path: Path,
) -> Iterator[Console]:
    """A console that nobody has signed in at."""
    token = real_server.device("console").token
    console = Console(qtbot, real_server, token, network, tmp_path / "state")
    yield console
    console.close()


def test_a_servicer_signs_in_and_sees_desk_and_name(console: Console) -> None:
    console.sign_in()
    console.wait(lambda: console.presenter.state.seat is not None)
    assert console.window.text("who") == "Maria"
    assert console.window.text("where").startswith("Desk 3 · ")


@pytest.mark.slow
def test_a_wrong_pin_is_said_and_asked_for_again(console: Console) -> None:
    console.sign_in(pin="000000")
    console.wait(lambda: console.says("That PIN is not right. Please try again."))
    console.sign_in()
    console.wait(lambda: console.presenter.state.seat is not None)


def test_one_customer_is_served_with_the_primary_button_alone(
    console: Console, kiosk: Device
) -> None:
    kiosk.take()
    console.sign_in()
    console.press("primary")
    console.wait(lambda: (console.label, console.phase) == ("A001", "called"))
    console.press("primary")
    console.wait(lambda: console.phase == "serving")
    console.press("primary")
    console.wait(lambda: console.phase == "free")


@pytest.mark.slow
def test_every_key_does_what_is_printed_on_its_button(
    console: Console, kiosk: Device
) -> None:
    for _ in range(3):
        kiosk.take()
    console.sign_in()
    console.wait(
        lambda: (
            console.presenter.state.seat is not None
            and len(console.presenter.state.line) == 3
        )
    )
    console.key(Qt.Key.Key_Return)
    console.wait(lambda: (console.label, console.phase) == ("A001", "called"))
    console.key(Qt.Key.Key_Return)
    console.wait(lambda: console.phase == "serving")
    console.key(Qt.Key.Key_D)
    console.wait(lambda: console.phase == "free")
    console.key(Qt.Key.Key_Return)
    console.wait(lambda: (console.label, console.phase) == ("A002", "called"))
    console.key(Qt.Key.Key_M)
    console.wait(lambda: console.phase == "free")


@pytest.mark.slow
def test_the_next_number_is_nowhere_on_the_screen(
    console: Console, kiosk: Device
) -> None:
    kiosk.take()
    console.sign_in()
    console.wait(
        lambda: (
            console.presenter.state.seat is not None
            and len(console.presenter.state.line) == 1
        )
    )
    assert not console.says("A001")


def test_an_arrival_at_an_empty_queue_alerts(console: Console, kiosk: Device) -> None:
    console.sign_in()
    console.wait(lambda: console.presenter.state.seat is not None)
    kiosk.take()
    console.wait(lambda: console.alerts == ["look up"])
    kiosk.take()
    console.wait(lambda: len(console.presenter.state.line) == 2)
    assert console.alerts == ["look up"]


def test_a_queue_that_fills_up_shows_at_once(
    console: Console, kiosk: Device, real_server: RunningServer
) -> None:
    """That it is full is no row of the journal."""
    console.sign_in()
    console.wait(lambda: console.says("Nobody is waiting"))
    real_server.run("queue", "set", "parking", "--max-waiting", "1")
    assert not console.says("No more numbers")
    kiosk.take()
    console.wait(lambda: console.says("No more numbers"))


@pytest.mark.slow
def test_done_while_the_server_is_away_is_sent_once_when_it_is_back(
    qtbot: QtBot,
    console: Console,
    kiosk: Device,
    real_server: RunningServer,
    network: QNetworkAccessManager,
    tmp_path: Path,
) -> None:
    kiosk.take()
    console.sign_in()
    console.press("primary")
    console.wait(lambda: console.phase == "called")
    console.press("primary")
    console.wait(lambda: console.phase == "serving")
    real_server.kill()
    console.wait(lambda: console.presenter.state.link.state is not LinkState.Live)
    console.press("primary")
    console.wait(lambda: console.says("A001 is done"))
    assert not console.window.sees("elapsed")
    token = console.token
    console.close()  # the console's machine dies as well
    again = Console(qtbot, real_server, token, network, tmp_path / "state")
    real_server.start()
    again.wait(
        lambda: (
            again.presenter.state.branch is not None
            and again.presenter.state.link.live
            and again.presenter.state.present is None
            and not (tmp_path / "state" / "servicer-act.json").exists()
        )
    )
    assert json.loads(real_server.run("report", "--json"))["served"] == 1
    again.close()


def test_a_call_while_the_server_is_away_is_refused_and_does_not_come_later(
    console: Console, kiosk: Device, real_server: RunningServer
) -> None:
    kiosk.take()
    console.sign_in()
    console.wait(lambda: console.says("Call next · 1 waiting"))
    real_server.kill()
    console.wait(lambda: console.presenter.state.link.state is not LinkState.Live)
    console.press("primary")
    console.wait(lambda: console.says("The server does not answer yet …"))
    console.presenter.stand(sample.AWAY)
    assert console.says("The server is away. Nothing was noted.")
    assert console.says("Calling needs the server")
    console.wait(lambda: console.client.findChildren(Post) == [])
    real_server.start()
    console.wait(lambda: console.presenter.state.link.live)
    console.wait(lambda: console.says("Call next · 1 waiting"))
    assert journal_of(real_server) == []


@pytest.fixture
def at_work(console: Console, kiosk: Device) -> Console:
    """Maria at desk 3 with A001 called, and A002 and A003 waiting."""
    for _ in range(3):
        kiosk.take()
    console.sign_in()
    console.wait(lambda: console.presenter.state.seat is not None)
    console.press("primary")
    console.wait(lambda: (console.label, console.phase) == ("A001", "called"))
    return console


def journal_of(server: RunningServer) -> list[str]:
    """Return what happened to tickets, in order."""
    with sqlite3.connect(server.data_dir / "queue.db") as database:
        rows = database.execute(
            "SELECT kind FROM journal WHERE ticket IS NOT NULL ORDER BY seq"
        )
        return [kind for (kind,) in rows][3:]


@pytest.mark.slow
def test_a_customer_is_put_on_hold_with_a_reason_and_called_again(
    at_work: Console, real_server: RunningServer
) -> None:
    at_work.press("primary")
    at_work.wait(lambda: at_work.phase == "serving")
    at_work.key(Qt.Key.Key_H)
    at_work.wait(lambda: at_work.window.sees("words"))
    QTest.keyClick(at_work.window.window, Qt.Key.Key_X)
    QTest.keyClick(at_work.window.window, Qt.Key.Key_Return)
    at_work.wait(lambda: at_work.phase == "free")
    at_work.wait(lambda: at_work.says("x"))
    at_work.press("call-held-A001")
    at_work.wait(lambda: (at_work.label, at_work.phase) == ("A001", "called"))
    assert journal_of(real_server) == ["called", "started", "held", "called"]


@pytest.mark.slow
def test_a_customer_on_hold_waits_in_line_again(at_work: Console) -> None:
    at_work.press("primary")
    at_work.press("Hold")
    at_work.press("confirm")
    at_work.press("resume-A001")
    at_work.wait(
        lambda: [t.label for t in at_work.presenter.state.line].count("A001") == 1
    )


@pytest.mark.slow
def test_one_whom_no_desk_serves_any_more_is_shown_and_called(
    console: Console, kiosk: Device, real_server: RunningServer
) -> None:
    console.sign_in()
    console.wait(lambda: console.presenter.state.seat is not None)
    kiosk.take("passports")
    assert not console.window.sees("call-stranded-R001")
    for number in ("3", "4"):
        real_server.run("desk", "set", number, "--queue", "parking")
    console.wait(lambda: console.says("Nobody serves their queue"))
    console.press("call-stranded-R001")
    console.wait(lambda: (console.label, console.phase) == ("R001", "called"))
    console.wait(lambda: not console.says("Nobody serves their queue"))


@pytest.mark.slow
def test_a_customer_is_sent_to_another_queue(
    at_work: Console, real_server: RunningServer
) -> None:
    at_work.press("Transfer")
    at_work.press("answer-passports")
    at_work.wait(lambda: at_work.phase == "free")
    assert journal_of(real_server) == ["called", "transferred"]


@pytest.mark.slow
def test_a_note_is_written_and_shown(at_work: Console) -> None:
    at_work.press("primary")
    at_work.wait(lambda: at_work.phase == "serving")
    at_work.key(Qt.Key.Key_E)
    at_work.wait(lambda: at_work.window.sees("words"))
    QTest.keyClick(at_work.window.window, Qt.Key.Key_Q)
    QTest.keyClick(at_work.window.window, Qt.Key.Key_Return)
    at_work.wait(lambda: at_work.window.sees("noteShown"))
    assert at_work.window.item("noteShown").property("value") == "q"


@pytest.mark.slow
def test_one_is_picked_from_the_list(at_work: Console) -> None:
    at_work.press("NoShow")
    at_work.wait(lambda: at_work.phase == "free")
    third = next(t.id for t in at_work.presenter.state.line if t.label == "A003")
    at_work.press("CallTicket")
    at_work.press(f"answer-{third}")
    at_work.wait(lambda: (at_work.label, at_work.phase) == ("A003", "called"))


@pytest.mark.slow
def test_whoever_walks_in_and_stands_there_is_served_at_once(console: Console) -> None:
    console.sign_in()
    console.press("WalkIn")
    console.press("answer-passports")
    console.press("words")
    QTest.keyClick(console.window.window, Qt.Key.Key_Q)
    console.press("serveNow")
    console.wait(lambda: (console.label, console.phase) == ("R001", "serving"))
    assert console.presenter.state.present is not None
    assert console.presenter.state.present.note == "q"


@pytest.mark.slow
def test_whoever_walks_in_may_be_given_a_number_instead(console: Console) -> None:
    console.sign_in()
    console.press("WalkIn")
    console.press("giveNumber")
    console.wait(lambda: console.says("A001 is their number."))
    assert console.phase == "free"


@pytest.mark.slow
def test_a_break_with_a_return_time_and_back_to_work(console: Console) -> None:
    console.sign_in()
    console.press("Pause")
    console.press("answer-15")
    console.wait(lambda: console.presenter.state.paused)
    desk = console.presenter.state.desk
    assert desk is not None
    assert desk.back_at is not None
    console.press("primary")
    console.wait(lambda: not console.presenter.state.paused)


@pytest.mark.slow
def test_a_free_desk_is_given_the_next_arrival(console: Console, kiosk: Device) -> None:
    console.sign_in()
    console.press("StoreNext")
    console.wait(lambda: console.presenter.state.stored)
    kiosk.take()
    console.wait(lambda: (console.label, console.phase) == ("A001", "called"))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("deed", "said"),
    [
        (["primary"], "A001 has arrived"),
        (["NoShow"], "A001 is missed"),
        (["Transfer", "answer-passports"], "A001 is transferred"),
        (["Cancel", "confirm"], "A001 is cancelled"),
    ],
)
def test_an_act_is_taken_back_within_ten_seconds(
    at_work: Console, deed: list[str], said: str
) -> None:
    for name in deed:
        at_work.press(name)
    at_work.wait(
        lambda: at_work.window.sees("undo") and at_work.window.text("notice") == said
    )
    at_work.press("undo")
    at_work.wait(lambda: (at_work.label, at_work.phase) == ("A001", "called"))


@pytest.mark.slow
# Two windows in one process: Qt may find that one's animations ended with the other's.
@pytest.mark.qt_log_ignore("QUnifiedTimer::stopAnimationDriver", extend=True)
def test_a_call_for_help_reaches_the_other_consoles(
    qtbot: QtBot,
    console: Console,
    real_server: RunningServer,
    network: QNetworkAccessManager,
    tmp_path: Path,
) -> None:
    token = real_server.device("console").token
    other = Console(qtbot, real_server, token, network, tmp_path / "other")
    other.sign_in(4, "Servicer 4")
    console.sign_in()
    console.press("help")
    other.wait(lambda: other.says("Help wanted: Desk 3 · just now"))
    assert other.window.sees("coming-desk-3")
    console.press("help")
    other.wait(lambda: not other.window.sees("help-desk-3"))
    other.close()
