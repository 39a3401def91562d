"""Who may see what: staff see everything, everybody else no more of people and their tickets than a board shows."""

from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from msgspec.structs import replace

from shared.wire.messages import (
    Advice,
    Board,
    Branch,
    Call,
    Desk,
    Event,
    HelpCall,
    Role,
    Snapshot,
    Ticket,
)


class Audience(StrEnum):
    """Those who are told the same."""

    STAFF = "staff"
    PUBLIC = "public"


STAFF_ROLES = frozenset({Role.CONSOLE, Role.MANAGER})

_ID_BYTES = 6
"""So many fit into the numbers that JavaScript counts with."""


def audience_of(role: str) -> Audience:
    """Return which audience a device of this role belongs to."""
    return Audience.STAFF if role in STAFF_ROLES else Audience.PUBLIC


def seen_by(audience: Audience, message: Any) -> Any:
    """Return the message as this audience sees it; a ticket alone is the audience's own."""
    return message if audience is Audience.STAFF else _public(message)


def id_by_label(label: str) -> int:
    """Return what stands for a ticket's id where that is nobody's business: the same for the same label, on any day."""
    return int.from_bytes(blake2b(label.encode(), digest_size=_ID_BYTES).digest())


def _public(message: Any) -> Any:
    match message:
        case Ticket():
            return replace(
                message, position="", servicer=None, note=None, hold_reason=None
            )
        case Desk():
            return _desk(message)
        case Branch():
            desks = [_desk(desk) for desk in message.desks]
            helped = [_help(call) for call in message.help]
            return replace(
                message,
                desks=desks,
                servicers=[],
                stranded=[],
                help=helped,
                staff_call=None,
                advice=Advice(),
                usual={},
            )
        case Board():
            calls = [_call(call) for call in message.recent_calls]
            return replace(message, recent_calls=calls)
        case Snapshot():
            return replace(
                message,
                branch=_public(message.branch),
                board=_public(message.board),
                tickets=[],
                missed=[],
            )
        case Event():
            return _event(message)
    return message


def _event(event: Event) -> Event:
    ticket, was, calls = event.ticket, event.was, event.recent_calls
    was_called = was is not None and was.desk is not None
    if ticket is not None and ticket.desk is None and not was_called:
        ticket = None
    return replace(
        event,
        ticket=None if ticket is None else _called(ticket, event.at),
        was=None,
        desk=None if event.desk is None else _desk(event.desk),
        branch=None if event.branch is None else _public(event.branch),
        recent_calls=None if calls is None else [_call(call) for call in calls],
        stranded=None,
        help=None if event.help is None else [_help(call) for call in event.help],
    )


def _called(ticket: Ticket, at: datetime) -> Ticket:
    """Return what a board shows of a ticket, or showed until it was called off at this moment."""
    return Ticket(
        id=id_by_label(ticket.label),
        label=ticket.label,
        number=ticket.number,
        queue=ticket.queue,
        state=ticket.state,
        taken_at=ticket.called_at or at,
        called_at=ticket.called_at,
        desk=ticket.desk,
        language=ticket.language,
    )


def _call(call: Call) -> Call:
    return replace(call, ticket=id_by_label(call.label), servicer=None)


def _help(call: HelpCall) -> HelpCall:
    """Return what a kiosk needs to know its own call by."""
    manager = None if call.manager is None else ""
    return replace(call, kiosk="", language=None, manager=manager)


def _desk(desk: Desk) -> Desk:
    serving = desk.serving
    return replace(
        desk,
        servicer=None,
        since=None,
        serving=None
        if serving is None
        else _called(serving, serving.called_at or serving.taken_at),
        reason=None,
        help_since=None,
        helper=None,
        stored_since=None,
        undo=None,
    )
