"""The board as a page says what the display says, in every language."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po

from server.commands.translations import CATALOGUES, KEYWORDS
from server.web.board import words
from server.web.languages import Languages
from shared.translations import LANGUAGES, SOURCE, translated

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("display/i18n", "shared/qt/i18n")

OF_ITS_OWN = {"Press OK to switch the sound on."}
"""What only a browser has to say."""

OTHERWISE = {"Closed"}
"""What is said of a queue on the other pages as well, and has its grammar from there."""

_PLACE = re.compile(r"{\w+}")


def asked() -> Iterator[str]:
    """Yield each phrase of the board, in English."""
    for _, said, _, _ in extract_from_file("python", words.__file__, KEYWORDS):
        yield said if isinstance(said, str) else said[0]


def of_the_display(language: str) -> Mapping[str, set[str]]:
    """Return what the display says in a language for each English phrase, with its places to fill in all alike.

    Plural forms are sorted: Qt and gettext order those of Arabic differently.
    """
    told: dict[str, set[str]] = {}
    for folder in FOLDERS:
        file = ROOT / folder / f"{language}.ts"
        for (_, source), forms in translated(file).items():
            told.setdefault(bare(source), set()).add(bare("|".join(sorted(forms))))
    return told


def bare(text: str) -> str:
    """Return a phrase without the names of its places; French keeps its colons from the next line on pages."""
    plain = text.replace("\N{NARROW NO-BREAK SPACE}", " ")
    return re.sub(r"%(?:n|\d)", "{}", _PLACE.sub("{}", plain))


@pytest.mark.parametrize("language", [tag for tag in LANGUAGES if tag != SOURCE])
def test_each_phrase_is_the_displays_own(language: str) -> None:
    display = of_the_display(language)
    with (CATALOGUES / language / "LC_MESSAGES/messages.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    for phrase in set(asked()) - OF_ITS_OWN - OTHERWISE:
        message = catalogue.get(phrase)
        assert message is not None, phrase
        found: Any = message.string
        said = found if isinstance(found, str) else "|".join(sorted(found))
        assert bare(said) in display[bare(phrase)], phrase


def test_every_language_has_all_the_phrases() -> None:
    languages = Languages()
    english = words.said(languages.choose([SOURCE]))
    for tag in LANGUAGES:
        said = words.said(languages.choose([tag]))
        assert said.keys() == english.keys()
        assert len(said["days"]) == 7
        for name, phrase in english.items():
            if isinstance(phrase, dict):
                assert all(said[name].values()), (tag, name)
