"""What advice is worth: days that are played with a desk that is opened when it is advised, when somebody has waited ten minutes, or never.

    python -m bench.advice [--days 20] [--seed 1]

Every way gets the same customers, who come, leave and take their time alike. Printed for each way: of 100 who did not leave sooner, how many were
called within ten minutes, of 100 who came, how many were; and how long the fourth desk was open, on the mean day.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from heapq import heappop, heappush
from itertools import count
from random import Random

from server.domain import events, numbering
from server.domain.branch import BranchSettings, Desk, DeskState, Queue
from server.domain.events import SYSTEM, Recorded
from server.domain.state import BranchState
from server.domain.ticket import TicketState
from server.forecast.adviser import ENOUGH_BELOW, HELPS_AT_LEAST, Adviser
from server.forecast.forecaster import Forecaster
from server.store import tables

QUEUE = "counter"
DESKS = 3
BACK_UP = DESKS + 1
TARGET = timedelta(minutes=10)
OPENS, CLOSES = 9, 17
WARM_UP_DAYS = 5

_COMING = {9: 26, 10: 36, 11: 38, 12: 30, 13: 26, 14: 32, 15: 28, 16: 20}
_SERVICE_S = 310.0
_SPREAD = 0.7
_PATIENCE_S = 2400.0
_SITS_DOWN_S = 120.0
_LOOKS_EVERY_S = 60.0

Way = Callable[["Played"], bool]
"""Whether the fourth desk is to be open now, as things stand."""


@dataclass(frozen=True, slots=True)
class Customer:
    """When somebody comes, for how long they would wait, and how long they take: seconds."""

    comes_at: float
    patience: float
    takes: float


@dataclass(slots=True)
class Outcome:
    """What came of the days that were played."""

    came: int = 0
    in_time: int = 0
    left: int = 0
    left_soon: int = 0
    back_up_s: float = 0.0
    days: int = 0

    @property
    def level(self) -> float:
        """Of those who did not leave within the target, which share was called within it."""
        return self.in_time / max(1, self.came - self.left_soon)

    def __str__(self) -> str:
        return (
            f"{self.level:6.1%} of who did not leave sooner, {self.in_time / max(1, self.came):6.1%} of all, "
            f"{self.back_up_s / 60 / max(1, self.days):4.0f} min a day, {self.left / max(1, self.came):5.1%} left"
        )


def a_day(rng: Random) -> list[Customer]:
    """Return who comes on a day, in order; some days are fuller than others."""
    fuller = rng.choice((1.05, 1.15, 1.25, 1.35, 1.45))
    found = []
    for hour, number in _COMING.items():
        at = hour * 3600.0
        while (at := at + rng.expovariate(number * fuller / 3600)) < (hour + 1) * 3600:
            takes = _SERVICE_S * rng.lognormvariate(-(_SPREAD**2) / 2, _SPREAD)
            found.append(Customer(at, rng.expovariate(1 / _PATIENCE_S), takes))
    return found


@dataclass
class Played:
    """A branch in which days are played, one after the other."""

    way: Way
    forecaster: Forecaster = field(default_factory=Forecaster)
    adviser: Adviser = field(default_factory=Adviser)
    state: BranchState = field(default_factory=lambda: BranchState(1, "bench"))
    outcome: Outcome = field(default_factory=Outcome)
    now: datetime = tables.EPOCH
    opened_at: datetime | None = None
    """Since when the fourth desk is open, or somebody is on the way to it."""

    def play(self, day: date, customers: Sequence[Customer], *, counts: bool) -> None:
        """Play a day; it is `counted` in the outcome, or else only learned from."""
        self._midnight = datetime.combine(day, time(), UTC)
        self._steps: list[tuple[float, int, Callable[[], None]]] = []
        self._order = count()
        self._takes: dict[int, float] = {}
        self.outcome, kept = (self.outcome if counts else Outcome()), self.outcome
        self._begin(day)
        for each in customers:
            self._at(each.comes_at, partial(self._come, each))
        for tick in range(int((CLOSES - OPENS) * 3600 / _LOOKS_EVERY_S)):
            self._at(OPENS * 3600 + tick * _LOOKS_EVERY_S, self._look)
        self._at(CLOSES * 3600, self._close_back_up)
        while self._steps:
            at, _, step = heappop(self._steps)
            self.now = self._midnight + timedelta(seconds=at)
            step()
        self.outcome.days += 1
        if not counts:
            self.outcome = kept

    def _begin(self, day: date) -> None:
        self.now = self._midnight + timedelta(hours=OPENS)
        if self.state.seq == 0:
            settings = BranchSettings(target_minutes=TARGET // timedelta(minutes=1))
            self._row(events.BranchConfigured(settings=settings, day=day))
            self._row(events.QueueConfigured(queue=Queue(slug=QUEUE, letter="A", names={}, ordinal=0)))  # fmt: skip
            for number in range(1, BACK_UP + 1):
                self._row(events.DeskConfigured(desk=Desk(number=number, queues=(QUEUE,))))  # fmt: skip
            for number in range(1, BACK_UP):
                self._row(events.SignedIn(desk=number, servicer=str(number), device=1))
        elif day != self.state.day:
            self._row(events.DayClosed(closed=self.state.day, opened=day, given={}))

    def _at(self, at: float, step: Callable[[], None]) -> None:
        heappush(self._steps, (at, next(self._order), step))

    def _in(self, after: float, step: Callable[[], None]) -> None:
        self._at((self.now - self._midnight).total_seconds() + after, step)

    def _row(self, event: events.Event, ticket: int | None = None) -> int:
        seq = self.state.seq + 1
        row = Recorded(seq=seq, act=seq, at=self.now, actor=SYSTEM, event=event, ticket=ticket)  # fmt: skip
        self.forecaster.hear(self.state.apply(row), self.state)
        return seq

    def _come(self, customer: Customer) -> None:
        seq = self.state.seq + 1
        taken = events.Taken(queue=QUEUE, day=self.state.day, number=seq, label=f"A{seq}", position=numbering.position(self.now, seq))  # fmt: skip
        self._row(taken, seq)
        self._takes[seq] = customer.takes
        self.outcome.came += 1
        self._in(customer.patience, lambda: self._leave(seq))
        self._call_all()
        self._look()

    def _leave(self, id: int) -> None:
        ticket = self.state.room.ticket(id)
        if ticket is not None and ticket.state is TicketState.WAITING:
            self.outcome.left += 1
            self.outcome.left_soon += self.now - ticket.taken_at <= TARGET
            self._row(events.Left(), id)

    def _call_all(self) -> None:
        for desk in self.state.desks():
            is_free = self.state.room.at_desk(desk.number) is None
            line = self.state.room.line_of(QUEUE)
            if desk.state is not DeskState.OPEN or not is_free or not line:
                continue
            first = line[0]
            self.outcome.in_time += self.now - first.taken_at <= TARGET
            self._row(events.Called(desk=desk.number, servicer="x"), first.id)
            self._in(self._takes[first.id], partial(self._finish, first.id))

    def _finish(self, id: int) -> None:
        self._row(events.Finished(), id)
        if self.opened_at is None:
            self._sign_out_back_up()
        self._call_all()
        self._look()

    # --- the fourth desk ----------------------------------------------------------------------

    def _look(self) -> None:
        is_wanted = self.way(self)
        if self.opened_at is None and is_wanted:
            self.opened_at = self.now
            if self.state.desk(BACK_UP).state is DeskState.CLOSED:
                self._in(_SITS_DOWN_S, self._open_back_up)
        elif self.opened_at is not None and not is_wanted:
            self._close_back_up()

    def _open_back_up(self) -> None:
        if self.opened_at is not None and self.state.desk(BACK_UP).state is DeskState.CLOSED:  # fmt: skip
            self._row(events.SignedIn(desk=BACK_UP, servicer="x", device=2))
            self._call_all()

    def _close_back_up(self) -> None:
        if self.opened_at is not None:
            self.outcome.back_up_s += (self.now - self.opened_at).total_seconds()
            self.opened_at = None
            self._sign_out_back_up()

    def _sign_out_back_up(self) -> None:
        is_open = self.state.desk(BACK_UP).state is DeskState.OPEN
        if is_open and self.state.room.at_desk(BACK_UP) is None:
            self._row(events.SignedOut(desk=BACK_UP, servicer="x"))


def never(_: Played) -> bool:
    """Three desks, come what may."""
    return False


def somebody_waited(played: Played) -> bool:
    """Open when somebody has waited ten minutes, until after twenty minutes nobody has waited four."""
    line = played.state.room.line_of(QUEUE)
    longest = max((played.now - each.taken_at for each in line), default=timedelta(0))
    if played.opened_at is None:
        return longest >= TARGET
    is_young = played.now - played.opened_at < HELPS_AT_LEAST
    return is_young or longest >= ENOUGH_BELOW * TARGET


def advised(played: Played) -> bool:
    """Open when one more desk is advised, until after twenty minutes newcomers wait little."""
    look = played.forecaster.look(played.state, played.now)
    known = look.outlook()
    if played.opened_at is not None:
        newcomer = known.newcomers.get(QUEUE)
        is_young = played.now - played.opened_at < HELPS_AT_LEAST
        limit_s = ENOUGH_BELOW * TARGET.total_seconds()
        return is_young or newcomer is None or newcomer.mid_s >= limit_s
    advice = played.adviser.advise(
        played.state,
        played.now,
        known,
        lambda desks: played.forecaster.with_one_more(
            played.state, played.now, desks
        ).outlook(),
    )
    return bool(advice.more)


WAYS: dict[str, Way] = {
    "three desks": never,
    "somebody has waited ten minutes": somebody_waited,
    "advised": advised,
}


def outcome(way: Way, *, days: int, seed: int) -> Outcome:
    """Return what comes of so many days, after some to learn from."""
    rng, played = Random(seed), Played(way)
    for number in range(WARM_UP_DAYS + days):
        day = date(2026, 1, 5) + timedelta(days=number)
        played.play(day, a_day(rng), counts=number >= WARM_UP_DAYS)
    return played.outcome


def main() -> None:
    """Play the days in each way."""
    parser = ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--days", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for name, way in WAYS.items():
        print(f"{name:32}", outcome(way, days=asked.days, seed=asked.seed))  # noqa: T201


if __name__ == "__main__":
    main()
