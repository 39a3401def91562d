"""A whole day in one branch, and what its report must add up to."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from math import isclose
from typing import get_args

import pytest

from server.domain import events
from server.domain.branch import BranchSettings, Policy
from server.domain.events import Recorded
from server.store import journal
from server.store.check import check
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


def test_the_journal_rebuilds_the_day(day: Branch, rows: list[Recorded]) -> None:
    with day.reading() as view:
        checked = check(view, day.store.tokens)
    assert checked.differences == []
    assert checked.rows == len(rows) == rows[-1].seq
