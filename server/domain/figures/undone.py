"""The rows of a day that count: what somebody undid, and test numbers, are as if they had never been."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from server.domain import events
from server.domain.branch import DeskState
from server.domain.events import Recorded
from server.domain.numbering import TEST

_DESK_STATES = {events.Paused: DeskState.PAUSED, events.Opened: DeskState.OPEN}


@dataclass(frozen=True, slots=True)
class Counted:
    """The rows that count, in their order, and the ids of tickets that do not: tests, and numbers whose giving was undone."""

    rows: list[Recorded]
    never: frozenset[int]


def counted(rows: Iterable[Recorded]) -> Counted:
    """Return which of a day's rows, in order, count."""
    kept: dict[int, Recorded] = {}
    of_ticket: dict[int, list[int]] = defaultdict(list)
    of_desk: dict[int, list[int]] = defaultdict(list)
    never: set[int] = set()
    for row in rows:
        match row.event:
            case events.Undone(restored=ticket):
                mine = of_ticket[ticket.id]
                while mine and mine[-1] > ticket.touched:
                    del kept[mine.pop()]
                continue
            case events.DeskUndone(restored=desk):
                mine = of_desk[desk.number]
                while mine and _leads_to(kept[mine[-1]]) is not desk.state:
                    del kept[mine.pop()]
                continue
            case events.Cancelled(undone=True) if row.ticket is not None:
                never.add(row.ticket)
            case events.Taken(label=label) if label.startswith(TEST):
                never.add(row.seq)
            case events.Paused(desk=number) | events.Opened(desk=number):
                of_desk[number].append(row.seq)
        kept[row.seq] = row
        if row.ticket is not None:
            of_ticket[row.ticket].append(row.seq)
    rows = [row for row in kept.values() if row.ticket not in never]
    return Counted(rows, frozenset(never))


def _leads_to(row: Recorded) -> DeskState:
    return _DESK_STATES[type(row.event)]
