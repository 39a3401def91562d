"""Priority is given at the kiosk, at the desk, and to whoever waits already; by head start or by ratio."""

from typing import Any

import pytest

from server.usecases.setup import SetBranch
from tests.server.in_time import BranchInTime, Device


def line(console: Device, *tickets: dict[str, Any]) -> list[str]:
    """Return the labels in the order in which a desk calls them."""
    return [console.call_next(finish=True)["label"] for _ in tickets]


@pytest.fixture
def desk(branch: BranchInTime) -> Device:
    """Maria at desk 3."""
    return branch.console()


def test_a_kiosk_gives_priority_where_the_branch_lets_it(
    branch: BranchInTime, desk: Device
) -> None:
    kiosk = branch.device("kiosk")
    wish = {"queue": "parking", "priority": "elderly"}
    assert kiosk.post("/tickets", wish).status_code == 403
    branch.do(SetBranch(settings={"priority_roles": ["kiosk", "console"]}))
    told = kiosk.get("/branch").json
    assert (told["priorities"], told["priority_by"]) == (
        ["elderly", "child"],
        ["kiosk", "console"],
    )
    first = kiosk.take()
    branch.clock.forward(minutes=10)
    favoured = kiosk.take(priority="elderly")
    assert line(desk, first, favoured) == ["A002", "A001"]


def test_a_priority_is_called_as_the_customer_reads_it(branch: BranchInTime) -> None:
    words = {"elderly": {"en": "Standing is hard for me", "de": "Stehen fällt schwer"}}
    branch.do(SetBranch(priority_words=words))
    assert branch.device("kiosk").get("/branch").json["priority_names"] == words
    branch.do(SetBranch(settings={"priorities": {"child": 5}}))
    assert branch.device("kiosk").get("/branch").json["priority_names"] == {}


def test_a_waiting_ticket_is_given_priority_as_if_it_had_been_taken_so(
    branch: BranchInTime, desk: Device
) -> None:
    first, second, third = (desk.take() for _ in range(3))
    given = desk.move(third, "priority", {"priority": "elderly"})
    assert (given.json["priority"], given.json["ahead"]) == ("elderly", 0)
    assert line(desk, first, second, third) == ["A003", "A001", "A002"]


def test_priority_is_taken_away_and_undone(branch: BranchInTime, desk: Device) -> None:
    desk.take()
    second = desk.take(priority="elderly")
    without = desk.move(second, "priority")
    assert (without.json["priority"], without.json["ahead"]) == (None, 1)
    assert desk.post("/desks/3/undo").status_code == 200
    found = desk.get("/tickets?label=A002").json[0]
    assert (found["priority"], found["ahead"]) == ("elderly", 0)


@pytest.mark.parametrize(
    ("priority", "status"), [("nobility", 422), ("elderly", 403), (None, 200)]
)
def test_a_priority_that_may_not_be_given_changes_nothing(
    branch: BranchInTime, desk: Device, priority: str | None, status: int
) -> None:
    branch.do(SetBranch(settings={"priority_roles": []}))
    ticket = desk.take()
    before = branch.rows()
    answer = desk.move(ticket, "priority", {"priority": priority})
    assert answer.status_code == status
    assert branch.rows() == before


def test_by_a_ratio_two_with_priority_go_before_one_without(
    branch: BranchInTime, desk: Device
) -> None:
    branch.do(SetBranch(settings={"priority_ratio": "2:1"}))
    ordinary = [desk.take() for _ in range(3)]
    favoured = [desk.take(priority="child") for _ in range(4)]
    ahead = desk.get(f"/tickets?label={favoured[3]['label']}").json[0]["ahead"]
    assert ahead == 4, "what the phone is told is the order of the calls"
    assert line(desk, *ordinary, *favoured) == [
        "A004", "A005", "A001", "A006", "A007", "A002", "A003",
    ]  # fmt: skip


def test_by_a_ratio_nobody_starves_who_waits_while_priority_keeps_coming(
    branch: BranchInTime, desk: Device
) -> None:
    branch.do(SetBranch(settings={"priority_ratio": "2:1"}))
    desk.take()
    called = []
    for _ in range(4):
        desk.take(priority="elderly")
        called.append(desk.call_next(finish=True)["label"])
    assert called == ["A002", "A003", "A001", "A004"]


def test_a_ratio_survives_a_restart(branch: BranchInTime, desk: Device) -> None:
    branch.do(SetBranch(settings={"priority_ratio": "2:1"}))
    desk.take()
    for _ in range(2):
        desk.take(priority="elderly")
        desk.call_next(finish=True)
    with branch.stopped():
        pass
    desk.take(priority="elderly")
    assert desk.call_next(finish=True)["label"] == "A001"


def test_priority_by_ratio_moves_a_waiting_ticket_never_back(
    branch: BranchInTime, desk: Device
) -> None:
    branch.do(SetBranch(settings={"priority_ratio": "1:1"}))
    tickets = [desk.take() for _ in range(3)]
    assert desk.move(tickets[0], "priority", {"priority": "child"}).json["ahead"] == 0
    moved = desk.move(tickets[2], "priority", {"priority": "child"})
    assert moved.json["ahead"] == 2
    back = desk.move(tickets[2], "priority")
    assert back.json["ahead"] == 2
