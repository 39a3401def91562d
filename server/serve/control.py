"""How the command line sets things up while the server runs: the server owns the one write connection.

A loopback port carries one command and its outcome as JSON. Which port, and the key that opens it, stand in a file of
the data directory that only its owner may read.
"""

import os
import secrets
import threading
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener
from pathlib import Path
from typing import Any

import msgspec
import structlog

from server.domain.events import SYSTEM
from server.domain.refusals import Refusal
from server.store.store import MAIN_BRANCH, DirectoryInUse, Store
from server.store.writer import Busy, StorageFailed
from server.usecases.setup import COMMANDS, Command

log = structlog.get_logger(__name__)

_FILE = "control"

ASK_WITHIN_S = 5.0
"""How long a command line that has connected may take to say what it wants."""


class Refused(Exception):
    """The command was refused; `str()` is the sentence to show."""


class _Request(msgspec.Struct):
    name: str
    command: msgspec.Raw


class _Outcome(msgspec.Struct):
    result: Any = None
    refused: str | None = None


class Control:
    """Listens for commands of the command line beside the running server."""

    def __init__(self, directory: Path, store: Store) -> None:
        key = secrets.token_bytes(32)
        self._listener = Listener(("127.0.0.1", 0), authkey=key)
        self._file = directory / _FILE
        self._file.unlink(missing_ok=True)
        with os.fdopen(
            os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w"
        ) as file:
            file.write(f"{self._listener.address[1]} {key.hex()}\n")
        self._store = store
        threading.Thread(target=self._run, name="control", daemon=True).start()

    def close(self) -> None:
        """Listen no longer."""
        self._file.unlink(missing_ok=True)
        self._listener.close()

    def _run(self) -> None:
        while True:
            try:
                connection = self._listener.accept()
            except AuthenticationError:
                continue
            except OSError:
                return
            try:
                with connection:
                    if connection.poll(ASK_WITHIN_S):
                        outcome = self._outcome(connection.recv_bytes())
                        connection.send_bytes(msgspec.json.encode(outcome))
            except (EOFError, OSError):
                log.warning("command line went away")

    def _outcome(self, asked: bytes) -> _Outcome:
        """Return what became of a command; whatever goes wrong, the next one finds us listening."""
        try:
            request = msgspec.json.decode(asked, type=_Request)
            command: Any = msgspec.json.decode(
                request.command, type=COMMANDS[request.name].takes
            )
            result = perform(self._store, request.name, command)
            return _Outcome(result=result)
        except (Refusal, StorageFailed, Busy) as error:
            return _Outcome(refused=str(error))
        except (msgspec.DecodeError, KeyError):
            return _Outcome(refused="The server is of another version. Restart it.")
        except Exception:
            log.exception("command failed")
            return _Outcome(refused="It failed; the server's log says why.")


def perform(store: Store, name: str, command: Any) -> Any:
    """Run a set-up command and return what it returns; raise its `Refusal`."""
    set_up = COMMANDS[name]
    done = [] if set_up.first is None else [set_up.first(store.pins, command)]
    return store.submit(
        MAIN_BRANCH, SYSTEM, lambda session: set_up.run(session, command, *done)
    ).result()


def run_command(directory: Path, command: Command) -> Any:
    """Run a set-up command, through the server if it runs, else here; raise `Refused`."""
    name = type(command).__name__
    try:
        port, key = (directory / _FILE).read_text().split()
        connection = Client(("127.0.0.1", int(port)), authkey=bytes.fromhex(key))
    except (FileNotFoundError, ConnectionRefusedError):
        return _run_here(directory, name, command)
    with connection:
        request = _Request(name, msgspec.Raw(msgspec.json.encode(command)))
        connection.send_bytes(msgspec.json.encode(request))
        outcome = msgspec.json.decode(connection.recv_bytes(), type=_Outcome)
    if outcome.refused is not None:
        raise Refused(outcome.refused)
    return outcome.result


def _run_here(directory: Path, name: str, command: Command) -> Any:
    os.umask(0o077)
    try:
        store = Store(directory)
    except DirectoryInUse as error:
        raise Refused("The server is just starting or stopping. Try again.") from error
    try:
        return msgspec.to_builtins(perform(store, name, command))
    except Refusal as error:
        raise Refused(str(error)) from error
    finally:
        store.close()
