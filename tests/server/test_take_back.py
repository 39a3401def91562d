"""Nobody comes to a desk that is taken, or where nobody sits: by no undoing, and if ever, `check` finds it."""

from dataclasses import replace
from typing import Any

import pytest

from server.domain import events
from server.domain.events import SYSTEM
from server.domain.ticket import TicketState
from server.store.store import MAIN_BRANCH
from tests.server.in_time import BranchInTime, Device
from tests.server.test_journal import checked


@pytest.fixture
def manager(branch: BranchInTime) -> Device:
    """A manager's program."""
    return branch.device("manager")


def taken_back(manager: Device, ticket: dict[str, Any]) -> tuple[str, int | None]:
    """Return where the ticket stands after it was taken back what the manager did to it."""
    answer = manager.move(ticket, "undo")
    assert answer.status_code == 200, answer.text
    return answer.json["state"], answer.json["ahead"]


def test_who_comes_back_is_called_by_the_desk_that_stands_ready_for_the_next_one(
    branch: BranchInTime, manager: Device
) -> None:
    desk = branch.console()
    desk.take()
    called = desk.call_next()
    manager.move(called, "cancel")
    desk.post("/desks/3/call-next", {"store": True})
    assert taken_back(manager, called)[0] == "called"
    assert desk.get("/desks/3").json["stored_since"] is None
    desk.take()
    assert desk.get("/desks/3").json["serving"]["label"] == "A001"
    assert checked(branch).differences == []


def test_check_finds_two_at_one_desk_and_one_where_nobody_sits(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    first, second = desk.take(), desk.take()
    desk.call_next()

    def put(ticket: dict[str, Any], number: int) -> None:
        def work(session: Any) -> None:
            known = session.ticket(ticket["id"])
            there = replace(known, state=TicketState.CALLED, desk=number)
            session.record(events.Undone(restored=there), known)

        branch.store.write(MAIN_BRANCH, SYSTEM, work)

    put(second, 3)
    assert checked(branch).differences == ["desk 3: A001 and A002 are there at once"]
    put(first, 4)
    assert checked(branch).differences == [
        "desk 4: A001 is there, but nobody sits there"
    ]
