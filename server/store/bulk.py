"""Writing many rows at once. Each statement is compiled once, and its rows go to the driver as they are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from server.store import tables
from server.store.digests import sealed

_INSERTS: dict[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}
"""They spell ON CONFLICT alike; SQLAlchemy keeps it in their dialects."""


@dataclass(frozen=True, eq=False)
class Bulk:
    """A kind of row: added, and where `replaces` is set put in the place of the one with its primary key.

    Columns in `fixed` never change after the row was added.
    """

    table: sa.Table
    replaces: bool = True
    fixed: frozenset[str] = frozenset()

    def statement(self, dialect: str, rows: int = 1) -> Any:
        """Return the statement for so many rows; a row's values are its columns' names with its number behind."""
        insert = _INSERTS[dialect](self.table).values(
            [
                {
                    column: sa.bindparam(f"{column.name}{_AT}{row}")
                    for column in self.table.columns
                }
                for row in range(rows)
            ]
        )
        if not self.replaces:
            return insert
        key = [column.name for column in self.table.primary_key]
        changed = {
            column.name: insert.excluded[column.name]
            for column in self.table.columns
            if column.name not in self.fixed.union(key)
        }
        return insert.on_conflict_do_update(index_elements=key, set_=changed)


_AT = "__"
_MOST_ROWS = 64
"""Rows of one statement. A power of two: chunks have 64, 32, 16 … rows, so that few statements are ever prepared."""

APPEND = Bulk(tables.journal, replaces=False)
KEEP_OUTCOME = Bulk(tables.idempotency, replaces=False)
PUT_TICKET = Bulk(tables.ticket, fixed=frozenset({"token_hash"}))
PUT_DESK = Bulk(tables.desk)
PUT_QUEUE = Bulk(tables.queue)
PUT_COUNTER = Bulk(tables.counter)
PUT_CLOCK = Bulk(tables.clock)
PUT_BRANCH = Bulk(tables.branch, fixed=frozenset({"slug"}))


def write_all(
    connection: sa.Connection, bulk: Bulk, rows: Iterable[Mapping[str, Any]]
) -> None:
    """Write the rows in the connection's transaction; each has every column of the table by name, but for its digest.

    Many rows go in one statement: the driver gives other threads way at every single one.
    """
    rows = list(rows)
    size = _MOST_ROWS
    while rows:
        while size > len(rows):
            size //= 2
        chunk, rows = rows[:size], rows[size:]
        prepared = _prepared(bulk, connection.dialect, size)
        connection.exec_driver_sql(prepared.sql, prepared.bind(chunk))


class _Prepared:
    def __init__(self, bulk: Bulk, dialect: sa.Dialect, rows: int) -> None:
        compiled = bulk.statement(dialect.name, rows).compile(dialect=dialect)
        self.sql = str(compiled)
        self._names = compiled.positiontup or list(compiled.params)
        types = {column.name: column.type for column in bulk.table.columns}
        self._places: list[tuple[int, str, Callable[[Any], Any] | None]] = []
        for place in self._names:
            name, _, row = place.rpartition(_AT)
            process = types[name].dialect_impl(dialect).bind_processor(dialect)
            self._places.append((int(row), name, process))
        self._positional = compiled.positiontup is not None
        self._sealed = bulk.table if "digest" in bulk.table.columns else None

    def bind(self, rows: Sequence[Mapping[str, Any]]) -> Any:
        """Return the rows' values as the driver takes them."""
        if self._sealed is not None:
            rows = [
                row if "digest" in row else sealed(self._sealed, row) for row in rows
            ]
        values = tuple(
            rows[row][name] if process is None else process(rows[row][name])
            for row, name, process in self._places
        )
        if self._positional:
            return values
        return dict(zip(self._names, values, strict=True))


@cache
def _prepared(bulk: Bulk, dialect: sa.Dialect, rows: int) -> _Prepared:
    return _Prepared(bulk, dialect, rows)
