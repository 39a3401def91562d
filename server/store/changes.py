"""What units of work changed, on its way to the tables: each row is written once per commit, in its last state."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import sqlalchemy as sa

from server.domain.branch import Desk, Queue
from server.domain.ticket import Ticket
from server.store import once
from server.store.bulk import (
    APPEND,
    KEEP_ANSWER,
    PUT_COUNTER,
    PUT_DESK,
    PUT_LEDGER,
    PUT_QUEUE,
    PUT_SERVICER,
    PUT_TICKET,
    write_all,
)
from server.store.ledger import Ledger, to_row
from server.store.once import Kept, Key
from server.store.rows import columns_of
from server.store.tokens import TicketTokens, token_hash


@dataclass(frozen=True, slots=True)
class Counter:
    """A queue's day: the last number that was given, how many were, and how many of its tickets wait."""

    last_number: int = 0
    given: int = 0
    waiting: int = 0


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
    servicers: list[dict[str, Any]] = field(default_factory=list)
    statements: list[sa.Executable] = field(default_factory=list)

    def absorb(self, later: "Changes") -> None:
        """Take another's changes in, on top of these."""
        self.journal += later.journal
        self.servicers += later.servicers
        self.statements += later.statements
        self.tickets |= later.tickets
        self.desks |= later.desks
        self.queues |= later.queues
        self.counters |= later.counters
        self.ledgers |= later.ledgers
        self.answers |= later.answers

    def write(self, connection: sa.Connection, tokens: TicketTokens) -> None:
        """Write everything in the connection's transaction, and hold nothing afterwards."""
        write_all(connection, APPEND, self.journal)
        write_all(connection, PUT_TICKET, self._ticket_rows(tokens))
        write_all(connection, PUT_DESK, _rows(self.desks))
        write_all(connection, PUT_QUEUE, _rows(self.queues))
        write_all(connection, PUT_COUNTER, self._counter_rows())
        write_all(connection, PUT_LEDGER, map(to_row, self.ledgers.values()))
        kept = (once.to_row(key, kept) for key, kept in self.answers.values())
        write_all(connection, KEEP_ANSWER, kept)
        write_all(connection, PUT_SERVICER, self.servicers)
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
                "given": counter.given,
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
        self.servicers.clear()
        self.statements.clear()


def _rows(
    things: Mapping[tuple[int, int], Desk] | Mapping[tuple[int, str], Queue],
) -> list[dict[str, Any]]:
    return [{"branch_id": key[0], **columns_of(thing)} for key, thing in things.items()]
