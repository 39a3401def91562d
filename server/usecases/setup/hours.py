"""Opening hours as they are kept: a reason is a line, in languages there are, of a day that differs."""

from dataclasses import replace

from server.domain.branch import Hours
from server.domain.phrases import phrase
from server.usecases.steps.words import by_language

MOST_OF_REASON = 80


def checked_hours(hours: Hours) -> Hours:
    """Return the hours with the reasons of days that differ; raise `NotValid` for what no screen can show."""
    reasons = {
        day: by_language("hours", phrase("A reason"), {}, said, MOST_OF_REASON)
        for day, said in hours.reasons.items()
        if day in hours.exceptions
    }
    return replace(hours, reasons={day: said for day, said in reasons.items() if said})
