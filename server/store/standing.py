"""One branch in the writer's memory, so that deciding a move asks the disk nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from server.domain.branch import Desk, Queue
from server.domain.room import Room
from server.domain.ticket import Ticket, TicketState
from server.store.changes import Counter
from server.store.ledger import Ledger
from server.store.view import View

K = TypeVar("K")
V = TypeVar("V")


class Standing:
    """What is set up, who is open, and how far numbers have come; read once, then changed with every unit.

    A unit's changes are tentative: `keep` makes them stay, `take_back` undoes them.
    """

    def __init__(self, view: View) -> None:
        self.ledger: Ledger = view.ledger
        self.queues: dict[str, Queue] = {q.slug: q for q in view.every_queue()}
        self.desks: dict[int, Desk] = {d.number: d for d in view.every_desk()}
        self.room = Room(view.open_tickets())
        self.ended: dict[int, Ticket] = {}
        """Tickets that ended since the last commit: the tables do not have them so yet."""
        self._counters = view.counters()
        self._back: list[Callable[[], object]] = []

    def keep(self) -> None:
        """Let what the unit changed stay."""
        self._back.clear()

    def take_back(self) -> None:
        """Be again as before the unit."""
        while self._back:
            self._back.pop()()

    def committed(self) -> None:
        """Forget what the tables have by now."""
        self.ended.clear()

    def put_ledger(self, ledger: Ledger) -> None:
        """Let the branch stand there now."""
        before = self.ledger
        self._back.append(lambda: setattr(self, "ledger", before))
        self.ledger = ledger

    def put_queue(self, queue: Queue) -> None:
        """Let the queue be set up so."""
        self._remember(self.queues, queue.slug)
        self.queues[queue.slug] = queue

    def put_desk(self, desk: Desk) -> None:
        """Let the desk be so."""
        self._remember(self.desks, desk.number)
        self.desks[desk.number] = desk

    def put_ticket(
        self, before: Ticket | None, after: Ticket
    ) -> dict[tuple[str, date], Counter]:
        """Let the ticket be so, and return the counters that this moved."""
        self._remember(self.ended, after.id)
        self._back.append(lambda: self._restore(after.id, before))
        self.room.put(after)
        if self.room.ticket(after.id) is None:
            self.ended[after.id] = after
        else:
            self.ended.pop(after.id, None)
        moved = {}
        for ticket, step in ((before, -1), (after, +1)):
            if ticket is not None and ticket.state is TicketState.WAITING:
                counter = self.counter(ticket.queue, ticket.day)
                moved[ticket.queue, ticket.day] = self._count(
                    ticket.queue,
                    ticket.day,
                    replace(counter, waiting=counter.waiting + step),
                )
        return moved

    def counter(self, queue: str, day: date) -> Counter:
        """Return the queue's counter of the day."""
        return self._counters.get((queue, day), Counter())

    def count_number(self, queue: str) -> Counter:
        """Return the queue's counter after giving today's next number."""
        day = self.ledger.day
        counter = self.counter(queue, day)
        number = counter.last_number + 1 if counter.given else self._first_number(queue)
        return self._count(
            queue, day, replace(counter, last_number=number, given=counter.given + 1)
        )

    def _first_number(self, queue: str) -> int:
        known = self.queues.get(queue)
        own = None if known is None else known.settings.first_number
        return self.ledger.settings.first_number if own is None else own

    def _count(self, queue: str, day: date, counter: Counter) -> Counter:
        self._remember(self._counters, (queue, day))
        self._counters[queue, day] = counter
        return counter

    def _restore(self, id: int, before: Ticket | None) -> None:
        if before is None:
            self.room.drop(id)
        else:
            self.room.put(before)

    def _remember(self, mapping: dict[K, V], key: K) -> None:
        if key in mapping:
            before = mapping[key]
            self._back.append(lambda: mapping.update({key: before}))
        else:
            self._back.append(lambda: mapping.pop(key, None))
