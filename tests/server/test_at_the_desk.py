"""A day at the desk: transfers, holds, walk-ins, breaks, priorities, paper, and whom the desk calls."""

import pytest

from server.domain.branch import Policy
from server.usecases.setup import AddDesk, SetBranch, SetDesk
from tests.server.in_time import BranchInTime

pytestmark = pytest.mark.slow


def test_a_transfer_to_a_desk_is_for_that_desk_alone(branch: BranchInTime) -> None:
    maria, jose = branch.console(3), branch.console(4, "José")
    ticket, other = maria.take(), maria.take()
    sent = maria.move(ticket, "transfer", {"desk": 4}).json
    assert (sent["for_desk"], sent["queue"]) == (4, "parking")
    assert maria.call_next(3)["label"] == other["label"]
    assert jose.call_next(4)["label"] == ticket["label"]


def test_a_transfer_keeps_the_moment_of_taking_unless_to_the_end(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    first, second = desk.take(), desk.take()
    branch.clock.forward(minutes=1)
    desk.take("passports")
    branch.clock.forward(minutes=1)
    to_passports = {"queue": "passports"}
    assert desk.move(first, "transfer", to_passports).json["ahead"] == 0
    to_end = {**to_passports, "to_end": True}
    assert desk.move(second, "transfer", to_end).json["ahead"] == 2


def test_a_transfer_says_where_to(branch: BranchInTime) -> None:
    desk = branch.console()
    ticket = desk.take()
    for body, problem in (
        ({}, (422, "invalid")),
        ({"queue": "nowhere"}, (404, "unknown-queue")),
        ({"desk": 99}, (404, "unknown-desk")),
    ):
        refused = desk.move(ticket, "transfer", body)
        assert (refused.status_code, refused.json["type"]) == problem


def test_a_manager_transfers_and_cancels_from_wherever(branch: BranchInTime) -> None:
    desk, manager = branch.console(), branch.device("manager")
    ticket, other = desk.take(), desk.take()
    desk.move(ticket, "call")
    assert manager.move(ticket, "transfer", {"queue": "passports"}).status_code == 200
    assert manager.move(other, "cancel").json["state"] == "left"
    assert desk.get("/desks/3").json["serving"] is None
    assert manager.move(ticket, "finish").status_code == 403


def test_another_desk_may_resume_or_call_who_is_held(branch: BranchInTime) -> None:
    maria, jose = branch.console(3), branch.console(4, "José")
    ticket = maria.take()
    maria.call_next()
    held = maria.move(ticket, "hold", {"reason": "photo booth"}).json
    assert held["hold_reason"] == "photo booth"
    assert jose.move(ticket, "call").json["desk"] == 4


def test_a_walk_in_is_called_at_once_and_undone_into_nothing(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    waiting, first = desk.take(), desk.take(call=True)
    assert (first["state"], first["desk"]) == ("called", 3)
    refused = desk.post("/tickets", {"queue": "parking", "call": True})
    assert (refused.status_code, refused.json["type"]) == (409, "still-serving")
    second = desk.take(call=True, finish=True)
    assert desk.state(first) == "done"
    assert desk.post("/desks/3/undo").status_code == 200
    assert (desk.state(first), desk.state(second)) == ("called", "left")
    assert desk.state(waiting) == "waiting"
    kiosk = branch.device("kiosk")
    no_desk = kiosk.post("/tickets", {"queue": "parking", "call": True})
    assert (no_desk.status_code, no_desk.json["type"]) == (409, "not-signed-in")


def test_a_free_desk_is_given_the_next_arrival(branch: BranchInTime) -> None:
    maria, jose = branch.console(3), branch.console(4, "José")
    kiosk = branch.device("kiosk")
    for desk, number in ((jose, 4), (maria, 3)):
        answer = desk.post(f"/desks/{number}/call-next", {"store": True})
        assert answer.status_code == 204
        branch.clock.forward(seconds=1)
    first, second = kiosk.take(), kiosk.take()
    assert (first["state"], first["desk"]) == ("called", 4), "who asked first"
    assert (second["state"], second["desk"]) == ("called", 3)
    assert kiosk.take()["state"] == "waiting"


def test_a_desk_withdraws_its_wish_for_the_next_arrival(branch: BranchInTime) -> None:
    desk = branch.console()
    for store, wished in ((True, True), (None, True), (False, False)):
        assert desk.post("/desks/3/call-next", {"store": store}).status_code == 204
        assert (desk.get("/desks/3").json["stored_since"] is not None) == wished
    assert desk.take()["state"] == "waiting"


def test_a_desk_on_a_break_calls_nobody(branch: BranchInTime) -> None:
    desk = branch.console()
    desk.post("/desks/3/call-next", {"store": True})
    body = {"reason": "lunch", "until": "2026-11-23T09:30:00Z"}
    paused = desk.post("/desks/3/pause", body).json
    assert (paused["state"], paused["reason"]) == ("paused", "lunch")
    assert paused["back_at"] == "2026-11-23T09:30:00Z"
    assert desk.take()["state"] == "waiting"
    refused = desk.post("/desks/3/call-next")
    assert (refused.status_code, refused.json["type"]) == (409, "desk-paused")
    assert desk.post("/desks/3/open").json["state"] == "open"
    assert desk.call_next()["label"] == "A001"


def test_a_priority_is_a_head_start_that_only_some_may_give(
    branch: BranchInTime,
) -> None:
    desk, kiosk = branch.console(), branch.device("kiosk")
    branch.do(SetBranch(settings={"priorities": {"elderly": 15}}))
    desk.take()
    branch.clock.forward(minutes=10)
    desk.take()
    elderly = desk.take(priority="elderly")
    assert (elderly["priority"], elderly["ahead"]) == ("elderly", 0)
    branch.clock.forward(minutes=11)
    assert desk.take(priority="elderly")["ahead"] == 2, "nobody starves"
    refused = kiosk.post("/tickets", {"queue": "parking", "priority": "elderly"})
    assert (refused.status_code, refused.json["type"]) == (403, "priority-not-allowed")
    branch.do(SetBranch(settings={"priority_roles": ["kiosk", "console"]}))
    assert kiosk.take(priority="elderly")["priority"] == "elderly"
    unknown = desk.post("/tickets", {"queue": "parking", "priority": "king"})
    assert (unknown.status_code, unknown.json["field"]) == (422, "priority")


def test_paper_is_pending_until_the_kiosk_says_what_became_of_it(
    branch: BranchInTime,
) -> None:
    kiosk = branch.device("kiosk")
    ticket = kiosk.take(will_print=True)
    assert ticket["print"] == "pending"
    body = {"outcome": "failed", "reason": "no paper"}
    assert kiosk.move(ticket, "print", body).json["print"] == "failed"
    again = kiosk.move(ticket, "print", {"outcome": "printed"}).json
    assert (again["print"], again["label"]) == ("printed", ticket["label"])
    assert kiosk.take()["print"] is None


def test_a_desk_serves_its_queues_by_its_policy(branch: BranchInTime) -> None:
    desk = branch.console()
    for _ in range(4):
        desk.take("passports")
    for _ in range(4):
        branch.clock.forward(seconds=1)
        desk.take("parking")

    def called() -> str:
        return "".join(desk.call_next(finish=True)["label"][0] for _ in range(3))

    assert called() == "RRR", "oldest first"
    branch.do(SetDesk(number=3, policy=Policy.RATIO, weights=(2, 1)))
    assert called() == "AAR"
    branch.do(AddDesk(number=9, queues=("passports",)))
    branch.do(SetDesk(number=3, policy=Policy.STRICT))
    for _ in range(2):
        desk.take("passports")
    assert called() == "AAR"


def test_a_servicer_whose_pc_broke_signs_in_at_another_one(
    branch: BranchInTime,
) -> None:
    broken = branch.console()
    ticket = broken.take()
    broken.call_next()
    spare = branch.console()
    assert spare.get("/desks/3").json["serving"]["label"] == "A001"
    refused = broken.move(ticket, "finish")
    assert (refused.status_code, refused.json["type"]) == (409, "not-signed-in")
    assert spare.move(ticket, "finish").json["state"] == "done"


def test_a_servicer_serves_to_the_end_before_signing_out(branch: BranchInTime) -> None:
    desk = branch.console()
    desk.take(call=True)
    refused = desk.post("/desks/3/sign-out")
    assert (refused.status_code, refused.json["type"]) == (409, "still-serving")
    assert desk.post("/desks/3/call-next", {"finish": True}).status_code == 204
    assert desk.post("/desks/3/sign-out").json["state"] == "closed"
