"""A QR code for QML, sharp at any size."""

from functools import lru_cache

from PySide6.QtCore import Property, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "TakeANumber.Server"
QML_IMPORT_MAJOR_VERSION = 1

QUIET_ZONE = 4
"""Modules of white around the code; ISO/IEC 18004 asks for four."""


@lru_cache(maxsize=4)
def picture(text: str) -> QImage:
    """Return the code for a text at one pixel per module, with its quiet zone; no pixels for no text."""
    if not text:
        return QImage()
    # Imported at the first code, so that the first frame does not wait for it.
    from qrcode.constants import ERROR_CORRECT_M
    from qrcode.main import QRCode

    code = QRCode(border=QUIET_ZONE, error_correction=ERROR_CORRECT_M)
    code.add_data(text)
    code.make()
    modules = code.get_matrix()
    image = QImage(len(modules), len(modules), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x, y, QColor(Qt.GlobalColor.black))
    return image


@QmlElement
class QrCode(QQuickPaintedItem):
    """Paints `text` as a QR code, black on white whatever the theme, enlarged by a whole number and centred."""

    textChanged = Signal()
    sideChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAntialiasing(False)
        self.widthChanged.connect(self.sideChanged)
        self.heightChanged.connect(self.sideChanged)

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        self.textChanged.emit()
        self.sideChanged.emit()
        self.update()

    text = Property(str, _get_text, _set_text, notify=textChanged)

    def _get_side(self) -> int:
        image = picture(self._text)
        if image.isNull():
            return 0
        return image.width() * self._enlargement(image)

    side = Property(int, _get_side, notify=sideChanged)

    def paint(self, painter: QPainter) -> None:
        image = picture(self._text)
        if image.isNull():
            return
        side = image.width() * self._enlargement(image)
        corner = QRect(
            (int(self.width()) - side) // 2,
            (int(self.height()) - side) // 2,
            side,
            side,
        )
        painter.drawImage(corner, image.scaled(QSize(side, side)))

    def _enlargement(self, image: QImage) -> int:
        return max(1, int(min(self.width(), self.height())) // image.width())
