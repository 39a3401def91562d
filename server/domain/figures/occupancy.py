"""What desks and people did with their time."""

from collections.abc import Callable, Sequence
from operator import add

from server.domain.figures.answer import Occupied
from server.domain.figures.days import Days

_NONE = (0,) * 7
_MICROSECONDS = 1_000_000


def by_desk(days: Days) -> tuple[Occupied, ...]:
    """Return what each desk did, by number."""
    found = _together(days, lambda desk, _person: str(desk))
    return tuple(sorted(found, key=lambda each: int(each.name)))


def by_person(days: Days) -> tuple[Occupied, ...]:
    """Return what each person did at whichever desks, by name."""
    found = _together(days, lambda _desk, person: person)
    return tuple(sorted(found, key=lambda each: each.name))


def _together(days: Days, name_of: Callable[[int, str], str]) -> list[Occupied]:
    named: dict[str, Sequence[int]] = {}
    for (desk, person), sums in days.seats.items():
        name = name_of(desk, person)
        named[name] = [*map(add, named.get(name, _NONE), sums)]
    return [_told(name, sums) for name, sums in named.items()]


def _told(name: str, sums: Sequence[int]) -> Occupied:
    there, serving, on_break = (lasted / _MICROSECONDS for lasted in sums[:3])
    served = sums[3]
    wait, service, total = (
        each / served / _MICROSECONDS if served else None for each in sums[4:]
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
