"""A server says in its network where it is, where somebody there could reach it, and never waits for that."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import structlog
from structlog.testing import capture_logs
from zeroconf import ServiceBrowser, ServiceStateChange, Zeroconf

from server.serve import announcing
from server.serve.announcing import Announcer, Places, places
from server.settings import BadSetting, Settings, load
from shared.wire import finding
from shared.wire.finding import FoundServer, server_found
from tests.network import on_loopback
from tests.serving import RunningServer

HERE = "127.0.0.1"
LAN, VPN = "192.168.1.10", "10.8.0.3"
OWN = (HERE, LAN, VPN, "::1", "2600:1::10")
BEYOND = (LAN, VPN, "2600:1::10")
WITHIN_S = 30


@pytest.mark.parametrize(
    ("set_to", "expected"),
    [
        ({}, None),
        ({"host": "::1"}, None),
        ({"host": "0.0.0.0"}, Places((LAN, VPN), (LAN, VPN), "")),
        ({"host": "::"}, Places(BEYOND, BEYOND, "")),
        ({"host": LAN}, Places((LAN,), (LAN,), "")),
        ({"host": "172.16.0.1"}, None),
        (
            {"public_url": "https://queue.lan"},
            Places(BEYOND, BEYOND, "https://queue.lan"),
        ),
        ({"host": "0.0.0.0", "announce": "off"}, None),
        ({"announce": HERE}, Places((HERE,), (HERE,), "")),
        ({"announce": f"{LAN}, {VPN}"}, Places((LAN, VPN), (LAN, VPN), "")),
    ],
)
def test_a_server_is_announced_where_it_can_be_reached(
    set_to: dict[str, Any], expected: Places | None
) -> None:
    assert places(Settings(**set_to), OWN) == expected


def test_a_machine_without_a_network_announces_nothing() -> None:
    assert places(Settings(host="0.0.0.0"), (HERE, "::1")) is None
    assert places(Settings(public_url="https://queue.lan"), (HERE,)) is None


@pytest.mark.parametrize(
    ("said", "kept"),
    [("auto", "auto"), ("off", "off"), (False, "off"), (True, "auto"), (LAN, LAN)],
)
def test_it_is_set_in_words_or_addresses(said: Any, kept: str) -> None:
    assert load({"announce": said}, {})[0].announce == kept


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(BadSetting, match="announce"):
        load({}, {"TAKEANUMBER_ANNOUNCE": "eth0"})


# --- heard in the network -----------------------------------------------------------------------


class Heard:
    """What is announced on this machine alone, as it is heard."""

    def __init__(self, network: Zeroconf) -> None:
        self.network = network
        self.found: dict[str, FoundServer] = {}
        self._news = threading.Condition()
        self._browser = ServiceBrowser(network, finding.SERVICE, [self._hear])

    def _hear(
        self,
        zeroconf: Zeroconf,
        service_type: str,
        name: str,
        state_change: ServiceStateChange,
    ) -> None:
        if state_change is ServiceStateChange.Removed:
            found = None
        else:
            info = zeroconf.get_service_info(service_type, name)
            if info is None:
                return
            addresses = info.parsed_addresses()
            found = server_found(info.properties, addresses, info.port or 0)
        with self._news:
            self.found.pop(name, None)
            if found is not None:
                self.found[name] = found
            self._news.notify_all()

    def until(self, server: FoundServer, *, is_there: bool = True) -> None:
        with self._news:
            assert self._news.wait_for(
                lambda: (server in self.found.values()) == is_there, WITHIN_S
            ), self.found


@contextmanager
def listening() -> Iterator[Heard]:
    network = on_loopback()
    try:
        yield Heard(network)
    finally:
        network.close()


@pytest.mark.slow
def test_a_server_is_found_by_name_and_gone_when_it_stops(
    server: RunningServer,
) -> None:
    server.stop()
    server.run("branch", "set", "--name", "Bürgerzentrum St. Pauli")
    here = FoundServer(server.url, "Bürgerzentrum St. Pauli")
    with listening() as heard:
        server.start(TAKEANUMBER_ANNOUNCE=HERE)
        heard.until(here)
        server.log.wait_for("announced in the network")
        server.stop()
        heard.until(here, is_there=False)


@pytest.mark.slow
def test_a_server_behind_a_proxy_is_announced_by_its_public_address(
    server: RunningServer,
) -> None:
    server.stop()
    with listening() as heard:
        server.start(
            TAKEANUMBER_ANNOUNCE=HERE, TAKEANUMBER_PUBLIC_URL="https://queue.test:8443"
        )
        heard.until(FoundServer("https://queue.test:8443", "Take A Number"))


# --- whatever the network does ------------------------------------------------------------------


def test_what_goes_wrong_is_logged_once_and_tried_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tries = threading.Semaphore(0)

    def broken() -> tuple[str, ...]:
        tries.release()
        raise OSError("no such network")

    monkeypatch.setattr(announcing, "_LOOK_EVERY_S", 0)
    monkeypatch.setattr(announcing, "log", structlog.get_logger("announcing"))
    with capture_logs() as logged:
        announcer = Announcer(Settings(host="0.0.0.0"), "id", lambda: "Hall", broken)
        announcer.start(8000)
        for _ in range(3):
            assert tries.acquire(timeout=WITHIN_S)
        announcer.close()
    assert [line["event"] for line in logged] == ["not announced in the network"]


def test_one_that_is_off_starts_no_thread() -> None:
    before = threading.active_count()
    announcer = Announcer(Settings(announce="off"), "id", lambda: "Hall")
    announcer.start(8000)
    assert threading.active_count() == before
    announcer.close()
