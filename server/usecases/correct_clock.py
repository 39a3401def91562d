"""The server's clock was set while a day was open."""

from collections import Counter as Tally
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from server.domain import events, numbering
from server.domain.events import SYSTEM, NumbersGiven
from server.domain.ticket import OPEN_STATES, Ticket, TicketState
from server.store import figures
from server.store.session import Session
from server.usecases.steps.day import LATEST_BY_HAND, date_at, numbers_given

_MAY_COME_BACK = (TicketState.MISSED, TicketState.LEFT)


def correct_clock(session: Session, by: timedelta, since: int) -> None:
    """Move along by so much what is measured of the tickets that are here, and date the open day anew.

    No day is closed by it: only time that passed does that. A day goes on under its new date where somebody is here, or was
    given a number since row `since`, when the machine began to run; what had ended by then keeps its date. Where a number
    would be twice on the new date, the day keeps the one it has, and takes that date's place.
    """
    state = session.state
    stands_for = _date_after(session, by)
    tickets = _tickets(session)
    told = _Dating(day=state.day, tickets=_those_here(session, tickets, by))
    if stands_for != state.day:
        told = _dated_anew(session, tickets, since, stands_for) or told
    with session.acting(SYSTEM):
        session.record(
            events.ClockSet(
                by=by,
                day=told.day,
                stands_for=stands_for,
                given=told.given,
                left=told.left,
            )
        )
        for ticket in told.tickets:
            position = numbering.shifted(ticket.position, by)
            corrected = events.TicketCorrected(by=by, day=told.day, position=position)
            session.record(corrected, ticket)
    figures.forget(session, told.day)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dating:
    """The date of the open day, the tickets that are corrected, and where it is a new date, the numbers of both."""

    day: date
    tickets: Sequence[Ticket]
    given: dict[str, NumbersGiven] = field(default_factory=dict)
    left: dict[str, NumbersGiven] = field(default_factory=dict)


def _date_after(session: Session, by: timedelta) -> date:
    """Return the date that the open day takes the place of by the clock as it is now.

    It is as far from today as it was before: it had ended by time that passed, or was closed early.
    """
    settings = session.state.settings
    ahead = session.state.stands_for - date_at(settings, session.now - by)
    return date_at(settings, session.now) + min(ahead, LATEST_BY_HAND)


def _tickets(session: Session) -> list[Ticket]:
    """Return all tickets of the open day that can be read; those that are open always can."""
    tables = session.flush()
    tickets = {each.id: each for each in tables.sound_tickets_of(session.state.day)}
    tickets |= {each.id: each for each in session.state.room.tickets()}
    return sorted(tickets.values(), key=lambda ticket: ticket.id)


def _those_here(
    session: Session, tickets: Sequence[Ticket], by: timedelta
) -> list[Ticket]:
    """Return who is here, and who may come back yet."""
    patience = timedelta(minutes=session.state.settings.rejoin_minutes)
    since = session.now - by - patience
    return [
        ticket
        for ticket in tickets
        if ticket.state in OPEN_STATES
        or (
            ticket.state in _MAY_COME_BACK
            and ticket.ended_at is not None
            and ticket.ended_at >= since
        )
    ]


def _dated_anew(
    session: Session, tickets: Sequence[Ticket], since: int, day: date
) -> _Dating | None:
    """Return the open day as it goes on under this date; None where it does not, or a number would be there twice."""
    if not any(t.state in OPEN_STATES or t.id > since for t in tickets):
        return None
    coming = [t for t in tickets if t.state in OPEN_STATES or t.touched > since]
    old, new = (numbers_given(session, each) for each in (session.state.day, day))
    if _is_twice(session, coming, old, day, new):
        return None
    moved = Tally(_giver(old, ticket) for ticket in coming)
    return _Dating(
        day=day,
        tickets=coming,
        given={
            slug: _together(moved[slug], old.get(slug), new.get(slug))
            for slug in old.keys() | new.keys()
        },
        left={
            slug: NumbersGiven(
                last=numbers.last,
                count=numbers.count - moved[slug],
                letters=numbers.letters,
            )
            for slug, numbers in old.items()
            if numbers.count > moved[slug]
        },
    )


def _together(
    moved: int, old: NumbersGiven | None, new: NumbersGiven | None
) -> NumbersGiven:
    """Return a queue's numbers on the date to which so many were moved: they go on behind the last of either."""
    both = [numbers for numbers in (old, new) if numbers is not None]
    return NumbersGiven(
        last=max(numbers.last for numbers in both),
        count=moved + (0 if new is None else new.count),
        letters=tuple(sorted({letter for each in both for letter in each.letters})),
    )


def _is_twice(
    session: Session,
    coming: Sequence[Ticket],
    old: Mapping[str, NumbersGiven],
    day: date,
    new: Mapping[str, NumbersGiven],
) -> bool:
    """Return whether a label or a queue's number would be twice on that date, now or later, if these tickets were there."""
    bearers = {
        letter: slug for slug, numbers in new.items() for letter in numbers.letters
    }
    for slug, numbers in old.items():
        if any(bearers.get(letter, slug) != slug for letter in numbers.letters):
            return True
    there = session.flush().numbers_of(day)
    labels = {label for _, _, label in there}
    numbered = {(queue, number) for queue, number, _ in there}
    return any(
        ticket.label in labels or (ticket.queue, ticket.number) in numbered
        for ticket in coming
    )


def _giver(numbers: Mapping[str, NumbersGiven], ticket: Ticket) -> str:
    """Return the queue that gave the ticket its number, whichever it waits in by now."""
    letter = numbering.letter_of(ticket.label)
    givers = (slug for slug, each in numbers.items() if letter in each.letters)
    return next(givers, ticket.queue)
