"""The pairing window, before servers of ours and others: from nothing to a token, whatever happens on the way."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from shared.pairing import state as folds
from shared.pairing.state import PairingState
from shared.pairing.terms import Face, Shown, Why, Wrong
from shared.qt.pairing.kept import Paired
from shared.wire import routes
from shared.wire.finding import FoundServer
from shared.wire.messages import Problem, Role
from shared.wire.pairing import OwnDevice
from tests.qt.fake_server import FakeServer, Reply
from tests.qt.kiosk_stand import read_codes
from tests.qt.pairing_stand import CODES, PairingDesk, PairingStand
from tests.shared.pairings import NOW

Stand = Callable[..., PairingStand]


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    """Put up pairing windows."""
    standing: list[PairingStand] = []

    def put_up(state: PairingState | None = None, **options: Any) -> PairingStand:
        state = state or folds.searching(Face.Kiosk, NOW, "en")
        standing.append(PairingStand(state, **options))
        return standing[-1]

    yield put_up
    for each in standing:
        each.close()


@pytest.fixture
def desk(server: FakeServer) -> PairingDesk:
    """A server that pairs."""
    return PairingDesk(server)


def knowing(server: FakeServer, why: Why = Why.New) -> PairingState:
    """Return how a program begins that was at this server before."""
    settled = why is not Why.New
    return folds.knowing(Face.Kiosk, NOW, "en", server.url, why, settled)


def test_found_compared_and_approved_it_goes_on_by_itself(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand()
    shown.finder.hear(FoundServer(server.url, "Hall"))
    shown.wait(2)
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    assert shown.view_model.props.code == CODES[0]
    assert shown.text("found") == "Hall, found in this network"
    assert (desk.asked[0].role, desk.asked[0].name) == (Role.KIOSK, "vm")
    assert shown.met == [server.url]
    desk.approve(desk=3)
    qtbot.waitUntil(shown.shows(Shown.Welcomed))
    assert not shown.paired
    shown.wait(2)
    qtbot.waitUntil(lambda: bool(shown.paired))
    assert shown.paired == [Paired(server.url, "the token", "Entrance", 3)]


def test_what_a_phone_scans_is_the_page_on_which_it_is_approved(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand(knowing(server))
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    page = f"{server.url}/manager/devices?code={CODES[0]}"
    qtbot.waitUntil(lambda: page in read_codes(shown.window.grabWindow()))


def test_among_several_servers_one_is_tapped_by_its_name(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand()
    shown.finder.hear(
        FoundServer("http://127.0.0.1:9", "Library"), FoundServer(server.url, "Hall")
    )
    shown.wait(2)
    qtbot.waitUntil(lambda: shown.text("server-1") == "Library")
    shown.press("server-0")
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    assert shown.met == [server.url]


def test_where_none_is_found_its_address_is_typed_on_the_kiosks_own_keys(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand()
    shown.wait(8)
    qtbot.waitUntil(lambda: shown.find("key-1") is not None)
    for key in f"127.0.0.1:{server.port}x":
        shown.press(f"key-{key}")
    shown.press("erase")
    assert shown.view_model.props.typed == f"127.0.0.1:{server.port}"
    shown.press("connect")
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    assert shown.met == [server.url]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [("nowhere at all", Wrong.NoAddress), ("127.0.0.1:9", Wrong.NobodyThere)],
)
def test_an_address_that_leads_nowhere_is_said_and_kept(
    qtbot: QtBot, stand: Stand, typed: str, wrong: Wrong
) -> None:
    shown = stand(
        folds.typed(folds.wanted_to_type(folds.searching(Face.Kiosk, NOW, "en")), typed)
    )
    qtbot.waitUntil(lambda: shown.find("connect") is not None)
    shown.press("connect")
    qtbot.waitUntil(lambda: shown.view_model.props.wrong is wrong)
    assert shown.view_model.props.typed == typed
    assert shown.text("wrong") != ""


def test_another_service_at_the_address_is_not_asked_for_a_code(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.acts["GET", routes.OWN_DEVICE] = lambda _heard: Reply(200, body=b"<html>")
    typed = f"http://127.0.0.1:{server.port}"
    shown = stand(
        folds.typed(folds.wanted_to_type(folds.searching(Face.Kiosk, NOW, "en")), typed)
    )
    qtbot.waitUntil(lambda: shown.find("connect") is not None)
    shown.press("connect")
    qtbot.waitUntil(lambda: shown.view_model.props.wrong is Wrong.AnotherService)
    assert server.posts(routes.PAIRINGS) == []


def test_refused_it_says_so_and_asks_anew_by_hand(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand(knowing(server))
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    desk.refuse()
    qtbot.waitUntil(lambda: shown.find("again") is not None)
    shown.press("again")
    qtbot.waitUntil(lambda: shown.view_model.props.code == CODES[1])


def test_a_code_that_has_run_out_is_replaced_by_itself(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand(knowing(server))
    qtbot.waitUntil(lambda: shown.view_model.props.code == CODES[0])
    shown.wait(600)
    qtbot.waitUntil(lambda: shown.view_model.props.code == CODES[1])


def test_where_too_many_ask_it_waits_and_asks_again_by_itself(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    busy = Problem(type="too-many", title="No", status=429, detail="Later.")
    usual = server.acts["POST", routes.PAIRINGS]
    server.acts["POST", routes.PAIRINGS] = lambda _heard: Reply(429, busy)
    shown = stand(knowing(server))
    qtbot.waitUntil(shown.shows(Shown.Waiting))
    assert "1:00" in shown.text("words")
    server.acts["POST", routes.PAIRINGS] = usual
    shown.wait(60)
    qtbot.waitUntil(shown.shows(Shown.Comparing))


def test_a_server_that_is_away_keeps_its_code_and_says_so(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand(knowing(server))
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    usual = server.acts["GET", routes.pairing("p0")]
    server.acts["GET", routes.pairing("p0")] = lambda _heard: Reply(503, body=b"")
    qtbot.waitUntil(lambda: shown.text("away") != "")
    assert shown.view_model.props.code == CODES[0]
    server.acts["GET", routes.pairing("p0")] = usual
    qtbot.waitUntil(lambda: shown.text("away") == "")
    desk.approve()
    qtbot.waitUntil(shown.shows(Shown.Welcomed))


def test_a_server_that_was_found_and_does_not_answer_is_asked_again_by_itself(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    server.acts["GET", routes.OWN_DEVICE] = lambda _heard: Reply(503, body=b"")
    shown = stand(knowing(server))
    qtbot.waitUntil(lambda: shown.view_model.props.away)
    PairingDesk(server)
    qtbot.waitUntil(shown.shows(Shown.Comparing))


def test_a_revoked_kiosk_says_so_and_offers_a_passer_by_no_other_server(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand(knowing(server, Why.Revoked))
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    assert shown.text("title") == "This screen is no longer paired"
    assert shown.find("another") is None
    desk.approve()
    qtbot.waitUntil(shown.shows(Shown.Welcomed))


def test_another_server_may_be_chosen_while_a_code_is_shown(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand(knowing(server))
    qtbot.waitUntil(lambda: shown.find("another") is not None)
    shown.press("another")
    qtbot.waitUntil(shown.shows(Shown.Typing))
    shown.press("back")
    assert shown.view_model.props.shown is Shown.Searching


def test_it_speaks_the_language_that_is_tapped(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    shown = stand(knowing(server))
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    shown.press("language-de")
    qtbot.waitUntil(lambda: shown.text("title") == "Bildschirm koppeln")


def test_where_nobody_named_a_language_it_speaks_the_branchs_own(
    qtbot: QtBot, server: FakeServer, desk: PairingDesk, stand: Stand
) -> None:
    desk.language = "de"
    shown = stand(replace(knowing(server), guessed=True))
    qtbot.waitUntil(lambda: shown.text("title") == "Bildschirm koppeln")
    # Whoever taps another one keeps it, also with the next code.
    shown.press("language-en")
    qtbot.waitUntil(lambda: shown.text("title") == "Pair this screen")
    shown.wait(601)
    qtbot.waitUntil(lambda: len(desk.asked) == 2 and shown.shows(Shown.Comparing)())
    assert shown.text("title") == "Pair this screen"


def test_a_known_server_that_is_itself_again_is_gone_back_to(
    qtbot: QtBot, server: FakeServer, stand: Stand
) -> None:
    known = Paired(server.url, "the token", "Entrance", changed=True)
    shown = stand(folds.distrusting(Face.Kiosk, NOW, "en", server.url), known=known)
    assert shown.text("title") == "Is this still our server?"
    own = OwnDevice(id=1, name="Entrance", role=Role.KIOSK)
    server.acts["GET", routes.OWN_DEVICE] = lambda _heard: Reply(200, own)
    qtbot.waitUntil(lambda: shown.paired == [known])
