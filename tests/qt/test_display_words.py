"""The board's words: one size for what stands together, where reading begins, and what is said instead of calls."""

import dataclasses

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from display import app, gallery
from display.scene import Scene
from shared.qt import sample
from shared.qt.robot import items_below
from shared.qt.settings import Size
from shared.wire.messages import Notice
from tests.by_night import EVERY_LANGUAGE
from tests.qt.looks import is_seen, writing_of
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


def size_of(item: QQuickItem) -> int:
    """Return the size of a text's letters."""
    return int(item.property("font").pixelSize())


def box_of(item: QQuickItem) -> QRectF:
    """Return where an item stands in its window."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
@pytest.mark.parametrize("name", ["call", "all-answered", "far-away", "columns"])
@each_size
def test_the_word_for_a_desk_has_one_size_in_all_rows_and_can_be_read(
    qtbot: QtBot, name: str, size: Size, language: str
) -> None:
    scene = gallery.screens(language)[name]
    with Shown(app, scene, size=size, language=language) as shown:
        found: dict[int, set[int]] = {}
        for word in seen(shown, "desk-word"):
            line = word.parentItem()
            digits = next(
                size_of(item)
                for item in items_below(line)
                if item.objectName() == "desk"
            )
            found.setdefault(digits, set()).add(size_of(word))
        assert found
        for digits, sizes in found.items():
            assert len(sizes) == 1
            assert sizes.pop() >= 0.22 * digits


@pytest.mark.parametrize("language", ["en", "de", "ar"])
@each_size
def test_what_rooms_are_called_has_one_size_also_where_one_name_is_long(
    qtbot: QtBot, size: Size, language: str
) -> None:
    rooms = gallery.screens(language)["rooms"].state
    assert rooms.followed is not None
    branch = rooms.followed.branch
    desks = [
        replace(desk, names={"en": "Laboratory and ultrasound"})
        if desk.number == 12
        else desk
        for desk in branch.desks
    ]
    state = gallery.called(
        gallery.at(replace(branch, desks=desks), language, gallery.earlier()),
        107,
        3,
        seq=41,
    )
    with Shown(app, Scene(state), size=size, language=language) as shown:
        names = seen(shown, "desk-name")
        assert len(names) == 2
        assert len({size_of(name) for name in names}) == 1
        assert not any(name.property("truncated") for name in names)
        for name in names:
            chip = name.parentItem()
            assert box_of(chip).contains(box_of(name))


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
@pytest.mark.parametrize(
    ("state", "name", "count"),
    [
        ("call", "strip-name", 3),
        ("all-answered", "idle-name", 3),
        ("all-answered-six-queues", "idle-name", 6),
        ("columns", "column-name", 3),
    ],
)
@each_size
def test_names_of_queues_that_stand_together_have_one_size(
    qtbot: QtBot, size: Size, state: str, name: str, count: int, language: str
) -> None:
    scene = gallery.screens(language)[state]
    with Shown(app, scene, size=size, language=language) as shown:
        names = seen(shown, name)
        assert len(names) == count
        assert len({size_of(item) for item in names}) == 1
        assert not any(item.property("truncated") for item in names)


@pytest.mark.parametrize("language", EVERY_LANGUAGE)
@each_size
def test_names_in_the_strip_are_large_enough_or_give_way_to_the_last_call(
    qtbot: QtBot, size: Size, language: str
) -> None:
    scene = gallery.screens(language)["call-six-queues"]
    with Shown(app, scene, size=size, language=language) as shown:
        least = 25 * min(size.width, size.height) / 1080
        assert all(size_of(name) >= least for name in seen(shown, "strip-name"))


@pytest.mark.parametrize("name", ["call", "far-away", "columns", "all-answered"])
@each_size
def test_in_arabic_each_row_begins_on_the_right(
    qtbot: QtBot, name: str, size: Size
) -> None:
    scene = gallery.screens("ar")[name]
    with Shown(app, scene, size=size, language="ar") as shown:
        row = next(
            item
            for item in shown.items()
            if item.objectName() == "call-A106" and is_seen(item)
        )
        label = next(
            item for item in items_below(row) if item.property("text") == "A106"
        )
        assert box_of(row).right() - box_of(label).right() < size.width / 20


@each_size
def test_a_closed_board_says_when_it_opens_and_shows_the_week(
    qtbot: QtBot, size: Size
) -> None:
    with Shown(app, gallery.screens("en")["closed-message"], size=size) as shown:
        assert shown.text("what") == "We are closed"
        assert shown.text("what-next") == "Opens tomorrow at 09:00"
        assert shown.text("message").startswith("We are running 20 minutes late")
        assert shown.text("footer") == "Free Wi-Fi: guest · www.city.example"
        week = shown.item("week")
        said = [
            str(i.property("text")) for i in items_below(week) if i.property("text")
        ]
        assert "Friday · tomorrow" in said
        assert said.count("closed") == 2
        assert box_of(shown.item("message")).bottom() < box_of(week).top()
        assert box_of(week).bottom() <= box_of(shown.item("footer")).top()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ["Staff training in the morning", "Public holiday"]),
        ("de", ["Vormittags Schulung der Belegschaft", "Gesetzlicher Feiertag"]),
        ("ar", ["تدريب الموظفين صباحًا", "عطلة رسمية"]),
    ],
)
@each_size
def test_a_closed_board_says_below_a_day_why_it_differs(
    qtbot: QtBot, size: Size, language: str, said: list[str]
) -> None:
    scene = gallery.screens(language)["closed-message"]
    with Shown(app, scene, size=size, language=language) as shown:
        reasons = seen(shown, "why")
        assert [str(item.property("text")) for item in reasons] == said
        assert not any(item.property("truncated") for item in reasons)
        week, room = box_of(shown.item("week")), box_of(shown.item("message"))
        assert all(week.contains(box_of(item)) for item in reasons)
        assert room.bottom() < week.top()
        assert week.bottom() <= box_of(shown.item("footer")).top()


def test_a_closed_board_that_is_not_live_says_so_above_the_week(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("en")["closed-reconnecting"]) as shown:
        assert box_of(shown.item("truth")).bottom() < box_of(shown.item("week")).top()


def test_hyphens_and_digits_in_running_text_are_as_wide_as_they_are(
    qtbot: QtBot,
) -> None:
    with Shown(app, gallery.screens("en")["rooms"]) as shown:
        features = {
            name: {
                bytes(tag.toString()).decode()
                for tag in shown.item(name).property("font").featureTags()
            }
            for name in ("footer", "hero-label")
        }
        assert "tnum" not in features["footer"]
        assert "tnum" in features["hero-label"]


@pytest.mark.parametrize(
    ("board", "message", "from_the_right"),
    [
        ("de", "نحن متأخرون 20 دقيقة.", True),
        ("de", "20 Minuten Verzug.", False),
        ("ar", "We are late.", False),
        ("ar", "نحن متأخرون 20 دقيقة.", True),
    ],
)
def test_a_message_begins_where_its_own_language_begins_to_read(
    qtbot: QtBot, board: str, message: str, from_the_right: bool
) -> None:
    scene = gallery.screens(board)["message"]
    followed = scene.state.followed
    assert followed is not None
    notice = Notice(texts={board: message}, since=sample.NOW)
    told = followed.with_branch(replace(followed.branch, message=notice))
    said = dataclasses.replace(scene.state, followed=told)
    with Shown(app, dataclasses.replace(scene, state=said), language=board) as shown:
        text = shown.item("notice")
        assert text.property("text") == message
        letters = writing_of(text)
        at_the_left = letters.x() < 1
        assert at_the_left is not from_the_right


@pytest.mark.parametrize("name", ["rooms", "columns-rooms", "far-away-rooms"])
def test_the_name_of_a_room_stands_in_its_chip_on_the_card_and_in_rows(
    qtbot: QtBot, name: str
) -> None:
    with Shown(app, gallery.screens("de")[name], language="de") as shown:
        names = [
            item
            for item in shown.items()
            if item.objectName().endswith("desk-name") and is_seen(item)
        ]
        assert any(item.property("text") == "Labor" for item in names)
        for item in names:
            chip = item.parentItem()
            assert chip.inherits("QQuickRectangle")
            assert box_of(chip).contains(box_of(item))


def test_the_queues_end_where_the_card_beside_them_ends(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("de")["break"], language="de") as shown:
        last = seen(shown, "idle-name")[-1].parentItem().parentItem()
        card = shown.item("hero")
        assert box_of(last).bottom() == pytest.approx(box_of(card).bottom(), abs=2)
