"""What one business day amounted to, or several in a row."""

from array import array
from collections import Counter as Tally
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from operator import add
from zoneinfo import ZoneInfo

from server.domain import spread
from server.domain.figures.answer import Within
from server.domain.figures.visits import hours_of
from server.domain.spread import tenths
from server.domain.ticket import OPEN_STATES, TicketState
from server.store.days import Days
from server.store.view import View
from shared.wire import messages

_MICROSECONDS, _HOURS = 1_000_000, 24

Kind = tuple[str, int, str, str]
"""Queue, desk, servicer and local hour of taking: what served tickets are told apart by."""

Rated = Mapping[tuple[Kind, int], int]
"""How often each score was given, for each of them; of no hour."""


def report(view: View, first: date, last: date) -> messages.DayReport:
    """Return the counts of the days from `first` to `last`, and waits, services and totals of those who were served; raise `Damaged`.

    Hours stand as the business day has them, those after midnight last. What each of these is stands in `server/domain/figures`. Means are exact, the others right to a tenth of a second.
    """
    settings = view.branch.settings
    days = view.days(first, last)
    days.look_through()
    states = days.states()
    kinds = _served(days, ZoneInfo(settings.time_zone))
    rated = _rated(days)
    by_name = rated if settings.ratings_by_name else None
    everybody = _together(kinds, lambda kind: "all").get("all", _Durations(*_nothing()))
    within = _within(days, states, everybody, settings.target_minutes)
    hours = _rows(kinds, lambda kind: kind[3], None)
    return messages.DayReport(
        day=first,
        to=last,
        taken=sum(states.values()),
        served=states[TicketState.DONE],
        missed=states[TicketState.MISSED],
        left=states[TicketState.LEFT],
        expired=states[TicketState.EXPIRED],
        here=sum(states[state] for state in OPEN_STATES),
        all=_row("all", everybody, _said(rated, lambda who: "all", "all")),
        queues=_rows(kinds, lambda kind: kind[0], rated),
        desks=_rows(kinds, lambda kind: str(kind[1]), by_name),
        servicers=_rows(kinds, lambda kind: str(kind[2]), by_name),
        hours=sorted(
            hours, key=lambda row: (int(row.name) - settings.rollover_hour) % _HOURS
        ),
        target_minutes=settings.target_minutes,
        service_level=within.share,
        service_level_of=within.of,
    )


def _within(
    days: Days, states: Tally[TicketState], everybody: "_Durations", minutes: int
) -> Within:
    target_s = minutes * 60
    target = tenths(target_s * _MICROSECONDS)
    ended = sum(states[state] for state in states if state not in OPEN_STATES)
    return Within(
        served=sum(n for wait, n in Tally(everybody.waits).items() if wait <= target),
        of=ended - days.left_within(target_s * _MICROSECONDS),
    )


class _Durations:
    """Waits, services and totals of the same tickets, in tenths of a second, and how long each was in all, in microseconds."""

    def __init__(self, *lasted: "array[int]") -> None:
        """Begin with waits, services and totals of so many microseconds."""
        self.waits, self.services, self.totals = (
            array("i", map(tenths, each)) for each in lasted
        )
        self.sums = [sum(each) for each in lasted]

    def join(self, other: "_Durations") -> None:
        """Take in all of the other ones."""
        self.waits.extend(other.waits)
        self.services.extend(other.services)
        self.totals.extend(other.totals)
        self.sums = list(map(add, self.sums, other.sums))


_Lists = tuple["array[int]", "array[int]", "array[int]"]


def _nothing() -> _Lists:
    return array("q"), array("q"), array("q")


def _served(days: Days, zone: ZoneInfo) -> Mapping[Kind, _Durations]:
    hour_of = hours_of(zone)
    kinds: dict[tuple[str, int, str, int], _Lists] = defaultdict(_nothing)
    for queue, desk, servicer, asked, waited, served, stayed in days.served():
        waits, services, totals = kinds[queue, desk, servicer, hour_of(asked)]
        waits.append(waited)
        services.append(served)
        totals.append(stayed)
    return {
        (queue, desk, servicer, f"{hour:02d}"): _Durations(*lasted)
        for (queue, desk, servicer, hour), lasted in kinds.items()
    }


def _together(
    kinds: Mapping[Kind, _Durations], name_of: Callable[[Kind], str]
) -> dict[str, _Durations]:
    groups: dict[str, _Durations] = {}
    for kind, durations in kinds.items():
        group = groups.setdefault(name_of(kind), _Durations(*_nothing()))
        group.join(durations)
    return groups


def _rows(
    kinds: Mapping[Kind, _Durations],
    name_of: Callable[[Kind], str],
    rated: Rated | None,
) -> list[messages.ReportRow]:
    groups = _together(kinds, name_of)
    return [
        _row(name, groups[name], _said(rated, name_of, name))
        for name in sorted(groups, key=lambda name: (len(name), name))
    ]


def _rated(days: Days) -> Rated:
    return {
        ((queue, desk, servicer, ""), score): count
        for queue, desk, servicer, score, count in days.rated()
    }


def _said(
    rated: Rated | None, name_of: Callable[[Kind], str], name: str
) -> messages.Ratings | None:
    """Return what those of this name were told; nothing where that is not to be known."""
    if rated is None:
        return None
    scores: Tally[int] = Tally()
    for (kind, score), count in rated.items():
        if name_of(kind) == name:
            scores[score] += count
    return messages.Ratings(good=scores[3], fair=scores[2], bad=scores[1])


def _row(
    name: str, durations: _Durations, ratings: messages.Ratings | None
) -> messages.ReportRow:
    lasted = (durations.waits, durations.services, durations.totals)
    wait, service, total = map(_spread, lasted, durations.sums)
    return messages.ReportRow(
        name=name,
        count=len(durations.waits),
        wait=wait,
        service=service,
        total=total,
        ratings=ratings,
    )


def _spread(durations: "array[int]", total: int) -> messages.Spread:
    found = spread.spread(Tally(durations), total)
    return messages.Spread(mean_s=found.mean, median_s=found.median, p90_s=found.p90)
