"""What the kiosk's painted screens promise to everybody: sizes, larger letters, both directions of reading, no amber."""

from collections.abc import Iterator, Mapping

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import app, gallery, made_up
from kiosk import state as folds
from kiosk.state import KioskState
from shared.qt import sample
from shared.qt.settings import Size, ThemeMode
from tests.by_night import EVERY_LANGUAGE
from tests.qt.looks import (
    Kind,
    contrast,
    faults,
    is_seen,
    label_of,
    number,
    rgb,
    unmirrored,
)
from tests.qt.test_looks import HERE, least_target
from tests.qt.window import PATIENCE_MS, Shown

PORTRAIT, LANDSCAPE = Size(1080, 1920), Size(1920, 1080)
LEAST_PX = 41
"""Capitals of 7.4 mm on the panel that has 4.03 px to the millimetre."""

STAFF = ("staff-door", "staff-door-wrong", "staff-door-locked", "staff", "calibrating")
SCREENS = {
    name: state for name, state in gallery.screens("en").items() if name not in STAFF
}
A_FEW = (
    "home-by-phone",
    "home-nine-queues-priority",
    "home-message-by-phone",
    "priority",
    "issued-no-paper",
    "help-coming",
    "closed",
    "no-number",
)


def shown(state: KioskState, size: Size = PORTRAIT, language: str = "en") -> Shown:
    """Return the kiosk's window in a state."""
    return Shown(app, state, size=size, theme=ThemeMode.LIGHT, language=language)


def texts(window: Shown) -> Iterator[tuple[QQuickItem, float]]:
    """Yield every text that is seen, and how large its letters are painted."""
    for item in window.items():
        if item.inherits("QQuickText") and item.property("text") and is_seen(item):
            yield item, painted(item)


def painted(item: QQuickItem) -> float:
    """Return the size of a text's letters, also where they were made to fit."""
    return float(number(item, "fontInfo.pixelSize"))


def four_with(names: Mapping[str, str]) -> KioskState:
    """Return a kiosk with four queues, the first of which is called so."""
    first, *others = sample.SIX_QUEUES[:4]
    return made_up.here("de", [replace(first, names=names), *others])


def test_four_queues_stand_below_one_another_where_a_tall_screen_has_the_height(
    qtbot: QtBot,
) -> None:
    long = four_with({"de": "Kraftfahrzeugzulassung"})
    with shown(long, PORTRAIT, "de") as window:
        names = [i for i, _ in texts(window) if i.property("full") is not None]
        assert len(names) == 4
        assert painted(next(i for i in names if label_of(i).startswith("Kraft"))) >= 55
        assert min(painted(name) for name in names) >= LEAST_PX
        assert len({name.mapToScene(QPointF(0, 0)).x() for name in names}) == 1


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE, Size(1280, 720)], ids=str)
@pytest.mark.parametrize("language", ["de", "ar"])
def test_a_long_name_of_the_branch_has_room_in_the_header(
    qtbot: QtBot, language: str, size: Size
) -> None:
    name = {
        "de": "Gemeindeverwaltung Kleinpoppenhausen an der Ilm, Bürgerbüro, Haus 2, Zimmer 214",
        "ar": "الإدارة البلدية لمدينة كلاينبوبنهاوزن على نهر الإلم، مكتب خدمة المواطنين الرئيسي",
    }[language]
    state = made_up.with_branch(made_up.here(language), names={language: name[:80]})
    with shown(state, size, language) as window:
        unit = min(min(size.width, size.height) / 1080, 1)
        branch = window.item("branch")
        box = branch.mapRectToScene(branch.boundingRect())
        assert box.top() >= 6 * unit
        assert box.bottom() <= (112 - 6) * unit
        if window.sees("clock"):
            clock = window.item("clock")
            beside = clock.mapRectToScene(clock.boundingRect())
            apart = max(beside.left() - box.right(), box.left() - beside.right())
            assert apart >= 16 * unit


def in_a_badge(item: QQuickItem) -> bool:
    """Return whether it only repeats the letter that numbers begin with."""
    parent = item.parentItem()
    return parent is not None and "QueueBadge" in parent.metaObject().className()


def too_small(window: Shown) -> list[str]:
    """Return the texts that a standing person cannot read."""
    return [
        f"{label_of(item)}: {size:.0f}"
        for item, size in texts(window)
        if size < LEAST_PX and not in_a_badge(item)
    ]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
@pytest.mark.parametrize("name", A_FEW)
def test_every_word_can_be_read_standing(qtbot: QtBot, name: str, size: Size) -> None:
    with shown(SCREENS[name], size) as window:
        assert too_small(window) == []


@pytest.mark.slow
@pytest.mark.parametrize("language", EVERY_LANGUAGE)
def test_every_word_of_every_screen_can_be_read_standing(
    qtbot: QtBot, language: str
) -> None:
    found = {}
    for name, state in gallery.screens(language).items():
        if name not in STAFF:
            with shown(state, language=language) as window:
                for size in (PORTRAIT, LANDSCAPE):
                    window.resize(size)
                    found[name, size] = too_small(window)
    assert {screen: small for screen, small in found.items() if small} == {}


def sizes(window: Shown) -> Mapping[str, float]:
    """Return how large each text is, by its words."""
    return {str(item.property("text")): size for item, size in texts(window)}


@pytest.mark.slow
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
@pytest.mark.parametrize(
    "name",
    ["home", "home-priority", "priority", "no-number", "issued", "help-told", "closed"],
)
def test_larger_makes_nothing_smaller(qtbot: QtBot, name: str, size: Size) -> None:
    state = SCREENS[name]
    with shown(state, size) as window:
        usual = sizes(window)
    with shown(folds.switched_larger(state), size) as window:
        larger = sizes(window)
    both = {words: (usual[words], larger[words]) for words in usual if words in larger}
    assert len(both) > 6
    assert {words: pair for words, pair in both.items() if pair[1] < pair[0]} == {}


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
def test_names_grow_by_a_third_and_no_queue_becomes_a_letter(
    qtbot: QtBot, size: Size
) -> None:
    with shown(SCREENS["home"], size) as window:
        usual = sizes(window)["Parking permits"]
    with shown(SCREENS["home-larger"], size) as window:
        larger = sizes(window)["Parking permits"]
    assert larger / usual == pytest.approx(1.35, abs=0.01)
    with shown(SCREENS["home-nine-queues"], size) as window:
        assert window.sees("queue-parking")
        assert window.sees("queue-bills-2")


@pytest.mark.parametrize("name", ["home", "home-six-queues", "home-nine-queues"])
def test_whoever_sits_reaches_every_queue(qtbot: QtBot, name: str) -> None:
    with shown(SCREENS[name]) as window:
        tops = [
            item.mapToScene(item.boundingRect().topLeft()).y()
            for item in window.items()
            if item.objectName().startswith("queue-")
        ]
    assert min(tops) >= 706


@pytest.mark.parametrize("name", ["home-six-queues", "home-nine-queues"])
def test_what_stands_beside_each_other_says_how_many_on_one_line(
    qtbot: QtBot, name: str
) -> None:
    with shown(SCREENS[name]) as window:
        feet: dict[float, set[float]] = {}
        for item in window.items():
            if "QueueBadge" in item.metaObject().className() and is_seen(item):
                card = item.mapToScene(item.boundingRect().center())
                feet.setdefault(round(card.y()), set()).add(card.x())
    assert len(feet) == 3
    assert {len(across) for across in feet.values()} == {2 if "six" in name else 3}


@pytest.mark.slow
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
@pytest.mark.parametrize("name", A_FEW)
def test_whoever_reads_from_the_right_finds_everything_on_the_other_side(
    qtbot: QtBot, name: str, size: Size
) -> None:
    with shown(SCREENS[name], size) as window:
        assert list(map(str, unmirrored(window.window))) == []


@pytest.mark.slow
@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
def test_every_screen_is_mirrored(qtbot: QtBot, size: Size) -> None:
    found = {}
    for name, state in SCREENS.items():
        with shown(state, size) as window:
            found[name] = list(map(str, unmirrored(window.window)))
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_a_label_that_stays_on_its_side_is_found(qtbot: QtBot) -> None:
    engine = QQmlApplicationEngine()
    engine.load(QUrl.fromLocalFile(str(HERE / "planted" / "Unmirrored.qml")))
    window = engine.rootObjects()[0]
    assert isinstance(window, QQuickWindow)
    window.show()
    assert QTest.qWaitForWindowExposed(window, PATIENCE_MS)
    found = unmirrored(window)
    assert [(fault.kind, fault.what.partition(" at ")[0]) for fault in found] == [
        (Kind.UNMIRRORED, "Name")
    ]
    engine.deleteLater()


# --- colours ----------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [
        "home-reconnecting",
        "home-nobody-at-the-desks",
        "home-message",
        "issued-no-paper",
        "issued-printer-fault",
        "no-number",
        "help-away",
        "away",
    ],
)
def test_amber_is_for_calls_and_the_kiosk_calls_nobody(qtbot: QtBot, name: str) -> None:
    with shown(SCREENS[name]) as window:
        picture = window.picture()
    hues = {
        QColor(picture.pixel(x, y)).hsvHue()
        for x in range(0, picture.width(), 3)
        for y in range(0, picture.height(), 3)
        if QColor(picture.pixel(x, y)).hsvSaturation() > 90
        # The second queue's own colour is a brick red.
        and QColor(picture.pixel(x, y)).hsvHue() > 25
    }
    assert [hue for hue in hues if hue < 70] == []


@pytest.mark.parametrize(
    ("accent", "used"),
    [("#7A1F5C", True), ("#FFD54A", False), ("#9A9A9A", False), ("", False)],
)
def test_the_branchs_colour_is_used_where_it_can_be_read(
    qtbot: QtBot, accent: str, used: bool
) -> None:
    state = made_up.with_branch(SCREENS["issued"], accent=accent or None)
    with shown(state) as window:
        done = window.item("done")
        corner = done.mapToScene(done.boundingRect().center()).toPoint()
        painted_in = QColor(window.picture().pixel(corner.x() // 3, corner.y()))
    assert (painted_in == QColor(accent)) is used
    assert contrast(rgb(painted_in), rgb(QColor("white"))) >= 4.5


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de", "ar"])
@pytest.mark.parametrize("size", [PORTRAIT, Size(1280, 720)], ids=str)
@pytest.mark.parametrize(
    "name",
    [
        "home-long-names",
        "home-long-names-larger",
        "home-nine-queues-larger",
        "home-message-by-phone",
        "closed-own-words",
        "closed-own-words-larger",
        "closed-hours-differ-larger",
        "kiosk-closed-larger",
    ],
)
def test_nothing_is_cut_off_or_painted_over_where_there_is_much_to_say(
    qtbot: QtBot, name: str, size: Size, language: str
) -> None:
    state = gallery.screens(language)[name]
    with shown(state, size, language) as window:
        assert faults(window.window, least_target("kiosk", size)) == []


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
def test_the_join_code_stays_beside_a_message(qtbot: QtBot, size: Size) -> None:
    state = gallery.screens("en")["home-message-by-phone"]
    with shown(state, size) as window:
        assert any(
            item.objectName() == "joinCode" and is_seen(item) for item in window.items()
        )


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
@pytest.mark.parametrize("name", ["home", "home-by-phone"])
def test_the_kiosk_greets_where_there_is_no_message(
    qtbot: QtBot, name: str, size: Size
) -> None:
    with shown(gallery.screens("en")[name], size) as window:
        said = [str(item.property("text")) for item, _ in texts(window)]
        assert "Welcome. What do you need today?" in said
