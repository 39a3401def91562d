"""Queues that open, close and fill up: the devices hear of it, though the journal has no such row."""

from collections.abc import Iterator
from datetime import timedelta
from socket import socketpair
from typing import Any

import msgspec
import pytest

from server.domain.state import Change
from server.live.branch_stream import BranchStream
from server.live.peer import Peer
from server.live.watcher import DeviceWatcher
from server.present.audience import Audience
from server.store import journal
from server.store.store import MAIN_BRANCH
from server.usecases.setup import SetBranch, SetQueue
from tests.server.in_time import MONDAY_NINE, BranchInTime
from tests.serving import Device, RunningServer

UNTIL_HALF_PAST = {"week": {str(day): [["08:00:00", "09:30:00"]] for day in range(7)}}


def full(server: RunningServer, device: Device) -> dict[str, str | None]:
    """Return what `GET /queues` says of each queue."""
    return {queue["slug"]: queue["full"] for queue in device.get("/queues").json()}


def test_a_queue_that_fills_up_says_so_and_that_it_has_room_again(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    server.run("queue", "set", "parking", "--max-waiting", "1")
    stream = kiosk.events()
    stream.until("snapshot")
    kiosk.take()
    told = stream.until("branch")["branch"]["queues"][0]
    assert (told["slug"], told["full"], told["waiting"]) == ("parking", "waiting", 1)
    assert full(server, kiosk) == {"parking": "waiting", "passports": None}
    assert kiosk.post("/tickets", {"queue": "parking"}).json()["type"] == "queue-full"
    desk.post("/desks/3/call-next")
    assert stream.until("branch")["branch"]["queues"][0]["full"] is None
    kiosk.take()


def test_a_queue_whose_numbers_are_all_given_stays_full(
    server: RunningServer, kiosk: Device, desk: Device
) -> None:
    server.run("queue", "set", "parking", "--daily-cap", "1")
    kiosk.take()
    desk.post("/desks/3/call-next", {"finish": True})
    assert full(server, kiosk)["parking"] == "today"
    snapshot = kiosk.events().until("snapshot")
    assert snapshot["branch"]["queues"][0]["full"] == "today"


def test_who_comes_back_to_the_stream_hears_what_filled_up_meanwhile(
    server: RunningServer, kiosk: Device
) -> None:
    server.run("queue", "set", "parking", "--max-waiting", "1")
    watching, stream = kiosk.events(), kiosk.events()
    seen = stream.until("snapshot")["seq"]
    stream.close()
    kiosk.take()
    watching.until("branch")
    told = kiosk.events(after=seen).until("branch")["branch"]
    assert told["queues"][0]["full"] == "waiting"


class Listener:
    """A kiosk on the stream of a branch whose clock the test sets."""

    def __init__(self, branch: BranchInTime) -> None:
        self.branch = branch
        self.stream = BranchStream(branch.store, MAIN_BRANCH, branch.clock)
        self.heard: list[bytes] = []
        ours, self._theirs = socketpair()
        self._peer = Peer(ours)
        self.join(None)

    def join(self, after: int | None) -> None:
        """Watch, or come back."""
        watcher = DeviceWatcher(MAIN_BRANCH, 1, after, Audience.PUBLIC, "display")
        self.stream.welcome(self._peer, watcher, self.send)

    def send(self, peer: Peer, piece: bytes) -> None:
        """Hear a piece of the stream."""
        self.heard.append(piece)

    def drop(self, peer: Peer) -> None:
        """Nobody is sent away here."""

    def look(self) -> list[dict[str, Any]]:
        """Let the stream look, and return the branches that were told."""
        self.heard.clear()
        self.stream.settle(self.stream.due, self.send, self.drop)
        return [
            msgspec.json.decode(piece.partition(b"data: ")[2])["branch"]
            for piece in self.heard
            if piece.startswith(b"event: branch")
        ]

    def close(self) -> None:
        """Hang up."""
        self._peer.socket.close()
        self._theirs.close()


@pytest.fixture
def listener(branch: BranchInTime) -> Iterator[Listener]:
    """A kiosk at a branch that is open until half past nine; a customer takes ten minutes."""
    branch.do(SetBranch(settings={"hours": UNTIL_HALF_PAST}))
    branch.do(SetQueue(slug="parking", settings={"expected_minutes": 10}))
    listener = Listener(branch)
    listener.look()
    yield listener
    listener.close()


def test_closing_time_is_told_once(listener: Listener) -> None:
    listener.branch.clock.forward(minutes=29)
    listener.look()
    listener.branch.clock.forward(minutes=1)
    (told,) = listener.look()
    assert (told["open"], told["next_opening"]) == (False, "2026-11-24T08:00:00Z")
    assert listener.look() == []


def test_a_day_whose_rest_is_filled_is_told(listener: Listener) -> None:
    listener.branch.clock.forward(minutes=19)
    assert listener.look() == []
    listener.branch.clock.forward(minutes=2)
    (told,) = listener.look()
    assert told["queues"][0]["full"] == "closing"


def test_the_stream_looks_again_at_the_very_minute(listener: Listener) -> None:
    listener.branch.clock.now = MONDAY_NINE + timedelta(minutes=29, seconds=57)
    looked_at = listener.stream.due
    listener.look()
    assert listener.stream.due - looked_at == pytest.approx(3)


def test_yesterdays_ticket_is_not_taken_for_todays_of_the_same_label(
    branch: BranchInTime,
) -> None:
    console = branch.console()
    yesterdays = console.take()
    console.move(yesterdays, "call")
    console.move(yesterdays, "finish")
    branch.clock.forward(days=1)
    branch.look_after()
    todays = console.take()
    assert todays["label"] == yesterdays["label"]
    console.move(todays, "call")
    listener = Listener(branch)
    listener.heard.clear()
    assert console.customer(yesterdays, "rate", 3) == "done"
    with branch.store.reading(MAIN_BRANCH) as view:
        (rated,) = journal.read(view.connection, MAIN_BRANCH, view.branch.seq - 1)
        ticket = view.ticket(yesterdays["id"])
    change = Change(branch_id=MAIN_BRANCH, row=rated, before=ticket, after=ticket)
    listener.stream.hear(change, listener.send, lambda peer: None)
    (told,) = listener.heard
    assert b"event: rated" in told
    assert msgspec.json.decode(told.partition(b"data: ")[2])["ticket"] is None
    listener.close()
