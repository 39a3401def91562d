"""Who is connected: nobody may keep others out by being slow, by being many, or by never coming to an end."""

import errno
import socket
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import gevent
from gunicorn.http.errors import ParseException
from werkzeug.exceptions import (
    BadRequest,
    HTTPException,
    RequestEntityTooLarge,
    RequestTimeout,
)

from server.store.writer import Busy
from shared.wire import codec, messages

BODY_WITHIN_S = 10.0
"""How long a request's body may take to arrive."""

MOST_BODY = 64 * 1024
"""Bytes that a request may bring; the longest that is meant has a few hundred."""

_PIECE = 8 * 1024
_REST_WITHIN_S = 1.0

TAKE_WITHIN_S = 20.0
"""How long a client may take to read an answer."""

RESERVE = 100
"""Descriptors that no client gets: for files, for the database, and to tell those who are too many."""

_HEAR_WITHIN_S = 1.0
_REFUSAL = (
    "HTTP/1.1 {status} {title}\r\nConnection: close\r\n{more}"
    "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
    "Content-Type: application/problem+json\r\nContent-Length: {length}\r\n\r\n"
)


class Doors:
    """Lets connections in while there is room for them; who has said nothing for longest makes room for others."""

    def __init__(self, most_asking: int, streams: Callable[[], int]) -> None:
        self._most_asking = most_asking
        self._streams = streams
        self._inside = 0
        self._asking: OrderedDict[Any, None] = OrderedDict()

    @contextmanager
    def room(self, client: Any) -> Iterator[bool]:
        """Give whether there is room for a client, which it takes up meanwhile; one for whom there is none is told so."""
        full = self._inside + self._streams() >= descriptors() - RESERVE
        if full or len(self._asking) >= self._most_asking:
            made_room = self._send_the_slowest_away()
            if full and not made_room:
                _say_busy(client)
                yield False
                return
        self._inside += 1
        try:
            yield True
        finally:
            self._inside -= 1

    @contextmanager
    def asking(self, patience_s: float) -> Iterator[None]:
        """Wait for this client's next request, so long at most, and less where the room is needed."""
        me = gevent.getcurrent()
        self._asking[me] = None
        try:
            with gevent.Timeout(patience_s, False):  # type: ignore[arg-type]  # as documented: it ends in silence
                yield
        finally:
            self._asking.pop(me, None)

    def _send_the_slowest_away(self) -> bool:
        if not self._asking:
            return False
        slowest, _ = self._asking.popitem(last=False)
        slowest.kill(ConnectionResetError(errno.ECONNRESET, "made room"), block=False)
        # It closes its descriptor when it runs, before whoever comes next.
        gevent.sleep(0)
        return True


def refusal(
    status: int, title: str, type: str, detail: str = "", more: str = ""
) -> bytes:
    """Return a whole answer to what never becomes a request: a problem, as any other; `more` are lines of its head."""
    problem = messages.Problem(
        type=type, title=title, status=status, detail=detail or title
    )
    body = codec.encode(problem)
    head = _REFUSAL.format(status=status, title=title, more=more, length=len(body))
    return head.encode() + body


def _say_busy(client: Any) -> None:
    too_many = "Too many are connected. Try again in a moment."
    again = f"Retry-After: {Busy.seconds}\r\n"
    try:
        with gevent.Timeout(_HEAR_WITHIN_S, ConnectionResetError):
            client.sendall(refusal(503, "Service Unavailable", "busy", too_many, again))
            client.shutdown(socket.SHUT_WR)
            # Hung up on what they still say, they would never read it.
            while client.recv(4096):
                pass
    except OSError:
        return


class BodyInTime:
    """A request's body that has to be there within `BODY_WITHIN_S` and within `MOST_BODY`; else it ends the connection.

    It is read in pieces: a client whose bytes are always there already would otherwise let nobody else run.
    """

    def __init__(self, request: Any) -> None:
        self._request = request
        self._body = request.body
        self._end = monotonic() + BODY_WITHIN_S
        self._room = MOST_BODY
        self._over = False

    def read(self, size: int = -1) -> bytes:
        """Return so many bytes, or all; raise `RequestTimeout`, `RequestEntityTooLarge` or `BadRequest`."""
        pieces = []
        while size:
            piece = self._piece(
                self._body.read, _PIECE if size < 0 else min(_PIECE, size)
            )
            if not piece:
                self._over = True
                break
            pieces.append(piece)
            size -= len(piece) if size > 0 else 0
        return b"".join(pieces)

    def readline(self, size: int = -1) -> bytes:
        """Return a line; raise as `read` does."""
        return self._piece(
            self._body.readline, _PIECE if size < 0 else min(_PIECE, size)
        )

    def is_over(self) -> bool:
        """Return whether nothing of the body is left, after a look at what little may still come at once."""
        if self._over or getattr(self._body.reader, "length", None) == 0:
            return True
        self._end = min(self._end, monotonic() + _REST_WITHIN_S)
        try:
            self.read()
        except HTTPException:
            return False
        return self._over

    def _piece(self, read: Callable[[int], bytes], size: int) -> bytes:
        try:
            with gevent.Timeout(max(0.001, self._end - monotonic()), RequestTimeout):
                piece = read(size)
        except RequestTimeout:
            self._request.force_close()
            raise
        except (OSError, ParseException) as error:
            self._request.force_close()
            raise BadRequest("The body did not arrive as it should.") from error
        self._room -= len(piece)
        if self._room < 0:
            self._request.force_close()
            raise RequestEntityTooLarge
        return piece


class WholeAnswers:
    """A client's socket that sends an answer's head and body in one piece, at `flush`."""

    def __init__(self, peer: Any) -> None:
        self._peer = peer
        self._pieces: list[bytes] = []

    def sendall(self, piece: bytes) -> None:
        """Send the piece, with what comes after it."""
        self._pieces.append(piece)

    def flush(self) -> None:
        """Send what there is; raise `TimeoutError` for a client that does not read it."""
        whole = b"".join(self._pieces)
        self._pieces.clear()
        if whole and (sent := self._peer.send(whole)) < len(whole):
            with gevent.Timeout(TAKE_WITHIN_S, ConnectionResetError):
                self._peer.sendall(whole[sent:])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._peer, name)


def descriptors() -> int:
    """Return how many files and connections this process may have open."""
    if sys.platform == "win32":
        return 10_000
    import resource

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return soft if soft != resource.RLIM_INFINITY else 1_000_000
