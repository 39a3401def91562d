"""The words that the console's parts share with QML."""

from enum import Enum

from PySide6.QtCore import QEnum, QObject
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Servicer.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Terms(QObject):
    """The words for QML: `Terms.Deed.Recall` …"""

    @QEnum
    class Shown(Enum):
        """Which screen is shown."""

        Connecting = 0
        Unpaired = 1
        Welcome = 2
        Desk = 3

    @QEnum
    class Phase(Enum):
        """How the desk stands with its customer."""

        Free = 0
        Called = 1
        Serving = 2
        Paused = 3

    @QEnum
    class Deed(Enum):
        """What a servicer may ask of the server."""

        Nothing = 0
        SignIn = 1
        CallNext = 2
        Recall = 3
        Start = 4
        Finish = 5
        FinishAndCall = 6
        NoShow = 7
        SignOut = 8
        Hold = 9
        Resume = 10
        Transfer = 11
        Cancel = 12
        Note = 13
        CallTicket = 14
        WalkIn = 15
        StoreNext = 16
        Pause = 17
        Open = 18
        Help = 19
        Undo = 20

    @QEnum
    class Notice(Enum):
        """What the servicer is told in a sentence."""

        Nothing = 0
        CustomerLeft = 1
        DayClosed = 2
        NotHere = 3
        NobodyWaits = 4
        TooSoon = 5
        FinishFirst = 6
        StorageFull = 7
        Refused = 8
        SignedOut = 9
        WrongPin = 10
        Locked = 11
        DeskTaken = 12
        ServicerElsewhere = 13
        ConsoleElsewhere = 14
        NoAnswer = 15
        Overtaken = 16
        NothingToUndo = 17
        HelpAsked = 18
