"""One message to one browser: encrypted for it alone (RFC 8291), signed for its push service (RFC 8292)."""

import contextlib
import socket
from collections.abc import Mapping
from http.client import HTTPConnection
from threading import Timer
from urllib.parse import urlsplit

from server.push.keys import Keys
from server.push.services import ANSWER_WITHIN_S
from server.store.pushes import Subscription

TTL_S = 120
"""A call is no news to a phone that was off for longer."""

_SIGNED_FOR_S = 12 * 60 * 60


class Unreadable(Exception):
    """The browser's keys are none: nothing can be encrypted for it."""


def seal(browser: Subscription, text: bytes) -> bytes:
    """Return the text as only this browser can read it; raise `Unreadable`."""
    # All of this is imported at the first push: most branches never send one.
    from cryptography.hazmat.primitives.asymmetric import ec
    from http_ece import ECEException, encrypt
    from py_vapid.utils import b64urldecode

    try:
        sealed: bytes = encrypt(
            text,
            private_key=ec.generate_private_key(ec.SECP256R1()),
            dh=b64urldecode(browser.p256dh.encode()),
            auth_secret=b64urldecode(browser.auth.encode()),
            version="aes128gcm",
        )
    except (ValueError, ECEException) as error:
        raise Unreadable(str(error)) from error
    return sealed


def headers(endpoint: str, keys: Keys, contact: str, now: float) -> dict[str, str]:
    """Return the headers of a push to this endpoint; `now` is in seconds since the epoch."""
    from py_vapid import Vapid02

    parts = urlsplit(endpoint)
    claims = {
        "aud": f"{parts.scheme}://{parts.netloc}",
        "exp": int(now) + _SIGNED_FOR_S,
        "sub": contact,
    }
    signed: Mapping[str, str] = Vapid02.from_raw(keys.private.encode()).sign(claims)
    return {
        **signed,
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(TTL_S),
        # A later call replaces one that the phone has not fetched yet.
        "Topic": "call",
        "Urgency": "high",
    }


def deliver(
    connection: HTTPConnection, endpoint: str, headers: Mapping[str, str], body: bytes
) -> int:
    """Send it and return the status of the answer, whose text is never read; redirects are not followed."""
    parts = urlsplit(endpoint)
    target = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
    # A timeout is for each read; this is for all of them.
    end = Timer(ANSWER_WITHIN_S, _hang_up, [connection])
    end.daemon = True
    end.start()
    try:
        connection.request("POST", target, body, dict(headers))
        return connection.getresponse().status
    finally:
        end.cancel()
        connection.close()


def _hang_up(connection: HTTPConnection) -> None:
    with contextlib.suppress(OSError, AttributeError):
        connection.sock.shutdown(socket.SHUT_RDWR)
