"""The console read from the right: everything stands on the other side, and no sentence is torn apart."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption
from PySide6.QtQuick import QQuickItem

from servicer import app, gallery
from shared.qt.settings import Size
from tests.qt.looks import unmirrored
from tests.qt.window import Shown

LARGE, SMALL = Size(1100, 720), Size(360, 220)


def from_the_right(item: QQuickItem, *parts: str) -> list[str]:
    """Return the parts of what an item says, whichever stands furthest to the right first."""
    text = str(item.property("text"))
    layout = QTextLayout(text, QFont(item.property("font")))
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setPosition(QPointF(0, 0))
    layout.endLayout()

    def middle(part: str) -> float:
        runs = line.glyphRuns(text.rindex(part), len(part))
        return runs[0].boundingRect().center().x()

    return sorted(parts, key=middle, reverse=True)


def saying(window: Shown, words: str) -> QQuickItem:
    """Return the text that has these words."""
    return next(
        item
        for item in window.items()
        if item.isVisible()
        and item.inherits("QQuickText")
        and words in str(item.property("text"))
    )


IN_ORDER = {
    "help-wanted": ("طلب مساعدة", "Entrance", "2", "د"),
    "help-coming": ("طلب مساعدة", "Entrance", "2", "د"),
    "serving": ("الأطول", "5", "د"),
    "pick-one": ("A108", "تصاريح", "5", "د"),
    "found-done": ("تم", "10:38", "شباك", "3"),
    "break-over": ("Coffee", "10:36", "6", "د"),
    "arrival": ("تصاريح", "5"),
}


@pytest.mark.parametrize("name", IN_ORDER)
def test_a_name_in_another_script_does_not_turn_its_sentence_round(name: str) -> None:
    parts = IN_ORDER[name]
    with Shown(app, gallery.screens("ar")[name], size=LARGE, language="ar") as window:
        sentence = next(
            item
            for item in window.items()
            if item.isVisible()
            and item.inherits("QQuickText")
            and all(part in str(item.property("text")) for part in parts)
        )
        assert from_the_right(sentence, *sorted(parts)) == list(parts)


def test_the_same_sentence_without_care_would_be_torn_apart(qapp: object) -> None:
    with Shown(
        app, gallery.screens("ar")["help-wanted"], size=LARGE, language="ar"
    ) as window:
        title = saying(window, "Entrance")
        bare = str(title.property("text")).translate({0x2068: None, 0x2069: None})
        title.setProperty("text", bare)
        order = from_the_right(title, "Entrance", "2", "د")
        assert order == ["2", "Entrance", "د"]


@pytest.mark.parametrize("name", ["help-and-message", "help-wanted", "serving"])
def test_a_screen_is_mirrored_for_who_reads_from_the_right(name: str) -> None:
    with Shown(app, gallery.screens("en")[name], size=LARGE) as window:
        assert list(map(str, unmirrored(window.window))) == []


@pytest.mark.slow
@pytest.mark.parametrize("size", [LARGE, SMALL], ids=str)
def test_every_screen_is_mirrored_for_who_reads_from_the_right(size: Size) -> None:
    found = {}
    for name, scene in gallery.screens("en").items():
        with Shown(app, scene, size=size) as window:
            found[name] = list(map(str, unmirrored(window.window)))
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_cards_at_the_side_do_not_touch() -> None:
    with Shown(app, gallery.screens("en")["help-and-message"], size=LARGE) as window:
        colleague, message = (window.item(name) for name in ("help-desk-4", "message"))
        below = colleague.mapToScene(QPointF(0, colleague.height())).y()
        assert message.mapToScene(QPointF(0, 0)).y() - below >= 8


def test_how_many_wait_stands_before_how_long_in_the_small_window() -> None:
    scene = gallery.screens("ar")["serving"]
    with Shown(app, scene, size=SMALL, language="ar") as window:
        assert from_the_right(window.item("count"), "د", "5", "6") == ["6", "5", "د"]


def begins_on_the_right(field: QQuickItem) -> bool:
    """Return whether what is written in a field begins on the right."""
    field.setProperty("cursorPosition", 0)
    return bool(field.property("cursorRectangle").x() > field.width() / 2)


@pytest.mark.parametrize("language", ["de", "ar"])
def test_each_language_is_written_in_its_own_direction(language: str) -> None:
    shown = gallery.screens(language)["tell-everybody"]
    with Shown(app, shown, size=LARGE, language=language) as window:
        for tag in ("en", "de", "es", "fr", "ar"):
            assert begins_on_the_right(window.item(f"text-{tag}")) is (tag == "ar")


@pytest.mark.parametrize(("words", "right"), [("إسعاف", True), ("Form", False)])
def test_a_reason_is_written_in_the_direction_of_its_letters(
    words: str, right: bool
) -> None:
    shown = gallery.screens("de")["hold-asked"]
    with Shown(app, shown, size=LARGE, language="de") as window:
        field = next(
            item
            for item in window.items()
            if item.isVisible() and item.property("maximumLength") == 500
        )
        field.setProperty("text", words)
        assert begins_on_the_right(field) is right
