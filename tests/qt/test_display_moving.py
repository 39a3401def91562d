"""The board while a call comes in: the number, the rows and the ring, and that nothing else moves."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from display import app, gallery
from display.options import Options
from display.scene import Scene
from display.state import DisplayState
from display.viewmodels.display_view_model import DisplayViewModel
from shared.qt import sample
from shared.qt.robot import items_below
from shared.qt.settings import Size, ThemeMode
from tests.qt.looks import is_seen
from tests.qt.window import Shown

pytestmark = pytest.mark.slow

SIZES = [Size(1920, 1080), Size(1080, 1920)]
ARRANGEMENTS = {
    "beside": Options(),
    "columns": gallery.IN_COLUMNS,
    "far away": gallery.FAR,
}
each_arrangement = pytest.mark.parametrize(
    "options", ARRANGEMENTS.values(), ids=ARRANGEMENTS
)
each_size = pytest.mark.parametrize("size", SIZES, ids=str)

SAME = 12
"""Two pictures whose patches differ by less than this of 255 look the same."""
PATCH = 4
"""How many pixels wide a patch is: letters are smoothed a little otherwise each time they are laid out, by single pixels at their edges."""


def quiet() -> DisplayState:
    """Return a board with earlier calls."""
    branch = gallery.screens("en")["call"].state.followed
    assert branch is not None
    return gallery.at(branch.branch, "en", gallery.earlier())


def view_model_of(shown: Shown) -> DisplayViewModel:
    """Return the view model that a window shows."""
    found = shown.models["display"]
    assert isinstance(found, DisplayViewModel)
    return found


def call_to(shown: Shown, state: DisplayState) -> None:
    """Let the window hear of a call."""
    view_model_of(shown).become(state)


def ring_of(shown: Shown) -> QQuickItem | None:
    """Return the ring that moves or is held, if any does."""
    rings = (item for item in shown.items() if item.objectName() == "pulse")
    return next((ring for ring in rings if moves(ring) or ring.isVisible()), None)


def moves(ring: QQuickItem) -> bool:
    """Return whether a ring comes and goes just now."""
    return bool(ring.property("running"))


def opacity_of(item: QQuickItem) -> float:
    """Return how far an item is seen, with all that it is in."""
    parent = item.parentItem()
    return item.opacity() * (1 if parent is None else opacity_of(parent))


def number(shown: Shown, label: str) -> QQuickItem:
    """Return the number of a call that is painted largest."""
    found = [
        item
        for item in shown.items()
        if item.property("text") == label and item.isVisible()
    ]
    return max(found, key=lambda item: item.height())


def differs_outside(one: QImage, other: QImage, where: QPainterPath) -> int:
    """Return how much a patch of two pictures differs at most, but for what lies within a path."""
    difference = one.convertToFormat(QImage.Format.Format_RGB888)
    painter = QPainter(difference)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.fillPath(where, QColor("black"))
    painter.end()
    patches = difference.scaled(
        difference.size() / PATCH, mode=Qt.TransformationMode.SmoothTransformation
    )
    # A line of it may end with some bytes that are of no pixel.
    width, line = 3 * patches.width(), patches.bytesPerLine()
    told = bytes(patches.constBits())
    return max(max(told[at : at + width]) for at in range(0, len(told), line))


def around(ring: QQuickItem) -> QPainterPath:
    """Return the round shape between a card and the outer edge of its ring, with half a pixel for smoothing."""
    outer = ring.mapRectToScene(QRectF(0, 0, ring.width(), ring.height()))
    reach = ring.property("reach")
    inner = outer.adjusted(reach, reach, -reach, -reach)
    radius = ring.property("cardRadius")
    whole, card = QPainterPath(), QPainterPath()
    whole.addRoundedRect(outer.adjusted(-1, -1, 1, 1), radius + reach, radius + reach)
    card.addRoundedRect(inner, radius, radius)
    return whole - card


@each_arrangement
@pytest.mark.parametrize("still", [False, True], ids=["moving", "reduced motion"])
def test_a_new_number_comes_in_gently_in_every_arrangement(
    qtbot: QtBot, options: Options, still: bool
) -> None:
    before = quiet()
    with Shown(app, Scene(before, options), still=still) as shown:
        call_to(shown, gallery.called(before, 107, 3, seq=41))
        at_first = opacity_of(number(shown, "A107"))
        assert at_first >= 0.5, "a call is never an empty box"
        assert (at_first < 1) is not still
        qtbot.waitUntil(lambda: opacity_of(number(shown, "A107")) == 1)


@pytest.mark.parametrize("theme", [ThemeMode.DARK, ThemeMode.CONTRAST])
@each_size
@pytest.mark.parametrize("name", ["call", "columns", "far-away"])
def test_a_pulsing_board_differs_from_a_resting_one_only_around_the_cards_own_shape(
    qtbot: QtBot, name: str, size: Size, theme: ThemeMode
) -> None:
    scenes = gallery.screens("en")
    resting = scenes["columns-two-calls" if name == "columns" else name]
    with Shown(app, scenes[f"{name}-pulsing"], size=size, theme=theme) as shown:
        pulsing = shown.picture()
        ring = ring_of(shown)
        assert ring is not None
        shape = around(ring)
    with Shown(app, resting, size=size, theme=theme) as shown:
        rest = shown.picture()
    assert differs_outside(pulsing, rest, QPainterPath()) > 100
    assert differs_outside(pulsing, rest, shape) <= SAME


@pytest.mark.slow
@each_arrangement
def test_a_pulse_ends_where_the_resting_picture_is(
    qtbot: QtBot, options: Options
) -> None:
    before = quiet()
    call = gallery.called(before, 107, 3, seq=41)
    with Shown(app, Scene(call, options)) as shown:
        rest, places = shown.picture(), boxes(shown)
    with Shown(app, Scene(before, options), still=False) as shown:
        call_to(shown, call)
        ring = ring_of(shown)
        assert ring is not None
        shape = around(ring)
        qtbot.waitUntil(lambda: stands(shown, places))
        beside = []

        def over() -> bool:
            beside.append(differs_outside(shown.picture(), rest, shape))
            return not moves(ring)

        qtbot.waitUntil(over)
        assert len(beside) > 2
        assert max(beside) <= SAME
        assert differs_outside(shown.picture(), rest, QPainterPath()) <= SAME


def stands(shown: Shown, places: Mapping[str, QRectF]) -> bool:
    """Return whether the number is there and each earlier call in its place."""
    return opacity_of(number(shown, "A107")) == 1 and boxes(shown) == places


def boxes(shown: Shown) -> dict[str, QRectF]:
    """Return where each earlier call stands that is seen."""
    return {
        item.objectName(): item.mapRectToScene(
            QRectF(0, 0, item.width(), item.height())
        )
        for item in shown.items()
        if item.objectName().startswith("call-")
        and item.property("place") != 0
        and item.inherits("QQuickRectangle")
        and is_seen(item)
    }


@pytest.mark.parametrize("options", [Options(), gallery.FAR], ids=["beside", "far"])
@each_size
def test_rows_make_room_for_a_call_without_being_painted_over_one_another(
    qtbot: QtBot, options: Options, size: Size
) -> None:
    before = quiet()
    call = gallery.called(before, 107, 3, seq=41)
    with Shown(app, Scene(call, options), size=size) as shown:
        places = boxes(shown)
    with Shown(app, Scene(before, options), size=size, still=False) as shown:
        call_to(shown, call)
        seen = []

        def through() -> bool:
            seen.append(boxes(shown))
            return stands(shown, places)

        qtbot.waitUntil(through)
        assert len(seen) > 2
        for frame in seen:
            for (name, one), (other_name, other) in combinations(frame.items(), 2):
                assert not one.intersects(other), f"{name} over {other_name}"


@pytest.mark.parametrize("announced", [True, False], ids=["call", "snapshot"])
def test_in_columns_only_a_call_that_is_announced_pulses(
    qtbot: QtBot, announced: bool
) -> None:
    before = quiet()
    assert before.followed is not None
    calls = [sample.call(107, 3), *gallery.earlier()]
    with Shown(app, Scene(before, gallery.IN_COLUMNS), still=False) as shown:
        if announced:
            call_to(shown, gallery.called(before, 107, 3, seq=41))
        else:
            call_to(shown, gallery.at(before.followed.branch, "en", calls))
        assert view_model_of(shown).props.hero_label == "A107"
        rings = [item for item in shown.items() if item.objectName() == "pulse"]
        assert any(map(moves, rings)) is announced


@each_size
def test_what_stands_above_a_column_leaves_the_ring_its_room(
    qtbot: QtBot, size: Size
) -> None:
    scene = gallery.screens("de")["columns-pulsing"]
    with Shown(app, scene, size=size, language="de") as shown:
        ring = ring_of(shown)
        assert ring is not None
        column = ring.parentItem().parentItem()
        top = ring.mapRectToScene(QRectF(0, 0, ring.width(), ring.height())).top()
        heads = [
            item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
            for item in items_below(column)
            if item.objectName() in ("column-name", "column-range", "waiting")
            and item.isVisible()
        ]
        assert len(heads) == 3
        assert all(head.bottom() <= top for head in heads)
