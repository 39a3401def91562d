"""Opening hours: is it open, until when, and when next."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from server.domain.branch import Hours, Span

_LOOK_AHEAD_DAYS = 366


def is_open(hours: Hours, now: datetime, time_zone: str) -> bool:
    """Return whether these hours are open at this instant."""
    return hours.week is None or closing(hours, now, time_zone) is not None


def closing(hours: Hours, now: datetime, time_zone: str) -> datetime | None:
    """Return when the present opening ends; None when closed, or open for ever."""
    if hours.week is None:
        return None
    zone = ZoneInfo(time_zone)
    local = now.astimezone(zone)
    # A span that passes midnight belongs to the day it starts on.
    for day in (local.date() - timedelta(days=1), local.date()):
        for span in spans_of(hours, day):
            start, end = instants(span, day, zone)
            if start <= now < end:
                return end
    return None


def next_opening(hours: Hours, now: datetime, time_zone: str) -> datetime | None:
    """Return the next instant at which these hours open; None when never within a year, or open for ever."""
    if hours.week is None:
        return None
    zone = ZoneInfo(time_zone)
    first = now.astimezone(zone).date()
    for ahead in range(_LOOK_AHEAD_DAYS):
        day = first + timedelta(days=ahead)
        starts = [instants(span, day, zone)[0] for span in spans_of(hours, day)]
        later = [start for start in starts if start > now]
        if later:
            return min(later)
    return None


def spans_of(hours: Hours, day: date) -> tuple[Span, ...]:
    """Return the opening spans that start on a day."""
    if day in hours.exceptions:
        return hours.exceptions[day]
    return (hours.week or {}).get(day.weekday(), ())


def instants(span: Span, day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return a span's start and end on a day; an end that is not after the start is on the next day."""
    opens, closes = span
    end_day = day if closes > opens else day + timedelta(days=1)
    return _at(day, opens, zone), _at(end_day, closes, zone)


def _at(day: date, clock_time: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, clock_time, tzinfo=zone)
