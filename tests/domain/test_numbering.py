"""Numbers, labels, business days, position keys."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.domain.numbering import (
    between,
    business_day,
    label,
    moment_of,
    position,
)

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
moments = st.datetimes(
    min_value=datetime(2020, 1, 1),
    max_value=datetime(2200, 1, 1),
    timezones=st.just(UTC),
)
seqs = st.integers(min_value=1, max_value=10**10 - 1)


@pytest.mark.parametrize(
    ("letter", "number", "expected"),
    [("A", 1, "A001"), ("A", 999, "A999"), ("R", 1000, "R1000"), ("AB", 12, "AB012")],
)
def test_a_label_is_the_letter_and_at_least_three_digits(
    letter: str, number: int, expected: str
) -> None:
    assert label(letter, number) == expected


@pytest.mark.parametrize(
    ("instant", "zone", "day"),
    [
        ("2026-11-23T03:59:59+00:00", "Europe/Lisbon", date(2026, 11, 22)),
        ("2026-11-23T04:00:00+00:00", "Europe/Lisbon", date(2026, 11, 23)),
        ("2026-11-23T23:59:58+00:00", "Europe/Lisbon", date(2026, 11, 23)),
        ("2026-11-24T00:00:01+00:00", "Europe/Lisbon", date(2026, 11, 23)),
        # Midnight UTC is the middle of the day in Auckland and of the evening in São Paulo.
        ("2026-11-24T00:00:01+00:00", "Pacific/Auckland", date(2026, 11, 24)),
        ("2026-11-24T00:00:01+00:00", "America/Sao_Paulo", date(2026, 11, 23)),
        # The nights in which Lisbon's clocks change.
        ("2026-03-29T02:59:59+00:00", "Europe/Lisbon", date(2026, 3, 28)),
        ("2026-03-29T03:00:00+00:00", "Europe/Lisbon", date(2026, 3, 29)),
        ("2026-10-25T03:59:59+00:00", "Europe/Lisbon", date(2026, 10, 24)),
        ("2026-10-25T04:00:00+00:00", "Europe/Lisbon", date(2026, 10, 25)),
    ],
)
def test_a_business_day_starts_at_the_rollover_hour_of_the_branch(
    instant: str, zone: str, day: date
) -> None:
    assert business_day(datetime.fromisoformat(instant), zone, rollover_hour=4) == day


@given(moments, moments, seqs, seqs)
def test_positions_order_by_moment_and_then_by_seq(
    first: datetime, second: datetime, a: int, b: int
) -> None:
    assert (position(first, a) < position(second, b)) == ((first, a) < (second, b))


@given(st.lists(st.booleans(), max_size=60))
def test_between_two_positions_there_is_always_another(goes_low: list[bool]) -> None:
    low, high = position(NOON, 1), position(NOON + timedelta(microseconds=1), 2)
    for seq, low_side in enumerate(goes_low, start=3):
        middle = between(low, high, seq)
        assert low < middle < high
        low, high = (low, middle) if low_side else (middle, high)
    assert len(low) <= 26 + len(goes_low) + 10


@given(moments, st.integers(0, 10**9), seqs)
def test_a_position_tells_its_moment_and_one_between_others_one_between_theirs(
    moment: datetime, later_us: int, seq: int
) -> None:
    later = moment + timedelta(microseconds=later_us)
    keys = position(moment, seq), position(later, seq + 1)
    assert tuple(map(moment_of, keys)) == (moment, later)
    assert moment <= moment_of(between(*keys, seq + 2)) <= later


@given(moments, st.integers(0, 10**7), seqs, seqs, seqs)
def test_between_is_strictly_between_and_ends_with_its_own_seq(
    moment: datetime, later_us: int, first: int, second: int, own: int
) -> None:
    later = moment + timedelta(microseconds=later_us)
    low, high = sorted([position(moment, first), position(later, second)])
    if low == high:
        return
    middle = between(low, high, own)
    assert low < middle < high
    assert middle.endswith(f"{own:010d}")


def test_between_orders_also_where_the_keys_share_a_prefix() -> None:
    low = position(NOON, 1)
    assert low < between(low, low + "1", 2) < low + "1"


def test_behind_two_of_one_place_there_is_another() -> None:
    same, later = position(NOON, 1), position(NOON, 2)
    assert same < between(same, same, 40) < later


def test_who_comes_back_to_a_place_where_somebody_was_put_meanwhile_has_another_key() -> (
    None
):
    first, gone, third = (position(NOON, seq) for seq in (25, 26, 27))
    assert between(first, third, 40) != gone
