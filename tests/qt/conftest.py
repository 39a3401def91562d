"""An offscreen platform whose screen is large enough for every window, and a server to talk to."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6

import shared.qt

SCREEN = Path(shared.qt.__file__).parent / "offscreen.json"
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"

from PySide6.QtGui import QGuiApplication  # the platform is chosen before Qt loads
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from shared.qt import launch, sample
from shared.qt.network import Target
from tests.qt.fake_server import FakeServer
from tests.qt.window import PATIENCE_MS

TOKEN = "kiosk-token"


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The programs have no widgets."""
    launch.prepare_environment()
    return QGuiApplication


@pytest.fixture(scope="session", autouse=True)
def fonts(qapp: QGuiApplication) -> None:
    """The bundled fonts, as in the programs."""
    launch.load_fonts()


class PatientBot(QtBot):
    """Waits for what it waits for, also on a busy machine; a long limit costs nothing where it comes."""

    def waitUntil(  # noqa: N802 - Qt's style
        self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE_MS
    ) -> None:
        """Let the window work until this is so."""
        super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QGuiApplication, request: pytest.FixtureRequest) -> QtBot:
    """A hand that works at windows and waits for them."""
    return PatientBot(request)


@pytest.fixture
def server() -> Iterator[FakeServer]:
    """A server with three queues that so far has no acts."""
    with FakeServer(sample.snapshot()) as running:
        yield running


@pytest.fixture
def network(qtbot: QtBot) -> Iterator[QNetworkAccessManager]:
    """A network manager that ends with the test."""
    manager = QNetworkAccessManager()
    yield manager
    # Now, and not in the next test's event loop: what is still under way ends with it.
    shiboken6.delete(manager)


@pytest.fixture
def target(server: FakeServer) -> Target:
    """The server and a token for it."""
    return Target(server.url, TOKEN)
