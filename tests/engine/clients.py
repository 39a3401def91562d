"""Kiosks and consoles that press at once, note what they saw, and try again under the same key until answered."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from json import dumps, loads
from typing import Any
from uuid import UUID

from tests.engine.history import Call, Take

QUEUES = ("parking", "passports")
PATIENCE_S = 60
_AGAIN = {502, 503, 507}


class Client:
    """One device's connection to the server; each request has one key, however often it has to be sent."""

    def __init__(self, port: int, token: str, seed: int) -> None:
        self._port = port
        self._token = token
        self.random = random.Random(seed)
        self._connection: HTTPConnection | None = None
        self.retries = 0

    def post(self, path: str, body: Any) -> tuple[int, Any]:
        """Return the final answer's status and body."""
        key = str(UUID(int=self.random.getrandbits(128), version=4))
        headers = {"Authorization": f"Bearer {self._token}", "Idempotency-Key": key}
        text = dumps(body)
        give_up = time.monotonic() + PATIENCE_S
        while time.monotonic() < give_up:
            try:
                if self._connection is None:
                    self._connection = HTTPConnection(
                        "127.0.0.1", self._port, timeout=20
                    )
                self._connection.request("POST", f"/api/v1{path}", text, headers)
                answer = self._connection.getresponse()
                said = answer.read()
                if answer.status not in _AGAIN:
                    return answer.status, loads(said) if said else None
            except (OSError, HTTPException):
                self.hang_up()
                _pause(0.02)
            self.retries += 1
        raise AssertionError(f"No answer within {PATIENCE_S} s.")

    def hang_up(self) -> None:
        """Close the connection; the next request opens another."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _pause(seconds: float) -> None:
    threading.Event().wait(seconds)


@dataclass
class Notebook:
    """What all clients saw, and how many operations there are still to do."""

    left: int
    takes: list[Take] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    retries: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def another(self) -> bool:
        """Return whether there is another operation to do, and count it."""
        with self._lock:
            self.left -= 1
            return self.left >= 0

    @property
    def done(self) -> int:
        """How many operations have their answer."""
        return len(self.takes) + len(self.calls)

    def work(self, client: Client, step: Callable[[Client], None]) -> None:
        """Do one operation after another until there are none left."""
        while self.another():
            step(client)
        client.hang_up()
        self.retries += client.retries

    def take(self, client: Client, queue: str | None = None) -> None:
        """Take a number, in any queue or this one."""
        queue = queue or client.random.choice(QUEUES)
        began = time.monotonic()
        status, ticket = client.post("/tickets", {"queue": queue})
        ended = time.monotonic()
        assert status == 201, ticket
        self.takes.append(Take(queue, ticket["number"], ticket["id"], began, ended))

    def call(self, client: Client, desk: int) -> None:
        """Say done, and call whoever is next."""
        began = time.monotonic()
        status, ticket = client.post(f"/desks/{desk}/call-next", {"finish": True})
        ended = time.monotonic()
        assert status in {200, 204}, ticket
        self.calls.append(Call(ticket["id"] if ticket else None, began, ended))
