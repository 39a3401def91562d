"""What may be asked of a branch's tables; nothing here writes."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from server.domain.branch import (
    BranchSettings,
    Desk,
    DeskState,
    Queue,
    QueueSettings,
    Servicer,
)
from server.domain.policy import Head
from server.domain.refusals import (
    UnknownDesk,
    UnknownQueue,
    UnknownServicer,
    UnknownTicket,
)
from server.domain.ticket import AT_DESK, Ticket, TicketState
from server.store import tables
from server.store.tokens import token_hash

_settings_of_branch = msgspec.json.Decoder(BranchSettings)
_settings_of_queue = msgspec.json.Decoder(QueueSettings)
_names = msgspec.json.Decoder(dict[str, str])
_slugs = msgspec.json.Decoder(tuple[str, ...])

_t, _q, _d, _c = tables.ticket.c, tables.queue.c, tables.desk.c, tables.counter.c
_TICKET_COLUMNS = [tables.ticket.c[field.name] for field in fields(Ticket)]

# Literal states, not bound ones: SQLite uses a partial index only where it can see its condition.
_is_waiting = _t.state == sa.literal_column("'waiting'")
_is_open = _t.state.in_(
    [
        sa.literal_column(f"'{state}'")
        for state in ("waiting", "called", "serving", "held")
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Where a branch stands: its settings, business day, last `seq`, and the latest moment seen."""

    id: int
    slug: str
    settings: BranchSettings
    seq: int
    moment: datetime
    day: date


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


def find_device(connection: sa.Connection, token: str) -> Device | None:
    """Return the paired device that holds this token, None when there is none or no longer."""
    d = tables.device.c
    row = connection.execute(
        sa.select(d.id, d.branch_id, d.role, d.name).where(
            d.token_hash == token_hash(token), d.revoked_at.is_(None)
        )
    ).one_or_none()
    return None if row is None else Device(*row)


def read_ledger(connection: sa.Connection, branch_id: int) -> Ledger:
    """Return where the branch stands."""
    row = connection.execute(
        sa.select(tables.branch).where(tables.branch.c.id == branch_id)
    ).one()
    return Ledger(
        id=row.id,
        slug=row.slug,
        settings=_settings_of_branch.decode(row.settings),
        seq=row.last_seq,
        moment=row.last_moment,
        day=row.day,
    )


def find_ticket(connection: sa.Connection, token: str) -> tuple[int, int]:
    """Return the branch and id of the ticket whose URL holds this token; raise `UnknownTicket`."""
    row = connection.execute(
        sa.select(_t.branch_id, _t.id).where(_t.token_hash == token_hash(token))
    ).one_or_none()
    if row is None:
        raise UnknownTicket
    return row.branch_id, row.id


def to_ticket(row: sa.Row[Any]) -> Ticket:
    """Return the ticket of a row selected in the order of `Ticket`'s fields."""
    values = dict(zip(row._fields, row, strict=True))
    values["state"] = TicketState(values["state"])
    return Ticket(**values)


class View:
    """The questions a branch answers, over one connection; each answer is frozen values."""

    def __init__(self, connection: sa.Connection, ledger: Ledger) -> None:
        self.connection = connection
        self.ledger = ledger

    # --- what is set up ---------------------------------------------------------------------

    def queues(self) -> list[Queue]:
        """Return the queues in the order of screens; removed ones are left out."""
        rows = self.connection.execute(
            sa.select(tables.queue)
            .where(_q.branch_id == self.ledger.id, ~_q.removed)
            .order_by(_q.ordinal, _q.slug)
        )
        return [_to_queue(row) for row in rows]

    def queue(self, slug: str) -> Queue:
        """Return the queue; raise `UnknownQueue` when there is none, or no longer."""
        row = self.connection.execute(
            sa.select(tables.queue).where(
                _q.branch_id == self.ledger.id, _q.slug == slug
            )
        ).one_or_none()
        if row is None or row.removed:
            raise UnknownQueue(slug)
        return _to_queue(row)

    def desks(self) -> list[Desk]:
        """Return the desks by number; removed ones are left out."""
        rows = self.connection.execute(
            sa.select(tables.desk)
            .where(_d.branch_id == self.ledger.id, ~_d.removed)
            .order_by(_d.number)
        )
        return [_to_desk(row) for row in rows]

    def desk(self, number: int) -> Desk:
        """Return the desk; raise `UnknownDesk` when there is none, or no longer."""
        row = self.connection.execute(
            sa.select(tables.desk).where(
                _d.branch_id == self.ledger.id, _d.number == number
            )
        ).one_or_none()
        if row is None or row.removed:
            raise UnknownDesk(number)
        return _to_desk(row)

    def servicers(self) -> list[Servicer]:
        """Return who serves here, by name; removed ones are left out."""
        s = tables.servicer.c
        rows = self.connection.execute(
            sa.select(s.name)
            .where(s.branch_id == self.ledger.id, ~s.removed)
            .order_by(s.name)
        )
        return [Servicer(name=row.name) for row in rows]

    def desk_of_device(self, device: int | None) -> Desk | None:
        """Return the desk that is signed in at the console, None when nobody is."""
        row = self.connection.execute(
            sa.select(tables.desk).where(
                _d.branch_id == self.ledger.id,
                _d.device == device,
                _d.servicer.is_not(None),
            )
        ).one_or_none()
        return None if row is None else _to_desk(row)

    def pin(self, servicer: str) -> "Pin":
        """Return what is kept of the servicer's PIN; raise `UnknownServicer`."""
        s = tables.servicer.c
        row = self.connection.execute(
            sa.select(s.pin_hash, s.failures, s.locked_until).where(
                s.branch_id == self.ledger.id, s.name == servicer, ~s.removed
            )
        ).one_or_none()
        if row is None:
            raise UnknownServicer(servicer)
        return Pin(row.pin_hash, row.failures, row.locked_until)

    def devices(self) -> list["Device"]:
        """Return the paired devices in the order they were added; revoked ones are left out."""
        d = tables.device.c
        rows = self.connection.execute(
            sa.select(d.id, d.branch_id, d.role, d.name)
            .where(d.branch_id == self.ledger.id, d.revoked_at.is_(None))
            .order_by(d.id)
        )
        return [Device(*row) for row in rows]

    # --- tickets ----------------------------------------------------------------------------

    def ticket(self, id: int) -> Ticket:
        """Return the ticket; raise `UnknownTicket`."""
        row = self.connection.execute(
            sa.select(*_TICKET_COLUMNS).where(
                _t.branch_id == self.ledger.id, _t.id == id
            )
        ).one_or_none()
        if row is None:
            raise UnknownTicket
        return to_ticket(row)

    def tickets(self, *conditions: sa.ColumnElement[bool]) -> list[Ticket]:
        """Return the branch's tickets under these conditions, in the order they were taken."""
        rows = self.connection.execute(
            sa.select(*_TICKET_COLUMNS)
            .where(_t.branch_id == self.ledger.id, *conditions)
            .order_by(_t.id)
        )
        return [to_ticket(row) for row in rows]

    def open_tickets(self) -> list[Ticket]:
        """Return every ticket that has not ended, in the order they were taken."""
        return self.tickets(_is_open)

    def tickets_of(self, day: date) -> list[Ticket]:
        """Return every ticket of a business day, in the order they were taken."""
        return self.tickets(_t.day == day)

    def recent_calls(self, limit: int) -> list[Ticket]:
        """Return today's tickets that a desk called and still stands for, newest call first."""
        rows = self.connection.execute(
            sa.select(*_TICKET_COLUMNS)
            .where(
                _t.branch_id == self.ledger.id,
                _t.called_seq.is_not(None),
                _t.desk.is_not(None),
                _t.day == self.ledger.day,
            )
            .order_by(_t.called_seq.desc())
            .limit(limit)
        )
        return [to_ticket(row) for row in rows]

    def serving(self, desk: int) -> Ticket | None:
        """Return the ticket that is at the desk, called or serving."""
        rows = self.connection.execute(
            sa.select(*_TICKET_COLUMNS).where(
                _t.branch_id == self.ledger.id, _t.desk == desk, _is_open
            )
        )
        return next((t for t in map(to_ticket, rows) if t.state in AT_DESK), None)

    def heads(self, queues: Iterable[str]) -> list[Head]:
        """Return the first waiting ticket of each of these queues that has one."""
        heads = []
        for slug in queues:
            row = self.connection.execute(
                sa.select(_t.position, _t.id)
                .where(_t.branch_id == self.ledger.id, _t.queue == slug, _is_waiting)
                .order_by(_t.position)
                .limit(1)
            ).one_or_none()
            if row is not None:
                heads.append(Head(slug, row.position, row.id))
        return heads

    def waiting(self) -> dict[str, int]:
        """Return how many wait in each queue, by slug; queues that nobody joined today are left out."""
        rows = self.connection.execute(
            sa.select(_c.queue, _c.waiting).where(
                _c.branch_id == self.ledger.id, _c.day == self.ledger.day
            )
        )
        return {row.queue: row.waiting for row in rows}

    def ahead(self, ticket: Ticket) -> int | None:
        """Return how many wait in front of the ticket in its queue; None unless it waits."""
        return self._count_in_line(ticket, _t.position < ticket.position)

    def behind(self, ticket: Ticket) -> int | None:
        """Return how many wait after the ticket in its queue; None unless it waits."""
        return self._count_in_line(ticket, _t.position > ticket.position)

    def _count_in_line(
        self, ticket: Ticket, condition: sa.ColumnElement[bool]
    ) -> int | None:
        if ticket.state is not TicketState.WAITING:
            return None
        return self.connection.execute(
            sa.select(sa.func.count()).where(
                _t.branch_id == self.ledger.id,
                _t.queue == ticket.queue,
                _is_waiting,
                condition,
            )
        ).scalar_one()


def _to_queue(row: sa.Row[Any]) -> Queue:
    return Queue(
        slug=row.slug,
        letter=row.letter,
        names=_names.decode(row.names),
        ordinal=row.ordinal,
        settings=_settings_of_queue.decode(row.settings),
        removed=row.removed,
    )


def _to_desk(row: sa.Row[Any]) -> Desk:
    return Desk(
        number=row.number,
        queues=_slugs.decode(row.queues),
        state=DeskState(row.state),
        servicer=row.servicer,
        device=row.device,
        since=row.since,
        removed=row.removed,
    )


def columns_of(thing: Ticket | Queue | Desk) -> dict[str, Any]:
    """Return a value's fields as table columns; what has no column type of its own becomes JSON text."""
    return {field.name: _plain(getattr(thing, field.name)) for field in fields(thing)}


def _plain(value: Any) -> Any:
    if isinstance(value, dict | tuple | QueueSettings | BranchSettings):
        return msgspec.json.encode(value).decode()
    return value
