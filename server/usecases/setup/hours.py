"""Opening hours as they are kept: a reason is a line, in languages there are, of a day that differs."""

from dataclasses import replace

from server.domain.branch import Hours
from server.domain.hours import overlapped_by_night
from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from server.usecases.steps.words import by_language

MOST_OF_REASON = 80


_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")  # fmt: skip


def checked_hours(hours: Hours, before: Hours | None) -> Hours:
    """Return the hours with the reasons of days that differ; raise `NotValid` for what no screen can show, or where a night of a week that was not so before goes on into the next day's opening."""
    if hours.week and (before is None or hours.week != before.week):
        for day in overlapped_by_night(hours.week):
            raise NotValid(
                "hours",
                phrase(
                    "{day}: these times overlap with the night before.",
                    day=_WEEKDAYS[day],
                ),
            )
    reasons = {
        day: by_language("hours", phrase("A reason"), {}, said, MOST_OF_REASON)
        for day, said in hours.reasons.items()
        if day in hours.exceptions
    }
    return replace(hours, reasons={day: said for day, said in reasons.items() if said})
