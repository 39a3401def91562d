"""Thirty-two consoles and a board, and everything happens at once: afterwards each of them shows what is."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from shared.wire import messages
from shared.wire.following import FollowedBranch
from tests.server.conftest import free_port
from tests.serving import Device, RunningServer

DESKS = range(3, 35)

pytestmark = pytest.mark.slow


class Face:
    """A device that follows the stream as our programs do."""

    def __init__(self, device: Device) -> None:
        self.device = device
        self._stream = device.events()
        told = self._stream.until("snapshot")
        self.seq = int(told["seq"])
        self.followed = FollowedBranch.of(msgspec.convert(told, messages.Snapshot))

    def follow(self, seq: int) -> None:
        """Hear everything up to this row."""
        if self.seq >= seq:
            return
        for name, told in self._stream:
            event = msgspec.convert(told, messages.Event)
            self.followed = self.followed.after(event)
            if name != "branch":
                self.seq = event.seq
            if self.seq >= seq:
                return

    def close(self) -> None:
        """Hang up."""
        self._stream.close()


class Hall:
    """The server with a console at each desk, a kiosk and a display."""

    def __init__(self, server: RunningServer) -> None:
        self.kiosk = server.device("kiosk")
        self.consoles = {number: server.device("console") for number in DESKS}
        for number, console in self.consoles.items():
            console.sign_in(number, "Maria" if number == 3 else f"Servicer {number}")
        self.display = Face(server.device("display"))
        self.faces = [Face(console) for console in self.consoles.values()]

    def call_next(self, number: int, **body: bool) -> None:
        """Let a desk call whoever is next."""
        answer = self.consoles[number].post(f"/desks/{number}/call-next", body)
        assert answer.status_code in {200, 204}, answer.text

    def undo(self, number: int) -> None:
        """Let a desk take back what it did last."""
        answer = self.consoles[number].post(f"/desks/{number}/undo")
        assert answer.status_code == 200, answer.text

    def follow(self) -> None:
        """Let everybody hear all that has happened."""
        seq = int(self.kiosk.get("/board").json()["seq"])
        for face in (self.display, *self.faces):
            face.follow(seq)

    def close(self) -> None:
        """Hang up everywhere."""
        for face in (self.display, *self.faces):
            face.close()


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    server = RunningServer(tmp_path / "data", free_port())
    server.set_up(desks=len(DESKS))
    server.start()
    hall = Hall(server)
    yield hall
    hall.close()
    server.leave()


def at_once(*acts: Iterable[Callable[[], Any]]) -> None:
    """Do all of it, sixteen at a time, one of each sort after another."""
    with ThreadPoolExecutor(16) as crowd:
        mixed = [act for together in zip(*acts, strict=True) for act in together]
        for done in [crowd.submit(act) for act in mixed]:
            done.result()


def plain(value: Any) -> Any:
    """Return what JSON makes of it."""
    return msgspec.json.decode(msgspec.json.encode(value))


def test_no_console_shows_a_desk_as_ready_once_its_arrival_has_come(hall: Hall) -> None:
    for _ in range(2):
        at_once(
            [partial(hall.call_next, n, finish=True, store=True) for n in DESKS],
            [hall.kiosk.take for _ in DESKS],
        )
    hall.follow()
    branch = hall.faces[0].device.get("/branch").json()
    ready = [d["number"] for d in branch["desks"] if d["stored_since"]]
    busy = [d["number"] for d in branch["desks"] if d["serving"]]
    assert len(busy) == len(DESKS)
    assert ready == []
    for face in hall.faces:
        assert plain(face.followed.branch.desks) == branch["desks"]
    for number, console in hall.consoles.items():
        desk = console.get(f"/desks/{number}").json() | {"undo": None}
        assert desk == branch["desks"][number - DESKS.start]


def test_the_board_is_one_board_after_many_calls_were_taken_back(hall: Hall) -> None:
    for _ in DESKS:
        hall.kiosk.take()
    at_once([partial(hall.call_next, n) for n in DESKS])
    hall.follow()
    first = hall.display.device.get("/board").json()["recent_calls"]
    # The twenty whose calls stand first, and with them all that is on the board.
    undone = [call["desk"] for call in first] + [
        n for n in DESKS if n not in {call["desk"] for call in first}
    ][:8]
    at_once([partial(hall.undo, n) for n in undone])
    hall.follow()
    for face in (hall.display, *hall.faces):
        board = face.device.get("/board").json()["recent_calls"]
        assert len(board) == len(DESKS) - len(undone)
        assert {call["desk"] for call in board} == set(DESKS) - set(undone)
        assert plain(face.followed.calls) == board
        fresh = Face(face.device)
        assert fresh.followed.calls == face.followed.calls
        fresh.close()
