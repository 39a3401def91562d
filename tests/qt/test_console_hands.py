"""What a servicer's hands come to: keys, the order of Tab, and nothing that moves under them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from servicer import app, folds, gallery
from servicer.derive import screen_of
from servicer.state import ConsoleState
from servicer.terms import Shown as ScreenShown
from servicer.viewmodels.views import Views
from shared.qt import sample
from shared.qt.robot import items_below
from shared.qt.settings import Size, ThemeMode
from tests.by_night import by_night
from tests.qt.looks import is_seen, uncovered, writing_of
from tests.qt.window import Shown

LARGE, SMALL = Size(1100, 720), Size(360, 220)
SCREENS = gallery.screens("en")
AT_WORK = [
    name
    for name, shown in SCREENS.items()
    if isinstance(shown, gallery.Sheet) or screen_of(shown) is ScreenShown.Desk
]
"""At a desk; not where one signs in, and not where only a message is shown."""
PLAIN = [name for name in AT_WORK if not isinstance(SCREENS[name], gallery.Sheet)]
SHEETS = [name for name in AT_WORK if name not in PLAIN]
AMBER = QColor("#FFC61A").rgb()


def screen(
    name: str,
    size: Size = LARGE,
    language: str = "en",
    theme: ThemeMode = ThemeMode.LIGHT,
) -> Shown:
    """Return the window showing this screen."""
    shown = gallery.screens(language)[name]
    window = Shown(app, shown, size=size, language=language, theme=theme)
    window.window.requestActivate()
    assert QTest.qWaitForWindowActive(window.window)
    return window


@pytest.fixture(scope="module")
def theme() -> ThemeMode:
    """The theme that screens are looked at in, unless a test says another."""
    return ThemeMode.LIGHT


@pytest.fixture(scope="module")
def window(qapp: QGuiApplication, name: str, theme: ThemeMode) -> Iterator[Shown]:
    """The window showing the screen of this name, for all tests that only look at it, each in its own size."""
    with screen(name, theme=theme) as window:
        yield window


def focused(window: Shown) -> str:
    """Return the name of what has the focus."""
    item = window.window.activeFocusItem()
    return "" if item is None else item.objectName()


def looked_at(window: Shown) -> list[QQuickItem]:
    """Return what is to be seen, without what a sheet covers."""
    return uncovered([item for item in window.items() if is_seen(item)])


# --- keys ------------------------------------------------------------------------------------


def shortcuts(window: Shown) -> Iterator[QObject]:
    """Yield every shortcut of the window that would answer now."""
    places: list[QObject] = [window.window, *window.items()]
    for place in places:
        for child in place.children():
            if child.inherits("QQuickShortcut") and child.property("enabled"):
                yield child


def keys_of(shortcut: QObject) -> set[str]:
    """Return the keys that a shortcut answers to, as they are printed; both keys Enter are one."""
    told = [shortcut.property("sequence"), *(shortcut.property("sequences") or [])]
    names = {str(one).replace("Return", "Enter") for one in told if one}
    return {name.replace("Escape", "Esc") for name in names}


def printed(window: Shown) -> set[str]:
    """Return the keys that are printed anywhere."""
    return {
        key
        for item in window.items()
        if is_seen(item) and item.inherits("QQuickText")
        for key in str(item.property("text")).split(" · ")
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", AT_WORK, scope="module")
def test_no_key_does_anything_that_is_not_shown(window: Shown, name: str) -> None:
    window.resize(LARGE)
    keys = {key for one in shortcuts(window) for key in keys_of(one)}
    assert keys
    assert keys <= printed(window)


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Q, Qt.Key.Key_J, Qt.Key.Key_K, Qt.Key.Key_G]
)
def test_keys_that_once_did_something_do_nothing(qtbot: QtBot, key: Qt.Key) -> None:
    with screen("missed") as window:
        heard: list[int] = []
        window.models["desk"].pressed.connect(heard.append)  # type: ignore[attr-defined]
        QTest.keyClick(window.window, key, Qt.KeyboardModifier.ControlModifier)
        assert heard == []


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_key_captions_stand_alone_so_that_nothing_turns_them_round(
    qtbot: QtBot, language: str
) -> None:
    with screen("serving", language=language) as window:
        ctrl = "Strg" if language == "de" else "Ctrl"
        assert {f"{ctrl}+D", f"{ctrl}+1", f"{ctrl}+Enter", "F1"} <= printed(window)


# --- focus -----------------------------------------------------------------------------------


def test_the_hand_begins_at_the_primary_button(qtbot: QtBot) -> None:
    with screen("someone-waits") as window:
        assert focused(window) == "primary"


def test_the_hand_finds_the_primary_button_again_when_there_is_one(
    qtbot: QtBot,
) -> None:
    views = Views.make()
    nobody, somebody = SCREENS["nobody-waits"], SCREENS["someone-waits"]
    assert not isinstance(nobody, gallery.Sheet)
    assert not isinstance(somebody, gallery.Sheet)

    class Live:
        QML = app.QML

        @staticmethod
        def still(_scene: object) -> dict[str, QObject]:
            return views.properties()

    views.become(nobody, sample.NOW)
    with Shown(Live, None, size=LARGE) as window:
        window.window.requestActivate()
        assert QTest.qWaitForWindowActive(window.window)
        assert focused(window) != "primary"
        views.become(somebody, sample.NOW)
        qtbot.waitUntil(lambda: focused(window) == "primary")


def test_the_hand_begins_at_the_pin_where_desk_and_name_are_known(
    qtbot: QtBot,
) -> None:
    for size in (LARGE, SMALL):
        with screen("sign-in-chosen", size) as window:
            assert focused(window) == "pin"


def test_a_digit_typed_before_the_pin_has_the_focus_is_not_lost(qtbot: QtBot) -> None:
    with screen("sign-in-chosen") as window:
        window.item("changeDesk").forceActiveFocus()
        QTest.keyClick(window.window, Qt.Key.Key_4)
        QTest.keyClick(window.window, Qt.Key.Key_8)
        assert window.item("pin").property("text") == "48"
        assert focused(window) == "pin"


def tabbed(window: Shown, most: int = 60) -> list[str]:
    """Return what Tab comes to, until it is where it began."""
    first = window.window.activeFocusItem()
    names = [focused(window)]
    for _ in range(most):
        QTest.keyClick(window.window, Qt.Key.Key_Tab)
        if window.window.activeFocusItem() is first:
            return names
        names.append(focused(window))
    raise AssertionError(f"Tab never came back: {names}")


def test_tab_follows_the_order_of_reading_and_comes_to_sign_out_last(
    qtbot: QtBot,
) -> None:
    with screen("missed") as window:
        assert tabbed(window) == [
            "primary",
            "CallTicket",
            "WalkIn",
            "Pause",
            "call-held-A101",
            "resume-A101",
            "call-missed-A099",
            "rejoin-A099",
            "call-missed-A084",
            "rejoin-A084",
            "tell",
            "alertAlways",
            "help",
            "find",
            "smaller",
            "signOut",
        ]


@pytest.mark.slow
@pytest.mark.parametrize("size", [LARGE, SMALL], ids=str)
@pytest.mark.parametrize("name", SHEETS)
def test_tab_stays_in_a_sheet(qtbot: QtBot, name: str, size: Size) -> None:
    with screen(name, size) as window:
        inside = set(items_below(window.item("sheetScope")))
        for _ in range(12):
            assert window.window.activeFocusItem() in inside
            QTest.keyClick(window.window, Qt.Key.Key_Tab)


def test_escape_closes_a_sheet_and_leads_back_to_the_primary_button(
    qtbot: QtBot,
) -> None:
    with screen("walk-in") as window:
        QTest.keyClick(window.window, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not window.sees("sheetScope"))
        assert focused(window) == "primary"


@pytest.mark.parametrize(
    ("name", "button"),
    [("walk-in", "serveNow"), ("walk-in", "giveNumber"), ("hold-asked", "confirm")],
)
def test_what_is_written_in_a_sheet_is_not_lost_to_a_server_that_is_away(
    qtbot: QtBot, name: str, button: str
) -> None:
    sheet = SCREENS[name]
    assert isinstance(sheet, gallery.Sheet)
    away = replace(sheet, state=folds.stood(sheet.state, sample.AWAY))
    for shown, ready in ((sheet, True), (away, False)):
        with Shown(app, shown, size=LARGE) as window:
            assert window.item(button).isEnabled() is ready


# --- what stands where -----------------------------------------------------------------------


def place(window: Shown, name: str) -> tuple[int, int, int, int]:
    """Return where an item is."""
    item = window.item(name)
    at = item.mapToScene(QPointF(0, 0))
    return round(at.x()), round(at.y()), round(item.width()), round(item.height())


@pytest.mark.slow
@pytest.mark.parametrize("name", PLAIN, scope="module")
def test_nothing_jumps_under_the_hand(window: Shown, name: str) -> None:
    window.resize(LARGE)
    assert place(window, "primary") == (20, 478, 704, 80)
    x, y, width, height = place(window, "card")
    assert (x, width, y + height) == (20, 704, 466)


def amber_in(picture: QImage) -> int:
    """Return how many of every eighth pixel of every eighth line are amber."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels, width = memoryview(plain.constBits()).cast("I"), plain.width()
    starts = range(0, len(pixels), 8 * width)
    return sum(pixels[at : at + width : 8].tolist().count(AMBER) for at in starts)


@pytest.mark.slow
@pytest.mark.parametrize(
    "theme", [ThemeMode.LIGHT, by_night(ThemeMode.DARK)], ids=str, scope="module"
)
@pytest.mark.parametrize("name", PLAIN, scope="module")
def test_amber_is_called_and_nothing_else(
    window: Shown, name: str, theme: ThemeMode
) -> None:
    for size in (LARGE, SMALL):
        window.resize(size)
        amber = amber_in(window.picture())
        assert (amber > 100) is name.startswith("called"), size
        assert (amber == 0) is not name.startswith("called"), size


@pytest.mark.slow
@pytest.mark.parametrize("name", SCREENS, scope="module")
def test_there_is_one_primary_button_at_most(window: Shown, name: str) -> None:
    for size in (LARGE, SMALL):
        window.resize(size)
        filled = [
            item.objectName()
            for item in looked_at(window)
            if item.isEnabled()
            and (item.objectName() == "primary" or item.property("filled") is True)
        ]
        assert len(filled) <= 1, size


@pytest.mark.slow
@pytest.mark.parametrize("name", PLAIN, scope="module")
def test_the_small_window_shows_count_and_longest_wait_and_leads_everywhere(
    window: Shown, name: str
) -> None:
    window.resize(SMALL)
    desk = window.models["desk"]
    waits = desk.property("waiting") > 0 and not told(name)
    assert window.sees("count") is waits
    assert not waits or window.text("count")
    assert window.sees("larger")
    assert window.sees("rest")


def told(name: str) -> bool:
    """Return whether the header of the small window says something else for a while."""
    shown = SCREENS[name]
    assert isinstance(shown, ConsoleState)
    return shown.away or shown.offer is not None


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "ar"])
def test_undo_stands_where_no_other_button_of_the_small_window_ever_stands(
    qtbot: QtBot, language: str
) -> None:
    with screen("undo", SMALL, language) as window:
        undo = window.item("undo")
        its_place = undo.mapRectToScene(undo.boundingRect())
        assert its_place.width() >= 44
        assert its_place.height() >= 44
        assert its_place.right() <= SMALL.width
        for name in ("notice", "undo"):
            assert window.sees(name)
        places = [place(window, name) for name in ("WalkIn", "rest", "primary")]
    with screen("someone-waits", SMALL, language) as window:
        before = [place(window, name) for name in ("WalkIn", "rest", "primary")]
        assert before == places
    for name in ("someone-waits", "called", "serving", "break", "away", "undo"):
        with screen(name, SMALL, language) as window:
            others = [
                item
                for item in looked_at(window)
                if item.property("down") is not None and item.objectName() != "undo"
            ]
            assert {"primary", "rest", "larger"} <= {o.objectName() for o in others}
            for other in others:
                at = other.mapRectToScene(other.boundingRect())
                assert not at.intersects(its_place), (name, other.objectName())


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "ar"])
def test_a_colleague_who_wants_help_hides_nothing_of_the_customer(
    qtbot: QtBot, language: str
) -> None:
    with screen("serving-with-note", SMALL, language) as window:
        assert "4" in window.text("who")
        assert "4" not in window.text("second")


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "ar"])
def test_a_colleague_who_wants_help_is_seen_in_the_small_window(
    qtbot: QtBot, language: str
) -> None:
    with screen("help-and-message", SMALL, language) as window:
        assert "4" in window.text("who")
        assert "4" in window.text("second")
        assert window.item("rest").property("wanted") is True
        window.item("rest").forceActiveFocus()
        QTest.keyClick(window.window, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.sees("help-desk-4"))


def test_sign_out_and_help_are_behind_the_last_square_of_the_small_window(
    qtbot: QtBot,
) -> None:
    with screen("serving", SMALL) as window:
        window.item("rest").forceActiveFocus()
        QTest.keyClick(window.window, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.sees("rest-signOut"))
        assert window.sees("rest-help")
        assert window.sees("rest-Note")


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "ar"])
@pytest.mark.parametrize("name", ["sign-in-chosen", "sign-in-locked"])
def test_signing_in_fits_the_small_window(
    qtbot: QtBot, name: str, language: str
) -> None:
    with screen(name, SMALL, language) as window:
        _, y, _, height = place(window, "signIn")
        assert y + height <= SMALL.height


# --- mirrored --------------------------------------------------------------------------------

LABELLED = [
    "sign-in-chosen",
    "walk-in",
    "break-asked",
    "hold-asked",
    "find",
    "tell-everybody",
]


def written(item: QQuickItem) -> tuple[float, float]:
    """Return where the letters of a label begin and end across the window."""
    box = item.mapRectToScene(writing_of(item))
    return box.left(), box.right()


@pytest.mark.slow
@pytest.mark.parametrize("size", [LARGE, SMALL], ids=str)
@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("name", LABELLED)
def test_a_label_stands_at_its_field(
    qtbot: QtBot, name: str, language: str, size: Size
) -> None:
    """Where one begins to read: above it at the same edge, or right before it."""
    with screen(name, size, language) as window:
        labels = [
            item
            for item in looked_at(window)
            if item.objectName().startswith("label-") and item.property("text")
        ]
        assert labels
        for label in labels:
            field = window.item(label.objectName().removeprefix("label-"))
            at = field.mapToScene(QPointF(0, 0))
            start, end = written(label)
            if language == "ar":
                above = abs(end - (at.x() + field.width()))
                before = start - (at.x() + field.width())
            else:
                above = abs(start - at.x())
                before = at.x() - end
            assert above <= 2 or 0 <= before <= 120
