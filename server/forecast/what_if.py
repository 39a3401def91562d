"""What if: a day as it was, played again with other desks or under other policies.

The same customers come at the same moments, each keeps a desk for as long as they really did, and desks are open, and slow to
call, as they really were; who is called is decided anew, by the policy that decides it really.
"""

import heapq
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from itertools import count
from statistics import fmean

from server.domain import numbering
from server.domain.branch import Desk, DeskState, Policy
from server.domain.policy import choose
from server.domain.room import Room
from server.domain.spread import spread, tenths
from server.domain.ticket import Ticket, TicketState
from server.forecast.day_facts import Customer, DayFacts, Sitting, Stint

_MICROSECONDS = 1_000_000
_USUAL_WORK_S = 300.0
"""What a customer takes whom nobody called, on a day on which nobody was called."""


# --- what is changed ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class OneMoreDesk:
    """One more desk for these queues, open from and until so many seconds after the day began."""

    queues: tuple[str, ...]
    since_s: float
    until_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherPolicy:
    """Another policy at a desk, at all where none is said; ratios by these weights, else one to one."""

    policy: Policy
    desk: int | None = None
    weights: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherQueues:
    """A desk serves these queues instead of its own."""

    desk: int
    queues: tuple[str, ...]


What = OneMoreDesk | OtherPolicy | OtherQueues


def sittings_if(day: DayFacts, what: What | None) -> list[Sitting]:
    """Return when which desks are open, and as set up, with this change."""
    match what:
        case None:
            return list(day.sittings)
        case OneMoreDesk(queues=queues, since_s=since, until_s=until):
            number = 1 + max(day.desks, default=0)
            desk = Desk(number=number, queues=queues, state=DeskState.OPEN)
            more = Sitting(desk=desk, since_s=since, until_s=until)
            return [*day.sittings, more]
        case OtherPolicy(policy=policy, desk=number, weights=weights):
            return _altered(
                day, number, lambda desk: replace(desk, policy=policy, weights=weights)
            )
        case OtherQueues(desk=number, queues=queues):
            return _altered(
                day, number, lambda desk: replace(desk, queues=queues, lent=())
            )


def _altered(
    day: DayFacts, number: int | None, alter: Callable[[Desk], Desk]
) -> list[Sitting]:
    return [
        replace(each, desk=alter(each.desk))
        if number in (None, each.desk.number)
        else each
        for each in day.sittings
    ]


# --- what comes of it ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """How some customers waited: how many came, were called, gave up; in seconds the mean, half and 9 in 10 of those who were called.

    `in_time` is how many were called within the target, out of `counted`: all who did not give up before that.
    """

    came: int = 0
    called: int = 0
    left: int = 0
    mean_s: float | None = None
    half_s: float | None = None
    most_s: float | None = None
    in_time: int = 0
    counted: int = 0

    @property
    def share_in_time(self) -> float | None:
        """The share who were called within the target."""
        return self.in_time / self.counted if self.counted else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How long a customer waited until the first call, None where nobody called them, and how long whoever gave up."""

    customer: Customer
    waited_s: float | None
    left_after_s: float | None = None


def really(day: DayFacts) -> list[Outcome]:
    """Return what really came of each customer."""
    return [
        Outcome(
            each, each.waited_s, each.stints[0].patience_s if each.waited_s is None else None
        )
        for each in day.customers
    ]  # fmt: skip


def waits_of(outcomes: Iterable[Outcome], target: timedelta, queues: Collection[str] = ()) -> Waits:  # fmt: skip
    """Return how those waited who came for these queues, all where none are said."""
    mine = [each for each in outcomes if not queues or each.customer.queue in queues]
    waits = [each.waited_s for each in mine if each.waited_s is not None]
    left = [each.left_after_s for each in mine if each.left_after_s is not None]
    target_s = target.total_seconds()
    microseconds = [round(wait * _MICROSECONDS) for wait in waits]
    found = spread(Tally(map(tenths, microseconds)), sum(microseconds))
    return Waits(
        came=len(mine),
        called=len(waits),
        left=len(left),
        mean_s=found.mean,
        half_s=found.median,
        most_s=found.p90,
        in_time=sum(wait <= target_s for wait in waits),
        counted=len(mine) - sum(after <= target_s for after in left),
    )


def play(day: DayFacts, what: What | None = None) -> list[Outcome]:
    """Return what comes of each customer when the day is played again with this change, or with none."""
    return _Play(day, sittings_if(day, what)).outcomes()


# --- playing ------------------------------------------------------------------------------------


@dataclass(slots=True)
class _AtDesk:
    """A desk in the game: as it is set up while it is open, until when it serves somebody, and whether it is about to call."""

    desk: Desk | None = None
    turns: dict[str, int] = field(default_factory=dict)
    busy_until: float | None = None
    free_since: float = 0
    is_about_to: bool = False
    late_s: float = 0
    calls: int = 0


class _Play:
    def __init__(self, day: DayFacts, sittings: Sequence[Sitting]) -> None:
        self._day = day
        self._room = Room()
        self._desks: defaultdict[int, _AtDesk] = defaultdict(_AtDesk)
        self._waiting: dict[int, tuple[Customer, int, float]] = {}
        self._waited: dict[int, float] = {}
        self._left: dict[int, float] = {}
        self._agenda: list[tuple[float, int, int, Callable[[], None]]] = []
        self._order = count()
        self._now = 0.0
        gaps = [gap for each in day.gaps.values() for gap in each]
        self._gaps = day.gaps
        self._usual_gap = fmean(gaps) if gaps else 0.0
        self._usual = _usual_work(day)
        for sitting in sittings:
            self._at(sitting.since_s, partial(self._sit_down, sitting.desk), late=1)
            self._at(sitting.until_s, partial(self._get_up, sitting.desk), late=0)
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
        self._waiting[customer.id] = customer, number, self._now
        self._room.put(self._ticket(customer, stint))
        if stint.patience_s is not None:
            give_up = partial(self._give_up, customer, number)
            self._at(self._now + stint.patience_s, give_up)
        self._answer()

    def _answer(self) -> None:
        """Let one of the free desks call soon: how soon is measured of those who did so first. One that was not there does what it can."""
        for desk in sorted(self._desks, key=lambda each: self._desks[each].free_since):
            if self._look(desk) and desk in self._gaps:
                break

    def _ticket(self, customer: Customer, stint: Stint) -> Ticket:
        now = self._day.begins + timedelta(seconds=self._now)
        came = now - timedelta(seconds=stint.head_start_s)
        place = stint.position if stint.keeps_place else numbering.position(came, customer.id)  # fmt: skip
        return Ticket(
            id=customer.id,
            day=now.date(),
            queue=stint.queue,
            number=customer.id,
            label="",
            state=TicketState.WAITING,
            position=place,
            taken_at=now,
            since=now,
            touched=customer.id,
            for_desk=stint.for_desk,
        )

    def _give_up(self, customer: Customer, number: int) -> None:
        waits = self._waiting.get(customer.id)
        if waits is None or waits[1] != number:
            return
        del self._waiting[customer.id]
        self._room.drop(customer.id)
        if customer.id not in self._waited:
            self._left[customer.id] = self._now - waits[2]

    # --- desks ----------------------------------------------------------------------------

    def _sit_down(self, desk: Desk) -> None:
        seat = self._desks[desk.number]
        if seat.late_s:
            # A break that began late ends late.
            self._at(self._now + seat.late_s, partial(self._sit_down, desk))
            seat.late_s = 0
            return
        seat.desk, seat.free_since = desk, self._now
        self._look(desk.number)

    def _get_up(self, desk: Desk) -> None:
        seat = self._desks[desk.number]
        if seat.desk is desk:
            seat.desk = None
            seat.late_s = max(0.0, (seat.busy_until or 0.0) - self._now)

    def _look(self, number: int) -> bool:
        """Let the desk call soon, if it is free and somebody waits for it; return whether it will."""
        seat = self._desks[number]
        if seat.desk is None or seat.is_about_to or seat.busy_until is not None:
            return False
        if not self._room.heads(seat.desk):
            return False
        seat.is_about_to = True
        self._at(self._now + self._gap(number, seat), partial(self._call, number))
        return True

    def _gap(self, number: int, seat: _AtDesk) -> float:
        gaps = self._gaps.get(number, ())
        return gaps[seat.calls] if seat.calls < len(gaps) else self._usual_gap

    def _call(self, number: int) -> None:
        seat = self._desks[number]
        seat.is_about_to = False
        if seat.desk is None or seat.busy_until is not None:
            return
        desk = replace(seat.desk, turns=seat.turns)
        choice = choose(desk, self._room.heads(desk))
        if choice is None:
            return
        seat.turns = seat.turns if choice.turns is None else choice.turns
        customer, stint, since = self._waiting.pop(choice.head.ticket)
        self._room.drop(customer.id)
        self._waited.setdefault(customer.id, self._now - since)
        seat.calls += 1
        work = customer.stints[stint].work_s
        if work is None:
            work = self._usual.get(customer.stints[stint].queue, _USUAL_WORK_S)
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
        self._look(number)


def _usual_work(day: DayFacts) -> Mapping[str, float]:
    """Return how long a customer of each queue kept a desk on average."""
    works: defaultdict[str, list[float]] = defaultdict(list)
    for customer in day.customers:
        for stint in customer.stints:
            if stint.work_s is not None:
                works[stint.queue].append(stint.work_s)
    return {queue: fmean(each) for queue, each in works.items()}
