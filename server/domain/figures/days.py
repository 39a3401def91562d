"""Several days, to be told of together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import chain

from server.domain.figures.kept import DayFigures, QueueFigures, unpacked
from server.domain.hours import lasts
from server.domain.numbering import day_begins

_HOURS, _WEEKDAYS = 24, 7
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Days:
    """The days of a period with anything in them, in order, of one queue or of all; `target_s` is what nobody should wait longer than.

    `begins` is the hour at which a business day starts: those before it are the day's last.
    """

    days: Sequence[DayFigures]
    queue: str | None
    target_s: int
    begins: int
    time_zone: str = "UTC"

    def queues_of(self, day: DayFigures) -> Iterable[QueueFigures]:
        """Return what became of those who asked that day at the queues it is about."""
        return (each for each in day.queues if self.queue in (None, each.queue))

    @cached_property
    def by_queue(self) -> Mapping[str, Sequence[QueueFigures]]:
        """The same of all days, by queue."""
        queues: dict[str, list[QueueFigures]] = defaultdict(list)
        for each in chain.from_iterable(map(self.queues_of, self.days)):
            queues[each.queue].append(each)
        return {slug: queues[slug] for slug in sorted(queues)}

    @property
    def queues(self) -> Iterable[QueueFigures]:
        """The same of all days and queues."""
        return chain.from_iterable(self.by_queue.values())

    @cached_property
    def _waits(self) -> Mapping[tuple[str, int, int], Sequence[int]]:
        """How long those who were served waited, sorted, by queue, weekday and hour of asking."""
        runs: dict[tuple[str, int, int], list[bytes]] = defaultdict(list)
        for day in self.days:
            for each in self.queues_of(day):
                for hour, run in each.waits.items():
                    runs[each.queue, self._weekday(day, hour), hour].append(run)
        return {key: unpacked(runs[key]) for key in runs}

    def waits(
        self,
        queue: str | None = None,
        weekday: int | None = None,
        hour: int | None = None,
    ) -> list[Sequence[int]]:
        """Return how long those of this queue, weekday and hour of asking waited who were served; in parts, each of them sorted."""
        return [
            part
            for (its_queue, its_weekday, its_hour), part in self._waits.items()
            if queue in (None, its_queue)
            and weekday in (None, its_weekday)
            and hour in (None, its_hour)
        ]

    @cached_property
    def services(self) -> Mapping[str, Sequence[int]]:
        """How long they were served, sorted, by queue."""
        return {
            slug: unpacked(each.services for each in parts)
            for slug, parts in self.by_queue.items()
        }

    @cached_property
    def totals(self) -> Mapping[str, Sequence[int]]:
        """How long they were here, sorted, by queue."""
        return {
            slug: unpacked(each.totals for each in parts)
            for slug, parts in self.by_queue.items()
        }

    @cached_property
    def seats(self) -> Mapping[tuple[int, str], Sequence[int]]:
        """By desk and person how long they were there, had customers and were on a break, how many they served, and how long those waited, were served and were here, in microseconds."""
        found: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0] * 7)
        for day in self.days:
            for seat in day.presence:
                mine = found[seat.desk, seat.person]
                mine[0] += seat.open_us
                mine[1] += seat.handled(None)
                mine[2] += seat.break_us
            for each in day.served:
                if self.queue in (None, each.queue):
                    mine = found[each.desk, each.person]
                    mine[3] += each.served
                    mine[4] += each.wait_us
                    mine[5] += each.service_us
                    mine[6] += each.total_us
        return found

    @cached_property
    def open_hours(self) -> frozenset[tuple[int, int]]:
        """The weekdays and hours in which somebody asked, or a desk was open for more than a moment, on any such day."""
        found: set[tuple[int, int]] = set()
        for day in self.days:
            asked = (each.asked for each in self.queues_of(day))
            there = (seat.hours for seat in day.presence)
            for hour in set(chain.from_iterable(chain(asked, there))):
                found.add((self._weekday(day, hour), hour))
        return frozenset(found)

    def lasted(self, hour: int) -> float:
        """Return for how many hours the clock on the wall showed this one, on all of these days together."""
        more = (lasts(day, hour, self.time_zone, self.begins) - 1 for day in self._changed)  # fmt: skip
        return len(self.days) + sum(more)

    @cached_property
    def _changed(self) -> Sequence[date]:
        """The days on which the clock on the wall is changed."""
        return [
            each.day
            for each in self.days
            if day_begins(each.day + _A_DAY, self.time_zone, self.begins)
            - day_begins(each.day, self.time_zone, self.begins)
            != _A_DAY
        ]

    def _weekday(self, day: DayFigures, hour: int) -> int:
        """Return the weekday on the wall in this hour of a business day: what comes after midnight is the next one's."""
        return (day.day.weekday() + (hour < self.begins)) % _WEEKDAYS

    @cached_property
    def hours(self) -> Sequence[int]:
        """The hours from the first to the last with anything in them."""
        there = {hour for _, hour in self.open_hours}
        order = [(hour + self.begins) % _HOURS for hour in range(_HOURS)]
        found = [place for place, hour in enumerate(order) if hour in there]
        return order[found[0] : found[-1] + 1] if found else []
