"""What is heard: chime, then the words that are shown; and silence where nothing can be heard."""

import os
import subprocess
import sys
import wave
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace as with_fields
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from display import app, gallery
from display import state as folds
from display.announcer import ENOUGH, Announcer, Wording
from display.options import Options
from display.scene import Scene
from display.state import Called, DisplayState
from shared.qt import sample, sound
from shared.qt.sound import Player, Sound
from shared.qt.speech import Part, Silence, Speech, Words
from shared.translations import LANGUAGES
from shared.wire.messages import Desk, DeskState, Happened, Place, TicketState
from shared.wire.pairing import SoundState
from tests.qt.window import Shown

I18N = app.HERE / "i18n"


class Machine:
    """A machine with a sound player and a speech engine that write down what they are asked."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.programs: dict[str, str] = {}

    def install(self, name: str, *, works: bool = True, hangs: bool = False) -> None:
        """Put a program on the machine; one that does not work ends with an error, or not at all."""
        file = self._folder / name
        file.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "${{0##*/}} $*" >> "{self._log}"\n'
            f"{'exec sleep 1000' if hangs else f'exit {0 if works else 1}'}\n",
            encoding="utf-8",
        )
        file.chmod(0o755)
        self.programs[name] = str(file)

    @property
    def _log(self) -> Path:
        return self._folder / "asked"

    @property
    def asked(self) -> list[str]:
        """What the programs were asked, in order."""
        return (
            self._log.read_text(encoding="utf-8").splitlines()
            if self._log.exists()
            else []
        )

    def speech(self, parent: QObject) -> Speech:
        """Return speech on this machine."""
        player = Player(self.programs.get, parent)
        return Speech(player, self.programs.get, parent)


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A machine that can be heard."""
    found = Machine(tmp_path)
    found.install("aplay")
    found.install("espeak-ng")
    return found


@pytest.fixture
def parent(qapp: QObject) -> QObject:
    """What speech belongs to in a test."""
    return QObject()


def say(qtbot: QtBot, speech: Speech, parts: list[Part]) -> None:
    """Say it and wait until it has been said."""
    speech.say(parts)
    qtbot.waitUntil(lambda: not speech.busy)


def called(number: int = 107, desk: int = 3, language: str | None = None) -> Called:
    """Return a call of now."""
    return Called(
        number,
        f"A{number}",
        desk,
        "parking",
        TicketState.CALLED,
        sample.NOW,
        sample.NOW,
        number,
        language,
    )


def showing(call: Called, *, waiting: int = 0, language: str = "en") -> DisplayState:
    """Return a display that gives this call the large place while others wait for it."""
    state = gallery.at(sample.branch(), language)
    pending = tuple(called(200 + number) for number in range(waiting))
    return replace(
        state,
        calls=(call,),
        pending=pending,
        moment=folds.Moment(call, sample.NOW, fresh=True),
    )


def announced(
    qtbot: QtBot,
    speech: Speech,
    state: DisplayState,
    call: Called,
    wording: Wording | None = None,
) -> list[str]:
    """Announce a call in this state, and return what was said, with its language."""
    said: list[str] = []
    speech.said.connect(lambda words: said.append(f"{words.language}: {words.text}"))
    announcer = Announcer(speech, wording or Wording(I18N), lambda: state, between_ms=0)
    announcer.announce(call)
    qtbot.waitUntil(lambda: not speech.busy)
    return said


def test_a_call_is_a_chime_then_its_words_then_its_words_again(
    qtbot: QtBot, machine: Machine, parent: QObject
) -> None:
    call = called()
    said = announced(qtbot, machine.speech(parent), showing(call), call)
    assert said == ["en: A 1 0 7, desk 3"] * 2
    programs = [line.split()[0] for line in machine.asked]
    assert programs == ["aplay", "espeak-ng", "aplay", "espeak-ng", "aplay"]
    assert machine.asked[0].endswith("chime.wav")


def test_the_engine_gets_text_and_language(
    qtbot: QtBot, machine: Machine, parent: QObject
) -> None:
    say(qtbot, machine.speech(parent), [Part(Words("A 1 0 7, Schalter 3", "de"))])
    assert " -v de " in machine.asked[0]
    assert machine.asked[0].endswith("A 1 0 7, Schalter 3")


def test_the_tickets_language_comes_first_then_the_branchs(
    qtbot: QtBot, machine: Machine, parent: QObject
) -> None:
    call = called(language="fr")
    state = showing(call, language="de")
    said = announced(qtbot, machine.speech(parent), state, call)
    assert said == ["fr: A 1 0 7, guichet 3", "de: A 1 0 7, Schalter 3"]


@pytest.mark.parametrize(("waiting", "times"), [(2, 2), (3, 1)])
def test_repeats_are_dropped_when_three_calls_wait(
    qtbot: QtBot, machine: Machine, parent: QObject, waiting: int, times: int
) -> None:
    call = called()
    state = showing(call, waiting=waiting)
    assert len(announced(qtbot, machine.speech(parent), state, call)) == times


def test_what_is_no_longer_shown_is_not_spoken(
    qtbot: QtBot, machine: Machine, parent: QObject
) -> None:
    state = showing(called(108))
    assert announced(qtbot, machine.speech(parent), state, called(107)) == []


def test_a_customer_who_has_arrived_is_not_called_any_more(
    qtbot: QtBot, machine: Machine, parent: QObject
) -> None:
    call = called()
    arrived = replace(call, state=TicketState.SERVING)
    state = showing(arrived)
    assert announced(qtbot, machine.speech(parent), state, call) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("number", "desk"), [(107, 3), (12, 12), (999, 101)])
def test_what_is_spoken_is_what_is_shown(
    qtbot: QtBot, language: str, number: int, desk: int
) -> None:
    call = replace(called(number, desk), label=f"A{number:03}")
    words = Wording(I18N).of(call, language)
    assert words.language == language
    with Shown(
        app, Scene(showing(call, language=language)), language=language
    ) as shown:
        assert "".join(words.text.split()) == "".join(
            shown.item("hero").property("spoken").split()
        )
        label, number_shown = shown.text("hero-label"), shown.text("hero-desk")
        desk_word = shown.text("hero-desk-word")
        assert words.text.startswith(" ".join(label))
        assert words.text.endswith(
            f"{desk_word.lower() if language != 'de' else desk_word} {number_shown}"
        )


@pytest.mark.parametrize(
    ("language", "said"),
    [("de-AT", "de"), ("fr", "fr"), ("it", "de"), (None, "de"), ("en-GB", "en")],
)
def test_a_language_without_words_is_spoken_in_the_branchs(
    qtbot: QtBot, machine: Machine, parent: QObject, language: str | None, said: str
) -> None:
    call = called(language=language)
    state = showing(call, language="de")
    first, again = announced(qtbot, machine.speech(parent), state, call)
    assert (first[:2], again[:2]) == (said, "de")


@pytest.mark.slow
def test_a_player_that_hangs_holds_nobody_up_twice(
    qtbot: QtBot, machine: Machine, parent: QObject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sound, "PATIENCE_MS", 100)
    machine.install("aplay", hangs=True)
    speech = machine.speech(parent)
    say(qtbot, speech, [Part(Sound.CHIME)] * 5)
    assert [line.split()[0] for line in machine.asked] == ["aplay"]


CLIPS = Options(clips=Path("clips"))


@pytest.mark.parametrize(
    ("there", "broken", "options", "before", "after"),
    [
        (["aplay", "espeak-ng"], [], Options(), SoundState.THERE, SoundState.THERE),
        (["espeak-ng"], [], Options(), SoundState.MUTE, SoundState.MUTE),
        (["aplay", "espeak-ng"], ["aplay"], Options(), SoundState.THERE, SoundState.MUTE),
        (["aplay"], [], Options(), SoundState.NO_VOICE, SoundState.NO_VOICE),
        (["aplay", "espeak-ng"], ["espeak-ng"], Options(), SoundState.THERE, SoundState.NO_VOICE),
        # Nobody wants words; or all of them may be recorded.
        (["aplay"], [], Options(speech=False), SoundState.THERE, SoundState.THERE),
        (["aplay"], [], CLIPS, SoundState.THERE, SoundState.NO_VOICE),
    ],
)  # fmt: skip
def test_what_is_heard_is_known(
    qtbot: QtBot,
    tmp_path: Path,
    parent: QObject,
    there: list[str],
    broken: list[str],
    options: Options,
    before: SoundState,
    after: SoundState,
) -> None:
    machine = Machine(tmp_path)
    for name in there:
        machine.install(name, works=name not in broken)
    player = Player(machine.programs.get, parent)
    speech = Speech(player, machine.programs.get, parent)
    assert app.sound_of(player, speech, options) is before
    words = [Part(Words("A 1 0 7", "en"))] if options.speech else []
    say(qtbot, speech, [Part(Sound.CHIME), *words])
    assert app.sound_of(player, speech, options) is after


def test_a_loudspeaker_that_comes_back_is_known_to_be_there(
    qtbot: QtBot, machine: Machine, parent: QObject
) -> None:
    machine.install("aplay", works=False)
    player = Player(machine.programs.get, parent)
    speech = Speech(player, machine.programs.get, parent)
    say(qtbot, speech, [Part(Sound.CHIME)])
    assert app.sound_of(player, speech, Options()) is SoundState.MUTE
    machine.install("aplay")
    say(qtbot, speech, [Part(Sound.CHIME)])
    assert app.sound_of(player, speech, Options()) is SoundState.THERE


def test_recorded_words_come_before_the_engine(
    qtbot: QtBot, machine: Machine, parent: QObject, tmp_path: Path
) -> None:
    record(tmp_path / "clips/en", "A", "1", "0", "7", "desk", "12")
    call = called(desk=12)
    state = showing(call, waiting=ENOUGH)
    wording = Wording(I18N, tmp_path / "clips")
    announced(qtbot, machine.speech(parent), state, call, wording)
    played = [Path(line.split()[-1]).stem for line in machine.asked]
    assert played == ["chime", "A", "1", "0", "7", "desk", "12"]


def test_with_a_recorded_word_missing_the_engine_says_it_all(
    qtbot: QtBot, machine: Machine, parent: QObject, tmp_path: Path
) -> None:
    record(tmp_path / "clips/en", "A", "1", "0", "desk")
    call = called()
    wording = Wording(I18N, tmp_path / "clips")
    said = announced(qtbot, machine.speech(parent), showing(call), call, wording)
    assert said == ["en: A 1 0 7, desk 3"] * 2
    assert sum("espeak-ng" in line for line in machine.asked) == 2


def record(folder: Path, *names: str) -> None:
    """Make recordings of these words."""
    folder.mkdir(parents=True)
    for name in names:
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setparams((1, 2, 22050, 0, "NONE", ""))


def test_what_is_said_later_waits_until_the_first_has_been_said(
    qtbot: QtBot, machine: Machine, parent: QObject
) -> None:
    speech = machine.speech(parent)
    speech.say([Part(Words("one", "en")), Part(Silence(1))])
    speech.say([Part(Words("two", "en"))])
    qtbot.waitUntil(lambda: not speech.busy)
    asked = [line.split()[-1] for line in machine.asked if line.startswith("espeak")]
    assert asked == ["one", "two"]


Broken = Callable[[Machine], object]

BROKEN: Mapping[str, Broken] = {
    "no player": lambda machine: machine.programs.pop("aplay", None),
    "no engine": lambda machine: machine.programs.pop("espeak-ng", None),
    "no device": lambda machine: machine.install("aplay", works=False),
    "engine fails": lambda machine: machine.install("espeak-ng", works=False),
    "engine is no program": lambda machine: machine.programs.update(
        {"espeak-ng": "/dev/null"}
    ),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_silence_is_logged_once_and_nothing_else_happens(
    broken: str,
    qtbot: QtBot,
    machine: Machine,
    parent: QObject,
    caplog: pytest.LogCaptureFixture,
) -> None:
    BROKEN[broken](machine)
    speech = machine.speech(parent)
    call = called()
    for _ in range(3):
        announced(qtbot, speech, showing(call), call)
    assert len(caplog.records) == 1


def test_while_it_is_said_the_large_place_is_not_taken_by_another() -> None:
    state = gallery.called(gallery.at(sample.branch(), "en"), 107, 3, seq=41)
    state = gallery.called(folds.spoke(state, True), 108, 4, seq=42)
    late = folds.ticked(state, sample.NOW + timedelta(seconds=7))
    assert late.moment is not None
    assert late.moment.call.label == "A107"
    said = folds.spoke(late, False)
    assert said.moment is not None
    assert said.moment.call.label == "A108"


def test_a_hanging_device_does_not_keep_the_large_place_for_ever() -> None:
    state = gallery.called(gallery.at(sample.branch(), "en"), 107, 3, seq=41)
    state = gallery.called(folds.spoke(state, True), 108, 4, seq=42)
    late = folds.ticked(state, sample.NOW + timedelta(seconds=20))
    assert late.moment is not None
    assert late.moment.call.label == "A108"


def test_a_call_answered_while_it_waits_needs_no_moment() -> None:
    state = gallery.called(gallery.at(sample.branch(), "en"), 107, 3, seq=41)
    state = gallery.called(state, 108, 4, seq=42)
    ticket = gallery.asked_ticket(108, 4, TicketState.SERVING)
    state = folds.happened(state, sample.event(43, Happened.STARTED, ticket))
    assert state.pending == ()


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["", "no engine", "no device"])
def test_the_sound_test_needs_no_server_and_says_what_it_found(
    machine: Machine, tmp_path: Path, fault: str
) -> None:
    if fault == "no engine":
        (tmp_path / "espeak-ng").unlink()
    if fault == "no device":
        machine.install("aplay", works=False)
    heard = subprocess.run(
        [sys.executable, "-m", "display", "--sound-test", "--language", "de"],
        env={**os.environ, "PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert heard.returncode == (1 if fault else 0)
    assert "Player: aplay." in heard.stdout
    assert "de: A 1 0 7, Schalter 3" in heard.stdout


def test_the_chime_is_bundled() -> None:
    with wave.open(str(Sound.CHIME.path), "rb") as file:
        assert 0.5 < file.getnframes() / file.getframerate() < 1.5


def test_the_language_of_the_window_is_not_changed_by_speaking(
    qtbot: QtBot, machine: Machine, parent: QObject
) -> None:
    call = called(language="fr")
    with Shown(app, Scene(showing(call)), language="en") as shown:
        announced(qtbot, machine.speech(parent), showing(call), call)
        assert shown.text("hero-desk-word") == "Desk"


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("place", list(Place))
def test_a_place_is_spoken_as_it_is_shown(
    qtbot: QtBot, machine: Machine, parent: QObject, language: str, place: Place
) -> None:
    call = called()
    names = {"en": "Laboratory", "de": "Labor"}
    desk = Desk(number=3, state=DeskState.OPEN, queues=[], names=names)
    branch = with_fields(sample.branch(desks=[desk]), place=place)
    followed = gallery.at(branch, language).followed
    state = replace(showing(call, language=language), followed=followed)
    said = announced(qtbot, machine.speech(parent), state, call)
    with Shown(app, Scene(state), language=language) as shown:
        spoken = str(shown.item("hero").property("spoken"))
        shown_word = shown.text("hero-desk-word")
    assert spoken.endswith("Labor" if language == "de" else "Laboratory")
    assert shown_word.lower() in spoken.lower()
    assert ["".join(words.split()) for words in said] == [
        "".join(f"{language}:{spoken}".split())
    ] * 2


@pytest.mark.parametrize("program", ["aplay", "espeak-ng"])
def test_without_player_or_speech_the_terminal_names_what_to_install(
    machine: Machine,
    parent: QObject,
    program: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    del machine.programs[program]
    machine.speech(parent)
    assert "apt install espeak-ng alsa-utils, or script/setup --desktop" in caplog.text
