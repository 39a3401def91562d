"""When each device was last heard of; kept beside the journal."""

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.store import tables

if TYPE_CHECKING:
    from server.store.session import Session

_s = tables.seen.c


def keep(session: "Session", moments: Mapping[int, datetime]) -> None:
    """Remember when each of these devices was last heard of."""
    branch = session.state.id
    for device, at in moments.items():
        mine = sa.and_(_s.branch_id == branch, _s.device == device)
        session.beside(sa.delete(tables.seen).where(mine))
        values = {"branch_id": branch, "device": device, "at": at}
        session.beside(sa.insert(tables.seen).values(**values))


def find(connection: sa.Connection, branch_id: int) -> dict[int, datetime]:
    """Return when each device was last heard of, by its id; those that never were are left out."""
    rows = connection.execute(
        sa.select(_s.device, _s.at).where(_s.branch_id == branch_id)
    )
    return {row.device: row.at for row in rows}
