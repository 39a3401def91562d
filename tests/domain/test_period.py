"""What a period is compared with."""

from datetime import date

import pytest

from server.domain.figures.period import (
    Against,
    Period,
    compared,
    day_of,
    month_of,
    range_of,
    week_of,
)

LATER = date(2030, 1, 1)


def day(written: str) -> date:
    return date.fromisoformat(written)


def whole(period: Period) -> tuple[str, str]:
    return str(period.first), str(period.last)


@pytest.mark.parametrize(
    ("period", "until", "before", "a_year_before"),
    [
        (day_of(day("2026-03-01")), LATER,
         ("2026-02-28", "2026-02-28"), ("2025-03-02", "2025-03-02")),
        (week_of(day("2026-11-18")), LATER,
         ("2026-11-09", "2026-11-15"), ("2025-11-17", "2025-11-23")),
        # On Wednesday a week is compared with the last one until Wednesday.
        (week_of(day("2026-11-18")), day("2026-11-18"),
         ("2026-11-09", "2026-11-11"), ("2025-11-17", "2025-11-19")),
        (month_of(day("2026-03-15")), LATER,
         ("2026-02-01", "2026-02-28"), ("2025-03-01", "2025-03-31")),
        (month_of(day("2026-01-15")), LATER,
         ("2025-12-01", "2025-12-31"), ("2025-01-01", "2025-01-31")),
        (month_of(day("2024-02-15")), LATER,
         ("2024-01-01", "2024-01-31"), ("2023-02-01", "2023-02-28")),
        (month_of(day("2025-02-15")), LATER,
         ("2025-01-01", "2025-01-31"), ("2024-02-01", "2024-02-29")),
        (month_of(day("2026-03-15")), day("2026-03-30"),
         ("2026-02-01", "2026-02-28"), ("2025-03-01", "2025-03-30")),
        (month_of(day("2026-11-15")), day("2026-11-15"),
         ("2026-10-01", "2026-10-15"), ("2025-11-01", "2025-11-15")),
        (range_of(day("2026-11-20"), day("2026-11-11")), LATER,
         ("2026-11-01", "2026-11-10"), ("2025-11-11", "2025-11-20")),
        (range_of(day("2024-02-29"), day("2024-03-01")), LATER,
         ("2024-02-27", "2024-02-28"), ("2023-02-28", "2023-03-01")),
    ],
)  # fmt: skip
def test_a_period_is_compared_with_as_much_of_the_time_before(
    period: Period, until: date, before: tuple[str, str], a_year_before: tuple[str, str]
) -> None:
    assert whole(compared(period, Against.BEFORE, until)) == before
    assert whole(compared(period, Against.YEAR, until)) == a_year_before


def test_a_period_ends_with_the_last_day_there_is() -> None:
    assert whole(week_of(day("2026-11-18")).until(day("2026-11-18"))) == (
        "2026-11-16",
        "2026-11-18",
    )
    assert week_of(day("2026-11-18")).until(day("2026-11-01")).days == 1
