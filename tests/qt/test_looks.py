"""Every screen of every program is looked at, in each language and size; and looking finds what is wrong."""

import importlib
import json
import os
from collections.abc import Mapping
from itertools import combinations, islice
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from shared.qt.settings import Size, ThemeMode
from tests.by_night import by_night
from tests.qt import looks
from tests.qt.looks import Kind, contrast, distance, faults, rgb
from tests.qt.pseudo import pseudo_translator, stretched
from tests.qt.window import PATIENCE_MS, Shown

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TOKENS = json.loads((ROOT / "shared/theme/tokens.json").read_text(encoding="utf-8"))

NIGHTLY = os.environ.get("HYPOTHESIS_PROFILE") == "nightly"

PSEUDO = "pseudo"
PROGRAMS = ("display", "kiosk", "servicer")
LANGUAGES = (
    # Longer and wider than any: what these two hold, the others hold but by a rare word.
    PSEUDO,
    "ar",
    by_night("en"),
    by_night("de"),
)

KIOSK_MM = 20
KIOSK_WIDTH_MM = 267.7
"""The width of the 21.5″ portrait panel that the kiosk's sizes are made for."""

CONSOLE_PX = 44


def least_target(program: str, size: Size) -> float:
    """Return how large a target has to be, in pixels."""
    if program == "kiosk":
        return KIOSK_MM / KIOSK_WIDTH_MM * min(size.width, size.height)
    return CONSOLE_PX


def programs() -> list[tuple[str, ModuleType, ModuleType]]:
    """Return every program that is looked at."""
    return [
        (
            name,
            importlib.import_module(f"{name}.gallery"),
            importlib.import_module(f"{name}.app"),
        )
        for name in PROGRAMS
    ]


def wrong_with(
    program: str,
    gallery: ModuleType,
    app: ModuleType,
    language: str = "en",
    translator: QTranslator | None = None,
    screens: int | None = None,
    sizes: int | None = None,
) -> list[str]:
    """Return what is wrong with a program's screens in each size, or with so many screens in so many sizes."""
    found = []
    for name, scene in islice(gallery.screens(language).items(), screens):
        with Shown(
            app,
            scene,
            size=gallery.SIZES[0],
            theme=ThemeMode(gallery.THEME),
            language=language,
            translator=translator,
        ) as shown:
            for size in gallery.SIZES[:sizes]:
                shown.resize(size)
                wrong = faults(shown.window, least_target(program, size))
                found += [f"{name} {size.width}x{size.height}: {w}" for w in wrong]
    return found


each_program = pytest.mark.parametrize(
    ("program", "gallery", "app"), programs(), ids=PROGRAMS
)


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
@each_program
def test_nothing_is_wrong_with_any_screen(
    qtbot: QtBot,
    program: str,
    gallery: ModuleType,
    app: ModuleType,
    language: str,
    tmp_path: Path,
) -> None:
    translator = pseudo_translator(ROOT, tmp_path) if language == PSEUDO else None
    told = "en" if translator else language
    sizes = None if NIGHTLY or translator else 1
    found = wrong_with(program, gallery, app, told, translator, sizes=sizes)
    assert not found, "\n".join(found)


@pytest.mark.slow
@each_program
def test_nothing_is_wrong_with_the_first_screens(
    qtbot: QtBot, program: str, gallery: ModuleType, app: ModuleType
) -> None:
    found = wrong_with(program, gallery, app, screens=2, sizes=2)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("Truncated", Kind.TRUNCATED),
        ("Overlapping", Kind.OVERLAPPING),
        ("Outside", Kind.OUTSIDE),
        ("SmallTarget", Kind.SMALL_TARGET),
        ("Nameless", Kind.NAMELESS),
        ("Contrast", Kind.CONTRAST),
    ],
)
def test_each_planted_fault_is_found(qtbot: QtBot, file: str, kind: Kind) -> None:
    assert [fault.kind for fault in faults_of(file)] == [kind]


def test_nothing_is_found_where_nothing_is_wrong(qtbot: QtBot) -> None:
    assert faults_of("Clean") == []


def faults_of(file: str) -> list[looks.Fault]:
    """Return what is wrong with a planted window."""
    engine = QQmlApplicationEngine()
    engine.load(QUrl.fromLocalFile(str(HERE / "planted" / f"{file}.qml")))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.show()
    assert QTest.qWaitForWindowExposed(window, PATIENCE_MS)
    found = faults(window)
    engine.deleteLater()
    return found


def test_the_pseudo_language_is_two_fifths_longer_and_keeps_places() -> None:
    text = "Opens tomorrow at %1"
    longer = stretched(text)
    assert "%1" in longer
    assert len(longer) >= len(text) * 1.35


# --- the tokens themselves -------------------------------------------------------------------

MODES = ("light", "dark", "contrast")


def colour(mode: str, name: str) -> looks.Colour:
    """Return a token's colour; the contrast mode has only those that differ from dark."""
    colours: Mapping[str, Mapping[str, Mapping[str, str]]] = TOKENS["color"]
    token = colours[mode].get(name) or colours["dark"][name]
    return rgb(QColor(token["$value"]))


PAIRS = [
    ("text", "bg", 7.0),
    ("text", "surface", 7.0),
    ("text", "sunken", 7.0),
    ("text2", "bg", 4.5),
    ("text2", "surface", 4.5),
    ("text2", "sunken", 4.5),
    ("accent", "bg", 4.5),
    ("onAccent", "accent", 4.5),
    ("onCall", "call", 7.0),
    ("control", "surface", 3.0),
    ("warn", "surface", 4.5),
    ("danger", "surface", 4.5),
    ("ok", "surface", 4.5),
]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_colours_stand_out(mode: str, front: str, back: str, least: float) -> None:
    assert contrast(colour(mode, front), colour(mode, back)) >= least


@pytest.mark.parametrize("vision", looks.VISIONS)
def test_every_eye_tells_the_queues_apart(vision: str) -> None:
    queues = [rgb(QColor(each["$value"])) for each in TOKENS["color"]["queue"].values()]
    assert min(distance(vision, *pair) for pair in combinations(queues, 2)) >= 10


@pytest.mark.parametrize("vision", looks.VISIONS)
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_eye_tells_a_call_from_everything_else(mode: str, vision: str) -> None:
    others = [
        colour(mode, name) for name in ("bg", "surface", "sunken", "accent", "ok")
    ]
    call = colour(mode, "call")
    assert min(distance(vision, call, other) for other in others) >= 20


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [((0, 0, 0), (1, 1, 1), 21.0), ((1, 1, 1), (1, 1, 1), 1.0)],
)
def test_contrast_is_what_the_guideline_says(
    one: looks.Colour, other: looks.Colour, ratio: float
) -> None:
    assert contrast(one, other) == pytest.approx(ratio)


def test_red_and_green_are_closer_to_a_deuteranope() -> None:
    red, green = (0.8, 0.2, 0.2), (0.35, 0.5, 0.1)
    assert distance("deuteranopia", red, green) < distance("usual", red, green) / 2
