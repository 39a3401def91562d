"""The kiosk: a tap on its real window gives one number, whatever the network does."""

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from kiosk import app, gallery, made_up
from kiosk.presenter import Pace
from kiosk.terms import Shown
from shared.qt import sample
from shared.qt.events import Patience
from shared.qt.network import Target
from shared.qt.settings import Size
from shared.wire import codec, routes
from shared.wire.messages import Event, Full, Happened, Problem, TicketState
from shared.wire.requests import TakeNumber
from tests.by_night import by_night
from tests.qt.fake_server import FakeServer, Heard, Reply
from tests.qt.kiosk_stand import KioskStand, read_codes, with_counter
from tests.qt.window import Shown as Still

UNWELL = Reply(503, body=b"")
FULL = Problem(
    type="queue-full", title="Queue full", status=409, detail="The queue is full."
)
IMPATIENT = Pace(slow_ms=1, ticket_ms=1_000)

Stand = Callable[..., KioskStand]


@pytest.fixture
def stand(
    qtbot: QtBot, target: Target, network: QNetworkAccessManager, tmp_path: Path
) -> Iterator[Stand]:
    """Puts up a kiosk before the server and waits until it is at home."""
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


def test_one_tap_gives_the_number_and_its_code_leads_to_its_page(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_counter(server)
    kiosk = stand()
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    assert kiosk.scanned() == [server.url + sample.TICKET_URL]


def test_a_double_tap_takes_one_number(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    counter = with_counter(server)
    kiosk = stand()
    kiosk.press("queue-parking", times=2)
    has_number(qtbot, kiosk, "A107")
    assert len(counter.given) == len(server.posts()) == 1


def test_a_lost_answer_takes_one_number(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    counter = with_counter(server)
    kiosk = stand()
    server.replies.append(Reply(0, lost=True))
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    assert len(counter.given) == 1
    assert len({heard.key for heard in server.posts()}) == 1
    assert len(server.posts()) == 2


def test_a_tap_survives_a_crash_of_the_kiosk(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_counter(server)
    server.replies.extend([UNWELL] * 1000)
    crashed = stand()
    crashed.press("queue-parking")
    qtbot.waitUntil(lambda: bool(server.posts()))
    crashed.close()
    server.replies.clear()
    kiosk = stand()
    has_number(qtbot, kiosk, "A107")
    assert len({heard.key for heard in server.posts()}) == 1


def test_a_tap_from_long_ago_is_nobodys_any_more(
    qtbot: QtBot, server: FakeServer, stand: Stand, tmp_path: Path
) -> None:
    crashing = threading.Event()

    def answer_too_late(heard: Heard) -> Reply:
        crashing.wait()
        return UNWELL

    server.acts["POST", routes.TICKETS] = answer_too_late
    crashed = stand()
    crashed.press("queue-parking")
    qtbot.waitUntil(lambda: bool(server.posts()))
    crashed.close()
    crashing.set()
    kiosk = stand(now=lambda: sample.NOW.replace(hour=20))
    assert (kiosk.screen, len(server.posts())) == (Shown.Home, 1)
    qtbot.waitUntil(lambda: list(tmp_path.iterdir()) == [])


def test_a_server_that_stumbles_is_asked_until_it_answers_and_the_customer_is_told(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_counter(server)
    server.replies.extend([UNWELL] * 1000)
    kiosk = stand()
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.says("We keep trying"))
    server.replies.clear()
    has_number(qtbot, kiosk, "A107")
    assert len({heard.key for heard in server.posts()}) == 1


def test_a_lost_server_is_said_and_its_return_is_noticed(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand(patience=Patience(away_ms=100))
    server.stream_refusal = Problem(
        type="http-503", title="Away", status=503, detail=""
    )
    server.cut_streams()
    qtbot.waitUntil(lambda: kiosk.screen is Shown.Away)
    assert kiosk.says("Please ask the staff")
    server.stream_refusal = None
    qtbot.waitUntil(lambda: kiosk.screen is Shown.Home)
    qtbot.waitUntil(lambda: not kiosk.says("Reconnecting"))


def test_a_kiosk_that_was_closed_over_night_opens_by_itself(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.snapshot = sample.snapshot(sample.branch(open=False))
    kiosk = stand()
    assert kiosk.screen is Shown.Closed
    server.tell_branch(sample.branch())
    qtbot.waitUntil(lambda: kiosk.screen is Shown.Home)


@pytest.mark.parametrize(
    ("full", "words"),
    [
        (Full.WAITING, "Full just now"),
        (Full.TODAY, "Full for today"),
        (Full.CLOSING, "Full for today"),
    ],
)
def test_a_full_queue_says_so_before_the_tap(
    qtbot: QtBot, server: FakeServer, stand: Stand, full: Full, words: str
) -> None:
    kiosk = stand()
    parking = msgspec.structs.replace(sample.PARKING, full=full)
    server.tell_branch(sample.branch([parking, sample.PASSPORTS]))
    qtbot.waitUntil(lambda: kiosk.says(words))
    kiosk.press("queue-parking")
    assert kiosk.screen is Shown.Home
    assert server.posts() == []
    server.tell_branch(sample.branch())
    qtbot.waitUntil(lambda: not kiosk.says(words))


def test_a_day_that_is_full_says_when_to_come_back(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand()
    parking = msgspec.structs.replace(sample.PARKING, full=Full.TODAY)
    bills = msgspec.structs.replace(sample.BILLS, open=False)
    tomorrow = sample.NOW + timedelta(days=1)
    server.tell_branch(sample.branch([parking, bills], next_opening=tomorrow))
    qtbot.waitUntil(lambda: kiosk.screen is Shown.FullToday)
    assert kiosk.says("No more numbers today")
    assert kiosk.says("Opens tomorrow at")


def test_a_refusal_is_said_in_words(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.replies.append(Reply(409, FULL))
    kiosk = stand()
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.screen is Shown.Refused)
    assert kiosk.says("Parking permits: full for now")
    kiosk.press("back")
    assert kiosk.screen is Shown.Home


def test_who_waits_is_counted_live(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand()
    assert kiosk.says("3 waiting")
    taken = sample.ticket(110, state=TicketState.WAITING)
    server.tell(
        Event(seq=41, at=sample.NOW, event=Happened.TAKEN, ticket=taken, was=None)
    )
    qtbot.waitUntil(lambda: kiosk.says("4 waiting"))


def test_the_next_customer_finds_the_kiosk_as_it_was(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    with_counter(server)
    kiosk = stand(pace=IMPATIENT)
    kiosk.press("language-de")
    kiosk.press("contrast")
    kiosk.press("queue-parking")
    has_number(qtbot, kiosk, "A107")
    wish = codec.decode(server.posts()[0].body, TakeNumber)
    assert (wish.queue, wish.language) == ("parking", "de")
    qtbot.waitUntil(lambda: kiosk.screen is Shown.Home)
    assert kiosk.language.code == "en"
    assert not kiosk.views.aids.props.contrast


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", by_night("ar")])
@pytest.mark.parametrize("name", gallery.screens("en"))
def test_every_screen_is_painted_without_a_warning(
    qtbot: QtBot, name: str, language: str
) -> None:
    scene = gallery.screens(language)[name]
    with Still(app, scene, theme=gallery.THEME, language=language) as shown:
        for size in gallery.SIZES[:2]:
            shown.resize(size)
            picture = shown.picture()
            colours = {
                picture.pixel(x, y)
                for x in range(0, size.width, 16)
                for y in range(0, size.height, 16)
            }
            assert len(colours) > 3


@pytest.mark.parametrize("size", gallery.SIZES)
def test_the_code_can_be_scanned_at_every_size(qtbot: QtBot, size: Size) -> None:
    scene = gallery.screens("en")["issued"]
    with Still(app, scene, size=size, theme=gallery.THEME) as shown:
        assert read_codes(shown.picture()) == [made_up.URL]
