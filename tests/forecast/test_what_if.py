"""A day that is played again, on days small enough to count by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from random import Random
from typing import Any

import pytest

from server.domain.branch import BranchSettings, Desk, DeskState, Policy
from server.domain.numbering import position
from server.forecast.day_facts import (
    AT_ONCE,
    Cause,
    Customer,
    DayFacts,
    Gap,
    Sitting,
    Stint,
)
from server.forecast.day_play import really
from server.forecast.what_if import (
    OneMoreDesk,
    OtherPolicy,
    OtherQueues,
    Waits,
    What,
    differing,
    how_often,
    mean_of,
    play,
    stretch,
    waits_of,
)
from tests.by_night import by_night

FOUR = datetime(2026, 11, 23, 4, tzinfo=UTC)
DAY = timedelta(days=1)


def desk(number: int = 1, queues: str = "ab", **more: Any) -> Desk:
    return Desk(number=number, queues=tuple(queues), state=DeskState.OPEN, **more)


def sitting(desk: Desk, since: float = 0, until: float = 10_000) -> Sitting:
    return Sitting(desk=desk, since_s=since, until_s=until)


def comes(id: int, at: float, queue: str = "a", work: float | None = 100, **more: Any) -> Customer:  # fmt: skip
    """Return somebody who comes then and takes so long; `then` is a second wait, `early` a head start."""
    again, early = more.pop("then", None), more.pop("early", 0)
    place = position(FOUR + timedelta(seconds=at - early), id)
    more = {"position": place, **more}
    first = Stint(queue=queue, lag_s=at, work_s=work, **more)
    stints = [first, again] if again else [first]
    return Customer(id=id, stints=stints, waited_s=None)


def day(customers: list[Customer], *sittings: Sitting, gap: float = 0) -> DayFacts:
    numbers = {each.desk.number for each in sittings}
    gaps = [Gap(number, Cause.PARTED, gap) for number in numbers]
    return DayFacts(begins=FOUR, customers=customers, sittings=sittings, gaps=gaps)


def played(facts: DayFacts, what: What | None = None) -> dict[int, float | None]:
    (outcomes,) = play(facts, what, times=1)
    return {each.customer.id: each.waited_s for each in outcomes}


THREE = [comes(1, 0), comes(2, 10), comes(3, 20)]
TWO_QUEUES = [comes(1, 0), comes(2, 10), comes(3, 20, "b"), comes(4, 30)]


@pytest.mark.parametrize(
    ("facts", "waits"),
    [
        # One after the other; each call takes a moment.
        (day(THREE, sitting(desk())), {1: 0, 2: 90, 3: 180}),
        (day(THREE, sitting(desk()), gap=5), {1: 5, 2: 100, 3: 195}),
        # Two desks; one that opens late, and one on a break, which overruns by whom it serves.
        (day(THREE, sitting(desk(1)), sitting(desk(2))), {1: 0, 2: 0, 3: 80}),
        (day(THREE, sitting(desk(), since=50)), {1: 50, 2: 140, 3: 230}),
        (
            day(THREE, sitting(desk(), until=40), sitting(desk(), since=300)),
            {1: 0, 2: 350, 3: 440},
        ),
        # Whom a desk was about to call when it closed is called by another that is free.
        (day([comes(1, 0)], sitting(desk(1), until=40), sitting(desk(2)), gap=60), {1: 120}),
        # A desk that is still busy when its next sitting is over sits that one out, and one that is set up anew has no break.
        (
            day(
                [comes(1, 0, work=200), comes(2, 9_000)],
                *(sitting(desk(), *times) for times in ((0, 40), (50, 120))),
            ),
            {1: 0, 2: None},
        ),
        (
            day(
                [comes(1, 0, work=200), comes(2, 10, work=200), comes(3, 9_000)],
                *(sitting(desk(), *times) for times in ((0, 40), (50, 120), (130, 400))),
            ),
            {1: 0, 2: 200, 3: None},
        ),
        (
            day(
                [comes(1, 0, work=200), comes(2, 10), comes(3, 30, "b"), comes(4, 500)],
                *(sitting(desk(queues=queues), *times) for queues, times in (("a", (0, 30)), ("ab", (30, 60)), ("b", (60, 400)))),
            ),
            {1: 0, 2: None, 3: 170, 4: None},
        ),
        # What it overran by really is no later end of the break; what it overruns by beyond is.
        (
            day(THREE, Sitting(desk=desk(), since_s=0, until_s=40, overran_s=60), sitting(desk(), since=300)),
            {1: 0, 2: 290, 3: 380},
        ),
        (
            day(THREE, Sitting(desk=desk(), since_s=0, until_s=40, overran_s=10), sitting(desk(), since=300)),
            {1: 0, 2: 340, 3: 430},
        ),
        # It is closed before everybody was called, or serves another queue.
        (day(THREE, sitting(desk(), until=150)), {1: 0, 2: 90, 3: None}),
        (day(THREE, sitting(desk(queues="b"))), {1: None, 2: None, 3: None}),
        # A head start, and one who is sent to a desk.
        (
            day([comes(1, 0), comes(2, 10), comes(3, 20, early=60)], sitting(desk())),
            {1: 0, 2: 190, 3: 80},
        ),
        (
            day(
                [comes(1, 0), comes(2, 10), comes(3, 20, for_desk=2)],
                sitting(desk(1)),
                sitting(desk(2), since=500),
            ),
            {1: 0, 2: 90, 3: 480},
        ),
        # Who gives up leaves unless called before; how long they would have taken is what others took.
        (
            day([comes(1, 0), comes(2, 10, work=None, patience_s=60)], sitting(desk())),
            {1: 0, 2: None},
        ),
        (
            day(
                [
                    comes(1, 0),
                    comes(2, 10, work=None, patience_s=95),
                    comes(3, 20),
                ],
                sitting(desk()),
            ),
            {1: 0, 2: 90, 3: 180},
        ),
        # Who comes back, here to where nobody waits before them, waits again; only the first wait is told.
        (
            day(
                [
                    comes(1, 0, then=Stint(queue="a", lag_s=50, position=AT_ONCE, work_s=30)),
                    comes(2, 10),
                    comes(3, 20),
                ],
                sitting(desk()),
            ),
            {1: 0, 2: 90, 3: 210},
        ),
        # Who comes back at 150 stands before or behind whoever came at 120, by their head start.
        *(
            (
                day(
                    [
                        comes(1, 0, then=Stint(queue="a", lag_s=50, position="", keeps_place=False, head_start_s=early, work_s=30)),
                        comes(2, 10),
                        comes(3, 120),
                    ],
                    sitting(desk()),
                ),
                {1: 0, 2: 90, 3: waited},
            )
            for early, waited in ((60, 110), (0, 80))
        ),
        # Who walks up to a desk goes before all others there, whatever its policy.
        (
            day(
                [comes(1, 0), comes(2, 10), comes(3, 90, "b", position=AT_ONCE, for_desk=1)],
                sitting(desk(policy=Policy.STRICT)),
            ),
            {1: 0, 2: 190, 3: 10},
        ),
    ],
)  # fmt: skip
def test_a_day_is_played_as_it_was(
    facts: DayFacts, waits: dict[int, float | None]
) -> None:
    assert played(facts) == pytest.approx(waits)


@pytest.mark.parametrize(
    ("customers", "at", "what", "waits"),
    [
        (
            THREE,
            desk(),
            OneMoreDesk(queues=("a",), since_s=0, until_s=1000),
            {1: 0, 2: 0, 3: 80},
        ),
        # It comes late, and for another queue.
        (
            THREE,
            desk(),
            OneMoreDesk(queues=("a",), since_s=60, until_s=1000),
            {1: 0, 2: 50, 3: 80},
        ),
        (
            THREE,
            desk(),
            OneMoreDesk(queues=("b",), since_s=0, until_s=1000),
            {1: 0, 2: 90, 3: 180},
        ),
        # Who came first, one queue first, one of each in turn.
        (TWO_QUEUES, desk(), None, {1: 0, 2: 90, 3: 180, 4: 270}),
        (
            TWO_QUEUES,
            desk(),
            OtherPolicy(policy=Policy.STRICT),
            {1: 0, 2: 90, 3: 280, 4: 170},
        ),
        (
            TWO_QUEUES,
            desk(queues="ba", policy=Policy.STRICT),
            None,
            {1: 0, 3: 80, 2: 190, 4: 270},
        ),
        (
            TWO_QUEUES,
            desk(queues="ba", policy=Policy.STRICT),
            OtherPolicy(policy=Policy.OLDEST, desk=1),
            {1: 0, 2: 90, 3: 180, 4: 270},
        ),
        (
            TWO_QUEUES,
            desk(queues="ba"),
            OtherPolicy(policy=Policy.RATIO, desk=1, weights=(1, 1)),
            {1: 0, 3: 80, 2: 190, 4: 270},
        ),
        # Another desk's policy is none of its business.
        (
            TWO_QUEUES,
            desk(),
            OtherPolicy(policy=Policy.STRICT, desk=2),
            {1: 0, 2: 90, 3: 180, 4: 270},
        ),
        (
            TWO_QUEUES,
            desk(),
            OtherQueues(desk=1, queues=("b",)),
            {1: None, 2: None, 3: 0, 4: None},
        ),
    ],
)
def test_a_change_changes_who_is_called(
    customers: list[Customer],
    at: Desk,
    what: What | None,
    waits: dict[int, float | None],
) -> None:
    assert played(day(customers, sitting(at)), what) == pytest.approx(waits)


def test_a_desk_that_was_not_there_is_as_slow_to_call_as_the_others() -> None:
    facts = day(THREE, sitting(desk()), gap=7)
    more = OneMoreDesk(queues=("a",), since_s=0, until_s=1000)
    assert played(facts, more) == pytest.approx({1: 7, 2: 7, 3: 94})


def test_waits_are_counted_as_reports_do() -> None:
    customers = [
        *(Customer(id=n, stints=comes(n, 0).stints, waited_s=n * 60) for n in (1, 2, 9)),
        Customer(id=3, stints=comes(3, 0).stints, waited_s=60, comes=False),
        comes(4, 0, work=None, patience_s=30),
        comes(5, 0, "b", work=None, patience_s=900),
        comes(6, 0, "b", work=None),
    ]  # fmt: skip
    outcomes = really(day(customers, sitting(desk())))
    found = waits_of(outcomes, timedelta(minutes=5))
    # Who left before the target was over would perhaps have been called in time; who did not come was not.
    assert found == Waits(
        came=7, called=4, served=3, left=2, unserved=1, mean_s=240, half_s=120, most_s=456, in_time=2, counted=6
    )  # fmt: skip
    assert found.share_in_time == pytest.approx(1 / 3)
    assert waits_of(outcomes, timedelta(minutes=5), "b").came == 2
    assert waits_of([], timedelta(minutes=5)).share_in_time is None


@pytest.mark.parametrize(
    ("since", "until", "hours"),
    [
        ((10, 0), (12, 30), (6, 8.5)),
        # The business day goes from four to four; a day that begins before it begins with it.
        ((22, 0), (4, 0), (18, 24)),
        ((1, 0), (3, 0), (21, 23)),
        ((0, 0), (0, 0), (0, 20)),
        ((2, 0), (6, 0), (0, 2)),
        # What ends before it begins stays so, to be refused.
        ((12, 0), (10, 0), (8, 6)),
        ((22, 0), (5, 0), (18, 1)),
        ((10, 0), (10, 0), (6, 6)),
    ],
)
def test_times_are_of_the_business_day(
    since: tuple[int, int], until: tuple[int, int], hours: tuple[float, float]
) -> None:
    found = stretch(time(*since), time(*until), FOUR.date(), BranchSettings())
    assert found == (hours[0] * 3600, hours[1] * 3600)


OCTOBER, MARCH = date(2026, 10, 25), date(2026, 3, 29)
"""At two in Lisbon it is one once more; at one it is two."""


@pytest.mark.parametrize(
    ("day", "rollover", "since", "until", "hours"),
    [
        (OCTOBER, 0, (10, 0), (12, 0), (11, 13)),
        (OCTOBER, 0, (0, 0), (0, 0), (0, 25)),
        (OCTOBER, 0, (1, 30), (2, 0), (1.5, 3)),
        (OCTOBER, 4, (4, 0), (4, 0), (0, 24)),
        (OCTOBER - DAY, 4, (1, 0), (3, 0), (21, 24)),
        (OCTOBER - DAY, 4, (10, 0), (12, 0), (6, 8)),
        (OCTOBER - DAY, 4, (20, 0), (4, 0), (16, 25)),
        (MARCH, 0, (10, 0), (12, 0), (9, 11)),
        (MARCH, 0, (0, 0), (0, 0), (0, 23)),
        # What the clock leaves out is the moment at which it does.
        (MARCH, 0, (0, 30), (1, 30), (0.5, 1)),
        (MARCH, 0, (1, 30), (2, 30), (1, 1.5)),
        (MARCH, 0, (1, 15), (1, 45), (1, 1)),
        (MARCH - DAY, 4, (1, 0), (3, 0), (21, 22)),
        (MARCH - DAY, 4, (20, 0), (4, 0), (16, 23)),
    ],
)  # fmt: skip
def test_times_are_by_the_clock_on_the_wall_also_when_it_is_changed(
    day: date,
    rollover: int,
    since: tuple[int, int],
    until: tuple[int, int],
    hours: tuple[float, float],
) -> None:
    branch = BranchSettings(time_zone="Europe/Lisbon", rollover_hour=rollover)
    found = stretch(time(*since), time(*until), day, branch)
    assert found == (hours[0] * 3600, hours[1] * 3600)


# --- chance -------------------------------------------------------------------------------------


def busy_day(seed: int) -> DayFacts:
    """Four desks that serve other queues each, customers who take very differently long, some of whom leave: where chance decides much."""
    random = Random(seed)
    customers = []
    for id in range(1, 131):
        at = random.betavariate(1.6, 2) * 27_000
        leaves = random.random() < 0.13
        first = comes(
            id,
            at,
            random.choices("abc", [4, 5, 3])[0],
            work=None if leaves else random.lognormvariate(6.1, 0.6),
            patience_s=random.expovariate(1 / 900) if leaves else None,
        )
        waited = None if leaves else random.expovariate(1 / 300)
        customers.append(replace(first, waited_s=waited))
    customers.sort(key=lambda each: each.stints[0].lag_s)
    sittings = [
        sitting(desk(number, queues), until=30_000)
        for number, queues in enumerate(("ab", "b", "ca", "bc"), start=1)
    ]
    gaps = [
        Gap(number, cause, random.uniform(2, most))
        for number in range(1, 5)
        for cause, most in ((Cause.PARTED, 45), (Cause.CAME, 20))
        for _ in range(10)
    ]
    return DayFacts(begins=FOUR, customers=customers, sittings=sittings, gaps=gaps)


TARGET = timedelta(minutes=15)


@pytest.mark.parametrize(
    ("days", "times_of_day", "times"), [(5, (14_400,), 12), by_night(15, (0, 7_200, 14_400), 24)]
)  # fmt: skip
def test_one_more_desk_is_never_told_to_be_worse(
    days: int, times_of_day: Sequence[float], times: int
) -> None:
    told = better = 0
    for seed in range(days):
        facts = busy_day(seed)
        before = [waits_of(each, TARGET) for each in play(facts, times=times)]
        for queues, since in product(("a", "b", "c", "abc"), times_of_day):
            more = OneMoreDesk(queues=tuple(queues), since_s=since, until_s=since + 3600)  # fmt: skip
            after = [waits_of(each, TARGET) for each in play(facts, more, times=times)]
            for name in differing(before, after):
                now, then = (getattr(mean_of(each), name) for each in (before, after))
                is_better = then > now if name == "share_in_time" else then < now
                assert is_better, (seed, queues, since, name, now, then)
                better += is_better
            told += 1
    assert told == days * 4 * len(times_of_day)
    assert better > told / 2


def test_customers_who_change_how_long_they_take_work_as_much_in_every_play() -> None:
    works = [40.0 + 17 * n for n in range(12)]
    customers = [
        *(comes(id, 0, work=work) for id, work in enumerate(works, start=1)),
        comes(13, 0, "b"),
    ]
    # One desk, which calls the only one for `b` when nobody waits for `a` any more.
    facts = day(customers, sitting(desk(policy=Policy.STRICT)))
    waits = [[each.waited_s for each in again] for again in play(facts, times=6)]
    assert [each[-1] for each in waits] == [pytest.approx(sum(works))] * 6
    assert len({tuple(each) for each in waits}) == 6


@pytest.mark.parametrize(
    ("customers", "times"), [(1, 48), (400, 48), (2_000, 10), (10_000, 2), (30_000, 2)]
)
def test_the_more_come_the_less_often_a_day_is_played_but_never_once(
    customers: int, times: int
) -> None:
    assert how_often(customers) == times


def test_what_changes_nothing_is_the_very_same_in_every_play() -> None:
    facts = busy_day(1)
    for what in (
        OtherPolicy(policy=Policy.OLDEST),
        OtherQueues(desk=3, queues=("c", "a")),
        OneMoreDesk(queues=("nobody",), since_s=0, until_s=9_000),
    ):
        assert play(facts, what, times=3) == play(facts, times=3)


@pytest.mark.parametrize(
    ("halves", "differs"),
    [
        # Less than half a minute, as much as chance makes, and clearly.
        ([(300, 280), (310, 290), (290, 271)], False),
        ([(300, 100), (310, 400), (290, 200)], False),
        ([(300, 200), (310, 205), (290, 195)], True),
        # Nobody was served before, or in no play at all.
        ([(None, 200), (None, 205)], True),
        ([(None, None)], False),
        # Of a single pair nobody knows what is chance.
        ([(300, 100)], False),
        ([(300, 100), (None, None)], False),
    ],
)
def test_what_differs_no_more_than_by_chance_is_no_difference(
    halves: list[tuple[float | None, float | None]], differs: bool
) -> None:
    before, after = ([Waits(half_s=each) for each in found] for found in zip(*halves, strict=True))  # fmt: skip
    assert ("half_s" in differing(before, after)) is differs
