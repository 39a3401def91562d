"""Every letter that any face says in any language is in the fonts that we bring along."""

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QGlyphRun, QGuiApplication, QRawFont, QTextLayout

from shared.qt.launch import FAMILIES, load_fonts
from tests.shared.test_one_word import TRANSLATED, texts

ROOT = Path(__file__).resolve().parents[2]
FONTS = {
    "window": sorted((ROOT / "shared/qt/fonts").glob("*.ttf")),
    "phone": sorted((ROOT / "server/static/fonts").glob("*.woff2")),
}
SIZE = 16.0
WEIGHTS = (QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold)


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


@pytest.mark.parametrize("weight", WEIGHTS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_every_letter_is_drawn_by_the_fonts_that_we_bring_along_in_lines_of_one_height(
    qapp: QGuiApplication, language: str, weight: QFont.Weight
) -> None:
    """Windows name one family; the machine's own fonts are not asked for what that one has not."""
    load_fonts()
    font = QFont(FAMILIES[0])
    font.setPixelSize(40)
    font.setWeight(weight)
    said = {text for where, _, text in texts(language) if where != "phone" and text}
    drawn = {text: _line_of(text, font) for text in said}
    others = {
        (text, run.rawFont().familyName())
        for text, (runs, _) in drawn.items()
        for run in runs
        if not run.rawFont().familyName().startswith(tuple(FAMILIES))
    }
    assert others == set()
    assert {high for _, high in drawn.values()} == {_line_of("A107", font)[1]}


def _line_of(text: str, font: QFont) -> tuple[list[QGlyphRun], float]:
    drawn = (each for each in text if unicodedata.category(each) not in ("Cf", "Cc"))
    layout = QTextLayout("".join(drawn), font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    return layout.glyphRuns(), line.height()
