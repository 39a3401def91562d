"""Opening hours, by tables: exceptions, midnight, the nights in which clocks change."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

import pytest

from server.domain.branch import Hours
from server.domain.hours import closing, is_open, lasts, next_opening, open_minutes
from server.present.hours_text import (
    BadHours,
    exceptions_of,
    reasons_of,
    text_of,
    week_of,
)


def hours(text: str, *exceptions: str) -> Hours:
    return exceptions_of(Hours(week=week_of(text)), exceptions)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


OFFICE = hours(
    "mon-fri 09:00-12:00,14:00-17:00", "2026-11-25=closed", "2026-11-28=10:00-11:00"
)
BAR = hours("fri-sat 20:00-02:00")
CLINIC = hours("mon-sun 00:00-24:00", "2026-11-25=closed")


@pytest.mark.parametrize(
    ("opening", "now", "closes", "opens"),
    [
        (OFFICE, "2026-11-23T08:59:59", None, "2026-11-23T09:00:00"),
        (OFFICE, "2026-11-23T09:00:00", "2026-11-23T12:00:00", "2026-11-23T14:00:00"),
        (OFFICE, "2026-11-23T12:00:00", None, "2026-11-23T14:00:00"),
        (OFFICE, "2026-11-24T17:00:00", None, "2026-11-26T09:00:00"),
        (OFFICE, "2026-11-28T10:30:00", "2026-11-28T11:00:00", "2026-11-30T09:00:00"),
        (BAR, "2026-11-27T23:00:00", "2026-11-28T02:00:00", "2026-11-28T20:00:00"),
        (BAR, "2026-11-29T01:00:00", "2026-11-29T02:00:00", "2026-12-04T20:00:00"),
        (CLINIC, "2026-11-24T23:59:59", "2026-11-25T00:00:00", "2026-11-26T00:00:00"),
        (CLINIC, "2026-11-25T12:00:00", None, "2026-11-26T00:00:00"),
        (
            hours("always", "2026-11-23=closed"),
            "2026-11-23T12:00:00",
            None,
            "2026-11-24T00:00:00",
        ),
    ],
)
def test_a_queue_is_open_until_and_opens_again(
    opening: Hours, now: str, closes: str | None, opens: str
) -> None:
    moment = at(now)
    assert is_open(opening, moment, "UTC") == (closes is not None)
    assert closing(opening, moment, "UTC") == (None if closes is None else at(closes))
    assert next_opening(opening, moment, "UTC") == at(opens)


@pytest.mark.parametrize(
    ("opening", "now"),
    [
        (hours("always"), "2026-11-23T12:00:00"),
        (CLINIC, "2026-12-23T12:00:00"),
        (hours("always", "2026-11-23=closed"), "2026-12-23T12:00:00"),
    ],
)
def test_what_never_closes_has_no_closing_time(opening: Hours, now: str) -> None:
    assert is_open(opening, at(now), "UTC")
    assert closing(opening, at(now), "UTC") is None


def test_what_never_opens_has_no_opening_time() -> None:
    assert next_opening(Hours(week={}), at("2026-11-23T12:00:00"), "UTC") is None


@pytest.mark.parametrize(
    ("now", "closes"),
    [
        # The night in which Lisbon's clocks go back: from midnight to six are seven hours.
        ("2026-10-24T23:00:00", "2026-10-25T06:00:00"),
        # And forward: five.
        ("2026-03-29T00:00:00", "2026-03-29T05:00:00"),
    ],
)
def test_hours_are_of_the_wall_clock_also_when_it_changes(
    now: str, closes: str
) -> None:
    night = hours("mon-sun 00:00-06:00")
    assert closing(night, at(now), "Europe/Lisbon") == at(closes)


@pytest.mark.parametrize(
    "text",
    ["mon-fri 09:00-12:30,14:00-17:00; sat 10:00-13:00", "always", "sun 00:00-00:00"],
)
def test_hours_are_written_as_they_are_read(text: str) -> None:
    assert text_of(hours(text)) == text


def test_days_wrap_around_the_week_and_times_may_be_short() -> None:
    assert week_of("sat-mon 9:00-24:00") == {
        day: ((time(9), time(0)),) for day in (5, 6, 0)
    }


def test_a_closed_day_is_no_span() -> None:
    assert hours("always", "2026-12-25=closed").exceptions == {date(2026, 12, 25): ()}


@pytest.mark.parametrize("text", ["mon", "monday 9-5", "mon 09:00", "mon 25:00-26:00"])
def test_what_is_not_hours_is_refused(text: str) -> None:
    with pytest.raises(BadHours):
        week_of(text)


def test_a_day_that_differs_carries_a_reason_in_each_language() -> None:
    hours = exceptions_of(Hours(), ["2026-12-24=closed", "2026-12-31=09:00-12:00"])
    hours = reasons_of(
        hours,
        ["2026-12-24=Staff outing", "2026-12-24.de=Betriebsausflug"],
        "en",
    )
    day = date(2026, 12, 24)
    assert hours.reasons == {day: {"en": "Staff outing", "de": "Betriebsausflug"}}
    said = "always; 2026-12-24=closed (Staff outing); 2026-12-31=09:00-12:00"
    assert text_of(hours) == said
    assert exceptions_of(hours, ["2026-12-24=usual"]).reasons == {}


@pytest.mark.parametrize("text", ["2026-12-25=Snow", "soon=Snow", "2026-12-24"])
def test_a_reason_is_of_a_day_that_differs(text: str) -> None:
    hours = exceptions_of(Hours(), ["2026-12-24=closed"])
    with pytest.raises(BadHours):
        reasons_of(hours, [text], "en")


@pytest.mark.parametrize(
    ("opening", "day", "hour", "minutes"),
    [
        (OFFICE, "2026-11-23", 8, range(0)),
        (OFFICE, "2026-11-23", 9, range(60)),
        (OFFICE, "2026-11-25", 9, range(0)),
        (OFFICE, "2026-11-28", 10, range(60)),
        (hours("mon 09:30-12:15"), "2026-11-23", 9, range(30, 60)),
        (hours("mon 09:30-12:15"), "2026-11-23", 12, range(15)),
        (hours("mon 09:10-09:20,09:30-09:40"), "2026-11-23", 9, [*range(10, 20), *range(30, 40)]),
        (BAR, "2026-11-27", 23, range(60)),
        (BAR, "2026-11-28", 1, range(60)),
        (BAR, "2026-11-28", 2, range(0)),
        (BAR, "2026-11-27", 1, range(0)),
        (CLINIC, "2026-11-23", 0, range(60)),
        (CLINIC, "2026-11-24", 23, range(60)),
        (CLINIC, "2026-11-25", 12, range(0)),
        (Hours(), "2026-11-23", 3, range(60)),
    ],
)  # fmt: skip
def test_which_minutes_of_an_hour_it_is_open(
    opening: Hours, day: str, hour: int, minutes: Iterable[int]
) -> None:
    assert open_minutes(opening, date.fromisoformat(day), hour) == set(minutes)


@pytest.mark.parametrize(
    ("zone", "rollover", "day", "hour", "lasted"),
    [
        ("Europe/Lisbon", 4, "2026-10-24", 1, 2),
        ("Europe/Lisbon", 4, "2026-10-25", 1, 1),
        ("Europe/Lisbon", 0, "2026-10-25", 1, 2),
        ("Europe/Lisbon", 0, "2026-10-25", 23, 1),
        ("Europe/Lisbon", 4, "2026-03-28", 1, 0),
        ("Europe/Lisbon", 4, "2026-03-28", 2, 1),
        ("Europe/Lisbon", 0, "2026-03-29", 1, 0),
        ("Africa/Cairo", 0, "2026-04-24", 0, 0),
        ("Africa/Cairo", 0, "2026-10-29", 23, 2),
        ("Australia/Lord_Howe", 0, "2026-04-05", 1, 1.5),
        ("Australia/Lord_Howe", 0, "2026-10-04", 2, 0.5),
    ],
)
def test_how_long_the_clock_on_the_wall_shows_an_hour(
    zone: str, rollover: int, day: str, hour: int, lasted: float
) -> None:
    assert lasts(date.fromisoformat(day), hour, zone, rollover) == lasted
