"""What a manager does to a ticket from the line, and takes back again."""

from typing import Any

import pytest

from server.store.check import check
from server.store.store import MAIN_BRANCH
from server.usecases.setup import CloseDay, RemoveQueue
from tests.server.in_time import BranchInTime, Device
from tests.server.terminal import Terminal


@pytest.fixture
def manager(branch: BranchInTime) -> Device:
    """A manager's program."""
    return branch.device("manager")


@pytest.fixture
def line(branch: BranchInTime) -> list[dict[str, Any]]:
    """Three who wait for parking permits."""
    kiosk = branch.device("kiosk")
    return [kiosk.take() for _ in range(3)]


def labels(branch: BranchInTime, queue: str = "parking") -> list[str]:
    """Return who waits in the queue, first of all first."""
    with branch.store.reading(MAIN_BRANCH) as view:
        return [ticket.label for ticket in view.front_of(queue, 10)]


MOVES = [
    ("cancel", {}, ["A001", "A003"]),
    ("transfer", {"queue": "passports"}, ["A001", "A003"]),
    ("transfer", {"desk": 4, "to_end": True}, ["A001", "A003", "A002"]),
    ("priority", {"priority": "elderly"}, ["A002", "A001", "A003"]),
]


@pytest.mark.parametrize(("move", "body", "then"), MOVES)
def test_a_move_is_taken_back_to_the_very_same_place(
    branch: BranchInTime,
    manager: Device,
    line: list[dict[str, Any]],
    move: str,
    body: dict[str, Any],
    then: list[str],
) -> None:
    with branch.store.reading(MAIN_BRANCH) as view:
        before = view.ticket(line[1]["id"])
    assert manager.move(line[1], move, body).status_code == 200
    assert labels(branch) == then
    branch.clock.forward(seconds=10)
    undone = manager.move(line[1], "undo")
    assert (undone.status_code, undone.json["ahead"]) == (200, 1)
    assert labels(branch) == ["A001", "A002", "A003"]
    with branch.store.reading(MAIN_BRANCH) as view:
        after = view.ticket(line[1]["id"])
        assert check(view, branch.store.tokens).differences == []
    assert (after.position, after.priority, after.queue, after.for_desk) == (
        before.position,
        before.priority,
        before.queue,
        before.for_desk,
    )
    again = manager.move(line[1], "undo")
    assert (again.status_code, again.json["type"]) == (409, "nothing-to-undo")


def test_after_ten_seconds_it_is_too_late(
    branch: BranchInTime, manager: Device, line: list[dict[str, Any]]
) -> None:
    manager.move(line[1], "cancel")
    branch.clock.forward(seconds=11)
    late = manager.move(line[1], "undo")
    assert (late.status_code, late.json["detail"]) == (
        409,
        "It is too late to undo that.",
    )
    assert labels(branch) == ["A001", "A003"]


def test_nobody_takes_back_what_somebody_else_did(
    branch: BranchInTime, manager: Device, line: list[dict[str, Any]]
) -> None:
    other, desk = branch.device("manager"), branch.console()
    assert manager.move(line[0], "undo").json["detail"] == "There is nothing to undo."
    manager.move(line[0], "cancel")
    assert other.move(line[0], "undo").json["type"] == "nothing-to-undo"
    manager.move(line[1], "transfer", {"desk": 3})
    desk.move(line[1], "call")
    moved = manager.move(line[1], "undo").json
    assert moved["detail"] == "A002 has moved on since."


def test_whom_a_ready_desk_got_at_once_is_not_taken_from_it(
    branch: BranchInTime, manager: Device, line: list[dict[str, Any]]
) -> None:
    desk = branch.console()
    for _ in line:
        desk.call_next(finish=True)
    desk.post("/desks/3/call-next", {"finish": True, "store": True})
    late = branch.device("kiosk").take()
    assert desk.state(late) == "called"
    desk.move(late, "hold")
    desk.post("/desks/3/call-next", {"store": True})
    assert manager.move(late, "transfer", {"queue": "passports"}).json["desk"] == 3
    assert manager.move(late, "undo").json["type"] == "nothing-to-undo"


def test_nobody_is_sent_back_to_a_desk_that_was_left(
    branch: BranchInTime, manager: Device, line: list[dict[str, Any]]
) -> None:
    desk = branch.console()
    desk.call_next()
    manager.move(line[0], "transfer", {"queue": "passports"})
    desk.post("/desks/3/sign-out")
    refused = manager.move(line[0], "undo").json
    assert refused["detail"] == "Nobody is at desk 3 any more."
    desk.post("/desks/3/sign-in", {"servicer": "Maria", "pin": "482913"})
    assert manager.move(line[0], "undo").json["state"] == "called"


def test_a_cancelled_place_in_a_queue_that_is_gone_stays_cancelled(
    branch: BranchInTime, manager: Device
) -> None:
    ticket = branch.device("kiosk").take()
    manager.move(ticket, "cancel")
    branch.do(RemoveQueue(slug="parking"))
    assert "was removed" in manager.move(ticket, "undo").json["detail"]


def test_a_day_that_has_ended_is_not_gone_back_to(
    branch: BranchInTime, manager: Device, line: list[dict[str, Any]]
) -> None:
    manager.move(line[0], "cancel")
    branch.do(CloseDay())
    assert manager.move(line[0], "undo").json["detail"] == "The day has ended since."


def test_a_manager_gives_a_priority_wherever_it_is_given(
    manager: Device, line: list[dict[str, Any]]
) -> None:
    given = manager.move(line[2], "priority", {"priority": "child"})
    assert (given.json["priority"], given.json["ahead"]) == ("child", 0)
    unknown = manager.move(line[2], "priority", {"priority": "nobility"})
    assert (unknown.status_code, unknown.json["field"]) == (422, "priority")


def test_the_command_line_moves_tickets(terminal: Terminal) -> None:
    take(terminal)
    terminal.run("branch", "set", "--priority", "elderly=15")
    cancelled = terminal.run("ticket", "cancel", "a 1")
    assert cancelled == "A001 was cancelled. For 10 s: takeanumber ticket undo A001"
    assert terminal.run("ticket", "undo", "A001") == "A001 is waiting again."
    sent = terminal.run("ticket", "transfer", "A001", "passports", "--desk", "3")
    assert sent.startswith("A001 was sent to passports, for desk 3.")
    given = terminal.run("ticket", "priority", "A001", "elderly")
    assert given.startswith("A001 has the priority elderly.")
    assert terminal.run("ticket", "priority", "A001").startswith(
        "A001 has no priority."
    )
    for wrong in (
        ("ticket", "cancel", "A777"),
        ("ticket", "transfer", "A001"),
        ("ticket", "priority", "A001", "nobility"),
    ):
        assert terminal.type(*wrong).exit_code, wrong


def take(terminal: Terminal) -> None:
    """Take a number, as nobody does at a terminal."""
    from server.domain.events import SYSTEM
    from server.store.store import Store
    from server.usecases.take_number import TakeNumber, take_number

    store = Store(terminal.directory)
    command = TakeNumber(queue="parking")
    store.write(MAIN_BRANCH, SYSTEM, lambda session: take_number(session, command))
    store.close()
