"""A day that is played again, on days small enough to count by hand."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.domain.branch import Desk, DeskState, Policy
from server.domain.numbering import position
from server.forecast.day_facts import AT_ONCE, Customer, DayFacts, Sitting, Stint
from server.forecast.what_if import (
    OneMoreDesk,
    OtherPolicy,
    OtherQueues,
    Waits,
    What,
    play,
    really,
    waits_of,
)

FOUR = datetime(2026, 11, 23, 4, tzinfo=UTC)


def desk(number: int = 1, queues: str = "ab", **more: Any) -> Desk:
    return Desk(number=number, queues=tuple(queues), state=DeskState.OPEN, **more)


def sitting(desk: Desk, since: float = 0, until: float = 10_000) -> Sitting:
    return Sitting(desk=desk, since_s=since, until_s=until)


def comes(id: int, at: float, queue: str = "a", work: float | None = 100, **more: Any) -> Customer:  # fmt: skip
    """Return somebody who comes then and takes so long; `then` is a second wait, `early` a head start."""
    again, early = more.pop("then", None), more.pop("early", 0)
    place = position(FOUR + timedelta(seconds=at - early), id)
    first = Stint(queue=queue, lag_s=at, position=place, work_s=work, **more)
    stints = [first, again] if again else [first]
    return Customer(id=id, stints=stints, waited_s=None)


def day(customers: list[Customer], *sittings: Sitting, gap: float = 0) -> DayFacts:
    numbers = {each.desk.number for each in sittings}
    gaps = {number: [gap] * len(customers) for number in numbers}
    return DayFacts(begins=FOUR, customers=customers, sittings=sittings, gaps=gaps)


def played(facts: DayFacts, what: What | None = None) -> dict[int, float | None]:
    return {each.customer.id: each.waited_s for each in play(facts, what)}


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
        comes(4, 0, work=None, patience_s=30),
        comes(5, 0, "b", work=None, patience_s=900),
        comes(6, 0, "b", work=None),
    ]  # fmt: skip
    outcomes = really(day(customers, sitting(desk())))
    found = waits_of(outcomes, timedelta(minutes=5))
    # Who left before the target was over would perhaps have been called in time.
    assert found == Waits(
        came=6, called=3, left=2, mean_s=240, half_s=120, most_s=456, in_time=2, counted=5
    )  # fmt: skip
    assert found.share_in_time == pytest.approx(0.4)
    assert waits_of(outcomes, timedelta(minutes=5), ["b"]).came == 2
    assert waits_of([], timedelta(minutes=5)).share_in_time is None
