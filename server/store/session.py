"""One unit of work on one branch: what the use cases read, and the only way they change anything."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from server.domain import events, life
from server.domain.branch import Desk
from server.domain.events import Actor, Recorded
from server.domain.ticket import Ticket, TicketState
from server.store import journal, tables
from server.store.tokens import TicketTokens, token_hash
from server.store.view import Ledger, View, columns_of

_counter = tables.counter.c


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
        self._tokens = tokens

    def as_actor(self, actor: Actor) -> None:
        """From here on, record as this actor: a console's desk and servicer are known only once looked up."""
        self.actor = actor

    # --- tickets ----------------------------------------------------------------------------

    def next_number(self, queue: str) -> tuple[int, int]:
        """Return the queue's next number today, and how many wait before it, and count both up."""
        first = self.ledger.settings.first_number
        upsert = _insert_or_update(self.connection)(tables.counter).values(
            branch_id=self.ledger.id,
            queue=queue,
            day=self.ledger.day,
            last_number=first,
            waiting=1,
        )
        row = self.connection.execute(
            upsert.on_conflict_do_update(
                index_elements=["branch_id", "queue", "day"],
                set_={
                    "last_number": tables.counter.c.last_number + 1,
                    "waiting": tables.counter.c.waiting + 1,
                },
            ).returning(_counter.last_number, _counter.waiting)
        ).one()
        return row.last_number, row.waiting - 1

    def record_taken(self, event: events.Taken, at: datetime) -> Ticket:
        """Record a new ticket; its number comes from `next_number` in this same unit."""
        row = self._append(event, at, about=self.ledger.seq + 1)
        ticket = life.take(row)
        self.connection.execute(
            sa.insert(tables.ticket),
            {
                "branch_id": self.ledger.id,
                "token_hash": token_hash(
                    self._tokens.of(self.ledger.id, ticket.id, row.at)
                ),
                **columns_of(ticket),
            },
        )
        self.told.append(Told(branch_id=self.ledger.id, row=row, after=ticket))
        return ticket

    def record(self, event: events.TicketEvent, ticket: Ticket, at: datetime) -> Ticket:
        """Record a fact about a ticket and return it as it stands then.

        Raises `LostRace` when the ticket is no longer as it was read.
        """
        row = self._append(event, at, about=ticket.id)
        after = life.evolve(ticket, row)
        changed = {
            name: value
            for name, value in columns_of(after).items()
            if value != getattr(ticket, name)
        }
        # The claim: it holds only if nobody touched the ticket since it was read, in any process.
        claimed = self.connection.execute(
            sa.update(tables.ticket)
            .where(
                tables.ticket.c.branch_id == self.ledger.id,
                tables.ticket.c.id == ticket.id,
                tables.ticket.c.touched == ticket.touched,
            )
            .values(changed)
        )
        if claimed.rowcount != 1:
            raise LostRace
        self._count_waiting(ticket, after)
        self.told.append(
            Told(branch_id=self.ledger.id, row=row, before=ticket, after=after)
        )
        return after

    def _count_waiting(self, before: Ticket, after: Ticket) -> None:
        for ticket, step in ((before, -1), (after, +1)):
            if ticket.state is TicketState.WAITING and not _same_line(before, after):
                self.connection.execute(
                    sa.update(tables.counter)
                    .where(
                        _counter.branch_id == self.ledger.id,
                        _counter.queue == ticket.queue,
                        _counter.day == ticket.day,
                    )
                    .values(waiting=_counter.waiting + step)
                )

    # --- desks and set-up -------------------------------------------------------------------

    def record_desk(self, event: events.DeskEvent, desk: Desk, at: datetime) -> Desk:
        """Record a fact about a desk, new or known, and return it as it stands then."""
        row = self._append(event, at)
        after = life.evolve_desk(desk, row)
        self._upsert(tables.desk, columns_of(after), ["branch_id", "number"])
        self.told.append(Told(branch_id=self.ledger.id, row=row))
        return after

    def record_queue(self, event: events.QueueConfigured, at: datetime) -> None:
        """Record how a queue is set up from now on."""
        row = self._append(event, at)
        self._upsert(tables.queue, columns_of(event.queue), ["branch_id", "slug"])
        self.told.append(Told(branch_id=self.ledger.id, row=row))

    def record_branch(self, event: events.BranchConfigured, at: datetime) -> None:
        """Record how the branch is set up from now on."""
        row = self._append(event, at)
        self.ledger = replace(self.ledger, settings=event.settings)
        self.told.append(Told(branch_id=self.ledger.id, row=row))

    def record_day(self, event: events.DayClosed, at: datetime) -> None:
        """Record that one business day ended and another began."""
        row = self._append(event, at)
        self.ledger = replace(self.ledger, day=event.opened)
        self.told.append(Told(branch_id=self.ledger.id, row=row))

    # --- secrets, which are not in the journal ------------------------------------------------

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
        self.told.append(Told(branch_id=self.ledger.id, row=row))

    def set_pin_failures(
        self, servicer: str, failures: int, locked_until: datetime | None
    ) -> None:
        """Keep how many wrong PINs came in a row, and until when no more are looked at."""
        s = tables.servicer
        self.connection.execute(
            sa.update(s)
            .where(s.c.branch_id == self.ledger.id, s.c.name == servicer)
            .values(failures=failures, locked_until=locked_until)
        )

    def add_device(self, role: str, name: str, token: str, at: datetime) -> int:
        """Pair a device with this token, and return its id."""
        d = tables.device
        id: int = self.connection.execute(
            sa.insert(d)
            .values(
                branch_id=self.ledger.id,
                role=role,
                name=name,
                token_hash=token_hash(token),
                created_at=at,
            )
            .returning(d.c.id)
        ).scalar_one()
        return id

    def revoke_device(self, id: int, at: datetime) -> None:
        """Let the device's token count no longer."""
        d = tables.device
        self.connection.execute(sa.update(d).where(d.c.id == id).values(revoked_at=at))

    # --- the journal ------------------------------------------------------------------------

    def _append(
        self, event: events.Event, at: datetime, about: int | None = None
    ) -> Recorded:
        row = Recorded(
            seq=self.ledger.seq + 1, at=at, actor=self.actor, event=event, ticket=about
        )
        self.connection.execute(
            sa.insert(tables.journal), journal.to_row(self.ledger.id, row)
        )
        self.ledger = replace(
            self.ledger, seq=row.seq, moment=max(self.ledger.moment, at)
        )
        return row

    def _upsert(self, table: sa.Table, values: dict[str, Any], key: list[str]) -> None:
        values = {"branch_id": self.ledger.id, **values}
        changes = {name: value for name, value in values.items() if name not in key}
        self.connection.execute(
            _insert_or_update(self.connection)(table)
            .values(values)
            .on_conflict_do_update(index_elements=key, set_=changes)
        )


def _same_line(before: Ticket, after: Ticket) -> bool:
    return (before.state, before.queue) == (after.state, after.queue)


def _insert_or_update(connection: sa.Connection) -> Any:
    """Return the dialect's INSERT that knows ON CONFLICT; SQLite and PostgreSQL spell it alike."""
    if connection.dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert
    else:
        from sqlalchemy.dialects.sqlite import insert  # type: ignore[assignment]
    return insert
