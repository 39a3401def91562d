"""A kiosk that is closed: by hand, so that nobody loses a number by it and it goes on by itself, or because of the day."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk import app, gallery, made_up
from kiosk.made_up import KIOSK, LATER_TODAY, SHUT_HERE, with_branch
from kiosk.presenter import Pace
from kiosk.terms import Shown
from shared.qt import sample
from shared.qt.network import Target
from shared.qt.settings import Size
from shared.wire import routes
from shared.wire.messages import Branch, ClosedKiosk, OpenDay, Role
from shared.wire.pairing import OwnDevice
from tests.qt.fake_server import FakeServer, Reply
from tests.qt.kiosk_stand import KioskStand, with_counter
from tests.qt.window import Shown as Window

Stand = Callable[..., KioskStand]


@pytest.fixture
def stand(
    qtbot: QtBot,
    server: FakeServer,
    target: Target,
    network: QNetworkAccessManager,
    tmp_path: Path,
) -> Iterator[Stand]:
    """Puts up a kiosk and waits until it is at home and the server has told who it is."""
    own = OwnDevice(id=KIOSK, name="Entrance", role=Role.KIOSK)
    server.acts["GET", routes.OWN_DEVICE] = lambda heard: Reply(200, own)
    with_counter(server)
    standing = []

    def put_up(**options: Any) -> KioskStand:
        kiosk = KioskStand(target, network, tmp_path, summoned=True, **options)
        standing.append(kiosk)
        qtbot.waitUntil(lambda: kiosk.presenter.state.device == KIOSK)
        return kiosk

    yield put_up
    for kiosk in standing:
        kiosk.close()


def closed(*kiosks: int) -> Branch:
    """Return the branch once these kiosks were closed by hand."""
    by_hand = [ClosedKiosk(device=kiosk, until=LATER_TODAY) for kiosk in kiosks]
    return replace(sample.branch(), closed_kiosks=by_hand)


def test_a_closed_kiosk_says_so_and_goes_on_by_itself(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand()
    server.tell_branch(closed(KIOSK + 1, KIOSK))
    qtbot.waitUntil(lambda: kiosk.screen is Shown.KioskClosed)
    assert kiosk.says("This kiosk is closed")
    assert kiosk.text("advice").endswith("Opens today at 12:00")
    # The others are not this one.
    server.tell_branch(closed(KIOSK + 1))
    qtbot.waitUntil(lambda: kiosk.sees("queue-parking"))


def test_a_number_stays_until_its_customer_is_done(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand()
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "A107")
    server.tell_branch(closed(KIOSK))
    qtbot.waitUntil(lambda: kiosk.presenter.state.closed is not None)
    assert kiosk.text("issuedLabel") == "A107"
    kiosk.press("done")
    assert kiosk.screen is Shown.KioskClosed


def test_who_looked_for_another_queue_has_their_number_before_them_again(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    kiosk = stand(pace=Pace(ticket_ms=60_000, idle_ms=1, warning_ms=60_000))
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "A107")
    kiosk.press("change")
    qtbot.waitUntil(lambda: kiosk.presenter.state.warned)
    server.tell_branch(closed(KIOSK))
    qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "A107")
    assert not kiosk.presenter.state.warned


def test_a_tap_that_comes_too_late_is_told_and_the_screen_goes_on(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.acts["POST", routes.TICKETS] = lambda heard: Reply(409, SHUT_HERE)
    kiosk = stand()
    kiosk.press("queue-parking")
    qtbot.waitUntil(lambda: kiosk.screen is Shown.Refused)
    assert kiosk.says("This kiosk is closed")
    server.tell_branch(closed(KIOSK))
    qtbot.waitUntil(lambda: kiosk.screen is Shown.KioskClosed)
    server.tell_branch(closed())
    qtbot.waitUntil(lambda: kiosk.sees("queue-parking"))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Jemand von der Leitung kommt."),
        ("es", "Viene un responsable."),
        ("fr", "Un responsable arrive."),
        ("ar", "أحد المسؤولين قادم."),
    ],
)
def test_a_manager_who_comes_is_told_in_the_customers_language(
    language: str, said: str
) -> None:
    coming = gallery.screens(language)["help-coming-manager"]
    with Window(app, coming, size=Size(1080, 1920), language=language) as window:
        assert window.text("coming") == said


# --- why a day differs -----------------------------------------------------------------------


def named(window: Window, name: str) -> list[QQuickItem]:
    """Return the visible items of this name."""
    return [i for i in window.items() if i.objectName() == name and i.isVisible()]


def box_of(item: QQuickItem) -> QRectF:
    """Return where the item is in its window."""
    return item.mapRectToScene(item.boundingRect())


@pytest.mark.parametrize("name", ["closed", "closed-larger", "closed-own-words-larger"])
@pytest.mark.parametrize("size", [Size(1080, 1920), Size(1280, 720)], ids=str)
@pytest.mark.parametrize("language", ["en", "de", "es", "fr", "ar"])
def test_the_week_says_why_a_day_differs_and_leaves_room_for_what_is_above(
    language: str, size: Size, name: str
) -> None:
    with Window(
        app, gallery.screens(language)[name], size=size, language=language
    ) as window:
        reasons = [item.property("text") for item in named(window, "why")]
        assert reasons == [made_up.REASONS[6][language], made_up.REASONS[1][language]]
        week, advice = box_of(window.item("week")), box_of(window.item("advice"))
        assert not week.intersects(advice)
        assert week.top() >= 0
        later = [box_of(item) for item in named(window, "exception")]
        bar = box_of(window.item("language-en")).top()
        assert all(box.bottom() <= bar for box in (week, *later))


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Closed from 24 to 31 December"),
        ("de", "Vom 24. bis 31. Dezember geschlossen"),
        ("es", "Cerrado del 24 al 31 de diciembre"),
        ("fr", "Fermé du 24 au 31 décembre"),
    ],
)
def test_a_week_of_holidays_is_one_line(language: str, said: str) -> None:
    days = [
        OpenDay(day=date(2026, 12, 24) + timedelta(days=n), spans=[]) for n in range(8)
    ]
    shut = with_branch(gallery.screens(language)["closed"], exceptions=days)
    with Window(app, shut, size=Size(1080, 1920), language=language) as window:
        assert [item.property("text") for item in named(window, "exception")] == [said]
