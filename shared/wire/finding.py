"""How a server says in its network where it is, by mDNS, and what the programs make of it; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

SERVICE = "_takeanumber._tcp.local."
"""The type of service under which a server is announced."""

NAME = "name"
"""The key of the branch's name in the announcement."""

URL = "url"
"""The key of the server's own address, where it is not plain HTTP at the announced port: that of a proxy before it."""

VERSION = "version"
"""The key of the server's version."""

ID = "id"
"""The key of what stays the same of a server, wherever it is: two announcements with one are of one server."""

MOST_BYTES = 200
"""A value may have 255 with its key."""


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server that was heard of: its address, and what its branch is called there."""

    url: str
    name: str


def announcement(
    name: str, version: str, url: str = "", id: str = ""
) -> dict[str, bytes]:
    """Return what the announcement says besides host and port."""
    told = {NAME: name, VERSION: version, URL: url, ID: id}
    return {key: _cut(text) for key, text in told.items() if text}


def server_found(
    properties: Mapping[bytes, bytes | None], addresses: Sequence[str], port: int
) -> FoundServer | None:
    """Return the server of an announcement, or None where it says nowhere to go to; anybody in the network may announce anything."""
    url = _text(properties, URL)
    if url:
        if not _is_address(url):
            return None
        url = url.rstrip("/")
    else:
        usable = [each for each in addresses if _is_usable(each)]
        if not usable or not 0 < port < 65536:
            return None
        host = min(usable, key=lambda each: ":" in each)
        url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    return FoundServer(url, _text(properties, NAME) or urlsplit(url).netloc)


def _text(properties: Mapping[bytes, bytes | None], key: str) -> str:
    told = properties.get(key.encode()) or b""
    plain = told.decode(errors="replace")
    return "".join(each for each in plain if each.isprintable()).strip()


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _is_usable(address: str) -> bool:
    """Return whether it means the same machine to everybody: a link-local IPv6 address needs a zone."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return False
    return not (parsed.version == 6 and parsed.is_link_local)


def _cut(text: str) -> bytes:
    """Return the text in so many bytes, with no letter cut in two."""
    return text.encode()[:MOST_BYTES].decode(errors="ignore").encode()
