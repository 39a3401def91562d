"""A ticket drawn as a picture, for scripts that a printer's own letters do not have."""

from dataclasses import dataclass

from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from kiosk.paper.slip import Slip
from shared.qt.launch import FAMILIES


@dataclass(frozen=True, slots=True)
class Text:
    """One text of the ticket; its size is a share of the paper's width."""

    text: str
    size: float
    bold: bool = False


def head(slip: Slip) -> list[Text]:
    """Return what stands above the code."""
    return [
        Text(slip.place, 0.055),
        Text(slip.queue, 0.065, bold=True),
        Text(slip.words.your_number, 0.05),
        Text(slip.label, 0.24, bold=True),
    ]


def foot(slip: Slip) -> list[Text]:
    """Return what stands below the code."""
    follow = [Text(slip.words.follow, 0.05)] if slip.url else []
    own = [Text(slip.footer, 0.045)] if slip.footer else []
    return [*follow, Text(slip.words.keep, 0.045), Text(slip.taken, 0.045), *own]


def drawn(lines: list[Text], width: int) -> Image.Image:
    """Return the lines below one another, black on white, as wide as the paper prints."""
    canvas = QImage(width, width * 4, QImage.Format.Format_Grayscale8)
    canvas.fill(Qt.GlobalColor.white)
    painter = QPainter(canvas)
    y = 0
    for line in lines:
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(round(width * line.size))
        font.setBold(line.bold)
        painter.setFont(font)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        place = painter.boundingRect(QRect(0, y, width, width), flags, line.text)
        painter.drawText(QRect(0, y, width, place.height()), flags, line.text)
        y += place.height() + round(width * 0.015)
    painter.end()
    part = canvas.copy(0, 0, width, y)
    return Image.frombytes(
        "L",
        (part.width(), part.height()),
        bytes(part.constBits()),
        "raw",
        "L",
        part.bytesPerLine(),
    )
