"""Every row carries a digest of itself: a bit that has flipped on the disk is found when the row is read, never served.

A journal row's digest takes in the one of the row before, so that none can be missing or changed unseen.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import cache
from hashlib import blake2b
from typing import Any

import sqlalchemy as sa

from server.store.tables import EPOCH, Duration, Instant

_MICROSECOND = timedelta(microseconds=1)
_BYTES = 16


class Damaged(Exception):
    """The database does not hold what was written into it; `str()` says where."""


def digest_of(
    table: sa.Table, values: Mapping[str, Any], before: bytes | None = None
) -> bytes:
    """Return the digest of a row of these values by column, and of the digest `before` it in a chain."""
    names, special = _columns(table)
    plain = [values[name] for name in names]
    for place, plainly in special:
        if plain[place] is not None:
            plain[place] = plainly(plain[place])
    return _digest(plain, before)


def sealed(table: sa.Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row with its digest; it has every other column of the table by name."""
    return {**values, "digest": digest_of(table, values)}


def check(table: sa.Table, row: Sequence[Any]) -> None:
    """Raise `Damaged` unless a row, as selected from the whole table, is as it was written."""
    if not is_whole(table, row):
        raise Damaged(f"{named(table, row)} is damaged.")


def check_plain(table: sa.Table, row: Sequence[Any]) -> None:
    """Raise `Damaged` unless a row, its values as they are kept, is as it was written: in half the time, where there are many."""
    if not is_plainly_whole(row):
        raise Damaged(f"{named(table, row)} is damaged.")


def is_plainly_whole(row: Sequence[Any], before: bytes | None = None) -> bool:
    """Return what `is_whole` does, of a row whose values are as they are kept."""
    *values, digest = row
    return digest is None or bool(digest == _digest(values, before))


def is_whole(table: sa.Table, row: Sequence[Any], before: bytes | None = None) -> bool:
    """Return whether a row of the whole table, the digest last, is as it was written, after the one `before` in a chain.

    Rows of before there were digests are taken as they are.
    """
    *plain, digest = row
    if digest is None:
        return True
    for place, plainly in _columns(table)[1]:
        if plain[place] is not None:
            plain[place] = plainly(plain[place])
    return bool(digest == _digest(plain, before))


def plain(table: sa.Table) -> list[sa.ColumnElement[Any]]:
    """Return the table's columns, their values as they are kept, whether or not they make sense."""
    return [sa.type_coerce(each, sa.types.NullType()) for each in table.c]


def named(table: sa.Table, row: Sequence[Any]) -> str:
    """Return what a row is called in a sentence: `ticket 1/17`."""
    names = [column.name for column in table.columns]
    key = [row[names.index(column.name)] for column in table.primary_key]
    return f"{table.name} {'/'.join(map(str, key))}"


def _digest(plain: list[Any], before: bytes | None) -> bytes:
    return blake2b(repr(plain).encode(), digest_size=_BYTES, key=before or b"").digest()


@cache
def _columns(
    table: sa.Table,
) -> tuple[list[str], list[tuple[int, Callable[[Any], Any]]]]:
    """Return the columns that the digest, the last one, is made of, and which places need making plain, and how."""
    *columns, digest = table.columns
    assert digest.name == "digest"
    kinds = [type(column.type) for column in columns]
    special = [
        (place, _PLAINLY[kind]) for place, kind in enumerate(kinds) if kind in _PLAINLY
    ]
    return [column.name for column in columns], special


# What SQLite keeps is plain already; what comes from or goes through the types above it is made so again.
_PLAINLY: dict[type, Callable[[Any], Any]] = {
    Instant: lambda value: (
        (value - EPOCH) // _MICROSECOND if isinstance(value, datetime) else value
    ),
    Duration: lambda value: (
        value // _MICROSECOND if isinstance(value, timedelta) else value
    ),
    sa.Date: lambda value: value.isoformat() if isinstance(value, date) else value,
    sa.Boolean: lambda value: int(value) if isinstance(value, bool) else value,
}
