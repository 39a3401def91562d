"""Which period is looked at, as addresses and forms have it, and what it is called."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from urllib.parse import urlencode

from babel.dates import format_interval, format_skeleton

from server.domain.figures.period import (
    Against,
    Period,
    PeriodKind,
    day_of,
    month_of,
    range_of,
    week_of,
)
from server.domain.phrases import filled
from server.web.languages import Language

PATH = "/manager/analytics"
NOTHING = "none"
"""As `against`: the period is compared with nothing."""

_EARLIEST, _LATEST = date(1970, 1, 1), date(2200, 1, 1)
"""As many days before the earliest there is still a calendar to compare with."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What an address asks for: which period, of which queue, against what."""

    period: Period
    queue: str | None
    against: Against | None
    today: date
    open_day: date
    """The business day that numbers count for: one ahead of today where that was closed early."""

    is_said: bool
    """Whether a day was named: where none is, it is the last whole one of its kind."""

    misread: tuple[str, ...] = ()
    """What the address says and nobody can make out."""

    def url(self, period: Period | None = None, **more: str) -> str:
        """Return the address of this, or of the same of another period."""
        period = period or self.period
        asked = {"by": period.kind.value, "from": period.first.isoformat()}
        if period.kind is PeriodKind.RANGE:
            asked["to"] = period.last.isoformat()
        if self.queue:
            asked["queue"] = self.queue
        if self.against is not Against.BEFORE:
            asked["against"] = NOTHING if self.against is None else self.against.value
        return f"{PATH}?{urlencode(asked | more)}"

    def at(self, period: Period) -> "Chosen":
        """Return the same of another period."""
        return replace(self, period=period)

    def of(self, kind: PeriodKind) -> Period:
        """Return the period of another kind that is looked at from this one."""
        period = self.period
        day = self.today if self.is_now else period.first
        match kind:
            case PeriodKind.DAY:
                return day_of(day)
            case PeriodKind.WEEK:
                return week_of(day)
            case PeriodKind.MONTH:
                return month_of(day)
        return range_of(period.first, min(period.last, max(self.today, period.first)))

    @property
    def is_now(self) -> bool:
        """Whether today is in it."""
        return self.period.first <= self.today <= self.period.last

    @property
    def is_running(self) -> bool:
        """Whether it has begun, and numbers still count for it."""
        return self.period.first <= self.today and self.period.last >= max(self.today, self.open_day)  # fmt: skip

    @property
    def is_to_come(self) -> bool:
        """Whether all of it is ahead."""
        return self.period.first > self.today

    @property
    def current(self) -> Period:
        """The period of this kind that today is in; a range goes on until today."""
        if self.period.kind is PeriodKind.RANGE:
            return range_of(self.period.first, max(self.period.last, self.today))
        return _of(self.period, self.today)

    @property
    def previous(self) -> Period:
        """The period before this one."""
        return _of(self.period, self.period.first - _DAY)

    @property
    def following(self) -> Period | None:
        """The period after this one; None where that has not come yet."""
        first = self.period.last + _DAY
        return None if first > self.today else _of(self.period, first)


def chosen(
    *, by: str | None, first: str | None, last: str | None, queue: str | None, against: str | None, today: date, open_day: date
) -> Chosen:  # fmt: skip
    """Return what is asked for; what makes no sense is as if it were not said, and noted."""
    kind = PeriodKind(by) if by in set(PeriodKind) else PeriodKind.WEEK
    named = _date(first)
    return Chosen(
        period=_period(kind, named, _date(last), today),
        queue=queue or None,
        against=None if against == NOTHING else Against.YEAR if against == Against.YEAR else Against.BEFORE,
        today=today,
        open_day=open_day,
        is_said=named is not None,
        misread=tuple(
            said
            for said, is_read in (
                (by, by in set(PeriodKind)),
                (first, named),
                (last, _date(last)),
                (against, against in {*Against, NOTHING}),
            )
            if said and not is_read
        ),
    )  # fmt: skip


def _period(kind: PeriodKind, first: date | None, last: date | None, today: date) -> Period:  # fmt: skip
    match kind:
        case PeriodKind.DAY:
            return day_of(first or today - _DAY)
        case PeriodKind.WEEK:
            return week_of(first or week_of(today).first - _DAY)
        case PeriodKind.MONTH:
            return month_of(first or month_of(today).first - _DAY)
    if first is None:
        return range_of(today - 14 * _DAY, today - _DAY)
    return range_of(first, last or first)


def _of(period: Period, day: date) -> Period:
    """Return the period like this one, one of whose ends is this day."""
    match period.kind:
        case PeriodKind.DAY:
            return day_of(day)
        case PeriodKind.WEEK:
            return week_of(day)
        case PeriodKind.MONTH:
            return month_of(day)
    far = (period.days - 1) * _DAY
    return range_of(day, day - far if day < period.first else day + far)


def _date(text: str | None) -> date | None:
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if _EARLIEST <= day <= _LATEST else None


def called(chosen: Chosen, language: Language) -> str:
    """Return what the period is called at the head of the page: “Last week”, “16–22 Nov 2026”."""
    _ = language.gettext
    period, today = chosen.period, chosen.today
    is_now, is_running = chosen.is_now, chosen.is_running
    is_last = chosen.following is not None and _of(period, period.last + _DAY).last >= today  # fmt: skip
    match period.kind:
        case PeriodKind.DAY:
            if is_now or is_last:
                return _("Today so far") if is_running else _("Today") if is_now else _("Yesterday")  # fmt: skip
            return in_words(period, language)
        case PeriodKind.WEEK if is_now or is_last:
            return _("This week so far") if is_running else _("This week") if is_now else _("Last week")  # fmt: skip
        case PeriodKind.MONTH:
            month = format_skeleton("yMMMM", period.first, locale=language.days)
            return (
                filled(_("{period} so far"), {"period": month}) if is_running else month
            )
    return in_words(period, language)


def in_words(period: Period, language: Language) -> str:
    """Return the days of the period: “Mon, 16 – Sun, 22 Nov 2026”."""
    locale = language.days
    if period.first == period.last:
        return format_skeleton("yMMMEd", period.first, locale=locale)
    return format_interval(period.first, period.last, "yMMMEd", locale=locale)


def day_in_words(day: date, skeleton: str, language: Language) -> str:
    """Return a day as this skeleton of CLDR has it: “Mon 16 Nov”."""
    return format_skeleton(skeleton, day, locale=language.days)


def days_in_words(days: Iterable[date], language: Language) -> str:
    """Return these days in words, one after the other."""
    return language.listed(day_in_words(day, "MMMEd", language) for day in days)


def compared_with(chosen: Chosen, language: Language) -> str:
    """Return what it is compared with, as it stands after “more than”."""
    _ = language.gettext
    if chosen.against is Against.YEAR:
        return _("a year before")
    return {
        PeriodKind.DAY: _("the day before"),
        PeriodKind.WEEK: _("the week before"),
        PeriodKind.MONTH: _("the month before"),
        PeriodKind.RANGE: _("the days before"),
    }[chosen.period.kind]
