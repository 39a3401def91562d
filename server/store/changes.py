"""What units of work changed, on its way to the tables: each row is written once per commit, in its last state."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from server.domain.branch import Desk, Queue
from server.domain.ticket import Ticket
from server.store import once, tables
from server.store.ledger import Ledger, write_ledgers
from server.store.once import Kept, Key
from server.store.rows import columns_of
from server.store.tokens import TicketTokens, token_hash


@dataclass(frozen=True, slots=True)
class Counter:
    """A queue's day: the last number that was given, and how many of its tickets wait."""

    last_number: int
    waiting: int


@dataclass(slots=True)
class Changes:
    """Rows to add and states to keep, of any branch; a later state of the same thing replaces an earlier one."""

    journal: list[dict[str, Any]] = field(default_factory=list)
    tickets: dict[tuple[int, int], Ticket] = field(default_factory=dict)
    desks: dict[tuple[int, int], Desk] = field(default_factory=dict)
    queues: dict[tuple[int, str], Queue] = field(default_factory=dict)
    counters: dict[tuple[int, str, date], Counter] = field(default_factory=dict)
    ledgers: dict[int, Ledger] = field(default_factory=dict)
    answers: dict[tuple[str, str], tuple[Key, Kept]] = field(default_factory=dict)
    statements: list[sa.Executable] = field(default_factory=list)

    def absorb(self, later: "Changes") -> None:
        """Take another's changes in, on top of these."""
        self.journal += later.journal
        self.statements += later.statements
        self.tickets |= later.tickets
        self.desks |= later.desks
        self.queues |= later.queues
        self.counters |= later.counters
        self.ledgers |= later.ledgers
        self.answers |= later.answers

    def write(self, connection: sa.Connection, tokens: TicketTokens) -> None:
        """Write everything in the connection's transaction, and hold nothing afterwards."""
        if self.journal:
            connection.execute(_APPEND, self.journal)
        _upsert(connection, "ticket", self._ticket_rows(tokens))
        _upsert(connection, "desk", _rows(self.desks))
        _upsert(connection, "queue", _rows(self.queues))
        _upsert(connection, "counter", self._counter_rows())
        write_ledgers(connection, self.ledgers.values())
        if self.answers:
            kept = [once.to_row(key, kept) for key, kept in self.answers.values()]
            connection.execute(_KEEP, kept)
        for statement in self.statements:
            connection.execute(statement)
        self._clear()

    def _ticket_rows(self, tokens: TicketTokens) -> list[dict[str, Any]]:
        return [
            {
                "branch_id": branch_id,
                "token_hash": token_hash(
                    tokens.of(branch_id, ticket.id, ticket.taken_at)
                ),
                **columns_of(ticket),
            }
            for (branch_id, _), ticket in self.tickets.items()
        ]

    def _counter_rows(self) -> list[dict[str, Any]]:
        return [
            {
                "branch_id": branch_id,
                "queue": queue,
                "day": day,
                "last_number": counter.last_number,
                "waiting": counter.waiting,
            }
            for (branch_id, queue, day), counter in self.counters.items()
        ]

    def _clear(self) -> None:
        self.journal.clear()
        self.tickets.clear()
        self.desks.clear()
        self.queues.clear()
        self.counters.clear()
        self.ledgers.clear()
        self.answers.clear()
        self.statements.clear()


def _rows(
    things: Mapping[tuple[int, int], Desk] | Mapping[tuple[int, str], Queue],
) -> list[dict[str, Any]]:
    return [
        {"branch_id": key[0], **columns_of(thing)} for key, thing in things.items()
    ]


def _upsert(connection: sa.Connection, table: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(_UPSERT[connection.dialect.name, table], rows)


def upsert_of(connection: sa.Connection, table: sa.Table) -> Any:
    """Return the statement that adds a row, or gives the one with its primary key these values."""
    return _upsert_in(connection.dialect.name, table)


def _upsert_in(dialect: str, table: sa.Table) -> Any:
    key = [column.name for column in table.primary_key]
    statement = _INSERTS[dialect](table)
    changed = {
        column.name: statement.excluded[column.name]
        for column in table.columns
        if column.name not in (*key, "token_hash")
    }
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


# SQLite and PostgreSQL spell ON CONFLICT alike; SQLAlchemy keeps it in their dialects.
_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
# Built once: putting a statement together costs more than running it.
_APPEND = sa.insert(tables.journal)
_KEEP = sa.insert(tables.idempotency)
_UPSERT = {
    (dialect, table.name): _upsert_in(dialect, table)
    for dialect in _INSERTS
    for table in (tables.ticket, tables.desk, tables.queue, tables.counter)
}
