"""A day as it was, played again: who is called is decided anew.

What a single customer takes decides with whom a desk is busy when the next one comes, and so by luck how that very day went on. A
play has luck of its own: customers of a queue who came one after the other change how long they take, desks are as soon to call as they were at some time of that day,
and whoever was called waits somewhat longer than they had to. It belongs to the customer and not to the desk: with one more
desk the same customer has the same luck, so that what differs between two plays is what was changed.
"""

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from itertools import count
from math import log1p
from statistics import fmean

import numpy as np

from server.domain import numbering
from server.domain.branch import Desk, Policy
from server.domain.policy import Choice, choose
from server.domain.room import Room
from server.domain.ticket import Ticket, TicketState
from server.forecast.day_facts import (
    AT_ONCE,
    Cause,
    Customer,
    DayFacts,
    Sitting,
    Stint,
)
from server.forecast.samples import Values

_USUAL_WORK_S = 300.0
"""What a customer takes whom nobody called, on a day on which nobody was called."""

_SEED = 1999
_NEIGHBOURS = 5
"""A customer takes as long as one of so many of their queue who came about then."""

_ENOUGH_GAPS = 5
"""From fewer gaps of a desk nothing is drawn: those of all desks stand in for them."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How long a customer waited until the first call, None where nobody called them, and how long whoever gave up before."""

    customer: Customer
    waited_s: float | None
    left_after_s: float | None = None

    @property
    def is_served(self) -> bool:
        """Whether they were called, and came."""
        return self.waited_s is not None and self.customer.comes


def really(day: DayFacts) -> list[Outcome]:
    """Return what really came of each customer."""
    return [
        Outcome(
            each, each.waited_s, each.stints[0].patience_s if each.waited_s is None else None
        )
        for each in day.customers
    ]  # fmt: skip


def plays(
    day: DayFacts, sittings: Sequence[Sitting], times: int
) -> Iterator[list[Outcome]]:
    """Yield so many times what comes of each customer when desks are open like this; the n-th play of a day has always the same luck."""
    habits = _Habits(day)
    for luck in _lots(day, times):
        yield _Play(day, sittings, habits, luck).outcomes()


# --- luck ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Luck:
    """What chance decides in one play: uniform numbers for desks' calls, by what caused them, and for customers' patience, and how long each customer's first wait ends at a desk."""

    gaps: Mapping[Cause, Sequence[float]]
    patience: Sequence[float]
    works: Mapping[int, float]
    rows: Mapping[tuple[int, int], int]

    def of(self, cause: Cause, place: int) -> float:
        """Return the number for a call that was caused by this wait, as `rows` has it, or by this sitting."""
        return self.gaps[cause][place]


def _lots(day: DayFacts, times: int) -> Iterator[_Luck]:
    """Yield the luck of so many plays: each customer and sitting has it evenly spread over all of them."""
    waits = [(each.id, n) for each in day.customers for n in range(len(each.stints))]
    rows = {wait: row for row, wait in enumerate(waits)}
    rng = np.random.default_rng(_SEED)
    opened = _spread(rng, len(day.sittings) + 1, times)
    came, parted, patience, order = (_spread(rng, len(waits), times) for _ in range(4))
    lines = _lines(day)
    for play in range(times):
        causes = ((Cause.OPENED, opened), (Cause.CAME, came), (Cause.PARTED, parted))
        yield _Luck(
            gaps={cause: found[:, play].tolist() for cause, found in causes},
            patience=patience[:, play].tolist(),
            works=_works(lines, rows, order[:, play].tolist()),
            rows=rows,
        )


def _spread(rng: np.random.Generator, count: int, times: int) -> Values:
    order = rng.random((count, times)).argsort(axis=1)
    found: Values = (order + rng.random((count, times))) / times
    return found


def _lines(day: DayFacts) -> list[list[Customer]]:
    """Return, by queue, who came when called, in the order in which they took their numbers."""
    lines: defaultdict[str, list[Customer]] = defaultdict(list)
    for customer in day.customers:
        if customer.comes and customer.stints[0].work_s is not None:
            lines[customer.queue].append(customer)
    return list(lines.values())


def _works(
    lines: Sequence[Sequence[Customer]],
    rows: Mapping[tuple[int, int], int],
    order: Sequence[float],
) -> dict[int, float]:
    """Return how long each keeps a desk: as long as they did themselves, or somebody near them in their line."""
    found = {}
    for line in lines:
        at = [n + _NEIGHBOURS * order[rows[each.id, 0]] for n, each in enumerate(line)]
        drawn = sorted(range(len(line)), key=at.__getitem__)
        for customer, place in zip(line, drawn, strict=True):
            found[customer.id] = line[place].stints[0].work_s or 0.0
    return found


# --- what the day was like ----------------------------------------------------------------------


class _Habits:
    """How soon desks called on this day, how long customers took and were willing to wait, and their tickets wherever those are the same in each play."""

    def __init__(self, day: DayFacts) -> None:
        self._all: defaultdict[Cause | None, list[float]] = defaultdict(list)
        self._own: defaultdict[tuple[int, Cause], list[float]] = defaultdict(list)
        for gap in sorted(day.gaps, key=lambda each: each.lasted_s):
            self._all[None].append(gap.lasted_s)
            self._all[gap.cause].append(gap.lasted_s)
            self._own[gap.desk, gap.cause].append(gap.lasted_s)
        self.callers = {gap.desk for gap in day.gaps}
        works: defaultdict[str, list[float]] = defaultdict(list)
        for customer in day.customers:
            for stint in customer.stints:
                if stint.work_s is not None:
                    works[stint.queue].append(stint.work_s)
        self._works = {queue: fmean(each) for queue, each in works.items()}
        outcomes = really(day)
        self._left = sum(each.left_after_s is not None for each in outcomes)
        self._waited_s = sum(each.waited_s or each.left_after_s or 0.0 for each in outcomes)  # fmt: skip

        self.tickets = {
            (customer.id, number): _ticket(customer.id, stint, day.begins)
            for customer in day.customers
            for number, stint in enumerate(customer.stints)
            if stint.keeps_place
        }

    def gap(self, desk: int, cause: Cause, luck: float) -> float:
        """Return how long the desk takes to call, as it did itself, or as all did where it hardly called; larger luck never draws a shorter time."""
        own: Sequence[float] = self._own.get((desk, cause), ())
        if len(own) < _ENOUGH_GAPS:
            own = self._all.get(cause) or self._all.get(None) or (0.0,)
        return own[int(luck * len(own))]

    def work(self, queue: str) -> float:
        """Return how long a customer of the queue kept a desk on average."""
        return self._works.get(queue, _USUAL_WORK_S)

    def patience(self, customer: Customer, luck: float) -> float | None:
        """Return how long somebody waits who was called: as long as they had to, and then as long as people did on that day until they left; None for ever."""
        if customer.waited_s is None or not self._left:
            return None
        return customer.waited_s - log1p(-luck) * self._waited_s / self._left


def _ticket(id: int, stint: Stint, now: datetime) -> Ticket:
    return Ticket(
        id=id,
        day=now.date(),
        queue=stint.queue,
        number=id,
        label="",
        state=TicketState.WAITING,
        position=stint.position,
        taken_at=now,
        since=now,
        touched=id,
        for_desk=stint.for_desk,
    )


# --- one play -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _AtDesk:
    """A desk in the game: as it is set up while it is open, until when it serves somebody, and whether it is about to call."""

    desk: Desk | None = None
    turns: dict[str, int] = field(default_factory=dict)
    busy_until: float | None = None
    free_since: float = 0
    is_about_to: bool = False
    late_s: float = 0
    back_s: float = 0

    @property
    def may_call(self) -> bool:
        """Whether it is open, and neither serves anybody nor is about to call."""
        return self.desk is not None and self.busy_until is None and not self.is_about_to  # fmt: skip


class _Play:
    def __init__(
        self,
        day: DayFacts,
        sittings: Sequence[Sitting],
        habits: _Habits,
        luck: _Luck,
    ) -> None:
        self._day = day
        self._habits = habits
        self._luck = luck
        self._room = Room()
        self._desks: defaultdict[int, _AtDesk] = defaultdict(_AtDesk)
        self._waiting: dict[int, tuple[Customer, int]] = {}
        self._came: dict[int, float] = {}
        self._waited: dict[int, float] = {}
        self._left: dict[int, float] = {}
        self._agenda: list[tuple[float, int, int, Callable[[], None]]] = []
        self._order = count()
        self._now = 0.0
        begins = {(each.desk.number, each.since_s) for each in sittings}
        for place, sitting in enumerate(sittings):
            self._at(sitting.since_s, partial(self._sit_down, sitting, place), late=1)
            if (sitting.desk.number, sitting.until_s) not in begins:
                self._at(sitting.until_s, partial(self._get_up, sitting), late=0)
        for customer in day.customers:
            first = customer.stints[0]
            self._at(first.lag_s, partial(self._begin_to_wait, customer, 0), late=2)

    def outcomes(self) -> list[Outcome]:
        """Play, and return what came of each customer."""
        while self._agenda:
            self._now, _, _, step = heapq.heappop(self._agenda)
            step()
        return [
            Outcome(each, self._waited.get(each.id), self._left.get(each.id))
            for each in self._day.customers
        ]

    def _at(self, moment: float, step: Callable[[], None], late: int = 3) -> None:
        """Let it happen then; of what happens at once, what is least late comes first."""
        heapq.heappush(self._agenda, (moment, late, next(self._order), step))

    # --- customers ------------------------------------------------------------------------

    def _begin_to_wait(self, customer: Customer, number: int) -> None:
        stint = customer.stints[number]
        self._waiting[customer.id] = customer, number
        self._came.setdefault(customer.id, self._now)
        self._room.put(self._ticket(customer, number))
        row = self._luck.rows[customer.id, number]
        patience = stint.patience_s
        if patience is None and number == 0:
            patience = self._habits.patience(customer, self._luck.patience[row])
        if patience is not None:
            give_up = partial(self._give_up, customer, number)
            self._at(self._now + patience, give_up)
        self._answer(row, stint)

    def _answer(self, row: int, stint: Stint) -> None:
        """Let one of the free desks call soon: how soon is measured of those who did so first. One that was not there does what it can."""
        if stint.position == AT_ONCE and stint.for_desk is not None:
            self._look(stint.for_desk, None, row)
            return
        self._have_called(row)

    def _have_called(self, row: int) -> None:
        free = [number for number, seat in self._desks.items() if seat.may_call]
        for desk in sorted(free, key=lambda each: self._desks[each].free_since):
            if self._look(desk, Cause.CAME, row) and desk in self._habits.callers:
                break

    def _ticket(self, customer: Customer, number: int) -> Ticket:
        known = self._habits.tickets.get((customer.id, number))
        if known is not None:
            return known
        stint = customer.stints[number]
        now = self._day.begins + timedelta(seconds=self._now)
        if not stint.keeps_place:
            came = now - timedelta(seconds=stint.head_start_s)
            stint = replace(stint, position=numbering.position(came, customer.id))
        return _ticket(customer.id, stint, now)

    def _give_up(self, customer: Customer, number: int) -> None:
        waits = self._waiting.get(customer.id)
        if waits is None or waits[1] != number:
            return
        del self._waiting[customer.id]
        self._room.drop(customer.id)
        if customer.id not in self._waited:
            self._left[customer.id] = self._now - self._came[customer.id]

    # --- desks ----------------------------------------------------------------------------

    def _sit_down(self, sitting: Sitting, place: int) -> None:
        desk = sitting.desk
        seat = self._desks[desk.number]
        if seat.late_s:
            # A break that began late ends late.
            seat.back_s, seat.late_s = self._now + seat.late_s, 0
        if self._now < seat.back_s:
            self._at(seat.back_s, partial(self._sit_down, sitting, place), late=1)
        elif self._now < sitting.until_s:
            if seat.desk is None:
                seat.free_since = self._now
            if not desk.turns:
                seat.turns = {}
            seat.desk = desk
            self._look(desk.number, Cause.OPENED, place)

    def _get_up(self, sitting: Sitting) -> None:
        seat = self._desks[sitting.desk.number]
        if seat.desk is sitting.desk:
            seat.desk = None
            overrun = (seat.busy_until or 0.0) - self._now
            seat.late_s = max(0.0, overrun - sitting.overran_s)

    def _look(self, number: int, cause: Cause | None, place: int) -> bool:
        """Let the desk call soon, at once where nothing caused it, if it is free and somebody waits for it; return whether it will."""
        seat = self._desks[number]
        if not seat.may_call or seat.desk is None or not self._room.heads(seat.desk):
            return False
        seat.is_about_to = True
        gap = 0.0 if cause is None else self._habits.gap(number, cause, self._luck.of(cause, place))  # fmt: skip
        self._at(self._now + gap, partial(self._call, number, place))
        return True

    def _call(self, number: int, place: int) -> None:
        seat = self._desks[number]
        seat.is_about_to = False
        if seat.desk is None:
            # It has closed meanwhile: whom it was about to call is for another.
            self._have_called(place)
            return
        if seat.busy_until is not None:
            return
        desk = seat.desk
        if desk.policy is Policy.RATIO:
            desk = replace(desk, turns=seat.turns)
        heads = self._room.heads(desk)
        at_once = [each for each in heads if each.position == AT_ONCE]
        choice = Choice(at_once[0]) if at_once else choose(desk, heads)
        if choice is None:
            return
        seat.turns = seat.turns if choice.turns is None else choice.turns
        customer, stint = self._waiting.pop(choice.head.ticket)
        self._room.drop(customer.id)
        self._waited.setdefault(customer.id, self._now - self._came[customer.id])
        its = customer.stints[stint]
        work = its.work_s if stint else self._luck.works.get(customer.id, its.work_s)
        if work is None:
            work = self._habits.work(its.queue)
        seat.busy_until = self._now + work
        self._at(seat.busy_until, partial(self._part, number, customer, stint))

    def _part(self, number: int, customer: Customer, stint: int) -> None:
        """Let the customer go on to the next wait, if there is one, and the desk be free."""
        seat = self._desks[number]
        seat.busy_until, seat.free_since = None, self._now
        if stint + 1 < len(customer.stints):
            lag = customer.stints[stint + 1].lag_s
            on = partial(self._begin_to_wait, customer, stint + 1)
            self._at(self._now + lag, on, late=2)
        self._look(number, Cause.PARTED, self._luck.rows[customer.id, stint])
