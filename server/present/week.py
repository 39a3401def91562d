"""The opening hours of the coming days, as a closed kiosk shows them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from server.domain import hours
from server.domain.branch import Hours, Span
from server.domain.state import BranchState
from shared.wire import messages

_DAYS_OF_WEEK = 7
_DAYS_TOLD = 9 * _DAYS_OF_WEEK


def coming(
    state: BranchState, now: datetime
) -> tuple[list[messages.OpenDay], list[messages.OpenDay]]:
    """Return the next seven days, and which of the eight weeks after them differ from their weekday; nothing where it is always open.

    The branch is open whenever any of its queues is.
    """
    settings = state.settings
    openings = _openings(state)
    if any(hours.is_always(each) for each in openings):
        return [], []
    today = now.astimezone(ZoneInfo(settings.time_zone)).date()
    days = [today + timedelta(days=ahead) for ahead in range(_DAYS_TOLD)]
    exceptional = {day for each in openings for day in each.exceptions}
    later = [day for day in days[_DAYS_OF_WEEK:] if day in exceptional]
    return (
        [_open_day(openings, day) for day in days[:_DAYS_OF_WEEK]],
        [_open_day(openings, day) for day in later],
    )


def differ(state: BranchState) -> bool:
    """Return whether there are times at which some queues are open and others are not."""
    first, *others = _openings(state)
    return any(other != first for other in others)


def _openings(state: BranchState) -> list[Hours]:
    settings = state.settings
    own = [queue.settings.hours or settings.hours for queue in state.queues()]
    return own or [settings.hours]


def _open_day(openings: list[Hours], day: date) -> messages.OpenDay:
    spans = {span for each in openings for span in hours.spans_of(each, day)}
    return messages.OpenDay(
        day=day,
        spans=[(f"{start:%H:%M}", f"{end:%H:%M}") for start, end in _together(spans)],
        reason=next(
            (each.reasons[day] for each in openings if day in each.reasons), {}
        ),
    )


def _together(spans: Iterable[Span]) -> list[Span]:
    """Return the spans in order, those that overlap as one; an end that is not after its start is on the next day."""
    joined: list[Span] = []
    for start, end in sorted(
        spans, key=lambda span: (span[0], not _is_over_night(span))
    ):
        last = joined[-1] if joined else None
        if last is None or (start > last[1] and not _is_over_night(last)):
            joined.append((start, end))
        elif not _is_over_night(last):
            over_night = _is_over_night((start, end))
            joined[-1] = (last[0], end if over_night else max(last[1], end))
    return joined


def _is_over_night(span: Span) -> bool:
    start, end = span
    return end <= start
