"""The facts the journal records: one frozen class each; `Recorded` says when, by whom and in which order."""

from dataclasses import dataclass
from datetime import date, datetime

from server.domain.branch import BranchSettings, Desk, Queue, Servicer


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A desk asked the customer to come."""

    desk: int
    servicer: str


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
class Left:
    """The customer gave the place up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expired:
    """The day ended before the ticket did."""


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
class DayClosed:
    """The business day ended and the next began; numbers start again."""

    closed: date
    opened: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchConfigured:
    """A manager set the branch up."""

    settings: BranchSettings


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


TicketEvent = Taken | Called | Recalled | Started | Finished | Missed | Left | Expired
DeskEvent = SignedIn | SignedOut | DeskConfigured
BranchEvent = BranchConfigured | QueueConfigured | ServicerConfigured | DayClosed
Event = TicketEvent | DeskEvent | BranchEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Who did it: a paired device, and the desk and servicer signed in there, as far as known."""

    device: int | None = None
    desk: int | None = None
    servicer: str | None = None


NOBODY = Actor()
"""The branch itself: rollover, the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One row of the journal; `seq` counts without gaps per branch, `ticket` is set when it is about one."""

    seq: int
    at: datetime
    actor: Actor
    event: Event
    ticket: int | None = None
