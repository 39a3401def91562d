"""What each desk was about, from when until when, as a day's rows tell."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto

from server.domain import events
from server.domain.events import Recorded
from server.domain.figures.duty import Duties

LONGEST_GAP = timedelta(minutes=15)
"""Who leaves somebody waiting for longer is doing something else."""


class Spent(Enum):
    """What a desk spends its time on: with a customer or calling the next one, without anybody to serve, on a break."""

    SERVING = auto()
    FREE = auto()
    BREAK = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A desk and who sat there, what they were about, with a customer of which queue, and from when until when."""

    desk: int
    person: str
    doing: Spent
    queue: str | None
    begins: datetime
    ends: datetime


def stretches(rows: Iterable[Recorded], until: datetime | None = None) -> list[Stretch]:
    """Return what the desks did, by the clock as it is after the last of these rows that count.

    Whoever did not sign out is there until the last thing done at the desk, or `until` where the day is not over; whoever
    stayed signed in overnight is there from the first.
    """
    watch = _Watch()
    for row in rows:
        watch.see(row)
    return watch.told(until)


@dataclass(slots=True)
class _Sitting:
    """Somebody at a desk: what they are about since when, whether they wanted a break, and when they did anything last."""

    person: str
    doing: Spent
    since: datetime
    seen: datetime
    queue: str | None = None
    wants_break: bool = False


class _Watch:
    def __init__(self) -> None:
        self._set = timedelta(0)
        self._sittings: dict[int, _Sitting] = {}
        self._queues: dict[int, str] = {}
        self._in_line: dict[int, datetime] = {}
        self._at_desk: dict[int, int] = {}
        self._duties = Duties()
        self._found: list[Stretch] = []

    def see(self, row: Recorded) -> None:
        """Go one row further."""
        if isinstance(row.event, events.ClockSet):
            self._set += row.event.by
            return
        # As if the clock had never been set.
        at = row.at - self._set
        self._duties.see(row, at)
        if row.ticket is None:
            self._see_desk(row, at)
        else:
            self._see_ticket(row, row.ticket, at)

    def told(self, until: datetime | None) -> list[Stretch]:
        """Return what was seen, in no order."""
        for number, sitting in list(self._sittings.items()):
            self._leave(number, sitting.seen if until is None else until - self._set)
        by = self._set
        if not by:
            return self._found
        return [
            Stretch(s.desk, s.person, s.doing, s.queue, s.begins + by, s.ends + by)
            for s in self._found
        ]

    def _see_desk(self, row: Recorded, at: datetime) -> None:
        match row.event:
            case events.SignedIn(desk=number, servicer=person):
                self._leave(number, at)
                self._sitting(number, person, at)
            case events.SignedOut(desk=number):
                self._leave(number, at)
            case events.Paused(desk=number):
                sitting = self._sitting(number, row.actor.servicer, at)
                sitting.wants_break = True
                if sitting.doing is Spent.FREE:
                    self._turn(number, sitting, Spent.BREAK, at)
            case events.Opened(desk=number):
                sitting = self._sitting(number, row.actor.servicer, at)
                sitting.wants_break = False
                if sitting.doing is Spent.BREAK:
                    self._turn(number, sitting, Spent.FREE, at)

    def _see_ticket(self, row: Recorded, ticket: int, at: datetime) -> None:
        match row.event:
            case events.Taken(queue=queue):
                self._queues[ticket] = queue
                self._in_line[ticket] = at
            case events.Called(desk=number, servicer=person):
                self._called(ticket, number, person, at)
            case events.Transferred(queue=queue):
                self._part(ticket, at)
                self._queues[ticket] = queue
                self._in_line[ticket] = at
            case events.Resumed() | events.Returned() | events.Rejoined():
                self._in_line[ticket] = at
            case (
                events.Finished()
                | events.Missed()
                | events.Held()
                | events.Left()
                | events.Cancelled()
            ):
                self._part(ticket, at)
            case events.Started() if ticket in self._at_desk:
                self._sittings[self._at_desk[ticket]].seen = at

    def _called(self, ticket: int, number: int, person: str, at: datetime) -> None:
        sitting = self._sitting(number, person, at)
        came = self._in_line.pop(ticket, None)
        queue = self._queues.get(ticket)
        begins = at
        if sitting.doing is Spent.FREE and came is not None:
            could = self._duties.could_call(number, ticket, queue, came)
            begins = max(could or at, at - LONGEST_GAP)
        self._turn(number, sitting, Spent.SERVING, min(begins, at))
        sitting.queue = queue
        sitting.seen = at
        self._at_desk[ticket] = number

    def _part(self, ticket: int, at: datetime) -> None:
        """Let the desk where the ticket is, if it is at one, be without it."""
        self._in_line.pop(ticket, None)
        number = self._at_desk.pop(ticket, None)
        sitting = None if number is None else self._sittings.get(number)
        if number is None or sitting is None:
            return
        doing = Spent.BREAK if sitting.wants_break else Spent.FREE
        self._turn(number, sitting, doing, at)

    def _sitting(self, number: int, person: str | None, at: datetime) -> _Sitting:
        """Return who sits at the desk, since this moment where nobody was known to."""
        sitting = self._sittings.get(number)
        if sitting is None:
            sitting = _Sitting(person or "", Spent.FREE, at, at)
            self._sittings[number] = sitting
        sitting.seen = max(sitting.seen, at)
        return sitting

    def _turn(self, number: int, sitting: _Sitting, doing: Spent, at: datetime) -> None:
        self._note(number, sitting, at)
        sitting.doing, sitting.queue = doing, None
        sitting.since = max(sitting.since, at)
        sitting.seen = max(sitting.seen, at)

    def _leave(self, number: int, at: datetime) -> None:
        sitting = self._sittings.pop(number, None)
        if sitting is not None:
            self._note(number, sitting, at)

    def _note(self, number: int, sitting: _Sitting, at: datetime) -> None:
        if at > sitting.since:
            self._found.append(
                Stretch(
                    number,
                    sitting.person,
                    sitting.doing,
                    sitting.queue,
                    sitting.since,
                    at,
                )
            )
