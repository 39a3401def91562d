"""What is heard of a call: a chime, then the words that the board shows, then once more."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator

from display.state import Called, DisplayState
from shared.qt.language import SOURCE, load
from shared.qt.sound import Sound
from shared.qt.speech import Part, Silence, Speech, Words
from shared.wire.messages import TicketState

BETWEEN_MS = 1000

ENOUGH = 3
"""With this many calls waiting for their moment, none is repeated."""

SHOWN_IN = "Hero"
"""The component that shows a call; what it says of one to a screen reader is what is spoken."""

SHOWN_AS = "%1, desk %2"


class Wording:
    """The words for a call in each language: those that the board itself shows."""

    def __init__(self, folder: Path, clips: Path | None = None) -> None:
        self._folder = folder
        self._clips = clips
        self._translators: dict[str, QTranslator | None] = {}

    def of(self, call: Called, *languages: str | None) -> Words:
        """Return what to say, in the first of these languages that has the words: the label letter by letter, then the desk."""
        shown, language = SHOWN_AS, SOURCE
        for tag in filter(None, languages):
            # The words of `de` are those of `de-AT` too.
            known = tag.partition("-")[0].lower()
            if known == SOURCE:
                break
            translated = self._translated(known)
            if translated:
                shown, language = translated, known
                break
        text = shown.replace("%1", " ".join(call.label)).replace("%2", str(call.desk))
        return Words(text, language, recordings(self._clips, language, call))

    def _translated(self, language: str) -> str:
        if language not in self._translators:
            self._translators[language] = load(self._folder, language)
        translator = self._translators[language]
        return (translator.translate(SHOWN_IN, SHOWN_AS) or "") if translator else ""


def recordings(folder: Path | None, language: str, call: Called) -> tuple[Path, ...]:
    """Return the recorded words of a call, in order; none when one of them is missing.

    They are `<language>/A.wav`, `<language>/0.wav` …, `<language>/desk.wav`, and `<language>/12.wav` or its digits.
    """
    if folder is None:
        return ()
    number = str(call.desk)
    whole = (folder / language / f"{number}.wav").exists()
    names = [*call.label, "desk", *([number] if whole else number)]
    files = tuple(folder / language / f"{name}.wav" for name in names)
    return files if all(file.exists() for file in files) else ()


class Announcer(QObject):
    """Says each call when it gets its moment, as long as it is what the board shows."""

    def __init__(
        self,
        speech: Speech,
        wording: Wording,
        state: Callable[[], DisplayState],
        *,
        speaks: bool = True,
        between_ms: int = BETWEEN_MS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._speech = speech
        self._wording = wording
        self._state = state
        self._speaks = speaks
        self._between_ms = between_ms

    def announce(self, call: Called) -> None:
        """Say this call; return at once."""
        parts = [Part(Sound.CHIME)]
        if self._speaks:
            parts += self._words(call)
        self._speech.say(parts)

    def _words(self, call: Called) -> Sequence[Part]:
        own = self._state().language
        first = self._wording.of(call, call.language, own)
        again = self._wording.of(call, own)
        return [
            Part(first, lambda: is_shown(self._state(), call)),
            Part(Silence(self._between_ms), lambda: may_repeat(self._state(), call)),
            Part(again, lambda: may_repeat(self._state(), call)),
        ]


def is_shown(state: DisplayState, call: Called) -> bool:
    """Return whether this call has the large place, and is still to be answered."""
    moment = state.moment
    return (
        moment is not None
        and moment.call.seq == call.seq
        and moment.call.state is TicketState.CALLED
    )


def may_repeat(state: DisplayState, call: Called) -> bool:
    """Return whether there is time to say it once more."""
    return is_shown(state, call) and len(state.pending) < ENOUGH
