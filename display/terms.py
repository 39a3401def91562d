"""The words that the display's parts share with one another and with QML."""

from enum import Enum


class Shown(Enum):
    """Which screen is shown."""

    Connecting = 0
    Board = 1
    Closed = 2
    Refused = 3


class Truth(Enum):
    """How far what is shown can be believed: now; lost a moment ago; for over 10 s; for over 60 s."""

    Live = 0
    Unsure = 1
    Old = 2
    TooOld = 3
