"""The words of pairing that QML shares: `Terms.Shown.…`."""

from enum import Enum


class Face(Enum):
    """Which program asks; each has its own look."""

    Kiosk = 0
    Display = 1
    Console = 2


class Shown(Enum):
    """Which screen is shown."""

    Searching = 0
    Choosing = 1
    Typing = 2
    Asking = 3
    Comparing = 4
    Refused = 5
    Waiting = 6
    Unfit = 7
    Changed = 8
    Welcomed = 9


class Wrong(Enum):
    """What is wrong with an address that was typed."""

    Nothing = 0
    NoAddress = 1
    NobodyThere = 2
    AnotherService = 3
    NotTrusted = 4


class Why(Enum):
    """Why a program that was paired is not any more."""

    New = 0
    Revoked = 1
