"""Days that differ from their weekday, in words."""

from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_interval, format_skeleton

from server.domain.branch import Hours, Span
from server.web.languages import Language
from server.web.phone.words import in_language


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherDays:
    """Days in a row that differ in the same way from their weekdays."""

    first: date
    last: date
    spans: tuple[Span, ...]
    words: str
    reason: str = ""


def other_days(hours: Hours, today: date, language: Language) -> list[OtherDays]:
    """Return the days from today on that differ from their weekdays; those in a row that are the same as one."""
    runs: list[tuple[date, date, tuple[Span, ...]]] = []
    for day, spans in sorted(hours.exceptions.items()):
        if day < today:
            continue
        is_next = runs and day - runs[-1][1] == timedelta(days=1)
        if is_next and runs[-1][2] == spans and _reason(hours, runs[-1][0], language) == _reason(hours, day, language):  # fmt: skip
            runs[-1] = (runs[-1][0], day, spans)
        else:
            runs.append((day, day, spans))
    return [
        OtherDays(
            first=first,
            last=last,
            spans=spans,
            words=in_words(first, last, language),
            reason=_reason(hours, first, language),
        )
        for first, last, spans in runs
    ]


def _reason(hours: Hours, day: date, language: Language) -> str:
    return in_language(hours.reasons.get(day, {}), language)


def in_words(first: date, last: date, language: Language) -> str:
    """Return a day, or several in a row, without the year."""
    if first == last:
        return format_skeleton("MMMEd", first, locale=language.days)
    return format_interval(first, last, "MMMd", locale=language.days)
