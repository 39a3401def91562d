"""A request that is sent again is answered again, not done again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
import sqlalchemy as sa

from server.domain.refusals import KeyReused
from server.store import tables
from server.store.session import Session

KEPT = timedelta(hours=48)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a request is answered with: an HTTP status and a message, None for an empty body."""

    status: int
    message: msgspec.Struct | Sequence[msgspec.Struct] | None = None


@dataclass(frozen=True, slots=True)
class Key:
    """A client's idempotency key: whose it is, a hash of the request it belongs to, and what that answers."""

    scope: str
    key: str
    fingerprint: bytes
    kind: type[msgspec.Struct] | None


def once(
    session: Session, now: datetime, key: Key | None, work: Callable[[Session], Answer]
) -> Answer:
    """Return the first answer to this key, doing the work only if there is none; raise `KeyReused`.

    Key and effect commit together. A ticket's URL must not be in the message: tokens are not stored. A refusal is not kept: nothing happened, so trying again is right.
    """
    if key is None:
        return work(session)
    i = tables.idempotency.c
    kept = session.connection.execute(
        sa.select(i.fingerprint, i.status, i.answer).where(
            i.scope == key.scope, i.key == key.key
        )
    ).one_or_none()
    if kept is not None:
        if kept.fingerprint != key.fingerprint:
            raise KeyReused
        if not kept.answer or key.kind is None:
            return Answer(kept.status)
        return Answer(kept.status, msgspec.json.decode(kept.answer, type=key.kind))
    answer = work(session)
    session.connection.execute(
        sa.insert(tables.idempotency),
        {
            "scope": key.scope,
            "key": key.key,
            "fingerprint": key.fingerprint,
            "status": answer.status,
            "answer": b""
            if answer.message is None
            else msgspec.json.encode(answer.message),
            "at": now,
        },
    )
    return answer


def forget_old(session: Session, now: datetime) -> None:
    """Forget answers older than `KEPT`."""
    i = tables.idempotency
    session.connection.execute(sa.delete(i).where(i.c.at < now - KEPT))
