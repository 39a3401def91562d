"""A program's window for a test, showing one state for good."""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol, Self

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from shared.pairing.state import PairingState
from shared.qt import launch
from shared.qt.language import Language
from shared.qt.pairing import window as pairing
from shared.qt.robot import items_below
from shared.qt.settings import Size, ThemeMode

FULL_HD = Size(1920, 1080)
PATIENCE_MS = 30_000


class App(Protocol):
    """What a program's app module offers for pictures."""

    QML: Any
    still: Any


class Shown:
    """The window of a program, showing a state of its gallery."""

    def __init__(
        self,
        app: App | Any,
        scene: object,
        *,
        size: Size = FULL_HD,
        theme: ThemeMode = ThemeMode.DARK,
        language: str = "en",
        translator: QTranslator | None = None,
        still: bool = True,
    ) -> None:
        folder, module, type_name = app.QML
        if isinstance(scene, PairingState):
            module, type_name = pairing.WINDOW
        self._engine = launch.make_engine([folder], theme)
        if still:
            launch.stand_still(self._engine)
        self._language = Language(self._engine, [folder.parent / "i18n"], language)
        # Only now: the engine's own thread asks a translator while Python waits for the engine.
        self._translator = translator
        if translator is not None:
            QCoreApplication.installTranslator(translator)
        self.models: Mapping[str, QObject] = (
            pairing.still(scene)
            if isinstance(scene, PairingState)
            else app.still(scene)
        )
        self.window: QQuickWindow = launch.load_window(
            self._engine, module, type_name, self.models
        )
        self.window.resize(size.width, size.height)
        self.window.show()
        assert QTest.qWaitForWindowExposed(self.window, PATIENCE_MS)

    def resize(self, size: Size) -> None:
        """Give the window another size."""
        self.window.resize(size.width, size.height)
        QCoreApplication.processEvents()

    def speak(self, language: str) -> None:
        """Switch to another language."""
        self._language.switch(language)

    def items(self) -> Iterator[QQuickItem]:
        """Yield every item of the window."""
        return items_below(self.window.contentItem())

    def item(self, name: str) -> QQuickItem:
        """Return the visible item of this name."""
        return next(
            item
            for item in self.items()
            if item.objectName() == name and item.isVisible()
        )

    def text(self, name: str) -> str:
        """Return what the item of this name says."""
        return str(self.item(name).property("text"))

    def sees(self, name: str) -> bool:
        """Return whether an item of this name is visible."""
        return any(i.objectName() == name and i.isVisible() for i in self.items())

    def picture(self) -> QImage:
        """Return what is painted."""
        return self.window.grabWindow()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._language.close()
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
        shiboken6.delete(self._engine)
        QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
