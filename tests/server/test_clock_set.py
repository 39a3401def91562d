"""A server that wakes up days behind or a year ahead, and whose clock is then set: nobody in the hall notices."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from server.store.check import check
from server.store.store import MAIN_BRANCH
from server.usecases.setup import CloseDay, SetBranch
from tests.server.in_time import BranchInTime

JUMPS = [
    timedelta(hours=1),
    timedelta(hours=-1),
    timedelta(days=1),
    timedelta(days=-1),
    timedelta(days=14),
    timedelta(days=-14),
    timedelta(days=365),
    timedelta(days=-365),
]


def today(branch: BranchInTime) -> date:
    return branch.clock.now.date()


def prove(branch: BranchInTime) -> None:
    """Fail unless tables and journal agree and no number was given twice on a day."""
    with branch.store.reading(MAIN_BRANCH) as view:
        assert check(view, branch.store.tokens).differences == []
        tickets = view.all_tickets()
    given = [(t.queue, t.day, t.number) for t in tickets]
    assert len(set(given)) == len(given)
    assert len({(t.day, t.label) for t in tickets}) == len(tickets)


def jump(branch: BranchInTime, by: timedelta) -> None:
    branch.clock.jump(seconds=by.total_seconds())
    branch.look_after()


@pytest.mark.parametrize("by", JUMPS)
def test_a_clock_that_is_set_ends_no_day_and_no_wait(
    branch: BranchInTime, by: timedelta
) -> None:
    desk = branch.console()
    waits, held, served, missed = (desk.take() for _ in range(4))
    branch.clock.forward(minutes=4)
    desk.move(held, "call")
    desk.move(held, "hold")
    desk.move(missed, "call")
    desk.move(missed, "no-show")
    desk.move(served, "call")
    branch.clock.forward(minutes=1)
    jump(branch, by)
    branch.clock.forward(minutes=2)
    assert desk.state(waits) == "waiting"
    assert desk.state(held) == "held"
    assert desk.move(served, "finish").status_code == 200
    assert desk.customer(missed, "rejoin") == "done"
    assert desk.take()["label"] == "A005"
    branch.look_after()
    assert desk.get("/branch").json["day"] == str(today(branch))
    manager = branch.device("manager")
    for asked in ("", f"?date={today(branch)}"):
        report = manager.get(f"/reports/day{asked}").json
        assert (report["taken"], report["served"], report["expired"]) == (5, 1, 0)
        assert report["all"]["wait"]["mean_s"] == 240
        assert report["all"]["service"]["mean_s"] == 180
        # Taken seven minutes ago, by the clock as it is now.
        came = branch.clock.now - timedelta(minutes=7)
        assert [row["name"] for row in report["hours"]] == [f"{came:%H}"]
    prove(branch)


@pytest.mark.parametrize("by", JUMPS)
def test_everybody_keeps_their_place_and_page_and_the_faces_tell_true_times(
    branch: BranchInTime, by: timedelta
) -> None:
    branch.do(SetBranch(settings={"priorities": {"pregnant": 10}}))
    desk = branch.console()
    early = [desk.take() for _ in range(3)]
    branch.clock.forward(minutes=20)
    jump(branch, by)
    late = desk.take()
    urgent = desk.post("/tickets", {"queue": "parking", "priority": "pregnant"}).json
    for ticket in early:
        page = branch.http.get(path_of(ticket))
        assert (page.status_code, ticket["label"] in page.text) == (200, True)
    called = [desk.call_next(finish=True) for _ in range(5)]
    labels = [ticket["label"] for ticket in called]
    # Ten minutes ahead is before whoever came since, not before who has waited twenty.
    assert labels == [*(t["label"] for t in early), urgent["label"], late["label"]]
    for before, after in zip(early, called, strict=False):
        assert path_of(after) == path_of(before)
        taken = datetime.fromisoformat(after["taken_at"])
        assert branch.clock.now - taken == timedelta(minutes=20)
    prove(branch)


def path_of(ticket: dict[str, Any]) -> str:
    return str(ticket["url"]).partition("//")[2].partition("/")[2].join(["/", ""])


def test_a_server_that_begins_with_a_clock_that_is_behind_loses_nobody(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    waits = desk.take()
    branch.clock.forward(minutes=5)
    with branch.switched_off():
        branch.clock.now -= timedelta(days=14)
    assert desk.take()["label"] == "A002"
    branch.clock.forward(minutes=1)
    jump(branch, timedelta(days=14))
    assert desk.state(waits) == "waiting"
    assert desk.take()["label"] == "A003"
    assert desk.get("/branch").json["day"] == str(today(branch))
    prove(branch)


def a_day_begun_a_year_ahead(branch: BranchInTime) -> Any:
    """A branch that gave numbers in the morning, and again after it woke up a year ahead; now its clock is right."""
    desk = branch.console()
    for _ in range(3):
        desk.move(desk.take(), "call")
        desk.post("/desks/3/call-next", {"finish": True})
    with branch.switched_off():
        branch.clock.now += timedelta(days=365)
    assert desk.take()["label"] == "A001"
    branch.clock.forward(minutes=1)
    jump(branch, timedelta(days=-365))
    return desk


def test_a_day_begun_a_year_ahead_ends_as_soon_as_its_last_customer_has_gone(
    branch: BranchInTime,
) -> None:
    desk = a_day_begun_a_year_ahead(branch)
    assert desk.take()["label"] == "A002"
    for _ in range(2):
        assert desk.post("/desks/3/call-next", {"finish": True}).status_code == 200
    desk.post("/desks/3/call-next", {"finish": True})
    branch.look_after()
    assert desk.get("/branch").json["day"] == str(today(branch))
    # The morning's numbers go on.
    assert desk.take()["label"] == "A004"
    prove(branch)


def test_a_day_begun_a_year_ahead_is_ended_by_hand(branch: BranchInTime) -> None:
    desk = a_day_begun_a_year_ahead(branch)
    assert str(branch.do(CloseDay())) == "2027-11-23"
    assert desk.get("/branch").json["day"] == "2026-11-23"
    assert desk.take()["label"] == "A004"
    prove(branch)


def test_time_that_passes_closes_the_day_as_ever_after_the_clock_was_set(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    waits = desk.take()
    jump(branch, timedelta(days=14))
    branch.clock.forward(days=1)
    branch.look_after()
    assert desk.state(waits) == "expired"
    assert desk.take()["label"] == "A001"
    prove(branch)


def test_the_journal_tells_that_the_clock_was_set_and_the_ticket_its_story(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    desk.take()
    jump(branch, timedelta(hours=1))
    desk.take()
    assert branch.rows("clock_set") == 1
    assert branch.rows("ticket_corrected") == 1
    prove(branch)


def test_a_clock_that_is_led_to_the_right_time_is_not_set(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    desk.take()
    branch.clock.forward(minutes=1)
    branch.look_after()
    desk.take()
    assert branch.rows("clock_set") == 0


def test_a_jump_onto_a_day_that_has_numbers_sends_nobody_away(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    jump(branch, timedelta(days=2))
    desk.move(desk.take(), "call")
    desk.post("/desks/3/call-next", {"finish": True})
    jump(branch, timedelta(days=-2))
    branch.do(CloseDay())
    jump(branch, timedelta(days=2))
    desk.move(desk.take(), "call")
    desk.post("/desks/3/call-next", {"finish": True})
    branch.do(CloseDay())
    jump(branch, timedelta(days=-2))
    branch.do(CloseDay())
    waits = desk.take()
    jump(branch, timedelta(days=2))
    branch.clock.jump(days=1)
    jump(branch, timedelta(days=-1))
    assert desk.state(waits) == "waiting"
    assert desk.take()["state"] == "waiting"
    branch.look_after()
    assert desk.state(waits) == "waiting"
    prove(branch)


def test_a_jump_onto_a_day_with_numbers_ends_the_old_one_when_its_last_customer_has_gone(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    desk.move(desk.take(), "cancel")
    branch.clock.forward(days=1)
    desk.move(desk.take(), "cancel")
    with branch.switched_off():
        branch.clock.now -= timedelta(days=1)
    waits = desk.take()
    jump(branch, timedelta(days=1))
    assert desk.state(waits) == "waiting"
    desk.move(waits, "cancel")
    branch.look_after()
    assert desk.get("/branch").json["day"] == str(today(branch))
    prove(branch)
