"""Who may come in: devices by their token, servicers by their PIN, customers by their ticket's address.

The journal says whom a branch admits; the hashes of their secrets are kept beside it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from server.domain import events
from server.domain.branch import Device, Servicer
from server.domain.refusals import UnknownTicket
from server.store import digests, tables
from server.store.digests import sealed
from server.store.rows import to_device
from server.store.tokens import token_hash

if TYPE_CHECKING:
    from server.store.session import Session

_d, _s, _t = tables.device.c, tables.servicer.c, tables.ticket.c
_p = tables.pin_try.c
_DEVICE = sa.select(tables.device).where(
    _d.token_hash == sa.bindparam("hash"), _d.revoked_at.is_(None)
)
_SERVICER = sa.select(tables.servicer).where(
    _s.branch_id == sa.bindparam("branch"),
    _s.name == sa.bindparam("name"),
    ~_s.removed,
)
_TRIES = sa.select(_p.servicer, _p.tries, _p.at).where(
    _p.branch_id == sa.bindparam("branch"), _p.device == sa.bindparam("device")
)
_TICKET = sa.select(_t.branch_id, _t.id).where(_t.token_hash == sa.bindparam("hash"))


@dataclass(frozen=True, slots=True)
class Tries:
    """How many PINs were tried at a console for one name since the last right one, and when the last was."""

    servicer: str
    count: int
    at: datetime


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
    return Paired(row.branch_id, to_device(row))


def find_ticket(connection: sa.Connection, token: str) -> tuple[int, int]:
    """Return the branch and id of the ticket whose URL holds this token; raise `UnknownTicket`."""
    row = connection.execute(_TICKET, {"hash": token_hash(token)}).one_or_none()
    if row is None:
        raise UnknownTicket
    return row.branch_id, row.id


def pair(
    session: "Session", role: str, name: str, token: str, desk: int | None = None
) -> Device:
    """Admit a device that shows this token; its id is the seq of the row that tells of it."""
    device = Device(id=session.state.seq + 1, role=role, name=name, desk=desk)
    session.record(events.DevicePaired(device=device))
    row = {
        "branch_id": session.state.id,
        "id": device.id,
        # As it is kept: a digest tells a word of an enumeration from a mere one.
        "role": str(role),
        "name": name,
        "token_hash": token_hash(token),
        "created_at": session.now,
        "revoked_at": None,
        "desk": desk,
    }
    session.beside(sa.insert(tables.device).values(sealed(tables.device, row)))
    return device


def configure(session: "Session", device: Device) -> None:
    """Let the device have this name, and this desk; its token stays."""
    session.record(events.DeviceConfigured(device=device))
    _change(session, device, name=device.name, desk=device.desk)


def revoke(session: "Session", device: Device) -> None:
    """Let the device's token count no longer."""
    session.record(events.DeviceRevoked(device=device.id))
    _change(session, device, revoked_at=session.now)
    _forget_tries(session, _p.device == device.id)


def _change(session: "Session", device: Device, **values: Any) -> None:
    this = _d.branch_id == session.state.id, _d.id == device.id
    asked = sa.select(tables.device).where(*this)
    row = session.flush().connection.execute(asked).mappings().one()
    changed = sealed(tables.device, {**row, **values})
    session.beside(sa.update(tables.device).where(*this).values(changed))


def admit(session: "Session", servicer: Servicer, pin_hash: str) -> None:
    """Let somebody sign in with the PIN of this hash from now on, tries at it uncounted, or no longer where removed."""
    session.record(events.ServicerConfigured(servicer=servicer))
    branch_id = session.state.id
    _forget_tries(session, _p.servicer == servicer.name)
    session.beside(
        sa.delete(tables.servicer).where(
            _s.branch_id == branch_id, _s.name == servicer.name
        )
    )
    row = {
        "branch_id": branch_id,
        "name": servicer.name,
        "pin_hash": pin_hash,
        "removed": servicer.removed,
    }
    session.beside(sa.insert(tables.servicer).values(sealed(tables.servicer, row)))


def find_pin_hash(
    connection: sa.Connection, branch_id: int, servicer: str
) -> str | None:
    """Return what is kept of the servicer's PIN, None where nobody of that name serves here."""
    values = {"branch": branch_id, "name": servicer}
    row = connection.execute(_SERVICER, values).one_or_none()
    if row is None:
        return None
    digests.check(tables.servicer, row)
    return str(row.pin_hash)


def find_tries(connection: sa.Connection, branch_id: int, device: int) -> list[Tries]:
    """Return the PINs that were tried at this console, by name."""
    rows = connection.execute(_TRIES, {"branch": branch_id, "device": device})
    return [Tries(row.servicer, row.tries, row.at) for row in rows]


def count_try(session: "Session", device: int, tries: Tries) -> None:
    """Keep how many PINs were tried at this console for this name."""
    forget_tries_for(session, device, tries.servicer)
    session.beside(
        sa.insert(tables.pin_try).values(
            branch_id=session.state.id,
            device=device,
            servicer=tries.servicer,
            tries=tries.count,
            at=tries.at,
        )
    )


def forget_tries_for(session: "Session", device: int, servicer: str) -> None:
    """Count what was tried at this console for this name no longer."""
    _forget_tries(session, _p.device == device, _p.servicer == servicer)


def _forget_tries(session: "Session", *which: sa.ColumnElement[bool]) -> None:
    session.beside(
        sa.delete(tables.pin_try).where(_p.branch_id == session.state.id, *which)
    )
