"""The command line beside a running server: nothing that it is sent makes it deaf."""

import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

from server.serve import control
from server.serve.control import Refused, run_command
from server.usecases.setup import SetQueue
from tests.faults.test_parts import is_ready, soon
from tests.injected import Seen
from tests.server.test_full_disk import worker_of
from tests.serving import RunningServer

pytestmark = pytest.mark.slow

DIGITS = SetQueue(slug="parking", settings={"digits": 4})


def port_of(server: RunningServer) -> int:
    return int((server.data_dir / "control").read_text().split()[0])


@contextmanager
def silent(server: RunningServer) -> Iterator[socket.socket]:
    """Somebody who has connected to the control port and says nothing."""
    with socket.create_connection(("127.0.0.1", port_of(server)), 10) as end:
        yield end


def ask(server: RunningServer, asked: bytes) -> Any:
    with control._connected(server.data_dir) as end:
        control._send_message(end, asked)
        return msgspec.json.decode(control._read_message(end))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (b"{", "of another version"),
        (b'{"name": "Explode", "command": {}}', "of another version"),
        (b'{"name": "RemoveQueue", "command": {"slug": 7}}', "of another version"),
        (b'{"name": "RemoveQueue", "command": {"slug": "x"}}', "no queue"),
        (
            b'{"name": "SetQueue", "command": {"slug": "parking", "settings": {"digits": "x"}}}',
            "is no digits",
        ),
    ],
)
def test_a_command_that_cannot_be_done_is_refused_and_the_next_one_is_heard(
    server: RunningServer, asked: bytes, said: str
) -> None:
    assert said in ask(server, asked)["refused"]
    run_command(server.data_dir, DIGITS)


def test_a_stranger_without_the_key_is_not_heard(server: RunningServer) -> None:
    with silent(server) as stranger:
        stranger.sendall(bytes(64))
        stranger.recv(32)
        assert stranger.recv(32) == b""
    run_command(server.data_dir, DIGITS)
    assert (server.data_dir / "control").stat().st_mode & 0o077 == 0


@pytest.mark.slow
@pytest.mark.parametrize(
    "spoil",
    [
        Path.unlink,
        lambda file: file.write_text(""),
        lambda file: file.write_text("1 ff\n"),
        lambda file: file.chmod(0),
    ],
    ids=["removed", "emptied", "overwritten", "closed"],
)
def test_where_the_server_listens_is_written_down_anew_when_that_is_lost(
    server: RunningServer, spoil: Callable[[Path], object]
) -> None:
    spoil(server.data_dir / "control")
    server.log.wait_for('event="part ended; beginning it anew" part=control')
    run_command(server.data_dir, DIGITS)
    soon(lambda: is_ready(server))


def test_a_hundred_who_say_nothing_and_some_who_hang_up_keep_nobody_waiting(
    server: RunningServer, seen: Seen
) -> None:
    reset = b"\x01\x00\x00\x00\x00\x00\x00\x00"
    with ExitStack() as kept:
        for _ in range(100):
            kept.enter_context(silent(server))
        for _ in range(10):
            with silent(server) as end:
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, reset)
        began = time.monotonic()
        server.run("queue", "set", "parking", "--digits", "4")
        took_s = time.monotonic() - began
    assert took_s < 10
    seen(
        "silent and reset connections to the control port",
        "100 and 10 at once",
        f"a command is done in {took_s:.1f} s",
    )


@pytest.mark.slow
def test_a_server_that_stands_still_is_said_within_ten_seconds(
    server: RunningServer,
) -> None:
    worker = worker_of(server)
    os.kill(worker, signal.SIGSTOP)
    try:
        began = time.monotonic()
        with pytest.raises(Refused, match="nothing was changed"):
            run_command(server.data_dir, DIGITS)
        assert time.monotonic() - began < 10
    finally:
        os.kill(worker, signal.SIGCONT)


@contextmanager
def in_its_place(server: RunningServer) -> Iterator[socket.socket]:
    """Somebody who listens where the command line expects the server that was killed."""
    _, key = (server.data_dir / "control").read_text().split()
    server.kill()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)
        port = listener.getsockname()[1]
        (server.data_dir / "control").write_text(f"{port} {key}\n")
        yield listener


def test_a_server_that_dies_over_a_command_leaves_a_sentence(
    server: RunningServer,
) -> None:
    with in_its_place(server) as listener, ThreadPoolExecutor(1) as threads:
        done = threads.submit(run_command, server.data_dir, DIGITS)
        hung_up, _ = listener.accept()
        hung_up.close()
        with pytest.raises(Refused, match="nothing was changed"):
            done.result(30)


def test_an_impostor_in_a_dead_servers_place_learns_nothing_and_is_not_believed(
    server: RunningServer,
) -> None:
    with in_its_place(server) as listener, ThreadPoolExecutor(1) as threads:
        done = threads.submit(run_command, server.data_dir, DIGITS)
        impostor, _ = listener.accept()
        with impostor:
            impostor.settimeout(10)
            impostor.sendall(bytes(32))
            assert len(impostor.recv(64)) == 64
            impostor.sendall(bytes(32))
            assert impostor.recv(1) == b""
        # It was done here, without any server.
        assert done.result(30)["settings"]["digits"] == 4
