"""A ticket: one customer's place."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from server.domain.numbering import TEST
from server.domain.promise import Promise


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One customer's place.

    `position` orders it within its queue (see `numbering.position`). `since` is when its present stretch began;
    `waited` and `served` add up the stretches before it, so that total = waited + served once it is done.
    `touched` is the `seq` of the last journal row that moved it, `called_seq` that of its last call.
    `desk` is where it was called last, `for_desk` the one desk that may call it (after a transfer to a desk).
    `taken_at` is what the clock said then, whoever sets it later; by so much as `corrected` it has been set since.
    `promise` is how long the customer was told to wait when it was taken, None where nothing was known.
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
    corrected: timedelta = timedelta(0)
    promise: Promise | None = None

    @property
    def is_test(self) -> bool:
        """Whether somebody only tries the way of a ticket out: it counts in no figure."""
        return self.label.startswith(TEST)

    def wait(self, now: datetime) -> timedelta:
        """Return how long it was from taking the number to the first call, or to its end without one, or until now."""
        until = self.called_at or self.ended_at or now
        return max(until - (self.taken_at + self.corrected), timedelta(0))
