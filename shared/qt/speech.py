"""Saying things aloud, one after the other: sounds, recorded words, a speech engine; silence is a soft failure."""

import logging
import shutil
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, QTimer, Signal

from shared.qt.sound import REMEDY, Player, Sound, run

log = logging.getLogger(__name__)

ENGINES = ("espeak-ng", "espeak")
WORDS_PER_MINUTE = "140"


def always() -> bool:
    """Return that it is wanted."""
    return True


@dataclass(frozen=True, slots=True)
class Words:
    """A text in a language; `clips` are its recordings in order, used before any engine."""

    text: str
    language: str
    clips: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Silence:
    """Nothing to be heard, for so many milliseconds."""

    ms: int


@dataclass(frozen=True, slots=True)
class Part:
    """Something to be heard; `wanted` is asked right before, as things may have changed meanwhile."""

    what: Sound | Words | Silence
    wanted: Callable[[], bool] = always


class Speech(QObject):
    """A queue of parts; each begins when the one before it has ended."""

    busy_changed = Signal(bool)
    said = Signal(Words)

    def __init__(
        self,
        player: Player,
        find: Callable[[str], str | None] = shutil.which,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._engine = next((found for name in ENGINES if (found := find(name))), None)
        self._folder = QTemporaryDir()
        self._parts: deque[Part] = deque()
        self._busy = False
        self._complained = False
        self._unsaid = False
        self._speaks = self._engine is not None
        if self._engine is None:
            log.warning(
                "no speech engine: none of %s is installed; %s",
                ", ".join(ENGINES),
                REMEDY,
            )

    @property
    def engine(self) -> str:
        """Where the speech engine is; empty when there is none."""
        return self._engine or ""

    @property
    def busy(self) -> bool:
        """Whether something is being said, or waits to be."""
        return self._busy

    @property
    def unsaid(self) -> bool:
        """Whether words were left unsaid: neither recorded, nor spoken by an engine."""
        return self._unsaid

    @property
    def speaks(self) -> bool:
        """Whether words can be said, as far as is known: the latest were; before any, whether there is an engine."""
        return self._speaks

    def say(self, parts: Sequence[Part]) -> None:
        """Say these after what is being said; return at once."""
        self._parts.extend(parts)
        if not self._busy and self._parts:
            self._busy = True
            self.busy_changed.emit(True)
            self._next()

    def _next(self) -> None:
        while self._parts:
            part = self._parts.popleft()
            if part.wanted():
                self._begin(part.what)
                return
        self._busy = False
        self.busy_changed.emit(False)

    def _begin(self, what: Sound | Words | Silence) -> None:
        match what:
            case Sound():
                self._player.play(what, self._next)
            case Silence(ms=ms):
                QTimer.singleShot(ms, self, self._next)
            case Words():
                self.said.emit(what)
                self._speak(what)

    def _speak(self, words: Words) -> None:
        self._speaks = True
        if words.clips:
            self._play_all(words.clips)
        elif self._engine is None:
            self._leave_unsaid()
            QTimer.singleShot(0, self, self._next)
        else:
            file = Path(self._folder.path()) / "words.wav"
            arguments = ["-v", words.language, "-s", WORDS_PER_MINUTE]
            arguments += ["-w", str(file), words.text]
            run(self, self._engine, arguments, lambda well: self._made(well, file))

    def _made(self, well: bool, file: Path) -> None:
        if well:
            self._player.play_file(file, self._next)
            return
        self._leave_unsaid()
        if not self._complained:
            self._complained = True
            log.warning("no speech: %s failed; this is said only once", self._engine)
        self._next()

    def _leave_unsaid(self) -> None:
        self._unsaid, self._speaks = True, False

    def _play_all(self, clips: Sequence[Path]) -> None:
        if not clips:
            self._next()
            return
        self._player.play_file(clips[0], lambda: self._play_all(clips[1:]))
