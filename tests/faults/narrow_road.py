"""A bad mobile network: a TCP relay with so many bits a second, on which a fifth of all packets are lost and come later.

TCP hides what is lost and sends it anew: what programs see of it is that all behind it is late as well.
"""

import contextlib
import itertools
import socket
import threading

_PACKET = 1_400
_LOST_OF = 5
_SENT_ANEW_AFTER_S = (0.2, 0.4, 0.8)


class NarrowRoad:
    """Stands before a server."""

    def __init__(self, port: int, bits_per_s: int) -> None:
        self._upstream = port
        self._bytes_per_s = bits_per_s / 8
        self._packets = itertools.count(1)
        self._nap = threading.Event()
        self._open: set[socket.socket] = set()
        self.late = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def cut(self) -> None:
        """Break every connection there is."""
        for end in list(self._open):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Let nobody in any more, and end all."""
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()
        self._thread.join()

    def _run(self) -> None:
        carrying = []
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                break
            thread = threading.Thread(target=self._connect, args=[client])
            thread.start()
            carrying.append(thread)
        for thread in carrying:
            thread.join()

    def _connect(self, client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", self._upstream)) as server:
            ends = {client, server}
            self._open |= ends
            back = threading.Thread(target=self._carry, args=[server, client])
            back.start()
            self._carry(client, server)
            back.join()
            self._open -= ends

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        """Carry one direction until either end hangs up, and then both."""
        with contextlib.suppress(OSError):
            while packet := source.recv(_PACKET):
                late_s = len(packet) / self._bytes_per_s
                if next(self._packets) % _LOST_OF == 0:
                    late_s += _SENT_ANEW_AFTER_S[self.late % len(_SENT_ANEW_AFTER_S)]
                    self.late += 1
                self._nap.wait(late_s)
                target.sendall(packet)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
