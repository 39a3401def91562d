"""How a request becomes a stream: its socket leaves the web server and goes to the hub.

The web server keeps no greenlet, no buffer and no thread for it, which is what lets one process hold 10,000 phones.
"""

import os
import socket
from collections.abc import Iterable
from typing import Any

from flask import Response

from server.live.hub import Hub
from server.live.watcher import Watcher

HANDED_OVER: list[bytes] = []
"""What the app returns to a web server that must neither write to the socket nor read from it again."""

SOCKET = "gunicorn.socket"
"""Where the WSGI environment holds the client's socket; gunicorn's name, which our other server uses too."""


class StreamResponse(Response):
    """An event stream to a watcher; it never ends by itself."""

    def __init__(self, hub: Hub, watcher: Watcher) -> None:
        super().__init__(content_type="text/event-stream; charset=utf-8")
        self._hub = hub
        self._watcher = watcher
        self.headers["Cache-Control"] = "no-store"
        self.headers["Connection"] = "close"
        # Proxies that would wait for the end of the answer are told not to.
        self.headers["X-Accel-Buffering"] = "no"

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Hand the client's socket to the hub; the web server's own copy may be closed then."""
        self.headers.pop("Content-Length", None)
        lines = [
            f"HTTP/1.1 {self.status}",
            *(f"{name}: {value}" for name, value in self.headers),
        ]
        head = ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
        peer = socket.socket(fileno=os.dup(environ[SOCKET].fileno()))
        self._hub.adopt(peer, head, self._watcher)
        return HANDED_OVER
