"""One business day as it is kept for good: small enough to read a year of them in an instant, exact enough to be put together.

Durations are microseconds where they are sums, and in lists tenths of a second.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from server.domain.spread import tenths

VERSION = 2
"""Of the arithmetic: days that were kept by another one are counted anew."""

_A_MOMENT = 60 * 1_000_000

PROMISE_KINDS = (0, 300, 600, 900, 1_200, 1_800, 2_700, 3_600)
"""Seconds from which on the middle of what somebody was told belongs to the next class."""


def packed(durations: Iterable[int]) -> bytes:
    """Return microseconds as sorted tenths of a second, four bytes each."""
    return array("i", sorted(map(tenths, durations))).tobytes()


def unpacked(runs: Iterable[bytes]) -> list[int]:
    """Return all that were packed in these, sorted."""
    together = array("i")
    together.frombytes(b"".join(runs))
    return sorted(together)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisedFigures:
    """Those of a queue who were told at the door that they would wait about alike (`kind`, see `PROMISE_KINDS`), and who were called."""

    kind: int
    people: int
    kept: int
    low_s: int
    mid_s: int
    high_s: int
    error_us: int
    waits: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFigures:
    """What became of those who asked at one queue, or were sent on to it.

    `asked` counts by hour of asking; `waits` has by the same hour how long those who were served waited, `wait_us` in all; `left`, `missed` and `others`
    how long those who left uncalled, who did not come, and who were called and neither served nor missed. Sorted tenths of
    a second, four bytes each. `expired` have no wait that says anything; `here` only the open day has.
    """

    queue: str
    asked: dict[int, int]
    served: int
    gone: int
    expired: int
    here: int
    waits: dict[int, bytes]
    services: bytes
    totals: bytes
    left: bytes
    missed: bytes
    others: bytes
    wait_us: dict[int, int]
    service_us: int
    total_us: int
    promised: tuple[PromisedFigures, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ServedFigures:
    """How many of a queue somebody served at a desk, and how long those took in all."""

    queue: str
    desk: int
    person: str
    served: int
    wait_us: int
    service_us: int
    total_us: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceFigures:
    """How long somebody was at a desk, of that on a break, how long with the customers of each queue, and how long by hour without breaks."""

    desk: int
    person: str
    open_us: int
    break_us: int
    serving_us: dict[str, int]
    there_us: dict[int, int]

    @property
    def hours(self) -> Sequence[int]:
        """The hours in which somebody was there for more than a moment, and not on a break."""
        return [hour for hour, us in self.there_us.items() if us >= _A_MOMENT]

    def handled(self, queue: str | None) -> int:
        """Return for how many microseconds there was a customer of the queue, or of any where that is None."""
        if queue is None:
            return sum(self.serving_us.values())
        return self.serving_us.get(queue, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayFigures:
    """What one business day amounts to.

    `waiting_us` is the number of people waiting for a first call, as the journal tells it, summed up over the day; `waited_us`
    what all of them waited, as their tickets tell it. On a closed day both are the same (Little's law).
    """

    day: date
    queues: tuple[QueueFigures, ...] = ()
    served: tuple[ServedFigures, ...] = ()
    presence: tuple[PresenceFigures, ...] = ()
    waiting_us: int = 0
    waited_us: int = 0

    @property
    def asked(self) -> int:
        """How many took a number."""
        return sum(sum(queue.asked.values()) for queue in self.queues)

    @property
    def adds_up(self) -> bool:
        """Whether Little's law holds, which it does unless journal and tickets differ."""
        return self.waiting_us == self.waited_us
