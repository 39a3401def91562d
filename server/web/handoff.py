"""How a request becomes a stream: its socket leaves the web server and goes to the hub.

The web server keeps no greenlet, no buffer and no thread for it, which is what lets one process hold 10,000 phones.
"""

import os
import socket
from collections.abc import Iterable
from typing import Any

from flask import Response, current_app, request

from server.live.hub import Hub
from server.live.watcher import Watcher
from server.web.outside import SOCKET, network_of

HANDED_OVER: list[bytes] = []
"""What the app returns to a web server that must neither write to the socket nor read from it again."""


class StreamResponse(Response):
    """An event stream to a watcher; it never ends by itself. Whoever asks for its head only gets that."""

    def __init__(self, watcher: Watcher) -> None:
        """Raise `TooManyStreams` where this ticket, this browser, or whoever asks, has too many."""
        super().__init__(content_type="text/event-stream; charset=utf-8")
        self._hub: Hub = current_app.extensions["hub"]
        self._grant = None
        if request.method != "HEAD":
            self._grant = self._hub.grant(watcher, network_of(request.remote_addr))
        self.headers["Cache-Control"] = "no-store"
        self.headers["Connection"] = "close"
        # Proxies that would wait for the end of the answer are told not to.
        self.headers["X-Accel-Buffering"] = "no"

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Hand the client's socket to the hub; the web server's own copy may be closed then."""
        self.headers.pop("Content-Length", None)
        if self._grant is None:
            return super().__call__(environ, start_response)
        lines = [
            f"HTTP/1.1 {self.status}",
            *(f"{name}: {value}" for name, value in self.headers),
        ]
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        try:
            peer = socket.socket(fileno=os.dup(environ[SOCKET].fileno()))
        except OSError:
            self._grant.give_back()
            raise
        self._hub.adopt(peer, head, self._grant)
        return HANDED_OVER
