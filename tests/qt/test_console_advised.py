"""A desk that has nobody is asked to serve a queue in which newcomers wait too long, does so or not, and goes back: two windows at a real server."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from server.usecases.setup import SetBranch, SetDesk, SetQueue
from tests.qt.console_stand import Console
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow

Open = Callable[[int, str], Console]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A running server where desk 3 serves parking in ten minutes each and desk 4 passports in one; nobody should wait longer than ten."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up(desks=2)
    server.do(SetBranch(settings={"target_minutes": 10}))
    server.do(SetDesk(number=3, queues=("parking",)))
    server.do(SetDesk(number=4, queues=("passports",)))
    for slug, minutes in {"parking": 10, "passports": 1}.items():
        server.do(SetQueue(slug=slug, settings={"expected_minutes": minutes}))
    server.start()
    yield server
    server.leave()


@pytest.fixture
def sits(
    qtbot: QtBot, server: RunningServer, network: QNetworkAccessManager, tmp_path: Path
) -> Iterator[Open]:
    """Opens a console at a desk, with somebody signed in."""
    consoles = []

    def sits(desk: int, servicer: str) -> Console:
        token = server.device("console").token
        console = Console(qtbot, server, token, network, tmp_path / f"desk-{desk}")
        consoles.append(console)
        console.sign_in(desk, servicer)
        console.wait(lambda: console.presenter.state.seat is not None)
        return console

    yield sits
    for console in consoles:
        console.close()


@pytest.fixture
def crowd(server: RunningServer) -> list[tuple[Device, int]]:
    """Six who took a number for parking."""
    kiosk = server.device("kiosk")
    return [(kiosk, kiosk.take()["id"]) for _ in range(6)]


def waiting(console: Console) -> int:
    return int(console.views.desk.property("waiting"))


def test_a_free_desk_serves_a_crowded_queue_too_and_gives_it_back(
    sits: Open, server: RunningServer, crowd: list[tuple[Device, int]]
) -> None:
    maria, jose = sits(3, "Maria"), sits(4, "Servicer 4")
    manager = server.device("manager")
    maria.press("primary")
    maria.wait(lambda: waiting(maria) == 5)
    jose.wait(lambda: jose.window.sees("advice-parking"))
    assert jose.says("One more desk on Parking permits")
    row = jose.presenter.state.advice.more[0]
    assert (row.desk, row.before_s > 600, row.after_s < row.before_s) == (4, True, True)
    assert not maria.window.sees("advice-parking"), "it is about the other desk"
    assert not maria.window.sees("reason"), "which helps"
    jose.press("follow-parking")
    jose.wait(lambda: waiting(jose) == 5)
    jose.wait(lambda: not jose.window.sees("advice-parking"))
    assert jose.alerts == [], "José knows that somebody waits there"
    jose.press("primary")
    jose.wait(lambda: jose.label != "")
    maria.wait(lambda: waiting(maria) == 4)
    jose.press("giveBack-parking")
    jose.wait(lambda: not jose.window.sees("giveBack-parking"))
    assert jose.presenter.state.my_queues == ("passports",)
    made = manager.get("/changes").json()["changes"]
    assert [change["by"] for change in made[:2]] == ["Servicer 4", "Servicer 4"]


def test_what_is_not_wanted_now_is_asked_again_when_it_is_wanted_anew(
    sits: Open, server: RunningServer, crowd: list[tuple[Device, int]]
) -> None:
    jose = sits(4, "Servicer 4")
    maria = server.device("console")
    maria.sign_in()
    crowd[0][0].take("passports")
    jose.press("primary")
    jose.wait(lambda: jose.phase == "called")
    jose.wait(lambda: jose.window.sees("decline-parking"))
    by_tab = Qt.FocusReason.TabFocusReason
    jose.window.item("decline-parking").forceActiveFocus(by_tab)
    QTest.keyClick(jose.window.window, Qt.Key.Key_Return)
    jose.wait(lambda: not jose.window.sees("advice-parking"))
    assert jose.window.window.activeFocusItem().objectName() == "primary"
    # The server has heard of it: it would ask another desk, were there one.
    jose.wait(lambda: jose.presenter.state.advice.more == [])
    assert jose.presenter.state.advice.too_long
    for _, ticket in crowd:
        assert maria.post(f"/tickets/{ticket}/call").ok
        assert maria.post(f"/tickets/{ticket}/cancel").ok
    jose.wait(lambda: jose.presenter.state.advice.too_long == [])
    assert not jose.window.sees("advice-parking")
    for _ in range(6):
        crowd[0][0].take()
    jose.wait(lambda: jose.window.sees("advice-parking"))
    # A manager was quicker: the card goes, and comes no more while the desk serves the queue.
    manager = server.device("manager")
    assert manager.post("/desks/4/lend", {"queue": "parking"}).ok
    jose.wait(lambda: not jose.window.sees("advice-parking"))
    jose.wait(lambda: jose.window.sees("giveBack-parking"))
    assert manager.post("/desks/4/take-back", {"queue": "parking"}).ok
    jose.wait(lambda: jose.window.sees("advice-parking"))
    assert not jose.window.sees("giveBack-parking")


def test_where_nobody_could_help_the_call_for_help_says_why(
    sits: Open, crowd: list[tuple[Device, int]]
) -> None:
    maria = sits(3, "Maria")
    maria.wait(lambda: maria.window.sees("reason"))
    assert maria.window.text("reason").startswith("newcomers wait ")
    maria.press("help")
    maria.wait(lambda: maria.presenter.state.helped)
    maria.wait(lambda: not maria.window.sees("reason"))
    assert maria.says("Stop calling for help")
