"""What is told of a period: one class for each figure. Durations are seconds, hours are of the branch's own clock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from server.domain.figures.period import Period
from server.domain.spread import Spread

FEW = 5
"""Of fewer people nothing is told where it could be told who they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """How many were served of those called within the target, and out of how many: who left within it, or is still here, is not asked about."""

    served: int
    of: int

    @property
    def share(self) -> float | None:
        """From 0 to 1; None where there is nobody to ask about."""
        return self.served / self.of if self.of else None

    def __add__(self, other: "Within") -> "Within":
        """Return how many of both."""
        return Within(served=self.served + other.served, of=self.of + other.of)


NOBODY = Within(served=0, of=0)
"""Where nobody is to be asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What became of everybody who took a number.

    `asked` = `served` + `missed` + `left` + `expired` + `here`. `called` are those who were called at least once, `left_uncalled` those
    of `left` who never were. The spreads are of those who were served, and so is `between_s`, the mean: total = wait + between + service.
    """

    asked: int
    served: int
    missed: int
    left: int
    expired: int
    here: int
    called: int
    left_uncalled: int
    wait: Spread
    service: Spread
    between_s: float | None
    total: Spread
    within: Within

    @property
    def missed_rate(self) -> float | None:
        """The share of those called who did not come; None where nobody was called."""
        return self.missed / self.called if self.called else None

    @property
    def left_rate(self) -> float | None:
        """The share of all who left before a call; None where nobody asked."""
        return self.left_uncalled / self.asked if self.asked else None


@dataclass(frozen=True, slots=True, kw_only=True)
class HourWaits:
    """How long those who asked in this hour waited until their first call, of those who were served.

    `before_p90` is within how many seconds 9 in 10 were called in the period compared with; None where they were fewer than `FEW`.
    """

    hour: int
    people: int
    wait: Spread
    before_p90: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One hour of one weekday on the wall (Monday is 0): how many were served of those who asked then, and within how many seconds 9 in 10 were called.

    `p90` is None where they were fewer than `FEW`; `is_open` says whether a desk was open then, or somebody asked, on any such day.
    """

    weekday: int
    hour: int
    people: int
    p90: float | None
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HourLoad:
    """Of one hour, on a mean day with anything open in the period: how many asked, and how many the open desks could have served.

    `capacity` is the time that desks were open and not on a break / the mean handling of one who was served; None where nobody was.
    Of one queue it is so much of each desk's time as the queue had that day. An hour that the clock on the wall shows twice counts as two. An hour that `is_going_on` is there on no other day of the
    period: what its desks could take nobody knows before it is over.
    """

    hour: int
    asked: float
    capacity: float | None
    is_going_on: bool = False

    @property
    def excess(self) -> float:
        """How many more asked than could have been served, as far as that is known."""
        if self.capacity is None or self.is_going_on:
            return 0.0
        return max(0.0, self.asked - self.capacity)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLevel:
    """How one business day went; days on which nobody asked and no desk was open are left out."""

    day: date
    asked: int
    served: int
    within: Within


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupied:
    """What a desk (`name` is its number), or a person, did with the time they were there: open = serving + free + on break.

    `serving_s` is the handling. With a queue chosen it is still the whole time: a desk is there for all of its queues; `served`
    and the means are of the customers of that queue. The means are None where nobody was served.
    """

    name: str
    open_s: float
    serving_s: float
    free_s: float
    break_s: float
    served: int
    wait_s: float | None
    service_s: float | None
    total_s: float | None

    @property
    def occupancy(self) -> float | None:
        """Serving / (open − on break), from 0 to 1; None where there was no time to serve."""
        there = self.open_s - self.break_s
        return self.serving_s / there if there > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """Of those whose wait (until the first call, or until they left) ended from `from_s` on and before `to_s`: how many left, uncalled, and how many were called and did not come.

    The last class has no `to_s`. `people` are all whose wait ended so, those who expired uncalled left out.
    """

    from_s: int
    to_s: int | None
    people: int
    left: int
    missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseClass:
    """Those who were told at the door that they would wait about alike: what they were told, on average, and within how many seconds 1, 5 and 9 in 10 were called.

    `kept` are those who were called within what they were told.
    """

    low_s: float
    mid_s: float
    high_s: float
    people: int
    kept: int
    p10: float
    p50: float
    p90: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Promises:
    """How right it was what people were told at the door, of all who were called; by how long a wait they were told, shortest first.

    `error_s` is by how many seconds the middle of what they were told was off, `width_s` how far apart its ends were, on average; None
    where nobody was told anything.
    """

    people: int
    kept: int
    error_s: float | None
    width_s: float | None
    classes: tuple[PromiseClass, ...]

    @property
    def coverage(self) -> float | None:
        """The share who were called within what they were told; 8 in 10 is what it aims at. None where nobody was told anything."""
        return self.kept / self.people if self.people else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Those who were served in one queue; those who were sent on to it are among them."""

    queue: str
    served: int
    wait: Spread
    service: Spread
    total: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class Analytics:
    """Everything that is told of a period, of one queue or, where that is None, of all.

    `is_running` says that the open day is in it; `begins` is the hour at which business days start, so that those before it are a day's last; `period` and `before` then go no further. `full_days` counts its closed days on
    which anybody asked; `first_day` is the first on which anybody ever did. `hours` and `loads` go from the first to the last
    hour with anything in it, without a hole; `cells` are all weekdays of all those hours, and `weekdays` (Monday is 0) has how many were called in time on which business days. `not_adding_up` are closed days on
    which the number of those waiting, as the journal tells it, is not arrivals × wait (Little's law): a fault of this program. `unreadable` are days that are left out, as the database is damaged there.
    """

    period: Period
    before: Period | None
    queue: str | None
    is_running: bool
    begins: int
    first_day: date | None
    full_days: int
    target_s: int
    headline: Headline
    headline_before: Headline | None
    weekdays: Mapping[int, Within]
    weekdays_before: Mapping[int, Within]
    hours: tuple[HourWaits, ...]
    cells: tuple[Cell, ...]
    loads: tuple[HourLoad, ...]
    days: tuple[DayLevel, ...]
    desks: tuple[Occupied, ...]
    people: tuple[Occupied, ...]
    gone: tuple[Gone, ...]
    promises: Promises
    queues: tuple[Total, ...]
    not_adding_up: tuple[date, ...]
    unreadable: tuple[date, ...]
