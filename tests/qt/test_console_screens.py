"""The console's screens: what a servicer reads on each of them, large and small."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtQml import QJSValue, QQmlEngine

from servicer import app, gallery
from servicer.deeds import DEEDS
from servicer.props import NoticeProps
from servicer.terms import Asks, Deed, Said
from servicer.viewmodels.notice_view_model import NoticeViewModel
from shared.qt import launch
from shared.qt.settings import Size, ThemeMode
from tests.qt.window import Shown

LARGE, SMALL = Size(1100, 720), Size(360, 220)

ONLY_LARGE = ""
SAYS: dict[str, tuple[str, str]] = {
    "sign-in": ("Who are you?", "Who are you?"),
    "sign-in-chosen": ("Sign in", "Sign in"),
    "sign-in-wrong-pin": ("That PIN is not right.", "That PIN is not right."),
    "sign-in-locked": (
        "Too many wrong PINs. Try again in 5:00.",
        "Too many wrong PINs. Try again in 5:00.",
    ),
    "nobody-waits": ("The waiting room is empty", "Nobody waiting"),
    "someone-waits": ("Call next · 6 waiting", "Call next · 6 waiting"),
    "arrival": ("Somebody has arrived · Parking permits", "Somebody has arrived"),
    "full-and-closed": ("No more numbers", ONLY_LARGE),
    "without-paper": ("No paper: R109, R112. Reprint at the kiosk.", ONLY_LARGE),
    "called": ("0:23", "Called · 0:23"),
    "called-long-ago": ("0:48", "Called · 0:48"),
    "called-on-my-way": ("They are on their way", "They are on their way"),
    "serving": ("Now serving", "Now serving · 4:12"),
    "serving-nobody-waits": ("Done and call next", "Done and call next"),
    "serving-with-note": ("Note: Brings the form back", "Brings the form back"),
    "undo": ("Undo: A107 done · 8 s  ·  Ctrl Z", "Undo: A107 done · 8 s  ·  Ctrl Z"),
    "on-hold": ("Fetches a photo", ONLY_LARGE),
    "stranded": ("No desk serves them (5)", ONLY_LARGE),
    "break": ("On a break · Coffee · back at 10:57", "On a break"),
    "reconnecting": ("Reconnecting · as of 10:42", "Reconnecting …"),
    "away": (
        "The server is away. What you see is from 10:42.",
        "The server is away. What you see is from 10:42.",
    ),
    "done-kept": (
        "Noted. It is sent as soon as the server is back.",
        "Noted. It is sent as soon as the server is back.",
    ),
    "customer-left": ("A107 has left the queue.", "A107 has left the queue."),
    "connecting": (
        "Connecting to the server …",
        "Connecting to the server …",
    ),
    "not-paired": ("This console is not paired", "This console is not paired"),
}


def texts(name: str, size: Size) -> list[str]:
    """Return all that is read on a screen."""
    with Shown(app, gallery.screens("en")[name], size=size) as window:
        shown = (item for item in window.items() if item.isVisible())
        return [str(item.property("text")) for item in shown]


@pytest.mark.parametrize("name", sorted(gallery.screens("en")))
def test_every_screen_says_what_matters(name: str) -> None:
    large, small = SAYS[name]
    assert large in texts(name, LARGE)
    assert small == ONLY_LARGE or small in texts(name, SMALL)


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("called", "They are on their way"),
        ("serving", "They are on their way"),
        ("someone-waits", "No paper: . Reprint at the kiosk."),
        ("someone-waits", "No more numbers"),
    ],
)
def test_a_screen_says_nothing_that_is_not_so(name: str, others: str) -> None:
    assert others not in texts(name, LARGE)


@pytest.mark.parametrize("size", [LARGE, SMALL], ids=str)
def test_missed_stands_out_once_it_is_likely(size: Size) -> None:
    kinds = {}
    for name in ("called", "called-long-ago"):
        with Shown(app, gallery.screens("en")[name], size=size) as window:
            missed = window.item("NoShow").property("kind")
            kinds[name] = missed == window.item("primary").property("kind")
    assert kinds == {"called": False, "called-long-ago": True}


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
        return self.say("notice", self._engine.newQObject(notice))

    def close(self) -> None:
        """Let go of the engine."""
        shiboken6.delete(self._engine)


@pytest.fixture
def words(qapp: object) -> Iterator[Words]:
    """The words in English."""
    words = Words()
    yield words
    words.close()


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.name)
def test_every_deed_has_the_words_that_it_needs(words: Words, deed: Deed) -> None:
    way = DEEDS[deed]
    on_its_button = words.say("deed", deed.value, 1)
    assert (on_its_button == "") is (deed in {Deed.SignIn, Deed.Undo})
    assert (words.say("key", deed.value) == "") is (deed is Deed.SignIn)
    assert (words.say("undo", deed.value, "A107") != "") is way.undoable
    asks = way.asks is not Asks.Nothing
    assert (words.say("question", deed.value, "A107") != "") is asks


@pytest.mark.parametrize("said", list(Said)[1:], ids=lambda said: said.name)
def test_everything_that_is_said_has_its_sentence(words: Words, said: Said) -> None:
    assert words.sentence(NoticeProps(said, detail="Because.")) != ""
