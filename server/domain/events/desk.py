"""What happens at a desk."""

from dataclasses import dataclass
from datetime import datetime

from server.domain.branch import Desk, Helper


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
class HelperComing:
    """Somebody is on the way to a desk that called for help."""

    desk: int
    helper: Helper


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueLent:
    """Until the business day ends a desk serves these queues beside its own."""

    desk: int
    queues: tuple[str, ...]


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
class DeskConfigured:
    """A manager added, changed or removed a desk; who sits there is not touched."""

    desk: Desk


DeskEvent = (
    SignedIn
    | SignedOut
    | Paused
    | Opened
    | HelpAsked
    | HelperComing
    | QueueLent
    | NextStored
    | DeskUndone
    | DeskConfigured
)
