"""The bundled icons (Lucide) in any colour: `image://icons/<name>/<RRGGBB>`."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider

ICONS = Path(__file__).parent / "icons"
SIDE = 24
"""Pixels of an icon that is asked for without a size."""


class Icons(QQuickImageProvider):
    """Draws an icon at the asked size, its strokes in the asked colour."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requested: QSize) -> QImage:
        # Imported at the first icon: a program without icons does not wait for it.
        from PySide6.QtSvg import QSvgRenderer

        name, _, color = id.partition("/")
        drawing = (ICONS / f"{name}.svg").read_text(encoding="utf-8")
        renderer = QSvgRenderer(
            QByteArray(drawing.replace("currentColor", f"#{color}").encode())
        )
        image = QImage(
            requested if not requested.isEmpty() else QSize(SIDE, SIDE),
            QImage.Format.Format_ARGB32_Premultiplied,
        )
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        return image
