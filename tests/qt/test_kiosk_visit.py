"""A customer's visit beside the tap itself: changing the queue, groups, what helps to see and to hear, staff, and walking away."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk import app, gallery, made_up
from kiosk.grouping import MOST_AT_ONCE, members
from kiosk.presenter import Pace
from kiosk.terms import Shown
from shared.qt import sample
from shared.qt.events import utc_now
from shared.qt.network import Target
from shared.qt.settings import Size
from shared.wire import codec, routes
from shared.wire.messages import (
    Event,
    Happened,
    HelpCall,
    Join,
    JoinCode,
    Notice,
    Place,
    Problem,
    Queue,
)
from shared.wire.requests import AskForHelp, TakeNumber
from tests.qt.fake_server import FakeServer, Heard, Reply
from tests.qt.kiosk_stand import Counter, KioskStand, with_counter
from tests.qt.window import Shown as Window

PIN = "482913"
LEAVE = f"{sample.TICKET_URL}/leave"
HASTY = Pace(ticket_ms=60_000, idle_ms=1, warning_ms=60_000)
SEE_OTHER = Reply(303, body=b"")
UNWELL = Reply(503, body=b"")

Stand = Callable[..., KioskStand]


@pytest.fixture
def counter(server: FakeServer) -> Counter:
    """The server gives numbers and takes tickets back."""
    server.acts["POST", LEAVE] = lambda heard: SEE_OTHER
    return with_counter(server)


@pytest.fixture
def stand(
    qtbot: QtBot,
    target: Target,
    network: QNetworkAccessManager,
    tmp_path: Path,
    counter: Counter,
) -> Iterator[Stand]:
    """Puts up a kiosk and waits until it is at home."""
    standing = []

    def put_up(**options: Any) -> KioskStand:
        kiosk = KioskStand(target, network, tmp_path, **options)
        standing.append(kiosk)
        qtbot.waitUntil(lambda: kiosk.screen is not Shown.Connecting)
        return kiosk

    yield put_up
    for kiosk in standing:
        kiosk.close()


def has_number(qtbot: QtBot, kiosk: KioskStand, label: str) -> None:
    """Wait until the number is painted."""
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == label)


# --- on the phone ----------------------------------------------------------------------------


@pytest.mark.slow
def test_where_phones_may_take_numbers_the_code_is_on_the_screen_and_kept_fresh(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    parking = msgspec.structs.replace(sample.PARKING, join=Join.ONSITE)
    server.snapshot = msgspec.structs.replace(
        server.snapshot, branch=sample.branch([parking, sample.PASSPORTS])
    )
    given: list[str] = []

    def code(_heard: Heard) -> Reply:
        given.append(f"http://127.0.0.1:8000/?code={len(given)}")
        return Reply(200, JoinCode(url=given[-1], until=utc_now()))

    server.acts["GET", routes.JOIN_CODE] = code
    kiosk = stand()
    qtbot.waitUntil(lambda: kiosk.scanned() == [given[0]])
    qtbot.waitUntil(lambda: len(given) == 2)
    qtbot.waitUntil(lambda: kiosk.scanned() == [given[1]])
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    assert given[1] not in kiosk.scanned()


def test_without_numbers_on_phones_no_code_is_asked_for(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand()
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    assert routes.JOIN_CODE not in [heard.path for heard in server.heard]


# --- wrong queue -----------------------------------------------------------------------------


def test_the_wrong_queue_is_left_once_the_right_one_gave_a_number(
    qtbot: QtBot, server: FakeServer, stand: Stand, tmp_path: Path
) -> None:
    kiosk = stand()
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    kiosk.press("change")
    assert kiosk.says("Which queue instead?")
    assert server.posts(LEAVE) == []
    kiosk.press("queue-passports")
    has_number(qtbot, kiosk, "R108")
    qtbot.waitUntil(lambda: len(server.posts(LEAVE)) == 1)
    assert kiosk.says("A107 was given back.")
    wishes = [codec.decode(h.body, TakeNumber).queue for h in server.posts()]
    assert wishes == ["parking", "passports"]
    qtbot.waitUntil(lambda: list(tmp_path.iterdir()) == [])


def test_whoever_finds_the_queue_was_right_keeps_the_number(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand()
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    kiosk.press("change")
    kiosk.press("back")
    has_number(qtbot, kiosk, "A107")
    kiosk.press("change")
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    assert (len(server.posts()), server.posts(LEAVE)) == (1, [])


def test_a_crash_between_both_numbers_leaves_one(
    qtbot: QtBot, server: FakeServer, stand: Stand, counter: Counter
) -> None:
    server.acts["POST", LEAVE] = lambda heard: UNWELL
    crashed = stand()
    crashed.press("queue-parking")
    has_number(qtbot, crashed, "A107")
    crashed.press("change")
    crashed.press("queue-bills")
    has_number(qtbot, crashed, "L108")
    qtbot.waitUntil(lambda: server.posts(LEAVE) != [])
    crashed.close()
    tries = len(server.posts(LEAVE))
    server.acts["POST", LEAVE] = lambda heard: SEE_OTHER
    kiosk = stand()
    has_number(qtbot, kiosk, "L108")
    qtbot.waitUntil(lambda: len(server.posts(LEAVE)) > tries)
    assert len(counter.given) == 2


# --- groups ----------------------------------------------------------------------------------


def test_nine_queues_are_buttons_that_give_a_number_at_one_tap(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.snapshot = sample.snapshot(sample.branch(made_up.nine_queues()))
    kiosk = stand()
    assert kiosk.sees("queue-bills-2")
    kiosk.press("queue-marriages")
    has_number(qtbot, kiosk, "W107")


def test_more_than_nine_queues_stand_in_groups(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.snapshot = sample.snapshot(sample.branch(made_up.many_queues()))
    kiosk = stand()
    assert not kiosk.sees("queue-parking")
    kiosk.press("group-1")
    assert kiosk.sees("queue-marriages-2")
    assert not kiosk.sees("queue-parking")
    kiosk.press("back")
    kiosk.press("group-0")
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")


@pytest.mark.parametrize("count", range(1, 40))
def test_groups_share_out_every_queue_once(count: int) -> None:
    groups = -(-count // MOST_AT_ONCE)
    shared = [place for group in range(groups) for place in members(count, group)]
    assert shared == list(range(count))
    assert max(len(members(count, group)) for group in range(groups)) <= MOST_AT_ONCE


# --- priority --------------------------------------------------------------------------------


def with_classes(server: FakeServer, *queues: Queue) -> None:
    """Let the server's branch have classes of priority, which the kiosk may give."""
    state = made_up.with_priorities(made_up.at(sample.branch(queues), "en"))
    assert state.followed is not None
    server.snapshot = sample.snapshot(state.followed.branch)


def wishes(server: FakeServer) -> list[tuple[str, str | None]]:
    """Return which queue and priority were asked for."""
    asked = [codec.decode(heard.body, TakeNumber) for heard in server.posts()]
    return [(wish.queue, wish.priority) for wish in asked]


def test_whoever_needs_priority_says_which_and_then_taps_a_queue(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_classes(server, *sample.THREE_QUEUES)
    kiosk = stand()
    kiosk.press("priority")
    assert kiosk.says("Which applies to you?")
    kiosk.press("priority-pregnant")
    assert kiosk.says("Pregnant, or with a small child")
    kiosk.press("queue-passports")
    has_number(qtbot, kiosk, "R107")
    assert wishes(server) == [("passports", "pregnant")]
    kiosk.press("done")
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A108")
    assert wishes(server)[1:] == [("parking", None)]


def test_where_there_is_one_queue_the_class_gives_the_number(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_classes(server, sample.PARKING)
    kiosk = stand()
    kiosk.press("priority")
    kiosk.press("priority-standing")
    has_number(qtbot, kiosk, "A107")
    assert wishes(server) == [("parking", "standing")]


@pytest.mark.parametrize("late", [False, True])
def test_whoever_goes_back_goes_without_priority(
    qtbot: QtBot, server: FakeServer, stand: Stand, late: bool
) -> None:
    with_classes(server, *sample.THREE_QUEUES)
    kiosk = stand()
    kiosk.press("priority")
    if late:
        kiosk.press("priority-standing")
    assert kiosk.text("back") == "Back, without priority"
    kiosk.press("back")
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    assert wishes(server) == [("parking", None)]


def test_where_no_priority_is_given_none_is_offered(qtbot: QtBot, stand: Stand) -> None:
    kiosk = stand()
    assert kiosk.sees("help")
    assert not kiosk.sees("priority")


# --- the branch's own words ------------------------------------------------------------------


def test_what_is_said_to_all_appears_when_it_is_said_and_goes_again(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand()
    assert not kiosk.sees("message")
    late = Notice(texts={"en": "We are running late."}, since=sample.NOW)
    server.tell_branch(msgspec.structs.replace(sample.branch(), message=late))
    qtbot.waitUntil(lambda: kiosk.text("message") == "We are running late.")
    server.tell_branch(sample.branch(desks=[]))
    qtbot.waitUntil(lambda: kiosk.sees("nobody") and not kiosk.sees("message"))
    shut = msgspec.structs.replace(sample.branch(open=False), message=late)
    server.tell_branch(shut)
    qtbot.waitUntil(lambda: kiosk.screen is Shown.Closed)
    assert kiosk.text("message") == "We are running late."


def test_a_logo_stands_in_the_place_of_the_first_letter_once_it_is_there(
    qtbot: QtBot, server: FakeServer, stand: Stand, tmp_path: Path
) -> None:
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FF00FF"))
    file = tmp_path / "logo.png"
    assert picture.save(str(file))
    server.acts["GET", "/logo.png"] = lambda heard: Reply(200, body=file.read_bytes())
    kiosk = stand()
    assert kiosk.says("C")
    assert not kiosk.sees("logo")
    server.tell_branch(msgspec.structs.replace(sample.branch(), logo="/logo.png"))
    qtbot.waitUntil(lambda: kiosk.sees("logo"))


# --- help ------------------------------------------------------------------------------------

CALL = HelpCall(device=5, kiosk="Entrance", since=sample.NOW)


def helps(server: FakeServer) -> list[bool]:
    """Return for each word about help whether it was wanted."""
    return [
        codec.decode(heard.body, AskForHelp).wanted
        for heard in server.posts(routes.HELP)
    ]


def with_staff(server: FakeServer) -> None:
    """Let the server tell the consoles who needs help."""

    def told(heard: Heard) -> Reply:
        wanted = codec.decode(heard.body, AskForHelp).wanted
        return Reply(200, CALL) if wanted else Reply(204)

    server.acts["POST", routes.HELP] = told


def test_whoever_asks_for_help_is_told_who_knows_and_who_comes(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_staff(server)
    kiosk = stand()
    kiosk.press("help")
    qtbot.waitUntil(lambda: kiosk.says("We told our staff"))
    assert kiosk.says("“Entrance”")
    coming = msgspec.structs.replace(CALL, desk=3)
    server.tell_branch(msgspec.structs.replace(sample.branch(), help=[coming]))
    qtbot.waitUntil(lambda: kiosk.text("coming") == "Somebody is coming from desk 3.")
    kiosk.press("back")
    assert kiosk.screen is Shown.Home
    assert helps(server) == [True]


@pytest.mark.parametrize(
    ("place", "language", "said"),
    [
        (Place.DESK, "de", "Es kommt jemand von Schalter 3."),
        (Place.ROOM, "en", "Somebody is coming from room 3."),
        (Place.ROOM, "de", "Es kommt jemand aus Raum 3."),
        (Place.ROOM, "fr", "Quelqu’un arrive de la salle 3."),
        (Place.WINDOW, "es", "Alguien viene de la ventana 3."),
        (Place.COUNTER, "fr", "Quelqu’un arrive du comptoir 3."),
        (Place.DESK, "ar", "هناك من يأتي إليك من شباك 3."),
    ],
)
def test_it_is_a_sentence_from_where_somebody_comes(
    qtbot: QtBot, place: Place, language: str, said: str
) -> None:
    coming = made_up.with_branch(gallery.screens(language)["help-coming"], place=place)
    with Window(app, coming, size=Size(1080, 1920), language=language) as window:
        assert window.text("coming") == said


def test_a_call_for_help_that_nobody_answers_keeps_nobody_from_the_queues(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_staff(server)
    kiosk = stand(pace=Pace(idle_ms=200, warning_ms=200))
    kiosk.press("help")
    qtbot.waitUntil(lambda: kiosk.says("We told our staff"))
    qtbot.waitUntil(lambda: kiosk.presenter.state.warned)
    qtbot.waitUntil(lambda: kiosk.screen is Shown.Home)
    # Whoever comes to the kiosk after all is not sent away.
    assert helps(server) == [True]


def test_whoever_is_come_to_is_not_asked_whether_they_are_there(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_staff(server)
    kiosk = stand(pace=Pace(idle_ms=500, warning_ms=60_000))
    kiosk.press("help")
    qtbot.waitUntil(lambda: kiosk.says("We told our staff"))
    coming = msgspec.structs.replace(CALL, desk=3)
    server.tell_branch(msgspec.structs.replace(sample.branch(), help=[coming]))
    qtbot.waitUntil(lambda: kiosk.sees("coming"))
    assert not kiosk.presenter.state.warned
    server.tell_branch(sample.branch())
    qtbot.waitUntil(lambda: kiosk.presenter.state.warned)


def test_whoever_needs_no_help_any_more_says_so(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_staff(server)
    kiosk = stand()
    kiosk.press("help")
    qtbot.waitUntil(lambda: kiosk.says("We told our staff"))
    kiosk.press("no-help")
    assert kiosk.screen is Shown.Home
    qtbot.waitUntil(lambda: helps(server) == [True, False])


def test_nobody_is_said_to_know_before_they_were_told(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.acts["POST", routes.HELP] = lambda heard: UNWELL
    kiosk = stand()
    kiosk.press("help")
    qtbot.waitUntil(lambda: kiosk.says("nobody could be told"))
    assert kiosk.text("nobody") == "Serving now: Desk 3"
    assert not kiosk.says("We told our staff")
    with_staff(server)
    qtbot.waitUntil(lambda: kiosk.says("We told our staff"))


def test_whoever_leaves_before_anybody_was_told_is_not_looked_for(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.acts["POST", routes.HELP] = lambda heard: UNWELL
    kiosk = stand()
    kiosk.press("help")
    qtbot.waitUntil(lambda: kiosk.says("nobody could be told"))
    kiosk.press("back")
    with_staff(server)
    answered = len(helps(server))
    qtbot.waitUntil(lambda: len(helps(server)) > answered + 1 or False in helps(server))
    assert helps(server)[-1] is False


# --- what helps ------------------------------------------------------------------------------


def test_in_larger_letters_the_other_queues_are_on_the_next_page(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.snapshot = sample.snapshot(sample.branch(sample.SIX_QUEUES))
    kiosk = stand()
    kiosk.press("larger")
    assert kiosk.text("more") == "3 more"
    kiosk.press("more")
    assert not kiosk.sees("queue-parking")
    kiosk.press("more")
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")


def test_what_is_pressed_is_seen_to_be_before_it_is_let_go(
    qtbot: QtBot, stand: Stand
) -> None:
    kiosk = stand()
    for name in ("queue-parking", "help", "language-de", "larger"):
        place = kiosk.middle(name).toPoint()
        item = kiosk.find(name)
        assert item is not None
        corner = item.mapToScene(item.boundingRect().topLeft())
        spot = QPoint(place.x(), round(corner.y()) + 8)
        before = kiosk.picture().pixelColor(spot)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QTest.mousePress(kiosk.window, left, none, place)
        pressed = kiosk.picture().pixelColor(spot)
        QTest.mouseRelease(kiosk.window, left, none, QPoint(2, 600))
        assert pressed == QColor("#09569F") != before, name


@pytest.mark.slow
def test_languages_are_offered_before_any_server_is_known(
    qtbot: QtBot, server: FakeServer, target: Target, stand: Stand
) -> None:
    server.stream_refusal = Problem(type="http-503", title="", status=503, detail="")
    kiosk = stand()
    assert kiosk.screen is Shown.Away
    kiosk.press("language-de")
    assert kiosk.says("Bitte fragen Sie das Personal.")


def test_controls_can_be_moved_lower(qtbot: QtBot, stand: Stand) -> None:
    kiosk = stand()
    before = kiosk.middle("queue-parking").y()
    kiosk.press("lower")
    assert kiosk.middle("queue-parking").y() > before + 200


def test_the_screen_is_read_out_as_it_is_shown(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand()
    heard: list[str] = []
    kiosk.views.kiosk.toldAloud.connect(heard.append)
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    kiosk.press("done")
    assert heard == []
    kiosk.press("speak")
    assert heard[-1].startswith("Welcome. What do you need today?. Tap one")
    assert "Passports and identity cards" in heard[-1]
    kiosk.press("language-de")
    assert heard[-1].startswith("Willkommen.")
    kiosk.press("queue-bills")
    has_number(qtbot, kiosk, "L108")
    qtbot.waitUntil(lambda: "L 1 0 8" in heard[-1])


def test_a_keyboard_takes_a_number(qtbot: QtBot, stand: Stand) -> None:
    kiosk = stand()
    item = kiosk.find("queue-passports")
    assert item is not None
    item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(kiosk.window, Qt.Key.Key_Space)
    has_number(qtbot, kiosk, "R107")


def test_the_tab_key_reaches_every_control(qtbot: QtBot, stand: Stand) -> None:
    kiosk = stand()
    reached = set()
    for _ in range(30):
        QTest.keyClick(kiosk.window, Qt.Key.Key_Tab)
        focused = kiosk.window.activeFocusItem()
        reached.add(focused.objectName())
    queues = {"queue-parking", "queue-passports", "queue-bills"}
    assert queues | {"help", "language-en", "larger", "contrast", "lower"} <= reached


# --- walking away ----------------------------------------------------------------------------


def test_whoever_is_silent_is_asked_and_a_touch_goes_on(
    qtbot: QtBot, stand: Stand
) -> None:
    kiosk = stand(pace=HASTY)
    # A kiosk this hasty asks again within a moment, so that it is noted what it showed.
    asked: list[bool] = []
    shown = kiosk.views.kiosk
    shown.warnedChanged.connect(lambda: asked.append(shown.props.warned))
    kiosk.press("help")
    qtbot.waitUntil(lambda: kiosk.sees("still-here"))
    kiosk.press("still-here")
    assert asked[:2] == [True, False]
    assert kiosk.screen is Shown.Help


def test_whoever_walked_away_leaves_the_kiosk_as_it_was(
    qtbot: QtBot, stand: Stand
) -> None:
    kiosk = stand(pace=Pace(idle_ms=1, warning_ms=1))
    kiosk.press("larger")
    kiosk.press("language-fr")
    qtbot.waitUntil(lambda: kiosk.language.code == "en")
    assert not kiosk.views.aids.props.larger
    assert kiosk.screen is Shown.Home


def test_a_kiosk_at_rest_asks_nobody(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand(pace=HASTY)
    warned: list[bool] = []
    kiosk.views.kiosk.warnedChanged.connect(lambda: warned.append(True))
    server.tell(
        Event(seq=41, at=sample.NOW, event=Happened.TAKEN, ticket=sample.ticket(109))
    )
    qtbot.waitUntil(lambda: kiosk.says("4 waiting"))
    assert warned == []


# --- staff -----------------------------------------------------------------------------------


def knock(kiosk: KioskStand) -> None:
    """Hold the corner for as long as it takes."""
    kiosk.views.staff.cornerHeld.emit()


def enter(kiosk: KioskStand, pin: str) -> None:
    """Type a PIN."""
    for digit in pin:
        kiosk.press(f"digit-{digit}")


@pytest.mark.slow
def test_a_held_corner_asks_for_the_pin(qtbot: QtBot, stand: Stand) -> None:
    kiosk = stand(pin=PIN)
    corner = kiosk.middle("corner").toPoint()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(kiosk.window, left, none, corner)
    try:
        qtbot.waitUntil(lambda: kiosk.screen is Shown.StaffDoor)
    finally:
        QTest.mouseRelease(kiosk.window, left, none, corner)


def test_staff_end_the_kiosk_with_their_pin(qtbot: QtBot, stand: Stand) -> None:
    kiosk = stand(pin=PIN)
    knock(kiosk)
    enter(kiosk, PIN)
    assert kiosk.screen is Shown.Staff
    kiosk.press("close")
    assert kiosk.ended == [True]


def test_a_keyboard_opens_the_door_too(qtbot: QtBot, stand: Stand) -> None:
    kiosk = stand(pin=PIN)
    knock(kiosk)
    for digit in PIN:
        QTest.keyClick(kiosk.window, Qt.Key(ord(digit)))
    assert kiosk.screen is Shown.Staff


@pytest.mark.slow
def test_a_wrong_pin_opens_nothing_and_five_lock_the_door(
    qtbot: QtBot, stand: Stand
) -> None:
    kiosk = stand(pin=PIN, lock_ms=1_500)
    knock(kiosk)
    enter(kiosk, "000000")
    assert kiosk.says("That is not the PIN.")
    for _ in range(4):
        enter(kiosk, "000000")
    assert kiosk.says("Too many tries")
    enter(kiosk, PIN)
    assert kiosk.shows(Shown.StaffDoor)
    qtbot.waitUntil(lambda: not kiosk.says("Too many tries"))
    enter(kiosk, PIN)
    assert kiosk.shows(Shown.Staff)


def test_without_a_pin_there_is_no_door(qtbot: QtBot, stand: Stand) -> None:
    kiosk = stand()
    assert not kiosk.sees("corner")
    knock(kiosk)
    assert kiosk.screen is Shown.Home


def test_customers_cannot_close_the_window(qtbot: QtBot, stand: Stand) -> None:
    kiosk = stand(locked=True)
    kiosk.window.close()
    assert kiosk.window.isVisible()


def test_a_matched_card_gives_the_screen_its_true_size(
    qtbot: QtBot, stand: Stand
) -> None:
    kiosk = stand(pin=PIN)
    knock(kiosk)
    enter(kiosk, PIN)
    kiosk.press("calibrate")
    card = kiosk.find("card")
    assert card is not None
    before = card.width()
    for _ in range(10):
        kiosk.press("card-smaller")
    assert card.width() < before
    matched = card.width() / 85.6
    kiosk.press("card-matches")
    kiosk.close()
    again = stand(pin=PIN)
    assert again.views.kiosk.props.px_per_mm == pytest.approx(matched)
    help_button = again.find("help")
    assert help_button is not None
    assert help_button.height() / matched >= 20
