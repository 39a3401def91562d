"""A program in a test that its server does not know yet: its real pairing window, before servers that a test commands."""

from collections.abc import Callable
from datetime import datetime, timedelta
from random import Random

import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from shared.pairing.state import PairingState
from shared.pairing.terms import Shown
from shared.pairing.trust import PUBLIC, Trust
from shared.qt import launch
from shared.qt.backoff import Backoff
from shared.qt.language import Language
from shared.qt.pairing.finder import Finder
from shared.qt.pairing.kept import Paired
from shared.qt.pairing.pairing_view_model import PairingViewModel
from shared.qt.pairing.presenter import Pace, PairingPresenter
from shared.qt.pairing.window import WINDOW
from shared.qt.robot import items_below
from shared.qt.settings import Size, ThemeMode
from shared.wire import codec, routes
from shared.wire.finding import FoundServer
from shared.wire.messages import Problem, Role
from shared.wire.pairing import AskToPair, Pairing, PairingAsked, PairingStatus
from tests.qt.fake_server import FakeServer, Heard, Reply
from tests.qt.window import PATIENCE_MS
from tests.shared.pairings import NOW

PORTRAIT = Size(1080, 1920)
QUICK = Pace(tick_ms=10, poll_ms=10, recheck_ms=20)
UNKNOWN = Problem(
    type="unauthenticated", title="No", status=401, detail="A token is needed."
)
CODES = ("7K4M2XQ9", "A2B3C4D5", "WXYZ2345")


class QuietFinder(Finder):
    """Finds what a test says, and listens to no network."""

    def start(self) -> None:
        """Hear nobody."""

    def stop(self) -> None:
        """Hear nobody any more."""

    def hear(self, *servers: FoundServer) -> None:
        """Let these be the servers of the network."""
        self.changed.emit(list(servers))


class PairingDesk:
    """Gives codes as the real server does, and lets a test approve and refuse; whoever has no secret hears nothing."""

    def __init__(self, server: FakeServer) -> None:
        self.asked: list[AskToPair] = []
        self.secrets: list[str] = []
        self.stands = Pairing(status=PairingStatus.PENDING)
        self.language = ""
        self._server = server
        server.acts["GET", routes.OWN_DEVICE] = lambda _heard: Reply(401, UNKNOWN)
        server.acts["POST", routes.PAIRINGS] = self._ask
        for number in range(len(CODES)):
            server.acts["GET", routes.pairing(f"p{number}")] = self._hear

    def _ask(self, heard: Heard) -> Reply:
        number = len(self.asked)
        self.asked.append(codec.decode(heard.body, AskToPair))
        self.stands = Pairing(status=PairingStatus.PENDING)
        given = PairingAsked(
            id=f"p{number}",
            code=CODES[number],
            secret=f"secret-{number}",
            expires_at=NOW + timedelta(minutes=10),
            language=self.language,
        )
        return Reply(201, given)

    def _hear(self, heard: Heard) -> Reply:
        secret = str(heard.headers["Authorization"])
        if secret != f"Bearer secret-{heard.path[-1]}":
            return Reply(401, UNKNOWN)
        return Reply(200, self.stands)

    def approve(self, name: str = "Entrance", desk: int | None = None) -> None:
        """Say yes to whoever asked last."""
        self.stands = Pairing(
            status=PairingStatus.APPROVED, token="the token", name=name, desk=desk
        )

    def refuse(self) -> None:
        """Say no."""
        self.stands = Pairing(status=PairingStatus.REFUSED)


class PairingStand:
    """The pairing window and everything behind it but the network."""

    def __init__(
        self,
        state: PairingState,
        *,
        size: Size = PORTRAIT,
        trust: Trust = PUBLIC,
        known: Paired | None = None,
        pace: Pace = QUICK,
    ) -> None:
        self._engine = launch.make_engine([], ThemeMode.LIGHT)
        launch.stand_still(self._engine)
        self.language = Language(self._engine, [], "en")
        self.clock = [NOW]
        self.view_model = PairingViewModel(locked=True)
        self.finder = QuietFinder()
        self.paired: list[Paired] = []
        self.met: list[str] = []
        self.presenter = PairingPresenter(
            self.view_model,
            self.finder,
            state,
            AskToPair(role=Role.KIOSK, name="vm", version="1.4"),
            now=self._now,
            trust=trust,
            known=known,
            speak=self.language.switch,
            pace=pace,
            backoff=Backoff(Random(7), first_s=(0.01, 0.02), least_s=0.01, most_s=0.05),
        )
        self.presenter.paired.connect(self.paired.append)
        self.presenter.met.connect(self.met.append)
        module, type_name = WINDOW
        self.window: QQuickWindow = launch.load_window(
            self._engine, module, type_name, {"pairing": self.view_model}
        )
        self.window.resize(size.width, size.height)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window, PATIENCE_MS)
        self.presenter.open()

    def _now(self) -> datetime:
        return self.clock[0]

    def wait(self, seconds: float) -> None:
        """Let so much time pass on the machine's clock."""
        self.clock[0] += timedelta(seconds=seconds)

    def shows(self, screen: Shown) -> Callable[[], bool]:
        """Return what tells whether it shows this screen."""
        return lambda: self.view_model.props.shown is screen

    def find(self, name: str) -> QQuickItem | None:
        """Return the visible item of this name, if there is one."""
        items = items_below(self.window.contentItem())
        return next(
            (i for i in items if i.objectName() == name and i.isVisible()), None
        )

    def text(self, name: str) -> str:
        """Return what the item of this name says; nothing while it is not there."""
        item = self.find(name)
        return "" if item is None else str(item.property("text"))

    def press(self, name: str) -> None:
        """Press an item with a finger."""
        for placed in items_below(self.window.contentItem()):
            placed.ensurePolished()
        item = self.find(name)
        assert item is not None, name
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        QTest.mouseClick(
            self.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(round(middle.x()), round(middle.y())),
        )

    def close(self) -> None:
        """End it."""
        self.language.switch("en")
        shiboken6.delete(self.presenter)
        shiboken6.delete(self._engine)
        QCoreApplication.processEvents()
