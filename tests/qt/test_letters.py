"""Every letter that any face says in any language is in the fonts that we bring along."""

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QRawFont

from tests.shared.test_one_word import TRANSLATED, texts

ROOT = Path(__file__).resolve().parents[2]
FONTS = {
    "window": sorted((ROOT / "shared/qt/fonts").glob("*.ttf")),
    "phone": sorted((ROOT / "server/static/fonts").glob("*.woff2")),
}
SIZE = 16.0


def drawn_by(files: list[Path], letter: str) -> bool:
    """Return whether each weight of one of the two families has the letter."""
    latin = [file for file in files if file.name.lower().startswith("inter")]
    arabic = [file for file in files if file not in latin]
    return any(
        all(_font(file).supportsCharacter(ord(letter)) for file in family)
        for family in (latin, arabic)
    )


_FONTS: dict[Path, QRawFont] = {}


def _font(file: Path) -> QRawFont:
    if file not in _FONTS:
        _FONTS[file] = QRawFont(str(file), SIZE)
        assert _FONTS[file].isValid(), file
    return _FONTS[file]


def letters(language: str, face: str) -> set[str]:
    """Return every letter of the language's texts, and of the English ones, on windows or phones."""
    said = (
        english + text
        for where, english, text in texts(language)
        if (where == "phone") == (face == "phone")
    )
    # What joins, parts and turns letters is not drawn itself.
    return {
        letter
        for text in said
        for letter in text
        if unicodedata.category(letter) not in ("Cf", "Cc")
    }


@pytest.mark.parametrize("face", FONTS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_every_letter_is_in_the_fonts(
    qapp: QGuiApplication, language: str, face: str
) -> None:
    missing = {
        letter
        for letter in letters(language, face)
        if not drawn_by(FONTS[face], letter)
    }
    assert missing == set()


def test_a_letter_that_is_in_no_font_is_noticed(qapp: QGuiApplication) -> None:
    assert drawn_by(FONTS["window"], "é")
    assert drawn_by(FONTS["phone"], "ش")
    assert not drawn_by(FONTS["phone"], "☺")
