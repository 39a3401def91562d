"""The binding itself: PySide6 6.12.0 dropped a reference of `None` at each void call, fatal after some 600 signals."""

import sys
from enum import Enum

from PySide6.QtCore import Property, QEnum, QObject, Signal
from PySide6.QtQml import QmlElement
from pytestqt.qtbot import QtBot

QML_IMPORT_NAME = "Tests.Binding"
QML_IMPORT_MAJOR_VERSION = 1

MANY = 20_000


@QmlElement
class Lamp(QObject):
    """A QML element with an enum and a property, as every view model is."""

    @QEnum
    class Light(Enum):
        """Whether it shines."""

        Off = 0
        On = 1

    lightChanged = Signal(int)  # noqa: N815  # QML's name

    def __init__(self) -> None:
        super().__init__()
        self._light = Lamp.Light.Off

    @Property(int, notify=lightChanged)
    def light(self) -> int:
        """Whether it shines."""
        return self._light.value

    def switch(self) -> None:
        """Turn it."""
        self._light = Lamp.Light(1 - self._light.value)
        self.lightChanged.emit(self._light.value)


def test_many_signals_leave_none_alone(qtbot: QtBot) -> None:
    lamp = Lamp()
    seen: list[int] = []
    lamp.lightChanged.connect(seen.append)
    before = sys.getrefcount(None)
    for _ in range(MANY):
        lamp.switch()
        lamp.setObjectName("lamp")
    assert len(seen) == MANY
    # From Python 3.12 on None is immortal and its count stands still.
    assert abs(sys.getrefcount(None) - before) < MANY / 10
