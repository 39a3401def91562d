"""The console's screens: what a servicer reads on each of them, large and small."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QMetaObject, QObject
from PySide6.QtQml import QJSValue, QQmlEngine
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from servicer import app, gallery
from servicer.deeds import DEEDS
from servicer.props import NoticeProps
from servicer.state import ConsoleState
from servicer.terms import Asks, Deed, Said, Spot, Stands
from servicer.viewmodels.notice_view_model import NoticeViewModel
from shared.qt import launch
from shared.qt.settings import Size, ThemeMode
from tests.qt.window import Shown

LARGE, SMALL = Size(1100, 720), Size(360, 220)

ONLY_LARGE = ""
SAYS: dict[str, tuple[str, str]] = {
    "sign-in": ("Which desk?", "Which desk?"),
    "sign-in-name": ("Who are you?", "Who are you?"),
    "sign-in-chosen": ("Good morning, Maria", "Good morning, Maria"),
    "sign-in-accent": ("Good morning, Maria", "Good morning, Maria"),
    "sign-in-wrong-pin": (
        "That PIN is not right. Please try again.",
        "That PIN is not right. Please try again.",
    ),
    "sign-in-locked": (
        "Too many wrong PINs. Try again in 5:00.",
        "Too many wrong PINs. Try again in 5:00.",
    ),
    "nobody-waits": ("Nobody is waiting", "Nobody is waiting"),
    "someone-waits": ("Call next · 6 waiting", "Call next"),
    "arrival": ("Somebody is waiting now", "Somebody is waiting now"),
    "full-and-closed": ("No more numbers", ONLY_LARGE),
    "without-paper": ("No paper: R109, R112", ONLY_LARGE),
    "called": ("0:23", "0:23"),
    "called-long-ago": ("0:48", "0:48"),
    "called-on-my-way": (
        "They said on the phone that they are on their way",
        "On their way",
    ),
    "called-with-facts": ("“Standing is hard”", "On their way"),
    "serving": ("Now serving", "Serving"),
    "serving-nobody-waits": ("Done", "Done"),
    "serving-with-note": ("Brings the form back", "Arabic"),
    "undo": ("A107 is done", "A107 is done"),
    "on-hold": ("Fetches a photo", ONLY_LARGE),
    "missed": ("4 min ago", ONLY_LARGE),
    "help-wanted": ("Help wanted at Entrance · 2 min", "Help wanted: Entrance"),
    "help-coming": ("Speaks Arabic · Somebody from Desk 4 is going", ONLY_LARGE),
    "help-coming-manager": ("Speaks Arabic · Mara is going", ONLY_LARGE),
    "helper-coming": ("Tomás is coming", "Tomás is coming · Desk 4"),
    "helper-coming-manager": ("Mara is coming", "Mara is coming · Manager"),
    "colleague-wants-help": ("Help wanted: Desk 4 · 1 min", "Desk 4"),
    "colleague-going": ("You are going", ONLY_LARGE),
    "colleague-helped": ("Mara is going", ONLY_LARGE),
    "staff-call": (
        "Mara calls everybody to help",
        "Mara calls everybody to help · At the entrance, please",
    ),
    "staff-call-serving": (
        "At the entrance, please · 1 min ago",
        "Mara calls everybody to help",
    ),
    "everything-at-once": (
        "Lent to you until the day ends",
        "Mara calls everybody to help",
    ),
    "advised": ("usually 3 to 6 min", ONLY_LARGE),
    "advised-free": (
        "Pay a bill then takes longer: newcomers wait 7 min in place of 1 min",
        ONLY_LARGE,
    ),
    "advised-long-names": (
        "One more desk on Registry office: births, marriages and deaths",
        ONLY_LARGE,
    ),
    "rest-advised": ("newcomers wait 35 min", "newcomers wait 35 min"),
    "rest-enough": (
        "Passports and identity cards is quiet again",
        "Passports and identity cards is quiet again",
    ),
    "enough": ("Passports and identity cards is quiet again", ONLY_LARGE),
    "wanted-back": ("Parking permits waits too long", ONLY_LARGE),
    "swamped": ("newcomers wait 35 min", ONLY_LARGE),
    "lent": ("Lent to you until the day ends", ONLY_LARGE),
    "message": ("We are running 20 minutes late.", ONLY_LARGE),
    "rooms": ("Room 3 · Laboratory · City Service Centre", ONLY_LARGE),
    "sent-here": ("Sent to you", "Sent to you 2 · A 2 · R 1 · L 1"),
    "every-arrival": ("Always ring", ONLY_LARGE),
    "accent": ("Call next · 6 waiting", "Call next"),
    "called-accent": ("0:48", "0:48"),
    "long-names": ("Registry office: births, marriages and deaths", ONLY_LARGE),
    "long-names-serving": (
        "Now serving",
        "Registry office: births, marriages and deaths",
    ),
    "next-to-me": ("The next arrival comes to you", "The next arrival comes to you"),
    "stranded": ("Nobody serves their queue", ONLY_LARGE),
    "break": ("Coffee · back at 10:57", "Coffee · back at 10:57"),
    "break-over": (
        "Coffee · It was to end at 10:36 · 6 min ago",
        "Your break is over",
    ),
    "queues-closed": ("Your queues give no numbers now.", "No numbers just now"),
    "next-to-me-closed": ("Nobody can come just now", "Nobody can come just now"),
    "help-and-message": ("Help wanted: Desk 4 · just now", "Help wanted: Desk 4"),
    "reconnecting": ("Reconnecting", "6 waiting · 5 min"),
    "away": (
        "The server is away. What you see is from 10:42.",
        "Server away · 10:42",
    ),
    "done-kept": ("A107 is done", "A107 is done"),
    "call-unanswered": ("The server does not answer yet …", "Call next"),
    "call-given-up": (
        "The server is away. Nothing was noted.",
        "The server is away. Nothing was noted.",
    ),
    "away-and-free": ("Calling needs the server", "Calling needs the server"),
    "no-longer-paired": (
        "This console is no longer paired. Pair it anew.",
        "Pair this console anew",
    ),
    "customer-left": ("A107 has left the queue.", "A107 has left the queue."),
    "connecting": (
        "Connecting to the server …",
        "Connecting to the server …",
    ),
    "server-lost": ("Find the server again", "Find the server again"),
    "not-paired": ("Pair this console anew", "Pair this console anew"),
    "wrong-kind": ("Pair this console anew", "Pair this console anew"),
    "walk-in": ("For what?", "For what?"),
    "pick-one": (
        "A108 · Parking permits · 5 min · “Standing is hard”",
        "A108 · 5 min · “Standing is hard”",
    ),
    "give-priority": ("Which priority has A108?", "Which priority has A108?"),
    "break-asked": ("Reason, for colleagues", "Reason, for colleagues"),
    "hold-asked": ("Why does A107 step aside?", "Why does A107 step aside?"),
    "transfer": ("Where shall A107 go?", "Where shall A107 go?"),
    "transfer-rooms": ("Where shall A107 go?", "Where shall A107 go?"),
    "cancel-asked": (
        "Cancel A107? The number is gone then.",
        "Cancel A107? The number is gone then.",
    ),
    "tell-everybody": ("For how long", "For how long"),
    "find": ("Number, such as A001", "Number, such as A001"),
    "found": ("Missed at 10:38 · Desk 3", "Missed at 10:38 · Desk 3"),
    "found-done": ("Maria · Parking permits", "Done at 10:38 · Desk 3"),
    "not-found": ("Nobody was given A999 today.", "Nobody was given A999 today."),
    "rest": ("Sign out", "Sign out"),
    "rest-calls": (
        "Enough have come",
        "Enough have come",
    ),
}


def texts(name: str, size: Size) -> list[str]:
    """Return all that is read on a screen."""
    with Shown(app, gallery.screens("en")[name], size=size) as window:
        shown = (item for item in window.items() if item.isVisible())
        return [str(item.property("text")) for item in shown]


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(gallery.screens("en")))
def test_every_screen_says_what_matters(name: str) -> None:
    large, small = SAYS[name]
    assert large in texts(name, LARGE)
    assert small == ONLY_LARGE or small in texts(name, SMALL)


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("called", "They said on the phone that they are on their way"),
        ("serving", "They said on the phone that they are on their way"),
        ("serving", "Speaks"),
        ("serving", "Priority"),
        ("serving", "Note"),
        ("serving-nobody-waits", "Done and call next"),
        ("someone-waits", "No paper: "),
        ("someone-waits", "No more numbers"),
        ("someone-waits", "Missed"),
        ("next-to-me-closed", "The next arrival comes to you"),
        ("break-over", "On a break"),
        ("done-kept", "Now serving"),
        ("done-kept", "4:12"),
    ],
)
def test_a_screen_says_nothing_that_is_not_so(name: str, others: str) -> None:
    with Shown(app, gallery.screens("en")[name], size=LARGE) as window:
        seen = [item for item in window.items() if item.isVisible()]
        said = [
            str(item.property("text"))
            for item in seen
            if item.inherits("QQuickText") and not in_button(item)
        ]
        assert others not in said


def in_button(item: QQuickItem) -> bool:
    """Return whether a text is a button's."""
    above = item.parentItem()
    while above is not None:
        if above.inherits("QQuickAbstractButton"):
            return True
        above = above.parentItem()
    return False


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=str)
def test_missed_stands_out_once_it_is_likely_and_is_no_second_primary(
    size: Size,
) -> None:
    wanted = {}
    for name in ("called", "called-long-ago"):
        with Shown(app, gallery.screens("en")[name], size=size) as window:
            wanted[name] = window.item("NoShow").property("wanted")
            assert not window.item("NoShow").property("filled")
    assert wanted == {"called": False, "called-long-ago": True}


def test_that_nobody_waits_is_said_once() -> None:
    said = [text.lower() for text in texts("nobody-waits", LARGE)]
    assert [text for text in said if "nobody" in text] == ["nobody is waiting"]


@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "ar"])
@pytest.mark.parametrize(
    "name", ["serving", "long-names-serving", "queues-closed", "break-over"]
)
def test_the_small_window_says_nothing_in_letters_too_small_to_read(
    name: str, language: str
) -> None:
    scene = gallery.screens(language)[name]
    with Shown(app, scene, size=SMALL, language=language) as window:
        second = window.item("second")
        letters = second.property("fontInfo").property("pixelSize")
        assert letters.toNumber() >= 13
        assert not second.property("truncated")
        assert second.property("paintedHeight") <= second.property("height") + 1


# --- sizes -----------------------------------------------------------------------------------


def test_the_large_window_comes_back_as_it_was(qtbot: QtBot) -> None:
    with Shown(app, gallery.screens("en")["serving"], size=Size(1280, 800)) as shown:
        window = shown.window

        def size() -> tuple[int, int]:
            return window.width(), window.height()

        QMetaObject.invokeMethod(window, "toggleSize")
        qtbot.waitUntil(lambda: bool(window.property("compact")))
        assert size() == (360, 220)
        QMetaObject.invokeMethod(window, "toggleSize")
        qtbot.waitUntil(lambda: size() == (1280, 800))


def test_a_console_that_began_small_grows_to_its_usual_size() -> None:
    with Shown(app, gallery.screens("en")["serving"], size=SMALL) as shown:
        QMetaObject.invokeMethod(shown.window, "toggleSize")
        assert (shown.window.width(), shown.window.height()) == (1100, 720)


# --- words -----------------------------------------------------------------------------------


class Words:
    """The words of the console's QML."""

    def __init__(self) -> None:
        self._engine = launch.make_engine([app.QML[0]], ThemeMode.LIGHT)
        words = self._engine.singletonInstance("Servicer", "Words")
        assert isinstance(words, QObject)
        self._words = QQmlEngine.newQObject(self._engine, words)

    def say(self, function: str, *given: QJSValue | str | int) -> str:
        """Return what a function of the words says."""
        values = [one if isinstance(one, QJSValue) else QJSValue(one) for one in given]
        said = self._words.property(function).callWithInstance(self._words, values)
        assert not said.isError(), said.toString()
        return str(said.toString())

    def sentence(self, props: NoticeProps) -> str:
        """Return the sentence of a notice."""
        notice = NoticeViewModel()
        notice.become(props)
        return self.say("notice", self._engine.newQObject(notice), Spot.Desks.value)

    def close(self) -> None:
        """Let go of the engine."""
        shiboken6.delete(self._engine)


@pytest.fixture
def words(qapp: object) -> Iterator[Words]:
    """The words in English."""
    words = Words()
    yield words
    words.close()


WITHOUT_A_KEY = {
    Deed.SignIn,
    Deed.SignOut,
    Deed.Resume,
    Deed.Rejoin,
    Deed.GiveNumber,
    Deed.GivePriority,
    Deed.Send,
    Deed.HelpComing,
    Deed.HelpDone,
    Deed.DeskHelpComing,
    Deed.DeskHelpDone,
    Deed.StaffCallDone,
    Deed.ServeToo,
    Deed.ServeNoMore,
    Deed.SayToAll,
}
"""What one comes to by Tab, or in a sheet."""


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_every_deed_has_the_words_that_it_needs(words: Words, deed: Deed) -> None:
    way = DEEDS[deed]
    on_its_button = words.say("deed", deed.value, 1)
    # That to serve one more queue names the queue.
    without = {Deed.SignIn, Deed.Undo, Deed.ServeToo}
    assert (on_its_button == "") is (deed in without)
    assert (words.say("key", deed.value) == "") is (deed in WITHOUT_A_KEY)
    assert (words.say("did", deed.value, "A107") != "") is way.undoable
    asks = way.asks is not Asks.Nothing
    assert (words.say("question", deed.value, "A107") != "") is asks


@pytest.mark.parametrize("said", list(Said)[1:], ids=lambda said: said.name)
def test_everything_that_is_said_has_its_sentence(words: Words, said: Said) -> None:
    assert words.sentence(NoticeProps(said, detail="Because.")) != ""


def test_other_queues_are_told_in_words_and_only_if_somebody_waits_there() -> None:
    assert "Other queues: 7 waiting" in texts("stranded", LARGE)
    some = gallery.screens("en")["stranded"]
    assert isinstance(some, ConsoleState)
    nobody = replace(some.followed, tickets={}) if some.followed else None
    with Shown(app, replace(some, followed=nobody), size=LARGE) as window:
        told = [str(i.property("text")) for i in window.items() if i.isVisible()]
    assert "Other queues" in told
    assert not any("0 waiting" in text for text in told)


@pytest.mark.parametrize("stands", Stands, ids=lambda stands: stands.name)
def test_however_a_number_stands_it_has_its_words(words: Words, stands: Stands) -> None:
    assert words.say("stands", stands.value, "10:42") != ""


PLACES = {
    Spot.Desks: "Desk 2",
    Spot.Rooms: "Room 2",
    Spot.Windows: "Window 2",
    Spot.Counters: "Counter 2",
}


@pytest.mark.parametrize(("spot", "place"), PLACES.items(), ids=str)
def test_a_place_is_called_as_the_branch_calls_it(
    words: Words, spot: Spot, place: str
) -> None:
    assert words.say("place", spot.value, "2") == place
    assert (
        words.say("whichPlace", spot.value)
        == f"Which {place.split(maxsplit=1)[0].lower()}?"
    )


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "under 1 min"), (12, "12 min"), (59, "59 min"), (65, "1 h 5 min")],
)
def test_a_time_is_told_in_words(words: Words, minutes: int, said: str) -> None:
    assert words.say("lasting", minutes) == said
