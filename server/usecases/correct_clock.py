"""The server's clock was set while a day was open."""

from datetime import timedelta

from server.domain import events, numbering
from server.domain.events import SYSTEM
from server.domain.ticket import OPEN_STATES, Ticket, TicketState
from server.store.session import Session
from server.usecases.steps.day import numbers_given

_MAY_COME_BACK = (TicketState.MISSED, TicketState.LEFT)


def correct_clock(session: Session, by: timedelta) -> None:
    """Move along by so much what is measured of the tickets that are here, and date the open day anew.

    No day is closed by it: only time that passed does that. Where numbers were given on the new date before, the day keeps
    the date it has, so that none is given twice.
    """
    state, day = session.state, session.state.day
    settings = state.settings
    today = numbering.business_day(
        session.now, settings.time_zone, settings.rollover_hour
    )
    if today != day and not numbers_given(session, today):
        day = today
    moved = _everybody(session) if day != state.day else _those_here(session, by)
    with session.acting(SYSTEM):
        session.record(events.ClockSet(by=by, day=day))
        for ticket in moved:
            position = numbering.shifted(ticket.position, by)
            corrected = events.TicketCorrected(by=by, day=day, position=position)
            session.record(corrected, ticket)


def _everybody(session: Session) -> list[Ticket]:
    """Return all tickets of the open day."""
    return session.flush().tickets_of(session.state.day)


def _those_here(session: Session, by: timedelta) -> list[Ticket]:
    """Return who is here, and who may come back yet."""
    patience = timedelta(minutes=session.state.settings.rejoin_minutes)
    since = session.now - by - patience
    return [
        ticket
        for ticket in _everybody(session)
        if ticket.state in OPEN_STATES
        or (
            ticket.state in _MAY_COME_BACK
            and ticket.ended_at is not None
            and ticket.ended_at >= since
        )
    ]
