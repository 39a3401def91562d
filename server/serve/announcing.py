"""Says in the network where the server is, by mDNS (RFC 6762, 6763), so that nobody has to type its address into a screen.

All of it happens in a thread of its own: neither the start nor the stop of the server waits for a network.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import structlog

from server.settings import ANNOUNCE_OFF, ANNOUNCE_WHERE_HEARD, Settings
from shared.wire import finding

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, Zeroconf

log = structlog.get_logger(__name__)

_LOOK_EVERY_S = 30.0
"""So often it is looked whether the machine has other addresses, or the branch another name."""

_LAST_WORD_S = 0.2
"""How long the server's end may wait for the word that it has gone; who misses that hears no answer from it soon."""

_MOST_BYTES_OF_NAME = 63
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Places:
    """Of which of the machine's addresses it is said, which are in it, and the server's own address where a proxy stands before it."""

    interfaces: tuple[str, ...]
    addresses: tuple[str, ...]
    url: str


def places(settings: Settings, own: tuple[str, ...]) -> Places | None:
    """Return where to announce a server of these settings on a machine with these addresses; None where nobody could hear it or shall."""
    url = settings.public_url or ""
    if settings.announce == ANNOUNCE_OFF:
        return None
    if settings.announce != ANNOUNCE_WHERE_HEARD:
        named = tuple(each.strip() for each in settings.announce.split(","))
        return Places(named, named, url)
    beyond = tuple(each for each in own if not _stays_here(each))
    if url:
        return Places(beyond, beyond, url) if beyond else None
    if settings.host == "0.0.0.0":  # noqa: S104  # compared, not listened on
        beyond = tuple(each for each in beyond if ip_address(each).version == 4)
    elif settings.host != "::":
        beyond = tuple(each for each in beyond if each == settings.host)
    return Places(beyond, beyond, url) if beyond else None


def _stays_here(address: str) -> bool:
    parsed = ip_address(address)
    return parsed.is_loopback or parsed.is_unspecified


def own_addresses() -> tuple[str, ...]:
    """Return the machine's own addresses; of IPv6 without those that mean something on one link only."""
    import ifaddr

    found = []
    for adapter in ifaddr.get_adapters():
        for each in adapter.ips:
            address = each.ip if isinstance(each.ip, str) else each.ip[0]
            if not (each.is_IPv6 and ip_address(address).is_link_local):
                found.append(address)
    return tuple(found)


class Announcer:
    """Announces the server from `start` to `close`, anew where its name or the machine's addresses have changed.

    `name` is asked for what the branch is called. What goes wrong is logged, once until it is well again.
    """

    def __init__(
        self,
        settings: Settings,
        id: str,
        name: Callable[[], str],
        own: Callable[[], tuple[str, ...]] = own_addresses,
    ) -> None:
        self._settings = settings
        self._id = id
        self._name = name
        self._own = own
        self._over = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, port: int) -> None:
        """Begin to announce that the server listens at this port."""
        if self._settings.announce == ANNOUNCE_OFF:
            return
        self._thread = threading.Thread(
            target=self._run, args=(port,), name="announcer", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Say that the server has gone, if that takes no time."""
        self._over.set()
        if self._thread is not None:
            self._thread.join(_LAST_WORD_S)

    def _run(self, port: int) -> None:
        # It tells of each network that is not there; we say it in one sentence.
        logging.getLogger("zeroconf").setLevel(logging.CRITICAL)
        told: tuple[Places | None, str] | None = None
        said: Zeroconf | None = None
        failed = False
        while not self._over.is_set():
            try:
                now = (places(self._settings, self._own()), self._name())
                if now != told:
                    _end(said)
                    # What goes wrong in between is tried again.
                    said, told = None, None
                    said = self._announced(now[0], now[1], port)
                    told, failed = now, False
            except Exception as error:  # noqa: BLE001  # whatever the network does, the server goes on
                if not failed:
                    log.warning("not announced in the network", why=str(error))
                failed = True
            self._over.wait(_LOOK_EVERY_S)
        _end(said)

    def _announced(
        self, where: Places | None, name: str, port: int
    ) -> "Zeroconf | None":
        from zeroconf import Zeroconf

        if where is None:
            return None
        said = Zeroconf(interfaces=list(where.interfaces))
        try:
            info = self._info(where, name, port)
            said.register_service(info, allow_name_change=True)
        except BaseException:
            said.close()
            raise
        log.info("announced in the network", name=name, at=",".join(where.addresses))
        return said

    def _info(self, where: Places, name: str, port: int) -> "ServiceInfo":
        from zeroconf import ServiceInfo

        if where.url:
            parts = urlsplit(where.url)
            port = parts.port or _PORTS[parts.scheme]
        return ServiceInfo(
            finding.SERVICE,
            f"{_as_instance(name)}.{finding.SERVICE}",
            port=port,
            properties=finding.announcement(
                name, version("take-a-number"), where.url, self._id
            ),
            server=f"takeanumber-{self._id}.local.",
            parsed_addresses=list(where.addresses),
        )


def _end(said: "Zeroconf | None") -> None:
    if said is not None:
        said.close()


def _as_instance(name: str) -> str:
    """Return the name as it can stand in an announcement: no dot ends it, and none is too long."""
    plain = name.replace(".", " ").encode()[: _MOST_BYTES_OF_NAME - 4]
    return plain.decode(errors="ignore").strip() or "Take A Number"
