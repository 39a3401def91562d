"""Stretches of business days, and what each is compared with."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

_DAY = timedelta(days=1)
_WEEK = timedelta(weeks=1)
_YEAR_OF_WEEKS = timedelta(weeks=52)


class PeriodKind(StrEnum):
    """What a period is picked by."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    RANGE = "range"


class Against(StrEnum):
    """What a period is compared with: the time before it, or the same time a year before."""

    BEFORE = "before"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """All business days from `first` to `last`."""

    kind: PeriodKind
    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def until(self, day: date) -> "Period":
        """Return it without the days after this one; at least its first day stays."""
        last = max(self.first, min(self.last, day))
        return Period(kind=self.kind, first=self.first, last=last)


def day_of(day: date) -> Period:
    """Return the period of one day."""
    return Period(kind=PeriodKind.DAY, first=day, last=day)


def week_of(day: date) -> Period:
    """Return the week of this day, from Monday to Sunday."""
    first = day - day.weekday() * _DAY
    return Period(kind=PeriodKind.WEEK, first=first, last=first + 6 * _DAY)


def month_of(day: date) -> Period:
    """Return the month of this day."""
    first = day.replace(day=1)
    return Period(kind=PeriodKind.MONTH, first=first, last=_end_of_month(first))


def range_of(first: date, last: date) -> Period:
    """Return the period of all days from the first to the last, whichever is given first."""
    first, last = min(first, last), max(first, last)
    return Period(kind=PeriodKind.RANGE, first=first, last=last)


def compared(period: Period, against: Against, until: date) -> Period:
    """Return what the period is compared with; where `until`, the last day there is, is within it, so much of that too.

    A day is compared with the day before or the same weekday a year before, a week with a week, a month with a month as
    far as both go, and a range with as many days before it, or the same dates a year before.
    """
    gone = period.until(until)
    if against is Against.YEAR:
        return _year_before(gone)
    match period.kind:
        case PeriodKind.WEEK:
            return _shifted(gone, _WEEK)
        case PeriodKind.MONTH:
            first = (period.first - _DAY).replace(day=1)
            return _of_month(first, gone, is_whole=gone == period)
    return _shifted(gone, period.days * _DAY)


def _year_before(gone: Period) -> Period:
    if gone.kind in (PeriodKind.DAY, PeriodKind.WEEK):
        return _shifted(gone, _YEAR_OF_WEEKS)
    first, last = (_same_date_last_year(day) for day in (gone.first, gone.last))
    if gone.kind is PeriodKind.MONTH and gone.last == _end_of_month(gone.first):
        last = _end_of_month(first)
    return Period(kind=gone.kind, first=first, last=last)


def _of_month(first: date, gone: Period, *, is_whole: bool) -> Period:
    last = _end_of_month(first)
    if not is_whole:
        last = min(last, first + (gone.last - gone.first))
    return Period(kind=PeriodKind.MONTH, first=first, last=last)


def _shifted(period: Period, by: timedelta) -> Period:
    return Period(kind=period.kind, first=period.first - by, last=period.last - by)


def _same_date_last_year(day: date) -> date:
    last = monthrange(day.year - 1, day.month)[1]
    return day.replace(year=day.year - 1, day=min(day.day, last))


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])
