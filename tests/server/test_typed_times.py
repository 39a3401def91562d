"""What people type as times of day, and what is made of it."""

from datetime import time

import pytest

from server.web.manager.clock_times import BadTime, Wrong, spans_of, time_of


@pytest.mark.parametrize(
    ("typed", "is_read"),
    [
        ("9", time(9)),
        ("09", time(9)),
        ("9:00", time(9)),
        ("9.30", time(9, 30)),
        ("0900", time(9)),
        ("930", time(9, 30)),
        ("9h15", time(9, 15)),
        (" 13 : 05 ", time(13, 5)),
        ("٠٩:٣٠", time(9, 30)),
        ("24:00", time(0)),
        ("0", time(0)),
        ("24:01", None),
        ("25", None),
        ("9:60", None),
        ("9:5", None),
        ("noon", None),
        ("-9", None),
        ("", None),
    ],
)
def test_a_time_is_read_however_it_is_typed(typed: str, is_read: time | None) -> None:
    assert time_of(typed) == is_read


NINE, TWELVE, ONE, FIVE = time(9), time(12), time(13), time(17)


@pytest.mark.parametrize(
    ("typed", "are"),
    [
        (["", "", "", ""], ()),
        (["9", "17", "", ""], ((NINE, FIVE),)),
        (["13", "17", "9", "12"], ((NINE, TWELVE), (ONE, FIVE))),
        (["9", "12", "12", "17"], ((NINE, TWELVE), (TWELVE, FIVE))),
        (["17", "24:00"], ((FIVE, time(0)),)),
        (["17", "3"], ((FIVE, time(3)),)),
        (["9", ""], BadTime(Wrong.HALF, 1)),
        (["9", "12", "", "17"], BadTime(Wrong.HALF, 2)),
        (["9", "late"], BadTime(Wrong.NO_TIME, 1, "late")),
        (["17", "9"], BadTime(Wrong.BACKWARDS, 1)),
        (["9", "9"], BadTime(Wrong.BACKWARDS, 1)),
        (["9", "13", "12", "17"], BadTime(Wrong.OVERLAP, 0)),
        (["9", "3", "13", "17"], BadTime(Wrong.OVERLAP, 0)),
    ],
)
def test_the_spans_of_a_day_are_read_in_order(typed: list[str], are: object) -> None:
    assert spans_of(typed) == are
