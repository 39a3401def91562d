"""A push service of one's own, browsers that are reached there, and servers that push to it."""

import base64
import json
import shutil
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

from tests.database import opened
from tests.server.conftest import free_port
from tests.serving import RunningServer

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
        return self.received.get(timeout=30)

    def close(self) -> None:
        """Stop listening."""
        self.awake.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


def start(server: RunningServer, service: PushService) -> None:
    server.start(
        TAKEANUMBER_PUSH_CONTACT=CONTACT, TAKEANUMBER_PUSH_SERVICES=service.origin
    )


@pytest.fixture
def service() -> Iterator[PushService]:
    """A push service that answers."""
    service = PushService()
    yield service
    service.close()


@pytest.fixture
def server(
    set_up_branch: Path, tmp_path: Path, service: PushService
) -> Iterator[RunningServer]:
    """A running server that pushes to the service."""
    shutil.copytree(set_up_branch, tmp_path / "data")
    server = RunningServer(tmp_path / "data", free_port())
    start(server, service)
    yield server
    server.leave()


def ask(ticket: dict[str, Any], subscription: object, **headers: str) -> Any:
    return requests.post(
        f"{ticket['url']}/push", json=subscription, headers=headers, timeout=10
    )


def kept(server: RunningServer) -> int:
    """Return how many browsers the server knows."""
    with opened(server.data_dir / "queue.db") as database:
        return int(database.execute("SELECT count(*) FROM push").fetchone()[0])
