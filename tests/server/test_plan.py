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
from server.usecases.setup import SetBranch
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
    assert "Known from 1 such weekday only: Mon, Nov 30." in page
    in_time = re.findall(r">(\d+) of 100<", page)
    assert in_time[:2] == [nine["in_time_of_100"], nine["in_time_usually_of_100"]]

    with after_monday.stopped():
        said = typed(after_monday, "--week", "2026-W49")
        assert told(typed(after_monday, "--week", "2026-W49", "--csv")) == rows
    assert f"Monday from 9 to 10 needs {nine['desks']} desks for Parking permits, Passports; usually 1 is open." in said  # fmt: skip
    assert f"{nine['desks']} (1) {nine['in_time_of_100']}%" in said
    assert "Monday: known from 1 such day only." in said
    assert "Tuesday: nothing is known of it yet." in said


def test_a_week_that_nobody_can_mean_is_next_week(after_monday: BranchInTime) -> None:
    browser = Manager(after_monday, "viewer", "vera")
    for week in ("", "2026-W99", "1999-W01", "9999-W52", "tomorrow", "2026-W55-W1"):
        page = browser.get("/analytics/plan", query_string={"week": week})
        assert "Next week Monday" in page.text, week
    assert "Mon, Dec 7 from 9 to 10" in browser.get("/analytics/plan?week=2026-W50").text  # fmt: skip


def test_a_day_that_is_closed_is_not_planned(after_monday: BranchInTime) -> None:
    days = {"week": WEEK, "exceptions": {"2026-11-30": []}}
    after_monday.do(SetBranch(settings={"hours": days}))
    page = Manager(after_monday).get("/analytics/plan").text
    assert "Nothing is known yet from which a week could be planned." in page
    after_monday.do(SetBranch(settings={"hours": {"week": WEEK}}))


def test_where_nothing_was_the_page_and_the_command_say_so(branch: BranchInTime) -> None:  # fmt: skip
    page = Manager(branch).get("/analytics/plan").text
    assert "Nothing is known yet from which a week could be planned." in page
    with branch.stopped():
        assert "nothing is known yet" in typed(branch).lower()
        bad = CliRunner().invoke(main, ["plan", "--week", "soon"])
    assert "is not a week like 2026-W49" in bad.output
