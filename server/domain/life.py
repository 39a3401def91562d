"""The fold: what a ticket and a desk are after one more journal row. State tables are nothing but this."""

from dataclasses import replace
from datetime import datetime, timedelta

from server.domain import events
from server.domain.branch import Desk, DeskState
from server.domain.events import Recorded
from server.domain.ticket import ALLOWED_FROM, Move, Ticket, TicketState
from server.domain.refusals import WrongState


def check_move(ticket: Ticket, move: Move) -> None:
    """Raise `WrongState` unless the move may start from where the ticket stands."""
    if ticket.state not in ALLOWED_FROM[move]:
        raise WrongState(ticket, move)


def take(row: Recorded) -> Ticket:
    """Return the ticket that a `Taken` row brings into the world; its id is the row's seq."""
    event = row.event
    assert isinstance(event, events.Taken)
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
    )


def evolve(ticket: Ticket, row: Recorded) -> Ticket:
    """Return the ticket after the row; rows that are not about tickets are a mistake of the caller."""
    at, seq = row.at, row.seq
    match row.event:
        case events.Called(desk=desk, servicer=servicer):
            return replace(
                _waited(ticket, at),
                state=TicketState.CALLED,
                calls=ticket.calls + 1,
                called_at=ticket.called_at or at,
                last_called_at=at,
                called_seq=seq,
                desk=desk,
                servicer=servicer,
                touched=seq,
            )
        case events.Recalled():
            return replace(
                ticket,
                calls=ticket.calls + 1,
                last_called_at=at,
                called_seq=seq,
                touched=seq,
            )
        case events.Started():
            return replace(
                _waited(ticket, at),
                state=TicketState.SERVING,
                started_at=at,
                touched=seq,
            )
        case events.Finished():
            return replace(
                _served(ticket, at), state=TicketState.DONE, ended_at=at, touched=seq
            )
        case events.Missed():
            return replace(ticket, state=TicketState.MISSED, ended_at=at, touched=seq)
        case events.Left():
            return replace(ticket, state=TicketState.LEFT, ended_at=at, touched=seq)
        case events.Expired():
            return replace(ticket, state=TicketState.EXPIRED, ended_at=at, touched=seq)
    raise TypeError(f"{type(row.event).__name__} is not about a ticket")


def evolve_desk(desk: Desk, row: Recorded) -> Desk:
    """Return the desk after the row."""
    match row.event:
        case events.SignedIn(servicer=servicer, device=device):
            return replace(
                desk,
                state=DeskState.OPEN,
                servicer=servicer,
                device=device,
                since=row.at,
            )
        case events.SignedOut():
            return replace(
                desk, state=DeskState.CLOSED, servicer=None, device=None, since=row.at
            )
        case events.DeskConfigured(desk=configured):
            return replace(desk, queues=configured.queues, removed=configured.removed)
    raise TypeError(f"{type(row.event).__name__} is not about a desk")


def _waited(ticket: Ticket, at: datetime) -> Ticket:
    return replace(ticket, waited=ticket.waited + _stretch(ticket, at), since=at)


def _served(ticket: Ticket, at: datetime) -> Ticket:
    return replace(ticket, served=ticket.served + _stretch(ticket, at), since=at)


def _stretch(ticket: Ticket, at: datetime) -> timedelta:
    # The wall clock may have been set back meanwhile; nobody waits less than nothing.
    return max(at - ticket.since, timedelta(0))
