"""The branch and what stands in it: queues to join, desks to be served at."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

Span = tuple[time, time]
"""From and until, local time, on one day."""

Week = dict[int, tuple[Span, ...]]
"""Opening spans by weekday, Monday is 0; a weekday that is missing is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When something is open: week by week, with exceptions for single days. No week at all is always open."""

    week: Week | None = None
    exceptions: dict[date, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchSettings:
    """What a manager may set for a branch."""

    name: str = "Main branch"
    """Its name on screens."""

    time_zone: str = "UTC"
    """An IANA time zone; days and opening hours are of this zone."""

    languages: tuple[str, ...] = ("en",)
    """The languages of its screens, the first one being its own."""

    rollover_hour: int = 4
    """The local hour at which a business day starts."""

    first_number: int = 1
    """The first number of a day."""

    hours: Hours = Hours()
    """When its queues are open, unless they have hours of their own."""

    priorities: dict[str, int] = field(default_factory=dict)
    """Priority classes, and how many minutes head start each gives."""

    priority_roles: tuple[str, ...] = ("console",)
    """Which devices may give a priority."""

    rejoin_minutes: int = 10
    """For how long a missed ticket may rejoin."""

    rejoin_place: int = 2
    """How many go before a customer who rejoins."""

    most_postponements: int = 3
    """How often one ticket may let others go first."""

    joins_per_minute: int = 30
    """How many numbers a minute phones at one address may take."""

    target_minutes: int = 15
    """How long a customer should wait at most: the service level is the share of those who did not wait longer."""


class JoinMode(StrEnum):
    """Who may take a number on a phone: nobody, whoever stands at the kiosk, everybody."""

    OFF = "off"
    ONSITE = "onsite"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueSettings:
    """What a manager may set for a queue."""

    max_waiting: int = 300
    """How many may wait at once; 0 is no limit."""

    daily_cap: int = 0
    """How many numbers a day; 0 is no limit."""

    expected_minutes: float = 5.0
    """How long one customer takes, before there is anything to learn it from."""

    digits: int = 3
    """At least so many digits in a label."""

    first_number: int | None = None
    """The first number of a day; None for the branch's."""

    hours: Hours | None = None
    """When it is open; None for the branch's hours."""

    closing_guard: bool = True
    """Whether it stops giving numbers when those who wait fill the rest of the day."""

    join: JoinMode = JoinMode.OFF
    """Who may take a number on a phone."""


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


class Policy(StrEnum):
    """How a desk chooses among the queues it serves."""

    OLDEST = "oldest"
    STRICT = "strict"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A numbered place where customers are served, who sits there at which console, and what they are about.

    `queues` are in order of preference; `weights` are their shares under the ratio policy, and `turns` what was
    called of each in the present round. `stored_since` is set while a free desk waits for the next arrival.
    """

    number: int
    queues: tuple[str, ...]
    policy: Policy = Policy.OLDEST
    weights: tuple[int, ...] = ()
    state: DeskState = DeskState.CLOSED
    servicer: str | None = None
    device: int | None = None
    since: datetime | None = None
    reason: str | None = None
    back_at: datetime | None = None
    help_since: datetime | None = None
    stored_since: datetime | None = None
    turns: dict[str, int] = field(default_factory=dict)
    touched: int = 0
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A paired program: `role` is what its token allows; the token's hash is kept beside it in the store, never here."""

    id: int
    role: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Servicer:
    """A person who serves; the PIN is kept beside it in the store, never here."""

    name: str
    removed: bool = False
