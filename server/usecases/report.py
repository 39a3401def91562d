"""What one business day amounted to, or several in a row."""

from array import array
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from operator import add
from zoneinfo import ZoneInfo

from server.domain import spread
from server.domain.ticket import OPEN_STATES, TicketState
from server.store.days import Days
from server.store.view import View
from shared.wire import messages

_MICROSECONDS = 1_000_000
_QUARTER_OF_AN_HOUR_S = 900

Kind = tuple[str, int, str, str]
"""Queue, desk, servicer and local hour of taking: what served tickets are told apart by."""

Rated = Mapping[tuple[Kind, int], int]
"""How often each score was given, for each of them; of no hour."""


def report(view: View, first: date, last: date) -> messages.DayReport:
    """Return the counts of the days from `first` to `last`, and waits, services and totals of those who were served; raise `Damaged`.

    A single day is exact; over more days each duration counts to a tenth of a second, so that a year takes seconds.
    """
    unit = 1 if first == last else _MICROSECONDS // 10
    unit_s = unit / _MICROSECONDS
    settings = view.branch.settings
    days = view.days(first, last)
    days.look_through()
    states = days.states()
    kinds = _served(days, ZoneInfo(settings.time_zone), unit)
    rated = _rated(days)
    by_name = rated if settings.ratings_by_name else None
    everybody = _together(kinds, lambda kind: "all").get("all", _Durations())
    target = settings.target_minutes * 60 / unit_s
    in_time = sum(n for wait, n in Counter(everybody.waits).items() if wait <= target)
    served = len(everybody.waits)
    return messages.DayReport(
        day=first,
        to=last,
        taken=sum(states.values()),
        served=states[TicketState.DONE],
        missed=states[TicketState.MISSED],
        left=states[TicketState.LEFT],
        expired=states[TicketState.EXPIRED],
        here=sum(states[state] for state in OPEN_STATES),
        all=_row("all", everybody, unit_s, _said(rated, lambda who: "all", "all")),
        queues=_rows(kinds, lambda kind: kind[0], unit_s, rated),
        desks=_rows(kinds, lambda kind: str(kind[1]), unit_s, by_name),
        servicers=_rows(kinds, lambda kind: str(kind[2]), unit_s, by_name),
        hours=_rows(kinds, lambda kind: kind[3], unit_s, None),
        target_minutes=settings.target_minutes,
        service_level=in_time / served if served else None,
    )


@dataclass(slots=True)
class _Durations:
    """Waits and services of the same tickets, in the same order, eight bytes each."""

    waits: "array[int]" = field(default_factory=lambda: array("q"))
    services: "array[int]" = field(default_factory=lambda: array("q"))


def _served(days: Days, zone: ZoneInfo, unit: int) -> Mapping[Kind, _Durations]:
    hour_of = _hours(zone)
    kinds: dict[Kind, _Durations] = {}
    quarter = _QUARTER_OF_AN_HOUR_S * _MICROSECONDS
    rows = days.served(taken_in=quarter, lasted_in=unit)
    for queue, desk, servicer, taken_at, waited, served in rows:
        kind = (queue, desk, servicer, hour_of(taken_at))
        found = kinds.get(kind)
        if found is None:
            found = kinds[kind] = _Durations()
        found.waits.append(waited)
        found.services.append(served)
    return kinds


def _hours(zone: ZoneInfo) -> Callable[[int], str]:
    @cache
    def hour_of(quarter: int) -> str:
        # Every zone in use is whole quarters of an hour away from UTC.
        return f"{datetime.fromtimestamp(quarter * _QUARTER_OF_AN_HOUR_S, zone):%H}"

    return hour_of


def _together(
    kinds: Mapping[Kind, _Durations], name_of: Callable[[Kind], str]
) -> dict[str, _Durations]:
    groups: dict[str, _Durations] = {}
    for kind, durations in kinds.items():
        group = groups.setdefault(name_of(kind), _Durations())
        group.waits.extend(durations.waits)
        group.services.extend(durations.services)
    return groups


def _rows(
    kinds: Mapping[Kind, _Durations],
    name_of: Callable[[Kind], str],
    unit_s: float,
    rated: Rated | None,
) -> list[messages.ReportRow]:
    groups = _together(kinds, name_of)
    return [
        _row(name, groups[name], unit_s, _said(rated, name_of, name))
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
    scores: Counter[int] = Counter()
    for (kind, score), count in rated.items():
        if name_of(kind) == name:
            scores[score] += count
    return messages.Ratings(good=scores[3], fair=scores[2], bad=scores[1])


def _row(
    name: str,
    durations: _Durations,
    unit_s: float,
    ratings: messages.Ratings | None,
) -> messages.ReportRow:
    waits, services = durations.waits, durations.services
    return messages.ReportRow(
        name=name,
        count=len(waits),
        wait=_spread(Counter(waits), unit_s),
        service=_spread(Counter(services), unit_s),
        total=_spread(Counter(map(add, waits, services)), unit_s),
        ratings=ratings,
    )


def _spread(counts: Mapping[int, int], unit_s: float) -> messages.Spread:
    found = spread.spread(counts, unit_s)
    return messages.Spread(mean_s=found.mean, median_s=found.median, p90_s=found.p90)
