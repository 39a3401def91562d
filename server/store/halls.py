"""How a branch's hall stands, asked of its tables in as few words as one look takes."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from server.domain.ticket import Ticket
from server.store import tables
from server.store.rows import to_ticket
from server.store.view import View

_t = tables.ticket.c
_of_branch = _t.branch_id == sa.bindparam("branch")
# Literal states, not bound ones: SQLite uses a partial index only where it can see its condition.
_is_waiting = _t.state == sa.literal_column("'waiting'")
_is_open = _t.state.in_([sa.literal_column(f"'{state}'") for state in tables.OPEN])
_LINES = (
    sa.select(
        _t.queue,
        sa.func.count().label("waiting"),
        # What the clock was set by since counts as if it had been right at the time.
        sa.type_coerce(
            sa.func.min(
                sa.type_coerce(_t.taken_at, sa.BigInteger)
                + sa.type_coerce(_t.corrected, sa.BigInteger)
            ),
            tables.Instant,
        ).label("since"),
    )
    .where(_of_branch, _is_waiting)
    .group_by(_t.queue)
)
_AT_DESKS = sa.select(tables.ticket).where(
    _of_branch,
    _is_open,
    _t.desk.is_not(None),
    _t.state.in_([sa.literal_column("'called'"), sa.literal_column("'serving'")]),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Queued:
    """How many wait in a queue, and since when who has waited longest."""

    waiting: int
    since: datetime


def lines(view: View) -> dict[str, Queued]:
    """Return the lines that are not empty, by queue."""
    rows = view.connection.execute(_LINES, {"branch": view.branch.id})
    return {row.queue: Queued(waiting=row.waiting, since=row.since) for row in rows}


def at_desks(view: View) -> dict[int, Ticket]:
    """Return the ticket that is called to each desk or served there."""
    rows = view.connection.execute(_AT_DESKS, {"branch": view.branch.id})
    return {row.desk: to_ticket(row) for row in rows}
