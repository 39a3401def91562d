"""A network that loses answers: a TCP proxy that hangs up instead of handing some of them over."""

import contextlib
import random
import socket
import threading

_CHUNK = 65_536


class Dropping:
    """Stands before a server; of the answers, so large a share never arrives, though the server sent them."""

    def __init__(self, port: int, share: float, seed: int = 1) -> None:
        self._upstream = port
        self._share = share
        self._random = random.Random(seed)
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=256)
        self.port: int = self._listener.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.dropped = 0
        threading.Thread(target=self._run, daemon=True).start()

    def close(self) -> None:
        """Let nobody in any more."""
        # A shutdown wakes the thread that waits in accept; a close alone does not.
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _run(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._carry, args=[client], daemon=True).start()

    def _carry(self, client: socket.socket) -> None:
        """Carry requests there and answers back, one after another, until one is lost."""
        with contextlib.suppress(OSError), client:
            address = ("127.0.0.1", self._upstream)
            with socket.create_connection(address, timeout=20) as server:
                for side in (client, server):
                    side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                while request := _message(client):
                    server.sendall(request)
                    answer = _message(server)
                    if self._random.random() < self._share:
                        self.dropped += 1
                        return
                    if not answer:
                        return
                    client.sendall(answer)


def _message(side: socket.socket) -> bytes:
    """Read one whole HTTP message, empty when the other end has hung up."""
    message = b""
    while b"\r\n\r\n" not in message:
        chunk = side.recv(_CHUNK)
        if not chunk:
            return b""
        message += chunk
    head, _, body = message.partition(b"\r\n\r\n")
    missing = _length(head) - len(body)
    while missing > 0:
        chunk = side.recv(_CHUNK)
        if not chunk:
            return b""
        message += chunk
        missing -= len(chunk)
    return message


def _length(head: bytes) -> int:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            return int(value)
    return 0
