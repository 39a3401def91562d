"""Whatever happens in one part of the server, everybody else goes on, and what ended or stands still begins anew."""

import os
import re
import signal
import time
from collections.abc import Callable
from contextlib import suppress

import psutil
import pytest
import requests

from server.serve.control import Refused
from server.serve.run import STUCK_AFTER_S
from tests import push_service
from tests.faults.conftest import Faults
from tests.injected import Seen
from tests.push_service import PushService, service
from tests.server.test_full_disk import worker_of
from tests.serving import Device, RunningServer

__all__ = ["service"]

pytestmark = pytest.mark.slow

BACK_WITHIN_S = 45


def soon(check: Callable[[], bool], seconds: float = BACK_WITHIN_S) -> None:
    """Return once this holds; fail when it does not in so many seconds."""
    end = time.monotonic() + seconds
    while True:
        try:
            if check():
                return
        except (requests.RequestException, AssertionError):
            assert time.monotonic() < end
        assert time.monotonic() < end


def is_ready(server: RunningServer) -> bool:
    return requests.get(f"{server.url}/readyz", timeout=5).status_code == 200


def back_again(noticed_s: float, began: float) -> str:
    """Return for the table how it went, with the stacks in the log."""
    back_s = time.monotonic() - began
    return f"noticed after {noticed_s:.0f} s, its stacks in the log, back after {back_s:.0f} s"


def all_works(server: RunningServer, kiosk: Device, watcher: Device) -> bool:
    """Return whether a number is given, and a console hears of it."""
    stream = watcher.events()
    stream.until("snapshot")
    ticket = kiosk.take()
    heard = stream.until("taken")
    stream.close()
    return bool(heard["ticket"]["label"] == ticket["label"]) and is_ready(server)


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("hub", "streams failed; beginning anew"),
        ("hub-ends", 'event="part ended; beginning it anew" part=hub'),
        ("branch", "streams of a branch failed; beginning anew"),
        ("watcher", "stream failed"),
        ("writer", "writer failed; beginning anew"),
        ("writer-ends", 'event="part ended; beginning it anew" part=writer'),
        ("control", "Planted: control"),
    ],
)
def test_an_exception_in_a_part_is_written_down_and_the_part_goes_on(
    server: RunningServer,
    kiosk: Device,
    watcher: Device,
    faults: Faults,
    seen: Seen,
    fault: str,
    said: str,
) -> None:
    kiosk.take()
    worker = worker_of(server)
    faults.break_out(fault)
    # One of these meets it, and may come to grief; the next ones do not.
    watcher.events().close()
    kiosk.post("/tickets", {"queue": "parking"})
    with suppress(Refused):
        server.device("kiosk")
    server.log.wait_for(said)
    soon(lambda: all_works(server, kiosk, watcher))
    assert server.device("kiosk").take()["state"] == "waiting"
    assert "All tables are what the journal says" in server.run("check")
    assert worker_of(server) == worker
    assert not list(faults.folder.iterdir()), "it never broke out"
    seen("an exception in a part", fault, "logged; all works on in the same process")


@pytest.mark.nightly
@pytest.mark.parametrize("fault", ["housekeeping", "housekeeping-ends"])
def test_housekeeping_goes_on_after_whatever_happened(
    server: RunningServer, kiosk: Device, watcher: Device, faults: Faults, fault: str
) -> None:
    faults.break_out(fault)
    # It looks every 20 s.
    soon(lambda: not list(faults.folder.iterdir()))
    soon(lambda: all_works(server, kiosk, watcher))
    faults.break_out(fault)
    soon(lambda: not list(faults.folder.iterdir()))


@pytest.mark.nightly
def test_streams_that_go_round_and_round_leave_their_trace_and_begin_anew(
    server: RunningServer,
    kiosk: Device,
    watcher: Device,
    faults: Faults,
    seen: Seen,
) -> None:
    ticket, worker = kiosk.take(), worker_of(server)
    began = time.monotonic()
    faults.break_out("hub-loops")
    server.log.wait_for("part stands still", 30)
    noticed_s = time.monotonic() - began
    server.log.wait_for("a_loop_without_end", 5)
    faults.mend("hub-loops")
    soon(lambda: all_works(server, kiosk, watcher))
    assert worker_of(server) != worker
    assert kiosk.get("/board").json()["waiting"]["parking"] >= 2
    assert ticket["label"] == "A001"
    seen("streams in a tight loop", "once", back_again(noticed_s, began))


@pytest.mark.nightly
def test_a_route_that_blocks_is_named_and_the_server_begins_anew(
    server: RunningServer,
    kiosk: Device,
    watcher: Device,
    faults: Faults,
    seen: Seen,
) -> None:
    kiosk.take()
    worker, began = worker_of(server), time.monotonic()
    faults.break_out("route-blocks")
    with pytest.raises(requests.RequestException):
        kiosk.get("/board")
    server.log.wait_for("server stands still", 30)
    noticed_s = time.monotonic() - began
    assert "a_route_that_blocks" in server.log.text
    soon(lambda: all_works(server, kiosk, watcher))
    assert time.monotonic() - began < BACK_WITHIN_S
    seen("a route that blocks for 15 s", "once", back_again(noticed_s, began))
    assert worker_of(server) != worker
    assert "it stood still" in server.log.text
    assert "out of memory" not in server.log.text


@pytest.mark.nightly
def test_a_stopped_process_leaves_its_trace_and_begins_anew(
    server: RunningServer, kiosk: Device, watcher: Device, seen: Seen
) -> None:
    kiosk.take()
    worker, began = worker_of(server), time.monotonic()
    os.kill(worker, signal.SIGSTOP)
    server.log.wait_for("server stands still", 30)
    noticed_s = time.monotonic() - began
    server.log.wait_for("it stood still", 10)
    soon(lambda: all_works(server, kiosk, watcher))
    assert time.monotonic() - began < BACK_WITHIN_S
    # The overdue ones and the last ones, one after the other.
    assert server.log.text.count("(most recent call first):\n  File") >= 2
    assert re.search(r"(?m)^Current thread 0x[0-9a-f]{16} \(most", server.log.text)
    seen("SIGSTOP", "once", back_again(noticed_s, began))
    assert worker_of(server) != worker
    assert "out of memory" not in server.log.text


def test_an_exception_in_the_push_sender_is_written_down_and_the_next_call_is_pushed(
    server: RunningServer,
    kiosk: Device,
    faults: Faults,
    service: PushService,
    seen: Seen,
) -> None:
    server.stop()
    push_service.start(server, service)
    worker = worker_of(server)
    ticket = kiosk.take()
    phone = service.browser()
    assert push_service.ask(ticket, phone.subscription).status_code == 204
    desk = server.device("console")
    desk.sign_in()
    faults.break_out("push")
    desk.post("/desks/3/call-next")
    server.log.wait_for("push failed")
    assert "Planted: push" in server.log.text
    desk.post(f"/tickets/{ticket['id']}/hold")
    assert desk.post(f"/tickets/{ticket['id']}/call").status_code == 200
    assert phone.read(service.next()[2])["title"] == "A001"
    assert is_ready(server)
    assert worker_of(server) == worker
    seen("an exception in a part", "push", "logged; the next call is pushed")


@pytest.mark.nightly
def test_one_that_takes_long_to_begin_is_let_begin_and_one_that_is_stopped_meanwhile_is_begun_anew(
    server: RunningServer, faults: Faults, seen: Seen
) -> None:
    first = worker_of(server)
    faults.break_out("begins-slowly")
    os.kill(first, signal.SIGKILL)
    server.log.wait_for("starting it anew")
    soon(lambda: bool(psutil.Process(server.pid).children()))
    # Longer than one may stand still that serves already.
    time.sleep(STUCK_AFTER_S + 5)
    assert "server stands still" not in server.log.text
    began = time.monotonic()
    os.kill(worker_of(server), signal.SIGSTOP)
    server.log.wait_for("server stands still", 30)
    noticed_s = time.monotonic() - began
    faults.mend("begins-slowly")
    server.log.wait_for("event=ready", BACK_WITHIN_S, times=2)
    seen("SIGSTOP while it begins", "once", back_again(noticed_s, began))
    assert server.log.text.count("server stands still") == 1
