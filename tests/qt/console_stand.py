"""A console put together as its program does, before a real server, for tests to work at."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from servicer import app
from servicer.kept import act_keeper, memory
from servicer.presenter import LOST_MS, Presenter
from servicer.viewmodels.views import Views
from shared.qt.client import Client
from shared.qt.events import EventStream, utc_now
from shared.qt.follow import follow
from shared.qt.network import Target
from shared.qt.settings import Size
from tests.qt.fake_server import FakeServer
from tests.qt.window import PATIENCE_MS, Shown
from tests.serving import RunningServer

PIN = "482913"


class LiveApp:
    """The console's window over view models that live."""

    QML = app.QML

    def __init__(self, views: Views) -> None:
        self._views = views

    def still(self, _scene: object) -> dict[str, QObject]:
        return self._views.properties()


class Console:
    """A console's window, its presenter and its connection, as `servicer.app` puts them together."""

    def __init__(
        self,
        qtbot: QtBot,
        server: RunningServer | FakeServer,
        token: str,
        network: QNetworkAccessManager,
        state_dir: Path,
        language: str = "en",
        lost_ms: int = LOST_MS,
    ) -> None:
        self._qtbot = qtbot
        self._open = True
        self.token = token
        target = Target(server.url, token)
        self.views = Views.make()
        self.alerts: list[str] = []
        self.client = Client(target, network, timeout_ms=PATIENCE_MS)
        self.stream = EventStream(target, network)
        self.presenter = Presenter(
            self.views,
            self.client,
            act_keeper(state_dir),
            memory(state_dir),
            now=utc_now,
            language=language,
            lost_ms=lost_ms,
            alert=lambda: self.alerts.append("look up"),
            speak=self.speak,
        )
        follow(self.stream, self.presenter)
        self.window = Shown(LiveApp(self.views), None, size=Size(1100, 720))
        self.presenter.open()
        self.stream.start()

    def speak(self, code: str) -> None:
        """Switch the window to another language."""
        self.window.speak(code)

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the window work until this is so."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def sign_in(self, desk: int = 3, servicer: str = "Maria", pin: str = PIN) -> None:
        """Sit down by tapping desk and name and typing the PIN."""
        self.window.window.requestActivate()
        self.wait(self.window.window.isActive)
        self.wait(lambda: self.window.sees("greeting"))
        if not self.window.sees("pin"):
            self.press(f"desk-{desk}")
            self.press(f"servicer-{servicer}")
        self.wait(lambda: self.window.sees("pin"))
        for digit in pin:
            QTest.keyClick(self.window.window, Qt.Key(ord(digit)))
        self.press("signIn")

    def press(self, name: str) -> None:
        """Press a button, as soon as it is there and enabled."""
        self.wait(lambda: self.window.sees(name) and self.window.item(name).isEnabled())
        if name == "primary":
            self.wait(lambda: bool(self.views.desk.property("primaryListening")))
        places = [QPointF(-1, -1)]

        def stands_still() -> bool:
            item = self.window.item(name)
            middle = QPointF(item.width() / 2, item.height() / 2)
            places.append(item.mapToScene(middle))
            return places[-1] == places[-2]

        self.wait(stands_still)
        middle = places[-1]
        QTest.mouseClick(
            self.window.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(round(middle.x()), round(middle.y())),
        )

    def says(self, text: str) -> bool:
        """Return whether the window says this anywhere."""
        return any(
            item.isVisible() and item.property("text") == text
            for item in self.window.items()
        )

    def key(self, key: Qt.Key) -> None:
        """Press a key together with Ctrl, as soon as it is more than the second half of a double click."""
        self.wait(lambda: bool(self.views.desk.property("primaryListening")))
        QTest.keyClick(self.window.window, key, Qt.KeyboardModifier.ControlModifier)

    @property
    def label(self) -> str:
        """Who is at the desk."""
        return str(self.views.desk.property("label"))

    @property
    def phase(self) -> str:
        """How the desk stands with its customer."""
        state = self.presenter.state.present
        return "free" if state is None else state.state.value

    def close(self) -> None:
        """Let go of everything."""
        if self._open:
            self._open = False
            self.stream.stop()
            self.presenter.close()
            self.window.__exit__()
