"""What a request says of its way here, believed only as far as it can be: its host, its proxies, the site it comes from."""

import re
from collections.abc import Callable, Iterable
from enum import Enum, auto
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any
from urllib.parse import urlsplit

from flask import Request
from werkzeug.datastructures import Headers
from werkzeug.http import parse_list_header
from werkzeug.middleware.proxy_fix import ProxyFix

from shared.wire import codec, messages

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]

SOCKET = "gunicorn.socket"
"""Where the WSGI environment holds the client's socket; gunicorn's name, which our other server uses too."""

_NAME = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}(?<!-)")
_PORT = re.compile(r"[0-9]{1,5}")
_LONGEST_HOST = 253
_IPV6_HOST_BITS = 64
_PORTS = {"http": 80, "https": 443}


class CameFrom(Enum):
    """Which site made the browser ask: this one, another one, or one that was not said, as by programs."""

    HERE = auto()
    ELSEWHERE = auto()
    UNSAID = auto()


def came_from(request: Request, public_url: str | None) -> CameFrom:
    """Return which site made the browser ask, as far as the browser says so."""
    # Browsers say it by themselves on https only (https://www.w3.org/TR/fetch-metadata/).
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return CameFrom.HERE if site in ("same-origin", "none") else CameFrom.ELSEWHERE
    origin = request.headers.get("Origin") or request.headers.get("Referer")
    if origin is None:
        return CameFrom.UNSAID
    ours = {_place(f"{request.scheme}://{request.host}"), _place(public_url or "")}
    # A proxy may end TLS without saying so: the host has to be the same, not the scheme.
    theirs = _place(origin)
    return CameFrom.HERE if theirs and theirs in ours else CameFrom.ELSEWHERE


def _place(url: str) -> str:
    """Return host and port of an address, without the port where it is the usual one; empty where there is none."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return ""
    if not host or parts.scheme not in _PORTS:
        return ""
    return host if port in (None, _PORTS[parts.scheme]) else f"{host}:{port}"


def is_host(text: str) -> bool:
    """Return whether this can be a host, perhaps with a port: a name, an IPv4 address, or an IPv6 address in brackets."""
    host, bracket, rest = text.rpartition("]")
    if bracket:
        port = rest.removeprefix(":")
        known = host.startswith("[") and is_address(host[1:]) and ":" in host
        well = known and rest in ("", f":{port}")
    else:
        host, colon, port = text.partition(":")
        well = _is_name(host) and (not colon or bool(port))
    return well and (not port or (bool(_PORT.fullmatch(port)) and int(port) < 65_536))


def _is_name(text: str) -> bool:
    if len(text) > _LONGEST_HOST:
        return False
    if not all(_NAME.fullmatch(part) for part in text.removesuffix(".").split(".")):
        return False
    try:
        # Of other alphabets' names a part may look well and mean nothing.
        text.encode("ascii").decode("idna")
    except UnicodeError:
        return False
    return True


def stays_here(url: str) -> bool:
    """Return whether an address leads no further than the machine on which it is used."""
    host = urlsplit(url).hostname or ""
    return host == "localhost" or (is_address(host) and ip_address(host).is_loopback)


def is_address(text: str) -> bool:
    """Return whether this is an IP address, without a zone, which means something to one machine only."""
    if "%" in text:
        return False
    try:
        ip_address(text)
    except ValueError:
        return False
    return True


def network_of(address: str | None) -> str:
    """Return the address, of IPv6 the network: one home has as many addresses there as it likes."""
    try:
        parsed = ip_address(address or "")
    except ValueError:
        return address or ""
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    if isinstance(parsed, IPv6Address):
        return str(int(parsed) >> _IPV6_HOST_BITS)
    return str(parsed)


_NEAR = [
    ip_network(each)
    for each in (
        "127.0.0.0/8",
        "10.0.0.0/8",
        "172.16.0.0/12",
        "192.168.0.0/16",
        "169.254.0.0/16",
        "::1/128",
        "fc00::/7",
        "fe80::/10",
    )
]
"""This machine, and networks that nobody is led through from the internet."""

_UNBELIEVED = "takeanumber.unbelieved"
"""In the WSGI environment: a proxy said something of the way here that nobody is to believe."""


def is_near(request: Request) -> bool:
    """Return whether who asks is on this machine or on a private network, as far as anybody knows.

    Behind a proxy that is not set as one's own nobody knows.
    """
    if request.environ.get(_UNBELIEVED):
        return False
    address = _parsed(request.remote_addr or "")
    if address is None:
        return False
    if any(address in net for net in _NEAR if net.version == address.version):
        return True
    # Whoever types the server's own address into a browser on the server comes from that very address.
    end = request.environ.get(SOCKET)
    return end is not None and _parsed(str(end.getsockname()[0])) == address


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    """Return the address without its zone, None where it is none."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return mapped or address


class Front:
    """Lets only requests through whose host and query can be, and takes out of them what nobody may tell."""

    def __init__(self, app: Wsgi, proxies: int) -> None:
        """Believe what so many proxies of one's own say, and nobody else."""
        self._app: Wsgi = ProxyFix(app, 1, 1, 1) if proxies else app
        self._proxies = proxies

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer 400 where the host is none, or the query no text."""
        environ["SCRIPT_NAME"] = ""
        for name, believed in _FORWARDED.items():
            said = environ.pop(name, None)
            told = believed(self._nearest(said)) if said and self._proxies else None
            if told is not None:
                environ[name] = told
            elif said and not self._proxies:
                environ[_UNBELIEVED] = True
        if not self._proxies and any(environ.get(name) for name in _LEFT_BY_PROXIES):
            environ[_UNBELIEVED] = True
        if not is_host(environ.get("HTTP_HOST") or "localhost"):
            return _refused("The Host header names no host.", start_response)
        if not environ.get("QUERY_STRING", "").isascii():
            raw = "The address holds bytes that have to be percent-encoded."
            return _refused(raw, start_response)
        return self._app(environ, start_response)

    def _nearest(self, said: str) -> str:
        """Return what the outermost of our own proxies said."""
        values = parse_list_header(said)
        return values[-self._proxies].strip() if len(values) >= self._proxies else ""


def _address(said: str) -> str | None:
    """Return the address without the port that some proxies add, None where it is none."""
    if said.startswith("["):
        said = said[1:].partition("]")[0]
    elif said.count(":") == 1:
        said = said.partition(":")[0]
    return str(ip_address(said)) if is_address(said) else None


def _scheme(said: str) -> str | None:
    return said.lower() if said.lower() in _PORTS else None


def _host(said: str) -> str | None:
    return said if is_host(said) else None


_FORWARDED: dict[str, Callable[[str], str | None]] = {
    "HTTP_X_FORWARDED_FOR": _address,
    "HTTP_X_FORWARDED_PROTO": _scheme,
    "HTTP_X_FORWARDED_HOST": _host,
    "HTTP_X_FORWARDED_PORT": lambda said: None,
    "HTTP_X_FORWARDED_PREFIX": lambda said: None,
}


_LEFT_BY_PROXIES = ("HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_REAL_IP")
"""What tells as well that a request came through a proxy; nothing of it is ever believed."""


def _refused(detail: str, start_response: Any) -> Iterable[bytes]:
    body = codec.encode(
        messages.Problem(
            type="bad-request",
            title="Bad Request",
            status=400,
            detail=detail,
        )
    )
    headers = Headers(
        {
            "Content-Type": "application/problem+json",
            "Content-Length": str(len(body)),
        }
    )
    start_response("400 Bad Request", headers.to_wsgi_list())
    return [body]
