"""When the branch is open in the next seven days, as it is told."""

from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from shared.wire.messages import Branch, OpenDay


@dataclass(frozen=True, slots=True)
class DayRow:
    """When the branch is open on one day: `09:00–16:00`, nothing for closed.

    `reason` is why it differs, in the language that was asked for. `ahead` counts the days from today, `opens` marks the day on which it opens next; `day` and `month` are told of a day that differs.
    """

    date: str
    weekday: int
    day: int
    month: int
    spans: str
    ahead: int
    opens: bool = False
    reason: str = ""


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
