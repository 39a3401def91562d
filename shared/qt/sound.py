"""Playing the bundled sounds; silence is a soft failure."""

import logging
import shutil
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

log = logging.getLogger(__name__)

SOUNDS = Path(__file__).parent / "sounds"

PLAYERS: dict[str, list[str]] = {
    "pw-play": [],
    "paplay": [],
    "aplay": ["--quiet"],
    "afplay": [],
}
"""Players in order of preference, with the arguments that come before the file."""


class Sound(Enum):
    """The sounds that are bundled."""

    CHIME = "chime.wav"
    ARRIVAL = "arrival.wav"

    @property
    def path(self) -> Path:
        """Where its WAV file is."""
        return SOUNDS / self.value


class Player(QObject):
    """Plays sounds through whichever player the machine has, one process per sound."""

    def __init__(
        self,
        find: Callable[[str], str | None] = shutil.which,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = next((name for name in PLAYERS if find(name)), None)
        if self._program is None:
            log.warning("no sound: none of %s is installed", ", ".join(PLAYERS))

    def play(self, sound: Sound) -> None:
        """Start playing; return at once."""
        self.play_file(sound.path)

    def play_file(self, path: Path) -> None:
        """Start playing any WAV file; return at once."""
        if self._program is None:
            return
        process = QProcess(self)
        process.finished.connect(process.deleteLater)
        process.errorOccurred.connect(
            lambda error: log.warning("sound failed error=%s", error)
        )
        process.start(self._program, [*PLAYERS[self._program], str(path)])
