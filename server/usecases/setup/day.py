"""End the business day by hand."""

from dataclasses import dataclass
from datetime import date, timedelta

from server.domain.numbering import business_day
from server.store.session import Session
from server.usecases.steps.day import begin_day, keep_day

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDay:
    """Nothing to say: it is the day that is open."""


def close_day_now(session: Session, _command: CloseDay) -> date | None:
    """Return the day that was closed, None where today was closed already: it is never closed twice.

    A day that lies further ahead was begun by a wrong clock: it is closed, and today goes on.
    """
    closed = session.state.day
    if keep_day(session):
        return closed
    settings = session.state.settings
    today = business_day(session.now, settings.time_zone, settings.rollover_hour)
    if closed == today + _A_DAY:
        return None
    begin_day(session, today + _A_DAY if closed == today else today)
    return closed
