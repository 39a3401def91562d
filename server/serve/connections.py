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
from gevent.pool import Pool
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

MOST_HEAD = 64 * 1024
"""Bytes that a request's head may have, however they are arranged."""

_MOST_WRAPPING = 64 * 1024
"""Bytes that a body in chunks may have beside what it brings."""

MOST_HELD = 32 * 1024 * 1024
"""Bytes of answers that are kept for clients who do not take them."""

_PIECE = 8 * 1024
_REST_WITHIN_S = 1.0

TAKE_WITHIN_S = 20.0
"""How long a client may take to read an answer."""

RESERVE = 100
"""Descriptors that no client gets: for files, for the database, and to tell those who are too many."""

_IN_THE_DOOR = RESERVE // 2
"""So many at a time may find that somebody has to go for them, or hear that there is no room."""

_HEAR_WITHIN_S = 1.0
_REFUSAL = (
    "HTTP/1.1 {status} {title}\r\nConnection: close\r\n{more}"
    "Cache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n"
    "Content-Type: application/problem+json\r\nContent-Length: {length}\r\n\r\n"
)


class Doors(Pool):
    """Lets connections in while there is room for them; whoever has kept us waiting for longest makes room for others."""

    def __init__(self, most: int, streams: Callable[[], int]) -> None:
        super().__init__(most + _IN_THE_DOOR)
        self._most = most
        self._streams = streams
        self._waiting: OrderedDict[Any, int] = OrderedDict()
        self._sent_away: set[Any] = set()
        self._held = 0

    def full(self) -> bool:
        """Return whether whoever comes next has to wait outside until somebody has gone."""
        return super().full() or self._free() <= -_IN_THE_DOOR

    def finds_room(self, client: Any) -> bool:
        """Return whether there is room for a client that was let in; if not, it was told so."""
        if self._free() >= 0 or self._send_away(next(iter(self._waiting), None)):
            return True
        _say_busy(client)
        return False

    @contextmanager
    def waiting(self, holds: int = 0) -> Iterator[None]:
        """Wait for a client that has to send or to take something, unless the room is needed, or the bytes held for it."""
        me = gevent.getcurrent()
        self._waiting[me] = holds
        self._held += holds
        try:
            if self._held > MOST_HELD:
                holding = (each for each, held in self._waiting.items() if held)
                self._send_away(next(holding))
            yield
        finally:
            self._held -= self._waiting.pop(me, 0)
            self._sent_away.discard(me)

    @contextmanager
    def asking(self, patience_s: float) -> Iterator[None]:
        """Wait for this client's next request, so long at most."""
        # As documented, a timeout of `False` ends in silence.
        with self.waiting(), gevent.Timeout(patience_s, False):  # type: ignore[arg-type]
            yield

    def _free(self) -> int:
        """Return for how many more there is room, less than none where the reserve is in use."""
        left = descriptors() - RESERVE - self._streams()
        return min(left, self._most) - len(self)

    def _send_away(self, slowest: Any) -> bool:
        if slowest is None:
            return False
        self._held -= self._waiting.pop(slowest)
        self._sent_away.add(slowest)
        gevent.get_hub().loop.run_callback(self._hang_up_on, slowest)
        # It closes its descriptor when it runs, before whoever comes next.
        gevent.sleep(0)
        return True

    def _hang_up_on(self, slowest: Any) -> None:
        """End it where it still waits; one that has come to its turn meanwhile is not torn out of it."""
        if slowest in self._sent_away:
            self._sent_away.discard(slowest)
            slowest.throw(ConnectionResetError(errno.ECONNRESET, "made room"))


class Heard:
    """A client's socket that is listened to for a bounded number of bytes, whatever they are, until it is allowed more."""

    def __init__(self, peer: Any) -> None:
        self._peer = peer
        self._room = MOST_HEAD

    def allow(self, size: int) -> None:
        """Listen to so many bytes from here on."""
        self._room = size

    def recv(self, size: int) -> bytes:
        """Return what comes next; raise `TooMuchSaid`."""
        piece: bytes = self._peer.recv(size)
        self._room -= len(piece)
        if self._room < 0:
            raise TooMuchSaid
        return piece

    def __getattr__(self, name: str) -> Any:
        return getattr(self._peer, name)


class TooMuchSaid(ParseException):
    """A client goes on and on."""


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

    def __init__(self, request: Any, client: Heard, doors: Doors) -> None:
        self._request = request
        self._body = request.body
        self._doors = doors
        client.allow(MOST_BODY + _MOST_WRAPPING)
        self._end = monotonic() + BODY_WITHIN_S
        self._room = MOST_BODY
        self._over = False
        self._broken = False

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
        if self._broken:
            return False
        if self._over or getattr(self._body.reader, "length", None) == 0:
            return True
        self._end = min(self._end, monotonic() + _REST_WITHIN_S)
        try:
            self.read()
        except HTTPException:
            return False
        return self._over

    def _piece(self, read: Callable[[int], bytes], size: int) -> bytes:
        within_s = max(0.001, self._end - monotonic())
        try:
            with self._doors.waiting(), gevent.Timeout(within_s, RequestTimeout):
                piece = read(size)
            self._room -= len(piece)
            if self._room < 0:
                raise TooMuchSaid
        except BaseException as error:
            self._broken = True
            self._request.force_close()
            # Where thousands run out of time in one moment, others have their turn between them.
            gevent.sleep(0)
            if isinstance(error, TooMuchSaid):
                raise RequestEntityTooLarge from error
            if isinstance(error, (OSError, ParseException)):
                raise BadRequest("The body did not arrive as it should.") from error
            raise
        return piece


class WholeAnswers:
    """A client's socket that sends an answer's head and body in one piece, at `flush`."""

    def __init__(self, peer: Any, doors: Doors) -> None:
        self._peer = peer
        self._doors = doors
        self._pieces: list[bytes] = []

    def sendall(self, piece: bytes) -> None:
        """Send the piece, with what comes after it."""
        self._pieces.append(piece)

    def flush(self) -> None:
        """Send what there is; raise `TimeoutError` for a client that does not read it."""
        whole = memoryview(b"".join(self._pieces))
        self._pieces.clear()
        if whole and (sent := self._peer.send(whole)) < len(whole):
            takes_its_time = self._doors.waiting(holds=len(whole))
            with takes_its_time, gevent.Timeout(TAKE_WITHIN_S, ConnectionResetError):
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
