"""Who may come in: devices by their token, servicers by their PIN, customers by their ticket's address.

The journal says whom a branch admits; the hashes of their secrets are kept beside it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.domain import events
from server.domain.branch import Device, Servicer
from server.domain.refusals import UnknownTicket
from server.store import tables
from server.store.tokens import token_hash

if TYPE_CHECKING:
    from server.store.session import Session

_d, _s, _t = tables.device.c, tables.servicer.c, tables.ticket.c
_DEVICE = sa.select(_d.branch_id, _d.id, _d.role, _d.name).where(
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
class Paired:
    """A device and its branch."""

    branch_id: int
    device: Device


def find_device(connection: sa.Connection, hashed: bytes) -> Paired | None:
    """Return the paired device whose token has this hash, None when there is none or no longer."""
    row = connection.execute(_DEVICE, {"hash": hashed}).one_or_none()
    if row is None:
        return None
    return Paired(row.branch_id, Device(id=row.id, role=row.role, name=row.name))


def find_ticket(connection: sa.Connection, token: str) -> tuple[int, int]:
    """Return the branch and id of the ticket whose URL holds this token; raise `UnknownTicket`."""
    row = connection.execute(_TICKET, {"hash": token_hash(token)}).one_or_none()
    if row is None:
        raise UnknownTicket
    return row.branch_id, row.id


def pair(session: "Session", role: str, name: str, token: str) -> Device:
    """Admit a device that shows this token; its id is the seq of the row that tells of it."""
    device = Device(id=session.state.seq + 1, role=role, name=name)
    session.record(events.DevicePaired(device=device))
    session.beside(
        sa.insert(tables.device).values(
            branch_id=session.state.id,
            id=device.id,
            role=role,
            name=name,
            token_hash=token_hash(token),
            created_at=session.now,
        )
    )
    return device


def revoke(session: "Session", device: Device) -> None:
    """Let the device's token count no longer."""
    session.record(events.DeviceRevoked(device=device.id))
    session.beside(
        sa.update(tables.device)
        .where(_d.branch_id == session.state.id, _d.id == device.id)
        .values(revoked_at=session.now)
    )


def admit(session: "Session", servicer: Servicer, pin_hash: str) -> None:
    """Let somebody sign in with the PIN of this hash from now on, which ends any lock, or no longer where removed."""
    session.record(events.ServicerConfigured(servicer=servicer))
    branch_id = session.state.id
    session.beside(
        sa.delete(tables.servicer).where(
            _s.branch_id == branch_id, _s.name == servicer.name
        )
    )
    session.beside(
        sa.insert(tables.servicer).values(
            branch_id=branch_id,
            name=servicer.name,
            pin_hash=pin_hash,
            failures=0,
            locked_until=None,
            removed=servicer.removed,
        )
    )


def set_pin_failures(
    session: "Session", servicer: str, failures: int, locked_until: datetime | None
) -> None:
    """Keep how many wrong PINs came in a row, and until when no more are looked at."""
    session.beside(
        sa.update(tables.servicer)
        .where(_s.branch_id == session.state.id, _s.name == servicer)
        .values(failures=failures, locked_until=locked_until)
    )
