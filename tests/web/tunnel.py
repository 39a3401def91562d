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
        self._streams: set[socket.socket] = set()
        self._forgotten: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._passable = threading.Event()
        self._passable.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._run, daemon=True).start()

    def enter(self) -> None:
        """Break every connection."""
        with self._lock:
            self._inside = True
            broken, self._open = self._open, set()
        _break(broken)

    def forget(self) -> None:
        """Carry nothing on the streams there are, and yet keep them: both ends go on believing in them.

        Whatever else is open is closed, as a server does with what is idle for long; who comes anew is carried.
        """
        with self._lock:
            self._forgotten |= self._streams
            idle = self._open - self._streams
        _break(idle)

    def hold(self) -> None:
        """Answer nobody who comes from now on, and refuse nobody."""
        self._passable.clear()

    def release(self) -> None:
        """Let those go on who were held, and whoever comes."""
        self._passable.set()

    def leave(self) -> None:
        """Let connections through again."""
        with self._lock:
            self._inside = False

    def close(self) -> None:
        """Let nobody through any more."""
        self.enter()
        self.release()
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
        self._passable.wait()
        with phone, socket.create_connection(("127.0.0.1", self._upstream)) as server:
            with self._lock:
                if self._inside:
                    return
                self._open |= {phone, server}
            back = threading.Thread(
                target=self._carry, args=[server, phone], daemon=True
            )
            back.start()
            self._carry(phone, server)
            back.join()
            with self._lock:
                self._open -= {phone, server}

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        """Carry one direction until either end hangs up, and then both."""
        with contextlib.suppress(OSError):
            while chunk := source.recv(_CHUNK):
                if b"/events HTTP/" in chunk:
                    self._streams |= {source, target}
                if source not in self._forgotten:
                    target.sendall(chunk)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


def _break(connections: set[socket.socket]) -> None:
    for end in connections:
        # Whoever reads from it at this moment is woken by a shutdown, not by a close.
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
