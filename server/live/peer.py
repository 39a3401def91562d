"""One watcher's end of a stream: what could not be sent yet waits in a bounded buffer."""

import socket
from dataclasses import dataclass, field

MOST_BUFFERED = 192 * 1024
"""Bytes that may gather for one slow reader; beyond, it is disconnected and resumes later by itself.

They gather behind a piece that was begun, however long it is: who is sent away over the snapshot of a full hall would
come back to the same.
"""


class Gone(Exception):
    """The peer closed, broke, or reads too slowly."""


@dataclass(slots=True, eq=False)
class Peer:
    """A non-blocking socket with a buffer; `pending` tells whether bytes still wait to be written."""

    socket: socket.socket
    pending: bytearray = field(default_factory=bytearray)
    _most: int = MOST_BUFFERED

    def send(self, piece: bytes) -> None:
        """Write the bytes after those that wait, as far as the peer takes them now; raise `Gone`."""
        if not self.pending:
            sent = self._write(piece)
            if sent == len(piece):
                return
            self.pending += piece[sent:]
            self._most = len(self.pending) + MOST_BUFFERED
            return
        self.pending += piece
        if len(self.pending) > self._most:
            raise Gone

    def flush(self) -> None:
        """Write what waits, as far as the peer takes it now; raise `Gone`."""
        del self.pending[: self._write(self.pending)]

    def drain_input(self) -> None:
        """Throw away what the peer sends, which is nothing in this protocol; raise `Gone` at its end."""
        try:
            if not self.socket.recv(4096):
                raise Gone
        except BlockingIOError:
            return
        except OSError as error:
            raise Gone from error

    def _write(self, piece: bytes | bytearray) -> int:
        try:
            return self.socket.send(piece)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise Gone from error
