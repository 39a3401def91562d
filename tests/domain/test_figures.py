"""Figures of days: each by a small case, and many days put together as if they were counted at once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from statistics import median, quantiles
from zoneinfo import ZoneInfo

import pytest

from server.domain.figures import by_clock, everybody, occupancy
from server.domain.figures.answer import NOBODY, Within
from server.domain.figures.day import day_figures
from server.domain.figures.days import Days
from server.domain.figures.kept import DayFigures, PresenceFigures
from server.domain.figures.visits import Visit
from server.domain.promise import Promise
from server.domain.ticket import TicketState

MONDAY = date(2026, 11, 23)
UTC_ZONE = ZoneInfo("UTC")
_S = 1_000_000
_HOUR = 3_600 * _S
_MIDNIGHT = int(datetime(2026, 11, 23, tzinfo=UTC).timestamp()) * _S


def visit(
    state: str,
    waited: float,
    served: float = 0,
    *,
    hour: float = 9,
    queue: str = "parking",
    called: bool | None = None,
    promise: Promise | None = None,
    day: int = 0,
) -> Visit:
    """Return somebody who asked at this hour and waited so many seconds; called unless they left or expired."""
    is_called = state not in {"left", "expired"} if called is None else called
    asked = _MIDNIGHT + int(hour * _HOUR) + day * 24 * _HOUR
    gone = asked + round(waited * _S)
    return Visit(
        id=1,
        queue=queue,
        desk=3 if is_called else None,
        servicer="Maria" if is_called else None,
        state=state,
        asked=asked,
        called=gone if is_called else None,
        ended=None if state == "waiting" else gone + round(served * _S),
        served=round(served * _S),
        promise=promise,
    )


def days_of(*visits: Visit, queue: str | None = None, target_s: int = 900) -> Days:
    return Days([day_figures(MONDAY, visits, [], UTC_ZONE)], queue, target_s, begins=4)


@pytest.mark.parametrize(
    ("visits", "within"),
    [
        ([visit("done", 900)], Within(served=1, of=1)),
        ([visit("done", 900.000001)], Within(served=0, of=1)),
        # Who left early did not give the branch a chance; who left late waited too long.
        ([visit("left", 900)], Within(served=0, of=0)),
        ([visit("left", 901)], Within(served=0, of=1)),
        # Who was called and left then, or did not come, was not served.
        ([visit("left", 10, called=True)], Within(served=0, of=1)),
        ([visit("missed", 10)], Within(served=0, of=1)),
        ([visit("expired", 10)], Within(served=0, of=1)),
        # Of who is here still nothing is known yet.
        ([visit("waiting", 0, called=False)], Within(served=0, of=0)),
        ([visit("done", 1), visit("done", 1, queue="taxes")], Within(served=2, of=2)),
    ],
)
def test_served_within_the_target_out_of_those_who_gave_it_a_chance(
    visits: list[Visit], within: Within
) -> None:
    assert everybody.headline(days_of(*visits)).within == within


def test_everybody_is_told_by_what_became_of_them() -> None:
    told = everybody.headline(
        days_of(
            visit("done", 60, 120),
            visit("missed", 30),
            visit("left", 20),
            visit("left", 20, called=True),
            visit("expired", 40),
            visit("waiting", 0, called=False),
        )
    )
    counts = (told.asked, told.served, told.missed, told.left, told.expired, told.here)
    assert counts == (6, 1, 1, 2, 1, 1)
    assert (told.called, told.left_uncalled) == (3, 1)
    assert (told.missed_rate, told.left_rate) == (1 / 3, 1 / 6)
    assert (told.wait.mean, told.service.mean, told.between_s) == (60, 120, 0)
    assert told.total.mean == 180


def test_one_queue_is_told_alone() -> None:
    both = [visit("done", 60, 120), visit("done", 600, 60, queue="taxes", hour=14)]
    told = everybody.headline(days_of(*both, queue="taxes"))
    assert (told.asked, told.wait.mean) == (1, 600)
    (hour,) = by_clock.by_hour(days_of(*both, queue="taxes"), None)
    assert (hour.hour, hour.people, hour.wait.median) == (14, 1, 600)
    assert [each.queue for each in everybody.by_queue(days_of(*both))] == [
        "parking",
        "taxes",
    ]


@pytest.mark.parametrize(("people", "told"), [(4, False), (5, True)])
def test_nothing_is_told_of_fewer_than_five_not_even_beside_others(
    people: int, told: bool
) -> None:
    few, many = (days_of(*[visit("done", 60)] * count) for count in (people, 9))
    (hour,) = by_clock.by_hour(many, few)
    monday = next(cell for cell in by_clock.by_weekday(few) if cell.weekday == 0)
    assert [each is not None for each in (hour.before_p90, monday.p90)] == [told] * 2


def test_after_midnight_it_is_the_next_weekday() -> None:
    """Monday’s business day goes on until four on Tuesday; Sunday’s night is Monday’s."""
    monday = day_figures(MONDAY, [visit("done", 60, hour=23.5)] + [visit("done", 60, hour=24.5)] * 2, [], UTC_ZONE)  # fmt: skip
    sunday = day_figures(MONDAY - timedelta(days=1), [visit("done", 60, hour=0.5)] * 3, [], UTC_ZONE)  # fmt: skip
    cells = by_clock.by_weekday(Days([sunday, monday], None, 900, begins=4))
    came = {(each.weekday, each.hour): each.people for each in cells if each.is_open}
    assert came == {(0, 23): 1, (1, 0): 2, (0, 0): 3}


def test_a_night_is_of_the_weekday_on_which_its_business_day_began() -> None:
    """Of both in the share that were called in time; only on the wall it is the next weekday."""
    night = [visit("done", 60, hour=25)] * 5
    sunday = day_figures(MONDAY - timedelta(days=1), night, [], UTC_ZONE)
    monday = day_figures(MONDAY, [visit("done", 60), visit("done", 999)], [], UTC_ZONE)
    days = Days([sunday, monday], None, 900, begins=4)
    found = by_clock.by_business_day(by_clock.by_day(days))
    assert found == {6: Within(served=5, of=5), 0: Within(served=1, of=2)}
    assert sum(found.values(), NOBODY) == everybody.headline(days).within


def test_hours_go_from_the_first_to_the_last_of_the_business_day() -> None:
    late = [visit("done", 60, hour=hour) for hour in (22, 25)]
    hours = by_clock.by_hour(days_of(*late), None)
    assert [(each.hour, each.people) for each in hours] == [
        (22, 1),
        (23, 0),
        (0, 0),
        (1, 1),
    ]


def test_of_fewer_than_five_nothing_is_told() -> None:
    for people, p90 in ((4, None), (5, 46)):
        waits = [visit("done", 10 * (n + 1)) for n in range(people)]
        cell = by_clock.by_weekday(days_of(*waits))[0]
        assert (cell.weekday, cell.hour, cell.people) == (0, 9, people)
        assert cell.p90 == p90
        assert cell.is_open
    tuesday = by_clock.by_weekday(days_of(*waits))[1]
    assert (tuesday.weekday, tuesday.people, tuesday.is_open) == (1, 0, False)


def test_who_left_and_who_did_not_come_are_told_by_their_wait() -> None:
    told = everybody.gone(
        days_of(
            visit("done", 299.9),
            visit("left", 300),
            visit("missed", 300),
            visit("left", 2_700),
            visit("expired", 10),
        )
    )
    found = {each.from_s: (each.people, each.left, each.missed) for each in told}
    assert found[0] == (1, 0, 0)
    assert found[300] == (2, 1, 1)
    assert found[2_700] == (1, 1, 0)
    assert told[-1].to_s is None


def test_promises_are_kept_or_not() -> None:
    ten = Promise(300, 600, 900)
    told = everybody.promises(
        days_of(
            visit("done", 300, promise=ten),
            visit("done", 299.9, promise=ten),
            visit("done", 901, promise=ten),
            visit("missed", 660, promise=ten),
            visit("left", 60, promise=ten),
            visit("done", 60),
            visit("done", 0, promise=Promise(0, 30, 60)),
        )
    )
    assert (told.people, told.kept, told.coverage) == (5, 3, 0.6)
    assert told.error_s == pytest.approx((300 + 300.1 + 301 + 60 + 30) / 5)
    short, long = told.classes
    assert (short.people, short.mid_s) == (1, 30)
    assert (long.low_s, long.mid_s, long.high_s) == (300, 600, 900)
    assert (long.people, long.kept, long.p50) == (4, 2, 480)
    assert everybody.promises(days_of(visit("done", 1))).coverage is None


SEAT = PresenceFigures(
    desk=3,
    person="Maria",
    open_us=8 * _HOUR,
    break_us=_HOUR,
    serving_us={"parking": 3 * _HOUR, "taxes": _HOUR},
    there_us={9: _HOUR, 10: 6 * _HOUR},
)


def served_at_a_desk(queue: str | None) -> Days:
    """Return a day on which Maria was there from nine, and served 30 for parking and 5 for taxes."""
    visits = [visit("done", 10, 60)] * 30 + [visit("done", 10, 60, queue="taxes")] * 5
    day = day_figures(MONDAY, visits, [], UTC_ZONE)
    return Days([replace(day, presence=(SEAT,))], queue, 900, begins=4)


@pytest.mark.parametrize(
    ("queue", "asked", "capacity"),
    [
        # Four hours for 35 customers: an hour is enough for 8.75.
        (None, 35, 8.75),
        # Three quarters of her time went to parking, of which each took six minutes.
        ("parking", 30, 0.75 * 10),
        ("taxes", 5, 0.25 * 5),
    ],
)
def test_what_open_desks_could_serve(
    queue: str | None, asked: int, capacity: float
) -> None:
    nine, ten = by_clock.loads(served_at_a_desk(queue))
    assert (nine.hour, nine.asked, nine.capacity) == (9, asked, capacity)
    assert nine.excess == asked - capacity
    assert (ten.asked, ten.capacity, ten.excess) == (0, 6 * capacity, 0)


USUAL = (date(2026, 10, 17), (0, 1, 2))
OCTOBER = (date(2026, 10, 24), (0, 1, 1, 2))
MARCH = (date(2026, 3, 28), (0, 2))
"""Business days, and the hours after midnight by the clock in Lisbon, which shows one of them twice, or leaves it out."""


@pytest.mark.parametrize(
    "nights", [[USUAL], [OCTOBER], [USUAL, OCTOBER], [MARCH], [USUAL, MARCH]]
)
def test_six_an_hour_are_six_an_hour_also_when_the_clock_is_changed(
    nights: list[tuple[date, tuple[int, ...]]],
) -> None:
    found = []
    for day, hours in nights:
        visits = [visit("done", 10, 600, hour=hour) for hour in hours for _ in range(6)]
        there = {hour: hours.count(hour) * _HOUR for hour in hours}
        seat = replace(SEAT, serving_us={"parking": len(hours) * _HOUR}, there_us=there)
        counted = day_figures(day, visits, [], UTC_ZONE)
        found.append(replace(counted, presence=(seat,)))
    days = Days(found, None, 900, begins=4, time_zone="Europe/Lisbon")
    loads = {each.hour: (each.asked, each.capacity) for each in by_clock.loads(days)}
    empty = {1: (0, 0)} if nights == [MARCH] else {}
    assert loads == dict.fromkeys((0, 1, 2), (6, 6)) | empty


@pytest.mark.parametrize(
    ("days", "running", "going_on"),
    [
        ([0], None, []),
        ([0], (0, 10), [10]),
        ([0, 1], (1, 10), []),
        ([0], (0, 12), [12]),
        ([0, 1], (1, 12), []),
        ([0], (1, 12), []),
    ],
    ids=["it is over", "somebody is there", "it was there the day before", "somebody came", "and did the day before", "of another day"],
)  # fmt: skip
def test_an_hour_is_going_on_where_no_other_day_had_it(
    days: list[int], running: tuple[int, int] | None, going_on: list[int]
) -> None:
    found = [
        replace(day_figures(MONDAY + timedelta(days=at), [visit("done", 10, 60, day=at, hour=12)], [], UTC_ZONE), presence=(SEAT,))
        for at in days
    ]  # fmt: skip
    now = None if running is None else (MONDAY + timedelta(days=running[0]), running[1])
    told = by_clock.loads(Days(found, None, 900, begins=4), now)
    assert [each.hour for each in told if each.is_going_on] == going_on


def test_desks_and_people_spend_their_time() -> None:
    for of in (occupancy.by_desk, occupancy.by_person):
        (told,) = of(served_at_a_desk("taxes"))
        assert told.name in {"3", "Maria"}
        times = (told.open_s, told.serving_s, told.free_s, told.break_s)
        assert times == (8 * 3_600, 4 * 3_600, 3 * 3_600, 3_600)
        assert told.occupancy == 4 / 7
        assert (told.served, told.wait_s, told.service_s, told.total_s) == (
            5,
            10,
            60,
            70,
        )


# --- days put together -------------------------------------------------------------------------------


def random_visits(random: Random, day: int) -> list[Visit]:
    found = []
    for _ in range(random.randint(0, 120)):
        state = random.choice(
            ["done"] * 6 + ["missed", "left", "left", "expired", "waiting"]
        )
        mid = random.randint(0, 4_000)
        told = Promise(mid // 2, mid, mid * 2) if random.random() < 0.6 else None
        found.append(
            visit(
                state,
                random.choice([0.0, random.expovariate(1 / 700), 900.0]),
                random.expovariate(1 / 300),
                hour=random.uniform(8, 17),
                queue=random.choice(["parking", "passports", "taxes"]),
                called=True if state == "left" and random.random() < 0.2 else None,
                promise=told,
                day=day,
            )
        )
    return found


@pytest.mark.parametrize("seed", range(20))
def test_days_put_together_are_as_if_they_were_counted_at_once(seed: int) -> None:
    """Nothing is lost by keeping days one by one: medians and all, of one queue or of all."""
    random = Random(seed)
    weeks = [random_visits(random, 7 * week) for week in range(6)]
    each = [
        day_figures(MONDAY + timedelta(weeks=week), visits, [], UTC_ZONE)
        for week, visits in enumerate(weeks)
    ]
    at_once: list[DayFigures] = [
        day_figures(MONDAY, [v for visits in weeks for v in visits], [], UTC_ZONE)
    ]
    for queue in (None, "parking", "nowhere"):
        kept, whole = (Days(days, queue, 900, begins=4) for days in (each, at_once))
        for told in (
            everybody.headline,
            everybody.by_queue,
            everybody.gone,
            everybody.promises,
            by_clock.by_weekday,
            occupancy.by_desk,
            occupancy.by_person,
        ):
            assert told(kept) == told(whole)
        assert by_clock.by_hour(kept, whole) == by_clock.by_hour(whole, kept)


@pytest.mark.parametrize("seed", range(5))
def test_a_period_is_what_a_slow_count_makes_of_it(seed: int) -> None:
    random = Random(seed)
    visits = random_visits(random, 0) + random_visits(random, 0)
    told = everybody.headline(days_of(*visits))
    done = [v for v in visits if v.state == TicketState.DONE]
    waits = sorted(((v.called or 0) - v.asked) / _S for v in done)
    assert told.wait.mean == pytest.approx(sum(waits) / len(waits), abs=1e-6)
    assert told.wait.median == pytest.approx(median(waits), abs=0.11)
    nine_in_ten = quantiles(waits, n=10, method="inclusive")[-1]
    assert told.wait.p90 == pytest.approx(nine_in_ten, abs=0.11)
    assert told.within.served == sum(wait <= 900 for wait in waits)
