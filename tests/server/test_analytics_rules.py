"""What stands out in figures, which period an address means, and how a spreadsheet gets them: by tables of cases."""

import csv
import re
from dataclasses import replace
from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest

from server.domain.figures.answer import (
    Analytics,
    Cell,
    Gone,
    Headline,
    HourLoad,
    HourWaits,
    Occupied,
    Promises,
    Total,
    Within,
)
from server.domain.figures.period import Period, day_of, range_of, week_of
from server.domain.spread import Spread
from server.forecast.erlang import Expected
from server.forecast.plan import Need, Plan, PoolPlan
from server.forecast.pooling import Pool
from server.present.analytics import (
    Hard,
    Leaving,
    Peak,
    hard,
    leaving,
    of_100,
    overfull,
    owing_to,
    peak,
    under,
)
from server.present.analytics_figure import (
    Column,
    Dialect,
    Drawn,
    Row,
    figure,
    figure_csv,
    figures_csv,
)
from server.present.plan_csv import plan_csv
from server.web.languages import shipped
from server.web.manager.analytics_desks import desks
from server.web.manager.analytics_period import Chosen, called, chosen
from server.web.manager.analytics_waits import by_day, loads, weekdays
from server.web.manager.analytics_words import Told, Tone, facts, sentences

MINUTE = 60
TODAY = date(2026, 11, 24)
WEEK = timedelta(weeks=1)


# --- what stands out ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "minutes"),
    [(0, 1), (59.9, 1), (60, 1), (66, 2), (120.1, 2), (150, 3), (350, 6), (360, 6)],
)
def test_a_wait_is_under_the_next_whole_minute_and_no_breath_of_it_is_counted(
    seconds: float, minutes: int
) -> None:
    assert under(seconds) == minutes


def week(*days: str, first: int = 9) -> list[Cell]:
    """Return a week from the minutes of each day's hours from 9 on; `.` is of too few people."""
    return [
        Cell(
            weekday=day,
            hour=(first + hour) % 24,
            people=9,
            p90=None if minutes == "." else float(minutes) * MINUTE,
            is_open=True,
        )
        for day, hours in enumerate(days)
        for hour, minutes in enumerate(hours.split())
    ]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("14 31 27", "9 14 16", "8 13 15"), Hard(weekday=0, is_morning=True, hour=10)),
        (("4 5 6 7 31 28", "9 14 16 8 9 9"), Hard(weekday=0, is_morning=False, hour=13)),
        (("14 31 27", "9 14 30", "8 13 15"), Hard(weekday=0, is_morning=None, hour=10)),
        (("5 31 6", "9 14 16", "8 13 15"), Hard(weekday=0, is_morning=None, hour=10)),
        (("10 11 12", "11 10 12"), None),
        (("14 31 27",), None),
        ((". 31 .", ". 14 ."), None),
        (("0.2 0.9 0.8", "0.1 0.1 0.1"), None),
    ],
    ids=["morning", "afternoon", "two rivals", "one hour", "all alike", "one weekday", "too little", "under a minute"],
)  # fmt: skip
def test_what_is_hard_is_said_only_where_it_is(
    days: tuple[str, ...], expected: Hard | None
) -> None:
    assert hard(week(*days), begins=4) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (("9 9 31", "9 9 8"), Hard(weekday=0, is_morning=None, hour=1)),
        (("9 9 31 30", "9 9 8 9"), Hard(weekday=0, is_morning=None, hour=1)),
        (("9 9 31 . . . . . . . 30", "9 9 8"), Hard(weekday=0, is_morning=None, hour=1)),
        (("9 9 9 . . . . . . . 30 29", "9 9 8"), Hard(weekday=0, is_morning=True, hour=9)),
    ],
    ids=["one hour", "two of a night", "a night and a morning are rivals", "a morning"],
)  # fmt: skip
def test_a_night_is_no_morning(days: tuple[str, ...], expected: Hard) -> None:
    assert hard(week(*days, first=23), begins=4) == expected


@pytest.mark.parametrize(
    ("first", "hours", "expected"),
    [
        (9, "22/24 34/30 38/30 33/34 21/18", [(10, 12), (13, 14)]),
        (9, "22/24 12/30", []),
        (9, "22/21.6", []),
        (9, "22/? 30/20", [(10, 11)]),
        (22, "20/30 34/30 38/30 40/30 20/30", [(23, 2)]),
        (22, "34/30 34/30 20/30 40/30", [(22, 24), (1, 2)]),
    ],
    ids=["two runs", "room for all", "less than half a person", "nobody was served", "over midnight", "until midnight"],
)  # fmt: skip
def test_hours_in_a_row_that_were_too_full_are_one(
    first: int, hours: str, expected: list[tuple[int, int]]
) -> None:
    loads = [
        HourLoad(hour=(first + at) % 24, asked=float(came), capacity=None if room == "?" else float(room))
        for at, (came, room) in enumerate(each.split("/") for each in hours.split())
    ]  # fmt: skip
    assert overfull(loads) == expected


def hours(minutes: str, people: int = 9, first: int = 9) -> list[HourWaits]:
    return [
        HourWaits(hour=(first + at) % 24, people=people, wait=Spread(mean=1, median=1, p90=float(each) * MINUTE), before_p90=None)
        for at, each in enumerate(minutes.split())
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("waits", "expected"),
    [
        (hours("10 19 22 18 16 11 5"), Peak(hour=11, eases=True)),
        (hours("10 12 22 12 20 11 5"), Peak(hour=11, eases=False)),
        (hours("10 12 11 12 30"), Peak(hour=13, eases=False)),
        (hours("10 11 12 11"), None),
        (hours("10 19 22 18 16 11 5", people=4), None),
        (hours("16 18 11 5 25 24.6", first=20), Peak(hour=0, eases=False)),
        (hours("5 11 16 18 25 24 9", first=20), Peak(hour=0, eases=True)),
        (hours("5 30 16 18 9 8", first=22), Peak(hour=23, eases=True)),
    ],
    ids=["eases", "a second peak", "at the end", "all alike", "few people", "midnight does not", "midnight does", "after midnight"],
)  # fmt: skip
def test_a_peak_eases_only_where_no_other_follows(
    waits: list[HourWaits], expected: Peak | None
) -> None:
    assert peak(waits) == expected


def desk(name: str, serving: float, away: float = 0) -> Occupied:
    return Occupied(name=name, open_s=100, serving_s=serving, free_s=100 - serving - away, break_s=away, served=1, wait_s=1, service_s=1, total_s=2)  # fmt: skip


@pytest.mark.parametrize(
    ("them", "heading"),
    [
        ([desk("1", 90), desk("2", 41)], "Desk 1 hardly had a pause; Desk 2 was free 59 of 100 minutes"),
        ([desk("1", 80, away=8), desk("2", 60)], "Desk 1 hardly had a pause"),
        ([desk("1", 80), desk("2", 50)], "Desk 2 was free 50 of 100 minutes"),
        ([desk("1", 99), desk("2", 100)], "No desk had much of a pause"),
        ([desk("1", 99), desk("2", 100), desk("3", 80)], "2 of 3 desks hardly had a pause"),
        ([desk("1", 99), desk("2", 100), desk("3", 80), desk("4", 0, away=100)], "2 of 4 desks hardly had a pause"),
        ([desk("1", 99), desk("2", 100), desk("4", 0, away=100)], "2 of 3 desks hardly had a pause"),
        ([desk("1", 80), desk("2", 60)], "What the desks did with their time"),
        ([desk("1", 99)], "What the desks did with their time"),
    ],
    ids=["both", "a break is no pause", "half", "all", "several", "one was never there", "nor are they all", "neither", "alone"],
)  # fmt: skip
def test_a_desk_is_named_where_it_alone_had_no_pause_or_many(
    them: list[Occupied], heading: str
) -> None:
    figure = desks(told(headline(), None, desks=tuple(them)))
    assert figure.heading.replace("\N{NO-BREAK SPACE}", " ") == heading


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("100/0 100/5 50/8 50/12", Leaving(minutes=10, share=0.2)),
        ("100/0 100/1 50/0 50/0", Leaving(minutes=0, share=1 / 300)),
        ("100/5 100/5 50/3 50/4", None),
        ("100/5 100/12 50/0 50/0", None),
        ("3/0 1/1", None),
    ],
    ids=["after ten", "hardly anybody", "here and there", "not those who stay", "few people"],
)  # fmt: skip
def test_people_leave_after_so_many_minutes_only_where_many_do_from_then_on(
    classes: str, expected: Leaving | None
) -> None:
    pairs = (each.split("/") for each in classes.split())
    gone = [
        Gone(from_s=at * 300, to_s=at * 300 + 300, people=int(people), left=int(left), missed=0)
        for at, (people, left) in enumerate(pairs)
    ]  # fmt: skip
    found = leaving(gone)
    assert (found and found.minutes) == (expected and expected.minutes)
    assert (found and found.share) == (expected and pytest.approx(expected.share))


NO_SPREAD = Spread(mean=None, median=None, p90=None)


def headline(**more: Any) -> Headline:
    """Return what became of a hundred people, all alike but for this."""
    wait = Spread(mean=300, median=more.pop("median", 350.0), p90=more.pop("p90", 1070.0))  # fmt: skip
    counts = {"asked": 100, "served": 80, "missed": 3, "left": 17, "expired": 0, "here": 0, "called": 83, "left_uncalled": 17}  # fmt: skip
    return Headline(**counts | more, wait=wait, service=NO_SPREAD, between_s=None, total=NO_SPREAD, within=Within(served=70, of=80))  # fmt: skip


def told(now: Headline, before: Headline | None, **more: Any) -> Told:
    found = replace(Analytics(
        period=week_of(TODAY), before=week_of(TODAY), queue=None, is_running=False, begins=4, first_day=date(2026, 1, 5), full_days=5, target_s=900, headline=now, headline_before=before, weekdays={}, weekdays_before={},
        hours=(), cells=(), loads=(), days=(), desks=(), people=(), gone=(), promises=Promises(people=0, kept=0, error_s=None, width_s=None, classes=()), queues=(), not_adding_up=(), unreadable=(),
    ), **more)  # fmt: skip
    return Told(found=found, chosen=asked(), language=shipped().choose(["en"]), names={})  # fmt: skip


@pytest.mark.parametrize(
    ("now", "before", "at", "change", "tone"),
    [
        ({"served": 41 + 80}, {}, 0, "41 more", Tone.NONE),
        ({"served": 79}, {}, 0, "1 fewer", Tone.NONE),
        ({"median": 350.0}, {"median": 410.0}, 1, "1 min less", Tone.BETTER),
        ({"p90": 1300.0}, {"p90": 1070.0}, 2, "4 min more", Tone.WORSE),
        ({"p90": 1075.0}, {"p90": 1070.0}, 2, "as before", Tone.NONE),
        ({"missed": 3}, {"missed": 3}, 3, "4 in 100, as before", Tone.NONE),
        ({"missed": 8}, {"missed": 3}, 3, "10 in 100, before: 4", Tone.WORSE),
        ({"missed": 0, "called": 0}, {"missed": 3}, 3, "", Tone.NONE),
        ({"left_uncalled": 19}, {}, 4, "2 more", Tone.WORSE),
        ({"left_uncalled": 9}, {}, 4, "8 fewer", Tone.BETTER),
        ({"expired": 20}, {}, 5, "20 more", Tone.WORSE),
        ({"expired": 0}, {"expired": 2}, 5, "2 fewer", Tone.BETTER),
        ({"here": 7}, {}, 5, "", Tone.NONE),
        ({"served": 4}, {}, 2, "too few people", Tone.NONE),
        ({}, {"served": 4}, 2, "", Tone.NONE),
        ({}, {"asked": 0}, 4, "", Tone.NONE),
    ],
)  # fmt: skip
def test_each_figure_says_how_it_changed_and_whether_that_is_worse(
    now: dict[str, Any], before: dict[str, Any], at: int, change: str, tone: Tone
) -> None:
    fact = facts(told(headline(**now), headline(**before)))[at]
    assert (fact.change, fact.tone) == (change, tone)


@pytest.mark.parametrize(
    ("now", "said"),
    [
        ({}, []),
        ({"expired": 20}, ["20 people were still waiting when the day ended, and were not served."]),
        ({"here": 1}, ["1 person is still here."]),
    ],
)  # fmt: skip
def test_who_was_not_served_is_told(now: dict[str, Any], said: list[str]) -> None:
    first = sentences(told(headline(**now), None))[0]
    unserved = re.findall(r"[^.]*(?:day ended|still here)[^.]*[.]", first)
    assert [each.strip() for each in unserved] == said


@pytest.mark.parametrize(
    ("cells", "waits", "days", "worst"),
    [
        ("9 31", "", 7, "Worst was <b>Monday from 10 to 11</b>"),
        ("31", "", 7, None),
        ("", "9 31", 1, "Worst was <b>from 10 to 11</b>"),
        ("", "31", 1, None),
    ],
    ids=["a week", "a week of one hour", "a day", "a day of one hour"],
)
def test_an_hour_is_the_worst_only_where_there_is_another(
    cells: str, waits: str, days: int, worst: str | None
) -> None:
    period = week_of(TODAY) if days > 1 else day_of(TODAY)
    those = told(headline(), None, period=period, cells=tuple(week(cells)), hours=tuple(hours(waits)))  # fmt: skip
    found = re.search(r"Worst was <b>[^<]+</b>", " ".join(sentences(those)))
    assert (found and found.group()) == worst
    assert bool(weekdays(those).rows) is (cells == "9 31")


def test_who_is_called_in_time_is_said_to_be_served_too() -> None:
    said = sentences(told(headline(), None))[0]
    assert "<b>88 of 100</b> were called within your 15 minutes and served." in said
    line = by_day(told(headline(), None))
    assert line.heading == "Called within your 15 minutes and served: 88 of 100"
    assert line.columns[0].title == "called in time and served (of 100)"


def level(
    hour: int, room: float | None = 9, *, came: float = 5, is_going_on: bool = False
) -> HourLoad:
    return HourLoad(hour=hour, asked=came, capacity=room, is_going_on=is_going_on)


@pytest.mark.parametrize(
    ("last", "heading", "excess"),
    [
        (level(10, came=12), "From 10 to 11 more came than your desks could take", 3),
        (level(10, came=12, is_going_on=True), "Who came, and how many your desks could take", None),
        (level(10, came=5, is_going_on=True), "Your desks could take everybody who came", None),
    ],
    ids=["over", "going on", "going on with room"],
)  # fmt: skip
def test_an_hour_that_is_going_on_is_not_yet_too_full(
    last: HourLoad, heading: str, excess: int | None
) -> None:
    figure = loads(told(headline(), None, loads=(level(9), last), queues=(queue("a", 9),)))  # fmt: skip
    assert figure.heading == heading
    assert figure.rows[-1].values[-1] == excess


def queue(slug: str, served: int) -> Total:
    return Total(queue=slug, served=served, wait=NO_SPREAD, service=NO_SPREAD, total=NO_SPREAD)  # fmt: skip


@pytest.mark.parametrize(
    ("now", "queues", "heading"),
    [
        ({}, (queue("a", 9),), "Your desks could take everybody who came"),
        ({"expired": 1}, (queue("a", 9),), "Who came, and how many your desks could take"),
        ({}, (queue("a", 9), queue("b", 0)), "Who came, and how many your desks could take"),
    ],
    ids=["all were served", "somebody had to go", "nobody served one queue"],
)  # fmt: skip
def test_the_desks_could_take_everybody_only_where_they_did(
    now: dict[str, Any], queues: tuple[Total, ...], heading: str
) -> None:
    those = told(headline(**now), None, loads=(level(9), level(10)), queues=queues)
    assert loads(those).heading == heading


@pytest.mark.parametrize(
    ("before", "now", "weekday"),
    [
        ("80/100 80/100 80/100", "80/100 80/100 95/100", 2),
        ("80/100 80/100 80/100", "80/100 80/100 65/100", 2),
        ("80/100 80/100 80/100", "84/100 85/100 86/100", None),  # All of them did.
        ("80/100 80/100 80/100", "81/100 81/100 90/100", 2),
        ("80/100 80/100 80/100", "70/100 80/100 95/100", None),  # One went up, one down, and hardly anything changed.
        ("80/100 80/100 80/100", "74/100 80/100 95/100", 2),  # More than all of it.
        ("80/100 80/100 80/100", "80/100 80/100 84/100", None),  # Too little to ask why.
        ("80/100 80/100 80/100", "90/100 80/100 90/100", None),  # Half each.
        ("80/100 80/100 4/4", "80/100 80/100 0/4", None),  # Too few to be told.
        ("80/100 80/100", "80/100 80/100 10/100", None),  # It is not there before.
        ("80/100", "95/100", None),  # There is no other day.
        ("80/100 80/100 8/40", "80/100 80/100 40/200", 2),  # It went as ever; there is more of it.
    ],
)  # fmt: skip
def test_a_weekday_is_named_where_without_it_less_than_half_of_the_change_is_left(
    before: str, now: str, weekday: int | None
) -> None:
    def of(said: str) -> tuple[dict[int, Within], Headline]:
        pairs = [tuple(map(int, each.split("/"))) for each in said.split()]
        days = {at: Within(served=pair[0], of=pair[1]) for at, pair in enumerate(pairs)}
        whole = Within(served=sum(p[0] for p in pairs), of=sum(p[1] for p in pairs))
        return days, replace(headline(), within=whole)

    (then, was), (weekdays, is_now) = of(before), of(now)
    shown = told(is_now, was)
    found = replace(shown.found, weekdays=weekdays, weekdays_before=then)
    assert owing_to(found) == weekday
    said = str(sentences(replace(shown, found=found))[0])
    name = {2: "That is mostly because of Wednesday."}.get(weekday or 0, "")
    assert ("That is mostly" in said) is (weekday is not None)
    assert name in said


@pytest.mark.parametrize(
    ("weekday", "hour", "period", "begins", "asked_for"),
    [
        (0, 9, week_of(TODAY - WEEK), 4, ("2026-11-16", "9:00", "10:00")),
        (1, 1, week_of(TODAY - WEEK), 4, ("2026-11-16", "1:00", "2:00")),
        (1, 4, week_of(TODAY - WEEK), 4, ("2026-11-17", "4:00", "5:00")),
        (1, 3, week_of(TODAY - WEEK), 4, ("2026-11-16", "3:00", "4:00")),
        (0, 1, week_of(TODAY - WEEK), 4, ("2026-11-22", "1:00", "2:00")),
        (1, 1, week_of(TODAY - WEEK), 0, ("2026-11-17", "1:00", "2:00")),
        (5, 23, week_of(TODAY - WEEK), 4, ("2026-11-21", "23:00", "0:00")),
        (6, 23, week_of(TODAY - WEEK), 0, ("2026-11-22", "23:00", "0:00")),
        (0, 1, range_of(date(2026, 11, 20), TODAY), 4, ("2026-11-22", "1:00", "2:00")),
        (1, 1, range_of(date(2026, 11, 20), TODAY), 4, ("2026-11-23", "1:00", "2:00")),
        (1, 9, range_of(date(2026, 11, 20), TODAY), 4, None),
        (2, 9, range_of(date(2026, 11, 2), TODAY), 4, None),
    ],
)  # fmt: skip
def test_the_worst_hour_leads_to_the_business_day_that_it_was_of(weekday: int, hour: int, period: Period, begins: int, asked_for: tuple[str, str, str] | None) -> None:  # fmt: skip
    cell = Cell(weekday=weekday, hour=hour, people=9, p90=1800.0, is_open=True)
    short = replace(cell, hour=(hour + 1) % 24, p90=60.0)
    shown = told(headline(), None, period=period, begins=begins, cells=(cell, short))
    said = str(sentences(shown)[-1])
    found = re.search(
        r"day=([\d-]+)&amp;change=more&amp;from=([\d:]+)&amp;to=([\d:]+)", said
    )
    assert (found and found.groups()) == asked_for
    assert "Worst was" in said


# --- which period an address means --------------------------------------------------------------


def asked(**said: str) -> Chosen:
    keys = {"from": "first", "to": "last"}
    named = {keys.get(name, name): value for name, value in said.items()}
    return chosen(**dict.fromkeys(("by", "first", "last", "queue", "against")) | named, today=TODAY, open_day=TODAY)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "first", "last", "name"),
    [
        ({}, "2026-11-16", "2026-11-22", "Last week"),
        ({"by": "week", "from": "2026-11-24"}, "2026-11-23", "2026-11-29", "This week so far"),
        ({"by": "week", "from": "2026-11-11"}, "2026-11-09", "2026-11-15", "Mon, 9 Nov – Sun, 15 Nov 2026"),
        ({"by": "day"}, "2026-11-23", "2026-11-23", "Yesterday"),
        ({"by": "day", "from": "2026-11-24"}, "2026-11-24", "2026-11-24", "Today so far"),
        ({"by": "month"}, "2026-10-01", "2026-10-31", "October 2026"),
        ({"by": "month", "from": "2026-11-24"}, "2026-11-01", "2026-11-30", "November 2026 so far"),
        ({"by": "range", "from": "2026-11-10", "to": "2026-11-03"}, "2026-11-03", "2026-11-10", "Tue, 3 Nov – Tue, 10 Nov 2026"),
        ({"by": "year", "from": "soon"}, "2026-11-16", "2026-11-22", "Last week"),
    ],
    ids=lambda each: "" if isinstance(each, str) else " ".join(each.values()) or "nothing said",
)  # fmt: skip
def test_an_address_means_a_period(
    said: dict[str, str], first: str, last: str, name: str
) -> None:
    found = asked(**said)
    period = found.period
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    said_as = called(found, shipped().choose(["en"]))
    assert " ".join(said_as.split()) == name


@pytest.mark.parametrize(("by", "name"), [("day", "Today"), ("week", "This week so far"), ("month", "November 2026 so far")])  # fmt: skip
def test_nothing_of_today_is_so_far_once_it_was_closed(by: str, name: str) -> None:
    found = replace(asked(by=by, **{"from": TODAY.isoformat()}), open_day=date(2026, 11, 25))  # fmt: skip
    assert called(found, shipped().choose(["en"])) == name


def test_what_an_address_does_not_say_is_noted() -> None:
    odd = {"by": "year", "from": "abc", "to": "28.11.2026", "against": "all"}
    assert asked(**odd).misread == ("year", "abc", "28.11.2026", "all")
    plain = {"by": "range", "from": "2026-11-02", "to": "", "against": "none"}
    assert asked(**plain).misread == ()


def test_what_comes_before_and_after_leads_back_and_never_beyond_today() -> None:
    for by in ("day", "week", "month"):
        found = asked(by=by)
        before = found.at(found.previous)
        assert before.following == found.period
        assert asked(by=by, **{"from": TODAY.isoformat()}).following is None
    range = asked(by="range", **{"from": "2026-11-02", "to": "2026-11-08"})
    assert (range.previous.first, range.previous.last) == (date(2026, 10, 26), date(2026, 11, 1))  # fmt: skip


def test_an_address_keeps_the_queue_and_what_is_compared() -> None:
    found = asked(by="week", queue="passports", against="year")
    assert found.url(format="csv") == "/manager/analytics?by=week&from=2026-11-16&queue=passports&against=year&format=csv"  # fmt: skip
    assert "against" not in asked(against="before").url()


# --- for a spreadsheet --------------------------------------------------------------------------

FIGURE = figure(
    [Column(key="a", label="came", unit="people"), Column(key="b", label="waited", unit="min", decimals=1)],
    [Row(label="9–10", values=(34.0, 5.84)), Row(label="=1+1", values=(None, 1034.0))],
    slug="load", drawn=Drawn.LOAD, heading="Many came", measured="People, by hour", of="Hour",
)  # fmt: skip


@pytest.mark.parametrize(
    ("dialect", "expected"),
    [
        (Dialect("."), "Hour,came (people),waited (min)\r\n9–10,34,5.8\r\n'=1+1,,1034\r\n"),
        (Dialect(","), "Hour;came (people);waited (min)\r\n9–10;34;5,8\r\n'=1+1;;1034\r\n"),
    ],
    ids=["point", "comma"],
)  # fmt: skip
def test_a_spreadsheet_gets_numbers_as_its_language_writes_them_and_no_formula(
    dialect: Dialect, expected: str
) -> None:
    assert figure_csv(FIGURE, dialect) == f"\N{ZERO WIDTH NO-BREAK SPACE}{expected}"


def test_half_of_one_is_one_in_words_figures_and_plans_alike() -> None:
    shown = figure([FIGURE.columns[0]], [Row(label="", values=(12.5,))], slug="", drawn=Drawn.TABLE, heading="", measured="", of="")  # fmt: skip
    seen = Expected(served=0.125, seen=0.125, wait_s=0, left=0.125)
    need = Need(day=TODAY, hour=9, of=TODAY, per_hour=1, from_days=6, desks=1, then=seen, usually=1, now=seen)  # fmt: skip
    pool = PoolPlan(pool=Pool(queues=("a",), desks=(1,)), needs=(need,))
    rows = csv.DictReader(StringIO(plan_csv(Plan(first=TODAY, within_s=900, pools=(pool,)))))  # fmt: skip
    row = next(iter(rows))
    assert of_100(0.125) == 13
    assert shown.rows[0].values == (13,)
    assert (row["in_time_of_100"], row["left_of_100"]) == ("13", "13")


def test_all_figures_are_one_number_to_a_line() -> None:
    head = ["Figure", "Row", "What", "Unit", "Number"]
    text = figures_csv([FIGURE], head, Dialect("."))
    rows = list(csv.reader(StringIO(text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}"))))  # fmt: skip
    assert rows[:3] == [head, ["People, by hour", "9–10", "came", "people", "34"], ["People, by hour", "9–10", "waited", "min", "5.8"]]  # fmt: skip
    assert len(rows) == 5
