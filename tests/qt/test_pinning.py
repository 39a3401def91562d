"""A server whose certificate nobody in the world vouches for is remembered by it, and nobody else is believed from then on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from shared.pairing import state as folds
from shared.pairing.state import PairingState
from shared.pairing.terms import Face, Shown, Why, Wrong
from shared.pairing.trust import Trust
from shared.qt import sample
from shared.qt.client import Answered, Away, Client, Outcome
from shared.qt.events import EventStream
from shared.qt.network import Target, open_network
from shared.wire import routes
from shared.wire.messages import Role
from shared.wire.pairing import OwnDevice
from tests.qt.fake_server import Reply
from tests.qt.kiosk_stand import at_once
from tests.qt.pairing_stand import PairingDesk, PairingStand
from tests.qt.tls import Signer, TlsServer
from tests.shared.pairings import NOW

Stand = Callable[..., PairingStand]

OWN = OwnDevice(id=1, name="Entrance", role=Role.KIOSK)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[TlsServer]:
    """A server with HTTPS."""
    server = TlsServer(sample.snapshot())
    alone = Signer("queue.lan", for_itself=True)
    server.show(tmp_path, alone.pem, alone.key)
    with server:
        yield server


@pytest.fixture
def stand(qtbot: QtBot) -> Iterator[Stand]:
    """Put up pairing windows."""
    standing: list[PairingStand] = []

    def put_up(state: PairingState, **options: Any) -> PairingStand:
        standing.append(PairingStand(state, **options))
        return standing[-1]

    yield put_up
    for each in standing:
        each.close()


def knowing(server: TlsServer) -> PairingState:
    return folds.knowing(Face.Kiosk, NOW, "en", server.url, Why.New, False)


def paired_with(qtbot: QtBot, server: TlsServer, stand: Stand) -> Trust:
    """Pair, and return whom the server is believed from now on."""
    desk = PairingDesk(server)
    shown = stand(knowing(server))
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    desk.approve()
    qtbot.waitUntil(shown.shows(Shown.Welcomed))
    shown.wait(2)
    qtbot.waitUntil(lambda: bool(shown.paired))
    return shown.paired[0].trust


def answer_of(qtbot: QtBot, server: TlsServer, trust: Trust) -> Outcome[OwnDevice]:
    """Return what a paired program hears."""
    server.acts["GET", routes.OWN_DEVICE] = lambda _heard: Reply(200, OWN)
    network = open_network(trust)
    heard: list[Outcome[OwnDevice]] = []
    client = Client(Target(server.url, "the token", trust), network)
    client.get(routes.OWN_DEVICE, OwnDevice, heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    network.deleteLater()
    return heard[0]


def test_a_certificate_of_its_own_is_pinned_and_told_by_its_first_characters(
    qtbot: QtBot, server: TlsServer, stand: Stand
) -> None:
    PairingDesk(server)
    shown = stand(knowing(server))
    qtbot.waitUntil(lambda: shown.text("fingerprint") != "")
    groups = shown.view_model.props.fingerprint.split(" ")
    assert [len(group) for group in groups] == [4, 4, 4, 4]


def test_from_then_on_only_that_one_is_believed(
    qtbot: QtBot, server: TlsServer, stand: Stand, tmp_path: Path
) -> None:
    trust = paired_with(qtbot, server, stand)
    assert trust.exact
    assert answer_of(qtbot, server, trust) == Answered(OWN)
    other = Signer("queue.lan", for_itself=True)
    server.show(tmp_path, other.pem, other.key)
    heard = len(server.heard)
    answer = answer_of(qtbot, server, trust)
    assert isinstance(answer, Away)
    assert answer.distrusted
    # Whoever it was, they heard of no token.
    assert len(server.heard) == heard


def test_an_authority_that_is_shown_is_pinned_and_its_next_certificate_believed(
    qtbot: QtBot, server: TlsServer, stand: Stand, tmp_path: Path
) -> None:
    house = Signer("The house")
    own, key = house.for_loopback()
    server.show(tmp_path, own + house.pem, key)
    trust = paired_with(qtbot, server, stand)
    assert trust == Trust(house.pem)
    renewed, key = house.for_loopback()
    server.show(tmp_path, renewed + house.pem, key)
    assert answer_of(qtbot, server, trust) == Answered(OWN)


def test_an_authority_that_is_handed_out_is_pinned_if_it_vouches_for_the_server(
    qtbot: QtBot, server: TlsServer, stand: Stand, tmp_path: Path
) -> None:
    house = Signer("The house")
    own, key = house.for_loopback()
    server.show(tmp_path, own, key)
    pem = Signer("Another house").pem + house.pem
    server.acts["GET", routes.AUTHORITY] = lambda _heard: Reply(200, body=pem.encode())
    assert paired_with(qtbot, server, stand) == Trust(house.pem)


def test_one_that_does_not_vouch_for_it_is_not_pinned(
    qtbot: QtBot, server: TlsServer, stand: Stand, tmp_path: Path
) -> None:
    house = Signer("The house")
    own, key = house.for_loopback()
    server.show(tmp_path, own, key)
    pem = Signer("The house").pem
    server.acts["GET", routes.AUTHORITY] = lambda _heard: Reply(200, body=pem.encode())
    assert paired_with(qtbot, server, stand) == Trust(own, exact=True)


def test_whom_the_installer_names_is_believed_and_nobody_else(
    qtbot: QtBot, server: TlsServer, stand: Stand, tmp_path: Path
) -> None:
    house = Signer("The house")
    own, key = house.for_loopback()
    server.show(tmp_path, own, key)
    PairingDesk(server)
    shown = stand(knowing(server), trust=Trust(house.pem))
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    typed = folds.typed(
        folds.wanted_to_type(folds.searching(Face.Kiosk, NOW, "en")), server.url
    )
    stranger = stand(typed, trust=Trust(Signer("A stranger").pem))
    stranger.press("connect")
    qtbot.waitUntil(lambda: stranger.view_model.props.wrong is Wrong.NotTrusted)


def test_another_certificate_while_a_code_is_shown_is_said_and_only_a_hand_goes_on(
    qtbot: QtBot, server: TlsServer, stand: Stand, tmp_path: Path
) -> None:
    PairingDesk(server)
    shown = stand(knowing(server))
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    before = shown.view_model.props.fingerprint
    other = Signer("queue.lan", for_itself=True)
    server.show(tmp_path, other.pem, other.key)
    shown.wait(600)
    qtbot.waitUntil(shown.shows(Shown.Changed))
    shown.press("again")
    qtbot.waitUntil(shown.shows(Shown.Comparing))
    assert shown.view_model.props.fingerprint != before


def test_a_paired_programs_stream_says_that_somebody_else_answers(
    qtbot: QtBot, server: TlsServer, tmp_path: Path
) -> None:
    trust = Trust(Signer("queue.lan", for_itself=True).pem, exact=True)
    network = open_network(trust)
    stream = EventStream(
        Target(server.url, "the token", trust), network, backoff=at_once()
    )
    with qtbot.waitSignal(stream.distrusted):
        stream.start()
    assert server.streams_asked() == []
    stream.stop()
    network.deleteLater()
