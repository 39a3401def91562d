"""What a closed day amounts to is counted once, and kept."""

from datetime import date

from server.domain.figures.kept import DayFigures
from server.store import figures
from server.store.figures import Spans
from server.store.session import Session
from server.store.view import View


def uncounted(view: View, first: date, last: date) -> list[date]:
    """Return the closed days among these that are still to be counted, latest first."""
    return figures.uncounted(view, first, last, Spans(view))


def count(view: View, day: date) -> DayFigures:
    """Return what the day amounts to; it takes a tenth of a second or two: call it aside. Raise `Damaged`."""
    return figures.count(view, day, Spans(view))


def keep_figures(session: Session, counted: DayFigures) -> None:
    """Keep what a day amounts to, unless it is open again; where tickets have been taken away since, it stays what it was."""
    day = counted.day
    if day == session.state.day:
        return
    before = figures.kept(session.flush(), day, day).get(day)
    is_less = before is not None and before.asked > counted.asked
    figures.keep(session, before if before is not None and is_less else counted)
