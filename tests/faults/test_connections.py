"""Clients that are slow, many, or never come to an end: nobody else waits for them."""

import resource
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
import requests

from tests.faults.test_parts import soon
from tests.injected import Seen
from tests.server.test_full_disk import worker_of
from tests.serving import Device, RunningServer

pytestmark = pytest.mark.slow

LIKE_A_SMALL_MACHINE = 300


@contextmanager
def connected(
    server: RunningServer, ours: str = "127.0.0.1"
) -> Iterator[socket.socket]:
    """A connection of one's own to the server, from this address."""
    there = ("127.0.0.1", server.port)
    with socket.create_connection(there, 30, (ours, 0)) as end:
        yield end


def all_of(end: socket.socket) -> bytes:
    """Read until the server hangs up; fail when it never does."""
    read = b""
    while piece := end.recv(65_536):
        read += piece
    return read


@pytest.fixture
def ticket_stream(server: RunningServer, kiosk: Device) -> str:
    """The path of a ticket's stream."""
    path = str(kiosk.take()["url"]).removeprefix(server.url)
    return f"{path}/events"


def test_whoever_asks_only_for_the_head_of_a_stream_gets_that_and_no_more(
    server: RunningServer, display: Device, ticket_stream: str
) -> None:
    for path in ("/api/v1/events", ticket_stream):
        with connected(server) as end:
            end.sendall(
                f"HEAD {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                f"Authorization: Bearer {display.token}\r\n\r\n".encode()
            )
            head, _, body = all_of(end).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 200")
        assert b"text/event-stream" in head
        assert body == b""


@pytest.mark.slow
def test_a_body_that_trickles_is_cut_off(server: RunningServer, kiosk: Device) -> None:
    with connected(server) as end:
        end.sendall(
            b"POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
            b"Authorization: Bearer " + kiosk.token.encode() + b"\r\n\r\n{"
        )
        began = time.monotonic()
        answer = all_of(end)
        assert answer.startswith(b"HTTP/1.1 408")
        assert b"application/problem+json" in answer
        assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    "body", [b"zz\r\nx\r\n0\r\n\r\n", b"5\r\nab", b"-5\r\nabcde\r\n0\r\n\r\n"]
)
def test_a_body_in_pieces_that_make_no_sense_is_a_bad_request(
    server: RunningServer, kiosk: Device, body: bytes
) -> None:
    with connected(server) as end:
        end.sendall(
            b"POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
            b"Authorization: Bearer " + kiosk.token.encode() + b"\r\n\r\n" + body
        )
        end.shutdown(socket.SHUT_WR)
        assert all_of(end)[9:12] in {b"400", b"422"}
    assert "Traceback" not in server.log.text


def test_a_ticket_has_so_many_streams_and_no_more(
    server: RunningServer, ticket_stream: str
) -> None:
    url = server.url + ticket_stream
    with ExitStack() as open_ones:
        streams = []
        for _ in range(20):
            stream = requests.get(url, stream=True, timeout=10)
            open_ones.callback(stream.close)
            streams.append(stream)
        assert {stream.status_code for stream in streams} == {200}
        refused = requests.get(url, headers={"Accept": "text/event-stream"}, timeout=10)
        assert refused.status_code == 429
        assert refused.json()["type"] == "too-many-streams"
        assert int(refused.headers["Retry-After"]) > 0
    # Those who have gone make room.
    soon(lambda: requests.get(url, stream=True, timeout=10).status_code == 200)


SLOW = {
    "say nothing": (b"", 1),
    "say half a head": (b"GET /healthz HTTP/1.1\r\nX-Slow: ", 1),
    "say half a form": (
        b"POST /back HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 9\r\n\r\na",
        1,
    ),
    "never end what is not asked for": (
        b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na",
        1,
    ),
    "say half a chunk": (
        b"POST /back HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na",
        1,
    ),
    "do not read": (b"GET /api/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n", 40),
}


@pytest.mark.parametrize("they", SLOW)
def test_hundreds_who_are_slow_make_room_for_whoever_asks(
    server: RunningServer, kiosk: Device, seen: Seen, they: str
) -> None:
    limit = (LIKE_A_SMALL_MACHINE, LIKE_A_SMALL_MACHINE)
    worker = worker_of(server)
    resource.prlimit(worker, resource.RLIMIT_NOFILE, limit)
    said, times = SLOW[they]
    with ExitStack() as slow:
        for _ in range(600):
            end = slow.enter_context(connected(server))
            # One that is shown the door already.
            with suppress(OSError):
                end.sendall(said * times)
        labels = [Device(server, kiosk.token).take()["label"] for _ in range(5)]
        assert labels == ["A001", "A002", "A003", "A004", "A005"]
        assert resident_mb(worker) < 200
    assert "Too many open files" not in server.log.text
    assert "Traceback" not in server.log.text
    seen(f"clients who {they}", "600, at 300 descriptors", "numbers are given")


def resident_mb(pid: int) -> int:
    """Return how much memory a process holds."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1_000_000


def test_one_address_may_have_many_streams_but_never_all(
    server: RunningServer, kiosk: Device, display: Device
) -> None:
    limit = (LIKE_A_SMALL_MACHINE, LIKE_A_SMALL_MACHINE)
    resource.prlimit(worker_of(server), resource.RLIMIT_NOFILE, limit)
    asked = (
        f"GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {display.token}\r\n\r\n"
    ).encode()
    with ExitStack() as streams:
        answers = set()
        for _ in range(350):
            end = streams.enter_context(connected(server))
            end.sendall(asked)
            answers.add(end.recv(12))
        assert answers == {b"HTTP/1.1 200", b"HTTP/1.1 429"}
        # One address never gets all: for another one there is a place.
        other = streams.enter_context(connected(server, "127.0.0.2"))
        other.sendall(asked)
        assert other.recv(12) == b"HTTP/1.1 200"
    soon(lambda: Device(server, kiosk.token).take()["state"] == "waiting")
    assert "Too many open files" not in server.log.text


def slowest_answer(server: RunningServer, seconds: float) -> float:
    """Return how long another client waited at most for an answer, in so many seconds."""
    slowest, end = 0.0, time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.monotonic()
        assert requests.get(f"{server.url}/healthz", timeout=30).status_code == 200
        slowest = max(slowest, time.monotonic() - began)
    return slowest


def blast(end: socket.socket, first: bytes, then: bytes, reads: bool) -> None:
    """Send for as long as the server takes it, and read what it answers."""
    with suppress(OSError):
        end.sendall(first)
        while True:
            end.sendall(then)
            if reads:
                end.recv(1_000_000)


CHUNKS = b"GET /healthz HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"


@pytest.mark.parametrize(
    ("first", "then", "reads"),
    [
        (
            b"POST /nope HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999\r\n\r\n",
            b"x" * 1_000_000,
            False,
        ),
        (
            b"POST /api/v1/tickets HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"10000\r\n" + b"x" * 65_536 + b"\r\n",
            False,
        ),
        (
            b"POST /q/parking HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"10000\r\n" + b"x" * 65_536 + b"\r\n",
            False,
        ),
        (b"", b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * 2000, True),
        (b"", b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n" * 2000, False),
        # What only wraps a body, and is no part of it.
        (CHUNKS + b"1;", b"a" * 1_000_000, False),
        (CHUNKS, b"0" * 1_000_000, False),
        (CHUNKS, b"1\r\na\r\n" * 100_000, False),
        (CHUNKS + b"0\r\nX: ", b"a" * 1_000_000, False),
        (CHUNKS + b"0\r\n", b"X: a\r\n" * 100_000, False),
        # Heads that go on and on.
        (b"GET /", b"a" * 1_000_000, False),
        (b"GET / HTTP/1.1\r\nX: ", b"a" * 1_000_000, False),
        (b"GET / HTTP/1.1\r\n", b"X: a\r\n" * 100_000, False),
        (b"", b"\r\n" * 100_000, False),
    ],
)
def test_one_who_sends_without_end_holds_nobody_up(
    server: RunningServer, first: bytes, then: bytes, reads: bool
) -> None:
    worker = worker_of(server)
    with connected(server) as end, ThreadPoolExecutor(1) as threads:
        threads.submit(blast, end, first, then, reads)
        assert slowest_answer(server, 4) < 2
        # Most have been hung up on by now.
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
    assert worker_of(server) == worker
    assert "stands still" not in server.log.text
