"""The page that looks back, asked over HTTP: what it says, and that table, CSV and report tell the same numbers."""

import csv
import hashlib
import json
import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest

from server.usecases.setup import AddQueue, RemoveQueue, SetDesk
from server.web.assets import DIRECTORY
from tests.clock import FakeClock
from tests.database import opened
from tests.server.in_time import MONDAY_NINE, BranchInTime, Device
from tests.server.managers import Manager
from tests.server.test_live_page import words_of

MONDAY = "/analytics?by=day&from=2026-11-23"
A_DAY_S = 24 * 60 * 60

FOUNDERS_WAITS_S = (31.0, 64.2, 12.5, 150.0, 88.8, 301.4, 45.1, 230.7, 9.9, 170.2, 120.0, 77.3, 199.9, 56.6, 260.5, 18.4, 204.5)  # fmt: skip
FOUNDERS_SERVICE_S = 182.5
"""Seventeen who were served on the day of the first real use; they waited 120.1 seconds on average, and were served for 182.5."""


def serve(
    clock: FakeClock, desk: Device, waits_s: tuple[float, ...], queue: str = "parking"
) -> None:
    """Let people come one after another, each when the one before has gone."""
    for wait in waits_s:
        ticket = desk.take(queue=queue)
        clock.forward(seconds=wait)
        desk.call_next()
        clock.forward(seconds=FOUNDERS_SERVICE_S)
        desk.move(ticket, "finish")


@pytest.fixture(scope="module")
def after_monday(
    branch_in_time: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BranchInTime]:
    """Tuesday, after the founder's day; two of another queue came after them, and one left."""
    directory = tmp_path_factory.mktemp("looked-back") / "data"
    shutil.copytree(branch_in_time, directory)
    branch = BranchInTime(directory, FakeClock(MONDAY_NINE))
    desk = branch.console()
    serve(branch.clock, desk, FOUNDERS_WAITS_S)
    serve(branch.clock, desk, (10.0, 20.0), queue="passports")
    gone = desk.take()
    branch.clock.forward(seconds=60)
    desk.customer(gone, "leave")
    desk.post("/desks/3/sign-out", {})
    branch.clock.forward(seconds=A_DAY_S)
    branch.look_after()
    yield branch
    branch.close()


@pytest.fixture
def vera(after_monday: BranchInTime) -> Manager:
    """Somebody who only looks."""
    return Manager(after_monday, "viewer", "vera")


class Tables(HTMLParser):
    """The tables of a page by the figure that they are in: rows of what stands in their cells, numbers by their value."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.of: dict[str, list[list[str]]] = {}
        self._figure = ""
        self._hidden = self._inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "figure":
            self._figure = has["id"] or ""
            self.of[self._figure] = []
        if not self._figure:
            return
        if tag == "tr":
            self.of[self._figure].append([])
        if tag in ("td", "th"):
            self.of[self._figure][-1].append("")
            self._inside = True
        if tag == "span":
            self._hidden = True
        if tag == "data":
            self._hidden = True
            self._add(f"{float(has['value'] or ''):g}")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("span", "data"):
            self._hidden = False
        if tag in ("td", "th"):
            self._inside = False
        if tag == "figure":
            self._figure = ""

    def handle_data(self, data: str) -> None:
        if self._figure and self._inside and not self._hidden:
            self._add(data.strip())

    def _add(self, text: str) -> None:
        self.of[self._figure][-1][-1] += text


def rows_of(text: str, delimiter: str = ",") -> list[list[str]]:
    assert text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}"), "spreadsheets know UTF-8 by it"  # fmt: skip
    return list(csv.reader(StringIO(text[1:]), delimiter=delimiter))


def plain(cell: str, decimal: str) -> str:
    try:
        return f"{float(cell.replace(decimal, '.')):g}"
    except ValueError:
        return cell


@pytest.mark.parametrize(("language", "delimiter", "decimal"), [("en", ",", "."), ("de", ";", ",")])  # fmt: skip
def test_each_figure_has_the_numbers_of_its_table_as_csv(
    vera: Manager, language: str, delimiter: str, decimal: str
) -> None:
    spoken = {"Accept-Language": language}
    for address in (MONDAY, "/analytics?by=week&from=2026-11-23"):
        tables = Tables(vera.get(address, headers=spoken).text).of
        assert {"load", "hours", "desks", "people", "left"} <= set(tables)
        for slug, table in tables.items():
            answer = vera.get(f"{address}&figure={slug}&format=csv", headers=spoken)
            assert answer.mimetype == "text/csv"
            sent = rows_of(answer.text, delimiter)
            told = [[plain(cell, decimal) for cell in row] for row in sent]
            if slug == "weekdays":
                # The unit stands below its heading.
                told[0] = ["", *(cell.split()[0] for cell in told[0][1:])]
            assert [[plain(cell, ".") for cell in row] for row in table] == told, slug


def test_all_as_csv_has_every_number_once(vera: Manager) -> None:
    tables = Tables(vera.get(MONDAY).text).of
    rows = rows_of(vera.get(f"{MONDAY}&format=csv").text)
    assert rows[0] == ["Figure", "Row", "What", "Unit", "Value"]
    cells = [cell for table in tables.values() for row in table[1:] for cell in row[1:]]
    assert sorted(row[4] for row in rows[1:]) == sorted(cells)


def test_the_founders_day_is_told_as_the_report_tells_it(
    after_monday: BranchInTime, vera: Manager
) -> None:
    page = vera.get(f"{MONDAY}&queue=parking").text
    report = after_monday.device("manager").get("/reports/day?date=2026-11-23").json
    parking = next(each for each in report["queues"] if each["name"] == "parking")
    assert (parking["count"], parking["service"]["mean_s"]) == (17, pytest.approx(182.5))  # fmt: skip
    assert parking["wait"]["mean_s"] == pytest.approx(120.1, abs=0.05)
    said = words_of(page)
    assert "Yesterday: half waited under 2 minutes, 9 in 10 under 4." in said
    assert f"{parking['wait']['median_s'] // 60 + 1:.0f} min" == "2 min"
    assert "18 people took a number." in said
    facts = re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", page)[:5]
    assert facts == [("Served", "17"), ("Half waited under", "2 min"), ("9 in 10 under", "4 min"), ("Called, did not come", "0"), ("Left before a call", "1")]  # fmt: skip


def test_of_fewer_than_five_nothing_is_told_that_could_be_about_somebody(
    vera: Manager,
) -> None:
    page = vera.get(f"{MONDAY}&queue=passports")
    said = words_of(page.text)
    assert "too few people were served to tell how long they waited" in said
    assert "– too few people" in said
    tables = Tables(page.text).of
    assert "hours" not in tables
    assert "Who came, by hour" in said
    assert all(row[2] == "" for row in tables["load"][1:]), (
        "what desks can take is not known from two"
    )
    assert all(row[1] == "" for row in tables.get("queues", [["", ""]])[1:])
    both = Tables(vera.get(MONDAY).text).of["queues"]
    assert [row[:3] for row in both[1:]] == [["Parking permits", "17", "1.5"], ["Passports", "2", ""]]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/analytics?by=day&from=2026-11-22", "nobody took a number"),
        ("/analytics", "This week so far: half waited under 2 minutes"),
        (MONDAY, "there is nothing of the day before to compare with"),
        (f"{MONDAY}&against=none", "compared with nothing"),
        ("/analytics?by=day&from=2026-11-24", "Today so far: nobody took a number."),
        (
            "/analytics?by=range&from=1970-01-01&to=2200-01-01",
            "half waited under 2 minutes",
        ),
        (
            "/analytics?by=day&from=9999-12-31",
            "“9999-12-31” in the address is nothing that can be looked at.",
        ),
        (
            "/analytics?by=day&from=2026-11-29",
            "Sun, 29 Nov 2026: that is still to come.",
        ),
        (
            "/analytics?by=range&from=2026-12-10&to=2026-12-20",
            "Thu, 10 Dec – Sun, 20 Dec 2026: that is still to come.",
        ),
    ],
    ids=[
        "nobody came",
        "no day named",
        "nothing before",
        "no comparison",
        "today",
        "all days",
        "no day of ours",
        "to come",
        "days to come",
    ],
)
def test_the_page_says_what_there_is(vera: Manager, address: str, words: str) -> None:
    said = words_of(vera.get(address).text)
    assert words in " ".join(re.sub("\N{THIN SPACE}", " ", said).split())


def test_a_printed_page_and_its_csv_say_of_which_queue_they_are(vera: Manager) -> None:
    page = vera.get(f"{MONDAY}&queue=parking").text
    below = re.search(r"</h1>\s*<p>(.*?)</p>", page, re.DOTALL)
    assert below
    assert below[1].startswith("<span>Parking permits</span>")
    answer = vera.get(f"{MONDAY}&queue=parking&format=csv")
    assert "analytics-parking-2026-11-23.csv" in answer.headers["Content-Disposition"]


def test_of_a_queue_that_was_removed_its_name_is_said(branch: BranchInTime) -> None:
    serve(branch.clock, branch.console(), (30.0,) * 6)
    branch.do(AddQueue(slug="other", letter="O", names={"en": "Other"}))
    branch.do(SetDesk(number=3, queues=("other",)))
    branch.do(RemoveQueue(slug="parking"))
    page = Manager(branch).get("/analytics?by=day&from=2026-11-23&queue=parking").text
    assert re.search(r'<option value="parking" selected>A · Parking permits<', page)


@pytest.mark.parametrize("by", ["day", "week"])
def test_the_worst_hour_leads_to_itself_played_again_with_one_more_desk(
    vera: Manager, by: str
) -> None:
    page = vera.get(f"/analytics?by={by}&from=2026-11-23&queue=parking").text
    found = re.search(r'<a href="/manager([^"]*)">What would one more desk', page)
    assert found is not None
    address = unescape(found[1])
    assert "day=2026-11-23&change=more&queue=parking&from=9:00&to=10:00" in address
    played = vera.get(address)
    assert played.status_code == 200
    assert "With one more desk" in words_of(played.text)
    month = vera.get("/analytics?by=month&from=2026-11-01").text
    assert "Worst was" in month
    assert "What would one more desk" not in month, "on which of its Mondays?"


def test_the_worst_hour_of_a_night_leads_to_the_evening_s_day(branch: BranchInTime) -> None:  # fmt: skip
    desk = branch.console()
    branch.clock.forward(hours=13)
    serve(branch.clock, desk, (70.0,) * 5)
    branch.clock.now = MONDAY_NINE + timedelta(hours=16)
    serve(branch.clock, desk, (400.0,) * 5)
    desk.post("/desks/3/sign-out", {})
    branch.clock.forward(seconds=A_DAY_S)
    branch.look_after()
    vera = Manager(branch, "viewer", "vera")
    page = vera.get("/analytics?by=week&from=2026-11-23").text
    assert "Worst was <b>Tuesday from 1 to 2</b>" in page
    found = re.search(r'<a href="/manager([^"]*)">What would one more desk', page)
    assert found is not None
    address = unescape(found[1])
    assert "day=2026-11-23&change=more&queue=parking&from=1:00&to=2:00" in address
    played = words_of(vera.get(address).text)
    assert "With one more desk for Parking permits from 01:00 to 02:00" in played


def test_a_new_branch_says_what_will_be_here(branch: BranchInTime) -> None:
    page = words_of(Manager(branch).get("/analytics").text)
    assert "After one full day you see here how long people wait." in page


def test_an_hour_is_too_full_only_when_it_is_over(branch: BranchInTime) -> None:
    desk = branch.console()
    tickets = [desk.take() for _ in range(30)]
    for ticket in tickets[:6]:
        desk.call_next()
        branch.clock.forward(seconds=60)
        desk.move(ticket, "finish")
    too_full = "From 9 to 10 more came than your desks could take"
    asked = "/analytics?by=day&from=2026-11-23"
    assert too_full not in Manager(branch).get(asked).text
    branch.clock.forward(hours=1)
    desk.call_next()
    assert too_full in Manager(branch, "viewer", "vera").get(asked).text


def test_a_day_that_is_damaged_is_left_out_and_the_page_says_so(
    branch: BranchInTime,
) -> None:
    serve(branch.clock, branch.console(), (30.0,) * 6)
    branch.clock.forward(seconds=A_DAY_S)
    branch.look_after()
    with opened(branch.directory / "queue.db") as database:
        database.execute("DELETE FROM day_figures")
        database.execute(
            "UPDATE ticket SET waited = waited + 1 WHERE id = (SELECT min(id) FROM ticket)"
        )
        database.commit()
    said = words_of(Manager(branch).get("/analytics?by=week&from=2026-11-23").text)
    assert "Left out, as the database is damaged there: Mon 23 Nov." in said
    assert "ask whoever looks after the server" in said


def test_the_charts_library_is_the_one_that_is_written_down() -> None:
    there = json.loads((DIRECTORY / "manager" / "echarts.json").read_text())
    library = (DIRECTORY / "manager" / "echarts.js").read_bytes()
    assert there["echarts.js"] == f"sha256-{hashlib.sha256(library).hexdigest()}"
    assert there["made of"]["echarts"]["license"] == "Apache-2.0"
    assert (
        "Apache License" in (DIRECTORY / "manager" / "echarts-LICENSE.txt").read_text()
    )


@pytest.mark.parametrize("address", [f"{MONDAY}&queue=trains", f"{MONDAY}&figure=trains&format=csv"])  # fmt: skip
def test_what_there_is_not_is_not_found(vera: Manager, address: str) -> None:
    assert vera.get(address).status_code == 404
