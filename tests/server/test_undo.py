"""A desk takes back whatever it did last, unless somebody else has touched it since."""

from dataclasses import replace
from typing import Any

import pytest

from server.domain.branch import Policy
from server.store.store import MAIN_BRANCH
from server.usecases.setup import SetDesk
from tests.server.in_time import BranchInTime, Device

ACTS: dict[str, tuple[tuple[str, ...], str, Any]] = {
    "call": ((), "call", None),
    "recall": (("call",), "recall", None),
    "start": (("call",), "start", None),
    "finish": (("call", "start"), "finish", None),
    "no-show": (("call",), "no-show", None),
    "hold": (("call",), "hold", {"reason": "photo"}),
    "resume": (("call", "hold"), "resume", None),
    "transfer": (("call", "start"), "transfer", {"queue": "passports"}),
    "cancel": ((), "cancel", None),
    "rejoin": (("call", "no-show"), "rejoin", None),
    "note": (("call",), "note", {"text": "needs a chair"}),
}


def seen(desk: Device, ticket: dict[str, Any], branch: BranchInTime) -> Any:
    """Return all that a ticket and its desk are, but for what counts journal rows."""
    with branch.store.reading(MAIN_BRANCH) as view:
        return (
            replace(view.ticket(ticket["id"]), touched=0),
            view.desk(3),
            {queue for queue, waiting in view.waiting().items() if waiting},
        )


@pytest.mark.slow
@pytest.mark.parametrize("act", ACTS)
def test_undo_brings_everything_back(branch: BranchInTime, act: str) -> None:
    way, move, body = ACTS[act]
    desk = branch.console()
    ticket = desk.take()
    for step in way:
        assert desk.move(ticket, step).status_code == 200
        branch.clock.forward(seconds=6)
    before = seen(desk, ticket, branch)
    assert desk.move(ticket, move, body).status_code == 200
    assert seen(desk, ticket, branch) != before
    branch.clock.forward(seconds=3)
    assert desk.get("/desks/3").json["undo"]["ticket"] == "A001"
    assert desk.post("/desks/3/undo").status_code == 200
    assert seen(desk, ticket, branch) == before
    assert branch.rows("undone") == 1
    again = desk.post("/desks/3/undo")
    assert (again.status_code, again.json["type"]) == (409, "nothing-to-undo")


@pytest.mark.parametrize("action", ["pause", "help", "store-next"])
def test_undo_brings_a_desk_back_as_it_was(branch: BranchInTime, action: str) -> None:
    desk = branch.console()
    before = desk.get("/desks/3").json
    if action == "store-next":
        desk.post("/desks/3/call-next", {"store": True})
    else:
        desk.post(f"/desks/3/{action}")
    assert desk.get("/desks/3").json != before
    assert desk.post("/desks/3/undo").json == {**before, "undo": None}


def test_done_and_call_next_is_one_act(branch: BranchInTime) -> None:
    desk = branch.console()
    first, second = desk.take(), desk.take()
    desk.call_next()
    desk.call_next(finish=True)
    desk.post("/desks/3/undo")
    assert (desk.state(first), desk.state(second)) == ("called", "waiting")
    assert desk.get("/desks/3").json["serving"]["label"] == "A001"


def test_undoing_a_call_gives_the_desk_its_turn_back(branch: BranchInTime) -> None:
    desk = branch.console()
    branch.do(SetDesk(number=3, policy=Policy.RATIO, weights=(1, 1)))
    for queue in ("parking", "parking", "passports"):
        desk.take(queue)
    assert desk.call_next()["label"] == "A001"
    desk.post("/desks/3/undo")
    labels = [desk.call_next(finish=True)["label"] for _ in range(3)]
    assert labels == ["A001", "R001", "A002"]


def test_nothing_is_undone_that_another_desk_has_touched(branch: BranchInTime) -> None:
    maria, jose = branch.console(3), branch.console(4, "José")
    ticket = maria.take()
    maria.call_next()
    maria.move(ticket, "hold")
    jose.move(ticket, "call")
    before = branch.rows()
    refused = maria.post("/desks/3/undo")
    assert (refused.status_code, refused.json["type"]) == (409, "nothing-to-undo")
    assert maria.get("/desks/3").json["undo"] is None
    assert (branch.rows(), maria.state(ticket)) == (before, "called")


def test_nothing_is_undone_that_the_customer_has_touched(branch: BranchInTime) -> None:
    desk = branch.console()
    ticket = desk.take()
    desk.call_next()
    desk.customer(ticket, "leave")
    assert desk.post("/desks/3/undo").status_code == 409
    assert desk.state(ticket) == "left"


def test_a_fresh_desk_has_nothing_to_undo(branch: BranchInTime) -> None:
    desk = branch.console()
    assert desk.post("/desks/3/undo").json["type"] == "nothing-to-undo"
