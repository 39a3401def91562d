"""The one wrapper around Qt's network access for asking the server and telling it things."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from random import SystemRandom
from typing import Generic, TypeVar
from uuid import uuid4

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest
from shiboken6 import isValid

from shared.qt.backoff import Backoff
from shared.qt.network import Target, distrusted, problem_of
from shared.wire import codec, routes
from shared.wire.messages import Problem

log = logging.getLogger(__name__)

T = TypeVar("T")

TIMEOUT_MS = 10_000
STORAGE_FULL = 507
SEE_OTHER = 303
"""The page of a ticket answers so when it did what a form asked for."""


@dataclass(frozen=True, slots=True)
class Answered(Generic[T]):
    """The server did it; `message` is None when it had nothing to say (204)."""

    message: T | None


@dataclass(frozen=True, slots=True)
class Refused:
    """The server said no, and will say no again, until `retry_after` is over where that is given."""

    problem: Problem
    retry_after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """The server could not be reached or did not make sense; whether it did anything is not known.

    `distrusted` says that somebody answered who could not prove to be it, and was told nothing.
    """

    reason: str
    distrusted: bool = False


Outcome = Answered[T] | Refused | Away
Definite = Answered[T] | Refused


class Post(QObject):
    """One POST under way: tried again, with the same key, until the server answers it."""

    def __init__(
        self,
        send: Callable[[], QNetworkReply],
        key: str,
        backoff: Backoff,
        settle: Callable[[QNetworkReply], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.key = key
        self._send = send
        self._settle = settle
        self._backoff = backoff
        self._reply: QNetworkReply | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._try)
        self._try()

    def retry_now(self) -> None:
        """Try at once if it is only waiting for its next try."""
        if self._timer.isActive():
            self._timer.stop()
            self._try()

    def cancel(self) -> None:
        """Forget it; whether the server did it is then not known."""
        self._timer.stop()
        if self._reply is not None:
            reply, self._reply = self._reply, None
            reply.finished.disconnect(self._finished)
            reply.abort()
            reply.deleteLater()
        self.deleteLater()

    def _try(self) -> None:
        self._reply = self._send()
        self._reply.finished.connect(self._finished)

    def _finished(self) -> None:
        reply, self._reply = self._reply, None
        if reply is None:
            return
        reply.deleteLater()
        if self._settle(reply):
            self.deleteLater()
        else:
            self._timer.start(round(self._backoff.next_s() * 1000))


class Client(QObject):
    """Asks and tells the server; every outcome comes as a typed message, a refusal, or word that it is away."""

    def __init__(
        self,
        target: Target,
        network: QNetworkAccessManager,
        *,
        timeout_ms: int = TIMEOUT_MS,
        backoff: Callable[[], Backoff] | None = None,
        parent: QObject | None = None,
    ) -> None:
        # Without the network there is nothing to ask by: what is under way ends with it.
        super().__init__(parent or network)
        self._target = target
        self._network = network
        self._timeout_ms = timeout_ms
        self._backoff = backoff or (lambda: Backoff(SystemRandom()))

    def get(self, path: str, kind: type[T], then: Callable[[Outcome[T]], None]) -> None:
        """Ask once and hand the outcome to `then`."""
        request = self._target.request(path)
        request.setTransferTimeout(self._timeout_ms)
        reply = self._network.get(request)

        def finished() -> None:
            reply.deleteLater()
            # Whoever asked may be gone by now, and the client with them.
            if isValid(self):
                then(outcome(reply, kind))

        reply.finished.connect(finished)

    def post(
        self,
        path: str,
        message: Struct,
        kind: type[T],
        then: Callable[[Definite[T]], None],
        *,
        key: str | None = None,
        missed: Callable[[Away], None] | None = None,
    ) -> Post:
        """Tell the server until it answers, and hand the answer to `then`; `missed` hears of each failed try.

        `key` is the Idempotency-Key of the act; give one to repeat an act that was begun before.
        """
        key = key or str(uuid4())
        request = self._request(path, key)
        body = codec.encode(message)

        def settle(reply: QNetworkReply) -> bool:
            result = outcome(reply, kind)
            if isinstance(result, Away):
                said = [routes.without_token(text) for text in (path, result.reason)]
                log.warning("try failed path=%s reason=%s key=%s", *said, key)
                if missed is not None:
                    missed(result)
                return False
            then(result)
            return True

        return Post(
            lambda: self._network.post(request, body),
            key,
            self._backoff(),
            settle,
            self,
        )

    def retry_now(self) -> None:
        """Try everything that waits for its next try at once; say it when the server is heard again."""
        for post in self.findChildren(Post):
            post.retry_now()

    def absolute(self, url: str) -> str:
        """Return an address from the server's answer as one that a phone can open."""
        return self._target.absolute(url)

    def _request(self, path: str, key: str) -> QNetworkRequest:
        request = self._target.request(path)
        request.setTransferTimeout(self._timeout_ms)
        request.setHeader(
            QNetworkRequest.KnownHeaders.ContentTypeHeader, "application/json"
        )
        request.setRawHeader(b"Idempotency-Key", key.encode())
        return request


def outcome(reply: QNetworkReply, kind: type[T]) -> Outcome[T]:
    """Return what a finished reply amounts to."""
    status = reply.attribute(QNetworkRequest.Attribute.HttpStatusCodeAttribute)
    body = bytes(reply.readAll().data())
    if status is None or (cut_off(reply) and status < 400):
        return Away(reply.errorString(), distrusted(reply))
    if status in (204, SEE_OTHER):
        return Answered(None)
    if 200 <= status < 300:
        try:
            return Answered(codec.decode(body, kind))
        except codec.BadJson as error:
            return Away(f"unreadable answer: {error}")
    if 400 <= status < 500 or status == STORAGE_FULL:
        return Refused(problem_of(status, body), retry_after(reply))
    return Away(f"status {status}")


def retry_after(reply: QNetworkReply) -> timedelta | None:
    """Return how long to wait before trying again, where the server says so in seconds."""
    said = bytes(reply.rawHeader("Retry-After").data()).decode("latin-1")
    return timedelta(seconds=int(said)) if said.isdecimal() else None


def cut_off(reply: QNetworkReply) -> bool:
    """Return whether the answer ended before it was whole."""
    return reply.error() is not QNetworkReply.NetworkError.NoError
