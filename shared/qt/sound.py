"""Playing the bundled sounds; silence is a soft failure."""

import logging
import shutil
import wave
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QProcess, QTimer

log = logging.getLogger(__name__)

SOUNDS = Path(__file__).parent / "sounds"

PLAYERS: dict[str, list[str]] = {
    "pw-play": [],
    "paplay": [],
    "aplay": ["--quiet"],
    "afplay": [],
}
"""Players in order of preference, with the arguments that come before the file."""

REMEDY = "apt install espeak-ng alsa-utils, or script/setup --desktop"
"""What brings a player and a speech engine."""

PATIENCE_MS = 3_000
"""A sound that takes so much longer than it lasts hangs: its device is gone."""

LONGEST_MS = 15_000
"""How long a program may take that plays no WAV file."""

REST_S = 60
"""How long nothing is played after a sound hung: each would hold up the calls after it."""

Then = Callable[[], None]


def no_more() -> None:
    """Do nothing afterwards."""


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
        found = {name: program for name in PLAYERS if (program := find(name))}
        self._name = next(iter(found), "")
        self._program = found.get(self._name)
        self._complained = False
        self._failed = False
        self._rests_until = 0.0
        if self._program is None:
            log.warning(
                "no sound: none of %s is installed; %s", ", ".join(PLAYERS), REMEDY
            )

    @property
    def name(self) -> str:
        """The player that is used; empty when there is none."""
        return self._name

    @property
    def silent(self) -> bool:
        """Whether nothing is heard: there is no player, or the latest sound failed."""
        return self._program is None or self._failed

    def play(self, sound: Sound, then: Then = no_more) -> None:
        """Start playing and return at once; `then` is called when it has ended, or cannot be heard."""
        self.play_file(sound.path, then)

    def play_file(self, path: Path, then: Then = no_more) -> None:
        """Start playing any WAV file, in the same way."""
        if self._program is None or monotonic() < self._rests_until:
            QTimer.singleShot(0, self, then)
            return
        arguments = [*PLAYERS[self._name], str(path)]
        run(
            self,
            self._program,
            arguments,
            lambda well: self._ended(well, then),
            patience_ms=lasts_ms(path) + PATIENCE_MS,
            gave_up=self._rest,
        )

    def _rest(self) -> None:
        self._rests_until = monotonic() + REST_S

    def _ended(self, well: bool, then: Then) -> None:
        self._failed = not well
        if not well and not self._complained:
            self._complained = True
            log.warning("no sound: %s failed; this is said only once", self._name)
        then()


def lasts_ms(path: Path) -> int:
    """Return how long a WAV file plays, as far as it says; `LONGEST_MS` where it does not."""
    try:
        with wave.open(str(path), "rb") as file:
            return round(file.getnframes() / file.getframerate() * 1000)
    except (OSError, EOFError, wave.Error, ZeroDivisionError):
        return LONGEST_MS


def run(
    parent: QObject,
    program: str,
    arguments: list[str],
    then: Callable[[bool], None],
    *,
    patience_ms: int = LONGEST_MS,
    gave_up: Then = no_more,
) -> None:
    """Run a program without waiting; `then` hears once whether it ended well. One that hangs is ended, after `gave_up`."""
    process = QProcess(parent)
    patience = QTimer(process, singleShot=True, interval=patience_ms)
    patience.timeout.connect(gave_up)
    patience.timeout.connect(process.kill)

    def end(well: bool) -> None:
        patience.stop()
        process.deleteLater()
        then(well)

    def fail(error: QProcess.ProcessError) -> None:
        # Every other error is followed by `finished`.
        if error is QProcess.ProcessError.FailedToStart:
            end(False)

    process.finished.connect(
        lambda code, status: end(code == 0 and status is QProcess.ExitStatus.NormalExit)
    )
    process.errorOccurred.connect(fail)
    process.start(program, arguments)
    patience.start()
