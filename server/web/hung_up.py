"""Who has gone before we came to their request."""

import socket

from flask import request

from server.web.handoff import SOCKET

_ESTABLISHED = 1
"""Linux's number for a connection of which neither side has taken leave."""


def has_hung_up() -> bool:
    """Return whether whoever asks has closed the connection; where the system does not tell, that nobody has.

    Who said that this is their last request (`Connection: close`) may close their half of it, and listens still.
    """
    peer = request.environ.get(SOCKET)
    if peer is None or not hasattr(socket, "TCP_INFO"):
        return False
    if "close" in request.headers.get("Connection", "").lower():
        return False
    try:
        state = peer.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)
    except OSError:
        return True
    return bool(state[0] != _ESTABLISHED)
