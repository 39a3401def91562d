"""Who may come in: devices by their token, servicers by their PIN, customers by their ticket's address."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from server.domain.refusals import UnknownTicket
from server.store import tables
from server.store.tokens import token_hash

_d, _t = tables.device.c, tables.ticket.c
_DEVICE = sa.select(_d.id, _d.branch_id, _d.role, _d.name).where(
    _d.token_hash == sa.bindparam("hash"), _d.revoked_at.is_(None)
)
_TICKET = sa.select(_t.branch_id, _t.id).where(_t.token_hash == sa.bindparam("hash"))


@dataclass(frozen=True, slots=True)
class Pin:
    """What is kept of a servicer's PIN."""

    hash: str
    failures: int
    locked_until: datetime | None


@dataclass(frozen=True, slots=True)
class Device:
    """A paired device; `role` is what its token allows."""

    id: int
    branch_id: int
    role: str
    name: str


def find_device(connection: sa.Connection, hashed: bytes) -> Device | None:
    """Return the paired device whose token has this hash, None when there is none or no longer."""
    row = connection.execute(_DEVICE, {"hash": hashed}).one_or_none()
    return None if row is None else Device(*row)


def find_ticket(connection: sa.Connection, token: str) -> tuple[int, int]:
    """Return the branch and id of the ticket whose URL holds this token; raise `UnknownTicket`."""
    row = connection.execute(_TICKET, {"hash": token_hash(token)}).one_or_none()
    if row is None:
        raise UnknownTicket
    return row.branch_id, row.id
