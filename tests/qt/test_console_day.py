"""A servicer's day, by the keyboard alone."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from tests.qt.console_stand import Console
from tests.server.conftest import free_port
from tests.serving import RunningServer

CUSTOMERS = 400 if os.environ.get("HYPOTHESIS_PROFILE") == "nightly" else 15


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A running server on which nobody has to wait before calling again."""
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up()
    server.run("queue", "set", "parking", "--max-waiting", "0")
    server.start()
    yield server
    server.stop()


@pytest.mark.slow
def test_a_whole_day_is_worked_by_the_keyboard_alone(
    qtbot: QtBot,
    server: RunningServer,
    network: QNetworkAccessManager,
    tmp_path: Path,
) -> None:
    """`HYPOTHESIS_PROFILE=nightly` lets 400 customers come."""
    kiosk = server.device("kiosk")
    for _ in range(CUSTOMERS):
        kiosk.take()
    token = server.device("console").token
    console = Console(qtbot, server, token, network, tmp_path / "state")
    console.sign_in()
    console.wait(
        lambda: (
            console.presenter.state.seat is not None
            and len(console.presenter.state.line) == CUSTOMERS
        )
    )
    served, missed = 0, 0
    for number in range(1, CUSTOMERS + 1):
        console.key(Qt.Key.Key_Return)
        console.wait(
            lambda label=f"A{number:03d}": (  # type: ignore[misc]
                (console.label, console.phase) == (label, "called")
            )
        )
        if number % 10 == 0:
            console.key(Qt.Key.Key_M)
            missed += 1
        else:
            console.key(Qt.Key.Key_Return)
            console.wait(lambda: console.phase == "serving")
            console.key(Qt.Key.Key_D)
            served += 1
        console.wait(lambda: console.phase == "free")
    console.close()
    report = json.loads(server.run("report", "--json"))
    assert (report["served"], report["missed"]) == (served, missed)
    server.run("check")
