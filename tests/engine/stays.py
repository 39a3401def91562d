"""How long customers waited and were served, read from the journal alone: row by row, without the server's fold."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from server.domain import events
from server.domain.events import Recorded

SAYS_NOTHING = (events.Noted, events.Printed, events.Rated, events.WentOnTheWay)


@dataclass
class Stay:
    """One customer's time here: stretches of waiting and of being served, the first call, and whether it ended well."""

    ticket: int
    came: datetime
    waits: list[tuple[datetime, datetime]] = field(default_factory=list)
    services: list[tuple[datetime, datetime]] = field(default_factory=list)
    called: datetime | None = None
    done: datetime | None = None


def stays(journal: Iterable[Recorded]) -> list[Stay]:
    """Return each customer's stay, in the order they came; what was undone did not happen."""
    told: dict[int, list[Recorded]] = defaultdict(list)
    for row in journal:
        if row.ticket is None or isinstance(row.event, SAYS_NOTHING):
            continue
        rows = told[row.ticket]
        if isinstance(row.event, events.Undone):
            # A request may hold two desks' acts: one sends a customer on, and another, standing ready, calls.
            act = (rows[-1].act, rows[-1].actor.desk)
            while (rows[-1].act, rows[-1].actor.desk) == act and len(rows) > 1:
                rows.pop()
        else:
            rows.append(row)
    return [_stay(ticket, rows) for ticket, rows in told.items()]


def _stay(ticket: int, rows: list[Recorded]) -> Stay:
    stay = Stay(ticket, rows[0].at)
    since, at_desk = rows[0].at, False
    for row in rows[1:]:
        stretch = (since, row.at)
        match row.event:
            case events.Called():
                stay.called = stay.called or row.at
                stay.waits.append(stretch)
                since, at_desk = row.at, True
            case events.Started():
                stay.waits.append(stretch)
                since = row.at
            case events.Finished():
                stay.services.append(stretch)
                stay.done = row.at
            case events.Held() | events.Transferred():
                (stay.services if at_desk else stay.waits).append(stretch)
                since, at_desk = row.at, False
            case events.Missed() | events.Left() | events.Cancelled():
                at_desk = False
    return stay
