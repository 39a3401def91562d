"""`takeanumber display --sound-test`: hear what the waiting room will hear."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

import click
from PySide6.QtCore import QCoreApplication

from display.announcer import BETWEEN_MS, Wording
from display.state import Called
from shared.qt.events import utc_now
from shared.qt.sound import Player, Sound
from shared.qt.speech import Part, Silence, Speech
from shared.translations import LANGUAGES
from shared.wire.messages import TicketState

HERE = Path(__file__).parent


def sound_test(clips: Path | None, language: str | None) -> int:
    """Chime, say one call in this language or in all; return 1 when nothing can be heard, or nothing said."""
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    application = QCoreApplication(sys.argv[:1])
    player = Player()
    speech = Speech(player)
    wording = Wording(HERE / "i18n", clips)
    parts = parts_of(wording, [language] if language else LANGUAGES)
    speech.said.connect(lambda words: click.echo(f"{words.language}: {words.text}"))
    click.echo(f"Player: {player.name or 'none'}. Speech: {speech.engine or 'none'}.")
    speech.busy_changed.connect(lambda busy: None if busy else application.quit())
    speech.say(parts)
    if speech.busy:
        application.exec()
    return 1 if player.silent or speech.unsaid else 0


def parts_of(wording: Wording, languages: Sequence[str]) -> list[Part]:
    """Return a chime and one made-up call in each language."""
    now = utc_now()
    call = Called(0, "A107", 3, "", TicketState.CALLED, now, now, 0)
    parts = [Part(Sound.CHIME)]
    for language in languages:
        parts += [Part(wording.of(call, language)), Part(Silence(BETWEEN_MS))]
    return parts
