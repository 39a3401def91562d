"""Who came later and was called earlier, and why."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from server.domain import events, life
from server.domain.branch import Desk, Policy
from server.domain.events import Recorded
from server.domain.ticket import Ticket


class Why(Enum):
    """Why somebody who came later was called earlier."""

    WALKED_UP = "walked up"
    PICKED = "picked"
    SENT = "sent"
    KEPT = "kept"
    PRIORITY = "priority"
    LET_OTHERS = "let others"
    MISSED = "missed"
    REJOINED = "rejoined"
    SENT_TO_END = "sent to end"
    STRICT = "strict"
    RATIO = "ratio"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtaking:
    """A ticket that was taken later and called earlier: by which row, when, to which desk as it was set up then, and why.

    The ticket is as it was before that; `head_start` are the minutes that its priority class gave.
    """

    seq: int
    at: datetime
    ticket: Ticket
    desk: Desk
    why: Why
    head_start: int | None = None


def why(
    mine: Ticket,
    other: Ticket,
    call: Recorded,
    desk: Desk,
    *,
    moved: "Moved",
    others: "Moved",
) -> Why:
    """Return why this call to the desk was of the other ticket rather than of mine, each moved so within its line before."""
    assert isinstance(call.event, events.Called)
    if call.event.chosen:
        # A ticket's id is the seq of its taking: taken and called in one act is a walk-in.
        return Why.WALKED_UP if other.id >= call.act else Why.PICKED
    if mine.for_desk not in (None, desk.number):
        return Why.KEPT
    if other.for_desk == desk.number:
        return Why.SENT
    if other.queue != mine.queue and desk.policy is Policy.STRICT:
        return Why.STRICT
    if other.queue != mine.queue and desk.policy is Policy.RATIO:
        return Why.RATIO
    match moved:
        case events.Postponed():
            return Why.LET_OTHERS
        case events.Rejoined():
            return Why.MISSED
        case events.Transferred():
            return Why.SENT_TO_END
    if isinstance(others, events.Rejoined):
        return Why.REJOINED
    return Why.PRIORITY if other.priority is not None else Why.PLACE


Moved = events.Postponed | events.Rejoined | events.Transferred | None
"""What moved a ticket last within its line."""


def moved_last(rows: Iterable[Recorded]) -> Moved:
    """Return what moved the ticket of these rows last within its line; a transfer that leaves its place as it is moves nothing."""
    ticket: Ticket | None = None
    moved: Moved = None
    for row in rows:
        match row.event:
            case events.Transferred(position=position) if (
                ticket is not None and ticket.position == position
            ):
                pass
            case events.Postponed() | events.Rejoined() | events.Transferred():
                moved = row.event
            case events.Undone():
                moved = None
        ticket = life.evolve(ticket, row)
    return moved
