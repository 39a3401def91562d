"""When the branch is open in the next seven days, as it is told."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from shared.wire.messages import Branch, OpenDay


@dataclass(frozen=True, slots=True)
class DayRow:
    """When the branch is open on one day: `09:00–16:00`, nothing for closed.

    `reason` is why it differs, in the language that was asked for. `ahead` counts the days from today, `opens` marks the day on which it opens next.
    """

    date: str
    weekday: int
    spans: str
    ahead: int
    opens: bool
    reason: str


@dataclass(frozen=True, slots=True)
class OtherDaysRow:
    """When the branch is open on a day that differs from its weekday, or on several in a row that differ in the same way.

    `last_day` and `last_month` tell the last of several, else 0.
    """

    date: str
    day: int
    month: int
    spans: str
    reason: str
    last_day: int = 0
    last_month: int = 0


def week(branch: Branch, language: str = "") -> tuple[DayRow, ...]:
    """Return the next seven days from Monday on, the one on which it opens next marked; none where it is always open."""
    zone = ZoneInfo(branch.time_zone)
    opening = branch.next_opening
    opens = None if opening is None else opening.astimezone(zone).date()
    today = branch.now.astimezone(zone).date()
    rows = [
        DayRow(
            date=day.day.isoformat(),
            weekday=day.day.isoweekday(),
            spans=_spans(day),
            ahead=(day.day - today) // timedelta(days=1),
            opens=day.day == opens,
            reason=_reason(day, language),
        )
        for day in branch.hours
    ]
    return tuple(sorted(rows, key=lambda row: row.weekday))


def other_days(branch: Branch, language: str = "") -> tuple[OtherDaysRow, ...]:
    """Return the days that differ from their weekdays; those in a row that are the same as one."""
    rows: list[OtherDaysRow] = []
    ends: list[date] = []
    for other in branch.exceptions:
        day, month = other.day.day, other.day.month
        spans, reason = _spans(other), _reason(other, language)
        follows = bool(rows) and other.day - ends[-1] == timedelta(days=1)
        if follows and (spans, reason) == (rows[-1].spans, rows[-1].reason):
            rows[-1] = replace(rows[-1], last_day=day, last_month=month)
            ends[-1] = other.day
        else:
            rows.append(OtherDaysRow(other.day.isoformat(), day, month, spans, reason))
            ends.append(other.day)
    return tuple(rows)


def _spans(day: OpenDay) -> str:
    return ", ".join(f"{start}–{end}" for start, end in day.spans)


def _reason(day: OpenDay, language: str) -> str:
    return day.reason.get(language) or next(iter(day.reason.values()), "")
