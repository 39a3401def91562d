"""The branch and what stands in it: queues to join, desks to be served at."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchSettings:
    """What a manager may set for a branch."""

    name: str = "Main branch"
    time_zone: str = "UTC"
    languages: tuple[str, ...] = ("en",)
    rollover_hour: int = 4
    first_number: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueSettings:
    """What a manager may set for a queue."""

    max_waiting: int = 300
    """How many may wait at once; 0 is no limit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """A line that customers join; `names` is per language, `ordinal` its place on screens."""

    slug: str
    letter: str
    names: dict[str, str]
    ordinal: int
    settings: QueueSettings = field(default_factory=QueueSettings)
    removed: bool = False


class DeskState(StrEnum):
    """Whether a desk serves."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A numbered place where customers are served, and who sits there at which console since when."""

    number: int
    queues: tuple[str, ...]
    state: DeskState = DeskState.CLOSED
    servicer: str | None = None
    device: int | None = None
    since: datetime | None = None
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Servicer:
    """A person who serves; the PIN is kept beside it in the store, never here."""

    name: str
    removed: bool = False
