"""End the business day by hand."""

from dataclasses import dataclass
from datetime import date

from server.store.session import Session
from server.usecases.steps.day import (
    LATEST_BY_HAND,
    begin_day,
    date_at,
    keep_day,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDay:
    """Nothing to say: it is the day that is open."""


def close_day_now(session: Session, _command: CloseDay) -> date | None:
    """Return the day that was closed, None where today was closed already: it is never closed twice.

    A day to which a wrong clock has given its date is closed, and today goes on.
    """
    state, closed = session.state, session.state.day
    if keep_day(session):
        return closed
    today = date_at(state.settings, session.now)
    if state.stands_for == today + LATEST_BY_HAND:
        return None
    begins_tomorrow = state.day == state.stands_for == today
    opened = today + LATEST_BY_HAND if begins_tomorrow else today
    begin_day(session, opened, session.actor)
    return closed
