"""What is asked of one day, number or row is found by an index, however old the branch is: told by SQLite's own plans."""

import pkgutil
import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.visitors import iterate

import server.store
from tests.database import opened
from tests.server.in_time import BranchInTime
from tests.server.managers import Manager
from tests.server.test_journal import typed

NARROWED = re.compile(
    r"(ticket\.(day|label|id|token_hash|state|queue|desk)|journal\.(ticket|seq|desk|kind)|\w+\(ticket\.label\S*|ticket\.called_seq)"
    r"\S* (=|<|>|<=|>=|IN|BETWEEN|IS NULL)"
)
"""Where a statement says of which day, number, desk or row it asks."""

SMALL = {"ticket_in_line", "ticket_open", "ticket_missed"}
"""Indexes of those alone who are here, or were missed."""

READS_ALL = re.compile(r"SCAN (ticket|journal)\b|SEARCH (ticket|journal) .*\((branch_id=\?|branch_id=\? AND called_seq>\?|branch_id=\? AND ticket=\?)\)")  # fmt: skip


def reads_all(statement: str, plan: Iterable[str]) -> list[str]:
    """Return the lines of a plan that read all tickets, or all rows of the journal, though the statement asks for some."""
    if not NARROWED.search(statement):
        return []
    by_ticket = re.search(r"journal\.ticket (=|IN)", statement)
    return [
        line
        for line in plan
        if READS_ALL.match(line)
        and not SMALL.intersection(line.split())
        and not ("journal_of_ticket" in line and by_ticket)
    ]


def plan(database: sqlite3.Connection, statement: str) -> list[str]:
    """Return how SQLite goes about a statement."""
    unbound = [None] * statement.count("?")
    rows = database.execute(f"EXPLAIN QUERY PLAN {statement}", unbound)
    return [row[3] for row in rows]


def kept() -> Iterator[tuple[str, str]]:
    """Yield every statement that a module of the store keeps, by its name."""
    for found in pkgutil.iter_modules(server.store.__path__, "server.store."):
        for name, value in vars(import_module(found.name)).items():
            if isinstance(value, sa.Select):
                binds = [each for each in iterate(value) if isinstance(each, sa.BindParameter)]  # fmt: skip
                filled = value.params({each.key: [1] if each.expanding else 1 for each in binds})  # fmt: skip
                compiled = filled.compile(dialect=sqlite.dialect(), compile_kwargs={"render_postcompile": True})  # fmt: skip
                yield f"{found.name}.{name}", str(compiled)


@contextmanager
def heard() -> Iterator[set[str]]:
    """Collect all that is asked of any database meanwhile."""
    asked: set[str] = set()

    def note(_c: Any, _cur: Any, statement: str, *_rest: Any) -> None:
        asked.add(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    ("statement", "plans", "is_found"),
    [
        ("SELECT * FROM ticket WHERE ticket.branch_id = ? ORDER BY ticket.id", ["SEARCH ticket USING INDEX x (branch_id=?)"], False),
        ("SELECT * FROM ticket WHERE ticket.day = ? ORDER BY ticket.id", ["SEARCH ticket USING INDEX x (branch_id=?)"], True),
        ("SELECT * FROM ticket WHERE ticket.day = ?", ["SEARCH ticket USING INDEX ticket_by_day (branch_id=? AND day=?)"], False),
        ("SELECT * FROM ticket WHERE ticket.label IN (?)", ["SCAN ticket"], True),
        ("SELECT * FROM ticket WHERE ticket.state = 'waiting'", ["SEARCH ticket USING INDEX ticket_in_line (branch_id=?)"], False),
        ("SELECT * FROM journal WHERE journal.ticket IS NULL", ["SEARCH journal USING INDEX journal_of_ticket (branch_id=? AND ticket=?)"], True),
        ("SELECT * FROM journal WHERE journal.ticket = ?", ["SEARCH journal USING INDEX journal_of_ticket (branch_id=? AND ticket=?)"], False),
    ],
)  # fmt: skip
def test_a_plan_that_reads_all_is_known(statement: str, plans: list[str], is_found: bool) -> None:  # fmt: skip
    assert bool(reads_all(statement, plans)) is is_found


def test_no_statement_that_the_store_keeps_reads_all_for_some(
    branch: BranchInTime,
) -> None:
    statements = dict(kept())
    assert len(statements) > 50
    with opened(branch.directory / "queue.db") as database:
        wrong = {name: reads_all(said, plan(database, said)) for name, said in statements.items()}  # fmt: skip
    assert {name: lines for name, lines in wrong.items() if lines} == {}


def test_nothing_that_is_opened_reads_all_for_some(branch: BranchInTime) -> None:
    desk = branch.console()
    ticket = desk.take()
    desk.call_next()
    branch.clock.forward(minutes=5)
    desk.move(ticket, "finish")
    day = branch.clock().date()
    branch.clock.now += timedelta(days=1)
    branch.look_after()
    manager, device = Manager(branch), branch.device("manager")
    today = desk.take()
    page = today["url"].partition("/t/")[2]
    with heard() as asked:
        answers: list[Any] = [
            *map(
                manager.get,
                (
                    "/live",
                    "/queues/parking/line",
                    f"/tickets?day={day}&number=A001",
                    f"/tickets/{day}/A001",
                    f"/analytics?by=day&from={day}",
                    f"/analytics/what-if?day={day}&change=policy&policy=strict",
                    "/analytics/what-if",
                    "/analytics/plan",
                    "/changes",
                    "/start",
                ),
            ),
            *map(
                device.get,
                ("/board", "/tickets?label=A001", "/changes", f"/reports/day?date={day}", "/desks", "/queues"),
            ),
            branch.http.get(f"/t/{page}"),
            branch.http.get("/q/parking"),
            branch.http.post("/back", data={"number": "A001", "words": "no such"}),
        ]  # fmt: skip
        for command in (
            ["report", "--estimates"],
            ["report", "--date", str(day), "--json"],
            ["replay", "--ticket", "A001", "--date", str(day)],
            ["plan"],
        ):
            typed(branch, *command)
    assert {each.status_code for each in answers} <= {200, 303, 400, 404, 422}
    with opened(branch.directory / "queue.db") as database:
        wrong = {
            said: reads_all(said, plan(database, said))
            for said in asked
            if said.startswith("SELECT")
        }
    assert {said: lines for said, lines in wrong.items() if lines} == {}
    assert any("ticket.label IN" in said for said in asked)
