"""One unit of work on one branch: what the use cases read, and the only way they change anything."""

from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from server.domain import events, life
from server.domain.branch import Desk, Queue
from server.domain.events import Actor, Recorded
from server.domain.limits import Load, open_desks
from server.domain.policy import Head
from server.domain.refusals import UnknownDesk, UnknownQueue
from server.domain.ticket import Ticket
from server.store import journal, tables
from server.store.changes import Changes
from server.store.ledger import Ledger
from server.store.standing import Standing
from server.store.tokens import TicketTokens, token_hash
from server.store.view import View

_s, _v = tables.servicer.c, tables.device.c
_GIVEN_UP = (events.Left, events.Cancelled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A journal row with what it changed, for those who watch."""

    branch_id: int
    row: Recorded
    before: Ticket | None = None
    after: Ticket | None = None


class Session(View):
    """A view that can also record facts: each becomes a journal row and its fold into the branch's standing.

    It sees what earlier units of the same commit did. Whoever asks `connection` sees that too, but not what this
    unit itself recorded: that is written after its end.
    """

    def __init__(
        self,
        connection: sa.Connection,
        standing: Standing,
        earlier: Changes,
        actor: Actor,
        tokens: TicketTokens,
    ) -> None:
        super().__init__(connection, standing.ledger)
        self.actor = actor
        self.told: list[Told] = []
        self.changes = Changes()
        self.devices_changed = False
        self._standing = standing
        self._earlier = earlier
        self._act = standing.ledger.seq + 1
        self._tokens = tokens

    @property
    def connection(self) -> sa.Connection:
        """The connection, with what earlier units did written to it."""
        self._earlier.write(self._connection, self._tokens)
        return self._connection

    @property
    def ledger(self) -> Ledger:
        """Where the branch stands."""
        return self._standing.ledger

    # --- what is asked most, answered from memory -------------------------------------------

    def every_queue(self) -> list[Queue]:
        """Return the queues that are or ever were."""
        queues = self._standing.queues.values()
        return sorted(queues, key=lambda queue: (queue.ordinal, queue.slug))

    def queue(self, slug: str) -> Queue:
        """Return the queue; raise `UnknownQueue` when there is none, or no longer."""
        queue = self._standing.queues.get(slug)
        if queue is None or queue.removed:
            raise UnknownQueue(slug)
        return queue

    def every_desk(self) -> list[Desk]:
        """Return the desks that are or ever were."""
        return sorted(self._standing.desks.values(), key=lambda desk: desk.number)

    def desk(self, number: int) -> Desk:
        """Return the desk; raise `UnknownDesk` when there is none, or no longer."""
        desk = self._standing.desks.get(number)
        if desk is None or desk.removed:
            raise UnknownDesk(number)
        return desk

    def desk_of_device(self, device: int | None) -> Desk | None:
        """Return the desk that is signed in at the console, None when nobody is."""
        return next(
            (
                desk
                for desk in self._standing.desks.values()
                if desk.device == device and desk.servicer is not None
            ),
            None,
        )

    def ticket(self, id: int) -> Ticket:
        """Return the ticket; raise `UnknownTicket`."""
        here = self._standing.room.ticket(id) or self._standing.ended.get(id)
        return super().ticket(id) if here is None else here

    def open_tickets(self) -> list[Ticket]:
        """Return every ticket that has not ended, in the order they were taken."""
        return sorted(self._standing.room.tickets(), key=lambda ticket: ticket.id)

    def serving(self, desk: int) -> Ticket | None:
        """Return the ticket that is at the desk, called or serving."""
        return self._standing.room.at_desk(desk)

    def heads(self, desk: Desk) -> list[Head]:
        """Return the first waiting ticket that the desk may call of each of its queues that has one."""
        return self._standing.room.heads(desk)

    def positions_after(self, ticket: Ticket, most: int) -> list[str]:
        """Return the positions of up to so many tickets that wait right behind this one."""
        places = self._standing.room.places_after(ticket, most)
        return [position for position, _ in places]

    def first_positions(self, queue: str, most: int) -> list[str]:
        """Return the positions of up to so many tickets at the front of the queue."""
        return [position for position, _ in self._standing.room.line(queue)[:most]]

    def waiting(self) -> dict[str, int]:
        """Return how many wait in each queue, by slug."""
        return {
            slug: len(self._standing.room.line(slug)) for slug in self._standing.queues
        }

    def ahead(self, ticket: Ticket) -> int | None:
        """Return how many wait in front of the ticket in its queue; None unless it waits."""
        return self._standing.room.ahead(ticket)

    def behind(self, ticket: Ticket) -> int | None:
        """Return how many wait after the ticket in its queue; None unless it waits."""
        return self._standing.room.behind(ticket)

    def load(self, queue: Queue) -> Load:
        """Return how the queue stands."""
        counter = self._standing.counter(queue.slug, self.ledger.day)
        return Load(
            waiting=counter.waiting,
            given=counter.given,
            desks=open_desks(self._standing.desks.values(), queue.slug),
        )

    def was_left_by_customer(self, ticket: Ticket) -> bool:
        """Return whether the ticket was given up last by its customer, not by staff."""
        past = journal.of_ticket(self.connection, self.ledger.id, ticket.id)
        ends = [e for e in (row.event for row in past) if isinstance(e, _GIVEN_UP)]
        return bool(ends) and isinstance(ends[-1], events.Left)

    def last_act(self, desk: int) -> list[Recorded]:
        """Return the rows of what a desk did last, also in this unit."""
        rows = [told.row for told in self.told if told.row.actor.desk == desk]
        return rows or super().last_act(desk)

    # --- tickets ----------------------------------------------------------------------------

    def next_number(self, queue: str) -> int:
        """Return the queue's next number today, and count it."""
        counter = self._standing.count_number(queue)
        self.changes.counters[self.ledger.id, queue, self.ledger.day] = counter
        return counter.last_number

    def record_taken(self, event: events.Taken, at: datetime) -> Ticket:
        """Record a new ticket; its number comes from `next_number` in this same unit."""
        row = self._append(event, at, about=self.ledger.seq + 1)
        return self._keep_ticket(row, None, life.take(row))

    def record(self, event: events.TicketEvent, ticket: Ticket, at: datetime) -> Ticket:
        """Record a fact about a ticket and return it as it stands then."""
        row = self._append(event, at, about=ticket.id)
        return self._keep_ticket(row, ticket, life.evolve(ticket, row))

    def _keep_ticket(
        self, row: Recorded, before: Ticket | None, after: Ticket
    ) -> Ticket:
        moved = self._standing.put_ticket(before, after)
        for (queue, day), counter in moved.items():
            self.changes.counters[self.ledger.id, queue, day] = counter
        self.changes.tickets[self.ledger.id, after.id] = after
        self._tell(row, before=before, after=after)
        return after

    # --- desks and set-up -------------------------------------------------------------------

    def record_desk(self, event: events.DeskEvent, desk: Desk, at: datetime) -> Desk:
        """Record a fact about a desk, new or known, and return it as it stands then."""
        row = self._append(event, at)
        after = life.evolve_desk(desk, row)
        self.keep_desk(after)
        self._tell(row)
        return after

    def keep_desk(self, desk: Desk) -> None:
        """Keep a desk as a fact that is already recorded leaves it."""
        self._standing.put_desk(desk)
        self.changes.desks[self.ledger.id, desk.number] = desk

    def record_queue(self, event: events.QueueConfigured, at: datetime) -> None:
        """Record how a queue is set up from now on."""
        row = self._append(event, at)
        self._standing.put_queue(event.queue)
        self.changes.queues[self.ledger.id, event.queue.slug] = event.queue
        self._tell(row)

    def record_branch(self, event: events.BranchConfigured, at: datetime) -> None:
        """Record how the branch is set up from now on."""
        row = self._append(event, at)
        self._put_ledger(replace(self.ledger, settings=event.settings))
        self._tell(row)

    def record_day(self, event: events.DayClosed, at: datetime) -> None:
        """Record that one business day ended and another began."""
        row = self._append(event, at)
        self._put_ledger(replace(self.ledger, day=event.opened))
        self._tell(row)

    def record_servicer(
        self, event: events.ServicerConfigured, pin_hash: str, at: datetime
    ) -> None:
        """Record that somebody may serve from now on, or no longer; the PIN's hash is kept beside the journal."""
        row = self._append(event, at)
        values = {
            "branch_id": self.ledger.id,
            "name": event.servicer.name,
            "pin_hash": pin_hash,
            "failures": 0,
            "locked_until": None,
            "removed": event.servicer.removed,
        }
        self.changes.servicers.append(values)
        self._tell(row)

    # --- secrets, which are not in the journal ------------------------------------------------

    def set_pin_failures(
        self, servicer: str, failures: int, locked_until: datetime | None
    ) -> None:
        """Keep how many wrong PINs came in a row, and until when no more are looked at."""
        self.changes.statements.append(
            sa.update(tables.servicer)
            .where(_s.branch_id == self.ledger.id, _s.name == servicer)
            .values(failures=failures, locked_until=locked_until)
        )

    def add_device(self, role: str, name: str, token: str, at: datetime) -> int:
        """Pair a device with this token, and return its id; the last thing a unit does, for it is done at once."""
        values = {
            "branch_id": self.ledger.id,
            "role": role,
            "name": name,
            "token_hash": token_hash(token),
            "created_at": at,
        }
        added = self.connection.execute(
            sa.insert(tables.device).returning(_v.id), values
        )
        self.devices_changed = True
        id: int = added.scalar_one()
        return id

    def revoke_device(self, id: int, at: datetime) -> None:
        """Let the device's token count no longer."""
        self.devices_changed = True
        self.changes.statements.append(
            sa.update(tables.device).where(_v.id == id).values(revoked_at=at)
        )

    def keep(self, statement: sa.Insert) -> None:
        """Add what is kept beside the journal for a while only."""
        self.changes.statements.append(statement)

    def forget(self, statement: sa.Delete) -> None:
        """Delete what is kept for a while only."""
        self.changes.statements.append(statement)

    # --- the journal ------------------------------------------------------------------------

    def _append(
        self, event: events.Event, at: datetime, about: int | None = None
    ) -> Recorded:
        row = Recorded(
            seq=self.ledger.seq + 1,
            act=self._act,
            at=at,
            actor=self.actor,
            event=event,
            ticket=about,
        )
        self.changes.journal.append(journal.to_row(self.ledger.id, row))
        moment = max(self.ledger.moment, at)
        self._put_ledger(replace(self.ledger, seq=row.seq, moment=moment))
        return row

    def _put_ledger(self, ledger: Ledger) -> None:
        self._standing.put_ledger(ledger)
        self.changes.ledgers[ledger.id] = ledger

    def _tell(
        self, row: Recorded, before: Ticket | None = None, after: Ticket | None = None
    ) -> None:
        self.told.append(
            Told(branch_id=self.ledger.id, row=row, before=before, after=after)
        )
