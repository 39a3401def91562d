"""The kiosk's screens."""

from enum import Enum

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class KioskScreen(QObject):
    """The screens for QML: `KioskScreen.Shown.Home` …"""

    @QEnum
    class Shown(Enum):
        """Which one is shown."""

        Connecting = 0
        Home = 1
        Taking = 2
        Issued = 3
        Refused = 4
        Help = 5
        Closed = 6
        Away = 7
        StaffDoor = 8
        Staff = 9
        Calibrating = 10
        FullToday = 11

    @QEnum
    class Openness(Enum):
        """Whether a queue gives numbers."""

        Giving = 0
        FullNow = 1
        FullForToday = 2
        Shut = 3

    @QEnum
    class Paper(Enum):
        """What became of the ticket's paper."""

        Absent = 0
        Printing = 1
        Printed = 2
        Empty = 3
        Fault = 4
