"""A server that wakes up days behind or a year ahead, and whose clock is then set: nobody in the hall notices."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from server.domain.events import SYSTEM
from server.domain.ticket import Ticket
from server.store import tables
from server.store.check import check
from server.store.past import last_by
from server.store.store import MAIN_BRANCH
from server.usecases.setup import CloseDay, SetBranch
from server.usecases.steps.giving import TakeNumber
from server.usecases.take_number import take_number
from tests.database import opened
from tests.server.in_time import BranchInTime

pytestmark = pytest.mark.slow

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


def serve(desk: Any, *tickets: dict[str, Any]) -> None:
    """Let each of them be called and served."""
    for ticket in tickets:
        assert desk.move(ticket, "call").status_code == 200
        assert desk.move(ticket, "finish").status_code == 200


def counts(branch: BranchInTime, day: date) -> tuple[int, int, int]:
    """Return how many took a number that day, were served, and were sent away."""
    report = branch.device("manager").get(f"/reports/day?date={day}").json
    return report["taken"], report["served"], report["expired"]


A_NIGHT = timedelta(hours=14)


def off_for_a_night_without_a_clock(branch: BranchInTime) -> None:
    """The machine is off until morning and wakes up with the evening's time; then it is told what time it is."""
    with branch.switched_off():
        branch.clock.forward(seconds=20)
    branch.clock.forward(minutes=2)


def test_whom_yesterday_served_stays_in_yesterdays_report(
    branch: BranchInTime,
) -> None:
    desk, evening = branch.console(), today(branch)
    branch.clock.forward(hours=9)
    serve(desk, *(desk.take() for _ in range(3)))
    off_for_a_night_without_a_clock(branch)
    jump(branch, A_NIGHT)
    assert counts(branch, evening) == (3, 3, 0)
    assert desk.take()["label"] == "A001"
    assert counts(branch, today(branch)) == (1, 0, 0)
    assert today(branch) == evening + timedelta(days=1)
    prove(branch)


def test_who_was_served_since_the_machine_woke_up_is_in_todays_report_and_who_waits_stays(
    branch: BranchInTime,
) -> None:
    desk, evening = branch.console(), today(branch)
    branch.clock.forward(hours=9)
    serve(desk, *(desk.take() for _ in range(3)))
    overnight = [desk.take() for _ in range(2)]
    off_for_a_night_without_a_clock(branch)
    serve(desk, overnight[0])
    early = desk.take()
    jump(branch, A_NIGHT)
    assert [desk.state(ticket) for ticket in (overnight[1], early)] == ["waiting"] * 2
    assert desk.take()["label"] == "A007"
    assert desk.take("passports")["label"] == "R001"
    serve(desk, overnight[1], early)
    assert counts(branch, evening) == (3, 3, 0)
    assert counts(branch, today(branch)) == (5, 3, 0)
    prove(branch)


@pytest.mark.parametrize("by", JUMPS)
def test_a_clock_that_is_set_in_the_servers_first_second_sends_nobody_away(
    branch: BranchInTime, by: timedelta
) -> None:
    desk = branch.console()
    waits = desk.take()
    with branch.switched_off():
        branch.clock.now -= timedelta(days=3)
    jump(branch, by)
    assert desk.state(waits) == "waiting"
    assert desk.take()["label"] == "A002"
    assert desk.get("/branch").json["day"] == str(today(branch))
    prove(branch)


def test_a_day_goes_on_through_a_jump_there_and_back(branch: BranchInTime) -> None:
    desk, day = branch.console(), today(branch)
    serve(desk, *(desk.take() for _ in range(3)))
    with branch.switched_off():
        branch.clock.forward(minutes=5)
    waits = desk.take()
    for by in (timedelta(days=1), timedelta(days=-1)) * 2:
        jump(branch, by)
        assert desk.state(waits) == "waiting"
        assert desk.get("/branch").json["day"] == str(today(branch))
    assert counts(branch, day) == (4, 3, 0)
    assert counts(branch, day + timedelta(days=1)) == (0, 0, 0)
    assert desk.take()["label"] == "A005"
    prove(branch)


def a_day_begun_a_day_ahead(branch: BranchInTime) -> Any:
    """A branch that gave numbers in the morning, and again after it woke up a day ahead; now its clock is right."""
    desk = branch.console()
    serve(desk, *(desk.take() for _ in range(3)))
    with branch.switched_off():
        branch.clock.now += timedelta(days=1)
    assert [desk.take()["label"] for _ in range(2)] == ["A001", "A002"]
    branch.clock.forward(minutes=1)
    jump(branch, timedelta(days=-1))
    return desk


def test_a_day_begun_a_day_ahead_ends_as_soon_as_its_last_customer_has_gone(
    branch: BranchInTime,
) -> None:
    desk = a_day_begun_a_day_ahead(branch)
    assert desk.take()["label"] == "A003"
    for _ in range(4):
        desk.post("/desks/3/call-next", {"finish": True})
    branch.look_after()
    assert desk.get("/branch").json["day"] == str(today(branch))
    waits = desk.take()
    assert waits["label"] == "A004"
    prove(branch)
    branch.clock.forward(days=1)
    branch.look_after()
    assert desk.state(waits) == "expired"
    # A wrong clock gave three numbers of this day before it came.
    assert desk.take()["label"] == "A004"
    assert desk.get("/branch").json["day"] == str(today(branch))
    prove(branch)


def test_a_day_begun_a_day_ahead_is_ended_by_hand_and_never_twice(
    branch: BranchInTime,
) -> None:
    desk = a_day_begun_a_day_ahead(branch)
    assert str(branch.do(CloseDay())) == "2026-11-24"
    assert desk.get("/branch").json["day"] == "2026-11-23"
    assert desk.take()["label"] == "A004"
    assert str(branch.do(CloseDay())) == "2026-11-23"
    assert branch.do(CloseDay()) is None
    prove(branch)


def test_a_real_night_closes_a_day_that_was_begun_a_day_ahead_though_somebody_waits(
    branch: BranchInTime,
) -> None:
    desk = a_day_begun_a_day_ahead(branch)
    waits = desk.take()
    branch.clock.forward(days=1)
    branch.look_after()
    assert desk.state(waits) == "expired"
    assert desk.get("/branch").json["day"] == str(today(branch))
    assert desk.take()["label"] == "A004"
    prove(branch)


@pytest.mark.parametrize("by", JUMPS)
def test_a_day_that_was_closed_early_stays_so_when_the_clock_is_set(
    branch: BranchInTime, by: timedelta
) -> None:
    desk = branch.console()
    branch.clock.forward(hours=9)
    serve(desk, desk.take())
    branch.do(CloseDay())
    waits = desk.take()
    jump(branch, by)
    assert desk.state(waits) == "waiting"
    assert branch.do(CloseDay()) is None
    branch.clock.forward(days=1)
    branch.look_after()
    assert desk.state(waits) == "waiting"
    branch.clock.forward(days=1)
    branch.look_after()
    assert desk.state(waits) == "expired"
    prove(branch)


@pytest.mark.parametrize("by", JUMPS)
def test_a_clock_that_is_set_while_the_server_is_stopped_sends_nobody_away(
    branch: BranchInTime, by: timedelta
) -> None:
    desk = branch.console()
    waits, called = desk.take(), desk.take()
    desk.move(called, "call")
    branch.clock.forward(minutes=2)
    with branch.stopped():
        branch.clock.jump(seconds=by.total_seconds())
        branch.clock.forward(minutes=1)
    branch.look_after()
    assert desk.state(waits) == "waiting"
    assert desk.move(called, "finish").status_code == 200
    assert desk.take()["label"] == "A003"
    assert desk.get("/branch").json["day"] == str(today(branch))
    report = branch.device("manager").get("/reports/day").json
    assert (report["taken"], report["served"]) == (3, 1)
    assert report["all"]["service"]["mean_s"] == 180
    prove(branch)


@pytest.mark.parametrize("by", JUMPS)
def test_a_night_in_which_the_server_was_stopped_closes_the_day_though_the_clock_was_set(
    branch: BranchInTime, by: timedelta
) -> None:
    desk = branch.console()
    serve(desk, desk.take())
    waits = desk.take()
    with branch.stopped():
        branch.clock.jump(seconds=by.total_seconds())
        branch.clock.forward(days=1)
    branch.look_after()
    assert desk.state(waits) == "expired"
    assert counts(branch, today(branch) - timedelta(days=1)) == (2, 1, 1)
    assert desk.take()["label"] == "A001"
    assert desk.get("/branch").json["day"] == str(today(branch))
    prove(branch)


SECOND = """
INSERT INTO branch (id, slug, settings, last_seq, last_moment, day, stands_for)
  SELECT 2, 'second', settings, last_seq, last_moment, day, stands_for FROM branch;
INSERT INTO journal (branch_id, seq, at, act, kind, ticket, device, desk, servicer, manager, body)
  SELECT 2, seq, at, act, kind, ticket, device, desk, servicer, manager, body FROM journal;
INSERT INTO queue SELECT 2, slug, letter, names, ordinal, settings, removed, NULL FROM queue;
"""


def test_each_branch_is_put_right_once_whichever_of_them_does_anything(
    branch: BranchInTime,
) -> None:
    with branch.stopped(), opened(branch.directory / "queue.db") as database:
        database.executescript(SECOND)

    def take(of: int) -> Ticket:
        wanted = TakeNumber(queue="parking")
        return branch.store.write(of, SYSTEM, lambda s: take_number(s, wanted))

    both = [MAIN_BRANCH, 2]
    first = [take(of) for of in both]
    jump(branch, timedelta(days=1))
    with branch.stopped():
        branch.clock.jump(days=14)
    # Only one of them has anybody come; the other is asked for later.
    assert take(2).label == "A002"
    jump(branch, timedelta(days=-1))
    assert take(MAIN_BRANCH).label == "A002"
    for of, ticket in zip(both, first, strict=True):
        with branch.store.reading(of) as view:
            assert view.branch.day == today(branch)
            assert view.ticket(ticket.id).corrected == timedelta(days=14)
            assert len(view.open_tickets()) == 2


def change(branch: BranchInTime, statement: str, values: list[Any]) -> None:
    """Change a row as a disk does that goes bad."""
    with opened(branch.directory / "queue.db") as database:
        assert database.execute(statement, values).rowcount == 1


def test_a_ticket_that_cannot_be_read_keeps_nobody_else_from_being_put_right(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    served, called, waits = (desk.take() for _ in range(3))
    serve(desk, served)
    desk.move(called, "call")
    change(branch, "UPDATE ticket SET label = 'A00q' WHERE id = ?", [served["id"]])
    jump(branch, timedelta(days=1))
    assert desk.state(waits) == "waiting"
    assert desk.move(called, "finish").status_code == 200
    assert desk.take()["label"] == "A004"
    assert desk.get("/branch").json["day"] == str(today(branch))
    branch.clock.forward(days=1)
    branch.look_after()
    assert desk.state(waits) == "expired"


def test_no_day_ends_while_the_branch_cannot_be_put_right(
    branch: BranchInTime,
) -> None:
    desk = branch.console()
    waits = desk.take()
    tomorrow = today(branch) + timedelta(days=1)
    flipped = ["parking", str(tomorrow), b"flipped"]
    columns = "branch_id, queue, day, last_number, waiting, digest"
    change(
        branch, f"INSERT INTO counter ({columns}) VALUES (1, ?, ?, 0, 0, ?)", flipped
    )
    jump(branch, timedelta(days=1))
    assert desk.state(waits) == "waiting"
    assert desk.take()["label"] == "A002"
    branch.look_after()
    change(branch, "DELETE FROM counter WHERE digest = ?", flipped[-1:])
    branch.look_after()
    assert desk.state(waits) == "waiting"
    assert desk.take()["label"] == "A003"
    assert desk.get("/branch").json["day"] == str(tomorrow)
    prove(branch)


def test_undoing_stops_at_a_clock_that_was_set(branch: BranchInTime) -> None:
    desk = branch.console()
    branch.clock.now = branch.clock.now.replace(hour=3, minute=59, second=55)
    branch.clock.forward(days=1)
    ticket = desk.take()
    desk.move(ticket, "call")
    jump(branch, timedelta(seconds=8))
    undone = desk.post("/desks/3/undo")
    assert undone.status_code == 409
    prove(branch)


def test_the_row_by_a_moment_is_found_though_the_clock_was_set_back_and_forth(
    branch: BranchInTime,
) -> None:
    kiosk = branch.device("kiosk")
    for minutes in (0, 7, -200, 3, 90, -1, -5, 600, -45):
        branch.clock.jump(minutes=minutes)
        branch.look_after()
        for seconds in (0, 40, -1.5, 0, 70):
            # A clock that is led bit by bit may go back a little, too.
            branch.clock.turn(seconds)
            kiosk.take()
    with branch.store.reading(MAIN_BRANCH) as view:
        row = tables.journal.c
        rows = view.connection.execute(sa.select(row.seq, row.at)).all()
        assert branch.rows("clock_set") == 8
        moments = [
            each.at + timedelta(seconds=by) for each in rows for by in (-1, 0, 1)
        ]
        found = [last_by(view, moment) for moment in moments]
    assert found == [
        max((each.seq for each in rows if each.at <= moment), default=0)
        for moment in moments
    ]
