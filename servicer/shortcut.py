"""`takeanumber servicer --call-next`: a desktop shortcut's word to the console that runs already."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

CALL_NEXT = b"call-next\n"
DONE, NOT_NOW = b"done\n", b"not now\n"

PATIENCE_MS = 2_000
"""A console on the same machine that takes longer hangs."""


def name_of(state_dir: Path) -> str:
    """Return the name under which the console of this state directory listens."""
    return "takeanumber-" + sha256(str(state_dir.resolve()).encode()).hexdigest()[:16]


class ShortcutEar(QObject):
    """Hears shortcuts of the same user; `call_next` returns whether somebody is being called."""

    def __init__(
        self,
        state_dir: Path,
        call_next: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._call_next = call_next
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
        if socket.canReadLine() and socket.readLine().data() == CALL_NEXT:
            socket.write(DONE if self._call_next() else NOT_NOW)
            socket.disconnectFromServer()


def ask_to_call(state_dir: Path) -> bool | None:
    """Ask the running console to call the next customer; None when no console runs."""
    _application = QCoreApplication.instance() or QCoreApplication([])
    socket = QLocalSocket()
    socket.connectToServer(name_of(state_dir))
    if not socket.waitForConnected(PATIENCE_MS):
        return None
    socket.write(CALL_NEXT)
    while not socket.canReadLine():
        if not socket.waitForReadyRead(PATIENCE_MS):
            return None
    return socket.readLine().data() == DONE
