"""A commit that fails leaves nothing behind: numbers, journal, memory and tables agree, and the next one works."""

import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from server.domain.refusals import Refusal
from server.domain.state import BranchState, Change
from server.domain.ticket import TicketState
from server.forecast.outlook import UNKNOWN
from server.present import messages as present
from server.store import writer
from server.store.check import check
from server.store.lane import ThreadLane
from server.store.load import load
from server.store.store import MAIN_BRANCH
from server.store.writer import StorageFailed, Writer
from server.usecases.call_next import CallNext, call_next
from server.usecases.call_staff import CallStaff, call_staff
from server.usecases.leave import leave
from server.usecases.lend_queue import (
    LendQueue,
    TakeQueueBack,
    lend_queue,
    take_queue_back,
)
from server.usecases.setup.message import SayToAll, say_to_all
from server.usecases.setup.order import MoveQueue, move_queue
from server.usecases.switch_queue import (
    CloseQueue,
    LetHoursSay,
    close_queue,
    let_hours_say,
)
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.trial import TakeTestNumber, take_test_number
from server.usecases.undo import undo
from tests.engine.branch import Branch, Plan, Seat, opened
from tests.engine.watching import Watching
from tests.injected import Seen

pytestmark = pytest.mark.slow

PLAN = Plan(
    queues=(("parking", ()), ("passports", ())),
    seats=(Seat(1, ("parking", "passports")), Seat(2, ("passports",))),
    people=("Ana", "Boris"),
)
OPERATIONS = 120


BY_MANAGERS: list[tuple[Callable[..., Any], Any]] = [
    (close_queue, CloseQueue(slug="passports")),
    (let_hours_say, LetHoursSay(slug="passports")),
    (lend_queue, LendQueue(desk=2, queue="parking")),
    (take_queue_back, TakeQueueBack(desk=2, queue="parking")),
    (take_test_number, TakeTestNumber(queue="parking")),
    (call_staff, CallStaff(reason="The coach is here.")),
    (move_queue, MoveQueue(slug="passports", up=True)),
    (say_to_all, SayToAll(texts={"en": "We are late."})),
]
"""What managers do meanwhile; each is an entry in the chain of changes."""


class DiskFull(OSError):
    """What a commit may fail with."""


class FailingLane(ThreadLane):
    """A lane on which some commits fail: before they are on disk, at it, or just after."""

    def __init__(self, fails: Callable[[int], bool], when: str) -> None:
        super().__init__()
        self.fails = fails
        self._when = when
        self.commits = 0

    def durably(self, commit: Callable[[], None]) -> None:
        self.commits += 1
        failing = self.fails(self.commits)
        if failing and self._when == "before":
            raise DiskFull
        if failing and self._when == "at":
            spoil(commit)
        commit()
        if failing and self._when == "after":
            raise DiskFull


def spoil(commit: Callable[[], None]) -> None:
    """Let the database itself refuse the COMMIT, and stay in the transaction, as it does when the disk is full."""
    transaction = commit.__self__  # type: ignore[attr-defined]
    connection: sa.Connection = transaction.connection
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    connection.exec_driver_sql(
        "INSERT INTO counter (branch_id, queue, day, last_number, waiting) "
        "VALUES (999, 'nowhere', '2026-11-23', 0, 0)"
    )


FAILURES: dict[str, Callable[[int], bool]] = {
    "the first": lambda commit: commit == 1,
    "once in the middle": lambda commit: commit == 30,
    "every seventh": lambda commit: commit % 7 == 0,
    "three of four": lambda commit: commit % 4 != 0,
}


@pytest.fixture(params=FAILURES)
def fails(request: pytest.FixtureRequest) -> Callable[[int], bool]:
    """Which commits fail."""
    return FAILURES[request.param]


@pytest.fixture
def branch(monkeypatch: pytest.MonkeyPatch) -> Iterator[Branch]:
    """Two desks at work; what the log says of failed commits is another test's matter."""
    monkeypatch.setattr(writer.log, "exception", lambda *args, **named: None)
    with opened(PLAN) as branch:
        branch.sign_in(1, "Ana")
        branch.sign_in(2, "Boris")
        yield branch


def play(branch: Branch) -> tuple[list[str], int]:
    """Let customers, desks and managers do things that may fail; return the labels that were given, and how often it failed."""
    chance = random.Random(7)
    labels, failed = [], 0
    ids: list[int] = []
    for _ in range(OPERATIONS):
        branch.clock.turn(1)
        try:
            match chance.randrange(5):
                case 0 | 1:
                    queue = chance.choice(["parking", "passports"])
                    with suppress(Refusal):
                        ticket = branch.do(take_number, TakeNumber(queue=queue))
                        labels.append(ticket.label)
                        ids.append(ticket.id)
                case 2:
                    desk = chance.choice([1, 2])
                    with suppress(Refusal):
                        branch.do(call_next, CallNext(finish=True), desk)
                        branch.do(undo, desk, desk)
                case 3 if ids:
                    with suppress(Refusal):
                        branch.do(leave, chance.choice(ids))
                case 4:
                    with suppress(Refusal):
                        branch.do(*chance.choice(BY_MANAGERS), manager="Dora")
        except StorageFailed:
            failed += 1
    return labels, failed


def known(state: BranchState, now: datetime) -> tuple[Any, ...]:
    """Return all that a state knows of its branch."""
    return (
        present.snapshot(state, now, UNKNOWN),
        state.counters,
        state.moment,
        state.devices,
    )


def disagreements(branch: Branch) -> list[str]:
    """Return what does not agree: tables with journal, and memory with both."""
    with branch.reading() as view:
        links = branch.store.last_links(MAIN_BRANCH)
        found = check(view, branch.store.tokens, links).differences
        if found:
            return found
        now = branch.clock()
        tables = load(view)
        in_memory: list[tuple[Any, ...]] = []
        branch.unit(lambda session: in_memory.append(known(session.state, now)))
        if in_memory != [known(tables, now)]:
            found.append(f"in memory {in_memory}, in tables {known(tables, now)}")
        for queue in ("parking", "passports"):
            letter = tables.queue(queue).letter
            numbers = [t.number for t in view.all_tickets() if t.label[0] == letter]
            if sorted(numbers) != list(range(1, len(numbers) + 1)):
                found.append(f"{queue}: {numbers}")
    return found


@pytest.mark.parametrize("when", ["before", "at", "after"])
def test_nothing_is_lost_doubled_or_remembered_when_commits_fail(
    branch: Branch, fails: Callable[[int], bool], seen: Seen, when: str
) -> None:
    watching = Watching(branch)
    lane = FailingLane(fails, when)
    branch.restart(lane)
    labels, failed = play(branch)
    assert failed > 0
    assert len(labels) == len(set(labels)), "a number was given twice"
    lane.fails = lambda commit: False
    assert disagreements(branch) == []
    branch.restart()
    assert disagreements(branch) == []
    with branch.reading() as view:
        there = {t.label for t in view.all_tickets() if not t.is_test}
    assert set(labels) <= there, "a number that was given is lost"
    if when != "after":
        assert set(labels) == there
    branch.do(take_number, TakeNumber(queue="parking"))
    seen("a commit that fails", "commits", {f"{when} the disk, all agrees": failed})
    watching.check(1)
    watching.close()


def test_memory_agrees_with_the_tables_right_after_a_failed_commit(
    branch: Branch,
) -> None:
    branch.restart(FailingLane(lambda commit: commit == 2, "at"))
    first = branch.do(take_number, TakeNumber(queue="parking"))
    with pytest.raises(StorageFailed):
        branch.do(take_number, TakeNumber(queue="parking"))
    assert disagreements(branch) == []
    second = branch.do(take_number, TakeNumber(queue="parking"))
    assert (first.label, second.label) == ("A001", "A002")
    assert second.state is TicketState.WAITING


@pytest.mark.parametrize("when", ["before", "at", "after"])
def test_a_clock_that_was_set_is_corrected_once_however_often_its_commit_fails(
    monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    monkeypatch.setattr(writer.log, "exception", lambda *args, **named: None)
    with opened(PLAN, knows_jumps=True) as branch:
        branch.do(take_number, TakeNumber(queue="parking"))
        branch.restart(FailingLane(lambda commit: commit in {2, 3}, when))
        branch.clock.turn(60)
        branch.do(take_number, TakeNumber(queue="parking"))
        branch.clock.jump(days=1)
        for _ in range(2):
            with suppress(StorageFailed):
                branch.do(take_number, TakeNumber(queue="parking"))
        branch.clock.turn(60)
        branch.do(take_number, TakeNumber(queue="parking"))
        with branch.reading() as view:
            first, second, *_ = view.open_tickets()
            assert check(view, branch.store.tokens).differences == []
        taken = [t.taken_at + t.corrected for t in (first, second)]
        assert [branch.clock() - at for at in taken] == [
            timedelta(seconds=120),
            timedelta(seconds=60),
        ]


def test_nothing_is_told_of_a_commit_that_failed(branch: Branch) -> None:
    branch.restart(FailingLane(lambda commit: commit == 1, "at"))
    told: list[Change] = []
    branch.heard.append(told.extend)
    with pytest.raises(StorageFailed):
        branch.do(take_number, TakeNumber(queue="parking"))
    assert told == []
    branch.do(take_number, TakeNumber(queue="parking"))
    assert [change.after.label for change in told if change.after] == ["A001"]


def test_a_writer_that_keeps_its_memory_is_found_out(
    branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A planted fault: what was decided in memory stays although the commit failed."""

    def keep_memory(
        _writer: Writer, connection: sa.Connection, _error: Exception
    ) -> None:
        connection.rollback()
        _writer._memory.settle()

    monkeypatch.setattr(Writer, "_go_back", keep_memory)
    branch.restart(FailingLane(lambda commit: commit % 7 == 0, "at"))
    with suppress(Exception):
        play(branch)
    assert disagreements(branch) != []
