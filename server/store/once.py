"""A request that is sent again is answered again, not done again.

Key and effect commit together. A refusal is not kept: nothing happened, so trying again is right.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import msgspec
import sqlalchemy as sa

from server.domain.refusals import KeyReused
from server.store import tables

KEPT = timedelta(hours=48)

_i = tables.idempotency.c
_FIND = sa.select(_i.scope, _i.key, _i.fingerprint, _i.status, _i.answer).where(
    _i.key.in_(sa.bindparam("keys", expanding=True))
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request is answered with: an HTTP status and a message, None for an empty body.

    `version` names the state that a read shows, for clients that have it already.
    """

    status: int
    message: msgspec.Struct | Sequence[msgspec.Struct] | None = None
    version: str | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A client's idempotency key: whose it is, a hash of the request it belongs to, and what that answers."""

    scope: str
    key: str
    fingerprint: bytes
    kind: type[msgspec.Struct] | None
    at: datetime

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from all other keys."""
        return self.scope, self.key


@dataclass(frozen=True, slots=True)
class Kept:
    """The first answer to a key. A ticket's URL is never in it: tokens are not stored."""

    fingerprint: bytes
    status: int
    answer: bytes

    def again(self, key: Key) -> Answer:
        """Return the answer once more; raise `KeyReused` when the key came with another request."""
        if self.fingerprint != key.fingerprint:
            raise KeyReused
        if not self.answer or key.kind is None:
            return Answer(self.status)
        return Answer(self.status, msgspec.json.decode(self.answer, type=key.kind))


def find(
    connection: sa.Connection, names: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], Kept]:
    """Return what is kept under the keys of these names, whoever used them."""
    keys = [key for _, key in names]
    if not keys:
        return {}
    rows = connection.execute(_FIND, {"keys": keys})
    return {
        (row.scope, row.key): Kept(row.fingerprint, row.status, row.answer)
        for row in rows
    }


def keep(answer: Answer, key: Key) -> Kept:
    """Return the answer as it is kept under the key."""
    message = answer.message
    body = b"" if message is None else msgspec.json.encode(message)
    return Kept(key.fingerprint, answer.status, body)


def to_row(key: Key, kept: Kept) -> dict[str, Any]:
    """Return the row of a kept answer."""
    return {
        "scope": key.scope,
        "key": key.key,
        "fingerprint": kept.fingerprint,
        "status": kept.status,
        "answer": kept.answer,
        "at": key.at,
    }


def older_than(now: datetime) -> sa.Delete:
    """Return the statement that forgets answers older than `KEPT`."""
    return sa.delete(tables.idempotency).where(_i.at < now - KEPT)
