"""The process that serves: a loop for requests and what they write, a thread that streams, one that waits for the disk."""

import ctypes
import faulthandler
import os
import signal
import sys
import threading
from contextlib import suppress
from time import monotonic
from typing import Any, cast

import gevent
import structlog
from flask import Flask
from gevent.server import StreamServer
from gevent.socket import socket as loop_socket
from gunicorn.http.errors import (
    ExpectationFailed,
    LimitRequestHeaders,
    LimitRequestLine,
    ParseException,
    UnsupportedTransferCoding,
)
from gunicorn.workers.ggevent import GeventWorker

from server.live.hub import Hub
from server.serve.connections import (
    MOST_HEAD,
    BodyInTime,
    Doors,
    Heard,
    TooMuchSaid,
    WholeAnswers,
    refusal,
)
from server.serve.watch import Watch
from server.store.store import Store
from server.web.handoff import HANDED_OVER
from server.web.unsaid import Unsaid, unsaid

log = structlog.get_logger(__name__)

_NO_REQUEST: dict[type[BaseException], tuple[int, str]] = {
    LimitRequestLine: (414, "URI Too Long"),
    LimitRequestHeaders: (431, "Request Header Fields Too Large"),
    TooMuchSaid: (431, "Request Header Fields Too Large"),
    ExpectationFailed: (417, "Expectation Failed"),
    UnsupportedTransferCoding: (501, "Not Implemented"),
}
"""How what is no request is answered, where 400 does not say it all."""

_PR_SET_PDEATHSIG = 1
_TURN_S = 0.2
_NOTIFY_EVERY_TURNS = 5
_MOST_ACCEPTED = 16
_GIVE_WAY_EVERY_S = 0.005

BEGIN_WITHIN_S = 600
"""How long it may take to begin: a large database may have to be brought to a new shape first."""

_BEAT_S = 1.0
_ASIDE_AT_ONCE_S = 0.0005
_NEVER = 0.0

TRACE_AFTER_S = 7
"""A loop that stands still for so long leaves every thread's stack in the log, whether or not it goes on after that."""


def has_served(heartbeat: Any) -> bool:
    """Return whether the process with this heartbeat has got further than to begin."""
    # When it was made it got the wall clock's time, which is beyond any steady one.
    return bool(_NEVER < os.fstat(heartbeat.fileno()).st_atime <= monotonic())


class LoopWorker(GeventWorker):
    """Gunicorn's gevent worker without monkey-patching.

    Threads stay threads, so the writer and the hub run beside the loop; nothing yields unseen. What would block
    is done by `server.web.aside`.
    """

    def patch(self) -> None:
        """Give the loop the listening sockets; leave the standard library alone."""
        # The stubs know the sockets only as they are after this.
        listeners: list[Any] = self.sockets
        self.sockets = [
            loop_socket(s.FAMILY, fileno=s.sock.detach()) for s in listeners
        ]

    def init_process(self) -> None:
        """Die with the arbiter: a killed server must not go on answering through its orphan."""
        if sys.platform == "linux":
            ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
            if os.getppid() != self.ppid:
                sys.exit(0)
        # What is counted aside lets go of the interpreter so soon, or each take would wait five milliseconds for it, several times.
        sys.setswitchinterval(_ASIDE_AT_ONCE_S)
        self._busy = 0
        self._gave_way = monotonic()
        self._doors = Doors(self.worker_connections, lambda: self._hub().streams)
        self.log.error_log.addFilter(Unsaid())
        self._begun = threading.Event()
        threading.Thread(target=self._beat_while_it_begins, daemon=True).start()
        super().init_process()

    def _beat_while_it_begins(self) -> None:
        """Show that the process is alive, though not yet that it serves; see `has_served`."""
        end = monotonic() + BEGIN_WITHIN_S
        while monotonic() < end:
            os.utime(self.tmp.fileno(), (_NEVER, monotonic()))
            if self._begun.wait(_BEAT_S):
                self.notify()
                return

    def init_signals(self) -> None:
        """Leave every thread's stack in the log when told to abort, however stuck the loop is."""
        ends_at_hang_up = signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN
        super().init_signals()
        # A terminal that is closed tells all its processes at once.
        signal.signal(
            signal.SIGHUP, self.handle_exit if ends_at_hang_up else signal.SIG_IGN
        )
        signal.signal(signal.SIGUSR2, signal.SIG_IGN)
        signal.signal(signal.SIGABRT, signal.SIG_DFL)
        faulthandler.enable(sys.stderr, all_threads=True)

    def handle(self, listener: Any, client: Any, addr: Any) -> None:
        """Serve a connection, if there is room for it."""
        if self._doors.finds_room(client):
            heard: Any = Heard(client)
            super().handle(listener, heard, addr)
        else:
            client.close()

    def _hub(self) -> Hub:
        hub: Hub = cast(Flask, self.wsgi).extensions["hub"]
        return hub

    def timeout_ctx(self) -> Any:
        """Return what a client's next request is waited for in."""
        return self._doors.asking(self.cfg.keepalive)

    def is_already_handled(self, answer: Any) -> bool:
        """Let go of a connection that the hub has taken over."""
        if answer is HANDED_OVER:
            raise StopIteration
        return False

    def handle_request(
        self, listener_name: Any, req: Any, sock: Any, addr: Any
    ) -> bool:
        """Handle one request, counted, so that a shutdown knows when the last one is answered."""
        self._busy += 1
        answer: Any = WholeAnswers(sock, self._doors)
        body, req.body = req.body, BodyInTime(req, sock, self._doors)
        in_time = req.body
        try:
            goes_on = super().handle_request(listener_name, req, answer, addr)
        finally:
            req.body = body
            self._busy -= 1
            answer.flush()
        if not in_time.is_over():
            # Whatever else it sends belongs to this request, and nobody waits for its end.
            raise StopIteration
        sock.allow(MOST_HEAD)
        self._give_way()
        return goes_on

    def _give_way(self) -> None:
        """Let others run, where one connection has had the loop for a while: its next request may be here already."""
        if monotonic() - self._gave_way > _GIVE_WAY_EVERY_S:
            with self._doors.waiting():
                gevent.sleep(0)
            self._gave_way = monotonic()

    def handle_error(self, req: Any, client: Any, addr: Any, exc: Any) -> None:
        """Refuse what is no request, and log of which kind it was: what it said may hold somebody's token."""
        if isinstance(exc, ParseException):
            log.warning("no request", kind=type(exc).__name__)
            status, reason = _NO_REQUEST.get(type(exc), (400, "Bad Request"))
        else:
            log.error("request failed", **unsaid(exc))
            status, reason = 500, "Internal Server Error"
        with suppress(OSError):
            client.sendall(refusal(status, reason, reason.lower().replace(" ", "-")))

    def handle_quit(self, sig: int, frame: Any) -> None:
        """Treat Ctrl+C like SIGTERM: finish what was begun."""
        self.alive = False

    def run(self) -> None:
        """Serve until told to stop; then answer what was asked, say goodbye on the streams, and close the store."""
        servers = []
        for listener in self.sockets:
            listener.setblocking(True)
            handle = self._handler_for(listener)
            server = StreamServer(listener, handle=handle, spawn=self._doors)
            # So few in one go that the doors are asked about each before the reserve is gone.
            server.max_accept = _MOST_ACCEPTED
            server.start()
            servers.append(server)
            host, port = listener.getsockname()[:2]
            authority = f"[{host}]" if ":" in host else host
            public = cast(Flask, self.wsgi).config["PUBLIC_URL"]
            phones = {} if public is None else {"phones": public}
            log.info("ready", url=f"http://{authority}:{port}", **phones)
            cast(Flask, self.wsgi).extensions["announcer"].start(port)
        self._begun.set()
        watch: Watch = cast(Flask, self.wsgi).extensions["watch"]
        turn = 0
        while self.alive:
            if turn % _NOTIFY_EVERY_TURNS == 0:
                self._beat()
                watch.look()
                self._look_at_clock()
            turn += 1
            gevent.sleep(_TURN_S)
        watch.stopping = True
        self._stop(servers)

    def _look_at_clock(self) -> None:
        store: Store = cast(Flask, self.wsgi).extensions["store"]
        try:
            store.look_at_clock()
        except Exception:  # the next second looks again
            log.exception("clock not looked at")

    def _beat(self) -> None:
        self.notify()
        faulthandler.dump_traceback_later(TRACE_AFTER_S, file=sys.stderr)

    def _handler_for(self, listener: Any) -> Any:
        return lambda client, address: self.handle(listener, client, address)

    def _stop(self, servers: list[StreamServer]) -> None:
        for server in servers:
            server.close()
        end = monotonic() + self.cfg.graceful_timeout
        while self._busy and monotonic() < end:
            self._beat()
            gevent.sleep(0.02)
        faulthandler.cancel_dump_traceback_later()
        app = cast(Flask, self.wsgi)
        parts = (
            "announcer",
            "push",
            "control",
            "housekeeping",
            "hub",
            "wait_keeper",
            "store",
        )
        for name in filter(app.extensions.__contains__, parts):
            try:
                app.extensions[name].close()
            except Exception:  # the others are closed all the same
                log.exception("not closed", part=name)
        log.info("stopped")
