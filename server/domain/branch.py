"""The branch and what stands in it: queues to join, desks to be served at."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from server.domain.settings import setting

Span = tuple[time, time]
"""From and until, local time, on one day."""

Week = dict[int, tuple[Span, ...]]
"""Opening spans by weekday, Monday is 0; a weekday that is missing is closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When something is open: week by week, with exceptions for single days. No week at all is always open.

    `reasons` say by language why such a day differs: “Staff outing”.
    """

    week: Week | None = None
    exceptions: dict[date, tuple[Span, ...]] = field(default_factory=dict)
    reasons: dict[date, dict[str, str]] = field(default_factory=dict)


_DAY_MINUTES = 24 * 60


class PlaceWord(StrEnum):
    """What a branch calls the numbered places where it serves."""

    DESK = "desk"
    ROOM = "room"
    WINDOW = "window"
    COUNTER = "counter"


_LONGEST_LINE = 200

NAMELESS = "Take A Number"
"""What customers read in place of a branch's name before it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchSettings:
    """What a manager may set for a branch."""

    name: str = setting(
        NAMELESS, label="Name", help="Its name on screens.", least=1, most=80
    )
    names: dict[str, str] = setting(
        default_factory=dict,
        label="Name in other languages",
        help="Its name in other languages than its own.",
        least=1,
        most=80,
    )
    time_zone: str = setting(
        "UTC",
        label="Time zone",
        help="Its IANA time zone, such as Europe/Lisbon; days and opening hours are of this zone.",
    )
    languages: tuple[str, ...] = setting(
        ("en",),
        label="Languages",
        help="The languages of its screens, its own first.",
    )
    rollover_hour: int = setting(
        4,
        label="The day starts at",
        unit="o'clock",
        help="The local hour at which a business day starts.",
        least=0,
        most=23,
    )
    first_number: int = setting(
        1,
        label="First number",
        help="The first number of a day.",
        least=0,
        most=1_000_000,
    )
    hours: Hours = setting(
        Hours(),
        label="Opening hours",
        help="When its queues are open, unless they have hours of their own.",
    )
    priorities: dict[str, int] = setting(
        default_factory=dict,
        label="Priority classes",
        unit="min head start",
        help="Priority classes, and how many minutes head start each gives.",
        least=0,
        most=_DAY_MINUTES,
    )
    priority_roles: tuple[str, ...] = setting(
        ("console",),
        label="Priority is given at",
        help="Which devices may give a priority.",
    )
    priority_names: dict[str, dict[str, str]] = setting(
        default_factory=dict,
        label="What customers read of a priority class",
        help="What a kiosk calls each priority class, by language.",
        least=1,
        most=_LONGEST_LINE,
    )
    priority_ratio: str = setting(
        "",
        label="With priority to without",
        help="How many with priority are called to how many without, such as 2:1; without it each class has its head start.",
    )
    rejoin_minutes: int = setting(
        10,
        label="Missed tickets may rejoin for",
        unit="min",
        help="For how many minutes a missed ticket may rejoin.",
        least=0,
        most=_DAY_MINUTES,
    )
    rejoin_place: int = setting(
        2,
        label="They rejoin behind",
        unit="others",
        zero="nobody",
        help="How many go before a customer who rejoins.",
        least=0,
        most=1_000,
    )
    most_postponements: int = setting(
        3,
        label="Letting others go first",
        unit="times",
        zero="never",
        help="How often one ticket may let others go first.",
        least=0,
        most=100,
    )
    joins_per_minute: int = setting(
        30,
        label="Numbers per address and minute",
        help="How many numbers a minute phones at one address may take.",
        least=1,
        most=10_000,
    )
    pin_digits: int = setting(
        4,
        label="Least digits of a PIN",
        help="At least so many digits in a servicer's PIN, from the next one that is set on; 6 are recommended.",
        least=4,
        most=12,
    )
    place: PlaceWord = setting(
        PlaceWord.DESK,
        label="Where customers are served",
        help="What the numbered places are called on screens and in speech.",
    )
    footer: dict[str, str] = setting(
        default_factory=dict,
        label="Line at the foot",
        help="Its own line at the foot of screens, paper and pages, by language.",
        least=1,
        most=_LONGEST_LINE,
    )
    accent: str = setting(
        "",
        label="Colour of buttons",
        help="The colour of buttons on all its screens and pages, such as #0a55a3, dark enough to be read on white.",
    )
    logo: str = setting(
        "",
        label="Logo",
        help="The name under which its logo is kept.",
    )
    ratings_by_name: bool = setting(
        False,
        label="Ratings by servicer",
        help="Whether reports tell ratings by servicer and desk too, not only by queue.",
    )
    target_minutes: int = setting(
        15,
        label="Nobody should wait longer than",
        unit="min",
        help="How many minutes a customer should wait at most. The report's service level is the share that was called within them and served, of all but those who left sooner or are still here; advice and plan go by it, too.",
        least=1,
        most=_DAY_MINUTES,
    )

    @property
    def is_named(self) -> bool:
        """Whether somebody has given it a name."""
        return self.name != NAMELESS or bool(self.names)

    def called(self, tag: str) -> str:
        """Return its name in the language of this tag, or its own."""
        return self.names.get(tag) or self.name

    @property
    def words_of_priorities(self) -> dict[str, dict[str, str]]:
        """What customers read of the priority classes that there are; those of classes that were taken away are kept, too."""
        words = self.priority_names
        return {name: words[name] for name in words if name in self.priorities}


class JoinMode(StrEnum):
    """Who may take a number on a phone: nobody, whoever stands at the kiosk, everybody."""

    OFF = "off"
    ONSITE = "onsite"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueSettings:
    """What a manager may set for a queue."""

    max_waiting: int = setting(
        300,
        label="Most waiting at once",
        zero="no limit",
        help="How many may wait at once; 0 is no limit.",
        least=0,
        most=1_000_000,
    )
    daily_cap: int = setting(
        0,
        label="Most numbers a day",
        zero="no limit",
        help="How many numbers a day; 0 is no limit.",
        least=0,
        most=1_000_000,
    )
    expected_minutes: float = setting(
        5.0,
        label="One customer takes about",
        unit="min",
        help="How many minutes one customer takes, before there is anything to learn it from.",
        least=0.1,
        most=1_440,
    )
    digits: int = setting(
        3,
        label="Least digits of a number",
        help="At least so many digits in a label.",
        least=1,
        most=6,
    )
    first_number: int | None = setting(
        None,
        label="First number",
        help="The first number of a day; “branch” for the branch's.",
        least=0,
        most=1_000_000,
    )
    hours: Hours | None = setting(
        None,
        label="Opening hours",
        help="When it is open; “branch” for the hours of the branch.",
    )
    closing_guard: bool = setting(
        True,
        label="No numbers that cannot be served",
        help="Give no numbers that cannot be served before closing.",
    )
    join: JoinMode = setting(
        JoinMode.OFF,
        label="Numbers on phones",
        help="Who may take a number on a phone: nobody, whoever scanned the kiosk's code on site, anybody.",
    )


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
class Helper:
    """Who comes to help, by name: from a desk, or a manager where there is none."""

    name: str
    desk: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """A numbered place where customers are served, who sits there at which console, and what they are about.

    `queues` are in order of preference; `weights` are their shares under the ratio policy, and `turns` what was
    called of each in the present round. `names` is what else the place is called, per language. `stored_since` is set while a free desk waits for the next arrival.
    `lent` are queues that it serves beside its own until the business day ends, `helper` is who comes since it called for help.
    """

    number: int
    queues: tuple[str, ...]
    lent: tuple[str, ...] = ()
    policy: Policy = Policy.OLDEST
    weights: tuple[int, ...] = ()
    state: DeskState = DeskState.CLOSED
    servicer: str | None = None
    device: int | None = None
    since: datetime | None = None
    reason: str | None = None
    back_at: datetime | None = None
    help_since: datetime | None = None
    helper: Helper | None = None
    stored_since: datetime | None = None
    turns: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    removed: bool = False

    @property
    def serves(self) -> tuple[str, ...]:
        """The queues that it serves now: its own, and then those that it was lent."""
        return (*self.queues, *(slug for slug in self.lent if slug not in self.queues))


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A paired program: `role` is what its token allows; the token's hash is kept beside it in the store, never here.

    `desk` is the only one at which somebody may sign in at this console, None for any.
    """

    id: int
    role: str
    name: str
    desk: int | None = None


class DeviceTask(StrEnum):
    """What a device may be asked to do: to be found by a beep, or to print a test."""

    BEEP = "beep"
    TEST_PRINT = "test-print"


@dataclass(frozen=True, slots=True, kw_only=True)
class Servicer:
    """A person who serves; the PIN is kept beside it in the store, never here."""

    name: str
    removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpCall:
    """Somebody at a kiosk asks for help; `desk` is set once somebody from there is coming, `manager` once a manager is."""

    since: datetime
    language: str | None = None
    desk: int | None = None
    manager: str | None = None

    @property
    def is_answered(self) -> bool:
        """Whether somebody is coming."""
        return self.desk is not None or self.manager is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is told to everybody who waits, by language, from `since` to `until`; without end until the day's."""

    texts: dict[str, str]
    since: datetime
    until: datetime | None = None

    def is_over(self, now: datetime) -> bool:
        """Return whether its time is over."""
        return self.until is not None and self.until <= now
