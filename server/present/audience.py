"""Who may see what: staff see everything, everybody else sees it without what staff wrote for one another."""

from enum import StrEnum
from typing import Any

from msgspec.structs import replace

from shared.wire.messages import Branch, Desk, Event, Role, Snapshot, Ticket


class Audience(StrEnum):
    """Those who are told the same."""

    STAFF = "staff"
    PUBLIC = "public"


STAFF_ROLES = frozenset({Role.CONSOLE, Role.MANAGER})


def audience_of(role: str) -> Audience:
    """Return which audience a device of this role belongs to."""
    return Audience.STAFF if role in STAFF_ROLES else Audience.PUBLIC


def seen_by(audience: Audience, message: Any) -> Any:
    """Return the message as this audience sees it: the very same where nothing in it is for staff only."""
    return message if audience is Audience.STAFF else _public(message)


def _public(message: Any) -> Any:
    match message:
        case Ticket():
            return _ticket(message)
        case Desk():
            return _desk(message)
        case Branch():
            return replace(message, desks=[_desk(desk) for desk in message.desks])
        case Snapshot():
            return replace(message, branch=_public(message.branch), tickets=[])
        case Event():
            return _event(message)
    return message


def _event(event: Event) -> Event:
    ticket = None if event.ticket is None else _ticket(event.ticket)
    if ticket is event.ticket and event.desk is None and event.branch is None:
        return event
    return replace(
        event,
        ticket=ticket,
        desk=None if event.desk is None else _desk(event.desk),
        branch=None if event.branch is None else _public(event.branch),
    )


def _ticket(ticket: Ticket) -> Ticket:
    if ticket.note is None and ticket.hold_reason is None:
        return ticket
    return replace(ticket, note=None, hold_reason=None)


def _desk(desk: Desk) -> Desk:
    return replace(
        desk,
        serving=None if desk.serving is None else _ticket(desk.serving),
        reason=None,
        help_since=None,
        stored_since=None,
        undo=None,
    )
