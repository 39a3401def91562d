"""A whole day in one branch, and what its report must add up to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from math import isclose
from statistics import median, quantiles
from typing import get_args

import pytest

from server.domain import events
from server.domain.branch import BranchSettings, DeskState, Policy
from server.domain.events import Recorded
from server.domain.figures.answer import Analytics
from server.domain.figures.period import day_of
from server.domain.state import BranchState
from server.store import journal
from server.store.check import check
from server.store.replay import Replay
from server.usecases.analytics import analytics
from server.usecases.close_day import close_day
from server.usecases.report import report as report_of
from shared.wire.messages import DayReport
from tests.engine.branch import MORNING, Branch, Plan, Seat, opened
from tests.engine.simulation import Day
from tests.engine.stays import Stay, stays

CUSTOMERS = 2_000
QUEUES = ("parking", "passports", "permits", "taxes")
PLAN = Plan(
    queues=tuple((slug, (("max_waiting", 0),)) for slug in QUEUES),
    seats=(
        Seat(1, QUEUES),
        Seat(2, ("passports", "parking"), Policy.STRICT),
        Seat(3, ("parking", "permits", "taxes"), Policy.RATIO, (2, 1, 1)),
        Seat(4, ("taxes", "permits")),
        Seat(5, QUEUES, Policy.RATIO, (1, 1, 1, 1)),
        Seat(6, QUEUES),
    ),
    people=("Ana", "Boris", "Chen", "Dina", "Emil", "Fay"),
    settings=BranchSettings(time_zone="UTC", priorities={"elder": 15}),
)
NOT_OF_THIS_DAY = {
    events.Printed,
    *get_args(events.SetUpEvent),
    events.ClockSet,
    events.TicketCorrected,
    events.QueueSwitched,
    events.KioskSwitched,
    events.QueueLent,
    events.HelperComing,
    events.StaffCalled,
    events.StaffCallEnded,
    events.TestNumberAwaited,
}
"""What only managers and clocks do, and what a desk cannot do alone."""


@pytest.fixture(scope="module")
def day() -> Iterator[Branch]:
    """A branch at whose desks a day has been played, and closed."""
    with opened(PLAN) as branch:
        for desk, person in enumerate(PLAN.people, start=1):
            branch.sign_in(desk, person)
        Day(branch, QUEUES, len(PLAN.seats), seed=1).play(CUSTOMERS, hours=9)
        branch.clock.turn(24 * 3600)
        branch.unit(close_day)
        yield branch


@pytest.fixture(scope="module")
def rows(day: Branch) -> list[Recorded]:
    with day.reading() as view:
        return list(journal.read(view.connection, view.branch.id))


@pytest.fixture(scope="module")
def served(rows: list[Recorded]) -> list[Stay]:
    return [stay for stay in stays(rows) if stay.done is not None]


@pytest.fixture(scope="module")
def report(day: Branch) -> DayReport:
    with day.reading() as view:
        return report_of(view, MORNING.date(), MORNING.date())


@pytest.fixture(scope="module")
def figures(day: Branch) -> Analytics:
    with day.reading() as view:
        return analytics(view, day_of(MORNING.date()))


def mean_number(stretches: Iterable[tuple[datetime, datetime]], hours: float) -> float:
    """Return how many were there on average: a sweep over all comings and goings."""
    steps = [
        (at, step) for pair in stretches for at, step in zip(pair, (1, -1), strict=True)
    ]
    area, here, before = 0.0, 0, MORNING
    for at, step in sorted(steps):
        area += here * (at - before).total_seconds()
        here, before = here + step, at
    assert here == 0
    return area / (hours * 3600)


pytestmark = pytest.mark.slow


def test_the_day_uses_every_move(rows: list[Recorded], report: DayReport) -> None:
    used = {type(row.event) for row in rows}
    assert {*get_args(events.Event)} - used <= NOT_OF_THIS_DAY
    assert report.taken >= CUSTOMERS
    assert report.served > 0.85 * CUSTOMERS
    assert report.taken == report.served + report.missed + report.left + report.expired


def test_littles_law_holds(served: list[Stay], report: DayReport) -> None:
    """L = λW, for the whole stay, for the wait and for being served, to a millionth."""
    hours = 24.0
    arrivals = report.all.count / (hours * 3600)
    for stretches, spent in (
        ([(s.came, s.done) for s in served if s.done], report.all.total.mean_s),
        ([(s.came, s.called) for s in served if s.called], report.all.wait.mean_s),
        ([pair for s in served for pair in s.services], report.all.service.mean_s),
    ):
        assert spent is not None
        there = mean_number(stretches, hours)
        assert isclose(there, arrivals * spent, rel_tol=1e-6)


def test_what_is_neither_wait_nor_service_was_spent_between_them(
    served: list[Stay], report: DayReport
) -> None:
    """Walking up, on hold, waiting again: with these each total is the wait and the service."""
    between = sum(
        (
            s.done - s.called - sum((e - b for b, e in s.services), timedelta(0))
        ).total_seconds()
        for s in served
        if s.done and s.called
    )
    wait, service, total = (
        spread.mean_s or 0
        for spread in (report.all.wait, report.all.service, report.all.total)
    )
    assert between > 0
    assert isclose(total, wait + service + between / len(served), rel_tol=1e-9)
    for part in (report.queues, report.desks, report.servicers, report.hours):
        assert sum(row.count for row in part) == report.served


def test_each_total_is_from_taking_to_finishing(
    day: Branch, served: list[Stay]
) -> None:
    with day.reading() as view:
        tickets = {ticket.id: ticket for ticket in view.tickets_of(MORNING.date())}
    for stay in served:
        ticket = tickets[stay.ticket]
        assert stay.done is not None
        assert ticket.waited + ticket.served == stay.done - stay.came


def test_the_manager_reads_what_the_report_says(
    figures: Analytics, report: DayReport
) -> None:
    head = figures.headline
    assert (head.asked, head.served, head.missed) == (report.taken, report.served, report.missed)  # fmt: skip
    for spread, told in (
        (head.wait, report.all.wait),
        (head.service, report.all.service),
        (head.total, report.all.total),
    ):
        assert (spread.mean, spread.median) == (told.mean_s, told.median_s)
        assert spread.p90 == told.p90_s
    assert figures.not_adding_up == ()


def test_each_hour_is_what_a_slow_count_makes_of_it(
    figures: Analytics, served: list[Stay]
) -> None:
    for hour, cell in zip(figures.hours, figures.cells[: len(figures.hours)], strict=True):  # fmt: skip
        waits = [
            (stay.called - stay.came).total_seconds()
            for stay in served
            if stay.called and stay.came.hour == hour.hour
        ]
        assert hour.people == cell.people == len(waits)
        if len(waits) > 1:
            nine_in_ten = quantiles(waits, n=10, method="inclusive")[-1]
            assert isclose(hour.wait.p90 or 0, nine_in_ten, abs_tol=0.11)
            assert isclose(hour.wait.median or 0, median(waits), abs_tol=0.11)
    assert sum(hour.people for hour in figures.hours) == len(served)


def test_desks_had_as_much_time_as_a_walk_through_the_journal_finds(
    day: Branch, figures: Analytics
) -> None:
    """Row by row: who is at which desk, who is on a break, and where somebody waits for a desk that is free."""
    spent: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    undone: Counter[int] = Counter()
    with day.reading() as view:
        replay, at = Replay(view), MORNING
        before: dict[int, str] = {}
        for change in replay:
            for number, doing in before.items():
                spent[number][doing] += (change.row.at - at).total_seconds()
            if isinstance(change.row.event, events.Undone | events.DeskUndone):
                undone[change.row.actor.desk or 0] += 1
            before, at = doings(replay.state), change.row.at
    for desk in figures.desks:
        found = spent[int(desk.name)]
        # What was undone lasted ten seconds at most, and here it was what the desk did.
        spare = 10 * undone[int(desk.name)]
        there = found["serving"] + found["break"] + found["free"] + found["awaited"]
        assert isclose(desk.open_s, there, abs_tol=1e-3)
        assert isclose(desk.break_s, found["break"], abs_tol=spare)
        assert found["serving"] - spare <= desk.serving_s
        assert desk.serving_s <= found["serving"] + found["awaited"] + spare
        assert isclose(desk.free_s, desk.open_s - desk.serving_s - desk.break_s, abs_tol=1e-6)  # fmt: skip


def doings(state: BranchState) -> dict[int, str]:
    """Return what each desk where somebody sits is about: *awaited* is one that is free though somebody waits for it."""
    found = {}
    for desk in state.desks():
        if desk.servicer is None:
            continue
        room = state.room
        if room.at_desk(desk.number) is not None:
            found[desk.number] = "serving"
        elif desk.state is DeskState.PAUSED:
            found[desk.number] = "break"
        else:
            is_awaited = any(room.waiting(slug) for slug in QUEUES)
            found[desk.number] = "awaited" if is_awaited else "free"
    return found


def test_the_journal_rebuilds_the_day(day: Branch, rows: list[Recorded]) -> None:
    with day.reading() as view:
        checked = check(view, day.store.tokens)
    assert checked.differences == []
    assert checked.rows == len(rows) == rows[-1].seq
