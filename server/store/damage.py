"""Whether the database still holds what was written into it: looked at before the server begins, and in whole every day."""

from collections.abc import Iterator
from datetime import date

import sqlalchemy as sa

from server.domain import events
from server.store import digests, tables
from server.store.digests import Damaged
from server.store.journal import kind_name
from server.store.tokens import TicketTokens, token_hash

_SET_UP = (
    tables.branch,
    tables.queue,
    tables.desk,
    tables.servicer,
    tables.account,
    tables.device,
)
_SEALED = (
    *_SET_UP,
    tables.counter,
    tables.ticket,
    tables.idempotency,
    tables.clock,
    tables.picture,
)

_SMALL_BYTES = 64 * 1024 * 1024
"""A file up to this size is looked at in whole before the server begins; it takes a fraction of a second."""

_MOST_ROWS = 50_000
"""Of a day without an end, so many of the latest rows are looked at before the server begins."""

_t, _j, _c = tables.ticket.c, tables.journal.c, tables.counter.c


def anywhere(connection: sa.Connection) -> Iterator[str]:
    """Yield each damage of the whole database in a sentence; a file that cannot be read ends it with `DatabaseError`."""
    yield from _file(connection)
    for table in _SEALED:
        yield from _rows(connection, table)
    yield from _journal(connection, 0)


def look_before_beginning(connection: sa.Connection, tokens: TicketTokens) -> list[str]:
    """Return what is wrong with the past, which can be done without; raise `Damaged` where the present is.

    The present is what is set up, today's tickets and counters; the past is in the journal.
    """
    wrong = list(_file(connection)) if _is_small(connection) else []
    for table in _SET_UP:
        wrong += _rows(connection, table)
    told: list[str] = []
    branches = sa.select(tables.branch.c.id, tables.branch.c.day)
    for branch_id, day in connection.execute(branches).all():
        wrong += _rows(
            connection, tables.counter, _c.branch_id == branch_id, _c.day == day
        )
        since = _beginning_of_day(connection, branch_id)
        wrong += _today(connection, branch_id, day, since, tokens)
        told += _journal(connection, since, branch_id)
    if wrong:
        raise Damaged(" ".join(wrong))
    return told


def _is_small(connection: sa.Connection) -> bool:
    if connection.dialect.name != "sqlite":
        return False
    pages: int = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    size: int = connection.exec_driver_sql("PRAGMA page_size").scalar_one()
    return pages * size <= _SMALL_BYTES


def _file(connection: sa.Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if found != "ok":
            yield f"The file is damaged: {found}."


def _rows(
    connection: sa.Connection, table: sa.Table, *which: sa.ColumnElement[bool]
) -> Iterator[str]:
    asked = sa.select(*digests.plain(table)).where(*which).order_by(*table.primary_key)
    for row in connection.execute(asked):
        if not digests.is_whole(table, row):
            yield f"{digests.named(table, row)} is damaged."


def _journal(
    connection: sa.Connection, after: int, branch_id: int | None = None
) -> Iterator[str]:
    whose = [] if branch_id is None else [_j.branch_id == branch_id]
    asked = sa.select(*digests.plain(tables.journal)).where(_j.seq >= after, *whose)
    before: tuple[int, int, bytes | None] | None = None
    for row in connection.execute(asked.order_by(_j.branch_id, _j.seq)):
        branch, seq, digest = row[0], row[1], row[-1]
        follows = before is not None and before[0] == branch
        if follows and before is not None and before[1] != seq - 1:
            yield f"After journal row {before[1]} comes row {seq}."
        elif seq > max(after, 1) or seq == 1:
            last = before[2] if follows and before is not None else None
            if not digests.is_whole(tables.journal, row, last):
                yield f"Journal row {seq} cannot be read."
        before = branch, seq, digest


def _beginning_of_day(connection: sa.Connection, branch_id: int) -> int:
    """Return the seq of the row that closed the last day, or of one that is far enough back."""
    last = connection.execute(
        sa.select(sa.func.max(_j.seq)).where(_j.branch_id == branch_id)
    ).scalar()
    least = max(0, (last or 0) - _MOST_ROWS)
    backwards = (
        sa.select(_j.seq, _j.kind)
        .where(_j.branch_id == branch_id, _j.seq > least)
        .order_by(_j.seq.desc())
    )
    closing = kind_name(events.DayClosed)
    found = (row.seq for row in connection.execute(backwards) if row.kind == closing)
    return next(found, least)


def _today(
    connection: sa.Connection,
    branch_id: int,
    day: date,
    since: int,
    tokens: TicketTokens,
) -> Iterator[str]:
    """Yield what is wrong with the tickets taken since this row, found by their place in the table, not by any index."""
    mine = _t.branch_id == branch_id
    wrong = list(_rows(connection, tables.ticket, mine, _t.id > since))
    yield from wrong
    if wrong:
        return
    states = sa.select(_t.id, _t.state, _t.token_hash, _t.taken_at)
    still_open = set()
    # An expression is never looked up by an index, which may be what is damaged.
    today = sa.type_coerce(_t.day, sa.Text).op("||")("") == day.isoformat()
    for id, state, hashed, taken_at in connection.execute(
        states.where(mine, _t.id > since, today)
    ):
        if state in tables.OPEN:
            still_open.add(id)
        if hashed != token_hash(tokens.of(branch_id, id, taken_at)):
            yield f"ticket {id}: its address is not the one that was given out."
    by_index = sa.select(_t.id).where(
        mine, _t.state.in_([sa.literal_column(f"'{state}'") for state in tables.OPEN])
    )
    found = set(connection.execute(by_index).scalars())
    for id in sorted(still_open - found):
        yield f"ticket {id} is open and not found so."
