"""Several days, to be told of together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from server.domain.figures.kept import DayFigures, QueueFigures, unpacked

_HOURS = 24


@dataclass(frozen=True)
class Days:
    """The days of a period with anything in them, in order, of one queue or of all; `target_s` is what nobody should wait longer than.

    `begins` is the hour at which a business day starts: those before it are the day's last.
    """

    days: Sequence[DayFigures]
    queue: str | None
    target_s: int
    begins: int

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
    def waits(self) -> Mapping[int, Sequence[int]]:
        """How long those who were served waited, sorted, by the hour in which they asked."""
        runs: dict[int, list[bytes]] = defaultdict(list)
        for each in self.queues:
            for hour, run in each.waits.items():
                runs[hour].append(run)
        return {hour: unpacked(runs[hour]) for hour in runs}

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
    def hours(self) -> Sequence[int]:
        """The hours from the first to the last with anything in them."""
        there = {hour for each in self.queues for hour in each.asked}
        for day in self.days:
            there.update(*(seat.hours for seat in day.presence))
        order = [(hour + self.begins) % _HOURS for hour in range(_HOURS)]
        found = [place for place, hour in enumerate(order) if hour in there]
        return order[found[0] : found[-1] + 1] if found else []
