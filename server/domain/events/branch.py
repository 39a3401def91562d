"""What happens in the branch as a whole: in its hall, and to its days."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from server.domain.today import Switch, TestAwaited


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskHelpAsked:
    """Somebody at a kiosk called for help."""

    device: int
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskHelpComing:
    """Somebody from a desk, or a manager, is on the way to whoever called for help at the kiosk."""

    device: int
    desk: int | None = None
    manager: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskHelpEnded:
    """Nobody at the kiosk needs help any more."""

    device: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCalled:
    """A manager asked everybody at the desks to come and help."""

    by: str
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffCallEnded:
    """Nobody has to come any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSet:
    """Staff told everybody who waits something, by language; no texts take it back."""

    texts: dict[str, str]
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueSwitched:
    """Staff closed or opened a queue by hand for now; no switch lets its hours say again."""

    queue: str
    switch: Switch | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KioskSwitched:
    """Staff closed a kiosk for now; no switch opens it."""

    device: int
    switch: Switch | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TestNumberAwaited:
    """A kiosk's next number is to be a test, or none any more; the test that is given ends it, too."""

    __test__ = False  # pytest takes the name for one of its own

    awaited: TestAwaited | None


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


HallEvent = (
    KioskHelpAsked
    | KioskHelpComing
    | KioskHelpEnded
    | StaffCalled
    | StaffCallEnded
    | MessageSet
    | QueueSwitched
    | KioskSwitched
    | TestNumberAwaited
    | ClockSet
    | DayClosed
)
