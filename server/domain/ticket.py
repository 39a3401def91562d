"""A ticket: one customer's place, and the moves it may make."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum


class TicketState(StrEnum):
    """Where a ticket stands in its life."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    DONE = "done"
    MISSED = "missed"
    LEFT = "left"
    EXPIRED = "expired"


OPEN_STATES = frozenset(
    {TicketState.WAITING, TicketState.CALLED, TicketState.SERVING, TicketState.HELD}
)
AT_DESK = frozenset({TicketState.CALLED, TicketState.SERVING})


class PrintState(StrEnum):
    """What became of the ticket's paper."""

    PENDING = "pending"
    PRINTED = "printed"
    FAILED = "failed"


class Move(StrEnum):
    """What may be done with a ticket once it is taken."""

    CALL = "call"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    NO_SHOW = "no-show"
    HOLD = "hold"
    RESUME = "resume"
    TRANSFER = "transfer"
    CANCEL = "cancel"
    LEAVE = "leave"
    RETURN = "return"
    REJOIN = "rejoin"
    POSTPONE = "postpone"
    ON_MY_WAY = "on-my-way"
    RATE = "rate"


_WAITING, _CALLED, _SERVING, _HELD = (
    TicketState.WAITING,
    TicketState.CALLED,
    TicketState.SERVING,
    TicketState.HELD,
)

ALLOWED_FROM: dict[Move, frozenset[TicketState]] = {
    Move.CALL: frozenset({_WAITING, _HELD}),
    Move.RECALL: frozenset({_CALLED}),
    Move.START: frozenset({_CALLED}),
    Move.FINISH: AT_DESK,
    Move.NO_SHOW: frozenset({_CALLED}),
    Move.HOLD: AT_DESK,
    Move.RESUME: frozenset({_HELD}),
    Move.TRANSFER: OPEN_STATES,
    Move.CANCEL: frozenset({_WAITING, _CALLED, _HELD}),
    Move.LEAVE: frozenset({_WAITING, _CALLED, _HELD}),
    Move.RETURN: frozenset({TicketState.LEFT}),
    Move.REJOIN: frozenset({TicketState.MISSED}),
    Move.POSTPONE: frozenset({_WAITING}),
    Move.ON_MY_WAY: frozenset({_CALLED}),
    Move.RATE: frozenset({TicketState.DONE}),
}
"""The states each move may start from; any other is refused with the present state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One customer's place.

    `position` orders it within its queue (see `numbering.position`). `since` is when its present stretch began;
    `waited` and `served` add up the stretches before it, so that total = waited + served once it is done.
    `touched` is the `seq` of the last journal row that moved it, `called_seq` that of its last call.
    `desk` is where it was called last, `for_desk` the one desk that may call it (after a transfer to a desk).
    """

    id: int
    day: date
    queue: str
    number: int
    label: str
    state: TicketState
    position: str
    taken_at: datetime
    since: datetime
    touched: int
    waited: timedelta = timedelta(0)
    served: timedelta = timedelta(0)
    language: str | None = None
    priority: str | None = None
    calls: int = 0
    called_at: datetime | None = None
    last_called_at: datetime | None = None
    called_seq: int | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    desk: int | None = None
    servicer: str | None = None
    for_desk: int | None = None
    hold_reason: str | None = None
    note: str | None = None
    postponed: int = 0
    on_my_way_at: datetime | None = None
    print: PrintState | None = None
    rating: int | None = None
