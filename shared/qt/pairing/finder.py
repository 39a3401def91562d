"""Looks for servers in the network, in a thread of the library's own; see docs/adr/0028."""

import logging
import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtNetwork import QNetworkInterface

from shared.pairing.address import PORT
from shared.pairing.terms import Wrong
from shared.pairing.trust import PUBLIC
from shared.qt.pairing.reach import Reach, Reached
from shared.wire.finding import SERVICE, FoundServer, server_found

if TYPE_CHECKING:
    from zeroconf import ServiceStateChange, Zeroconf

log = logging.getLogger(__name__)

AGAIN_MS = 20_000
"""After how long without any it looks anew, in networks that have come up meanwhile."""

HERE = f"http://127.0.0.1:{PORT}"
"""Where a server on this very machine is, which needs no network to be found."""

ANSWER_MS = 3_000
"""How long a server that is announced may take to say where it is."""


def open_zeroconf() -> "Zeroconf":
    """Return the library's end of every network; raise `OSError` where there is none."""
    # Imported at the first search: a program that is paired never needs it.
    from zeroconf import Zeroconf

    return Zeroconf()


class Finder(QObject):
    """Tells of the servers in the network whenever they change; never blocks."""

    changed = Signal(list)

    _heard = Signal(str, object, bool)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        opening: "Callable[[], Zeroconf]" = open_zeroconf,
        again_ms: int = AGAIN_MS,
        here: str = HERE,
    ) -> None:
        super().__init__(parent)
        self._opening = opening
        self._here = here
        self._found: dict[str, FoundServer] = {}
        self._own: set[str] = set()
        self._search: _Search | None = None
        self._heard.connect(self._learn, Qt.ConnectionType.QueuedConnection)
        self._again = QTimer(self, interval=again_ms)
        self._again.timeout.connect(self._look_again)

    def start(self) -> None:
        """Look, and look on until `stop`."""
        self._again.start()
        if self._here:
            Reach([self._here], PUBLIC, self._looked_here, self)
        self._look()

    def _looked_here(self, result: Reached | Wrong) -> None:
        if isinstance(result, Reached):
            self._learn(HERE, FoundServer(result.url, ""))

    def stop(self) -> None:
        """Look no more."""
        self._again.stop()
        self._end()

    def _look(self) -> None:
        self._search = _Search(self._opening, self._tell)

    def _tell(self, name: str, server: FoundServer | None, here: bool) -> None:
        """Carry a word from the library's thread to the window's."""
        try:
            self._heard.emit(name, server, here)
        except RuntimeError:
            log.debug("heard after the end name=%s", name)

    def _look_again(self) -> None:
        if not self._found:
            self._end()
            self._look()

    def _end(self) -> None:
        if self._search is not None:
            self._search.end()
            self._search = None

    def _learn(self, name: str, server: FoundServer | None, here: bool = False) -> None:
        self._own.discard(name)
        if server is None:
            self._found.pop(name, None)
        else:
            log.info("server found name=%s url=%s", server.name, server.url)
            self._found[name] = server
            self._own |= {name} if here else set()
        found = dict(self._found)
        if self._own:
            # It is the same one, and phones reach it at the address that it announces.
            found.pop(HERE, None)
        self.changed.emit(list(found.values()))


class _Search:
    """One search, from its opening to its end, both of which may take their time."""

    def __init__(
        self,
        opening: "Callable[[], Zeroconf]",
        tell: Callable[[str, FoundServer | None, bool], None],
    ) -> None:
        self._opening = opening
        self._tell = tell
        self._over = threading.Event()
        threading.Thread(target=self._run, name="finder", daemon=True).start()

    def end(self) -> None:
        """Let it end soon."""
        self._over.set()

    def _run(self) -> None:
        from zeroconf import ServiceBrowser

        try:
            ears = self._opening()
        except OSError as error:
            log.warning("not looked for a server error=%s", error)
            return
        try:
            ServiceBrowser(ears, SERVICE, handlers=[self._hear])
            self._over.wait()
        finally:
            ears.close()

    def _hear(
        self,
        zeroconf: "Zeroconf",
        service_type: str,
        name: str,
        state_change: "ServiceStateChange",
    ) -> None:
        from zeroconf import Error, ServiceStateChange

        if self._over.is_set():
            return
        if state_change is ServiceStateChange.Removed:
            self._tell(name, None, False)
            return
        try:
            info = zeroconf.get_service_info(service_type, name, ANSWER_MS)
        except Error as error:
            # On a machine that stands still the library gives up; whoever else is there has to be heard of.
            log.warning("not asked where it is name=%s error=%r", name, error)
            return
        if info is None:
            return
        addresses, port = info.parsed_scoped_addresses(), info.port or 0
        server = server_found(info.properties, addresses, port)
        if server is not None:
            self._tell(name, server, port == PORT and are_own(addresses))


def are_own(addresses: Iterable[str]) -> bool:
    """Return whether one of these addresses is this very machine's."""
    own = {each.toString() for each in QNetworkInterface.allAddresses()}
    return not own.isdisjoint(addresses)
