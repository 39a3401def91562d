"""A kiosk standing in a test: its real window, wired as in the program, before a server that a test commands."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

import shiboken6
import zxingcpp
from PIL import Image
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk import app
from kiosk.asking import asking_in
from kiosk.helping import Helping
from kiosk.paper.clerk import PaperClerk
from kiosk.paper.known import known_printer
from kiosk.paper.press import Press
from kiosk.paper.printer import Patience as PrinterPatience
from kiosk.paper.printer import Printer
from kiosk.paper.words import Wording
from kiosk.phone_code import PhoneCode
from kiosk.presenter import Pace, Presenter
from kiosk.ruler import Ruler
from kiosk.staff import StaffDoor
from kiosk.terms import Shown
from kiosk.viewmodels.views import Views
from shared.qt import launch, sample
from shared.qt.backoff import Backoff
from shared.qt.client import Client
from shared.qt.events import EventStream, Patience
from shared.qt.follow import follow
from shared.qt.language import Language
from shared.qt.network import Target
from shared.qt.robot import items_below
from shared.qt.settings import Size, ThemeMode
from shared.qt.summons import Summons
from shared.wire import codec, routes
from shared.wire.messages import Ticket
from shared.wire.requests import TakeNumber
from tests.qt.fake_server import FakeServer, Heard, Reply
from tests.qt.window import PATIENCE_MS

PORTRAIT = Size(1080, 1920)
USUAL_PACE = Pace()
USUAL_PATIENCE = Patience()
PATIENT = PrinterPatience(question_s=20, ticket_s=20)


def at_once() -> Backoff:
    """Return a backoff that hardly waits."""
    return Backoff(Random(7), first_s=(0.01, 0.02), least_s=0.01, most_s=0.05)


class Counter:
    """Gives numbers as the real server does: the same key, the same ticket."""

    def __init__(self) -> None:
        self.given: dict[str, Ticket] = {}

    def __call__(self, heard: Heard) -> Reply:
        wish = codec.decode(heard.body, TakeNumber)
        queue = next(q for q in sample.SIX_QUEUES if q.slug == wish.queue)
        assert heard.key is not None
        if heard.key not in self.given:
            number = 107 + len(self.given)
            self.given[heard.key] = sample.ticket(
                number, queue=queue, estimate=sample.minutes(8, 14)
            )
        return Reply(201, self.given[heard.key])


class KioskStand:
    """The kiosk's window and everything behind it but the server; `summoned` as in the program, which asks the server who it is."""

    def __init__(
        self,
        target: Target,
        network: QNetworkAccessManager,
        state_dir: Path,
        *,
        size: Size = PORTRAIT,
        pace: Pace = USUAL_PACE,
        patience: Patience = USUAL_PATIENCE,
        now: Callable[[], datetime] = lambda: sample.NOW,
        printer: str = "",
        printer_patience: PrinterPatience = PATIENT,
        pin: str = "",
        lock_ms: int = 30_000,
        locked: bool = False,
        summoned: bool = False,
    ) -> None:
        folder, module, type_name = app.QML
        self._engine = launch.make_engine([folder], ThemeMode.LIGHT)
        launch.stand_still(self._engine)
        self.language = Language(self._engine, [folder.parent / "i18n"], "en")
        self.ended: list[bool] = []
        self.views = Views.make(
            speaks=True, has_door=pin != "", prints=printer != "", locked=locked
        )
        client = self._client = Client(
            target, network, timeout_ms=PATIENCE_MS, backoff=at_once
        )
        self.stream = EventStream(target, network, patience=patience, backoff=at_once())
        self.presenter = Presenter(
            self.views,
            client,
            asking_in(state_dir, client, now, again_ms=10),
            now=now,
            speak=self.language.switch,
            pace=pace,
            prints=printer != "",
        )
        self._code = PhoneCode(self.presenter, client)
        self._helping = Helping(self.views, self.presenter, client)
        if summoned:
            summons = Summons(
                client, self.stream, self.views.device, chime=lambda: None
            )
            summons.told.connect(self.presenter.recognise)
        self._door = StaffDoor(
            self.views,
            self.presenter,
            Ruler(state_dir),
            pin,
            lambda: self.ended.append(True),
            lock_ms=lock_ms,
        )
        if printer:
            known = known_printer(printer, state_dir)
            printing = Printer(printer, patience=printer_patience, known=known)
            press = Press(printing, client)
            self._clerk = PaperClerk(self.presenter, press, self.views, Wording())
        follow(self.stream, self.presenter)
        self.window: QQuickWindow = launch.load_window(
            self._engine, module, type_name, self.views.properties()
        )
        self.window.resize(size.width, size.height)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window, PATIENCE_MS)
        self.presenter.open()
        self.stream.start()

    @property
    def screen(self) -> Shown:
        """Which screen it shows."""
        return self.views.kiosk.props.screen

    def shows(self, screen: Shown) -> bool:
        """Return whether it shows this screen now."""
        return self.screen is screen

    def find(self, name: str) -> QQuickItem | None:
        """Return the visible item of this name, if there is one."""
        items = items_below(self.window.contentItem())
        return next(
            (i for i in items if i.objectName() == name and i.isVisible()), None
        )

    def sees(self, name: str) -> bool:
        """Return whether an item of this name is visible."""
        return self.find(name) is not None

    def text(self, name: str) -> str:
        """Return what the item of this name says; nothing while it is not there."""
        item = self.find(name)
        return "" if item is None else str(item.property("text"))

    def texts(self) -> str:
        """Return all that can be read, a line for each text."""
        items = items_below(self.window.contentItem())
        shown = (str(i.property("text") or "") for i in items if i.isVisible())
        return "\n".join(filter(None, shown))

    def says(self, words: str) -> bool:
        """Return whether some visible text holds these words."""
        return words in self.texts()

    def middle(self, name: str) -> QPointF:
        """Return where the middle of an item is, once everything is in its place."""
        for placed in items_below(self.window.contentItem()):
            placed.ensurePolished()
        item = self.find(name)
        assert item is not None, name
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))

    def press(self, name: str, times: int = 1) -> None:
        """Press an item with a finger."""
        middle = self.middle(name)
        for _ in range(times):
            QTest.mouseClick(
                self.window,
                Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier,
                QPoint(round(middle.x()), round(middle.y())),
            )

    def picture(self) -> QImage:
        """Return what is painted."""
        return self.window.grabWindow()

    def scanned(self) -> list[str]:
        """Return what a phone's camera reads from the screen."""
        return read_codes(self.picture())

    def close(self) -> None:
        """End it, as a crash does: nothing is tidied away."""
        if not shiboken6.isValid(self._engine):
            return
        self.language.switch("en")
        self.stream.stop()
        # A failed test holds on to what it used: no timer may ring once the window is gone.
        shiboken6.delete(self.presenter)
        shiboken6.delete(self._client)
        shiboken6.delete(self._engine)
        QCoreApplication.processEvents()


def read_codes(image: QImage) -> list[str]:
    """Return the text of every QR code in a picture."""
    rgb = image.convertToFormat(QImage.Format.Format_RGB888)
    size = (rgb.width(), rgb.height())
    pixels = bytes(rgb.constBits())
    picture = Image.frombytes("RGB", size, pixels, "raw", "RGB", rgb.bytesPerLine())
    return [code.text for code in zxingcpp.read_barcodes(picture)]


def with_counter(server: FakeServer) -> Counter:
    """Let the server give numbers."""
    counter = Counter()
    server.acts["POST", routes.TICKETS] = counter
    return counter
