"""Whoever holds a ticket may name an endpoint; the server does not ask just anything there."""

import socket

import pytest

from server.push.services import PrivateAddress, Services, is_public
from tests.push_service import Browser, PushService, ask, kept, server, service
from tests.serving import Device, RunningServer

__all__ = ["server", "service"]

NO_PUSH_SERVICES = [
    "https://127.0.0.1/x",
    "https://10.1.2.3/x",
    "https://[::1]/x",
    "https://localhost/x",
    "https://printer.local/x",
    "https://2130706433/x",
    "https://0x7f.1/x",
    "https://push.example.org:8443/x",
    "https://push.example.org@127.0.0.1/x",
    "https://push.example.org:port/x",
    "http://push.example.org/x",
    "ftp://push.example.org/x",
    "https://push.example.org/x\r\nHost: other",
    "https://push.example.org/" + "x" * 3000,
    "nothing",
    "",
]


def test_an_endpoint_that_is_no_push_service_is_refused(
    server: RunningServer, kiosk: Device
) -> None:
    ticket = kiosk.take()
    for endpoint in NO_PUSH_SERVICES:
        answer = ask(ticket, Browser(endpoint).subscription)
        assert answer.status_code == 422, endpoint
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert answer.json()["field"] == "endpoint"
    assert kept(server) == 0


def test_what_is_no_subscription_is_refused(
    server: RunningServer, kiosk: Device
) -> None:
    ticket = kiosk.take()
    no_keys = {"endpoint": "https://push.example.org/x"}
    bodies: list[object] = ["", "no JSON", [], {"keys": {}}, no_keys]
    for body in bodies:
        answer = ask(ticket, body)
        assert answer.status_code == 422, body
        assert answer.headers["Content-Type"] == "application/problem+json"
    assert kept(server) == 0


def test_a_ticket_that_has_ended_is_not_alerted(
    service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{ticket['id']}/finish")
    answer = ask(ticket, service.browser().subscription)
    assert (answer.status_code, answer.json()["type"]) == (409, "too-late")


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.0.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:8.8.8.8", True),
    ],
)
def test_only_addresses_of_the_public_internet_are_connected_to(
    address: str, public: bool
) -> None:
    assert is_public(address) is public


def test_a_public_name_that_leads_into_a_private_network_is_not_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with socket.socket() as inside:
        inside.bind(("127.0.0.1", 0))
        inside.listen()
        inside.setblocking(False)
        place = (socket.AF_INET, socket.SOCK_STREAM, 6, "", inside.getsockname())
        monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **more: [place])
        endpoint = "https://push.example.org/x"
        services = Services()
        services.check(endpoint)
        connection = services.connection(endpoint)
        connection.port = inside.getsockname()[1]
        with pytest.raises(PrivateAddress):
            connection.request("POST", "/x", b"")
        with pytest.raises(BlockingIOError):
            inside.accept()
