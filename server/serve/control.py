"""How the command line sets things up while the server runs: the server owns the one write connection.

A loopback port carries one command and its outcome as JSON. Which port, and the key by which both sides know each
other, stand in a file of the data directory that only its owner may read. Every wait has an end.
"""

import os
import secrets
import socket
from hashlib import blake2b
from hmac import compare_digest
from pathlib import Path
from typing import Any, Protocol

import gevent
import msgspec
import structlog
from gevent.pool import Pool
from gevent.server import StreamServer
from sqlalchemy.exc import DatabaseError

from server.domain.events import COMMAND_LINE
from server.domain.refusals import Refusal
from server.serve.acts import ACTS
from server.store import database
from server.store.clocks import MachineTime
from server.store.digests import Damaged
from server.store.opening import Incomplete
from server.store.schema import SchemaTooNew
from server.store.store import MAIN_BRANCH, DirectoryInUse, Store
from server.store.writer import Busy, StorageFailed
from server.usecases.correct_clock import correct_clock

log = structlog.get_logger(__name__)

_FILE = "control"

ASK_WITHIN_S = 3.0
"""How long a command line that has connected may take to say what it wants."""

GREET_WITHIN_S = 3.0
ANSWER_WITHIN_S = 6.5
"""How long a command line waits for the server's greeting, and then for its answer."""

_MOST_AT_ONCE = 500
_MOST_BYTES = 1_000_000
_LENGTH, _SEAL = 4, 32


class Refused(Exception):
    """The command was refused; `str()` is the sentence to show, `field` what of the command was wrong."""

    def __init__(self, why: str, field: str | None = None) -> None:
        super().__init__(why)
        self.field = field


class _Stranger(Exception):
    """At the other end is somebody who does not know the key."""


class _Request(msgspec.Struct):
    name: str
    command: msgspec.Raw


class _Outcome(msgspec.Struct):
    result: Any = None
    refused: str | None = None
    field: str | None = None


# --- the conversation ---------------------------------------------------------------------------
#
# server: 32 random bytes · client: 32 random bytes and a seal over both · server: a seal over both · then a message each
# way. Whoever listens at the port of a server that has died learns nothing by it, and cannot answer in its name.


class _Socket(Protocol):
    def sendall(self, data: bytes, /) -> object: ...
    def recv(self, size: int, /) -> bytes: ...


def _seal(key: bytes, whose: bytes, ours: bytes, theirs: bytes) -> bytes:
    return blake2b(
        ours + theirs, digest_size=_SEAL, key=key, person=b"control " + whose
    ).digest()


def _read(end: _Socket, size: int) -> bytes:
    read = b""
    while len(read) < size:
        piece = end.recv(size - len(read))
        if not piece:
            raise EOFError
        read += piece
    return read


def _read_message(end: _Socket) -> bytes:
    size = int.from_bytes(_read(end, _LENGTH))
    if size > _MOST_BYTES:
        raise EOFError
    return _read(end, size)


def _send_message(end: _Socket, message: bytes) -> None:
    end.sendall(len(message).to_bytes(_LENGTH) + message)


def _greet_client(end: _Socket, key: bytes) -> None:
    ours = secrets.token_bytes(_SEAL)
    end.sendall(ours)
    theirs = _read(end, _SEAL)
    if not compare_digest(_read(end, _SEAL), _seal(key, b"client", ours, theirs)):
        raise _Stranger
    end.sendall(_seal(key, b"server", ours, theirs))


def _greet_server(end: _Socket, key: bytes) -> None:
    theirs, ours = _read(end, _SEAL), secrets.token_bytes(_SEAL)
    end.sendall(ours + _seal(key, b"client", theirs, ours))
    if not compare_digest(_read(end, _SEAL), _seal(key, b"server", theirs, ours)):
        raise _Stranger


# --- the server's side --------------------------------------------------------------------------


class Control:
    """Listens for commands of the command line beside the running server. Made on the loop."""

    def __init__(self, directory: Path, store: Store) -> None:
        self._file = directory / _FILE
        self._store = store
        self._open()

    def close(self) -> None:
        """Listen no longer."""
        self._file.unlink(missing_ok=True)
        self._server.close()

    def is_alive(self) -> bool:
        """Return whether it listens, and is found by who has read its file."""
        return bool(self._server.started) and _looks_of(self._file) == self._written

    def silent_s(self) -> float:
        """Return how long it has shown no sign of life: it lives on the loop, and is silent when that is."""
        return 0.0

    def revive(self) -> None:
        """Listen anew, or only write down anew where, when nothing but that was lost."""
        if self._server.started:
            self._write_down()
            return
        self._server.close()
        self._open()

    def _open(self) -> None:
        self._key = secrets.token_bytes(32)
        pool = Pool(_MOST_AT_ONCE)
        self._server = StreamServer(("127.0.0.1", 0), self._handle, spawn=pool)
        self._server.start()
        self._write_down()

    def _write_down(self) -> None:
        """Say in the file where we listen, and the key."""
        self._file.unlink(missing_ok=True)
        with os.fdopen(
            os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w"
        ) as file:
            file.write(f"{self._server.server_port} {self._key.hex()}\n")
        self._written = _looks_of(self._file)

    def _handle(self, end: Any, _address: Any) -> None:
        with end:
            try:
                with gevent.Timeout(ASK_WITHIN_S):
                    _greet_client(end, self._key)
                    asked = _read_message(end)
                outcome = self._outcome(asked)
                with gevent.Timeout(ASK_WITHIN_S):
                    _send_message(end, msgspec.json.encode(outcome))
            except (gevent.Timeout, EOFError, OSError):
                log.warning("command line went away")
            except _Stranger:
                log.warning("stranger at the control port")

    def _outcome(self, asked: bytes) -> _Outcome:
        """Return what became of a command; whatever goes wrong, the next one finds us listening."""
        try:
            request = msgspec.json.decode(asked, type=_Request)
            command: Any = msgspec.json.decode(
                request.command, type=ACTS[request.name].takes
            )
            result = perform(self._store, request.name, command)
            log.info("set up", command=request.name, **_of(command))
            return _Outcome(result=result)
        except (Refusal, StorageFailed, Busy, Damaged) as error:
            return _Outcome(refused=str(error), field=getattr(error, "field", None))
        except (msgspec.DecodeError, KeyError):
            return _Outcome(refused="The server is of another version. Restart it.")
        except Exception:
            log.exception("command failed")
            return _Outcome(refused="It failed; the server's log says why.")


def _of(command: Any) -> dict[str, Any]:
    """Return what the command is about, as the log may tell it."""
    names = ("slug", "number", "role", "name")
    return {name: getattr(command, name) for name in names if hasattr(command, name)}


def _looks_of(file: Path) -> tuple[int, ...] | None:
    """Return what tells a file from another one in its place, and from itself once it is changed; None where it is gone."""
    try:
        found = file.lstat()
    except OSError:
        return None
    return (
        found.st_dev,
        found.st_ino,
        found.st_mode,
        found.st_size,
        found.st_mtime_ns,
    )


def perform(store: Store, name: str, command: Any) -> Any:
    """Run a set-up command or a manager's act and return what it returns; raise its `Refusal`."""
    set_up = ACTS[name]
    # What takes long is done before, so that no other unit has to wait for it.
    done: list[Any] = (
        [] if set_up.first is None else [store.wait(set_up.first(store, command))]
    )
    if set_up.meets_screens:
        done.append(store.pairings)
    return store.write(
        MAIN_BRANCH, COMMAND_LINE, lambda session: set_up.run(session, command, *done)
    )


# --- the command line's side --------------------------------------------------------------------


def run_command(directory: Path, command: Any) -> Any:
    """Run a set-up command or a manager's act, through the server if it runs, else here; raise `Refused`."""
    try:
        msgspec.json.encode(command)
    except UnicodeEncodeError as error:
        raise Refused("What was typed is no text: it is not UTF-8.") from error
    end = _reached(directory)
    if end is None:
        try:
            return _run_here(directory, type(command).__name__, command)
        except DirectoryInUse as error:
            # Meanwhile it has written down anew where it listens, if that was lost.
            end = _reached(directory)
            if end is None:
                raise Refused(
                    "The server is just starting or stopping. Try again."
                ) from error
    return _asked(end, command)


def ask_running(directory: Path, command: Any) -> Any:
    """Return what the server says to a command, None where none runs; raise `Refused`."""
    end = _reached(directory)
    return None if end is None else _asked(end, command)


def _asked(end: socket.socket, command: Any) -> Any:
    name = type(command).__name__
    request = _Request(name, msgspec.Raw(msgspec.json.encode(command)))
    try:
        with end:
            end.settimeout(ANSWER_WITHIN_S)
            _send_message(end, msgspec.json.encode(request))
            outcome = msgspec.json.decode(_read_message(end), type=_Outcome)
    except (OSError, EOFError, msgspec.DecodeError) as error:
        raise Refused(
            "The server went away without an answer. Look whether it was done before you try again."
        ) from error
    if outcome.refused is not None:
        raise Refused(outcome.refused, outcome.field)
    return outcome.result


def _reached(directory: Path) -> socket.socket | None:
    """Return a connection to the server, None where there is none; raise `Refused` when it does not answer."""
    try:
        return _connected(directory)
    except (FileNotFoundError, ConnectionRefusedError, _Stranger, ValueError):
        # No server, or one that was killed; its port may be somebody else's by now.
        return None
    except (OSError, EOFError) as error:
        raise Refused(
            "The server does not answer, so nothing was changed. Try again; if it stays so, its log says why."
        ) from error


def _connected(directory: Path) -> socket.socket:
    port, key = (directory / _FILE).read_text().split()
    end = socket.create_connection(("127.0.0.1", int(port)), GREET_WITHIN_S)
    try:
        _greet_server(end, bytes.fromhex(key))
    except BaseException:
        end.close()
        raise
    return end


def _run_here(directory: Path, name: str, command: Any) -> Any:
    os.umask(0o077)
    try:
        store = Store(directory, steady=MachineTime(), correct=correct_clock)
    except (Incomplete, SchemaTooNew, Damaged) as error:
        raise Refused(str(error)) from error
    except OSError as error:
        raise Refused(f"{directory} cannot be used: {error.strerror}.") from error
    except DatabaseError as error:
        raise Refused(database.why_not_opened(error, directory)) from error
    try:
        return msgspec.to_builtins(perform(store, name, command))
    except (Refusal, StorageFailed, Busy, Damaged) as error:
        raise Refused(str(error), getattr(error, "field", None)) from error
    finally:
        store.close()
