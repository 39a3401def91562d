"""What the installer set, as QML sees it."""

import logging
from pathlib import Path

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from display.options import Options

QML_IMPORT_NAME = "Display.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

PICTURES = (".jpg", ".jpeg", ".png", ".svg", ".webp", ".gif", ".bmp")


@QmlElement
class DisplaySettings(QObject):
    """The room, and the pictures that are shown in it; read once, when the program starts."""

    settingsChanged = Signal()

    def __init__(self, options: Options | None = None) -> None:
        super().__init__()
        self._options = options or Options()
        self._pictures = pictures_in(self._options.media)

    @Property(float, notify=settingsChanged)
    def diagonal(self) -> float:
        return self._options.diagonal_in

    @Property(float, notify=settingsChanged)
    def distance(self) -> float:
        return self._options.distance_m

    @Property(bool, notify=settingsChanged)
    def columns(self) -> bool:
        return self._options.columns

    @Property(int, notify=settingsChanged)
    def pictureCount(self) -> int:
        return len(self._pictures)

    @Slot(int, result=str)
    def pictureAt(self, place: int) -> str:
        return self._pictures[place % len(self._pictures)] if self._pictures else ""


def pictures_in(folder: Path | None) -> list[str]:
    """Return the addresses of a folder's pictures, in the order of their names."""
    if folder is None:
        return []
    found = [
        QUrl.fromLocalFile(str(file.absolute())).toString()
        for file in sorted(folder.iterdir())
        if file.suffix.lower() in PICTURES
    ]
    if not found:
        log.warning("no pictures folder=%s kinds=%s", folder, " ".join(PICTURES))
    return found
