"""How many desks a week needs, by weeks that are made up: which days count, which hours are open, and which queues share desks."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

import pytest

from server.domain.branch import BranchSettings, Desk, Hours, Queue, QueueSettings
from server.forecast.erlang import Flow, desks_for, expected
from server.forecast.past import Handled, Past
from server.forecast.plan import Plan, plan, worst
from server.forecast.pooling import pools
from server.present.hours_text import exceptions_of, week_of
from server.present.plan_text import plan_text

Came = Mapping[tuple[str, tuple[date, int]], int]

TODAY = date(2026, 11, 28)
MONDAY, TUESDAY = date(2026, 11, 30), date(2026, 12, 1)
OFFICE = Hours(week=week_of("mon-fri 09:00-12:30"))
MINUTES = QueueSettings(expected_minutes=4)


def queue(slug: str, settings: QueueSettings = MINUTES) -> Queue:
    return Queue(slug=slug, letter=slug, names={"en": slug}, ordinal=0, settings=settings)  # fmt: skip


def desk(number: int, *queues: str, lent: tuple[str, ...] = ()) -> Desk:
    return Desk(number=number, queues=queues, lent=lent)


def mondays(*counts: int, hour: int = 9, slug: str = "a") -> dict[tuple[str, tuple[date, int]], int]:  # fmt: skip
    """So many came in that hour of the last Mondays, the last one first."""
    last = date(2026, 11, 23)
    return {(slug, (last - timedelta(weeks=ago), hour)): n for ago, n in enumerate(counts) if n}  # fmt: skip


def planned(
    came: Mapping[tuple[str, tuple[date, int]], int],
    *,
    hours: Hours = OFFICE,
    queues: tuple[Queue, ...] = (queue("a"),),
    desks: tuple[Desk, ...] = (desk(1, "a"),),
    **past: Any,
) -> Plan:
    settings = BranchSettings(hours=hours, target_minutes=15)
    known = Past(came=came, **past)
    return plan(settings, queues, desks, known, MONDAY, TODAY)


@pytest.mark.parametrize(
    ("desks", "together"),
    [
        ((), ["a", "b", "c", "d"]),
        ((desk(1, "a", "b"), desk(2, "c"), desk(3, "d")), ["a b", "c", "d"]),
        ((desk(1, "a", "b"), desk(2, "b", "c")), ["a b c", "d"]),
        ((desk(1, "d", "a"), desk(2, "c", "b")), ["a d", "b c"]),
        ((desk(1, "a", "b"), desk(2, "c", "d"), desk(3, "d", "a")), ["a b c d"]),
        ((desk(1, "a", lent=("b",)), desk(2, "gone")), ["a", "b", "c", "d"]),
    ],
)
def test_queues_that_share_desks_are_planned_together(
    desks: tuple[Desk, ...], together: list[str]
) -> None:
    found = pools([queue(slug) for slug in "abcd"], desks)
    assert [" ".join(pool.queues) for pool in found] == together


def test_pools_name_the_desks_that_serve_them() -> None:
    found = pools([queue("a"), queue("b")], [desk(7, "b"), desk(2, "b", "a")])
    assert [pool.desks for pool in found] == [(2, 7)]


@pytest.mark.parametrize(
    ("came", "per_hour", "days"),
    [
        (mondays(6), 6, 1),
        (mondays(6, 12), 9, 2),
        (mondays(6, 6, 6, 12, 12, 12, 99), 9, 6),
        (mondays(6, 0, 12), 9, 2),  # On the second somebody was ill.
        (mondays(0, 0, 0, 0, 0, 0, 6, 12), 9, 2),
        (mondays(12) | mondays(4, hour=11), 12, 1),
        (mondays(12) | mondays(0, 4, hour=11), 6, 2),
        ({("a", (TODAY, 9)): 99} | mondays(6), 6, 1),
        ({("other", (date(2026, 11, 23), 9)): 99} | mondays(0, 6), 6, 1),
    ],
)
def test_who_comes_is_the_mean_of_the_last_six_such_weekdays_on_which_somebody_came(came: Came, per_hour: float, days: int) -> None:  # fmt: skip
    pool = planned(came).pools[0]
    need = pool.need(MONDAY, 9)
    assert need is not None
    assert need.per_hour == pytest.approx(per_hour)
    assert need.from_days == days
    assert pool.thin == ({MONDAY: days} if days < 3 else {})


@pytest.mark.parametrize(
    ("today", "changed", "hours"),
    [
        (date(2026, 11, 5), {date(2026, 10, 24): (0, 1, 1, 2)}, [0, 1, 2]),
        (date(2026, 4, 8), {date(2026, 3, 28): (0, 2)}, [0, 1, 2]),
        # The night that is planned for has no hour from one to two.
        (date(2026, 3, 26), {}, [0, 2]),
    ],
)
def test_twelve_an_hour_are_twelve_an_hour_also_when_the_clock_is_changed(
    today: date, changed: dict[date, tuple[int, ...]], hours: list[int]
) -> None:
    monday = today - timedelta(days=today.weekday())
    saturdays = [monday - timedelta(days=2, weeks=ago) for ago in range(3)]
    nights = {day: changed.get(day, (0, 1, 2)) for day in saturdays}
    assert changed.keys() <= nights.keys()
    came = {
        ("a", (day, hour)): 12 * shown.count(hour)
        for day, shown in nights.items()
        for hour in shown
    }
    staffed = {(1, when): count / 12 for (_, when), count in came.items()}
    settings = BranchSettings(hours=Hours(), time_zone="Europe/Lisbon")
    known = Past(came=came, staffed=staffed)
    (pool,) = plan(settings, [queue("a")], [desk(1, "a")], known, monday, today).pools
    assert [each.hour for each in pool.needs] == hours
    assert {(round(each.per_hour, 6), each.usually) for each in pool.needs} == {(12, 1)}


def test_days_that_were_not_as_usual_tell_nothing() -> None:
    hours = exceptions_of(OFFICE, ["2026-11-16=09:00-10:00"])
    need = planned(mondays(6, 99, 12), hours=hours).pools[0].need(MONDAY, 9)
    assert need is not None
    assert need.per_hour == pytest.approx(9)


def test_closed_hours_need_nobody_and_half_an_hour_is_half_an_hour() -> None:
    pool = planned(mondays(6) | mondays(3, hour=12) | mondays(5, hour=20)).pools[0]
    assert [need.hour for need in pool.needs] == [9, 10, 11, 12]
    assert pool.hours == [9, 10, 11, 12]
    half = pool.need(MONDAY, 12)
    assert half is not None
    assert half.per_hour == pytest.approx(6), "three came in the half of the hour"
    empty = pool.need(MONDAY, 10)
    assert empty is not None
    assert (empty.desks, empty.then.served) == (1, 1), "open, so somebody is there"


def test_a_holiday_needs_nobody_and_is_told() -> None:
    hours = exceptions_of(OFFICE, [f"{MONDAY}=closed", f"{TUESDAY}=09:00-10:00"])
    tuesdays = {("a", (date(2026, 11, 24), 9)): 6}
    pool = planned(mondays(6) | tuesdays, hours=hours).pools[0]
    assert [(need.day, need.hour) for need in pool.needs] == [(TUESDAY, 9)]
    assert pool.different == (MONDAY, TUESDAY)
    assert pool.unknown == tuple(date(2026, 12, day) for day in (2, 3, 4))


def test_what_is_open_for_ever_is_planned_for_the_hours_in_which_somebody_came() -> (
    None
):
    found = planned(mondays(6) | mondays(1, hour=22), hours=Hours())
    assert [need.hour for need in found.pools[0].needs] == [9, 22]
    assert found.pools[0].unknown == ()


MORNING = QueueSettings(expected_minutes=4, hours=Hours(week=week_of("mon-tue 09:00-12:00")))  # fmt: skip
WEDNESDAY, THURSDAY = date(2026, 12, 2), date(2026, 12, 3)


@pytest.mark.parametrize(
    ("hours", "came", "needed", "unknown"),
    [
        (Hours(), mondays(6, hour=10), [(MONDAY, 9), (MONDAY, 10), (MONDAY, 11)], [TUESDAY]),
        (Hours(), mondays(6, hour=14, slug="b"), [(MONDAY, 9), (MONDAY, 10), (MONDAY, 11), (MONDAY, 14)], [TUESDAY]),
        (Hours(), {("b", (date(2026, 11, 25), 14)): 6}, [(WEDNESDAY, 14)], [MONDAY, TUESDAY]),
        (Hours(exceptions={date(2026, 12, 25): ()}), mondays(6, hour=14, slug="b"), [(MONDAY, 9), (MONDAY, 10), (MONDAY, 11), (MONDAY, 14)], [TUESDAY]),
        (Hours(exceptions={MONDAY: ()}), mondays(6, hour=14, slug="b"), [(MONDAY, 9), (MONDAY, 10), (MONDAY, 11)], [TUESDAY]),
        (Hours(exceptions={MONDAY: ((time(13), time(15)),)}), mondays(6, hour=14, slug="b"), [(MONDAY, 9), (MONDAY, 10), (MONDAY, 11), (MONDAY, 13), (MONDAY, 14)], [TUESDAY]),
        (Hours(exceptions={THURSDAY: ((time(13), time(15)),)}), mondays(6, slug="b"), [(MONDAY, 9), (MONDAY, 10), (MONDAY, 11)], [TUESDAY, THURSDAY]),
        (Hours(), {}, [], [MONDAY, TUESDAY]),
    ],
    ids=["it has hours", "the other has none", "another weekday", "a holiday far away", "a holiday", "other hours for a day", "for a day of which nothing is known", "nobody has come"],
)  # fmt: skip
def test_a_queue_without_hours_opens_no_hour_in_which_nobody_came_for_it(
    hours: Hours,
    came: Came,
    needed: list[tuple[date, int]],
    unknown: list[date],
) -> None:
    queues = (queue("a", MORNING), queue("b"))
    found = planned(came, hours=hours, queues=queues, desks=(desk(1, "a", "b"),))
    (pool,) = found.pools
    assert [(need.day, need.hour) for need in pool.needs] == needed
    assert list(pool.unknown) == unknown


def test_one_holiday_does_not_keep_a_branch_without_hours_open_for_ever() -> None:
    closed = Hours(exceptions={date(2026, 12, 25): ()})
    found = planned(mondays(6), hours=closed)
    assert [(need.day, need.hour) for need in found.pools[0].needs] == [(MONDAY, 9)]
    assert found.pools[0].unknown == ()
    assert "nothing is known" not in plan_text(found, {"a": "Parking"}, "desk")


def test_of_a_queue_for_which_nobody_came_yet_the_command_says_so() -> None:
    queues = (queue("a"), queue("b"))
    found = planned(mondays(6), hours=Hours(), queues=queues, desks=(desk(1, "a"),))
    said = plan_text(found, {"a": "Parking", "b": "Taxes"}, "desk")
    assert said.endswith("Taxes (no desk serves it)\nNothing is known of it yet.")


BAR = Hours(week=week_of("mon-wed 22:00-02:00"))


def test_a_night_is_planned_by_the_clock_on_the_wall_from_such_business_days() -> None:
    came = mondays(6, hour=22) | mondays(4, hour=1)
    pool = planned(came, hours=BAR).pools[0]
    needs = {(need.day, need.hour): need.per_hour for need in pool.needs}
    assert needs == {(MONDAY, 22): 6, (MONDAY, 23): 0, (TUESDAY, 0): 0, (TUESDAY, 1): 4}
    assert pool.unknown == (TUESDAY, WEDNESDAY)
    assert pool.thin == {MONDAY: 1}
    assert pool.hours == [0, 1, 22, 23], "and none of those between, in which it sleeps"


def test_a_week_begins_with_the_night_of_the_day_before_and_names_each_weekday_once() -> None:  # fmt: skip
    bar = Hours(week=week_of("sat-sun 22:00-02:00"))
    came = {("a", (date(2026, 11, 22), hour)): 4 for hour in (22, 1)}
    pool = planned(came, hours=bar).pools[0]
    sunday = date(2026, 12, 6)
    assert [(need.day, need.hour, need.per_hour) for need in pool.needs] == [(MONDAY, 0, 0), (MONDAY, 1, 4), (sunday, 22, 4), (sunday, 23, 0)]  # fmt: skip
    assert pool.thin == {sunday: 1}
    assert pool.unknown == (sunday - timedelta(days=1),)


@pytest.mark.parametrize(
    ("exceptions", "came"),
    [
        ([], mondays(6, 0, 6, hour=22) | mondays(4, 0, 4, hour=1)),
        (["2026-11-16=closed"], mondays(6, 9, 6, hour=22) | mondays(4, 9, 4, hour=1)),
    ],
    ids=["somebody was ill", "it was closed"],
)
def test_a_night_on_which_nobody_came_counts_neither_before_nor_after_midnight(
    exceptions: list[str], came: Came
) -> None:
    """Also where others came on the same days on the wall, in the nights before and after."""
    sundays = {("a", (date(2026, 11, 15), hour)): 5 for hour in (22, 1)}
    tuesdays = {("a", (date(2026, 11, 17), hour)): 5 for hour in (22, 1)}
    hours = exceptions_of(BAR, exceptions)
    pool = planned({**came, **sundays, **tuesdays}, hours=hours).pools[0]
    found = {need.hour: (need.per_hour, need.from_days) for need in pool.needs if need.of == MONDAY}  # fmt: skip
    assert found == {22: (6, 2), 23: (0, 2), 0: (0, 2), 1: (4, 2)}


def test_desks_are_as_many_as_the_goal_needs_and_both_ways_are_told() -> None:
    handled = {"a": Handled(called=990, busy_s=990 * 300, left=99, waited_s=99_000)}
    staffed = {(1, (date(2026, 11, 23), 9)): 1.0, (2, (date(2026, 11, 23), 9)): 0.6}
    found = planned(
        mondays(40),
        desks=(desk(1, "a"), desk(2, "a"), desk(3, "b")),
        handled=handled,
        staffed=staffed | {(3, (date(2026, 11, 23), 9)): 1.0},
    )
    need = found.pools[0].need(MONDAY, 9)
    assert need is not None
    flow = Flow(
        per_hour=40,
        handling_s=(990 * 300 + 10 * 240) / 1000,
        patience_s=(99_000 + 10_800) / 100,
    )
    assert need.desks == desks_for(flow, 900, 0.8)
    assert need.then == expected(flow, need.desks, 900)
    assert (need.usually, need.lacks) == (2, need.desks - 2)
    assert need.now == expected(flow, 2, 900)
    assert need.now.served < 0.8 <= need.then.served


def test_a_queue_keeps_a_desk_for_as_long_as_its_own_customers_do() -> None:
    queues = (queue("a"), queue("b", QueueSettings(expected_minutes=12)))
    came = mondays(9) | mondays(3, slug="b")
    found = planned(came, queues=queues, desks=(desk(1, "a", "b"),))
    need = found.pools[0].need(MONDAY, 9)
    assert need is not None
    flow = Flow(per_hour=12, handling_s=(9 * 240 + 3 * 720) / 12, patience_s=10_800)
    assert need.then == expected(flow, need.desks, 900)


def test_a_queue_with_hours_of_its_own_counts_only_while_it_is_open() -> None:
    own = QueueSettings(hours=Hours(week=week_of("mon 11:00-12:00")))
    queues = (queue("a"), queue("b", own))
    came = mondays(9) | mondays(5, slug="b") | mondays(5, slug="b", hour=11)
    pool = planned(came, queues=queues, desks=(desk(1, "a", "b"),)).pools[0]
    rates = {need.hour: need.per_hour for need in pool.needs if need.day == MONDAY}
    assert rates == {9: 9, 10: 0, 11: 5, 12: 0}


@pytest.mark.parametrize(
    ("came", "said"),
    [
        ({}, None),
        (mondays(3), None),
        (mondays(40), (9, 10, 3, 1)),
        (mondays(40) | mondays(40, hour=10), (9, 11, 3, 1)),
        (mondays(25) | mondays(25, hour=10) | mondays(40, hour=11), (11, 12, 3, 1)),
        (mondays(25) | mondays(40, hour=10) | mondays(40, hour=11), (10, 12, 3, 1)),
    ],
)
def test_the_worst_is_where_most_desks_lack_and_of_those_the_longest(
    came: Came, said: tuple[int, int, int, int] | None
) -> None:
    hours = range(9, 12)
    staffed = {(1, (date(2026, 11, 23), hour)): 1.0 for hour in hours}
    found = worst(planned(came, staffed=staffed))
    assert said == (found and (found.hour, found.until, found.desks, found.usually))


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ((22, 23), (MONDAY, 22, 24)),
        ((22, 23, 0), (MONDAY, 22, 1)),
        ((23, 0, 1), (MONDAY, 23, 2)),
        ((0, 1), (TUESDAY, 0, 2)),
        ((22, 0, 1), (TUESDAY, 0, 2)),
    ],
)
def test_a_stretch_goes_on_over_midnight(
    hours: tuple[int, ...], said: tuple[date, int, int]
) -> None:
    busy = {("a", (date(2026, 11, 23), hour)): 40 for hour in hours}
    found = worst(planned(busy, hours=BAR))
    assert said == (found and (found.day, found.hour, found.until))


def test_a_stretch_ends_where_it_closes_at_noon() -> None:
    noon = Hours(week=week_of("mon 09:00-10:00,11:00-12:00"))
    found = worst(planned(mondays(40) | mondays(40, hour=11), hours=noon))
    assert found is not None
    assert (found.hour, found.until) == (9, 10)


def test_a_stretch_ends_with_its_business_day() -> None:
    last = {("a", (date(2026, 11, 23), hour)): 40 for hour in (2, 3)}
    next_one = {("a", (date(2026, 11, 24), hour)): 40 for hour in (4, 5)}
    found = worst(planned(last | next_one, hours=Hours()))
    assert found is not None
    assert (found.day, found.hour, found.until) == (TUESDAY, 2, 4)
