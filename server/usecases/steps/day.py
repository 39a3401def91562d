"""The business day's end: what is still open expires, and numbers start again."""

from datetime import date

from server.domain import events, numbering
from server.domain.events import SYSTEM
from server.store.session import Session


def keep_day(session: Session) -> bool:
    """Close the branch's day if another has begun since; return whether it did. A day never goes back."""
    settings = session.state.settings
    today = numbering.business_day(
        session.now, settings.time_zone, settings.rollover_hour
    )
    if today <= session.state.day:
        return False
    begin_day(session, today)
    return True


def begin_day(session: Session, day: date) -> None:
    """Let whoever is still here expire, and begin this day."""
    here = sorted(session.state.room.tickets(), key=lambda ticket: ticket.id)
    with session.acting(SYSTEM):
        for ticket in here:
            session.record(events.Expired(), ticket)
        session.record(events.DayClosed(closed=session.state.day, opened=day))
