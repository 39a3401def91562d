"""A manager closes or opens a queue or a kiosk by hand: at once for everybody, and no longer than the day."""

from typing import Any

import pytest

from server.store.check import check
from server.store.store import MAIN_BRANCH
from server.usecases.setup import CloseDay, RemoveDevice, RemoveQueue, SetBranch
from tests.server.in_time import BranchInTime, Device
from tests.server.terminal import Terminal
from tests.serving import Device as OnWire
from tests.serving import RunningServer

OFFICE = {"week": {"0": [["08:00:00", "17:00:00"]]}}


@pytest.fixture
def manager(branch: BranchInTime) -> Device:
    """A manager's program."""
    return branch.device("manager")


def refusal(device: Device, queue: str = "parking") -> Any:
    """Return why the kiosk gives no number, None where it gives one."""
    answer = device.post("/tickets", {"queue": queue})
    return None if answer.status_code == 201 else answer.json["type"]


def queue_of(device: Device, slug: str = "parking") -> dict[str, Any]:
    """Return what is told of the queue."""
    return next(q for q in device.get("/branch").json["queues"] if q["slug"] == slug)


def is_sound(branch: BranchInTime) -> bool:
    """Return whether the journal tells the same branch as the tables."""
    with branch.store.reading(MAIN_BRANCH) as view:
        return check(view, branch.store.tokens).differences == []


def test_a_queue_that_is_closed_gives_no_numbers_and_keeps_who_waits(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk, desk = branch.device("kiosk"), branch.console()
    waits = kiosk.take()
    closed = manager.post("/queues/parking/close").json
    assert (closed["open"], closed["by_hand"]) == (False, "closed")
    assert closed["opens_at"] == "2026-11-24T04:00:00Z", "with the day at the latest"
    assert refusal(kiosk) == "queue-closed"
    assert refusal(kiosk, "passports") is None
    assert desk.call_next()["id"] == waits["id"]
    assert is_sound(branch)
    opened = manager.post("/queues/parking/as-hours-say").json
    assert (opened["open"], opened["by_hand"]) == (True, None)
    assert refusal(kiosk) is None


def test_a_page_of_a_closed_queue_says_so(
    branch: BranchInTime, manager: Device
) -> None:
    manager.post("/queues/parking/close", {"until": "2026-11-23T10:30:00Z"})
    assert "Monday, 10:30" in branch.http.get("/q/parking").text


def test_a_page_of_a_closed_queue_says_why_the_day_differs(
    branch: BranchInTime,
) -> None:
    hours = {
        "exceptions": {"2026-11-23": []},
        "reasons": {"2026-11-23": {"en": "Staff outing"}},
    }
    branch.do(SetBranch(settings={"hours": hours}))
    assert "Staff outing." in branch.http.get("/q/parking").text
    (today, *_) = branch.device("kiosk").get("/branch").json["hours"]
    assert today["reason"] == {"en": "Staff outing"}


def test_a_queue_opens_by_itself_when_that_was_said(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk = branch.device("kiosk")
    manager.post("/queues/parking/close", {"until": "2026-11-23T09:30:00Z"})
    assert queue_of(kiosk)["opens_at"] == "2026-11-23T09:30:00Z"
    branch.clock.forward(minutes=30)
    assert queue_of(kiosk)["by_hand"] is None
    assert refusal(kiosk) is None


def test_a_queue_is_opened_whatever_its_hours_say(
    branch: BranchInTime, manager: Device
) -> None:
    branch.do(SetBranch(settings={"hours": OFFICE}))
    branch.clock.forward(hours=9)
    kiosk = branch.device("kiosk")
    assert refusal(kiosk) == "queue-closed"
    opened = manager.post("/queues/parking/open", {"until": "2026-11-23T19:00:00Z"})
    assert opened.json["closes_at"] == "2026-11-23T19:00:00Z"
    assert refusal(kiosk) is None
    branch.clock.forward(hours=1)
    assert refusal(kiosk) == "queue-closed"


@pytest.mark.parametrize("ended", ["by hand", "by the clock"])
def test_the_day_ends_what_was_closed_by_hand(
    branch: BranchInTime, manager: Device, ended: str
) -> None:
    kiosk = branch.device("kiosk")
    id = device_id(kiosk)
    manager.post("/queues/parking/close")
    manager.post(f"/devices/{id}/close")
    if ended == "by hand":
        branch.do(CloseDay())
    else:
        branch.clock.forward(hours=19)
        branch.look_after()
    assert refusal(kiosk) is None
    assert kiosk.get("/branch").json["closed_kiosks"] == []
    assert is_sound(branch)


def device_id(kiosk: Device) -> int:
    """Return by which id the kiosk is known."""
    id = kiosk.post("/help").json["device"]
    kiosk.post("/help", {"wanted": False})
    return int(id)


def test_a_kiosk_that_is_closed_gives_no_numbers_while_others_do(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk, other = branch.device("kiosk"), branch.device("kiosk")
    id = device_id(kiosk)
    closed = manager.post(f"/devices/{id}/close").json
    assert closed == {"device": id, "until": "2026-11-24T04:00:00Z"}
    assert kiosk.get("/branch").json["closed_kiosks"] == [closed]
    assert (refusal(kiosk), refusal(other)) == ("kiosk-closed", None)
    assert is_sound(branch)
    assert manager.post(f"/devices/{id}/open").status_code == 204
    assert refusal(kiosk) is None
    manager.post(f"/devices/{id}/close", {"until": "2026-11-23T09:10:00Z"})
    branch.clock.forward(minutes=10)
    assert refusal(kiosk) is None


def test_what_is_gone_is_closed_no_longer(
    branch: BranchInTime, manager: Device
) -> None:
    kiosk = branch.device("kiosk")
    id = device_id(kiosk)
    with branch.store.reading(MAIN_BRANCH) as view:
        (name,) = [each.name for each in view.devices() if each.id == id]
    manager.post(f"/devices/{id}/close")
    manager.post("/queues/parking/close")
    branch.do(RemoveDevice(name=name))
    branch.do(RemoveQueue(slug="parking"))
    with branch.store.reading(MAIN_BRANCH) as view:
        assert (view.branch.today.queues, view.branch.today.kiosks) == ({}, {})
    assert is_sound(branch)


@pytest.mark.parametrize(
    ("path", "until", "status", "type"),
    [
        ("/queues/nowhere/close", None, 404, "unknown-queue"),
        ("/queues/nowhere/as-hours-say", None, 404, "unknown-queue"),
        ("/queues/parking/close", "2026-11-23T09:00:00Z", 422, "invalid"),
        ("/queues/parking/open", "2026-11-24T04:00:01Z", 422, "invalid"),
        ("/devices/9999/close", None, 404, "unknown-device"),
        ("/devices/9999/open", None, 404, "unknown-device"),
    ],
)
def test_what_cannot_be_is_refused(
    manager: Device, path: str, until: str | None, status: int, type: str
) -> None:
    answer = manager.post(path, {"until": until} if until else {})
    assert (answer.status_code, answer.json["type"]) == (status, type)


def test_only_a_kiosk_is_closed(branch: BranchInTime, manager: Device) -> None:
    with branch.store.reading(MAIN_BRANCH) as view:
        (id,) = [each.id for each in view.devices()]
    answer = manager.post(f"/devices/{id}/close")
    assert (answer.status_code, answer.json["field"]) == (422, "device")


def test_closing_twice_is_one_row(branch: BranchInTime, manager: Device) -> None:
    for _ in range(2):
        manager.post("/queues/parking/close")
    assert branch.rows("queue_switched") == 1
    for _ in range(2):
        manager.post("/queues/parking/as-hours-say")
    assert branch.rows("queue_switched") == 2


def test_kiosk_and_board_hear_at_once(
    server: RunningServer, kiosk: OnWire, display: OnWire
) -> None:
    manager = server.device("manager")
    streams = [kiosk.follower(), display.follower()]
    manager.post("/queues/parking/close")
    for stream in streams:
        stream.until("configured")
        parking = stream.known.branch.queues[0]
        assert (parking.open, parking.by_hand) == (False, "closed")
    device = kiosk.post("/help").json()["device"]
    manager.post(f"/devices/{device}/close")
    streams[0].until("configured")
    (closed,) = streams[0].known.branch.closed_kiosks
    assert closed.device == device


def test_the_command_line_closes_and_opens(terminal: Terminal) -> None:
    closed, how = terminal.run("queue", "close", "parking").splitlines()
    assert closed == "Queue parking is closed until 04:00."
    assert how.endswith("takeanumber queue usual parking")
    assert "is open until" in terminal.run("queue", "open", "parking")
    terminal.run("queue", "usual", "parking")
    terminal.run("device", "add", "kiosk", "Entrance")
    closed = terminal.run("device", "close", "Entrance")
    assert closed == "“Entrance” is closed until 04:00."
    assert terminal.run("device", "open", "Entrance") == "“Entrance” gives numbers."
    for wrong in (
        ("queue", "close", "nowhere"),
        ("queue", "close", "parking", "--until", "soon"),
        ("queue", "close", "parking", "--until", "2001-01-01T10:00"),
        ("device", "close", "Nothing"),
    ):
        assert terminal.type(*wrong).exit_code, wrong
