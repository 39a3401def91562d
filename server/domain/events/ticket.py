"""What happens to a ticket."""

from dataclasses import dataclass
from datetime import date, timedelta

from server.domain.promise import Promise
from server.domain.ticket import PrintState, Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A customer took a number; the ticket's id is this row's `seq`, `promise` how long they were told to wait, if anything was known."""

    queue: str
    day: date
    number: int
    label: str
    position: str
    language: str | None = None
    priority: str | None = None
    print: PrintState | None = None
    promise: Promise | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A desk asked the customer to come.

    `chosen` says that the desk picked this very ticket rather than whoever was next. `turns` is what the desk has
    called of each queue in its present round, where it calls by ratio.
    """

    desk: int
    servicer: str
    chosen: bool = False
    turns: dict[str, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """The desk asked again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """The customer arrived at the desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The customer was served."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """The customer was called and did not come."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """The desk put the customer aside for a while."""

    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """A held customer waits again, at the old place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transferred:
    """The customer was sent to another queue or to one desk, with the same ticket."""

    queue: str
    position: str
    desk: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The customer gave the place up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancelled:
    """Staff took the place back; `undone` says that a desk undid having given the number."""

    undone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """The customer had left by mistake and is back at the old place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejoined:
    """A customer who had missed the call waits again, near the front."""

    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed:
    """The customer let others go first."""

    behind: int
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Prioritised:
    """Staff gave a waiting ticket a priority class, another one, or none any more."""

    priority: str | None
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """A servicer wrote something about the ticket; never public."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WentOnTheWay:
    """The customer said: I am on my way."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The kiosk said what became of the paper."""

    outcome: PrintState
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rated:
    """The customer said how it was, from 1 to 3."""

    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """A desk took back what it had done to the ticket, which is as it was before."""

    restored: Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired:
    """The day ended before the ticket did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCorrected:
    """The server's clock was set: what is measured of this ticket moved along, so that no wait grew or shrank by it."""

    by: timedelta
    day: date
    position: str


TicketEvent = (
    Taken
    | Called
    | Recalled
    | Started
    | Finished
    | Missed
    | Held
    | Resumed
    | Transferred
    | Left
    | Cancelled
    | Returned
    | Rejoined
    | Postponed
    | Prioritised
    | Noted
    | WentOnTheWay
    | Printed
    | Rated
    | Undone
    | Expired
    | TicketCorrected
)
