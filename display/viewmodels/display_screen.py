"""What the display may show."""

from enum import Enum

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Display.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DisplayScreen(QObject):
    """The screens for QML: `DisplayScreen.Shown.Board` …"""

    @QEnum
    class Shown(Enum):
        """Which one is shown."""

        Connecting = 0
        Board = 1
        Closed = 2
        Refused = 3

    @QEnum
    class Truth(Enum):
        """How far what is shown can be believed: now; lost a moment ago; for over 10 s; for over 60 s."""

        Live = 0
        Unsure = 1
        Old = 2
        TooOld = 3
