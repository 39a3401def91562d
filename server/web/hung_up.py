"""Who has gone before we came to their request."""

import socket

from flask import request

from server.web.outside import SOCKET

_CLOSED, _THEIR_HALF_CLOSED = 7, 8
"""Linux's numbers for a connection that was reset, and for one of which the other side has taken leave."""


def has_hung_up() -> bool:
    """Return whether whoever asks has closed the connection; where the system does not tell, that nobody has.

    Who said that this is their last request (`Connection: close`) may close their half of it, and listens still.
    """
    peer = request.environ.get(SOCKET)
    if peer is None or not hasattr(socket, "TCP_INFO"):
        return False
    try:
        state = peer.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 1)
    except OSError:
        return True
    if state[0] == _THEIR_HALF_CLOSED:
        return "close" not in request.headers.get("Connection", "").lower()
    return bool(state[0] == _CLOSED)
