"""Servers are heard of in a real network, loopback, without the window's waiting for it."""

import socket
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from pytestqt.qtbot import QtBot
from zeroconf import EventLoopBlocked, ServiceInfo, Zeroconf

from shared.qt.pairing.finder import Finder
from shared.wire import routes
from shared.wire.finding import SERVICE, FoundServer, announcement
from shared.wire.messages import Problem
from tests.network import LOOPBACK, on_loopback
from tests.qt.fake_server import FakeServer, Reply
from tests.qt.window import PATIENCE_MS

pytestmark = pytest.mark.slow


def nowhere() -> Zeroconf:
    raise OSError("no network")


@pytest.fixture
def announcer() -> Iterator[Zeroconf]:
    """Whoever announces servers."""
    announcer = on_loopback()
    yield announcer
    announcer.close()


def announced(announcer: Zeroconf, name: str, port: int) -> ServiceInfo:
    """Announce a server."""
    info = ServiceInfo(
        SERVICE,
        f"{uuid4().hex}.{SERVICE}",
        addresses=[socket.inet_aton(LOOPBACK)],
        port=port,
        properties=announcement(name, "1.4"),
        server=f"{uuid4().hex}.local.",
    )
    announcer.register_service(info)
    return info


@pytest.fixture
def heard() -> list[list[FoundServer]]:
    """What the finder told."""
    return []


def begun(finder: Finder, heard: list[list[FoundServer]]) -> Finder:
    finder.changed.connect(heard.append)
    finder.start()
    return finder


def test_a_server_that_comes_and_goes_is_found_and_forgotten(
    qtbot: QtBot, announcer: Zeroconf, heard: list[list[FoundServer]]
) -> None:
    name = f"Hall {uuid4().hex}"
    finder = begun(Finder(opening=on_loopback, here=""), heard)
    info = announced(announcer, name, 8123)
    there = FoundServer(f"http://{LOOPBACK}:8123", name)
    qtbot.waitUntil(lambda: bool(heard) and there in heard[-1])
    announcer.unregister_service(info)
    qtbot.waitUntil(lambda: there not in heard[-1])
    finder.stop()


def test_without_a_network_it_looks_again_until_there_is_one(
    qtbot: QtBot, announcer: Zeroconf, heard: list[list[FoundServer]]
) -> None:
    tries: list[bool] = []

    def opening() -> Zeroconf:
        tries.append(True)
        return nowhere() if len(tries) < 3 else on_loopback()

    name = f"Hall {uuid4().hex}"
    announced(announcer, name, 8124)
    finder = begun(Finder(opening=opening, here="", again_ms=3_000), heard)
    qtbot.waitUntil(
        lambda: any(each.name == name for each in heard[-1]) if heard else False
    )
    assert len(tries) >= 3
    finder.stop()


class GivesUpOnce(Zeroconf):
    """An end of the network on a machine that stands still while the first server is asked where it is."""

    has_given_up = False

    def get_service_info(self, *asked: Any, **how: Any) -> ServiceInfo | None:
        if not self.has_given_up:
            self.has_given_up = True
            raise EventLoopBlocked
        return super().get_service_info(*asked, **how)


def test_of_a_server_that_cannot_be_asked_the_others_are_found_all_the_same(
    qtbot: QtBot, announcer: Zeroconf, heard: list[list[FoundServer]]
) -> None:
    def opening() -> Zeroconf:
        return GivesUpOnce(interfaces=[LOOPBACK], use_asyncio=False)

    finder = begun(Finder(opening=opening, here="", again_ms=PATIENCE_MS), heard)
    names = [f"Hall {uuid4().hex}" for _ in range(2)]
    for port, name in enumerate(names, 8125):
        announced(announcer, name, port)
    qtbot.waitUntil(lambda: bool(heard) and any(s.name in names for s in heard[-1]))
    finder.stop()


def test_a_server_on_this_machine_needs_no_network(
    qtbot: QtBot, server: FakeServer, heard: list[list[FoundServer]]
) -> None:
    unknown = Problem(type="unauthenticated", title="", status=401, detail="")
    server.acts["GET", routes.OWN_DEVICE] = lambda _heard: Reply(401, unknown)
    finder = begun(Finder(opening=nowhere, here=server.url), heard)
    qtbot.waitUntil(lambda: heard == [[FoundServer(server.url, "")]])
    finder.stop()


def test_whoever_else_is_on_this_machine_is_no_server(
    qtbot: QtBot, server: FakeServer, heard: list[list[FoundServer]]
) -> None:
    server.acts["GET", routes.OWN_DEVICE] = lambda _heard: Reply(200, body=b"hello")
    finder = begun(Finder(opening=nowhere, here=server.url), heard)
    qtbot.waitUntil(lambda: len(server.heard) == 1)
    qtbot.wait(50)
    assert heard == []
    finder.stop()
