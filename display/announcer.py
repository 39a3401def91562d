"""What is heard of a call: a chime, then the words that the board shows, then once more."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTranslator

from display.own_words import told_in
from display.state import Called, DisplayState
from shared.qt.language import SOURCE, load
from shared.qt.sound import Sound
from shared.qt.speech import Part, Silence, Speech, Words
from shared.wire.messages import Place, TicketState
from shared.wire.wording import comma

BETWEEN_MS = 1000

ENOUGH = 3
"""With this many calls waiting for their moment, none is repeated."""

SHOWN_IN = "Hero"
"""The component that shows a call; what it says of one to a screen reader is what is spoken."""

SHOWN_AS = {
    Place.DESK: "%1, desk %2",
    Place.ROOM: "%1, room %2",
    Place.WINDOW: "%1, window %2",
    Place.COUNTER: "%1, counter %2",
}

NOWHERE_ELSE: Mapping[str, str] = {}
"""The names of a desk that has none."""


class Wording:
    """The words for a call in each language: those that the board itself shows."""

    def __init__(self, folder: Path, clips: Path | None = None) -> None:
        self._folder = folder
        self._clips = clips
        self._translators: dict[str, QTranslator | None] = {}

    def of(
        self,
        call: Called,
        *languages: str | None,
        place: Place = Place.DESK,
        names: Mapping[str, str] = NOWHERE_ELSE,
    ) -> Words:
        """Return what to say, in the first of these languages that has the words: the label letter by letter, then the desk.

        `place` is what the branch calls its desks, `names` what this one is called besides.
        """
        shown, language = SHOWN_AS[place], SOURCE
        for tag in filter(None, languages):
            # The words of `de` are those of `de-AT` too.
            known = tag.partition("-")[0].lower()
            if known == SOURCE:
                break
            translated = self._translated(known, place)
            if translated:
                shown, language = translated, known
                break
        text = shown.replace("%1", " ".join(call.label)).replace("%2", str(call.desk))
        name = told_in(names, language)
        clips = recordings(self._clips, language, call, place, named=name != "")
        named = f"{text}{comma(language)}{name}" if name else text
        return Words(named, language, clips)

    def _translated(self, language: str, place: Place) -> str:
        if language not in self._translators:
            self._translators[language] = load(self._folder, language)
        translator = self._translators[language]
        if translator is None:
            return ""
        return translator.translate(SHOWN_IN, SHOWN_AS[place]) or ""


def recordings(
    folder: Path | None,
    language: str,
    call: Called,
    place: Place = Place.DESK,
    *,
    named: bool = False,
) -> tuple[Path, ...]:
    """Return the recorded words of a call, in order; none when one of them is missing.

    They are `<language>/A.wav`, `<language>/0.wav` …, `<language>/desk.wav` (`room.wav`, …), `<language>/12.wav` or its digits,
    and where the desk is named `<language>/name-12.wav`.
    """
    if folder is None:
        return ()
    number = str(call.desk)
    whole = (folder / language / f"{number}.wav").exists()
    names = [*call.label, place.value, *([number] if whole else number)]
    names += [f"name-{number}"] if named else []
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
        state = self._state()
        own, branch = state.language, state.followed and state.followed.branch
        place = branch.place if branch else Place.DESK
        desks = branch.desks if branch else []
        names = next((d.names for d in desks if d.number == call.desk), NOWHERE_ELSE)
        first = self._wording.of(call, call.language, own, place=place, names=names)
        again = self._wording.of(call, own, place=place, names=names)
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
