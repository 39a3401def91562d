"""What somebody types as the address of a server, and the addresses that it may mean; pure."""

import re
from collections.abc import Sequence
from ipaddress import ip_address
from urllib.parse import urlsplit

PORT = 8000
"""Where a server is that nobody told otherwise."""

LONGEST = 120

_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")


def addresses_of(typed: str) -> Sequence[str]:
    """Return the addresses that may be meant, the safest first; none where it is no address.

    Whoever types a scheme means it. Without one a server is looked for by HTTPS first; without a port, too, where a server is as a rule.
    """
    text = typed.strip().lower()
    scheme, said, rest = text.rpartition("://")
    host_and_port = rest.partition("/")[0] if said else text.partition("/")[0]
    if said and scheme not in ("http", "https"):
        return ()
    try:
        parts = urlsplit(f"//{host_and_port}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ()
    if parts.username is not None or not _is_host(host):
        return ()
    shown = f"[{host}]" if ":" in host else host
    place = shown if port is None else f"{shown}:{port}"
    if said:
        return (f"{scheme}://{place}",)
    if port is not None:
        return (f"https://{place}", f"http://{place}")
    return (f"https://{shown}", f"http://{shown}:{PORT}", f"http://{shown}")


def is_address(url: str) -> bool:
    """Return whether a server may be at this address."""
    try:
        parts = urlsplit(url)
        host, _port = parts.hostname, parts.port
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(host) and " " not in url


def _is_host(host: str) -> bool:
    if ":" in host or re.fullmatch(r"[0-9.]+", host):
        try:
            ip_address(host)
        except ValueError:
            return False
        return True
    return len(host) <= LONGEST and _HOST.fullmatch(host) is not None


def shown_address(url: str) -> str:
    """Return an address as people read it out: without `http://`, which nobody types."""
    return url.removeprefix("http://").removeprefix("https://").rstrip("/")
