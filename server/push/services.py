"""Which push services may be spoken to: a browser names its own, so whoever holds a ticket could name anything."""

import re
import socket
import ssl
from collections.abc import Iterable
from http.client import HTTPConnection, HTTPSConnection
from ipaddress import ip_address
from typing import Any
from urllib.parse import SplitResult, urlsplit

from server.domain.refusals import NotValid

ANSWER_WITHIN_S = 4.0

_LONGEST = 2048
_PRINTABLE = re.compile(r"[!-~]+")
_NAME = re.compile(r"([a-z0-9-]+\.)+[a-z][a-z0-9-]*")
_OWN_NAMES = (".local", ".localhost", ".internal", ".lan", ".home.arpa")


class PrivateAddress(Exception):
    """The service's name leads into a private network."""


class Services:
    """Every service that is public and speaks https, and those that the installer allowed."""

    def __init__(self, allowed: Iterable[str] = ()) -> None:
        self._allowed = {_origin(urlsplit(each.strip())) for each in allowed}
        self._tls: ssl.SSLContext | None = None

    def check(self, endpoint: str) -> None:
        """Raise `NotValid` for an endpoint that can be told at sight to be none of a push service."""
        if len(endpoint) > _LONGEST or not _PRINTABLE.fullmatch(endpoint):
            raise NotValid("endpoint", "An endpoint is a URL.")
        try:
            parts = urlsplit(endpoint)
            origin = _origin(parts)
        except ValueError as error:
            raise NotValid("endpoint", "An endpoint is a URL.") from error
        if origin in self._allowed:
            return
        scheme, host, port = origin
        if scheme != "https" or port != 443 or "@" in parts.netloc:
            raise NotValid("endpoint", "A push service is reached by https.")
        # Addresses in figures are refused altogether: no push service has one.
        if not _NAME.fullmatch(host) or host.endswith(_OWN_NAMES):
            raise NotValid("endpoint", "A push service has a public name.")

    def connection(self, endpoint: str) -> HTTPConnection:
        """Return a connection to the endpoint's host, not yet made; making it may raise `PrivateAddress`."""
        origin = scheme, host, port = _origin(urlsplit(endpoint))
        if scheme == "http" and origin in self._allowed:
            return HTTPConnection(host, port, timeout=ANSWER_WITHIN_S)
        if self._tls is None:
            self._tls = ssl.create_default_context()
        kind = HTTPSConnection if origin in self._allowed else _PublicConnection
        return kind(host, port, timeout=ANSWER_WITHIN_S, context=self._tls)


class _PublicConnection(HTTPSConnection):
    """Looks at the very addresses it connects to: between two look-ups a name may come to mean another machine."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._create_connection = _connect_to_public


def _connect_to_public(
    address: tuple[str, int], timeout: float, _source: Any = None
) -> socket.socket:
    found = socket.getaddrinfo(*address, type=socket.SOCK_STREAM)
    places = [(str(place[0]), address[1]) for *_, place in found]
    for host, _ in places:
        if not is_public(host):
            raise PrivateAddress(address[0])
    *others, last = places
    for place in others:
        try:
            return socket.create_connection(place, timeout)
        except OSError:
            continue
    return socket.create_connection(last, timeout)


def is_public(address: str) -> bool:
    """Tell whether this IP address is of the public internet."""
    ip = ip_address(address)
    inner = getattr(ip, "ipv4_mapped", None)
    if inner is not None:
        ip = inner
    return ip.is_global and not ip.is_multicast


def _origin(parts: SplitResult) -> tuple[str, str, int]:
    port = parts.port or (80 if parts.scheme == "http" else 443)
    return parts.scheme, parts.hostname or "", port
