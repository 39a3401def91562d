"""Which parts of a manager's live page something changes."""

from enum import StrEnum
from typing import get_args

from server.domain import events
from server.domain.state import Change


class Part(StrEnum):
    """A part of the live page that is drawn, and fetched, by itself; `LINE` is a single queue's."""

    HEADING = "heading"
    NEEDS = "needs"
    QUEUES = "queues"
    DESKS = "desks"
    DEVICES = "devices"
    LINE = "line"


Parts = frozenset[Part]
ALL: Parts = frozenset(Part)
OF_DEVICES: Parts = frozenset({Part.NEEDS, Part.DEVICES})
OF_TIME: Parts = frozenset({Part.HEADING, Part.NEEDS, Part.QUEUES, Part.DEVICES})
"""What changes by itself: somebody waits too long, a desk is idle, a device is not heard of any more."""

OF_NEWCOMERS: Parts = frozenset({Part.QUEUES})
"""How long somebody would wait who came now."""

OF_ADVICE: Parts = frozenset({Part.NEEDS})
"""Where one more desk is wanted, and where no longer."""

OF_WAITS: Parts = frozenset({Part.LINE})
"""How long those will wait who are here."""

_OF_TICKETS: Parts = ALL - {Part.DEVICES}
_OF_LINES: Parts = _OF_TICKETS - {Part.DESKS}
_OF_ONE_TICKET: Parts = frozenset({Part.LINE})
_SMALL = (events.Noted, events.Printed, events.Rated)
_TICKETS = get_args(events.TicketEvent)


def changed_by(change: Change) -> Parts:
    """Return what has to be drawn anew after the change."""
    event = change.row.event
    if isinstance(event, _SMALL):
        return _OF_ONE_TICKET
    if not isinstance(event, _TICKETS):
        return ALL
    return _OF_TICKETS if _is_of_a_desk(change) else _OF_LINES


def _is_of_a_desk(change: Change) -> bool:
    """Return whether a desk did it, or had the ticket before or has it now; most who come and go never were at one."""
    tickets = [each for each in (change.before, change.after) if each is not None]
    return change.row.actor.desk is not None or any(
        ticket.desk is not None for ticket in tickets
    )
