"""How it looks and feels to sit down at a console, and what is to be read without a mistake."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from servicer import app, gallery
from shared.qt import sample
from shared.qt.settings import Size, ThemeMode
from tests.qt.console_stand import Console
from tests.qt.fake_server import FakeServer
from tests.qt.looks import is_seen, number
from tests.qt.window import Shown

LARGE, SMALL = Size(1100, 720), Size(360, 220)
Make = Callable[..., Console]


def screen(name: str, size: Size = LARGE, language: str = "en") -> Shown:
    """Return the window showing this screen."""
    shown = gallery.screens(language)[name]
    window = Shown(app, shown, size=size, language=language, theme=ThemeMode.LIGHT)
    window.window.requestActivate()
    assert QTest.qWaitForWindowActive(window.window)
    return window


def middle(item: QQuickItem) -> QPoint:
    """Return where the middle of an item is."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def named(window: Shown, name: str) -> list[QQuickItem]:
    """Return every item of this name that is seen."""
    return [i for i in window.items() if i.objectName() == name and is_seen(i)]


# --- the PIN ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=str)
def test_a_pin_field_tells_how_much_was_typed_and_not_how_much_there_is_to_be(
    qtbot: QtBot, size: Size
) -> None:
    with screen("sign-in-chosen", size) as window:
        for typed in range(13):
            assert len(named(window, "pinDot")) == typed
            QTest.keyClick(window.window, Qt.Key.Key_4)
        # Twelve digits are the longest PIN, and all of them have room.
        dots = named(window, "pinDot")
        assert len(dots) == 12
        field = window.item("pin")
        assert middle(dots[-1]).x() < field.mapToScene(QPointF(field.width(), 0)).x()


@pytest.mark.parametrize(("language", "onwards"), [("en", 1), ("ar", -1)])
def test_the_dots_of_a_pin_and_its_caret_go_on_where_reading_goes_on(
    qtbot: QtBot, language: str, onwards: int
) -> None:
    with screen("sign-in-chosen", language=language) as window:
        for _ in range(3):
            QTest.keyClick(window.window, Qt.Key.Key_4)
        marks = [*named(window, "pinDot"), window.item("pinCaret")]
        assert len(marks) == 4

        def places() -> list[float]:
            return [onwards * middle(mark).x() for mark in marks]

        qtbot.waitUntil(lambda: len(set(places())) == len(marks))
        assert places() == sorted(places())


@pytest.mark.parametrize("name", ["sign-in-wrong-pin", "sign-in-locked"])
def test_what_was_wrong_with_the_pin_is_said_right_below_it(
    qtbot: QtBot, name: str
) -> None:
    with screen(name) as window:
        (notice,) = named(window, "notice")
        field = window.item("pin")
        below = field.mapToScene(QPointF(0, field.height())).y()
        assert 0 <= notice.mapToScene(QPointF(0, 0)).y() - below <= 24
        assert QColor(notice.property("color")) == QColor("#7B0F29")


# --- the language ----------------------------------------------------------------------------


@pytest.fixture
def make(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> Iterator[Make]:
    """Return what starts the console anew, with the same memory."""
    begun: list[Console] = []

    def begin(language: str = "en", offered: Sequence[str] = ()) -> Console:
        for console in begun:
            console.close()
        begun.append(Console(qtbot, server, "token", network, tmp_path, language))
        snapshot = sample.snapshot()
        if offered:
            branch = replace(snapshot.branch, languages=list(offered))
            snapshot = replace(snapshot, branch=branch)
        begun[-1].presenter.begin(snapshot)
        return begun[-1]

    yield begin
    for console in begun:
        console.close()


@pytest.mark.parametrize(
    ("machine", "offered", "greets"),
    [
        ("", ["de", "en"], "Welcher Schalter?"),
        # One that the console does not speak.
        ("", ["pt", "es"], "¿Qué ventanilla?"),
        ("en", ["de", "en"], "Which desk?"),
    ],
)
def test_where_the_machine_names_no_language_the_branchs_own_counts(
    make: Make, machine: str, offered: list[str], greets: str
) -> None:
    console = make(machine, offered)
    console.wait(lambda: console.says(greets))


def test_whoever_sits_down_chooses_their_language_and_finds_it_again(
    make: Make,
) -> None:
    console = make()
    assert console.says("Which desk?")
    console.press("language-de")
    console.wait(lambda: console.says("Welcher Schalter?"))
    again = make()
    again.wait(lambda: again.says("Welcher Schalter?"))
    again.press("language-ar")
    again.wait(lambda: again.says("أي شباك؟"))


# --- the desk --------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_the_names_of_queues_have_one_size_and_long_ones_more_lines(
    qtbot: QtBot, language: str
) -> None:
    with screen("long-names", language=language) as window:
        names = named(window, "queueName")
        assert len(names) == 3
        assert {float(number(name, "fontInfo.pixelSize")) for name in names} == {16}
        assert number(names[0], "lineCount") >= 2
        assert not names[0].property("truncated")


def test_the_branchs_colour_is_that_of_the_consoles_buttons_and_never_of_a_call(
    qtbot: QtBot,
) -> None:
    with screen("called-accent") as window:
        picture, primary, card = (
            window.picture(),
            window.item("primary"),
            window.item("card"),
        )
        place = primary.mapToScene(QPointF(12, primary.height() / 2)).toPoint()
        assert QColor(picture.pixel(place)) == QColor("#7A1F5C")
        assert QColor(picture.pixel(middle(card))) == QColor("#FFC61A")


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=str)
def test_that_nobody_waits_is_said_once_and_the_button_says_what_it_would_do(
    qtbot: QtBot, size: Size
) -> None:
    with screen("nobody-waits", size) as window:
        said = [str(i.property("text")) for i in window.items() if is_seen(i)]
        assert said.count("Nobody is waiting") == 1
        assert window.text("primary") == "Call next"
        assert not window.item("primary").isEnabled()


def test_what_rings_every_time_is_told_to_who_points_at_it(qtbot: QtBot) -> None:
    with screen("someone-waits") as window:
        assert not window.sees("hint")
        QTest.mouseMove(window.window, middle(window.item("alertAlways")))
        qtbot.waitUntil(lambda: window.sees("hint"))
        assert window.text("hint").startswith("Sound at every arrival")
        QTest.mouseMove(window.window, middle(window.item("card")))
        qtbot.waitUntil(lambda: not window.sees("hint"))
