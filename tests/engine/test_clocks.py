"""Whatever the clock does, no number of a day is given twice, no day goes back, and nobody in line is overtaken."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.branch import BranchSettings
from server.domain.counting import Counter
from server.domain.numbering import business_day
from server.domain.refusals import Refusal
from server.domain.state import BranchState
from server.domain.ticket import OPEN_STATES, TicketState
from server.store.branch_row import BranchRow
from server.store.check import check
from server.store.load import load
from server.usecases.call_next import CallNext, call_next
from server.usecases.close_day import close_day
from server.usecases.hold import Hold, hold
from server.usecases.leave import leave
from server.usecases.setup import CloseDay
from server.usecases.take_number import TakeNumber, take_number
from tests.engine.branch import Branch, Plan, Seat, opened
from tests.engine.figures import prove_figures

pytestmark = pytest.mark.slow

QUEUES = ("parking", "passports")
HOUR, DAY = 3600.0, 86_400.0


def plan(starts: datetime, zone: str = "UTC", rollover_hour: int = 4) -> Plan:
    return Plan(
        queues=tuple((slug, (("max_waiting", 0),)) for slug in QUEUES),
        seats=(Seat(1, QUEUES),),
        people=("Ana",),
        settings=BranchSettings(time_zone=zone, rollover_hour=rollover_hour),
        starts=starts,
    )


def take_everywhere(branch: Branch) -> None:
    for queue in QUEUES:
        branch.do(take_number, TakeNumber(queue=queue))


def look(branch: Branch) -> None:
    """Look whether the day has ended, as the server does by itself every few seconds."""
    branch.unit(close_day)


def prove(branch: Branch) -> list[str]:
    """Fail unless numbers, days and lines are as they must be; return the days in the order of the journal."""
    with branch.reading() as view:
        tickets = view.all_tickets()
        assert check(view, branch.store.tokens).differences == []
        prove_figures(view)
    given = [(t.queue, t.day, t.number) for t in tickets]
    assert len(set(given)) == len(given)
    for queue in QUEUES:
        its = [t for t in tickets if t.queue == queue]
        for day in {t.day for t in its}:
            numbers = [t.number for t in its if t.day == day]
            assert numbers == list(range(1, len(numbers) + 1))
        assert all(first.day <= later.day for first, later in pairwise(its))
        waiting = [t for t in its if t.state is TicketState.WAITING]
        assert waiting == sorted(waiting, key=lambda ticket: ticket.position)
    assert len({t.day for t in tickets if t.state is TicketState.WAITING}) <= 1
    assert all(t.waited >= timedelta(0) for t in tickets)
    return list(dict.fromkeys(str(t.day) for t in tickets))


@pytest.mark.parametrize(
    "rollover_hour",
    [
        0,
        pytest.param(1, marks=pytest.mark.slow),
        pytest.param(2, marks=pytest.mark.slow),
        4,
    ],
)
@pytest.mark.parametrize(
    ("zone", "evening"),
    [
        ("Europe/Lisbon", "2026-03-28"),
        ("Europe/Lisbon", "2026-10-24"),
        # Here clocks change at midnight itself: the day loses its first hour, or has its last one twice.
        ("America/Sao_Paulo", "2018-11-03"),
        ("America/Sao_Paulo", "2019-02-16"),
        ("America/Asuncion", "2023-09-30"),
        ("America/Asuncion", "2024-03-23"),
        ("America/Havana", "2026-03-07"),
        ("America/Havana", "2026-10-31"),
        ("Asia/Beirut", "2022-03-26"),
    ],
)
def test_the_night_in_which_clocks_change_has_one_rollover(
    zone: str, evening: str, rollover_hour: int
) -> None:
    local = datetime.fromisoformat(f"{evening}T21:00").replace(tzinfo=ZoneInfo(zone))
    start = local.astimezone(UTC)
    tomorrow = str((local + timedelta(days=1)).date())
    with opened(plan(start, zone, rollover_hour)) as branch:
        for _ in range(10 * 4):
            take_everywhere(branch)
            branch.clock.turn(900)
            look(branch)
        assert prove(branch) == [evening, tomorrow]


@pytest.mark.parametrize(
    "jumps",
    [
        (HOUR, -HOUR),
        (-HOUR, HOUR),
        (DAY, -DAY),
        (-DAY, DAY),
        (-DAY, -DAY, DAY, DAY, DAY),
        (DAY, -HOUR, -DAY, HOUR, DAY),
    ],
)
@pytest.mark.parametrize(
    "restarts", [False, pytest.param(True, marks=pytest.mark.slow)]
)
@pytest.mark.parametrize(
    "start",
    [
        datetime(2026, 11, 23, 10, 0, tzinfo=UTC),
        datetime(2026, 11, 23, 3, 59, 58, tzinfo=UTC),
    ],
)
def test_a_clock_that_jumps_changes_neither_numbers_nor_order(
    jumps: tuple[float, ...], start: datetime, *, restarts: bool
) -> None:
    with opened(plan(start)) as branch:
        for jump in (0.0, *jumps, 1.0, 1.0, 1.0, DAY):
            branch.clock.turn(jump)
            if restarts:
                branch.restart()
            look(branch)
            for _ in range(3):
                take_everywhere(branch)
                branch.clock.turn(0.5)
            prove(branch)


def test_two_seconds_before_midnight_with_a_clock_that_is_set_back_again_and_again() -> (
    None
):
    start = datetime(2026, 11, 23, 23, 59, 58, tzinfo=UTC)
    with opened(plan(start, rollover_hour=0)) as branch:
        for jump in (1.0, 1.0, -1.5, 0.5, 1.0, -3.0, 2.0, 1.0, 0.0, 5.0):
            take_everywhere(branch)
            branch.clock.turn(jump)
        assert prove(branch) == ["2026-11-23", "2026-11-24"]


def test_a_clock_one_day_ahead_costs_one_day_and_no_number() -> None:
    """While the clock is right again, the branch stays at the later day, until that day has really come."""
    start = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)
    with opened(plan(start)) as branch:
        for jump in (DAY, -DAY, DAY, DAY):
            take_everywhere(branch)
            branch.clock.turn(jump)
            branch.restart()
        take_everywhere(branch)
        assert prove(branch) == ["2026-11-23", "2026-11-24", "2026-11-25"]


@pytest.mark.slow
@given(
    jumps=st.lists(
        st.tuples(
            st.sampled_from(
                [1.0, 60.0, HOUR, 5 * HOUR, DAY, -1.0, -HOUR, -DAY, -2 * DAY]
            ),
            st.booleans(),
        ),
        max_size=8,
    ),
    rollover_hour=st.sampled_from([0, 4, 23]),
    zone=st.sampled_from(["UTC", "Europe/Lisbon", "America/Havana"]),
)
def test_any_clock(
    jumps: list[tuple[float, bool]], rollover_hour: int, zone: str
) -> None:
    start = datetime(2026, 10, 31, 23, 59, 58, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    with opened(plan(start, zone, rollover_hour)) as branch:
        for jump, looks in jumps:
            take_everywhere(branch)
            branch.clock.turn(jump)
            if looks:
                look(branch)
        prove(branch)


STEPS = [
    "take",
    "call",
    "hold",
    "leave",
    "close",
    "wait",
    "wait a day",
    "restart",
    "reboot",
    "wake up with the evening's clock",
    "wake up days behind",
    "wake up days ahead",
]
JUMPS = [HOUR, -HOUR, DAY, -DAY, 14 * DAY, -14 * DAY, 365 * DAY]


@pytest.mark.slow
@given(
    steps=st.lists(
        st.one_of(
            st.sampled_from(STEPS),
            st.sampled_from(JUMPS),
            # While the server is stopped, too.
            st.tuples(st.sampled_from(["restart"]), st.sampled_from(JUMPS)),
        ),
        max_size=14,
    ),
    rollover_hour=st.sampled_from([0, 4]),
)
def test_any_clock_that_is_set(
    steps: list[str | float | tuple[str, float]], rollover_hour: int
) -> None:
    """Whenever it is set, by whatever, tables and journal agree, nobody is overtaken, and only time ends a stay.

    Time that passes ends every day, and whoever had gone before the machine began to run stays in that day's report.
    """
    start = datetime(2026, 10, 31, 22, 0, tzinfo=UTC)
    with opened(plan(start, rollover_hour=rollover_hour), knows_jumps=True) as branch:
        branch.sign_in(1, "Ana")
        gone: dict[int, date] = {}
        for step in steps:
            before, was = open_tickets(branch), branch_row(branch)
            today = business_day(branch.clock(), "UTC", rollover_hour)
            a_step(branch, step)
            after = open_tickets(branch)
            if not isinstance(step, str):
                assert before <= after, "somebody went by a clock"
            if step == "wait a day" and was.stands_for == today:
                assert not before & after, "somebody stayed overnight"
            if isinstance(step, str) and step.startswith(("reboot", "wake up")):
                gone |= ended_tickets(branch)
            prove_set(branch)
            assert gone.items() <= ended_tickets(branch).items(), "yesterday changed"


def a_step(branch: Branch, step: str | float | tuple[str, float]) -> None:
    match step:
        case float():
            branch.clock.jump(seconds=step)
            settle(branch)
        case "restart", jump:
            branch.clock.jump(seconds=float(jump))
            branch.restart()
            settle(branch)
        case "take":
            take_everywhere(branch)
        case "call":
            branch.do(call_next, CallNext(finish=True), 1)
        case "hold" | "leave":
            with branch.reading() as view:
                chosen = view.open_tickets()[:1]
            for ticket in chosen:
                with suppress(Refusal):
                    if step == "hold":
                        branch.do(hold, Hold(ticket=ticket.id), 1)
                    else:
                        branch.unit(partial(leave, ticket_id=ticket.id))
        case "close":
            branch.set_up(CloseDay())
        case "restart":
            branch.restart()
        case "wait" | "wait a day":
            branch.clock.turn(DAY if step == "wait a day" else 60.0)
            settle(branch)
        case _:
            branch.clock.turn(ASLEEP[str(step)])
            branch.reboot()
            settle(branch)


ASLEEP = {
    "reboot": 60.0,
    "wake up with the evening's clock": 5.0,
    "wake up days behind": -3 * DAY,
    "wake up days ahead": 3 * DAY,
}
"""By how much the clock differs once the machine runs again."""


def settle(branch: Branch) -> None:
    """Do all that the server does by itself, until nothing is due."""
    for answer in branch.store.look_at_clock():
        branch.store.wait(answer)
    look(branch)


def branch_row(branch: Branch) -> BranchRow:
    with branch.reading() as view:
        return view.branch


def open_tickets(branch: Branch) -> set[int]:
    with branch.reading() as view:
        return {ticket.id for ticket in view.open_tickets()}


def ended_tickets(branch: Branch) -> dict[int, date]:
    with branch.reading() as view:
        tickets = view.all_tickets()
    return {t.id: t.day for t in tickets if t.state not in OPEN_STATES}


def known(state: BranchState) -> tuple[Any, ...]:
    """Return what a state knows of days, numbers, and who is here."""
    here = sorted(state.room.tickets(), key=lambda ticket: ticket.id)
    counters = {key: each for key, each in state.counters.items() if each != Counter()}
    return state.seq, state.moment, state.day, state.stands_for, counters, here


def prove_set(branch: Branch) -> None:
    in_memory: list[tuple[Any, ...]] = []
    branch.unit(lambda session: in_memory.append(known(session.state)))
    with branch.reading() as view:
        assert check(view, branch.store.tokens).differences == []
        prove_figures(view)
        assert in_memory == [known(load(view))]
        tickets, day = view.all_tickets(), view.branch.day
    given = [(t.queue, t.day, t.number) for t in tickets]
    assert len(set(given)) == len(given)
    assert len({(t.day, t.label) for t in tickets}) == len(tickets)
    for queue in QUEUES:
        line = [t for t in tickets if (t.queue, t.state.value) == (queue, "waiting")]
        assert line == sorted(line, key=lambda ticket: ticket.position)
    assert all(t.day == day for t in tickets if t.state in OPEN_STATES)
    assert all(timedelta(0) <= t.waited < timedelta(days=15) for t in tickets)
