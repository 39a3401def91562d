"""The icon in the system tray: how many wait, while the window is out of sight."""

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtQuick import QQuickWindow
from PySide6.QtWidgets import QSystemTrayIcon

from shared.wire.wording import side_by_side

SIDE = 64
MOST = 99
"""More than two digits cannot be read at a tray's size."""


def count_text(count: int) -> str:
    """Return what the icon says: nothing for nobody."""
    return "" if count == 0 else str(count) if count <= MOST else f"{MOST}+"


def badge(count: int, paper: QColor, ink: QColor) -> QPixmap:
    """Return the icon with that many waiting."""
    picture = QPixmap(SIDE, SIDE)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(paper)
    painter.drawRoundedRect(QRectF(0, 0, SIDE, SIDE), SIDE / 4, SIDE / 4)
    text = count_text(count)
    font = QFont()
    font.setBold(True)
    font.setPixelSize(SIDE * (7 if len(text) < 3 else 5) // 10)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QRectF(0, 0, SIDE, SIDE), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


class Tray(QObject):
    """Shows the count and the window's title; a click brings the window to the front."""

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        self._icon = QSystemTrayIcon(self)
        self._icon.activated.connect(self.bring_forward)
        self.show(0)
        self._icon.show()

    def show(self, count: int) -> None:
        """Show how many wait."""
        paper, ink = self._window.property("badge"), self._window.property("badgeInk")
        self._icon.setIcon(QIcon(badge(count, paper, ink)))
        parts = (self._window.title(), count_text(count))
        self._icon.setToolTip(side_by_side(parts))

    def bring_forward(self) -> None:
        """Bring the window before all others."""
        self._window.show()
        self._window.raise_()
        self._window.requestActivate()
