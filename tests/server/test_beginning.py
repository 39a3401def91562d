"""How a server begins, or says why it cannot; how it ends."""

import os
import re
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

import pytest
import requests

from tests.forked import Forked
from tests.server.conftest import free_port
from tests.server.test_full_disk import worker_of
from tests.serving import START_WITHIN_S, STOP_WITHIN_S, Log, RunningServer

pytestmark = pytest.mark.slow


def told(arguments: list[str]) -> tuple[int, str]:
    """Run the command line and return its exit code and what it logged."""
    process = Forked("server.cli", arguments)
    process.stdout.close()
    log = Log(process.stderr)
    code = process.wait(STOP_WITHIN_S)
    log.join(STOP_WITHIN_S)
    return code, log.text


@contextmanager
def somebody_at(host: str) -> Iterator[int]:
    """A free port at which another program listens by now."""
    with socket.create_server((host, 0)) as other:
        yield other.getsockname()[1]


def test_a_server_whose_port_is_taken_says_so_once_and_ends(tmp_path: Path) -> None:
    with somebody_at("127.0.0.1") as port:
        code, log = told(["--data-dir", str(tmp_path), "serve", "--port", str(port)])
    assert code == 1
    assert re.fullmatch(
        rf'timestamp=\S+ level=critical event="cannot begin" why="Address already in use" host=127.0.0.1 port={port} hint="another server or program listens there: [^"]+"\n',
        log,
    ), log


@pytest.mark.parametrize("host", ["192.0.2.1", "nowhere.invalid"])
def test_a_server_that_cannot_have_its_address_says_so_once_and_ends(
    tmp_path: Path, host: str
) -> None:
    code, log = told(["--data-dir", str(tmp_path), "serve", "--host", host])
    assert code == 1
    assert re.fullmatch(rf'\S+ \S+ event="cannot begin" .* host={host} .*\n', log), log


def test_a_server_at_an_ipv6_address_is_there_for_both_kinds(tmp_path: Path) -> None:
    if not socket.has_dualstack_ipv6():
        pytest.skip("This machine has no IPv6.")
    arguments = ["--data-dir", str(tmp_path), "serve", "--host", "::", "--port", "0"]
    process = Forked("server.cli", arguments)
    process.stdout.close()
    log = Log(process.stderr)
    log.wait_for("event=ready", START_WITHIN_S)
    port = re.findall(r"url=http://\[::\]:(\d+)\n", log.text)[0]
    for host in ("127.0.0.1", "[::1]"):
        assert requests.get(f"http://{host}:{port}/readyz", timeout=10).ok
    process.send_signal(signal.SIGTERM)
    assert process.wait(STOP_WITHIN_S) == 0


@pytest.mark.slow
@pytest.mark.parametrize("after_s", [each / 50 for each in range(8)])
def test_a_server_that_is_told_to_stop_while_it_finds_that_it_cannot_begin_says_no_word_of_its_own_making(
    tmp_path: Path, after_s: float
) -> None:
    (tmp_path / "queue.db").write_bytes(b"no database" * 1000)
    arguments = ["--data-dir", str(tmp_path), "serve", "--port", str(free_port())]
    process = Forked("server.cli", arguments)
    process.stdout.close()
    log = Log(process.stderr)
    # At any moment of it; it may be over already.
    Event().wait(after_s)
    with suppress(ProcessLookupError):
        process.send_signal(signal.SIGTERM)
    process.wait(STOP_WITHIN_S)
    log.join(STOP_WITHIN_S)
    lines = log.text.splitlines()
    assert all('event="cannot begin"' in line for line in lines), log.text


@pytest.mark.slow
@pytest.mark.parametrize("how", ["SIGTERM", "SIGINT", "SIGQUIT", "SIGHUP"])
def test_a_signal_that_means_the_end_ends_it_and_says_so(
    server: RunningServer, how: str
) -> None:
    assert server._process is not None
    server._process.send_signal(signal.Signals[how])
    assert server._process.wait(STOP_WITHIN_S) == 0
    server._process = None
    server.log.join(STOP_WITHIN_S)
    assert re.fullmatch(
        r".*no manager yet.*\n.*event=ready.*\n.*event=stopped\n", server.log.text
    )


def test_no_other_signal_starts_a_second_server_or_ends_the_first(
    server: RunningServer,
) -> None:
    worker = worker_of(server)
    for name in ("SIGTTIN", "SIGTTOU", "SIGUSR1", "SIGTTIN", "SIGUSR2", "SIGWINCH"):
        os.kill(server.pid, signal.Signals[name])
    # It hears them in order, and what it does about the last is seen.
    os.kill(worker, signal.SIGKILL)
    server.log.wait_for("starting it anew")
    server.log.wait_for("event=ready", times=2)
    # More than one would be an error.
    worker_of(server)


def test_the_first_thing_that_a_new_server_tells_is_the_page_and_its_code(
    tmp_path: Path,
) -> None:
    server = RunningServer(tmp_path / "data", free_port())
    server.start()
    try:
        first, *_ = server.log.text.splitlines()
        assert f"page={server.url}/manager/start code=" in first
        assert "no queues yet" not in server.log.text
        server.run("manager", "add", "ingrid", "--password", "purple tractor moon 9")
        server.stop()
        server.start()
        server.log.wait_for("no queues yet")
        assert f"page={server.url}/manager data_dir={tmp_path}" in server.log.text
    finally:
        server.stop()
