"""End the business day by hand."""

from dataclasses import dataclass
from datetime import date, timedelta

from server.domain.numbering import business_day
from server.store.session import Session
from server.store.store import Clock
from server.usecases.close_day import begin_day, close_day


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseDay:
    """Nothing to say: it is the day that is open."""


def close_day_now(session: Session, clock: Clock, _command: CloseDay) -> date | None:
    """Return the day that was closed, None where today was closed already: it is never closed twice."""
    closed = session.ledger.day
    if close_day(session, clock):
        return closed
    settings = session.ledger.settings
    today = business_day(clock(), settings.time_zone, settings.rollover_hour)
    if closed > today:
        return None
    begin_day(session, clock, closed + timedelta(days=1))
    return closed
