"""What one ticket and one desk are after one more journal row; `state.py` folds the whole branch with it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import reduce

from server.domain import events
from server.domain.branch import Desk, DeskState
from server.domain.events import Recorded
from server.domain.ticket import AT_DESK, Ticket, TicketState


class NoSuchTicket(Exception):
    """A journal row is about a ticket that no earlier row has brought into the world."""


def told(rows: Iterable[Recorded]) -> Ticket:
    """Return the ticket that these rows tell of, its taking first."""
    ticket = reduce(evolve, rows, None)
    assert ticket is not None
    return ticket


def evolve(ticket: Ticket | None, row: Recorded) -> Ticket:
    """Return the ticket after the row, None being before it was taken; raise `NoSuchTicket`, or `TypeError` for a row about none."""
    if isinstance(row.event, events.Taken):
        return _taken(row, row.event)
    if ticket is None:
        raise NoSuchTicket(f"Journal row {row.seq} is about no ticket there is.")
    match row.event:
        case events.Noted(text=text):
            return replace(ticket, note=text or None)
        case events.WentOnTheWay():
            return replace(ticket, on_my_way_at=row.at)
        case events.Printed(outcome=outcome):
            return replace(ticket, print=outcome)
        case events.Rated(score=score):
            return replace(ticket, rating=score)
    return replace(_moved(ticket, row), touched=row.seq)


def _taken(row: Recorded, event: events.Taken) -> Ticket:
    """Return the ticket that the row brings into the world; its id is the row's seq."""
    return Ticket(
        id=row.seq,
        day=event.day,
        queue=event.queue,
        number=event.number,
        label=event.label,
        state=TicketState.WAITING,
        position=event.position,
        taken_at=row.at,
        since=row.at,
        touched=row.seq,
        language=event.language,
        priority=event.priority,
        print=event.print,
    )


def _moved(ticket: Ticket, row: Recorded) -> Ticket:
    at = row.at
    match row.event:
        case events.Called(desk=desk, servicer=servicer):
            return replace(
                _waited(ticket, at),
                state=TicketState.CALLED,
                calls=ticket.calls + 1,
                called_at=ticket.called_at or at,
                last_called_at=at,
                called_seq=row.seq,
                desk=desk,
                servicer=servicer,
                hold_reason=None,
                on_my_way_at=None,
            )
        case events.Recalled():
            return replace(
                ticket, calls=ticket.calls + 1, last_called_at=at, called_seq=row.seq
            )
        case events.Started():
            return replace(
                _waited(ticket, at), state=TicketState.SERVING, started_at=at
            )
        case events.Finished():
            return replace(_served(ticket, at), state=TicketState.DONE, ended_at=at)
        case events.Held(reason=reason):
            return replace(
                _served(ticket, at), state=TicketState.HELD, hold_reason=reason
            )
        case events.Undone(restored=restored):
            return restored
        case events.Missed():
            return replace(ticket, state=TicketState.MISSED, ended_at=at)
        case events.Left() | events.Cancelled():
            return replace(ticket, state=TicketState.LEFT, ended_at=at)
        case events.Expired():
            return replace(ticket, state=TicketState.EXPIRED, ended_at=at)
    return _back_in_line(ticket, row)


def _back_in_line(ticket: Ticket, row: Recorded) -> Ticket:
    match row.event:
        case events.Postponed(position=position):
            return replace(ticket, position=position, postponed=ticket.postponed + 1)
        case events.Resumed():
            return _waiting_again(_waited(ticket, row.at))
        case events.Returned():
            return _waiting_again(_waited(ticket, row.at))
        case events.Rejoined(position=position):
            return replace(_waiting_again(_waited(ticket, row.at)), position=position)
        case events.Transferred(queue=queue, position=position, desk=desk):
            spent = _served if ticket.state in AT_DESK else _waited
            return replace(
                _waiting_again(spent(ticket, row.at)),
                queue=queue,
                position=position,
                for_desk=desk,
            )
    raise TypeError(f"{type(row.event).__name__} is not about a ticket")


def _waiting_again(ticket: Ticket) -> Ticket:
    return replace(
        ticket,
        state=TicketState.WAITING,
        desk=None,
        servicer=None,
        started_at=None,
        ended_at=None,
        hold_reason=None,
        on_my_way_at=None,
    )


def desk_of(event: events.Event) -> int | None:
    """Return the desk that the fact changes, None where it changes none."""
    match event:
        case events.DeskConfigured(desk=desk) | events.DeskUndone(restored=desk):
            return desk.number
        case (
            events.Called(desk=number)
            | events.SignedIn(desk=number)
            | events.SignedOut(desk=number)
            | events.Paused(desk=number)
            | events.Opened(desk=number)
            | events.HelpAsked(desk=number)
            | events.NextStored(desk=number)
        ):
            return number
    return None


def evolve_desk(desk: Desk, row: Recorded) -> Desk:
    """Return the desk after the row; raise `TypeError` for a row that changes none."""
    match row.event:
        case events.Called(turns=turns):
            turns = desk.turns if turns is None else turns
            return replace(desk, stored_since=None, turns=turns)
        case events.SignedIn(servicer=servicer, device=device):
            return replace(
                at_rest(desk),
                state=DeskState.OPEN,
                servicer=servicer,
                device=device,
                since=row.at,
            )
        case events.SignedOut():
            return replace(
                at_rest(desk),
                state=DeskState.CLOSED,
                servicer=None,
                device=None,
                since=row.at,
            )
        case events.Paused(reason=reason, until=until):
            return replace(
                desk,
                state=DeskState.PAUSED,
                since=row.at,
                reason=reason,
                back_at=until,
                stored_since=None,
            )
        case events.Opened():
            return replace(
                desk, state=DeskState.OPEN, since=row.at, reason=None, back_at=None
            )
        case events.HelpAsked(wanted=wanted):
            return replace(desk, help_since=row.at if wanted else None)
        case events.NextStored(wanted=wanted):
            return replace(desk, stored_since=row.at if wanted else None)
        case events.DeskUndone(restored=restored):
            return restored
        case events.DeskConfigured(desk=configured):
            return replace(
                desk,
                queues=configured.queues,
                policy=configured.policy,
                weights=configured.weights,
                removed=configured.removed,
            )
    raise TypeError(f"{type(row.event).__name__} is not about a desk")


def at_rest(desk: Desk) -> Desk:
    """Return the desk without anything that belongs to one sitting."""
    return replace(
        desk, reason=None, back_at=None, help_since=None, stored_since=None, turns={}
    )


def _waited(ticket: Ticket, at: datetime) -> Ticket:
    return replace(ticket, waited=ticket.waited + _stretch(ticket, at), since=at)


def _served(ticket: Ticket, at: datetime) -> Ticket:
    return replace(ticket, served=ticket.served + _stretch(ticket, at), since=at)


def _stretch(ticket: Ticket, at: datetime) -> timedelta:
    # The wall clock may have been set back meanwhile; nobody waits less than nothing.
    return max(at - ticket.since, timedelta(0))
