"""The business day ends: what is still open expires, and numbers start again."""

from datetime import date

from server.domain import events, numbering
from server.domain.events import NOBODY
from server.store.session import Session
from server.store.store import Clock


def close_day(session: Session, clock: Clock) -> bool:
    """Close the branch's day if another has begun since; return whether it did. A day never goes back."""
    settings = session.ledger.settings
    today = numbering.business_day(clock(), settings.time_zone, settings.rollover_hour)
    if today <= session.ledger.day:
        return False
    begin_day(session, clock, today)
    return True


def begin_day(session: Session, clock: Clock, day: date) -> None:
    """Let whoever is still here expire, and begin this day."""
    now = clock()
    actor, session.actor = session.actor, NOBODY
    for ticket in session.open_tickets():
        session.record(events.Expired(), ticket, at=now)
    session.record_day(events.DayClosed(closed=session.ledger.day, opened=day), at=now)
    session.actor = actor
