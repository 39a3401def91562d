"""A request that is sent again is answered again, not done again.

Key and effect commit together. A refusal is not kept: nothing happened, so trying again is right.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from server.domain.refusals import KeyReused
from server.store import digests, tables
from server.store.digests import Damaged
from server.store.tables import Duration

KEPT = timedelta(hours=48)

_i = tables.idempotency.c
_FIND = sa.select(tables.idempotency).where(
    _i.key.in_(sa.bindparam("keys", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Key:
    """A client's idempotency key: whose it is, and a hash of the request it belongs to.

    `pack` makes bytes of what the request came to, `unpack` the same of them again.
    """

    scope: str
    key: str
    fingerprint: bytes
    pack: Callable[[Any], bytes]
    unpack: Callable[[bytes], Any]

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from all other keys."""
        return self.scope, self.key


@dataclass(frozen=True, slots=True)
class Kept:
    """What the first request under a key came to. A ticket's URL is never in it: tokens are not stored."""

    fingerprint: bytes
    outcome: bytes
    whole: bool = True

    def again(self, key: Key) -> Any:
        """Return what it came to once more; raise `KeyReused` when the key came with another request, or `Damaged`."""
        if not self.whole:
            raise Damaged(f"The answer kept for {key.scope} is damaged.")
        if self.fingerprint != key.fingerprint:
            raise KeyReused
        return key.unpack(self.outcome)


def find(
    connection: sa.Connection, names: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], Kept]:
    """Return what is kept under the keys of these names, whoever used them."""
    keys = [key for _, key in names]
    if not keys:
        return {}
    rows = connection.execute(_FIND, {"keys": keys})
    return {
        (row.scope, row.key): Kept(
            row.fingerprint, row.outcome, digests.is_whole(tables.idempotency, row)
        )
        for row in rows
    }


def keep(result: Any, key: Key) -> Kept:
    """Return the result as it is kept under the key."""
    return Kept(key.fingerprint, key.pack(result))


def to_row(key: Key, kept: Kept, at: datetime) -> dict[str, Any]:
    """Return the row of a result that was kept at this moment."""
    return {
        "scope": key.scope,
        "key": key.key,
        "fingerprint": kept.fingerprint,
        "outcome": kept.outcome,
        "at": at,
    }


def forget_old(now: datetime) -> sa.Delete:
    """Return the statement that forgets what is older than `KEPT`, and than others by as much.

    A clock that woke up a year ahead makes nothing old by itself: a retry of a minute ago is still one.
    """
    i = tables.idempotency.alias()
    newest = sa.select(sa.func.max(i.c.at)).scalar_subquery()
    kept = sa.type_coerce(KEPT, Duration)
    return sa.delete(tables.idempotency).where(
        _i.at < now - KEPT, _i.at < newest - kept
    )
