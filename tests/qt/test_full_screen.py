"""Kiosk and board fill their screen, also where no window manager gives a window its size: appliances often have none."""

from PySide6.QtQuick import QQuickWindow
from pytestqt.qtbot import QtBot

from shared.qt.launch import fill_screen


class Unmanaged(QQuickWindow):
    """A window that nobody makes larger."""

    def showFullScreen(self) -> None:  # noqa: N802 - Qt's style
        """Be shown as small as it is."""
        self.show()


def test_it_fills_the_screen_and_follows_its_size(qtbot: QtBot) -> None:
    window = Unmanaged()
    window.resize(360, 220)
    fill_screen(window)
    screen = window.screen()
    assert window.size() == screen.size()
    # Somebody plugs in another panel.
    window.resize(360, 220)
    screen.geometryChanged.emit(screen.geometry())
    assert window.size() == screen.size()
    window.close()
