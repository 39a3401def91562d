"""What a day amounted to: waits, services and totals add up, in JSON, in CSV and in words."""

import csv
from io import StringIO
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from server.cli import main
from server.usecases.setup import SetBranch
from tests.database import opened
from tests.server.in_time import BranchInTime

pytestmark = pytest.mark.slow

FOUNDERS = [(120.1, 182.5), (60.0, 30.0), (1_000.0, 600.0)]
"""Waits and services in seconds; the first are the means of the first real use."""


def a_day(branch: BranchInTime) -> None:
    """Three are served, one does not come, one leaves, one expires."""
    desk = branch.console()
    for waited, served in FOUNDERS:
        ticket = desk.take()
        branch.clock.forward(seconds=waited)
        desk.call_next()
        branch.clock.forward(seconds=served)
        desk.move(ticket, "finish")
    desk.take()
    desk.move(desk.call_next(), "no-show")
    desk.customer(desk.take("passports"), "leave")
    desk.take("passports")


def test_totals_are_waits_plus_services_for_each_ticket_and_for_the_means(
    branch: BranchInTime,
) -> None:
    a_day(branch)
    branch.do(SetBranch(settings={"target_minutes": 10}))
    report = branch.device("manager").get("/reports/day").json
    counts = {name: report[name] for name in ("taken", "served", "missed", "left")}
    assert counts == {"taken": 6, "served": 3, "missed": 1, "left": 1}
    for row in (report["all"], report["queues"][0], report["desks"][0]):
        wait, service, total = (row[n]["mean_s"] for n in ("wait", "service", "total"))
        assert abs(wait - sum(w for w, _ in FOUNDERS) / 3) < 1e-6
        assert abs(total - wait - service) < 1e-6
    assert report["all"]["wait"]["median_s"] == 120.1
    # One did not come and one waited longer; whoever left at once, or is still here, is not asked about.
    assert (report["service_level"], report["service_level_of"]) == (2 / 4, 4)
    assert [(row["name"], row["count"]) for row in report["hours"]] == [("09", 3)]


def test_hours_are_of_the_branch_and_not_of_greenwich(branch: BranchInTime) -> None:
    branch.do(SetBranch(settings={"time_zone": "America/Sao_Paulo"}))
    a_day(branch)
    report = branch.device("manager").get("/reports/day").json
    assert [row["name"] for row in report["hours"]] == ["06"]


def test_the_hours_of_a_night_stand_behind_those_of_its_evening(branch: BranchInTime) -> None:  # fmt: skip
    desk = branch.console()
    for hours in (14, 2):
        branch.clock.forward(hours=hours)
        desk.take()
        desk.move(desk.call_next(), "finish")
    report = branch.device("manager").get("/reports/day").json
    assert [row["name"] for row in report["hours"]] == ["23", "01"]


def test_an_empty_day_has_no_figures(branch: BranchInTime) -> None:
    report = branch.device("manager").get("/reports/day?date=2020-01-31").json
    assert (report["day"], report["taken"], report["queues"]) == ("2020-01-31", 0, [])
    assert report["service_level"] is None
    assert report["all"]["wait"]["mean_s"] is None


def test_a_spreadsheet_gets_the_same_figures(branch: BranchInTime) -> None:
    a_day(branch)
    manager = branch.device("manager")
    headers = {**manager.headers, "Accept": "text/csv"}
    by_accept = branch.http.get("/api/v1/reports/day", headers=headers)
    by_format = manager.get("/reports/day?format=csv")
    assert by_accept.mimetype == "text/csv"
    assert by_accept.text == by_format.text
    rows = list(csv.DictReader(StringIO(by_format.text)))
    assert [(row["per"], row["name"]) for row in rows] == [
        ("all", "all"),
        ("queue", "parking"),
        ("desk", "3"),
        ("servicer", "Maria"),
        ("hour", "09"),
    ]
    assert {row["wait_median_s"] for row in rows} == {"120.1"}
    everybody, *others = [
        [row[what] for what in ("taken", "missed", "left", "expired", "here")]
        for row in rows
    ]
    assert everybody == ["6", "1", "1", "0", "1"]
    assert all(each == [""] * 5 for each in others)
    assert (rows[0]["service_level"], rows[0]["service_level_of"]) == ("0.5", "4")
    several = manager.get("/reports/day?date=2026-11-22&to=2026-11-23&format=csv").text
    days = {(row["day"], row["to"]) for row in csv.DictReader(StringIO(several))}
    assert days == {("2026-11-22", "2026-11-23")}
    assert manager.get("/reports/day?format=pdf").json["field"] == "format"


def test_a_terminal_gets_it_in_words(branch: BranchInTime) -> None:
    a_day(branch)
    arguments = ["--data-dir", str(branch.directory), "report"]
    told = CliRunner().invoke(main, arguments).output
    assert (
        "2026-11-23: 6 taken, 3 served, 1 missed, 1 left, 0 expired, 1 still here."
        in told
    )
    assert "50% of 4 were called within 15 min and served;" in told
    assert "servicer Maria" in told


@pytest.mark.parametrize("by_name", [False, True])
def test_ratings_are_told_by_queue_and_by_name_only_where_that_is_wanted(
    branch: BranchInTime, by_name: bool
) -> None:
    branch.do(SetBranch(settings={"ratings_by_name": by_name}))
    desk = branch.console()
    for queue, score in (("parking", 3), ("parking", 1), ("passports", 3)):
        ticket = desk.take(queue)
        desk.call_next()
        desk.move(ticket, "finish")
        assert desk.customer(ticket, "rate", score) == "done"
    report = branch.device("manager").get("/reports/day").json
    assert report["all"]["ratings"] == {"good": 2, "fair": 0, "bad": 1}
    by_queue = {row["name"]: row["ratings"] for row in report["queues"]}
    assert by_queue["parking"] == {"good": 1, "fair": 0, "bad": 1}
    assert by_queue["passports"] == {"good": 1, "fair": 0, "bad": 0}
    named = [*report["desks"], *report["servicers"]]
    told = {"good": 2, "fair": 0, "bad": 1} if by_name else None
    assert [row["ratings"] for row in named] == [told, told]
    said = typed_report(branch)
    assert "how it was" in said
    assert ("servicer Maria" in said.partition("how it was")[2]) == by_name
    sheet = branch.device("manager").get("/reports/day?format=csv").text
    rows = {row["per"]: row for row in csv.DictReader(StringIO(sheet))}
    assert (rows["all"]["good"], rows["all"]["bad"]) == ("2", "1")
    assert rows["servicer"]["good"] == ("2" if by_name else "")


def typed_report(branch: BranchInTime) -> str:
    """Return what the command prints."""
    arguments = ["--data-dir", str(branch.directory), "report"]
    return CliRunner().invoke(main, arguments).output


def test_a_report_during_the_day_says_who_is_still_here(branch: BranchInTime) -> None:
    desk = branch.console()
    desk.take()
    desk.take()
    desk.call_next()
    assert branch.device("manager").get("/reports/day").json["here"] == 2
    assert "2 still here" in typed_report(branch)


def test_several_days_are_reported_together(branch: BranchInTime) -> None:
    for _ in range(3):
        a_day(branch)
        branch.clock.forward(days=1)
    manager = branch.device("manager")
    today = manager.get("/reports/day").json["day"]
    one = manager.get("/reports/day?date=2026-11-24").json
    all_three = manager.get(f"/reports/day?date=2000-01-01&to={today}").json
    assert all_three["to"] == today
    for name in ("taken", "served", "missed", "left"):
        assert all_three[name] == 3 * one[name]
    for per in ("queues", "desks", "servicers"):
        for row, single in zip(all_three[per], one[per], strict=True):
            assert (row["name"], row["count"]) == (single["name"], 3 * single["count"])
            for spread in ("wait", "service", "total"):
                for figure in ("mean_s", "median_s"):
                    assert abs(row[spread][figure] - single[spread][figure]) < 0.2


def test_days_that_end_before_they_begin_are_refused(branch: BranchInTime) -> None:
    manager = branch.device("manager")
    answer = manager.get("/reports/day?date=2026-01-05&to=2026-01-04")
    assert (answer.status_code, answer.json["field"]) == (422, "to")


DAMAGES = (
    "waited = 36000000000",
    "queue = 'passports'",
    "state = 'left'",
    "day = '2026-11-20'",
    "day = '2027-01-01'",
    "corrected = 3600000000",
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_report_over_a_row_that_is_not_as_it_was_written_is_refused_and_says_which(
    branch: BranchInTime, damage: str
) -> None:
    monday = branch.clock().date()
    a_day(branch)
    branch.clock.forward(days=1)
    branch.look_after()
    branch.console().take()
    manager = branch.device("manager")
    path = f"/reports/day?date={monday}"
    assert manager.get(path).status_code == 200
    with opened(branch.directory / "queue.db") as database:
        database.execute(f"UPDATE ticket SET {damage} WHERE label = 'A002'")
    for asked in (path, f"{path}&format=csv", f"{path}&to={branch.clock().date()}"):
        refused = manager.get(asked)
        assert (refused.status_code, refused.json["type"]) == (500, "database-damaged")
        assert "ticket 1/" in refused.json["detail"]
    options = ["--data-dir", str(branch.directory), "report", "--date", str(monday)]
    said = CliRunner().invoke(main, options)
    assert said.exit_code == 1
    assert "is damaged" in said.output
    assert manager.get("/reports/day").status_code == 200


@pytest.mark.parametrize(
    "damage",
    ["ticket SET state = 'done'", "ticket SET queue = 'x'", "counter SET waiting = 5"],
)
def test_a_line_with_a_row_that_is_not_as_it_was_written_is_not_counted(
    branch: BranchInTime, damage: str
) -> None:
    console = branch.console()
    console.take()
    page = urlsplit(console.take()["url"]).path
    assert branch.http.get(page).status_code == 200
    which = " WHERE label = 'A001'" if damage.startswith("ticket") else ""
    with opened(branch.directory / "queue.db") as database:
        database.execute(f"UPDATE {damage}{which}")
    assert branch.http.get(page).status_code == 500
    if not which:
        assert console.get("/board").status_code == 500
