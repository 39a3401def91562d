"""A real HTTP server on loopback that speaks the wire messages, and misbehaves when told to."""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Queue as Inbox
from types import TracebackType
from typing import Self

from msgspec import Struct

from shared.wire import codec, routes
from shared.wire.messages import Branch, Event, Happened, Problem, Snapshot


@dataclass(frozen=True)
class Heard:
    """One request as the server heard it."""

    method: str
    path: str
    headers: Message
    body: bytes

    @property
    def key(self) -> str | None:
        """Its Idempotency-Key."""
        return self.headers["Idempotency-Key"]


@dataclass(frozen=True)
class Reply:
    """One answer; `lost` closes the connection in its place, after the act was done."""

    status: int
    message: Struct | None = None
    body: bytes | None = None
    lost: bool = False


Act = Callable[[Heard], Reply]

END = b""


@dataclass
class FakeServer:
    """Answers `(method, path)` from `acts`; streams `snapshot`, then what `tell` is given.

    `replies` are answered first, in order, whatever the path; a `Reply` with `lost=True` among them still
    performs the act. With `muted` a stream's connection is accepted and then silent.
    """

    snapshot: Snapshot
    acts: dict[tuple[str, str], Act] = field(default_factory=dict)
    replies: deque[Reply] = field(default_factory=deque)
    heard: list[Heard] = field(default_factory=list)
    muted: bool = False
    stream_refusal: Problem | None = None

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._streams: list[Inbox[bytes]] = []
        self._told: list[Event] = []
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._http.daemon_threads = True
        self.port: int = self._http.server_address[1]
        self._thread: threading.Thread | None = None

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def posts(self, path: str = routes.TICKETS) -> list[Heard]:
        """Return the POSTs heard at a path."""
        return [
            heard
            for heard in self.heard
            if (heard.method, heard.path) == ("POST", path)
        ]

    def streams_asked(self) -> list[Heard]:
        """Return the requests for the stream."""
        return [heard for heard in self.heard if heard.path == routes.EVENTS]

    def tell(self, event: Event) -> None:
        """Tell an event to everyone who watches, and keep it for those who resume."""
        with self._lock:
            self._told.append(event)
        self.send(frame(event.event.value, event, event.seq))

    def tell_branch(self, branch: Branch) -> None:
        """Tell everyone who watches how the branch stands, which is no event of the journal."""
        event = Event(
            seq=self.snapshot.seq,
            at=branch.now,
            event=Happened.CONFIGURED,
            branch=branch,
        )
        self.send(b"event: branch\ndata: %s\n\n" % codec.encode(event))

    def send(self, piece: bytes) -> None:
        """Send raw bytes on every open stream."""
        with self._lock:
            for stream in self._streams:
                stream.put(piece)

    def cut_streams(self) -> None:
        """Close every open stream, as a network does."""
        with self._lock:
            for stream in self._streams:
                stream.put(END)
            self._streams.clear()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(
            target=self._http.serve_forever, args=(0.02,), daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.cut_streams()
        self._http.shutdown()
        self._http.server_close()

    # --- what the handler asks for --------------------------------------------------------------

    def answer(self, heard: Heard) -> Reply:
        """Return what to answer, having done it."""
        with self._lock:
            self.heard.append(heard)
            act = self.acts.get((heard.method, heard.path))
            scripted = self.replies.popleft() if self.replies else None
            if scripted is not None and not scripted.lost:
                return scripted
            if act is None:
                return Reply(404, not_found(heard.path))
            reply = act(heard)
            return Reply(
                reply.status, reply.message, reply.body, lost=scripted is not None
            )

    def open_stream(self, heard: Heard) -> tuple[Inbox[bytes], Reply | None]:
        """Return what to stream, or a refusal in its place."""
        inbox: Inbox[bytes] = Inbox()
        with self._lock:
            self.heard.append(heard)
            if self.stream_refusal is not None:
                return inbox, Reply(self.stream_refusal.status, self.stream_refusal)
            after = heard.headers["Last-Event-ID"]
            if not self.muted:
                if after is None:
                    inbox.put(frame("snapshot", self.snapshot, self.snapshot.seq))
                for event in self._told:
                    if event.seq > int(after or self.snapshot.seq):
                        inbox.put(frame(event.event.value, event, event.seq))
                inbox.put(b": here\n\n")
            self._streams.append(inbox)
        return inbox, None

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                heard = Heard("GET", self.path, self.headers, b"")
                if self.path != routes.EVENTS:
                    self.reply(server.answer(heard))
                    return
                inbox, refusal = server.open_stream(heard)
                if refusal is not None:
                    self.reply(refusal)
                    return
                self.stream(inbox)

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"] or 0))
                self.reply(server.answer(Heard("POST", self.path, self.headers, body)))

            def reply(self, reply: Reply) -> None:
                if reply.lost:
                    self.close_connection = True
                    self.connection.shutdown(2)
                    return
                body = reply.body if reply.body is not None else b""
                if reply.message is not None:
                    body = codec.encode(reply.message)
                self.send_response(reply.status)
                self.send_header("Content-Type", "application/json")
                if reply.status != 204:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def stream(self, inbox: Inbox[bytes]) -> None:
                self.close_connection = True
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.end_headers()
                self.wfile.flush()
                while piece := inbox.get():
                    try:
                        self.wfile.write(piece)
                    except OSError:
                        return

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing: the tests read `heard`."""

        return Handler


def frame(event: str, message: Struct, seq: int) -> bytes:
    """Return a server-sent event."""
    return b"id: %d\nevent: %s\ndata: %s\n\n" % (
        seq,
        event.encode(),
        codec.encode(message),
    )


def not_found(path: str) -> Problem:
    """Return the refusal of an unknown path."""
    return Problem(type="not-found", title="Not found", status=404, detail=path)
