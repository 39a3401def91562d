"""Times of day and opening spans as people type them: “9”, “9:00”, “0900”; an empty field is no time."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from server.domain.branch import Span
from server.domain.hours import ends_before_it_begins, overlap

_CLOCK = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?")


class Wrong(StrEnum):
    """What is wrong with the times of a day."""

    NO_TIME = "no-time"
    HALF = "half"
    BACKWARDS = "backwards"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class BadTime:
    """What is wrong at which of a day's fields, counted from 0, and what stands there."""

    wrong: Wrong
    field: int
    typed: str = ""


def time_of(text: str) -> time | None:
    """Return the time of day that was typed, midnight for 24:00; None where it is none."""
    found = _CLOCK.fullmatch(text.replace(" ", ""))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if (hour, minute) == (24, 0):
        return time(0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def spans_of(typed: Sequence[str]) -> tuple[Span, ...] | BadTime:
    """Return the spans of a day whose fields are from, until, from, until …; none where all are empty."""
    spans: list[Span] = []
    for at in range(0, len(typed), 2):
        span = _span_of(typed[at], typed[at + 1], at)
        if isinstance(span, BadTime):
            return span
        spans += span
    spans.sort()
    for earlier, later in itertools.pairwise(spans):
        if overlap(earlier, later):
            return BadTime(Wrong.OVERLAP, 0)
    return tuple(spans)


def _span_of(opens: str, closes: str, at: int) -> list[Span] | BadTime:
    if not opens and not closes:
        return []
    for place, text in ((at, opens), (at + 1, closes)):
        if not text:
            return BadTime(Wrong.HALF, place)
        if time_of(text) is None:
            return BadTime(Wrong.NO_TIME, place, text)
    span = time_of(opens) or time(0), time_of(closes) or time(0)
    if ends_before_it_begins(span):
        return BadTime(Wrong.BACKWARDS, at + 1)
    return [span]
