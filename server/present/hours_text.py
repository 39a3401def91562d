"""Opening hours as people write them: `mon-fri 09:00-12:30,14:00-17:00; sat 10:00-13:00`."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time

from server.domain.branch import Hours, Span, Week
from server.domain.hours import (
    LATEST_END_OF_NIGHT,
    ends_before_it_begins,
    overlap,
)

ALWAYS = "always"
CLOSED = "closed"
USUAL = "usual"

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class BadHours(ValueError):
    """The text is not opening hours; `str()` says what is wrong and shows how it is written."""


def week_of(text: str) -> Week | None:
    """Return the week that the text says, None for `always`; days it does not name are closed."""
    if text.strip().lower() == ALWAYS:
        return None
    week: Week = {}
    if text.strip().lower() == CLOSED:
        return week
    if not text.strip():
        raise BadHours(f"Say hours like mon-fri 09:00-17:00, “{ALWAYS}” or “{CLOSED}”.")
    for part in filter(None, (part.strip() for part in text.split(";"))):
        days, _, spans = part.partition(" ")
        for day in _days_of(days.lower()):
            week[day] = spans_of(spans)
    return week


def exceptions_of(hours: Hours, texts: Iterable[str]) -> Hours:
    """Return the hours with these single days changed: `2026-12-24=09:00-12:00`, `…=closed`, `…=usual`."""
    exceptions = dict(hours.exceptions)
    for text in texts:
        day_text, equals, spans = text.partition("=")
        try:
            day = date.fromisoformat(day_text.strip())
        except ValueError as error:
            raise BadHours(f"“{day_text}” is not a day like 2026-12-24.") from error
        if not equals:
            raise BadHours(
                f"Say what {day} is: {day}=09:00-12:00, {day}={CLOSED} or {day}={USUAL}."
            )
        if spans.strip().lower() == USUAL:
            exceptions.pop(day, None)
        else:
            exceptions[day] = spans_of(spans)
    reasons = {day: said for day, said in hours.reasons.items() if day in exceptions}
    return replace(hours, exceptions=exceptions, reasons=reasons)


def reasons_of(hours: Hours, texts: Iterable[str], own_language: str) -> Hours:
    """Return the hours with these reasons of single days: `2026-12-24=Staff outing`, `2026-12-24.de=…`, `2026-12-24=` for none."""
    reasons = {day: dict(said) for day, said in hours.reasons.items()}
    for text in texts:
        named, equals, said = (part.strip() for part in text.partition("="))
        day_text, _, language = named.partition(".")
        try:
            day = date.fromisoformat(day_text)
        except ValueError as error:
            raise BadHours(f"“{day_text}” is not a day like 2026-12-24.") from error
        if not equals or day not in hours.exceptions:
            raise BadHours(
                f"{day} is as usual. Say what it is first: --exception {day}={CLOSED}."
                if equals
                else f"Say why {day} differs: {day}=Staff outing."
            )
        reasons.setdefault(day, {})[language or own_language] = said
    return replace(hours, reasons=reasons)


def spans_of(text: str) -> tuple[Span, ...]:
    """Return the spans of one day: `09:00-12:30,14:00-17:00`, none for `closed`."""
    if text.strip().lower() == CLOSED:
        return ()
    spans = sorted(_span_of(part) for part in text.split(","))
    for earlier, later in itertools.pairwise(spans):
        if overlap(earlier, later):
            raise BadHours(f"“{text.strip()}” has times that overlap.")
    return tuple(spans)


def is_overnight(hours: Hours) -> bool:
    """Return whether it is open over midnight on some day."""
    days = [*(hours.week or {}).values(), *hours.exceptions.values()]
    return any(time(0) < closes <= opens for spans in days for opens, closes in spans)


def text_of(hours: Hours) -> str:
    """Return the hours as `week_of` reads them, with the exceptions behind."""
    week = ALWAYS if hours.week is None else "; ".join(_runs(hours.week))
    exceptions = [
        f"{day}={_spans_text(spans)}{_reason_text(hours, day)}"
        for day, spans in sorted(hours.exceptions.items())
    ]
    return "; ".join([week or CLOSED, *exceptions])


def _reason_text(hours: Hours, day: date) -> str:
    said = next(iter(hours.reasons.get(day, {}).values()), "")
    return f" ({said})" if said else ""


def _runs(week: Week) -> Iterator[str]:
    """Yield the week's days, those in a row with the same times as one."""
    days = sorted(day for day, spans in week.items() if spans)
    while days:
        run = [days.pop(0)]
        while days and days[0] == run[-1] + 1 and week[days[0]] == week[run[0]]:
            run.append(days.pop(0))
        name = DAYS[run[0]] if len(run) == 1 else f"{DAYS[run[0]]}-{DAYS[run[-1]]}"
        yield f"{name} {_spans_text(week[run[0]])}"


def _spans_text(spans: tuple[Span, ...]) -> str:
    return ",".join(f"{a:%H:%M}-{b:%H:%M}" for a, b in spans) or CLOSED


def _days_of(text: str) -> list[int]:
    first, dash, last = text.partition("-")
    if first not in DAYS or (dash and last not in DAYS):
        raise BadHours(
            f"“{text}” is not a day or days like mon or mon-fri. "
            "Write hours like: mon-fri 09:00-12:30,14:00-17:00; sat 10:00-13:00"
        )
    start = DAYS.index(first)
    end = DAYS.index(last) if dash else start
    return [(start + step) % 7 for step in range((end - start) % 7 + 1)]


def _span_of(text: str) -> Span:
    opens, dash, closes = text.strip().partition("-")
    try:
        if not dash:
            raise ValueError
        span = _time_of(opens), _time_of(closes)
    except ValueError as error:
        raise BadHours(
            f"“{text.strip()}” is not a time like 09:00-17:00, nor “{CLOSED}”."
        ) from error
    if ends_before_it_begins(span):
        raise BadHours(
            f"“{text.strip()}” ends before it begins; over midnight it may go on until {LATEST_END_OF_NIGHT:%H:%M}."
        )
    return span


def _time_of(text: str) -> time:
    text = text.strip()
    return time(0) if text == "24:00" else time.fromisoformat(text.zfill(5))
