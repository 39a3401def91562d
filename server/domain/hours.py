"""Opening hours: is it open, until when, and when next."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.domain.branch import Hours, Span, Week

ALL_DAY: Span = (time(0), time(0))
"""From midnight to midnight."""

LATEST_END_OF_NIGHT = time(8)
"""Until then an opening may go on that began on the day before."""

_LOOK_AHEAD_DAYS = 366
_DAYS_A_WEEK = 7
_LONG = 14
"""Spans without a gap between them, after which an opening has no end that anybody plans for."""

_A_DAY, _AN_HOUR = timedelta(days=1), timedelta(hours=1)
_LAST_HOUR = 23
_HOUR_MINUTES = 60
_DAY_MINUTES = 24 * _HOUR_MINUTES

_MOMENT = timedelta(microseconds=1)


def is_open(hours: Hours, now: datetime, time_zone: str) -> bool:
    """Return whether these hours are open at this instant."""
    return is_always(hours) or _end_of_span(hours, now, ZoneInfo(time_zone)) is not None


def closing(hours: Hours, now: datetime, time_zone: str) -> datetime | None:
    """Return when the present opening ends; None when closed, or open with no end in sight."""
    if is_always(hours):
        return None
    zone = ZoneInfo(time_zone)
    end = _end_of_span(hours, now, zone)
    for _ in range(_LONG):
        if end is None:
            return None
        later = _end_of_span(hours, end, zone)
        if later is None:
            return end
        end = later
    return None


def next_opening(hours: Hours, now: datetime, time_zone: str) -> datetime | None:
    """Return the next instant at which these hours open; None when never within a year, or open for ever."""
    if is_always(hours):
        return None
    zone = ZoneInfo(time_zone)
    first = now.astimezone(zone).date()
    for ahead in range(_LOOK_AHEAD_DAYS):
        day = first + timedelta(days=ahead)
        starts = [instants(span, day, zone)[0] for span in spans_of(hours, day)]
        later = [
            start
            for start in starts
            if start > now and _end_of_span(hours, start - _MOMENT, zone) is None
        ]
        if later:
            return min(later)
    return None


def spans_of(hours: Hours, day: date) -> tuple[Span, ...]:
    """Return the opening spans that start on a day."""
    if day in hours.exceptions:
        return hours.exceptions[day]
    if hours.week is None:
        return (ALL_DAY,)
    return hours.week.get(day.weekday(), ())


def instants(span: Span, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return a span's start and end on a day; an end that is not after the start is on the next day."""
    opens, closes = span
    end_day = day if closes > opens else day + _A_DAY
    return _at(day, opens, zone), _at(end_day, closes, zone)


def open_minutes(hours: Hours, day: date, hour: int) -> frozenset[int]:
    """Return which minutes of an hour of a day, by the clock on the wall, these hours are open."""
    found: set[int] = set()
    for spans, past in (
        (spans_of(hours, day), 0),
        (spans_of(hours, day - _A_DAY), _DAY_MINUTES),
    ):
        for opens, closes in spans:
            start, end = _minute_of(opens), _minute_of(closes)
            if end <= start:
                end += _DAY_MINUTES
            first = hour * _HOUR_MINUTES + past
            found.update(
                range(
                    max(start, first) - first, min(end, first + _HOUR_MINUTES) - first
                )
            )
    return frozenset(found)


def lasts(day: date, hour: int, time_zone: str, rollover_hour: int) -> float:
    """Return for how many hours the clock on the wall shows this hour of a business day: twice as long where it is put back, 0 where it is left out."""
    zone, its_day = ZoneInfo(time_zone), day + (hour < rollover_hour) * _A_DAY
    ends_day = its_day if hour < _LAST_HOUR else its_day + _A_DAY
    begins, ends = (
        _at(on, time(at), zone)
        for on, at in ((its_day, hour), (ends_day, (hour + 1) % (_LAST_HOUR + 1)))
    )
    return max(0.0, (ends - begins) / _AN_HOUR)


def goes_into(span: Span, next_days: Span) -> bool:
    """Return whether it goes on over midnight, beyond the beginning of this one of the day after."""
    opens, closes = span
    return time(0) < closes <= opens and next_days[0] < closes


def overlapped_by_night(week: Week) -> list[int]:
    """Return the weekdays on which it opens before the night that began the day before has ended."""
    return [
        day
        for day, spans in sorted(week.items())
        if spans
        and (before := week.get((day - 1) % _DAYS_A_WEEK, ()))
        and goes_into(before[-1], spans[0])
    ]


def ends_before_it_begins(span: Span) -> bool:
    """Return whether it does; what goes on over midnight ends by `LATEST_END_OF_NIGHT`."""
    opens, closes = span
    return LATEST_END_OF_NIGHT < closes <= opens


def overlap(earlier: Span, later: Span) -> bool:
    """Return whether the later of two spans of a day begins before the earlier has ended."""
    opens, closes = earlier
    return closes <= opens or later[0] < closes


def is_always(hours: Hours) -> bool:
    """Return whether these hours never end."""
    return hours.week is None and not hours.exceptions


def _end_of_span(hours: Hours, now: datetime, zone: ZoneInfo) -> datetime | None:
    today = now.astimezone(zone).date()
    # A span that passes midnight belongs to the day it starts on.
    for day in (today - _A_DAY, today):
        for span in spans_of(hours, day):
            start, end = instants(span, day, zone)
            if start <= now < end:
                return end
    return None


def _minute_of(clock_time: time) -> int:
    return clock_time.hour * _HOUR_MINUTES + clock_time.minute


def _at(day: date, clock_time: time, zone: ZoneInfo) -> datetime:
    # In UTC, because Python compares two instants of one zone by the wall clock, also in the night it changes.
    return datetime.combine(day, clock_time, tzinfo=zone).astimezone(UTC)
