"""Ways to a printer: over the network, at a USB port, through CUPS. All of them block; use them off the GUI thread."""

import os
import select
import socket
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self
from urllib.parse import urlsplit

from kiosk.paper import usb
from kiosk.paper.cups import Cups

# Why not python-escpos' own connections: docs/adr/0016-printers-keep-their-own-cables.md.
NETWORK_PORT = 9100
CONNECT_S = 3.0
SEND_S = 10.0


class Cable(Protocol):
    """An open way to a printer. Every method raises `OSError` when the printer is gone.

    What a printer says comes back over it only where it `answers`.
    """

    answers: bool

    def send(self, data: bytes) -> None:
        """Send everything."""

    def answer(self, within_s: float) -> bytes:
        """Return what the printer says within this time; nothing when it says nothing."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


class Network:
    """A printer that listens on a TCP port."""

    answers = True

    def __init__(self, host: str, port: int) -> None:
        self._socket = socket.create_connection((host, port), CONNECT_S)

    def send(self, data: bytes) -> None:
        """Send everything."""
        self._socket.settimeout(SEND_S)
        self._socket.sendall(data)

    def answer(self, within_s: float) -> bytes:
        """Return what it says; raise `ConnectionError` when it has hung up."""
        self._socket.settimeout(within_s)
        with suppress(TimeoutError, BlockingIOError):
            said = self._socket.recv(16)
            if not said:
                raise ConnectionResetError("the printer hung up")
            return said
        return b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()


class Port:
    """A printer at a USB port, as the kernel offers it: `/dev/usb/lp0`."""

    answers = True

    def __init__(self, device: Path) -> None:
        self._file = os.open(device, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)

    def send(self, data: bytes) -> None:
        """Send everything; raise `TimeoutError` when the printer takes no more."""
        rest = memoryview(data)
        while rest:
            _, ready, _ = select.select([], [self._file], [], SEND_S)
            if not ready:
                raise TimeoutError("the printer takes no more")
            rest = rest[os.write(self._file, rest) :]

    def answer(self, within_s: float) -> bytes:
        """Return what it says."""
        ready, _, _ = select.select([self._file], [], [], within_s)
        with suppress(BlockingIOError):
            return os.read(self._file, 16) if ready else b""
        return b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._file)


def open_cable(address: str) -> Cable:
    """Open `tcp://HOST[:PORT]`, `usb:/dev/usb/lp0`, `usb:MODEL` or `cups:NAME`; raise `OSError` when it is not there, `ValueError` for other addresses."""
    parts = urlsplit(address)
    match parts.scheme:
        case "tcp" if parts.hostname:
            return Network(parts.hostname, parts.port or NETWORK_PORT)
        case "usb" if parts.path:
            return Port(usb.find(parts.path))
        case "cups" if parts.path:
            return Cups(parts.path)
    raise ValueError(
        f"“{address}” is not tcp://HOST, usb:/dev/…, usb:MODEL or cups:NAME"
    )
