"""How many desks each hour of a week needs, from what the same weekdays were like."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from server.domain.branch import BranchSettings, Desk, Hours, Queue
from server.domain.hours import lasts, open_minutes
from server.forecast.erlang import Expected, Flow, desks_for, expected
from server.forecast.past import Handled, Past
from server.forecast.pooling import Pool, pools

GOAL = 0.8
"""Of all who take a number so many are to be seen within the branch's target."""

SAME_WEEKDAYS = 6
"""The plan's figures are means of so many weekdays, the last ones."""

LOOKED_BACK_WEEKS = 8
"""Where some of them were closed or different, it looks back so far for others."""

ENOUGH_WEEKDAYS = 3
"""What is from fewer says so."""

MOST_DESKS = 500

_HOURS = range(24)
_A_DAY = timedelta(days=1)
_HOUR_MINUTES = 60
_LEAST_OPEN_MINUTES = 15
_SEED_TICKETS = 10
_SEED_WAITED_S = 3 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What an hour needs: so many `desks`, with which `then` comes of it, and the other way how many are open `usually`, with `now`.

    Day and hour are those on the wall, and `of` is the business day that the hour belongs to. `per_hour` is how many come in an
    hour, `from_days` of how many weekdays all that is the mean.
    """

    day: date
    hour: int
    of: date
    per_hour: float
    from_days: int
    desks: int
    then: Expected
    usually: int
    now: Expected

    @property
    def lacks(self) -> int:
        """How many more it needs than are open usually, 0 where those do."""
        return 0 if self.now.served >= GOAL else max(0, self.desks - self.usually)


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolPlan:
    """What a pool needs, hour by hour.

    Of its business days `unknown` are open ones of whose weekday nothing is known, `thin` those that are known from so few only, and
    `different` those that are not as usual.
    """

    pool: Pool
    needs: tuple[Need, ...]
    unknown: tuple[date, ...] = ()
    thin: Mapping[date, int] = field(default_factory=dict)
    different: tuple[date, ...] = ()

    def need(self, day: date, hour: int) -> Need | None:
        """Return what this hour needs, None where it is closed or nothing is known."""
        return next(
            (each for each in self.needs if (each.day, each.hour) == (day, hour)), None
        )

    @property
    def hours(self) -> list[int]:
        """The hours that need anything on any day, those of nights first, and both without gaps."""
        found: list[int] = []
        for is_night in (True, False):
            those = [each.hour for each in self.needs if (each.of < each.day) is is_night]  # fmt: skip
            found += range(min(those), max(those) + 1) if those else ()
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the week from Monday `first` on needs, so that `GOAL` is seen within so many seconds."""

    first: date
    within_s: float
    pools: tuple[PoolPlan, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """So many `hours` of a business day in a row, from `hour` on, in which a pool needs the same number of desks and usually has fewer."""

    pool: Pool
    day: date
    hour: int
    hours: int
    desks: int
    usually: int

    @property
    def until(self) -> int:
        """The hour on the wall at which it ends: 24 at midnight, 1 an hour later."""
        return (self.hour + self.hours - 1) % len(_HOURS) + 1


def plan(
    settings: BranchSettings,
    queues: Sequence[Queue],
    desks: Iterable[Desk],
    past: Past,
    first: date,
    today: date,
) -> Plan:
    """Return what the week needs that begins with Monday `first`, as planned on `today`, of which nothing counts yet."""
    within_s = settings.target_minutes * 60
    by_slug = {queue.slug: queue for queue in queues}
    return Plan(
        first=first,
        within_s=within_s,
        pools=tuple(
            _Planner(
                pool=pool,
                queues=[by_slug[slug] for slug in pool.queues],
                branch=settings,
                past=past,
                today=today,
            ).plan(first)
            for pool in pools(queues, desks)
        ),
    )


def worst(found: Plan) -> Stretch | None:
    """Return the longest stretch of those that lack most desks, the first of its like; None where nothing lacks."""
    lacking = [each for pool in found.pools for each in _stretches(pool)]
    return max(
        lacking,
        key=lambda each: (each.desks - each.usually, each.hours),
        default=None,
    )


def _stretches(of: PoolPlan) -> Iterator[Stretch]:
    for _, row in groupby(enumerate(of.needs), key=_alike_in_a_row):
        (_, first), *others = row
        if first.lacks:
            yield Stretch(
                pool=of.pool,
                day=first.day,
                hour=first.hour,
                hours=1 + len(others),
                desks=first.desks,
                usually=first.usually,
            )


def _alike_in_a_row(each: tuple[int, Need]) -> tuple[Hashable, ...]:
    """Return what is the same of needs that are alike, are of one business day and follow one another without a gap."""
    place, need = each
    since = need.day.toordinal() * len(_HOURS) + need.hour
    return since - place, need.of, need.desks, need.usually


# --- a pool's hours -------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class _Planner:
    """Plans one pool."""

    pool: Pool
    queues: Sequence[Queue]
    branch: BranchSettings
    past: Past
    today: date

    def plan(self, first: date) -> PoolPlan:
        """Return what the week from this day on needs."""
        days = [first + ahead * _A_DAY for ahead in range(7)]
        alike = {day: self._alike(day) for day in (first - _A_DAY, *days)}
        is_open = [
            (day, hour, of)
            for day in days
            for hour in _HOURS
            for of in [day - (hour < self.branch.rollover_hour) * _A_DAY]
            if self._lasts(of, hour) and self._minutes(day, hour, alike[of])
        ]
        open_days = sorted({of for _, _, of in is_open if of in days})
        return PoolPlan(
            pool=self.pool,
            needs=tuple(
                self._need(day, hour, of, alike[of])
                for day, hour, of in is_open
                if alike[of]
            ),
            unknown=tuple(day for day in open_days if not alike[day]),
            thin={day: len(alike[day]) for day in open_days if 0 < len(alike[day]) < ENOUGH_WEEKDAYS},
            different=tuple(day for day in days if self._differs(day)),
        )  # fmt: skip

    @cached_property
    def _hours(self) -> dict[str, Hours]:
        """When each queue is open."""
        usual = self.branch.hours
        return {each.slug: each.settings.hours or usual for each in self.queues}

    @cached_property
    def _handling_s(self) -> dict[str, float]:
        """For how many seconds a customer of each queue keeps a desk; what is expected counts as much as ten that were measured."""
        found = {}
        for queue in self.queues:
            known = self.past.handled.get(queue.slug, Handled())
            seed_s = _SEED_TICKETS * queue.settings.expected_minutes * 60
            found[queue.slug] = (known.busy_s + seed_s) / (known.called + _SEED_TICKETS)
        return found

    @cached_property
    def _patience_s(self) -> float:
        """After how many seconds the mean one who waits leaves: all that was waited, by how many have left."""
        known = [self.past.handled.get(each.slug, Handled()) for each in self.queues]
        waited = sum(each.waited_s for each in known) + _SEED_WAITED_S
        return waited / (sum(each.left for each in known) + 1)

    @cached_property
    def _came_on(self) -> frozenset[date]:
        slugs = set(self.pool.queues)
        return frozenset(day for slug, (day, _) in self.past.came if slug in slugs)

    def _differs(self, day: date) -> bool:
        return any(day in hours.exceptions for hours in self._hours.values())

    def _alike(self, day: date) -> list[date]:
        """Return the last business days of the same weekday on which somebody came, without those that were not as usual."""
        yesterday = self.today - _A_DAY
        back = timedelta(days=(yesterday.weekday() - day.weekday()) % 7)
        asked = [yesterday - back - timedelta(weeks=n) for n in range(LOOKED_BACK_WEEKS)]  # fmt: skip
        usual = [each for each in asked if each in self._came_on and not self._differs(each)]  # fmt: skip
        return usual[:SAME_WEEKDAYS]

    def _minutes(self, day: date, hour: int, alike: Sequence[date]) -> int:
        """Return for how many minutes of the hour any of the queues is open."""
        each = (self._open(slug, day, hour, alike) for slug in self.pool.queues)
        return len(frozenset[int]().union(*each))

    def _open(self, slug: str, day: date, hour: int, alike: Sequence[date]) -> frozenset[int]:  # fmt: skip
        """Return which minutes of the hour the queue is open; where it has no hours and the day is no exception, only if somebody has come then."""
        hours = self._hours[slug]
        is_bound = hours.week is not None or day in hours.exceptions
        return open_minutes(hours, day, hour) if is_bound or self._came(slug, hour, alike) else frozenset()  # fmt: skip

    def _lasts(self, of: date, hour: int) -> float:
        """Return for how many hours the clock on the wall shows this one on a business day."""
        return lasts(of, hour, self.branch.time_zone, self.branch.rollover_hour)

    def _came(self, slug: str, hour: int, days: Sequence[date]) -> int:
        return sum(self.past.came.get((slug, (day, hour)), 0) for day in days)

    def _need(self, day: date, hour: int, of: date, alike: Sequence[date]) -> Need:
        minutes = max(self._minutes(day, hour, alike), _LEAST_OPEN_MINUTES)
        # Where the only day left the hour out, nobody came in it.
        hours = sum(self._lasts(each, hour) for each in alike) or 1.0
        hours *= minutes / _HOUR_MINUTES
        rates = {
            slug: self._came(slug, hour, alike) / hours
            for slug in self.pool.queues
            if self._open(slug, day, hour, alike)
        }
        staffed = sum(
            self.past.staffed.get((desk, (each, hour)), 0)
            for desk in self.pool.desks
            for each in alike
        )
        flow, usually = self._flow(rates), int(staffed / hours + 0.5)
        within_s = self.branch.target_minutes * 60
        enough = desks_for(flow, within_s, GOAL, MOST_DESKS)
        # Where it is open somebody has to be there, however few come.
        desks = MOST_DESKS if enough is None else max(1, enough)
        return Need(
            day=day,
            hour=hour,
            of=of,
            per_hour=flow.per_hour,
            from_days=len(alike),
            desks=desks,
            then=expected(flow, desks, within_s),
            usually=usually,
            now=expected(flow, usually, within_s),
        )

    def _flow(self, rates: Mapping[str, float]) -> Flow:
        per_hour = sum(rates.values())
        busy = sum(rate * self._handling_s[slug] for slug, rate in rates.items())
        return Flow(
            per_hour=per_hour,
            handling_s=busy / per_hour if per_hour else 1,
            patience_s=self._patience_s,
        )
