"""One unit of work on one branch: what the use cases read, and the only way they change anything."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from server.domain import events, life
from server.domain.branch import Desk
from server.domain.events import Actor, Recorded
from server.domain.ticket import Ticket, TicketState
from server.store import journal, tables
from server.store.ledger import Ledger
from server.store.rows import columns_of
from server.store.tokens import TicketTokens, token_hash
from server.store.view import View

_t, _c, _s, _v = tables.ticket.c, tables.counter.c, tables.servicer.c, tables.device.c

_APPEND = sa.insert(tables.journal)
_ADD_TICKET = sa.insert(tables.ticket)
# The claim: it holds only if nobody moved the ticket since it was read, in any process.
_CLAIM = sa.update(tables.ticket).where(
    _t.branch_id == sa.bindparam("of_branch"),
    _t.id == sa.bindparam("of_id"),
    _t.touched == sa.bindparam("if_touched"),
)
_COUNT_WAITING = (
    sa.update(tables.counter)
    .where(
        _c.branch_id == sa.bindparam("of_branch"),
        _c.queue == sa.bindparam("of_queue"),
        _c.day == sa.bindparam("of_day"),
    )
    .values(waiting=_c.waiting + sa.bindparam("step"))
)


class LostRace(Exception):
    """Somebody else changed the ticket between reading and writing it; the unit is to be tried again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A journal row with what it changed, for those who watch."""

    branch_id: int
    row: Recorded
    before: Ticket | None = None
    after: Ticket | None = None


class Session(View):
    """A view that can also record facts. Each fact becomes a journal row and its fold into the state tables."""

    def __init__(
        self,
        connection: sa.Connection,
        ledger: Ledger,
        actor: Actor,
        tokens: TicketTokens,
    ) -> None:
        super().__init__(connection, ledger)
        self.actor = actor
        self.told: list[Told] = []
        self._act = ledger.seq + 1
        self._tokens = tokens

    # --- tickets ----------------------------------------------------------------------------

    def next_number(self, queue: str) -> int:
        """Return the queue's next number today, and count it and its ticket."""
        row = self.connection.execute(
            _NEXT_NUMBER[self.connection.dialect.name],
            {
                "branch_id": self.ledger.id,
                "queue": queue,
                "day": self.ledger.day,
                "last_number": self.ledger.settings.first_number,
                "waiting": 1,
            },
        ).one()
        number: int = row.last_number
        return number

    def record_taken(self, event: events.Taken, at: datetime) -> Ticket:
        """Record a new ticket; its number comes from `next_number` in this same unit."""
        row = self._append(event, at, about=self.ledger.seq + 1)
        ticket = life.take(row)
        token = self._tokens.of(self.ledger.id, ticket.id, ticket.taken_at)
        self.connection.execute(
            _ADD_TICKET,
            {
                "branch_id": self.ledger.id,
                "token_hash": token_hash(token),
                **columns_of(ticket),
            },
        )
        self._tell(row, after=ticket)
        return ticket

    def record(self, event: events.TicketEvent, ticket: Ticket, at: datetime) -> Ticket:
        """Record a fact about a ticket and return it as it stands then.

        Raises `LostRace` when the ticket is no longer as it was read.
        """
        row = self._append(event, at, about=ticket.id)
        after = life.evolve(ticket, row)
        old, new = columns_of(ticket), columns_of(after)
        changed = {name: value for name, value in new.items() if value != old[name]}
        claimed = self.connection.execute(
            _CLAIM.values(changed),
            {
                "of_branch": self.ledger.id,
                "of_id": ticket.id,
                "if_touched": ticket.touched,
            },
        )
        if claimed.rowcount != 1:
            raise LostRace
        self._count_waiting(ticket, after)
        self._tell(row, before=ticket, after=after)
        return after

    def _count_waiting(self, before: Ticket, after: Ticket) -> None:
        if (before.state, before.queue) == (after.state, after.queue):
            return
        for ticket, step in ((before, -1), (after, +1)):
            if ticket.state is TicketState.WAITING:
                self.connection.execute(
                    _COUNT_WAITING,
                    {
                        "of_branch": self.ledger.id,
                        "of_queue": ticket.queue,
                        "of_day": ticket.day,
                        "step": step,
                    },
                )

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
        self._upsert(tables.desk, columns_of(desk), ["branch_id", "number"])

    def record_queue(self, event: events.QueueConfigured, at: datetime) -> None:
        """Record how a queue is set up from now on."""
        row = self._append(event, at)
        self._upsert(tables.queue, columns_of(event.queue), ["branch_id", "slug"])
        self._tell(row)

    def record_branch(self, event: events.BranchConfigured, at: datetime) -> None:
        """Record how the branch is set up from now on."""
        row = self._append(event, at)
        self.ledger = replace(self.ledger, settings=event.settings)
        self._tell(row)

    def record_day(self, event: events.DayClosed, at: datetime) -> None:
        """Record that one business day ended and another began."""
        row = self._append(event, at)
        self.ledger = replace(self.ledger, day=event.opened)
        self._tell(row)

    def record_servicer(
        self, event: events.ServicerConfigured, pin_hash: str, at: datetime
    ) -> None:
        """Record that somebody may serve from now on, or no longer; the PIN's hash is kept beside the journal."""
        row = self._append(event, at)
        values = {
            "name": event.servicer.name,
            "pin_hash": pin_hash,
            "failures": 0,
            "locked_until": None,
            "removed": event.servicer.removed,
        }
        self._upsert(tables.servicer, values, ["branch_id", "name"])
        self._tell(row)

    # --- secrets, which are not in the journal ------------------------------------------------

    def set_pin_failures(
        self, servicer: str, failures: int, locked_until: datetime | None
    ) -> None:
        """Keep how many wrong PINs came in a row, and until when no more are looked at."""
        self.connection.execute(
            sa.update(tables.servicer)
            .where(_s.branch_id == self.ledger.id, _s.name == servicer)
            .values(failures=failures, locked_until=locked_until)
        )

    def add_device(self, role: str, name: str, token: str, at: datetime) -> int:
        """Pair a device with this token, and return its id."""
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
        id: int = added.scalar_one()
        return id

    def revoke_device(self, id: int, at: datetime) -> None:
        """Let the device's token count no longer."""
        self.connection.execute(
            sa.update(tables.device).where(_v.id == id).values(revoked_at=at)
        )

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
        self.connection.execute(_APPEND, journal.to_row(self.ledger.id, row))
        self.ledger = replace(
            self.ledger, seq=row.seq, moment=max(self.ledger.moment, at)
        )
        return row

    def _tell(
        self, row: Recorded, before: Ticket | None = None, after: Ticket | None = None
    ) -> None:
        self.told.append(
            Told(branch_id=self.ledger.id, row=row, before=before, after=after)
        )

    def _upsert(self, table: sa.Table, values: dict[str, Any], key: list[str]) -> None:
        values = {"branch_id": self.ledger.id, **values}
        changes = {name: value for name, value in values.items() if name not in key}
        insert = _INSERT[self.connection.dialect.name]
        self.connection.execute(
            insert(table)
            .values(values)
            .on_conflict_do_update(index_elements=key, set_=changes)
        )


# SQLite and PostgreSQL spell ON CONFLICT alike; SQLAlchemy keeps it in their dialects.
_INSERT: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
_NEXT_NUMBER = {
    name: insert(tables.counter)
    .on_conflict_do_update(
        index_elements=["branch_id", "queue", "day"],
        set_={"last_number": _c.last_number + 1, "waiting": _c.waiting + 1},
    )
    .returning(_c.last_number)
    for name, insert in _INSERT.items()
}
