"""A branch with weeks behind it: whole days are played through the use cases, so that there is something to count and to plan from."""

import heapq
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from random import Random
from zoneinfo import ZoneInfo

from script.manager_branches import set_up
from script.manager_made_up import DESKS, NOW, PEOPLE, MadeUp
from server.domain.promise import Promise
from server.domain.refusals import QueueFull
from server.forecast.outlook import Outlook
from server.store.store import MAIN_BRANCH
from server.usecases.call_next import CallNext, call_next
from server.usecases.finish import finish
from server.usecases.keep_figures import count as count_day
from server.usecases.keep_figures import keep_figures, uncounted
from server.usecases.leave import leave
from server.usecases.no_show import no_show
from server.usecases.sign_in import SignIn, sign_in
from server.usecases.sign_out import sign_out
from server.usecases.take_number import TakeNumber, take_number

WEEKS = 3
AGO = timedelta(weeks=WEEKS, days=1)
"""So long ago such a branch begins."""

_ZONE = ZoneInfo("Europe/Lisbon")
_MONDAY, _FRIDAY = 0, 4
_COMING = {9: 6, 10: 11, 11: 12, 12: 7, 13: 6, 14: 7, 15: 4}
"""How many come in each hour."""

_SHARES = {"passports": 5, "parking": 3, "registration": 3, "payments": 2}
_MINUTES = {"passports": 14, "parking": 10, "registration": 14, "payments": 6}
_SHIFTS = {1: (9, 16), 3: (9, 16), 5: (12, 16), 6: (9, 13)}
_PATIENCE_MINUTES = 70
_COMES_NOT = 0.04


def weeks(branch: MadeUp) -> None:
    """Three weeks of working days at the city's service centre, Mondays the fullest; nothing is open yet today."""
    branch.ago = AGO
    set_up(branch)
    branch.ago = timedelta(0)
    rng = Random(14)
    today = NOW.date()
    for back in range(7 * WEEKS, 0, -1):
        day = today - timedelta(days=back)
        if day.weekday() <= _FRIDAY:
            _Day(branch, day, rng).play()
    branch.at(0)
    _keep(branch)
    for name in branch.devices:
        branch.heard(name)


def _keep(branch: MadeUp) -> None:
    """Keep what the days amount to, as a server does when they have closed."""
    with branch.store.reading(MAIN_BRANCH) as view:
        days = uncounted(view, (NOW - AGO).date(), NOW.date())
        counted = [count_day(view, day) for day in days]
    for day in counted:
        branch.beside(lambda session, day=day: keep_figures(session, day))


@dataclass
class _Day:
    """One day as it is played, each step at its moment."""

    branch: MadeUp
    day: date
    rng: Random
    steps: list[tuple[datetime, int, Callable[[datetime], None]]] = field(default_factory=list)  # fmt: skip
    waiting: dict[int, str] = field(default_factory=dict)
    free: set[int] = field(default_factory=set)
    order: Iterator[int] = field(default_factory=count)

    def play(self) -> None:
        """Let everybody come, wait and be served."""
        self.branch.store.outlook = lambda _: self._outlook()
        for desk, (begins, ends) in _SHIFTS.items():
            self._at(self._clock(begins), lambda at, desk=desk: self._open(desk))
            self._at(self._clock(ends), lambda at, desk=desk: self._close(desk))
        for hour, number in _COMING.items():
            fuller = 1.5 if self.day.weekday() == _MONDAY else 1
            for _ in range(round(number * fuller * self.rng.uniform(0.8, 1.2))):
                seconds = self.rng.uniform(0, 3600)
                self._at(self._clock(hour) + timedelta(seconds=seconds), self._come)
        while self.steps:
            at, _, step = heapq.heappop(self.steps)
            self.branch.clock.now = at
            step(at)

    def _outlook(self) -> Outlook:
        """Return what newcomers are told: some minutes for each who waits before them."""
        waiting = Counter(self.waiting.values())
        told = {queue: Promise(60 * waiting[queue], 240 * waiting[queue] + 90, 540 * waiting[queue] + 420) for queue in _SHARES}  # fmt: skip
        return Outlook(newcomers=told, waiting=waiting)

    def _clock(self, hour: int) -> datetime:
        return datetime.combine(self.day, time(hour), _ZONE).astimezone(UTC)

    def _at(self, at: datetime, step: Callable[[datetime], None]) -> None:
        heapq.heappush(self.steps, (at, next(self.order), step))

    def _in(self, at: datetime, minutes: float, step: Callable[[datetime], None]) -> None:  # fmt: skip
        self._at(at + timedelta(minutes=minutes), step)

    def _open(self, desk: int) -> None:
        signed = SignIn(desk=desk, servicer=PEOPLE[desk - 1])
        self.branch.by(f"Desk {desk}", lambda session: sign_in(session, signed))
        self.free.add(desk)
        self._call(desk)

    def _close(self, desk: int) -> None:
        if desk in self.free:
            self.free.remove(desk)
            self.branch.by(f"Desk {desk}", lambda session: sign_out(session, desk))
        else:
            self._in(self.branch.clock.now, 3, lambda at: self._close(desk))

    def _come(self, at: datetime) -> None:
        [queue] = self.rng.choices(list(_SHARES), list(_SHARES.values()))
        taken = TakeNumber(queue=queue, role="kiosk", language="en")
        try:
            ticket = self.branch.by(
                "Entrance", lambda session: take_number(session, taken)
            )
        except QueueFull:
            return
        self.waiting[ticket.id] = queue
        patience = self.rng.expovariate(1 / _PATIENCE_MINUTES)
        self._in(at, patience, lambda at: self._lose(ticket.id))
        for desk in sorted(self.free):
            if ticket.id in self.waiting:
                self._call(desk)

    def _lose(self, ticket: int) -> None:
        if self.waiting.pop(ticket, None):
            self.branch.beside(lambda session: leave(session, ticket))

    def _call(self, desk: int) -> None:
        if not any(queue in DESKS[desk] for queue in self.waiting.values()):
            return
        called = self.branch.by(f"Desk {desk}", lambda session: call_next(session, CallNext()))  # fmt: skip
        del self.waiting[called.id]
        self.free.remove(desk)
        comes = self.rng.random() >= _COMES_NOT
        spread = self.rng.lognormvariate(-0.18, 0.6)
        minutes = _MINUTES[called.queue] * spread if comes else 1.5
        self._in(self.branch.clock.now, minutes, lambda at: self._end(desk, called.id, comes))  # fmt: skip

    def _end(self, desk: int, ticket: int, comes: bool) -> None:
        end = finish if comes else no_show
        self.branch.by(f"Desk {desk}", lambda session: end(session, ticket))
        self.free.add(desk)
        pause = self.rng.uniform(0.2, 0.8)
        self._in(self.branch.clock.now, pause, lambda at: self._go_on(desk))

    def _go_on(self, desk: int) -> None:
        if desk in self.free:
            self._call(desk)
