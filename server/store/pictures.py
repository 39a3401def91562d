"""Pictures of a branch's own, each under a name that goes by what is in it; kept beside the journal."""

import hashlib
from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.store import digests, tables

if TYPE_CHECKING:
    from server.store.session import Session

_p = tables.picture.c


def keep(session: "Session", content: bytes) -> str:
    """Keep a PNG and return its name."""
    name = f"{hashlib.sha256(content).hexdigest()[:16]}.png"
    values = {"branch_id": session.state.id, "name": name, "content": content}
    there = sa.and_(_p.branch_id == session.state.id, _p.name == name)
    session.beside(sa.delete(tables.picture).where(there))
    sealed = digests.sealed(tables.picture, values)
    session.beside(sa.insert(tables.picture).values(**sealed))
    return name


def is_kept(session: "Session", name: str) -> bool:
    """Return whether there is a picture of this name."""
    there = sa.select(_p.name).where(_p.branch_id == session.state.id, _p.name == name)
    return session.flush().connection.execute(there).first() is not None


def find(connection: sa.Connection, branch_id: int, name: str) -> bytes | None:
    """Return the picture of this name, None where there is none; raise `Damaged`."""
    asked = sa.select(tables.picture).where(_p.branch_id == branch_id, _p.name == name)
    row = connection.execute(asked).one_or_none()
    if row is None:
        return None
    digests.check(tables.picture, row)
    return bytes(row.content)
