"""The facts the journal records: one frozen class each; `Recorded` says when, by whom and in which order."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from server.domain.branch import BranchSettings, Desk, Device, Queue, Servicer
from server.domain.ticket import PrintState, Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A customer took a number; the ticket's id is this row's `seq`."""

    queue: str
    day: date
    number: int
    label: str
    position: str
    language: str | None = None
    priority: str | None = None
    print: PrintState | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedIn:
    """A servicer took a desk, at one console."""

    desk: int
    servicer: str
    device: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedOut:
    """A servicer left the desk."""

    desk: int
    servicer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused:
    """A desk takes a break."""

    desk: int
    reason: str | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A desk serves again."""

    desk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAsked:
    """A desk called for help, or needs none any more."""

    desk: int
    wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NextStored:
    """A free desk asked to be given the next arrival, or no longer does."""

    desk: int
    wanted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskUndone:
    """A desk took back what it had done to itself: a break, a return from it."""

    restored: Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskHelpAsked:
    """Somebody at a kiosk called for help."""

    device: int
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskHelpComing:
    """Somebody from a desk is on the way to whoever called for help at the kiosk."""

    device: int
    desk: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskHelpEnded:
    """Nobody at the kiosk needs help any more."""

    device: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSet:
    """Staff told everybody who waits something, by language; no texts take it back."""

    texts: dict[str, str]
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NumbersGiven:
    """How far a queue's numbers went on a day: the last one, how many, and which letters they bear."""

    last: int
    count: int
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSet:
    """The server's clock was set, forward or back; `day` is the date of the open day from here on.

    `stands_for` is the date by the clock of which that day takes the place, and with which it ends: another one where the
    day cannot have it, as a number would be there twice. Where the open day got a new date, `given` has all numbers of
    that, and `left` those that keep the old one.
    """

    by: timedelta
    day: date
    stands_for: date
    given: dict[str, NumbersGiven] = field(default_factory=dict)
    left: dict[str, NumbersGiven] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClosed:
    """The business day ended and the next began; numbers start again.

    `given` has the numbers of each queue where a clock that was wrong had given some on that day already.
    """

    closed: date
    opened: date
    given: dict[str, NumbersGiven] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchConfigured:
    """A manager set the branch up. `day` is there on the first row of all: the day with which it begins."""

    settings: BranchSettings
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueConfigured:
    """A manager added, changed or removed a queue."""

    queue: Queue


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskConfigured:
    """A manager added, changed or removed a desk; who sits there is not touched."""

    desk: Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicerConfigured:
    """A manager added somebody who serves, or removed them; the PIN is not in the journal."""

    servicer: Servicer


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePaired:
    """A kiosk, display, console or manager's program may come in; its token is not in the journal."""

    device: Device


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRevoked:
    """A device's token counts no longer."""

    device: int


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
    | Expired
    | Noted
    | WentOnTheWay
    | Printed
    | Rated
    | Undone
    | TicketCorrected
)
DeskEvent = (
    SignedIn
    | SignedOut
    | Paused
    | Opened
    | HelpAsked
    | NextStored
    | DeskUndone
    | DeskConfigured
)
BranchEvent = (
    BranchConfigured
    | QueueConfigured
    | ServicerConfigured
    | DevicePaired
    | DeviceRevoked
    | KioskHelpAsked
    | KioskHelpComing
    | KioskHelpEnded
    | MessageSet
    | DayClosed
    | ClockSet
)
Event = TicketEvent | DeskEvent | BranchEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it, as far as known: a paired device, the desk and servicer signed in there, or a manager by name.

    How they proved who they are is no part of it.
    """

    device: int | None = None
    desk: int | None = None
    servicer: str | None = None
    manager: str | None = None


SYSTEM = Actor()
"""The branch itself: a day that ends by the clock, a command line on the server's own machine, a customer's phone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One row of the journal; `seq` counts without gaps per branch, `ticket` is set when it is about one.

    `act` is the seq of the first row of the same request: “done and call next” is two rows and one act.
    """

    seq: int
    act: int
    at: datetime
    actor: Actor
    event: Event
    ticket: int | None = None
