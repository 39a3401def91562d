"""A road with a tunnel: between phone and server everything is carried until the phone goes in, and again when it is out."""

import contextlib
import socket
import threading

_CHUNK = 65_536


class Tunnel:
    """A TCP relay before a server; inside, every connection breaks and no new one is let through."""

    def __init__(self, port: int) -> None:
        self._upstream = port
        self._inside = False
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._run, daemon=True).start()

    def enter(self) -> None:
        """Break every connection."""
        with self._lock:
            self._inside = True
            broken, self._open = self._open, set()
        for end in broken:
            # Whoever reads from it at this moment is woken by a shutdown, not by a close.
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def leave(self) -> None:
        """Let connections through again."""
        with self._lock:
            self._inside = False

    def close(self) -> None:
        """Let nobody through any more."""
        self.enter()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _run(self) -> None:
        while True:
            try:
                phone, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._connect, args=[phone], daemon=True).start()

    def _connect(self, phone: socket.socket) -> None:
        with phone, socket.create_connection(("127.0.0.1", self._upstream)) as server:
            with self._lock:
                if self._inside:
                    return
                self._open |= {phone, server}
            back = threading.Thread(target=_carry, args=[server, phone], daemon=True)
            back.start()
            _carry(phone, server)
            back.join()
            with self._lock:
                self._open -= {phone, server}


def _carry(source: socket.socket, target: socket.socket) -> None:
    """Carry one direction until either end hangs up, and then both."""
    with contextlib.suppress(OSError):
        while chunk := source.recv(_CHUNK):
            target.sendall(chunk)
    for end in (source, target):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
