"""The waiting room: every open ticket, each queue's line in order, and who stands at which desk."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence

from server.domain.branch import Desk
from server.domain.policy import Head
from server.domain.ticket import AT_DESK, OPEN_STATES, Ticket, TicketState

Place = tuple[str, int]
"""A waiting ticket's position and id; lines are sorted by it."""


class Room:
    """Open tickets by id, kept in order as each one changes; no question walks through all of them."""

    def __init__(self, tickets: Iterable[Ticket] = ()) -> None:
        self._open: dict[int, Ticket] = {}
        self._lines: defaultdict[str, list[Place]] = defaultdict(list)
        self._tests: defaultdict[str, list[Place]] = defaultdict(list)
        self._sent: defaultdict[int, list[Place]] = defaultdict(list)
        self._at_desk: dict[int, int] = {}
        for ticket in tickets:
            self.put(ticket)

    def put(self, ticket: Ticket) -> None:
        """Let the ticket be as it is now; one that has ended leaves the room."""
        self.drop(ticket.id)
        if ticket.state not in OPEN_STATES:
            return
        self._open[ticket.id] = ticket
        if ticket.state is TicketState.WAITING:
            place = (ticket.position, ticket.id)
            insort(self._lines[ticket.queue], place)
            if ticket.is_test:
                insort(self._tests[ticket.queue], place)
            if ticket.for_desk is not None:
                insort(self._sent[ticket.for_desk], place)
        elif ticket.state in AT_DESK and ticket.desk is not None:
            self._at_desk[ticket.desk] = ticket.id

    def drop(self, id: int) -> None:
        """Forget the ticket if it is here."""
        ticket = self._open.pop(id, None)
        if ticket is None:
            return
        if ticket.state is TicketState.WAITING:
            place = (ticket.position, ticket.id)
            _remove(self._lines[ticket.queue], place)
            if ticket.is_test:
                _remove(self._tests[ticket.queue], place)
            if ticket.for_desk is not None:
                _remove(self._sent[ticket.for_desk], place)
        elif ticket.desk is not None and self._at_desk.get(ticket.desk) == id:
            del self._at_desk[ticket.desk]

    def ticket(self, id: int) -> Ticket | None:
        """Return the ticket if it is open."""
        return self._open.get(id)

    @property
    def is_anybody_here(self) -> bool:
        """Whether any ticket is open."""
        return bool(self._open)

    def tickets(self) -> list[Ticket]:
        """Return every open ticket."""
        return list(self._open.values())

    def at_desk(self, number: int) -> Ticket | None:
        """Return the ticket that is called to the desk or served there."""
        id = self._at_desk.get(number)
        return None if id is None else self._open[id]

    def line(self, queue: str) -> Sequence[Place]:
        """Return who waits in the queue, first of all first."""
        return self._lines.get(queue, ())

    def waiting(self, queue: str) -> int:
        """Return how many wait in the queue, tests uncounted."""
        return len(self.line(queue)) - len(self._tests.get(queue, ()))

    def line_of(self, queue: str) -> list[Ticket]:
        """Return the tickets that wait in the queue, first of all first."""
        return [self._open[id] for _, id in self.line(queue)]

    def places_after(self, ticket: Ticket, most: int) -> Sequence[Place]:
        """Return up to so many who wait right behind the ticket."""
        line = self.line(ticket.queue)
        after = bisect_left(line, (ticket.position, ticket.id)) + 1
        return line[after : after + most]

    def ahead(self, ticket: Ticket) -> int | None:
        """Return how many wait in front of the ticket in its queue, tests uncounted; None unless it waits."""
        if ticket.state is not TicketState.WAITING:
            return None
        return self.before(ticket.queue, (ticket.position, ticket.id))

    def before(self, queue: str, place: Place) -> int:
        """Return how many wait in the queue in front of this place, tests uncounted."""
        tests = self._tests.get(queue, ())
        return bisect_left(self.line(queue), place) - bisect_left(tests, place)

    def behind(self, ticket: Ticket) -> int | None:
        """Return how many wait after the ticket in its queue; None unless it waits."""
        ahead = self.ahead(ticket)
        if ahead is None:
            return None
        return self.waiting(ticket.queue) - ahead - (not ticket.is_test)

    def out_of_reach(
        self, queues: Container[str], desks: Container[int | None]
    ) -> list[Ticket]:
        """Return, first of all first, who waits in none of these queues, for anybody, or for a desk that is none of these."""
        places = {
            *(
                place
                for q, line in self._lines.items()
                if q not in queues
                for place in line
            ),
            *(
                place
                for n, line in self._sent.items()
                if n not in desks
                for place in line
            ),
        }
        waiting = (self._open[id] for _, id in sorted(places))
        return [ticket for ticket in waiting if ticket.for_desk not in desks]

    def heads(self, desk: Desk) -> list[Head]:
        """Return the first waiting ticket that the desk may call of each of its queues that has one.

        A ticket that was sent to one desk is for that desk only, whichever queues it serves.
        """
        heads = []
        for queue in desk.serves:
            for position, id in self.line(queue):
                if self._open[id].for_desk in (None, desk.number):
                    heads.append(Head(queue, position, id))
                    break
        for position, id in self._sent.get(desk.number, ()):
            queue = self._open[id].queue
            if queue not in desk.serves:
                heads.append(Head(queue, position, id))
                break
        return heads


def _remove(line: list[Place], place: Place) -> None:
    del line[bisect_left(line, place)]
