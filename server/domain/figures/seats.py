"""How long people were at desks, counted."""

from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from server.domain.figures.kept import PresenceFigures
from server.domain.figures.presence import Spent, Stretch

_MICROSECOND = timedelta(microseconds=1)
_AN_HOUR = timedelta(hours=1)


def presences(found: Sequence[Stretch], zone: ZoneInfo) -> tuple[PresenceFigures, ...]:
    """Return what these stretches amount to, by desk and who sat there."""
    seats: dict[tuple[int, str], list[Stretch]] = defaultdict(list)
    for stretch in found:
        seats[stretch.desk, stretch.person].append(stretch)
    return tuple(_presence(seats[seat], zone) for seat in sorted(seats))


def _presence(found: Sequence[Stretch], zone: ZoneInfo) -> PresenceFigures:
    spent: Tally[Spent] = Tally()
    serving: Tally[str] = Tally()
    for stretch in found:
        lasted = (stretch.ends - stretch.begins) // _MICROSECOND
        spent[stretch.doing] += lasted
        if stretch.doing is Spent.SERVING:
            serving[stretch.queue or ""] += lasted
    return PresenceFigures(
        desk=found[0].desk,
        person=found[0].person,
        open_us=spent.total(),
        break_us=spent[Spent.BREAK],
        serving_us=dict(sorted(serving.items())),
        there_us=_by_hour(found, zone),
    )


def _by_hour(found: Iterable[Stretch], zone: ZoneInfo) -> dict[int, int]:
    """Return how long each local hour had of these stretches, breaks left out."""
    hours: Tally[int] = Tally()
    for begins, ends in _joined(found):
        at = begins
        while at < ends:
            local = at.astimezone(zone)
            into = timedelta(
                minutes=local.minute,
                seconds=local.second,
                microseconds=local.microsecond,
            )
            then = min(ends, at + _AN_HOUR - into)
            hours[local.hour] += (then - at) // _MICROSECOND
            at = then
    return dict(sorted(hours.items()))


def _joined(found: Iterable[Stretch]) -> list[tuple[datetime, datetime]]:
    there = [
        (each.begins, each.ends) for each in found if each.doing is not Spent.BREAK
    ]
    joined: list[tuple[datetime, datetime]] = []
    for begins, ends in sorted(there):
        if joined and joined[-1][1] == begins:
            joined[-1] = joined[-1][0], ends
        else:
            joined.append((begins, ends))
    return joined
