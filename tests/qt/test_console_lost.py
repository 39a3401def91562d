"""A console whose server is somewhere else now: it says so, and may look for it, without losing what it was paired with."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from servicer import app, gallery
from servicer.presenter import LOST_MS
from shared.pairing.steps import Searching
from shared.pairing.terms import Face
from shared.qt import sample
from shared.qt.pairing.kept import Paired
from shared.qt.pairing.life import beginning
from shared.qt.settings import Settings, Size
from shared.wire.finding import FoundServer
from tests.qt.console_stand import Console
from tests.qt.fake_server import FakeServer
from tests.qt.pairing_stand import PairingDesk, PairingStand
from tests.qt.window import Shown
from tests.shared.pairings import NOW


def test_a_console_that_misses_its_server_for_long_offers_to_find_it_again(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    server.muted = True
    console = Console(qtbot, server, "token", network, tmp_path, lost_ms=1)
    wanted: list[bool] = []
    console.views.console.findWanted.connect(lambda: wanted.append(True))
    console.press("find-server")
    console.wait(lambda: wanted == [True])
    # It goes on by itself all the same.
    console.presenter.stand(sample.LIVE)
    console.presenter.begin(sample.snapshot())
    console.wait(lambda: console.window.sees("greeting"))
    assert not console.window.sees("find-server")
    # And says so again, where it is away at the sign-in.
    console.presenter.stand(sample.AWAY)
    console.wait(lambda: console.window.sees("find-server"))
    console.close()


def test_a_start_that_only_takes_its_time_offers_nothing(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    server.muted = True
    console = Console(qtbot, server, "token", network, tmp_path)
    console.wait(lambda: console.says("Connecting to the server …"))
    assert not console.window.sees("find-server")
    assert LOST_MS == 60_000
    console.close()


@pytest.mark.parametrize("size", [Size(1100, 720), Size(360, 220)], ids=str)
def test_a_server_that_was_given_by_hand_is_looked_for_nowhere_else(
    qtbot: QtBot, size: Size
) -> None:
    lost = gallery.screens("en")["server-lost"]
    with Shown(app, lost, size=size) as window:
        assert window.sees("find-server")
    from servicer.viewmodels.views import Views

    class Given:
        QML = app.QML

        @staticmethod
        def still(state: Any) -> Any:
            views = Views.make(may_find=False)
            views.become(state, sample.NOW)
            return views.properties()

    with Shown(Given, lost, size=size) as window:
        assert not window.sees("find-server")


def test_its_token_goes_to_no_other_server_and_is_kept_until_one_approves(
    qtbot: QtBot, server: FakeServer
) -> None:
    kept = Paired("http://127.0.0.1:9", "the old token", lost=True)
    state = beginning(Face.Console, NOW, "en", kept, Settings())
    assert isinstance(state.step, Searching)
    desk = PairingDesk(server)
    stand = PairingStand(state, known=kept)
    stand.finder.hear(FoundServer(server.url, "Hall"))
    stand.wait(3)
    qtbot.waitUntil(lambda: len(desk.asked) == 1)
    assert stand.paired == []
    desk.approve()
    qtbot.waitUntil(lambda: bool(stand.view_model.props.name))
    stand.wait(3)
    qtbot.waitUntil(lambda: len(stand.paired) == 1)
    assert stand.paired[0].token == "the token"
    assert not any("the old token" in str(each.headers) for each in server.heard)
    stand.close()
