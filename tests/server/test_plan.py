"""A plan for next week, from days that were served over HTTP: the page, its CSV and the command line tell the same numbers."""

import csv
import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from server.cli import main
from server.usecases.setup import AddQueue, SetBranch
from tests.clock import FakeClock
from tests.server.in_time import MONDAY_NINE, BranchInTime
from tests.server.managers import Manager

WEEK = {str(day): [["09:00:00", "11:00:00"]] for day in range(5)}


@pytest.fixture(scope="module")
def after_monday(
    branch_in_time: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BranchInTime]:
    """Tuesday, after a Monday on which twelve came from nine to ten, one of whom left, to the one desk, five minutes each."""
    directory = tmp_path_factory.mktemp("planned") / "data"
    shutil.copytree(branch_in_time, directory)
    branch = BranchInTime(directory, FakeClock(MONDAY_NINE))
    branch.do(SetBranch(settings={"hours": {"week": WEEK}, "target_minutes": 5}))
    desk = branch.console()
    tickets = [desk.take() for _ in range(12)]
    branch.clock.forward(seconds=300)
    desk.customer(tickets.pop(), "leave")
    for _ in tickets:
        called = desk.call_next()
        branch.clock.forward(seconds=300)
        desk.move(called, "finish")
    desk.post("/desks/3/sign-out", {})
    branch.clock.forward(seconds=timedelta(days=1).total_seconds())
    branch.look_after()
    yield branch
    branch.close()


def told(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def typed(branch: BranchInTime, *arguments: str) -> str:
    found = CliRunner().invoke(
        main, ["--data-dir", str(branch.directory), "plan", *arguments]
    )
    assert found.exit_code == 0, found.output
    return found.output


def test_page_csv_and_command_tell_the_same(after_monday: BranchInTime) -> None:
    browser = Manager(after_monday, "viewer", "vera")
    answer = browser.get("/analytics/plan?week=2026-W49&format=csv")
    assert answer.mimetype == "text/csv"
    rows = told(answer.text)
    assert [(row["day"], row["hour"]) for row in rows] == [("2026-11-30", "09"), ("2026-11-30", "10")]  # fmt: skip
    nine, ten = rows
    assert (nine["per_hour"], nine["weekdays"], nine["usually"]) == ("12.0", "1", "1")
    assert int(nine["desks"]) >= 2
    assert int(nine["in_time_of_100"]) >= 80 > int(nine["in_time_usually_of_100"])
    assert (ten["per_hour"], ten["desks"], ten["in_time_of_100"]) == ("0.0", "1", "100")

    page = browser.get("/analytics/plan").text
    assert f"Next week Monday from 9 to 10 needs {nine['desks']} desks; usually 1 is open." in page  # fmt: skip
    assert "Known from 1 such weekday only: Mon 30 Nov." in page
    in_time = re.findall(r">(\d+) of 100<", page)
    assert in_time[:2] == [nine["in_time_of_100"], nine["in_time_usually_of_100"]]

    with after_monday.stopped():
        said = typed(after_monday, "--week", "2026-W49")
        assert told(typed(after_monday, "--week", "2026-W49", "--csv")) == rows
    assert f"Monday from 9 to 10 needs {nine['desks']} desks for Parking permits, Passports; usually 1 is open." in said  # fmt: skip
    assert f"{nine['desks']} (1) {nine['in_time_of_100']}%" in said
    assert "Monday: known from 1 such day only." in said
    assert "Tuesday: nothing is known of it yet." in said


def test_a_week_that_cannot_be_planned_is_said_so(after_monday: BranchInTime) -> None:
    browser = Manager(after_monday, "viewer", "vera")
    for week, said in (
        ("2026-W99", "“2026-W99” is not a week like 2026-W49."),
        ("tomorrow", "“tomorrow” is not a week like 2026-W49."),
        ("2026-W55-W1", "is not a week like 2026-W49."),
        ("0001-W01", "Weeks are planned from 2026-W48 to 2027-W04."),
        ("9999-W52", "Weeks are planned from 2026-W48 to 2027-W04."),
    ):
        page = browser.get("/analytics/plan", query_string={"week": week})
        assert page.status_code == 422, week
        assert said in page.text, week
        assert "Next week Monday" in page.text, week
        with after_monday.stopped():
            told = CliRunner().invoke(main, ["--data-dir", str(after_monday.directory), "plan", "--week", week])  # fmt: skip
        assert (told.exit_code, said in told.output) == (1, True), told.output
    assert "Next week Monday" in browser.get("/analytics/plan?week=").text
    assert "Mon 7 Dec from 9 to 10" in browser.get("/analytics/plan?week=2026-W50").text  # fmt: skip
    assert browser.get("/analytics/plan?week=2026-W48").status_code == 200
    last = browser.get("/analytics/plan?week=2027-W04")
    assert (last.status_code, "week=2027-W05" in last.text) == (200, False)


def test_a_day_that_is_closed_is_not_planned(after_monday: BranchInTime) -> None:
    days = {"week": WEEK, "exceptions": {"2026-11-30": []}}
    after_monday.do(SetBranch(settings={"hours": days}))
    page = Manager(after_monday).get("/analytics/plan").text
    assert "Nothing is known yet from which a week could be planned." in page
    after_monday.do(SetBranch(settings={"hours": {"week": WEEK}}))


def test_a_branch_without_hours_is_planned_when_people_come_also_with_a_holiday(after_monday: BranchInTime) -> None:  # fmt: skip
    after_monday.do(SetBranch(settings={"hours": {"exceptions": {"2026-12-25": []}}}))
    browser = Manager(after_monday, "viewer", "vera")
    rows = told(browser.get("/analytics/plan?week=2026-W49&format=csv").text)
    assert [(row["day"], row["hour"]) for row in rows] == [("2026-11-30", "09")]
    page = browser.get("/analytics/plan?week=2026-W49").text
    assert page.count('<th scope="row">') == 2, "an hour in the table, and its figures"
    assert "Nobody has come on such a day so far" not in page
    with after_monday.stopped():
        assert "nothing is known" not in typed(after_monday, "--week", "2026-W49").lower()  # fmt: skip
    after_monday.do(SetBranch(settings={"hours": {"week": WEEK}}))


def test_where_nothing_was_the_page_and_the_command_say_so(branch: BranchInTime) -> None:  # fmt: skip
    branch.do(AddQueue(slug="taxes", letter="T", names={"en": "Taxes"}))
    page = Manager(branch).get("/analytics/plan").text
    assert "Nothing is known yet from which a week could be planned." in page
    said = "After one full day with customers you see here how many desks that weekday needs"
    assert page.count(said) == 1 < page.count('<h2 id="pool')
    with branch.stopped():
        assert "nothing is known yet" in typed(branch).lower()
