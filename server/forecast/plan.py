"""How many desks each hour of a week needs, from what the same weekdays were like."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from server.domain.branch import BranchSettings, Desk, Hours, Queue
from server.domain.hours import is_always, open_minutes
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
_HOUR_MINUTES = 60
_LEAST_OPEN_MINUTES = 15
_SEED_TICKETS = 10
_SEED_WAITED_S = 3 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """What an hour needs: so many `desks`, with which `then` comes of it, and the other way how many are open `usually`, with `now`.

    `per_hour` is how many come in an hour, `from_days` of how many weekdays all that is the mean.
    """

    day: date
    hour: int
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

    @property
    def is_thin(self) -> bool:
        """Whether it is known from few weekdays only."""
        return self.from_days < ENOUGH_WEEKDAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class PoolPlan:
    """What a pool needs, hour by hour; `unknown` are open days of whose weekday nothing is known, and `different` those that are not as usual."""

    pool: Pool
    needs: tuple[Need, ...]
    unknown: tuple[date, ...] = ()
    different: tuple[date, ...] = ()

    def need(self, day: date, hour: int) -> Need | None:
        """Return what this hour needs, None where it is closed or nothing is known."""
        return next(
            (each for each in self.needs if (each.day, each.hour) == (day, hour)), None
        )

    @property
    def hours(self) -> list[int]:
        """The hours that need anything on any day, without gaps."""
        found = [each.hour for each in self.needs]
        return list(range(min(found), max(found) + 1)) if found else []


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the week from Monday `first` on needs, so that `GOAL` is seen within so many seconds."""

    first: date
    within_s: float
    pools: tuple[PoolPlan, ...]

    @property
    def days(self) -> list[date]:
        """The days of the week that need anybody, or of which nothing is known."""
        found = {each.day for pool in self.pools for each in pool.needs}
        found.update(day for pool in self.pools for day in pool.unknown)
        return sorted(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Hours in a row in which a pool needs the same number of desks and usually has fewer: `hour` until `until`."""

    pool: Pool
    day: date
    hour: int
    until: int
    desks: int
    usually: int


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
        key=lambda each: (each.desks - each.usually, each.until - each.hour),
        default=None,
    )


def _stretches(of: PoolPlan) -> Iterator[Stretch]:
    last: Stretch | None = None
    for need in of.needs:
        if last is not None and _goes_on(last, need):
            last = replace(last, until=need.hour + 1)
            continue
        if last is not None:
            yield last
        last = _begun(of.pool, need) if need.lacks else None
    if last is not None:
        yield last


def _begun(pool: Pool, need: Need) -> Stretch:
    return Stretch(
        pool=pool,
        day=need.day,
        hour=need.hour,
        until=need.hour + 1,
        desks=need.desks,
        usually=need.usually,
    )


def _goes_on(stretch: Stretch, need: Need) -> bool:
    return (stretch.day, stretch.until, stretch.desks, stretch.usually) == (
        need.day,
        need.hour,
        need.desks,
        need.usually,
    )


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
        days = [first + timedelta(days=ahead) for ahead in range(7)]
        alike = {day: self._alike(day) for day in days}
        is_open = {day: any(self._open_at(day, hour, alike[day]) for hour in _HOURS) for day in days}  # fmt: skip
        return PoolPlan(
            pool=self.pool,
            needs=tuple(
                self._need(day, hour, alike[day])
                for day in days
                if alike[day]
                for hour in _HOURS
                if self._open_at(day, hour, alike[day])
            ),
            unknown=tuple(day for day in days if is_open[day] and not alike[day]),
            different=tuple(day for day in days if self._differs(day)),
        )

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
        """Return the last weekdays of the same name on which somebody came, without those that were not as usual."""
        yesterday = self.today - timedelta(days=1)
        back = timedelta(days=(yesterday.weekday() - day.weekday()) % 7)
        asked = [yesterday - back - timedelta(weeks=n) for n in range(LOOKED_BACK_WEEKS)]  # fmt: skip
        usual = [each for each in asked if each in self._came_on and not self._differs(each)]  # fmt: skip
        return usual[:SAME_WEEKDAYS]

    def _open_at(self, day: date, hour: int, alike: Sequence[date]) -> int:
        """Return for how many minutes of the hour any of the queues is open; of what is open for ever, only where somebody has come."""
        if all(is_always(hours) for hours in self._hours.values()):
            came = any(self._came(slug, hour, alike) for slug in self.pool.queues)
            return _HOUR_MINUTES if came else 0
        minutes = (open_minutes(each, day, hour) for each in self._hours.values())
        return len(frozenset[int]().union(*minutes))

    def _came(self, slug: str, hour: int, days: Sequence[date]) -> int:
        return sum(self.past.came.get((slug, (day, hour)), 0) for day in days)

    def _need(self, day: date, hour: int, alike: Sequence[date]) -> Need:
        minutes = max(self._open_at(day, hour, alike), _LEAST_OPEN_MINUTES)
        hours = len(alike) * minutes / _HOUR_MINUTES
        rates = {
            slug: self._came(slug, hour, alike) / hours
            for slug in self.pool.queues
            if open_minutes(self._hours[slug], day, hour)
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
