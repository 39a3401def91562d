"""The paper's fixed words, translated where all other words of the kiosk are."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtQml import QQmlComponent, QQmlEngine

from kiosk.paper.slip import Words

FILE = Path(__file__).parent.parent / "qml/Kiosk/PaperWords.qml"


class Wording:
    """Reads `PaperWords.qml` in whatever language is spoken at the moment of asking."""

    def __init__(self) -> None:
        self._engine = QQmlEngine()
        self._component = QQmlComponent(self._engine, QUrl.fromLocalFile(str(FILE)))

    def __call__(self) -> Words:
        """Return the words as they are now; raise `RuntimeError` when the file does not load."""
        said = self._component.create()
        if said is None:
            raise RuntimeError(self._component.errorString())
        return Words(
            your_number=str(said.property("yourNumber")),
            follow=str(said.property("follow")),
            keep=str(said.property("keep")),
            test=str(said.property("test")),
        )
