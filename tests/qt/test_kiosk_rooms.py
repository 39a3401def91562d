"""What has its room on every one of the kiosk's screens: the code for phones, the branch's own line, names, the ticket's code."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import app, gallery, made_up
from kiosk.state import KioskState
from shared.qt.settings import Size, ThemeMode
from tests.by_night import EVERY_LANGUAGE
from tests.qt.kiosk_stand import read_codes
from tests.qt.looks import is_seen, number
from tests.qt.window import Shown

pytestmark = pytest.mark.slow

PORTRAIT, LANDSCAPE = Size(1080, 1920), Size(1920, 1080)
MARKS = "\u200f\u2068"
"""What gives words their direction, and is not read."""

SCREENS = gallery.screens("en")
JOINING = [name for name, state in SCREENS.items() if state.join_url]
FOOTED = [
    name
    for name, state in SCREENS.items()
    if state.followed is not None and state.followed.branch.footer
]

each_size = pytest.mark.parametrize("size", gallery.SIZES, ids=str)
each_way = pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)


def shown(state: KioskState, size: Size, language: str = "en") -> Shown:
    """Return the kiosk's window in a state."""
    return Shown(app, state, size=size, theme=ThemeMode.LIGHT, language=language)


def box(item: QQuickItem) -> QRectF:
    """Return where an item is in its window."""
    return QRectF(
        item.mapToScene(QPointF(0, 0)),
        item.mapToScene(item.boundingRect().bottomRight()),
    )


def lines(item: QQuickItem) -> Iterator[QQuickItem]:
    """Yield every text in an item."""
    for child in item.childItems():
        if child.inherits("QQuickText") and is_seen(child):
            yield child
        yield from lines(child)


@each_size
@pytest.mark.parametrize("name", JOINING)
def test_a_phone_can_scan_the_code_whatever_else_there_is_to_say(
    qtbot: QtBot, name: str, size: Size
) -> None:
    with shown(SCREENS[name], size) as window:
        assert made_up.JOIN_URL in read_codes(window.picture())


@each_way
@pytest.mark.parametrize("name", [name for name in JOINING if "nobody" in name])
def test_beside_the_code_it_is_said_that_nobody_serves(
    qtbot: QtBot, name: str, size: Size
) -> None:
    with shown(SCREENS[name], size) as window:
        assert window.sees("nobody")
        assert window.sees("joinCode")


@each_way
def test_the_branchs_own_line_and_its_name_stay_where_they_are(
    qtbot: QtBot, size: Size
) -> None:
    places = {}
    for name in FOOTED:
        with shown(SCREENS[name], size) as window:
            foot = box(window.item("footer"))
            bar = box(window.item("language-en"))
            branch = window.item("branch")
            assert foot.bottom() < bar.top()
            # While the connection is interrupted, a bar is above the branch's name.
            header = 0 if name.startswith("no-number") else box(branch).top()
            places[name] = foot.topLeft(), branch.property("size"), header
    assert len(FOOTED) > 8
    tops = {str(place) for place in places.values() if place[2]}
    assert len(tops) == 1, places
    assert len({str(place[:2]) for place in places.values()}) == 1, places


@each_way
@pytest.mark.parametrize("name", ["home-two-lines", "home", "home-everything"])
@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_a_name_of_two_lines_has_air_below_too(
    qtbot: QtBot, name: str, size: Size, language: str
) -> None:
    with shown(gallery.screens(language)[name], size, language) as window:
        buttons = [i for i in window.items() if i.objectName().startswith("queue-")]
        assert buttons
        for button in buttons:
            low = max(
                box(text).top() + number(text, "contentHeight")
                for text in lines(button)
            )
            high = min(box(text).top() for text in lines(button))
            edges = box(button)
            least = 12 if name == "home-everything" else 18
            assert edges.bottom() - low >= least, button.objectName()
            assert abs((edges.bottom() - low) - (high - edges.top())) <= 16


@each_way
def test_without_paper_the_code_is_the_ticket_and_large(
    qtbot: QtBot, size: Size
) -> None:
    def side(name: str) -> float:
        with shown(SCREENS[name], size) as window:
            return float(number(window.item("qr"), "width"))

    assert side("issued") >= 400
    assert side("issued") > 1.2 * side("issued-printed")
    with shown(SCREENS["issued"], size) as window:
        assert made_up.URL in read_codes(window.picture())


@each_way
@pytest.mark.parametrize("language", EVERY_LANGUAGE)
@pytest.mark.parametrize(
    "name", ["issued", "issued-next", "issued-next-nobody-at-the-desks"]
)
def test_how_many_are_ahead_is_one_line(
    qtbot: QtBot, name: str, language: str, size: Size
) -> None:
    with shown(gallery.screens(language)[name], size, language) as window:
        assert number(window.item("ahead"), "lineCount") == 1


@pytest.mark.parametrize(
    ("language", "one"),
    [
        ("en", "1 waiting"),
        ("de", "1 wartet"),
        ("es", "1 espera"),
        ("fr", "1 attend"),
        ("ar", "واحد ينتظر"),
    ],
)
def test_one_alone_is_told_of_as_one(qtbot: QtBot, language: str, one: str) -> None:
    with shown(gallery.screens(language)["home-two-lines"], LANDSCAPE, language) as w:
        told = [str(text.property("text")) for text in lines(w.item("queue-parking"))]
        assert any(
            text.strip(MARKS).startswith((one + " ·", one + "\u2069 ·"))
            for text in told
        ), told


# --- when it opens ---------------------------------------------------------------------------


def test_a_closed_queue_says_on_its_tile_when_it_opens(qtbot: QtBot) -> None:
    with shown(SCREENS["home-queues-open-later"], LANDSCAPE) as window:
        for queue, when in {
            "queue-passports": "Opens tomorrow at 09:00",
            "queue-bills": "Opens today at 12:00",
        }.items():
            told = [str(text.property("text")) for text in lines(window.item(queue))]
            assert when in told
    with shown(SCREENS["refused-closed-till-later"], LANDSCAPE) as window:
        assert window.text("advice").endswith("Opens today at 12:00")


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
def test_a_closed_kiosk_says_for_which_queue_its_hours_are(
    qtbot: QtBot, size: Size
) -> None:
    with shown(SCREENS["closed-hours-differ"], size) as window:
        assert window.text("advice") == "Opens today at 12:00 · Parking permits"
        assert window.sees("hoursDiffer")
    with shown(SCREENS["closed"], size) as window:
        assert not window.sees("hoursDiffer")


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=str)
def test_what_staff_press_stands_in_the_middle(qtbot: QtBot, size: Size) -> None:
    with shown(SCREENS["staff"], size) as window:
        column = window.item("back").parentItem()
        above = column.y()
        below = window.window.height() - above - column.height()
        assert abs(above - below) <= 2
