"""QR codes as pictures: `image://qr/<percent-encoded text>`, one pixel per module; QrCode.qml shows them sharp."""

from functools import lru_cache
from urllib.parse import unquote

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtQuick import QQuickImageProvider

QUIET_ZONE = 4
"""Modules of white around the code; ISO/IEC 18004 asks for four."""


@lru_cache(maxsize=4)
def picture(text: str) -> QImage:
    """Return the code of a text at one pixel per module, with its quiet zone."""
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


class QrCodes(QQuickImageProvider):
    """Draws codes black on white, with their quiet zone."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        return picture(unquote(id))
