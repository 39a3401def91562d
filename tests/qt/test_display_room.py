"""What the board does with its room: far away, before the first call, between calls, and in the corner that is the installer's."""

from itertools import combinations

import pytest
from msgspec import structs
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from display import app, gallery
from display.scene import Scene
from shared.qt.robot import items_below
from shared.qt.settings import Size
from tests.by_night import by_night
from tests.qt.looks import is_seen
from tests.qt.window import Shown

pytestmark = pytest.mark.slow

SIZES = [Size(1920, 1080), Size(1080, 1920), Size(1280, 720)]
each_size = pytest.mark.parametrize("size", SIZES, ids=str)


def seen(shown: Shown, name: str) -> list[QQuickItem]:
    """Return the items of this name that are seen and say something."""
    return [
        item
        for item in shown.items()
        if item.objectName() == name and is_seen(item) and item.property("text")
    ]


def box_of(item: QQuickItem) -> QRectF:
    """Return where an item stands in its window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def test_that_the_time_is_not_checked_is_a_mark_without_words_in_the_corner(
    qtbot: QtBot,
) -> None:
    with Shown(app, gallery.screens("en")["clock-unsure"]) as shown:
        assert box_of(shown.item("clock-unsure")).top() > 1080 - 80
        assert not any(
            "not checked" in str(item.property("text")) for item in shown.items()
        )
    with Shown(app, gallery.screens("en")["call"]) as shown:
        assert not shown.sees("clock-unsure")


def test_while_it_is_not_live_nothing_is_marked_for_the_installer(
    qtbot: QtBot,
) -> None:
    state = gallery.screens("en")["reconnecting"].state
    with Shown(app, Scene(state, gallery.TOO_FAR)) as shown:
        assert not shown.sees("too-small")


def test_a_message_leaves_a_board_that_can_be_read_as_it_is(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("en")["across-message"]) as shown:
        assert not shown.sees("too-small")
        assert shown.text("corner") == "Open until 16:00"
        pixel_mm = 55 * 25.4 / (1920**2 + 1080**2) ** 0.5
        for label in ("R388", "A106", "L041"):
            number = next(
                item
                for item in items_below(shown.item(f"call-{label}"))
                if item.property("text") == label
            )
            cap = QFontMetricsF(number.property("font")).capHeight()
            assert cap * pixel_mm >= 66


@pytest.mark.parametrize("language", [by_night("en"), "de", "ar"])
@pytest.mark.parametrize(
    "name",
    [
        "first-call",
        "across-first-call",
        "far-away-first-call",
        "nobody-called-yet",
        "across-nobody-called",
        "far-away-nobody-called",
    ],
)
@each_size
def test_where_nobody_was_called_before_the_room_says_how_long_one_would_wait(
    qtbot: QtBot, size: Size, name: str, language: str
) -> None:
    scene = gallery.screens(language)[name]
    with Shown(app, scene, size=size, language=language) as shown:
        ranges = seen(shown, "range")
        assert len(ranges) == 3
        names = seen(shown, "idle-name")
        assert len({each.property("font").pixelSize() for each in names}) == 1
        assert not any(each.property("truncated") for each in names)
        assert shown.sees("open-12")
        window = QRectF(0, 0, size.width, size.height)
        assert all(window.contains(box_of(each)) for each in ranges)


@pytest.mark.parametrize("language", [by_night("en"), "de", "ar"])
@pytest.mark.parametrize(
    "name", ["across-two-calls", "across-two-calls-rooms", "across-two-calls-message"]
)
@each_size
def test_what_few_calls_leave_says_how_long_one_would_wait_and_where_is_open(
    qtbot: QtBot, size: Size, name: str, language: str
) -> None:
    scene = gallery.screens(language)[name]
    with Shown(app, scene, size=size, language=language) as shown:
        row = box_of(shown.item("call-R388"))
        ranges = seen(shown, "range")
        assert len(ranges) == 3
        assert shown.sees("open-12")
        assert all(box_of(each).top() > row.bottom() for each in ranges)
        window = QRectF(0, 0, size.width, size.height)
        assert all(window.contains(box_of(each)) for each in ranges)
        assert not any(each.property("truncated") for each in seen(shown, "idle-name"))


@each_size
def test_a_rooms_name_is_rather_smaller_than_parted(qtbot: QtBot, size: Size) -> None:
    with Shown(app, gallery.screens("de")["rooms"], size=size, language="de") as shown:
        names = [*seen(shown, "desk-name"), *seen(shown, "hero-desk-name")]
        assert "Behandlung Dr. Weiß" in {name.property("text") for name in names}
        for name in names:
            assert name.property("lineCount") == 1
            assert not name.property("truncated")


@pytest.mark.parametrize("name", ["rooms", "across-two-calls-rooms", "message"])
@each_size
def test_number_and_queue_of_the_newest_call_stand_on_one_axis_within_its_card(
    qtbot: QtBot, size: Size, name: str
) -> None:
    scene = gallery.screens("en")[name]
    with Shown(app, scene, size=size) as shown:
        card, number, queue, desk = (
            box_of(shown.item(part))
            for part in ("hero-card", "hero-label", "hero-queue", "hero-desk")
        )
        assert abs(number.center().x() - queue.center().x()) < 2
        assert queue.bottom() < card.bottom() - 0.02 * card.height()
        assert desk.right() < card.right()


@pytest.mark.parametrize(
    "name",
    [
        "all-answered",
        "across-all-answered",
        "far-away-all-answered",
        "pictures-all-answered",
    ],
)
@each_size
def test_calls_that_are_over_say_so_and_when_they_were(
    qtbot: QtBot, size: Size, name: str
) -> None:
    with Shown(app, gallery.screens("en")[name], size=size) as shown:
        assert shown.text("caption") == "Last called"
        assert shown.text("at-R388") == "10:40"
        row = shown.item("call-R388")
        assert box_of(shown.item("caption")).bottom() < box_of(row).top()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_far_away_the_end_of_a_row_says_what_its_customer_came_for(
    qtbot: QtBot, language: str
) -> None:
    scene = gallery.screens(language)["far-away"]
    with Shown(app, scene, language=language) as shown:
        asides = [*seen(shown, "aside"), *seen(shown, "hero-aside")]
        assert len(asides) == 3
        for aside in asides:
            assert not aside.property("truncated")
            chip = next(
                item
                for item in items_below(aside.parentItem())
                if item.property("called") in ("desk", "hero-desk")
            )
            assert not box_of(chip).intersects(box_of(aside))


@pytest.mark.parametrize("name", ["all-answered", "first-call"])
def test_open_desks_stay_within_their_half_of_a_small_screen(
    qtbot: QtBot, name: str
) -> None:
    scene = gallery.screens("de")[name]
    with Shown(app, scene, size=Size(800, 600), language="de") as shown:
        chips = [
            item
            for item in shown.items()
            if item.objectName().startswith("open-") and is_seen(item)
        ]
        assert chips
        for chip in chips:
            row = chip.parentItem()
            assert box_of(chip).right() <= box_of(row).right() + 1


def test_a_refused_board_says_what_is_true_of_any_token(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("en")["not-registered"]) as shown:
        assert shown.text("what-next") == (
            "Staff: please pair it again. The server does not take its token."
        )


@each_size
@pytest.mark.parametrize("language", [by_night("en"), "de", "ar"])
def test_above_columns_stands_how_long_one_would_wait_and_no_call_moves_for_it(
    qtbot: QtBot, size: Size, language: str
) -> None:
    scene = gallery.screens(language)["columns"]
    assert scene.state.followed is not None
    branch = scene.state.followed.branch
    queues = [structs.replace(queue, estimate=None) for queue in branch.queues]
    nothing = structs.replace(branch, queues=queues, desks=[])
    silent = gallery.at(nothing, language, scene.state.followed.calls)
    calls = ("call-A107", "call-R388", "call-L041", "call-A105")
    with Shown(app, scene, size=size, language=language) as shown:
        ranges, names = seen(shown, "column-range"), seen(shown, "column-name")
        assert len(ranges) == 3
        assert len({each.property("font").pixelSize() for each in names}) == 1
        for one, other in combinations([*ranges, *names], 2):
            assert not box_of(one).intersects(box_of(other))
        places = [box_of(shown.item(each)) for each in calls if shown.sees(each)]
    with Shown(
        app, Scene(silent, scene.options), size=size, language=language
    ) as shown:
        assert not seen(shown, "column-range")
        assert places == [
            box_of(shown.item(each)) for each in calls if shown.sees(each)
        ]
