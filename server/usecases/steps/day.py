"""The business day's end: what is still open expires, and numbers start again."""

from datetime import date, timedelta

from server.domain import events, numbering
from server.domain.events import SYSTEM, NumbersGiven
from server.store.session import Session

_A_WRONG_CLOCK = timedelta(days=2)
"""A day so far ahead was begun by one: no change of the time zone or the rollover hour comes to that."""


def keep_day(session: Session) -> bool:
    """Close the branch's day if another has begun since, return whether it did.

    A day never goes back, but for one that a wrong clock has begun: that ends as soon as nobody is here any more, and so
    does one before a day that it has begun.
    """
    settings = session.state.settings
    today = numbering.business_day(
        session.now, settings.time_zone, settings.rollover_hour
    )
    ahead = session.state.day - today
    emptied = ahead >= _A_WRONG_CLOCK and not session.state.room.tickets()
    if ahead >= timedelta(0) and not emptied:
        return False
    if session.state.room.tickets() and numbers_given(session, today):
        # A wrong clock has begun it before: who is here came here by a jump, and stays.
        return False
    begin_day(session, today)
    return True


def begin_day(session: Session, day: date) -> None:
    """Let whoever is still here expire, and begin this day; where it was begun before, its numbers go on."""
    here = sorted(session.state.room.tickets(), key=lambda ticket: ticket.id)
    given = numbers_given(session, day)
    with session.acting(SYSTEM):
        for ticket in here:
            session.record(events.Expired(), ticket)
        closed = events.DayClosed(closed=session.state.day, opened=day, given=given)
        session.record(closed)


def numbers_given(session: Session, day: date) -> dict[str, NumbersGiven]:
    """Return how far each queue's numbers went on that day, by slug; nothing where none were given."""
    counters = session.flush().counters_of(day)
    return {
        slug: NumbersGiven(
            last=counter.last_number, count=counter.given, letters=counter.letters
        )
        for slug, counter in counters.items()
        if counter.given
    }
