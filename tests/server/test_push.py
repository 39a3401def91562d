"""A call reaches a locked phone: encrypted for it, signed by this server, and never in anybody's way."""

import base64
import json
import shutil
import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from typing import Any
from uuid import uuid4

import pytest
import requests
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from http_ece import decrypt
from py_vapid import Vapid02

from server.push.services import PrivateAddress, Services, is_public
from tests.database import opened
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer

CONTACT = "mailto:it@example.org"


def text_of(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def bytes_of(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


class Browser:
    """What a phone's browser keeps of a subscription."""

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._auth = b"sixteen bytes ok"

    @property
    def subscription(self) -> dict[str, Any]:
        point = self._key.public_key().public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
        )
        return {
            "endpoint": self.endpoint,
            "expirationTime": None,
            "keys": {"p256dh": text_of(point), "auth": text_of(self._auth)},
        }

    def read(self, body: bytes) -> dict[str, Any]:
        plain = decrypt(
            body, private_key=self._key, auth_secret=self._auth, version="aes128gcm"
        )
        return dict(json.loads(plain))


class PushService:
    """A push service of one's own: it keeps what it was sent, and answers as it is told."""

    def __init__(self) -> None:
        self.received: Queue[tuple[str, dict[str, str], bytes]] = Queue()
        self.answers: list[tuple[int, dict[str, str]]] = []
        self.awake = Event()
        self.awake.set()
        service = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                service.awake.wait()
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                status, more = service.answers.pop(0) if service.answers else (201, {})
                self.send_response(status)
                for name, value in more.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()
                service.received.put((self.path, headers, body))

            def log_message(self, *args: object) -> None:
                """Say nothing."""

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self._http.server_port}"
        self._thread = Thread(target=self._http.serve_forever)
        self._thread.start()

    def browser(self) -> Browser:
        """Return a browser that is reached here."""
        return Browser(f"{self.origin}/push/{uuid4().hex}")

    def next(self) -> tuple[str, dict[str, str], bytes]:
        """Return the next push as path, headers and body."""
        return self.received.get(timeout=15)

    def close(self) -> None:
        """Stop listening."""
        self.awake.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@pytest.fixture
def service() -> Iterator[PushService]:
    service = PushService()
    yield service
    service.close()


def start(server: RunningServer, service: PushService) -> None:
    server.start(
        TAKEANUMBER_PUSH_CONTACT=CONTACT, TAKEANUMBER_PUSH_SERVICES=service.origin
    )


@pytest.fixture
def server(
    set_up_branch: Path, tmp_path: Path, service: PushService
) -> Iterator[RunningServer]:
    """A running server that pushes to the service."""
    shutil.copytree(set_up_branch, tmp_path / "data")
    server = RunningServer(tmp_path / "data", free_port())
    start(server, service)
    yield server
    server.stop()


def ask(ticket: dict[str, Any], subscription: object, **headers: str) -> Any:
    return requests.post(
        f"{ticket['url']}/push", json=subscription, headers=headers, timeout=10
    )


def kept(server: RunningServer) -> int:
    """Return how many browsers the server knows."""
    with opened(server.data_dir / "queue.db") as database:
        return int(database.execute("SELECT count(*) FROM push").fetchone()[0])


def until_none_is_kept(server: RunningServer, desk: Device) -> None:
    """Ask until the server has forgotten every browser."""
    for _ in range(500):
        if kept(server) == 0:
            return
        desk.get("/board")
    raise AssertionError("a browser is still kept")


def test_a_call_reaches_the_phone_that_asked(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    phone = service.browser()
    assert ask(ticket, phone.subscription).status_code == 204
    assert desk.post("/desks/3/call-next").status_code == 200
    path, headers, body = service.next()
    assert service.origin + path == phone.endpoint
    assert phone.read(body) == {
        "title": "A001",
        "body": "Go to desk 3",
        "url": ticket["url"].removeprefix(server.url),
        "lang": "en",
        "dir": "ltr",
    }
    assert headers["content-encoding"] == "aes128gcm"
    assert (headers["urgency"], headers["topic"]) == ("high", "call")
    assert 0 < int(headers["ttl"]) <= 120


def test_it_is_signed_with_the_key_that_the_page_gave_to_the_browser(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    ask(ticket, service.browser().subscription)
    desk.post("/desks/3/call-next")
    _, headers, _ = service.next()
    assert Vapid02.verify(headers["authorization"])
    fields = headers["authorization"].removeprefix("vapid ").split(",")
    parts = dict(field.strip().split("=", 1) for field in fields)
    claims = json.loads(bytes_of(parts["t"].split(".")[1]))
    assert (claims["aud"], claims["sub"]) == (service.origin, CONTACT)
    assert f'data-push="{parts["k"]}"' in requests.get(ticket["url"], timeout=10).text


def test_a_second_call_is_pushed_too_and_survives_a_restart(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    phone = service.browser()
    ask(ticket, phone.subscription)
    desk.post("/desks/3/call-next")
    service.next()
    desk.post(f"/tickets/{ticket['id']}/hold")
    server.kill()
    start(server, service)
    desk.post(f"/tickets/{ticket['id']}/call")
    _, headers, body = service.next()
    assert phone.read(body)["title"] == "A001"
    assert Vapid02.verify(headers["authorization"])


@pytest.mark.parametrize("status", [404, 410])
def test_a_phone_that_is_gone_is_forgotten(
    status: int,
    server: RunningServer,
    service: PushService,
    kiosk: Device,
    desk: Device,
) -> None:
    ask(kiosk.take(), service.browser().subscription)
    service.answers = [(status, {})]
    desk.post("/desks/3/call-next")
    service.next()
    until_none_is_kept(server, desk)


def test_what_fails_is_tried_once_more(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ask(kiosk.take(), service.browser().subscription)
    service.answers = [(503, {})]
    desk.post("/desks/3/call-next")
    first, second = service.next(), service.next()
    assert first[0] == second[0]
    assert kept(server) == 1


def test_a_redirect_leads_nowhere(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    first, second = kiosk.take(), kiosk.take()
    ask(first, service.browser().subscription)
    ask(second, service.browser().subscription)
    service.answers = [(307, {"Location": f"{service.origin}/elsewhere"})]
    desk.post("/desks/3/call-next")
    service.next()
    desk.post("/desks/3/call-next", {"finish": True})
    path, _, _ = service.next()
    assert path != "/elsewhere"


@pytest.mark.parametrize("move", ["finish", "cancel"])
def test_a_phone_is_forgotten_when_its_ticket_ends(
    move: str,
    server: RunningServer,
    service: PushService,
    kiosk: Device,
    desk: Device,
) -> None:
    ticket = kiosk.take()
    ask(ticket, service.browser().subscription)
    desk.post("/desks/3/call-next")
    assert kept(server) == 1
    assert desk.post(f"/tickets/{ticket['id']}/{move}").status_code == 200
    until_none_is_kept(server, desk)


def test_phones_are_forgotten_at_the_end_of_the_day(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    for _ in range(3):
        ask(kiosk.take(), service.browser().subscription)
    assert kept(server) == 3
    server.run("close-day")
    until_none_is_kept(server, desk)


def test_a_phone_may_take_it_back(
    server: RunningServer, service: PushService, kiosk: Device
) -> None:
    ticket = kiosk.take()
    phone, other = service.browser(), service.browser()
    ask(ticket, phone.subscription)
    ask(ticket, other.subscription)
    for _ in range(2):
        gone = requests.delete(
            f"{ticket['url']}/push", json={"endpoint": phone.endpoint}, timeout=10
        )
        assert gone.status_code == 204
    assert kept(server) == 1


def test_the_same_phone_is_kept_once_and_a_sixth_replaces_the_first(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    phones = [service.browser() for _ in range(6)]
    for phone in (phones[0], *phones):
        assert ask(ticket, phone.subscription).status_code == 204
    assert kept(server) == 5
    desk.post("/desks/3/call-next")
    reached = {service.origin + service.next()[0] for _ in range(5)}
    assert reached == {phone.endpoint for phone in phones[1:]}


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


def test_a_phone_with_bad_keys_is_forgotten_and_others_are_not_held_up(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    bad = service.browser().subscription
    bad["keys"] = {"p256dh": "BAAA", "auth": "x"}
    assert ask(ticket, bad).status_code == 204
    good = service.browser()
    ask(ticket, good.subscription)
    desk.post("/desks/3/call-next")
    assert good.read(service.next()[2])["title"] == "A001"
    assert kept(server) == 1


def test_a_ticket_that_has_ended_is_not_alerted(
    service: PushService, kiosk: Device, desk: Device
) -> None:
    ticket = kiosk.take()
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{ticket['id']}/finish")
    answer = ask(ticket, service.browser().subscription)
    assert (answer.status_code, answer.json()["type"]) == (409, "too-late")


def test_a_call_is_answered_while_the_push_service_is_silent(
    server: RunningServer, service: PushService, kiosk: Device, desk: Device
) -> None:
    ask(kiosk.take(), service.browser().subscription)
    service.awake.clear()
    assert desk.post("/desks/3/call-next").status_code == 200
    assert kiosk.take()["label"] == "A002"
    assert service.received.empty()
    service.awake.set()
    service.next()


def test_the_key_stays_and_is_its_owners_alone(
    server: RunningServer, kiosk: Device
) -> None:
    key = server.data_dir / "push.key"
    before = key.read_bytes()
    assert key.stat().st_mode & 0o777 == 0o600
    server.stop()
    server.start(TAKEANUMBER_PUSH_CONTACT=CONTACT)
    assert key.read_bytes() == before


def test_without_anybody_to_ask_no_push_is_offered(
    server: RunningServer, service: PushService, kiosk: Device
) -> None:
    ticket = kiosk.take()
    server.stop()
    server.start()
    assert 'data-push=""' in requests.get(ticket["url"], timeout=10).text
    answer = ask(ticket, service.browser().subscription)
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "application/problem+json"


def test_the_service_worker_may_rule_over_ticket_pages(server: RunningServer) -> None:
    answer = requests.get(f"{server.url}/sw.js", timeout=10)
    assert answer.headers["Content-Type"].startswith("text/javascript")


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
