"""The business day's end: what is still open expires, and numbers start again."""

from datetime import date, datetime, timedelta

from server.domain import events, numbering
from server.domain.branch import BranchSettings
from server.domain.events import SYSTEM, Actor, NumbersGiven
from server.domain.state import BranchState
from server.store import figures
from server.store.session import Session

LATEST_BY_HAND = timedelta(days=1)
"""How far ahead of today somebody may have begun a day: whoever closes today begins tomorrow."""


def date_at(settings: BranchSettings, moment: datetime) -> date:
    """Return the branch's business day of this moment."""
    return numbering.business_day(moment, settings.time_zone, settings.rollover_hour)


def keep_day(session: Session) -> bool:
    """Close the branch's day if time has ended it, return whether it did.

    A day that a wrong clock has begun ends as soon as nobody is here any more; no other day goes back. While the branch could
    not be put right after the clock was set, no day ends.
    """
    if not session.is_put_right:
        return False
    state = session.state
    today = date_at(state.settings, session.now)
    emptied = is_misdated(state, today) and not state.room.tickets()
    if today <= state.stands_for and not emptied:
        return False
    begin_day(session, due_day(state, today))
    return True


def is_misdated(state: BranchState, today: date) -> bool:
    """Return whether a wrong clock has given the open day its date."""
    return state.day != state.stands_for or state.stands_for - today > LATEST_BY_HAND


def due_day(state: BranchState, today: date) -> date:
    """Return the day that is to be open today: tomorrow where today was closed early, by a clock that has moved since."""
    if today <= state.stands_for <= today + LATEST_BY_HAND:
        return state.stands_for
    return today


def begin_day(session: Session, day: date, by: Actor = SYSTEM) -> None:
    """Let whoever is still here expire, and begin this day, as whoever ended the last; where it was begun before, its numbers go on."""
    here = sorted(session.state.room.tickets(), key=lambda ticket: ticket.id)
    given = numbers_given(session, day)
    with session.acting(SYSTEM):
        for ticket in here:
            session.record(events.Expired(), ticket)
        for desk in session.state.desks():
            if desk.lent:
                session.record(events.QueueLent(desk=desk.number, queues=()))
        closed = events.DayClosed(closed=session.state.day, opened=day, given=given)
    with session.acting(by):
        session.record(closed)
    figures.forget(session, day)


def numbers_given(session: Session, day: date) -> dict[str, NumbersGiven]:
    """Return how far each queue's numbers went on that day, by slug; nothing where none were given."""
    counters = session.flush().counters_of(day)
    if day == session.state.day:
        # The tables do not know yet what this unit has done.
        counters = {slug: each for (slug, _), each in session.state.counters.items()}
    return {
        slug: NumbersGiven(
            last=counter.last_number, count=counter.given, letters=counter.letters
        )
        for slug, counter in counters.items()
        if counter.is_begun
    }
