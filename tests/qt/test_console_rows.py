"""The console's buttons beside one another: one size of letters, nothing cut, whatever the window and the language."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from servicer import app, gallery
from shared.qt.robot import items_below
from shared.qt.settings import Size
from tests.by_night import EVERY_LANGUAGE
from tests.qt.window import Shown

pytestmark = pytest.mark.slow

SIZES = (
    Size(360, 220),
    Size(640, 420),
    Size(899, 599),
    Size(900, 600),
    Size(1000, 640),
    Size(1100, 720),
    Size(1920, 1080),
)

ROWS = (
    "called-long-ago",
    "serving",
    "someone-waits",
    "nobody-waits",
    "on-hold",
    "help-wanted",
    "sign-in-chosen",
    "walk-in",
)


def letters_of(button: QQuickItem) -> tuple[float, bool] | None:
    """Return how high a button's word is set, shrunk as it may be, and whether it is cut; None where it has no word."""
    for text in items_below(button):
        if text.inherits("QQuickText") and text.isVisible() and text.property("text"):
            size = float(text.property("font").pixelSize())
            needs, has = text.property("implicitWidth"), text.property("contentWidth")
            if text.property("lineCount") == 1 and needs > has + 1.5:
                size *= has / needs
            return round(size), bool(text.property("truncated"))
    return None


def rows_of(window: Shown) -> list[list[tuple[float, bool]]]:
    """Return the buttons that stand beside one another, as their letters are."""
    rows: dict[tuple[int, int], list[tuple[float, bool]]] = {}
    for item in window.items():
        if item.isVisible() and item.inherits("QQuickAbstractButton"):
            letters = letters_of(item)
            if letters is not None:
                line = (
                    id(item.parentItem()),
                    round(item.mapToScene(QPointF(0, 0)).y()),
                )
                rows.setdefault(line, []).append(letters)
    return list(rows.values())


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
@pytest.mark.parametrize("name", ROWS)
def test_buttons_in_a_row_are_set_in_one_size_and_none_is_cut(
    qtbot: QtBot, name: str, language: str
) -> None:
    scene = gallery.screens(language)[name]
    with Shown(app, scene, size=SIZES[0], language=language) as window:
        for size in SIZES:
            window.resize(size)
            window.picture()
            for row in rows_of(window):
                assert len({height for height, _ in row}) == 1, (size, row)
                assert not any(cut for _, cut in row), (size, row)


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
@pytest.mark.parametrize("size", [Size(360, 220), Size(1000, 760)], ids=str)
def test_whom_one_may_pick_is_written_as_large_as_what_stands_beside(
    qtbot: QtBot, size: Size, language: str
) -> None:
    shown = gallery.screens(language)["pick-one"]
    with Shown(app, shown, size=size, language=language) as window:
        lines = [window.item(f"answer-{id}") for id in range(108, 114)]
        ranks = [window.item(f"rank-{id}") for id in range(108, 114)]
        found = [letters_of(button) for button in (*lines, *ranks)]
        told = [each for each in found if each is not None]
        assert len(told) >= len(lines)
        assert len({size for size, _ in told}) == 1
        assert not any(cut for _, cut in told)


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
@pytest.mark.parametrize("name", ["called", "serving", "someone-waits"])
def test_captions_and_keys_leave_the_edge_of_their_button_free(
    qtbot: QtBot, name: str, language: str
) -> None:
    shown = gallery.screens(language)[name]
    with Shown(app, shown, size=Size(1000, 760), language=language) as window:
        buttons = [
            item
            for item in window.items()
            if item.isVisible() and item.property("moreKeys")
        ]
        assert buttons
        for button in buttons:
            whole = button.mapRectToScene(button.boundingRect())
            for text in items_below(button):
                if text.inherits("QQuickText") and text.isVisible():
                    drawn = text.mapRectToScene(text.boundingRect())
                    assert drawn.top() >= whole.top() + 5
                    assert drawn.bottom() <= whole.bottom() - 5
