"""The words that the kiosk's parts share with one another and with QML."""

from enum import Enum


class Shown(Enum):
    """Which screen is shown."""

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
    NoNumber = 12
    Priority = 13
    KioskClosed = 14


class Openness(Enum):
    """Whether a queue gives numbers."""

    Giving = 0
    FullNow = 1
    FullForToday = 2
    Shut = 3


class Paper(Enum):
    """What became of the paper of a ticket, or of a test print."""

    Absent = 0
    Printing = 1
    Printed = 2
    Empty = 3
    Fault = 4
    Sent = 5  # to a printer that never says what it did

    @property
    def missing(self) -> bool:
        """Whether the customer should have had paper and has none."""
        return self in (Paper.Empty, Paper.Fault)
