"""What keeps the server quick, as rules: no scans on the hot paths, no second encoding of what is known, no late refusals."""

import shutil
import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from server.domain.events import SYSTEM, Actor
from server.present import messages as present
from server.store import database, journal
from server.store.idempotency import Key
from server.store.lane import ThreadLane
from server.store.session import Session
from server.store.store import MAIN_BRANCH, Store, utc_now
from server.store.writer import Busy, Writer
from server.usecases.call_next import CallNext, call_next
from server.usecases.sign_in import SignIn, sign_in
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.undo import undo
from server.web.answers import Answer, pack, unpack
from tests.database import opened
from tests.serving import Device

GROWING = ("ticket", "journal", "idempotency", "counter")


@pytest.fixture
def busy_store(set_up_branch: Path, tmp_path: Path) -> Store:
    directory = tmp_path / "data"
    shutil.copytree(set_up_branch, directory)
    return Store(directory)


def test_no_statement_of_the_hot_paths_scans_a_table_that_grows(
    busy_store: Store, tmp_path: Path
) -> None:
    asked: list[str] = []

    @sa.event.listens_for(sa.engine.Engine, "before_cursor_execute")
    def note(_c: object, _cur: object, statement: str, *_rest: object) -> None:
        asked.append(statement)

    try:
        _a_customer_is_served(busy_store)
    finally:
        sa.event.remove(sa.engine.Engine, "before_cursor_execute", note)
        busy_store.close()
    with opened(tmp_path / "data" / database.FILE) as tables:
        plans = {statement: _plan(tables, statement) for statement in set(asked)}
    scans = [
        (statement, line)
        for statement, plan in plans.items()
        for line in plan
        if line.startswith("SCAN") and line.split()[1] in GROWING
    ]
    assert scans == []
    assert any("ticket_in_line" in line for plan in plans.values() for line in plan)


def _a_customer_is_served(store: Store) -> None:
    desk = SignIn(desk=3, servicer="Maria")
    store.write(MAIN_BRANCH, Actor(device=7), lambda session: sign_in(session, desk))
    taken: list[int] = []

    def take(session: Session) -> Answer:
        ticket = take_number(session, TakeNumber(queue="parking"))
        taken.append(ticket.id)
        return Answer(
            201, present.ticket(ticket, ahead=session.state.room.ahead(ticket))
        )

    for _ in range(3):
        store.write(
            MAIN_BRANCH,
            Actor(device=1),
            take,
            Key("d", str(len(taken)), b"", pack, lambda kept: unpack(kept, None)),
        )
    at_seven = Actor(device=7)
    store.write(MAIN_BRANCH, at_seven, lambda session: call_next(session, CallNext()))
    store.write(MAIN_BRANCH, at_seven, lambda session: undo(session, 3))
    with store.reading(MAIN_BRANCH) as view:
        view.recent_calls(10)
        view.open_tickets()
        view.waiting()
        view.serving(3)
        waiting = view.ticket(taken[-1])
        view.place_of(waiting)
        view.tickets_of(view.branch.day)
        journal.of_ticket(view.connection, MAIN_BRANCH, taken[0])
        token = store.tokens.of(MAIN_BRANCH, waiting.id, waiting.taken_at)
    assert store.ticket_of(token) == (MAIN_BRANCH, waiting.id)


def _plan(database: sqlite3.Connection, statement: str) -> list[str]:
    if not statement.startswith(("SELECT", "UPDATE", "DELETE", "INSERT")):
        return []
    unbound = [None] * statement.count("?")
    return [
        row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {statement}", unbound)
    ]


def test_a_board_that_is_known_already_is_not_sent_again(
    kiosk: Device, display: Device
) -> None:
    kiosk.take()
    board = display.get("/board")
    again = display.get("/board", headers={"If-None-Match": board.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    kiosk.take()
    changed = display.get("/board", headers={"If-None-Match": board.headers["ETag"]})
    assert changed.status_code == 200
    assert changed.json()["waiting"]["parking"] == 2


class FullLane(ThreadLane):
    """A lane in which very much waits already."""

    def waiting(self) -> int:
        return 1_000_000


def test_a_full_server_says_so_at_once_instead_of_answering_late(
    busy_store: Store,
) -> None:
    writer = Writer(
        sa.create_engine("sqlite://"),
        busy_store.tokens,
        lambda changes: None,
        FullLane(),
        utc_now,
    )
    with pytest.raises(Busy):
        writer.submit(MAIN_BRANCH, SYSTEM, lambda session: None)
    writer.close()
    busy_store.close()


def test_busy_is_a_503_that_says_when_to_try_again() -> None:
    from flask import Flask

    from server.web import pages, problems

    app = Flask("server")
    problems.register(app)
    pages.register(app)

    @app.get("/api/v1/busy")
    def busy() -> str:
        raise Busy("Too much is going on here at once.")

    answer = app.test_client().get("/api/v1/busy")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "1")
    assert answer.get_json()["type"] == "busy"
