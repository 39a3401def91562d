"""When the branch is open in the next seven days, as it is told."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from shared.wire.messages import Branch, OpenDay


@dataclass(frozen=True, slots=True)
class DayRow:
    """When the branch is open on one day: `09:00–16:00`, nothing for closed.

    `reason` is why it differs, in the language that was asked for. `ahead` counts the days from today, `opens` marks the day on which it opens next; `day` and `month` are told of a day that differs,
    `last_day` and `last_month` of the last of several in a row that differ in the same way, else 0.
    """

    date: str
    weekday: int
    day: int
    month: int
    spans: str
    ahead: int
    opens: bool = False
    reason: str = ""
    last_day: int = 0
    last_month: int = 0


def week(branch: Branch, language: str = "") -> tuple[DayRow, ...]:
    """Return the next seven days from Monday on, the one on which it opens next marked; none where it is always open."""
    zone = ZoneInfo(branch.time_zone)
    opening = branch.next_opening
    opens = None if opening is None else opening.astimezone(zone).date()
    rows = [
        replace(day_row(branch, day, language), opens=day.day == opens)
        for day in branch.hours
    ]
    return tuple(sorted(rows, key=lambda row: row.weekday))


def day_row(branch: Branch, day: OpenDay, language: str = "") -> DayRow:
    """Return one day as it is told."""
    today = branch.now.astimezone(ZoneInfo(branch.time_zone)).date()
    return DayRow(
        date=day.day.isoformat(),
        weekday=day.day.isoweekday(),
        day=day.day.day,
        month=day.day.month,
        spans=", ".join(f"{start}–{end}" for start, end in day.spans),
        ahead=(day.day - today) // timedelta(days=1),
        reason=day.reason.get(language) or next(iter(day.reason.values()), ""),
    )


def other_days(branch: Branch, language: str = "") -> tuple[DayRow, ...]:
    """Return the days that differ from their weekdays; those in a row that are the same as one."""
    rows: list[DayRow] = []
    ends: list[date] = []
    for day in branch.exceptions:
        row = day_row(branch, day, language)
        follows = bool(rows) and day.day - ends[-1] == timedelta(days=1)
        if follows and (row.spans, row.reason) == (rows[-1].spans, rows[-1].reason):
            rows[-1] = replace(rows[-1], last_day=row.day, last_month=row.month)
            ends[-1] = day.day
        else:
            rows.append(row)
            ends.append(day.day)
    return tuple(rows)
