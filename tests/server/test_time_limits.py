"""What may be done for so long only: to the very second."""

from uuid import uuid4

import pytest

from tests.server.in_time import BranchInTime


@pytest.mark.parametrize(("seconds", "status"), [(4.9, 429), (5, 200)])
def test_a_recall_comes_five_seconds_after_the_call(
    branch: BranchInTime, seconds: float, status: int
) -> None:
    desk = branch.console()
    desk.take()
    ticket = desk.call_next()
    branch.clock.forward(seconds=seconds)
    answer = desk.move(ticket, "recall")
    assert answer.status_code == status
    assert desk.move(ticket, "recall").status_code == 429
    if status == 429:
        assert (answer.json["type"], answer.headers["Retry-After"]) == (
            "recalled-too-soon",
            "1",
        )


@pytest.mark.parametrize(("seconds", "status"), [(10, 200), (10.1, 409)])
def test_a_desk_undoes_within_ten_seconds(
    branch: BranchInTime, seconds: float, status: int
) -> None:
    desk = branch.console()
    ticket = desk.take()
    desk.call_next()
    branch.clock.forward(seconds=seconds)
    offered = desk.get("/desks/3").json["undo"] is not None
    answer = desk.post("/desks/3/undo")
    assert (offered, answer.status_code) == (status == 200, status)
    assert desk.state(ticket) == ("waiting" if status == 200 else "called")


@pytest.mark.parametrize(("seconds", "back"), [(30, True), (31, False)])
def test_a_customer_who_left_returns_within_thirty_seconds_to_the_old_place(
    branch: BranchInTime, seconds: int, back: bool
) -> None:
    desk = branch.console()
    first, _ = desk.take(), desk.take()
    assert desk.customer(first, "leave") == "done"
    branch.clock.forward(seconds=seconds)
    assert desk.customer(first, "return") == ("done" if back else "TooLate")
    assert desk.state(first) == ("waiting" if back else "left")
    assert desk.call_next()["label"] == ("A001" if back else "A002")


def test_nobody_returns_whom_staff_took_out(branch: BranchInTime) -> None:
    desk = branch.console()
    ticket = desk.take()
    desk.move(ticket, "cancel")
    assert desk.customer(ticket, "return") == "TooLate"


@pytest.mark.parametrize(("minutes", "status"), [(10, 200), (10.1, 409)])
def test_a_missed_ticket_rejoins_within_ten_minutes_behind_two_others(
    branch: BranchInTime, minutes: float, status: int
) -> None:
    desk = branch.console()
    missed = desk.take()
    for _ in range(4):
        desk.take()
    desk.call_next()
    desk.move(missed, "no-show")
    branch.clock.forward(minutes=minutes)
    answer = desk.move(missed, "rejoin")
    assert answer.status_code == status
    if status == 200:
        assert answer.json["ahead"] == 2
        called = [desk.call_next(finish=True)["label"] for _ in range(3)]
        assert called == ["A002", "A003", "A001"]
    else:
        assert answer.json["type"] == "too-late"


def test_a_ticket_lets_others_go_first_three_times(branch: BranchInTime) -> None:
    desk = branch.console()
    ticket = desk.take()
    for _ in range(5):
        desk.take()
    answers = [desk.customer(ticket, "postpone") for _ in range(4)]
    assert answers == ["done", "done", "done", "TooManyPostponements"]
    called = [desk.call_next(finish=True)["label"] for _ in range(4)]
    assert called == ["A002", "A003", "A004", "A001"]


def test_an_answer_is_kept_for_forty_eight_hours(branch: BranchInTime) -> None:
    kiosk = branch.device("kiosk")
    key, body = str(uuid4()), {"queue": "parking"}
    first = kiosk.post("/tickets", body, key=key).json
    branch.clock.forward(hours=48)
    branch.look_after(forget=True)
    assert kiosk.post("/tickets", body, key=key).json == first
    branch.clock.forward(seconds=1)
    kiosk.take()
    branch.look_after(forget=True)
    assert kiosk.post("/tickets", body, key=key).json["id"] != first["id"]


def test_a_clock_a_year_ahead_makes_no_answer_old(branch: BranchInTime) -> None:
    kiosk = branch.device("kiosk")
    key, body = str(uuid4()), {"queue": "parking"}
    first = kiosk.post("/tickets", body, key=key).json
    with branch.switched_off():
        branch.clock.forward(days=365)
    branch.look_after(forget=True)
    assert kiosk.post("/tickets", body, key=key).json == first


def test_wrong_pins_lock_for_five_minutes_and_then_for_ten(
    branch: BranchInTime,
) -> None:
    console = branch.device("console")
    wrong, right = ({"servicer": "Maria", "pin": pin} for pin in ("0000", "482913"))
    for _ in range(5):
        assert console.post("/desks/3/sign-in", wrong).status_code == 401
    assert console.post("/desks/3/sign-in", right).status_code == 423
    branch.clock.forward(minutes=5)
    assert console.post("/desks/3/sign-in", wrong).status_code == 401
    branch.clock.forward(minutes=9)
    assert console.post("/desks/3/sign-in", right).status_code == 423
    branch.clock.forward(minutes=1)
    assert console.post("/desks/3/sign-in", right).status_code == 200
