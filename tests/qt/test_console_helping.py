"""The console and whoever needs somebody: a colleague, a manager who calls everybody; who comes; what a desk was lent."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from servicer import app, gallery
from shared.qt.settings import Size
from tests.qt.console_stand import Console
from tests.qt.window import Shown
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer

LANGUAGES = ["en", "de", "es", "fr", "ar"]
SMALL = Size(360, 220)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A running server with two desks, where Maria is not the only one."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up(desks=2)
    server.start()
    server.run("queue", "add", "bills", "--letter", "L", "--name", "Pay a bill")
    yield server
    server.leave()


@pytest.fixture
def console(
    qtbot: QtBot, server: RunningServer, network: QNetworkAccessManager, tmp_path: Path
) -> Iterator[Console]:
    """Maria's console at desk 3."""
    token = server.device("console").token
    console = Console(qtbot, server, token, network, tmp_path / "state")
    console.sign_in()
    console.wait(lambda: console.presenter.state.seat is not None)
    yield console
    console.close()


@pytest.fixture
def colleague(server: RunningServer) -> Device:
    """The console of desk 4, at which somebody sits."""
    console = server.device("console")
    console.sign_in(desk=4, servicer="Servicer 4")
    return console


@pytest.fixture
def manager(server: RunningServer) -> Device:
    """A manager's program."""
    return server.device("manager")


@pytest.mark.slow
def test_somebody_goes_to_a_colleague_who_calls_for_help(
    console: Console, colleague: Device
) -> None:
    assert colleague.post("/desks/4/help", {"wanted": True}).ok
    console.wait(lambda: console.window.sees("coming-desk-4"))
    assert not console.window.sees("helped-desk-4")
    console.press("coming-desk-4")
    console.wait(lambda: console.says("You are going"))
    desk = colleague.get("/desks/4").json()
    assert desk["helper"] == {"name": "Maria", "desk": 3}
    console.press("helped-desk-4")
    console.wait(lambda: not console.window.sees("help-desk-4"))
    assert colleague.get("/desks/4").json()["help_since"] is None


@pytest.mark.slow
def test_whoever_calls_for_help_reads_who_comes(
    console: Console, colleague: Device, manager: Device
) -> None:
    console.press("help")
    console.wait(lambda: console.presenter.state.helped)
    assert not console.window.sees("helper")
    assert colleague.post("/desks/3/help/coming").ok
    console.wait(lambda: console.says("Servicer 4 is coming"))
    assert manager.post("/desks/3/help/coming").ok
    console.wait(lambda: not console.says("Servicer 4 is coming"))
    assert console.says("Manager")
    console.press("help")
    console.wait(lambda: not console.window.sees("helper"))


@pytest.mark.slow
def test_a_managers_call_is_heard_and_ends_when_enough_have_come(
    console: Console, manager: Device
) -> None:
    assert manager.post("/staff-call", {"reason": "At the entrance, please"}).ok
    console.wait(lambda: console.window.sees("staffCall"))
    assert console.says("At the entrance, please · just now")
    assert console.alerts == ["look up"]
    console.press("enoughStaff")
    console.wait(lambda: not console.window.sees("staffCall"))
    assert manager.get("/branch").json()["staff_call"] is None


@pytest.mark.slow
def test_a_desk_sees_what_it_is_lent_until_it_is_taken_back(
    console: Console, manager: Device
) -> None:
    assert manager.post("/desks/3/lend", {"queue": "bills"}).ok
    console.wait(lambda: console.window.sees("lent"))
    assert console.window.text("lent") == "Lent to you until the day ends"
    assert manager.post("/desks/3/take-back", {"queue": "bills"}).ok
    console.wait(lambda: not console.window.sees("lent"))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("staff-call", "Mara"),
        ("staff-call-serving", "Mara"),
        ("helper-coming", "Tomás"),
        ("helper-coming-manager", "Mara"),
    ],
)
def test_who_calls_and_who_comes_is_read_in_the_small_window_too(
    state: str, said: str, language: str
) -> None:
    scene = gallery.screens(language)[state]
    with Shown(app, scene, size=SMALL, language=language) as window:
        second = window.item("second")
        assert said in window.text("second")
        assert second.property("truncated") is False
