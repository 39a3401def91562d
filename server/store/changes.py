"""What units of work changed, on its way to the tables: each row is written once per commit, in its last state."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from server.domain import events
from server.domain.alterations import is_audited
from server.domain.branch import Desk, Queue
from server.domain.counting import Counter
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket
from server.store import audit, branch_row, clocks, idempotency, journal
from server.store.acknowledged import Chain, Linked
from server.store.bulk import (
    APPEND,
    KEEP_OUTCOME,
    PUT_BRANCH,
    PUT_CLOCK,
    PUT_COUNTER,
    PUT_DESK,
    PUT_QUEUE,
    PUT_TICKET,
    write_all,
)
from server.store.clocks import RightBy
from server.store.idempotency import Kept, Key
from server.store.rows import columns_of, plain
from server.store.tokens import TicketTokens, token_hash


@dataclass(slots=True)
class Changes:
    """Rows to add and states to keep, of any branch; a later state of the same thing replaces an earlier one.

    `made` is every change, also of what is written by now; `last` has the seq and digest of each branch's last journal row,
    as far as known, and `linked` what was added to each chain of each branch.
    """

    last: dict[int, tuple[int, bytes | None]] = field(default_factory=dict)
    linked: dict[tuple[Chain, int], Linked] = field(default_factory=dict)
    made: list[Change] = field(default_factory=list)
    journal: list[Change] = field(default_factory=list)
    tickets: dict[tuple[int, int], Ticket] = field(default_factory=dict)
    desks: dict[tuple[int, int], Desk] = field(default_factory=dict)
    queues: dict[tuple[int, str], Queue] = field(default_factory=dict)
    counters: dict[tuple[int, str, date], Counter] = field(default_factory=dict)
    branches: dict[int, dict[str, Any]] = field(default_factory=dict)
    clocks: dict[int, RightBy] = field(default_factory=dict)
    outcomes: dict[tuple[str, str], tuple[Key, Kept, datetime]] = field(
        default_factory=dict
    )
    statements: list[sa.Executable] = field(default_factory=list)

    def add(self, change: Change) -> None:
        """Take one more change in, on top of these."""
        branch_id = change.branch_id
        self.made.append(change)
        self.journal.append(change)
        if change.after is not None:
            self.tickets[branch_id, change.after.id] = change.after
        if change.desk is not None:
            self.desks[branch_id, change.desk.number] = change.desk
        if isinstance(change.row.event, events.QueueConfigured):
            queue = change.row.event.queue
            self.queues[branch_id, queue.slug] = queue
        for (slug, day), counter in change.counters.items():
            self.counters[branch_id, slug, day] = counter

    def absorb(self, later: "Changes", state: BranchState) -> None:
        """Take in what a unit changed that left the branch so."""
        self.made += later.made
        self.journal += later.journal
        self.statements += later.statements
        self.tickets |= later.tickets
        self.desks |= later.desks
        self.queues |= later.queues
        self.counters |= later.counters
        self.outcomes |= later.outcomes
        for (chain, branch_id), linked in later.linked.items():
            self.link(chain, branch_id, linked)
        if later.made:
            self.branches[state.id] = branch_row.values_of(state)

    def link(self, chain: Chain, branch_id: int, linked: Linked) -> None:
        """Remember what was added to a chain, behind what was before."""
        earlier = self.linked.get((chain, branch_id), linked)
        self.linked[chain, branch_id] = Linked(earlier.before, linked.last)

    def ticket(self, branch_id: int, id: int) -> Ticket | None:
        """Return the ticket if it changed and is not written yet."""
        return self.tickets.get((branch_id, id))

    def write(self, connection: sa.Connection, tokens: TicketTokens) -> None:
        """Write everything in the connection's transaction, and have nothing left to write afterwards."""
        rows = self._journal_rows(connection)
        write_all(connection, APPEND, rows)
        self._chain(connection, tokens, rows)
        write_all(connection, PUT_TICKET, self._ticket_rows(tokens))
        write_all(connection, PUT_DESK, _rows(self.desks))
        write_all(connection, PUT_QUEUE, _rows(self.queues))
        write_all(connection, PUT_COUNTER, self._counter_rows())
        write_all(connection, PUT_BRANCH, self.branches.values())
        right = (clocks.values_of(*each) for each in self.clocks.items())
        write_all(connection, PUT_CLOCK, right)
        kept = (idempotency.to_row(*each) for each in self.outcomes.values())
        write_all(connection, KEEP_OUTCOME, kept)
        for statement in self.statements:
            connection.execute(statement)
        self._clear()

    def _journal_rows(self, connection: sa.Connection) -> list[dict[str, Any]]:
        """Return the rows to append, each chained to the one before it."""
        rows = []
        for change in self.journal:
            branch_id, seq = change.branch_id, change.row.seq
            known, before = self.last.get(branch_id, (None, None))
            if known != seq - 1:
                before = journal.digest_at(connection, branch_id, seq - 1)
            row = journal.to_row(branch_id, change.row, before)
            self.last[branch_id] = seq, row["digest"]
            rows.append(row)
        return rows

    def _chain(
        self,
        connection: sa.Connection,
        tokens: TicketTokens,
        rows: list[dict[str, Any]],
    ) -> None:
        """Add what was set up, and what managers did, to the chain of each branch."""
        audited: dict[int, list[tuple[int, bytes]]] = {}
        for change, row in zip(self.journal, rows, strict=True):
            if is_audited(change.row):
                entry = change.row.seq, row["digest"]
                audited.setdefault(change.branch_id, []).append(entry)
        for branch_id, entries in audited.items():
            linked = audit.append(connection, tokens, branch_id, entries)
            self.link(Chain.CHANGES, branch_id, linked)

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
                "letters": " ".join(counter.letters),
                "turns": plain(counter.turns),
            }
            for (branch_id, queue, day), counter in self.counters.items()
        ]

    def _clear(self) -> None:
        for written in (
            self.journal,
            self.tickets,
            self.desks,
            self.queues,
            self.counters,
            self.branches,
            self.clocks,
            self.outcomes,
            self.statements,
        ):
            written.clear()


def _rows(
    things: Mapping[tuple[int, int], Desk] | Mapping[tuple[int, str], Queue],
) -> list[dict[str, Any]]:
    return [{"branch_id": key[0], **columns_of(thing)} for key, thing in things.items()]
