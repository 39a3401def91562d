"""What a second start says to the console that runs already: call the next, or come to the front."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CALL_NEXT = b"call-next\n"
COME_FORWARD = b"come-forward\n"
DONE, NOT_NOW = b"done\n", b"not now\n"

PATIENCE_MS = 2_000
"""A console on the same machine that takes longer hangs."""


def name_of(state_dir: Path) -> str:
    """Return the name under which the console of this state directory listens."""
    return "takeanumber-" + sha256(str(state_dir.resolve()).encode()).hexdigest()[:16]


class ShortcutEar(QObject):
    """Hears shortcuts of the same user; `call_next` returns whether somebody is being called.

    A state directory has one console alone: see `shared/qt/alone.py`.
    """

    def __init__(
        self,
        state_dir: Path,
        call_next: Callable[[], bool],
        come_forward: Callable[[], None] = lambda: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._call_next = call_next
        self._come_forward = come_forward
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # What a console that crashed has left behind.
        QLocalServer.removeServer(name_of(state_dir))
        self._server.newConnection.connect(self._greet)
        self._server.listen(name_of(state_dir))

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(lambda: self._hear(socket))
        socket.disconnected.connect(socket.deleteLater)
        if socket.canReadLine():
            self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        match socket.readLine().data():
            case word if word == CALL_NEXT:
                socket.write(DONE if self._call_next() else NOT_NOW)
            case word if word == COME_FORWARD:
                self._come_forward()
                socket.write(DONE)
        socket.disconnectFromServer()


def ask_to_call(state_dir: Path) -> bool | None:
    """Ask the running console to call the next customer; None when no console runs."""
    return ask(state_dir, CALL_NEXT)


def ask_to_come_forward(state_dir: Path) -> bool | None:
    """Ask the running console to show itself; None when no console answers."""
    return ask(state_dir, COME_FORWARD)


def ask(state_dir: Path, word: bytes) -> bool | None:
    """Say a word to the running console and return whether it did so; None when no console runs."""
    _application = QCoreApplication.instance() or QCoreApplication([])
    socket = QLocalSocket()
    socket.connectToServer(name_of(state_dir))
    if not socket.waitForConnected(PATIENCE_MS):
        return None
    socket.write(word)
    while not socket.canReadLine():
        if not socket.waitForReadyRead(PATIENCE_MS):
            return None
    return socket.readLine().data() == DONE
