"""Exactly one ticket for one tap, whatever the network and the server do."""

import contextlib
import os
import signal
import socket
import struct
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest
import requests

from tests.server.test_full_disk import worker_of
from tests.serving import Device, RunningServer


def test_the_same_key_gives_the_same_ticket(kiosk: Device) -> None:
    key = str(uuid4())
    first = kiosk.take(key=key)
    assert kiosk.take(key=key) == first
    assert kiosk.take()["label"] == "A002"


def test_the_same_key_with_another_body_is_refused(kiosk: Device) -> None:
    key = str(uuid4())
    kiosk.take("parking", key=key)
    refused = kiosk.post("/tickets", {"queue": "passports"}, key=key)
    assert (refused.status_code, refused.json()["type"]) == (
        422,
        "idempotency-key-reused",
    )
    assert kiosk.take("passports")["label"] == "R001"


def test_what_is_withdrawn_waits_no_longer_and_is_not_given_again(
    kiosk: Device,
) -> None:
    key, wish = str(uuid4()), {"queue": "parking"}
    given = kiosk.take(key=key)
    left = kiosk.post("/tickets/withdraw", wish, key=key)
    assert (left.status_code, left.json()["state"]) == (200, "left")
    assert kiosk.take(key=key)["id"] == given["id"]
    assert kiosk.post("/tickets/withdraw", wish, key=key).status_code == 200
    assert kiosk.get("/board").json()["waiting"]["parking"] == 0


def test_what_is_withdrawn_before_it_arrives_gives_nothing_and_calls_nobody(
    kiosk: Device, desk: Device
) -> None:
    desk.post("/desks/3/call-next", {"store": True})
    key, wish = str(uuid4()), {"queue": "parking"}
    withdrawn = kiosk.post("/tickets/withdraw", wish, key=key)
    late = kiosk.post("/tickets", wish, key=key)
    assert (withdrawn.status_code, late.status_code) == (204, 204)
    assert kiosk.get("/board").json()["recent_calls"] == []
    assert kiosk.take()["label"] == "A001"


def at_the_kiosk(kiosk: Device) -> tuple[str, str, str]:
    return (
        "/api/v1/tickets",
        f"Authorization: Bearer {kiosk.token}",
        '{"queue":"parking"}',
    )


def on_a_phone(kiosk: Device) -> tuple[str, str, str]:
    return "/q/parking", f"Origin: {kiosk.server.url}", "after="


RESET = struct.pack("ii", 1, 0)
"""Lingers not at all: closed, the connection is torn down."""


@pytest.mark.slow
@pytest.mark.parametrize("tap", [at_the_kiosk, on_a_phone])
@pytest.mark.parametrize(
    ("last_word", "linger"),
    [("", None), ("", RESET), ("Connection: close\r\n", RESET)],
)
def test_whoever_hung_up_while_the_server_stood_still_gets_no_number_and_is_not_called(
    server: RunningServer,
    kiosk: Device,
    desk: Device,
    tap: Callable[[Device], tuple[str, str, str]],
    last_word: str,
    linger: bytes | None,
) -> None:
    server.run("queue", "set", "parking", "--join", "open")
    desk.post("/desks/3/call-next", {"store": True})
    path, head, body = tap(kiosk)
    worker = worker_of(server)
    os.kill(worker, signal.SIGSTOP)
    try:
        with socket.create_connection(("127.0.0.1", server.port)) as gone:
            gone.sendall(
                f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n{head}\r\n"
                f"{last_word}Content-Length: {len(body)}\r\n\r\n{body}".encode()
            )
            if linger is not None:
                gone.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
    finally:
        os.kill(worker, signal.SIGCONT)
    assert kiosk.take()["label"] == "A001"
    calls = kiosk.get("/board").json()["recent_calls"]
    assert [each["label"] for each in calls] == ["A001"]


def test_whoever_says_their_last_word_and_listens_still_gets_a_number(
    server: RunningServer, kiosk: Device
) -> None:
    path, head, body = at_the_kiosk(kiosk)
    with socket.create_connection(("127.0.0.1", server.port), 10) as client:
        client.sendall(
            f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n{head}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n{body}".encode()
        )
        client.shutdown(socket.SHUT_WR)
        assert client.makefile("rb").readline() == b"HTTP/1.1 201 CREATED\r\n"


def test_nobody_withdraws_what_another_kiosk_gave(
    server: RunningServer, kiosk: Device
) -> None:
    key, wish = str(uuid4()), {"queue": "parking"}
    kiosk.take(key=key)
    other = server.device("kiosk")
    assert other.post("/tickets/withdraw", wish, key=key).status_code == 204
    assert kiosk.get("/board").json()["waiting"]["parking"] == 1


def test_a_customer_who_is_being_served_is_not_withdrawn(
    kiosk: Device, desk: Device
) -> None:
    key, wish = str(uuid4()), {"queue": "parking"}
    id = kiosk.take(key=key)["id"]
    desk.post("/desks/3/call-next")
    desk.post(f"/tickets/{id}/start")
    assert kiosk.post("/tickets/withdraw", wish, key=key).json()["state"] == "serving"


def test_two_devices_may_use_the_same_key(server: RunningServer, kiosk: Device) -> None:
    key = str(uuid4())
    labels = {
        kiosk.take(key=key)["label"],
        server.device("kiosk").take(key=key)["label"],
    }
    assert labels == {"A001", "A002"}


def test_a_retried_call_next_calls_nobody_else(kiosk: Device, desk: Device) -> None:
    kiosk.take()
    kiosk.take()
    key = str(uuid4())
    first = desk.post("/desks/3/call-next", key=key).json()
    assert desk.post("/desks/3/call-next", key=key).json() == first
    assert kiosk.get("/board").json()["waiting"]["parking"] == 1


@pytest.mark.slow
def test_a_retry_over_a_killed_server_gives_one_ticket(
    server: RunningServer, kiosk: Device
) -> None:
    """The server is killed between tap and answer, again and again; no tap is lost and none counts twice."""
    labels = []
    for _ in range(8):
        key = str(uuid4())
        killer = threading.Thread(target=server.kill)
        killer.start()
        answered = None
        with contextlib.suppress(requests.RequestException):
            answered = kiosk.take(key=key)
        killer.join()
        server.start()
        ticket = kiosk.take(key=key)
        assert answered in (None, ticket)
        labels.append(ticket["label"])
    assert labels == [f"A{number:03d}" for number in range(1, 9)]


@pytest.mark.slow
def test_eight_desks_at_once_call_each_ticket_once_and_in_order(
    server: RunningServer, kiosk: Device
) -> None:
    server.run("queue", "set", "parking", "--max-waiting", "0")

    def sit_down(number: int) -> tuple[int, Device]:
        console = server.device("console")
        console.sign_in(number, "Maria" if number == 3 else f"Servicer {number}")
        return number, console

    kiosks = [kiosk, *(server.device("kiosk") for _ in range(4))]
    with ThreadPoolExecutor(5) as pool:
        list(pool.map(lambda each: [each.take() for _ in range(100)], kiosks))
        consoles = list(pool.map(sit_down, range(3, 11)))
    together = threading.Barrier(8)

    def press(desk: int, console: Device) -> list[str]:
        together.wait()
        called: list[str] = []
        while True:
            answer = console.post(f"/desks/{desk}/call-next", {"finish": True})
            if answer.status_code == 204:
                return called
            called.append(answer.json()["label"])

    with ThreadPoolExecutor(8) as pool:
        per_desk = list(pool.map(lambda pair: press(*pair), consoles))

    everyone = [f"A{number:03d}" for number in range(1, 501)]
    assert sorted(label for called in per_desk for label in called) == everyone
    assert all(called == sorted(called) for called in per_desk)
    stream = server.device("manager").events(after=0)
    in_order = []
    for name, event in stream:
        if name == "called":
            in_order.append(event["ticket"]["label"])
        if len(in_order) == 500:
            break
    stream.close()
    assert in_order == everyone
