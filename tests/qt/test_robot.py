"""The robot's hand does what a person's would: what it is told is done as soon as it can be, and then said."""

import json
import os
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem, QQuickView, QQuickWindow
from pytestqt.qtbot import QtBot

from shared.qt.robot import Robot

FIELD = b"""
import QtQuick
Window {
    width: 300; height: 200; visible: true
    TextInput { objectName: "pin"; width: 200; height: 40; focus: true }
}
"""


class Told:
    """A window with one field, and what the robot is told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._engine = QQmlEngine()
        self._component = component = QQmlComponent(self._engine)
        component.setData(FIELD, QUrl())
        window = component.create()
        assert isinstance(window, QQuickWindow), component.errorString()
        self.window = window
        told, self._tell = os.pipe()
        self._stdin = os.fdopen(told)
        monkeypatch.setattr(sys, "stdin", self._stdin)
        self._robot = Robot(window)

    def tell(self, **task: str) -> None:
        """Give it something to do."""
        os.write(self._tell, json.dumps(task).encode() + b"\n")

    @property
    def text(self) -> str:
        """What stands in the field."""
        field = self.window.findChild(QQuickItem, "pin")
        assert field is not None
        return str(field.property("text"))

    def close(self) -> None:
        """Put it away."""
        self._robot.deleteLater()
        self.window.close()
        os.close(self._tell)
        self._stdin.close()


@pytest.fixture
def told(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    told = Told(monkeypatch)
    yield told
    told.close()


def test_what_it_types_arrives_though_another_window_has_the_keyboard(
    qtbot: QtBot, told: Told, capsys: pytest.CaptureFixture[str]
) -> None:
    other = QQuickView()
    other.show()
    other.requestActivate()
    qtbot.waitUntil(other.isActive)
    told.tell(type="482913")
    qtbot.waitUntil(lambda: capsys.readouterr().out == '{"ok": true}\n')
    assert told.text == "482913"
    other.close()
