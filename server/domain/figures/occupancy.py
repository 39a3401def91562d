"""What desks and people did with their time."""

from collections import defaultdict
from collections.abc import Callable, Sequence

from server.domain.figures.answer import Occupied
from server.domain.figures.days import Days
from server.domain.figures.kept import PresenceFigures, ServedFigures

_MICROSECONDS = 1_000_000


def by_desk(days: Days) -> tuple[Occupied, ...]:
    """Return what each desk did, by number."""
    found = _occupied(days, lambda seat: str(seat.desk))
    return tuple(sorted(found, key=lambda each: int(each.name)))


def by_person(days: Days) -> tuple[Occupied, ...]:
    """Return what each person did at whichever desks, by name."""
    found = _occupied(days, lambda seat: seat.person)
    return tuple(sorted(found, key=lambda each: each.name))


def _occupied(
    days: Days, name_of: Callable[[PresenceFigures | ServedFigures], str]
) -> list[Occupied]:
    times: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for day in days.days:
        for seat in day.presence:
            mine = times[name_of(seat)]
            mine[0] += seat.open_us
            mine[1] += seat.handled(None)
            mine[2] += seat.break_us
        for each in day.served:
            if days.queue in (None, each.queue):
                its = sums[name_of(each)]
                its[0] += each.served
                its[1] += each.wait_us
                its[2] += each.service_us
                its[3] += each.total_us
    return [_told(name, times[name], sums[name]) for name in {*times, *sums}]


def _told(name: str, times: Sequence[int], sums: Sequence[int]) -> Occupied:
    there, serving, on_break = (lasted / _MICROSECONDS for lasted in times)
    served = sums[0]
    wait, service, total = (
        each / served / _MICROSECONDS if served else None for each in sums[1:]
    )
    return Occupied(
        name=name,
        open_s=there,
        serving_s=serving,
        free_s=there - serving - on_break,
        break_s=on_break,
        served=served,
        wait_s=wait,
        service_s=service,
        total_s=total,
    )
