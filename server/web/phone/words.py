"""What a ticket page says: the words and numbers of one view of a ticket, to be put into phrases.

`static/ticket.js` makes the same words from the same view; a test compares the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from babel.dates import format_time
from babel.numbers import format_decimal

from server.domain.branch import Queue
from server.web.languages import Language
from shared.wire.estimates import in_minutes
from shared.wire.messages import TicketState, TicketView

NEXT = "next"
"""The page's own state: waiting, and called before all others."""

FIRST = "first"
"""The same while no desk is open that could call, or while those that are call somebody of another queue first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The page's state, the kind of its estimate, and what fills its phrases: numbers raw, words as written."""

    state: str
    estimate: str
    numbers: Mapping[str, int | None]
    words: Mapping[str, str]


def say(
    view: TicketView, now: datetime, language: Language, time_zone: ZoneInfo
) -> Said:
    """Return what the page says about this view of a ticket; times are of the branch's zone."""
    low, high = (None, None) if view.estimate is None else in_minutes(view.estimate)
    numbers = {
        "place": None if view.ahead is None else view.ahead + 1,
        "ahead": view.ahead,
        "behind": view.behind,
        "low": low,
        "high": high,
    }
    words = {
        name: format_decimal(number, locale=language.locale, numbering_system="default")
        for name, number in numbers.items()
        if number is not None
    }
    words |= {
        "label": view.label,
        "desk": "" if view.desk is None else str(view.desk),
        "servicer": view.servicer or "",
        "called": ""
        if view.called_at is None
        else clock_time(view.called_at, language, time_zone),
        "as_of": clock_time(now, language, time_zone),
        "kept": ""
        if view.kept_until is None
        else clock_time(view.kept_until, language, time_zone),
        "desk_name": in_language(view.desk_names, language),
        "message": in_language(view.message or {}, language),
    }
    return Said(
        state=_state_of(view),
        estimate="none" if low is None else "about" if low == high else "range",
        numbers=numbers,
        words=words,
    )


def _state_of(view: TicketView) -> str:
    """Return the page's state; whoever is called next may have others before them in their queue, who wait for another desk."""
    if view.state is not TicketState.WAITING:
        return view.state.value
    if view.next:
        return NEXT
    return view.state.value if view.ahead else FIRST


def clock_time(at: datetime, language: Language, time_zone: ZoneInfo) -> str:
    """Return the time of day as the branch's clocks show it."""
    return format_time(at, "HH:mm", tzinfo=time_zone, locale=language.locale)


def name_of(queue: Queue, language: Language) -> str:
    """Return the queue's name in this language, or in the first one it has."""
    return in_language(queue.names, language)


def in_language(texts: Mapping[str, str], language: Language) -> str:
    """Return the text in this language, or in the first one there is; nothing where there is none."""
    return texts.get(language.tag) or next(iter(texts.values()), "")
