"""The state tables once more, from the journal alone."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime

from server.domain import events, life
from server.domain.branch import BranchSettings, Desk, Queue
from server.domain.events import Recorded
from server.domain.room import Room
from server.domain.ticket import Ticket, TicketState
from server.store.changes import Counter


class OutOfSequence(Exception):
    """The journal has a gap, or a row that does not fit those before it; `str()` says which."""


class Rebuilt:
    """A branch as the rows applied so far leave it; what no row has told yet is None."""

    def __init__(self) -> None:
        self.seq = 0
        self.moment: datetime | None = None
        self.day: date | None = None
        self.settings: BranchSettings | None = None
        self.queues: dict[str, Queue] = {}
        self.desks: dict[int, Desk] = {}
        self.servicers: dict[str, bool] = {}
        """Whether they were removed, by name."""
        self.tickets: dict[int, Ticket] = {}
        self.counters: defaultdict[tuple[str, date], Counter] = defaultdict(Counter)
        self.room = Room()

    def apply(self, row: Recorded) -> None:
        """Go one row further; raise `OutOfSequence` when it is not the next."""
        if row.seq != self.seq + 1:
            raise OutOfSequence(f"After journal row {self.seq} comes row {row.seq}.")
        self.seq = row.seq
        self.moment = row.at if self.moment is None else max(self.moment, row.at)
        if row.ticket is not None:
            self._apply_to_ticket(row, row.ticket)
        else:
            self._apply_to_branch(row)

    def line(self, queue: str) -> list[Ticket]:
        """Return who waits in the queue, first of all first."""
        return [self.tickets[id] for _, id in self.room.line(queue)]

    def _apply_to_ticket(self, row: Recorded, id: int) -> None:
        before = self.tickets.get(id)
        event = row.event
        if isinstance(event, events.Taken):
            after = life.take(row)
            key = (event.queue, event.day)
            counter = self.counters[key]
            self.counters[key] = replace(
                counter, last_number=event.number, given=counter.given + 1
            )
        elif before is None:
            raise OutOfSequence(f"Journal row {row.seq} is about no ticket there is.")
        else:
            after = life.evolve(before, row)
        self.tickets[id] = after
        self.room.put(after)
        self._count(before, -1)
        self._count(after, +1)
        if isinstance(event, events.Called):
            self.desks[event.desk] = life.after_call(self.desks[event.desk], event)

    def _count(self, ticket: Ticket | None, step: int) -> None:
        if ticket is not None and ticket.state is TicketState.WAITING:
            key = (ticket.queue, ticket.day)
            counter = self.counters[key]
            self.counters[key] = replace(counter, waiting=counter.waiting + step)

    def _apply_to_branch(self, row: Recorded) -> None:
        match row.event:
            case events.BranchConfigured(settings=settings, day=day):
                self.settings = settings
                self.day = day or self.day
            case events.DayClosed(opened=day):
                self.day = day
            case events.QueueConfigured(queue=queue):
                self.queues[queue.slug] = queue
            case events.ServicerConfigured(servicer=servicer):
                self.servicers[servicer.name] = servicer.removed
            case events.DeskConfigured(desk=desk):
                known = self.desks.get(desk.number)
                present = desk if known is None or known.removed else known
                self.desks[desk.number] = life.evolve_desk(present, row)
            case event:
                number = life.desk_of(event)
                if number is None:
                    raise OutOfSequence(f"Journal row {row.seq} is about nothing.")
                self.desks[number] = life.evolve_desk(self.desks[number], row)
