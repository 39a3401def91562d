"""The language of the windows, switched while they are shown."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

SOURCE = "en"
"""The language that the texts are written in."""


class Language:
    """Translates every text, sets its direction, and tells QML as `Qt.uiLanguage`."""

    def __init__(
        self, engine: QQmlEngine, folders: Sequence[Path], first: str | None
    ) -> None:
        self._engine = engine
        self._folders = folders
        self._translators: list[QTranslator] = []
        self.code = SOURCE
        self.switch(first or SOURCE)

    def switch(self, code: str) -> None:
        """Show everything in this language; texts without a translation stay in English."""
        self.code = code
        for translator in self._translators:
            QCoreApplication.removeTranslator(translator)
        self._translators = [
            found
            for folder in self._folders
            if (found := load(folder, code)) is not None
        ]
        for translator in self._translators:
            QCoreApplication.installTranslator(translator)
        QGuiApplication.setLayoutDirection(QLocale(code).textDirection())
        self._engine.setUiLanguage(code)
        self._engine.retranslate()


def load(folder: Path, code: str) -> QTranslator | None:
    """Return the folder's translation into a language, or None when it has none."""
    translator = QTranslator()
    return translator if translator.load(str(folder / f"{code}.qm")) else None
