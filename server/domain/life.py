"""What one ticket and one desk are after one more journal row; `state.py` folds the whole branch with it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import reduce
from typing import Any

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
    fact = row.event
    if isinstance(fact, events.Taken):
        return _taken(row, fact)
    if ticket is None:
        raise NoSuchTicket(f"Journal row {row.seq} is about no ticket there is.")
    if isinstance(fact, events.Undone):
        return replace(fact.restored, touched=row.seq)
    differs = DIFFERS.get(type(fact))
    if differs is None:
        raise TypeError(f"{type(fact).__name__} is not about a ticket")
    return replace(ticket, **differs(ticket, row, fact))


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
        promise=event.promise,
    )


# --- what differs after each fact: the ticket's fields by name -----------------------------------

Fields = dict[str, Any]


def _called(ticket: Ticket, row: Recorded, fact: events.Called) -> Fields:
    return {
        **_waited(ticket, row),
        "state": TicketState.CALLED,
        "calls": ticket.calls + 1,
        "called_at": ticket.called_at or row.at,
        "last_called_at": row.at,
        "called_seq": row.seq,
        "desk": fact.desk,
        "servicer": fact.servicer,
        "ended_at": None,
        "hold_reason": None,
        "on_my_way_at": None,
    }


def _recalled(ticket: Ticket, row: Recorded, _fact: events.Recalled) -> Fields:
    return {
        "touched": row.seq,
        "calls": ticket.calls + 1,
        "last_called_at": row.at,
        "called_seq": row.seq,
    }


def _started(ticket: Ticket, row: Recorded, _fact: events.Started) -> Fields:
    return {
        **_waited(ticket, row),
        "state": TicketState.SERVING,
        "started_at": row.at,
    }


def _finished(ticket: Ticket, row: Recorded, _fact: events.Finished) -> Fields:
    return {**_served(ticket, row), "state": TicketState.DONE, "ended_at": row.at}


def _held(ticket: Ticket, row: Recorded, fact: events.Held) -> Fields:
    return {
        **_served(ticket, row),
        "state": TicketState.HELD,
        "hold_reason": fact.reason,
    }


def _ended(state: TicketState) -> Callable[[Ticket, Recorded, Any], Fields]:
    def ended(_ticket: Ticket, row: Recorded, _fact: Any) -> Fields:
        return {"touched": row.seq, "state": state, "ended_at": row.at}

    return ended


def _postponed(ticket: Ticket, row: Recorded, fact: events.Postponed) -> Fields:
    return {
        "touched": row.seq,
        "position": fact.position,
        "postponed": ticket.postponed + 1,
    }


def _came_back(ticket: Ticket, row: Recorded, _fact: Any) -> Fields:
    return {**_waited(ticket, row), **_IN_LINE}


def _rejoined(ticket: Ticket, row: Recorded, fact: events.Rejoined) -> Fields:
    return {**_waited(ticket, row), **_IN_LINE, "position": fact.position}


def _transferred(ticket: Ticket, row: Recorded, fact: events.Transferred) -> Fields:
    spent = _served if ticket.state in AT_DESK else _waited
    return {
        **spent(ticket, row),
        **_IN_LINE,
        "queue": fact.queue,
        "position": fact.position,
        "for_desk": fact.desk,
    }


def _corrected(ticket: Ticket, _row: Recorded, fact: events.TicketCorrected) -> Fields:
    moments = ("called_at", "last_called_at", "started_at", "ended_at", "on_my_way_at")
    moved = {name: getattr(ticket, name) for name in moments}
    return {
        **{name: at + fact.by for name, at in moved.items() if at is not None},
        "since": ticket.since + fact.by,
        "corrected": ticket.corrected + fact.by,
        "position": fact.position,
        "day": fact.day,
    }


_IN_LINE: Fields = {
    "state": TicketState.WAITING,
    "desk": None,
    "servicer": None,
    "started_at": None,
    "ended_at": None,
    "hold_reason": None,
    "on_my_way_at": None,
}


def _waited(ticket: Ticket, row: Recorded) -> Fields:
    waited = ticket.waited + _stretch(ticket, row.at)
    return {"touched": row.seq, "waited": waited, "since": row.at}


def _served(ticket: Ticket, row: Recorded) -> Fields:
    served = ticket.served + _stretch(ticket, row.at)
    return {"touched": row.seq, "served": served, "since": row.at}


def _stretch(ticket: Ticket, at: datetime) -> timedelta:
    # The wall clock may have been set back meanwhile; nobody waits less than nothing.
    return max(at - ticket.since, timedelta(0))


DIFFERS: dict[type, Callable[[Ticket, Recorded, Any], Fields]] = {
    events.Called: _called,
    events.Recalled: _recalled,
    events.Started: _started,
    events.Finished: _finished,
    events.Held: _held,
    events.Missed: _ended(TicketState.MISSED),
    events.Left: _ended(TicketState.LEFT),
    events.Cancelled: _ended(TicketState.LEFT),
    events.Expired: _ended(TicketState.EXPIRED),
    events.Postponed: _postponed,
    events.Resumed: _came_back,
    events.Returned: _came_back,
    events.Rejoined: _rejoined,
    events.Transferred: _transferred,
    events.Prioritised: lambda _ticket, row, fact: {
        "touched": row.seq,
        "priority": fact.priority,
        "position": fact.position,
    },
    # What moves no ticket leaves `touched` as it is.
    events.Noted: lambda _ticket, _row, fact: {"note": fact.text or None},
    events.WentOnTheWay: lambda _ticket, row, _fact: {"on_my_way_at": row.at},
    events.Printed: lambda _ticket, _row, fact: {"print": fact.outcome},
    events.Rated: lambda _ticket, _row, fact: {"rating": fact.score},
    events.TicketCorrected: _corrected,
}
"""What each fact about a ticket makes of it; the others, its taking and undo, tell it whole."""


# --- desks ----------------------------------------------------------------------------------------

_OF_DESKS = (
    events.Called,
    events.SignedIn,
    events.SignedOut,
    events.Paused,
    events.Opened,
    events.HelpAsked,
    events.HelperComing,
    events.QueueLent,
    events.NextStored,
)


def desk_of(event: events.Event) -> int | None:
    """Return the desk that the fact changes, None where it changes none."""
    if isinstance(event, _OF_DESKS):
        return event.desk
    match event:
        case events.DeskConfigured(desk=desk) | events.DeskUndone(restored=desk):
            return desk.number
    return None


def evolve_desk(desk: Desk, row: Recorded) -> Desk:
    """Return the desk after the row, the very same where it differs in nothing; raise `TypeError` for a row about none."""
    if isinstance(row.event, events.Called):
        turns = desk.turns if row.event.turns is None else row.event.turns
        if desk.stored_since is None and turns == desk.turns:
            return desk
        return replace(desk, stored_since=None, turns=turns)
    return _desk_moved(desk, row)


def desk_told(desk: Desk, rows: Iterable[Recorded]) -> Desk:
    """Return the desk after those of the rows that are about it."""
    about = (row for row in rows if desk_of(row.event) == desk.number)
    return reduce(evolve_desk, about, desk)


def _desk_moved(desk: Desk, row: Recorded) -> Desk:
    match row.event:
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
    return _desk_told(desk, row)


def _desk_told(desk: Desk, row: Recorded) -> Desk:
    match row.event:
        case events.HelpAsked(wanted=wanted):
            return replace(desk, help_since=row.at if wanted else None, helper=None)
        case events.HelperComing(helper=helper):
            return replace(desk, helper=helper)
        case events.QueueLent(queues=queues):
            return replace(desk, lent=queues)
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
                names=configured.names,
                removed=configured.removed,
            )
    raise TypeError(f"{type(row.event).__name__} is not about a desk")


def at_rest(desk: Desk) -> Desk:
    """Return the desk without anything that belongs to one sitting."""
    return replace(
        desk,
        reason=None,
        back_at=None,
        help_since=None,
        helper=None,
        stored_since=None,
        turns={},
    )
