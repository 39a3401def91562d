"""A program that its server knows no more writes that down and begins anew; one that was given its token does not."""

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from shared.qt import sample
from shared.qt.client import Client
from shared.qt.events import EventStream
from shared.qt.guardian import AGAIN
from shared.qt.network import Target
from shared.qt.pairing.belonging import Belonging
from shared.qt.pairing.kept import Paired, paired_file
from shared.wire import routes
from shared.wire.messages import Problem, Role
from shared.wire.pairing import OwnDevice
from tests.qt.fake_server import FakeServer, Reply
from tests.qt.kiosk_stand import at_once

UNKNOWN = Problem(type="unauthenticated", title="No", status=401, detail="No token.")
FORBIDDEN = Problem(type="forbidden", title="No", status=403, detail="Not for you.")


class Working:
    """A kiosk at work, as far as its pairing is concerned."""

    def __init__(
        self,
        server: FakeServer,
        network: QNetworkAccessManager,
        state_dir: Path,
        token: str = "",
        distrust_ms: int = 1,
    ) -> None:
        self.left: list[int] = []
        self.busy = False
        self.paired = Paired(server.url, "the token", "Entrance")
        self.file = paired_file(state_dir, "kiosk")
        self.file.write(self.paired)
        stage: Any = SimpleNamespace(
            paired=self.paired,
            network=network,
            program=SimpleNamespace(
                name="kiosk", settings=SimpleNamespace(state_dir=state_dir, token=token)
            ),
        )
        target = Target(server.url, "the token")
        self.stream = EventStream(target, network, backoff=at_once())
        self.belonging = Belonging(
            stage,
            Role.KIOSK,
            Client(target, network),
            self.stream,
            lambda: self.busy,
            leave=self.left.append,
            distrust_ms=distrust_ms,
        )
        self.stream.start()


def kiosk_is(server: FakeServer, reply: Reply) -> None:
    """Let the server say this of the device that asks."""
    server.acts["GET", routes.OWN_DEVICE] = lambda _heard: reply


def test_revoked_it_keeps_its_server_and_begins_anew(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    server.stream_refusal = UNKNOWN
    kiosk_is(server, Reply(401, UNKNOWN))
    working = Working(server, network, tmp_path)
    qtbot.waitUntil(lambda: working.left == [AGAIN])
    assert working.file.read() == Paired(server.url, revoked=True)
    working.stream.stop()


def test_one_that_was_approved_as_something_else_asks_anew(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    server.stream_refusal = FORBIDDEN
    kiosk_is(server, Reply(200, OwnDevice(id=1, name="Hall", role=Role.DISPLAY)))
    working = Working(server, network, tmp_path)
    qtbot.waitUntil(lambda: working.left == [AGAIN])
    working.stream.stop()


@pytest.mark.parametrize(
    ("refusal", "reply"),
    [
        (UNKNOWN, Reply(200, OwnDevice(id=1, name="Entrance", role=Role.KIOSK))),
        (FORBIDDEN, Reply(200, OwnDevice(id=1, name="Entrance", role=Role.KIOSK))),
        # A proxy asks for a password.
        (UNKNOWN, Reply(401, body=b"<html>")),
        (
            sample.REVOKED,
            Reply(404, Problem(type="not-found", title="", status=404, detail="")),
        ),
    ],
)
def test_what_only_the_stream_says_ends_no_pairing(
    qtbot: QtBot,
    server: FakeServer,
    network: QNetworkAccessManager,
    tmp_path: Path,
    refusal: Problem,
    reply: Reply,
) -> None:
    server.stream_refusal = refusal
    kiosk_is(server, reply)
    working = Working(server, network, tmp_path)
    qtbot.waitUntil(
        lambda: any(each.path == routes.OWN_DEVICE for each in server.heard)
    )
    server.stream_refusal = None
    qtbot.waitUntil(lambda: working.stream.link.live)
    assert working.left == []
    assert working.file.read() == working.paired
    working.stream.stop()


def test_whoever_reads_a_number_is_left_in_peace_first(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    server.stream_refusal = UNKNOWN
    kiosk_is(server, Reply(401, UNKNOWN))
    working = Working(server, network, tmp_path)
    working.busy = True
    revoked = Paired(server.url, revoked=True)
    qtbot.waitUntil(lambda: working.file.read() == revoked)
    assert working.left == []
    working.busy = False
    qtbot.waitUntil(lambda: working.left == [AGAIN])
    working.stream.stop()


def test_revoked_at_work_it_remembers_how_its_branch_speaks(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    branch = replace(sample.branch(), languages=["de", "en"])
    server.snapshot = replace(server.snapshot, branch=branch)
    working = Working(server, network, tmp_path)
    qtbot.waitUntil(lambda: working.stream.link.live)
    kiosk_is(server, Reply(401, UNKNOWN))
    server.stream_refusal = UNKNOWN
    server.cut_streams()
    qtbot.waitUntil(lambda: working.left != [])
    kept = working.file.read()
    assert kept is not None
    assert kept.language == "de"
    working.stream.stop()


def test_whoever_looks_for_the_server_anew_keeps_what_it_was_paired_with(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    server.muted = True
    working = Working(server, network, tmp_path)
    working.belonging.look_again()
    assert working.left == [AGAIN]
    kept = working.file.read()
    assert kept == replace(working.paired, lost=True)
    working.stream.stop()


def test_a_token_that_was_given_by_hand_is_nobodys_to_give_up(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    server.stream_refusal = UNKNOWN
    working = Working(server, network, tmp_path, token="given")
    qtbot.waitUntil(lambda: working.stream.link.refusal is not None)
    assert not any(each.path == routes.OWN_DEVICE for each in server.heard)
    working.stream.stop()


def test_somebody_else_in_the_servers_place_is_remembered_and_the_token_kept(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    server.muted = True
    working = Working(server, network, tmp_path)
    working.stream.distrusted.emit()
    qtbot.waitUntil(lambda: working.left == [AGAIN])
    kept = working.file.read()
    assert kept is not None
    assert (kept.changed, kept.token) == (True, "the token")
    working.stream.stop()


def test_a_moment_of_distrust_passes_with_the_known_servers_next_word(
    qtbot: QtBot, server: FakeServer, network: QNetworkAccessManager, tmp_path: Path
) -> None:
    working = Working(server, network, tmp_path, distrust_ms=60_000)
    working.stream.distrusted.emit()
    qtbot.waitUntil(lambda: working.stream.link.live)
    assert not working.belonging.doubts
    assert working.left == []
    working.stream.stop()
