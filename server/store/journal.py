"""Journal rows as text and back: facts are stored as JSON objects, their class name as `kind`."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Any, get_args

import msgspec
import sqlalchemy as sa
import structlog

from server.domain import events
from server.domain.events import Actor, Recorded
from server.store import digests, tables
from server.store.digests import Damaged

log = structlog.get_logger(__name__)

_KINDS: dict[str, type] = {
    re.sub(r"(?<!^)([A-Z])", r"_\1", kind.__name__).lower(): kind
    for kind in get_args(events.Event)
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    name: msgspec.json.Decoder(kind) for name, kind in _KINDS.items()
}
_encoder = msgspec.json.Encoder()


class UnreadableRow(Damaged):
    """A row of the journal is not what was written, or says nothing that makes sense; `seq` is its number."""

    def __init__(self, seq: int) -> None:
        super().__init__(f"Journal row {seq} cannot be read.")
        self.seq = seq


_j = tables.journal.c
# Microseconds as they are: a moment that is none is found out where it is known whose it is.
_COLUMNS = [
    sa.type_coerce(_j.at, sa.BigInteger).label("at") if column is _j.at else column
    for column in _j
]
_of_branch = _j.branch_id == sa.bindparam("branch")
_before = tables.journal.alias("before")
ROWS = sa.select(*_COLUMNS, _before.c.digest.label("before")).join_from(
    tables.journal,
    _before,
    sa.and_(_before.c.branch_id == _j.branch_id, _before.c.seq == _j.seq - 1),
    isouter=True,
)
"""Every row, with the digest of the one before it."""

_LAST_DIGEST = sa.select(_j.digest).where(_of_branch, _j.seq == sa.bindparam("seq"))
_LAST_SEQ = sa.select(sa.func.max(_j.seq)).where(_of_branch)
_of_desk = sa.and_(_of_branch, _j.desk == sa.bindparam("desk"))
_ALL = ROWS.where(_of_branch).order_by(_j.seq)
_AFTER = _ALL.where(_j.seq > sa.bindparam("after"))
_BETWEEN = _AFTER.where(_j.seq <= sa.bindparam("to"))
_OF_TICKET = _ALL.where(_j.ticket == sa.bindparam("ticket"))
_ROW = _ALL.where(_j.seq == sa.bindparam("seq"))
_OF_TICKETS = _ALL.where(_j.ticket.in_(sa.bindparam("tickets", expanding=True)))
# Ordered by a sum, not the column: else SQLite reads every row about no ticket, because they stand in this order.
_ENDS_OF_DAYS = (
    ROWS.where(_of_branch, _j.ticket.is_(None))
    .where(_j.kind.in_(sa.bindparam("kinds", expanding=True)))
    .order_by(_j.seq + 0)
)
_STRETCH = _ALL.where(
    _j.seq.between(sa.bindparam("first"), sa.bindparam("last")),
    _j.kind.in_(sa.bindparam("kinds", expanding=True)),
)
_DESKS_SET_UP = (
    ROWS.where(_of_branch, _j.ticket.is_(None), _j.seq < sa.bindparam("before"))
    .where(_j.kind == sa.literal_column("'desk_configured'"))
    .order_by(_j.seq)
)
_LAST_OF_DESK = ROWS.where(_of_desk).order_by(_j.seq.desc()).limit(1)
_SINCE_OF_DESK = ROWS.where(_of_desk, _j.seq >= sa.bindparam("since")).order_by(_j.seq)
_LAST_SIGN_IN = (
    sa.select(_j.seq)
    .where(_of_desk, _j.kind == sa.literal_column("'signed_in'"))
    .order_by(_j.seq.desc())
    .limit(1)
)


def kind_name(kind: type[events.Event]) -> str:
    """Return the journal's name for a class of facts: `Taken` is `taken`, `SignedIn` is `signed_in`."""
    return _NAMES[kind]


def to_row(branch_id: int, recorded: Recorded, before: bytes | None) -> dict[str, Any]:
    """Return the journal table's columns for the row that comes after the one of the digest `before`."""
    row = {
        "branch_id": branch_id,
        "seq": recorded.seq,
        "act": recorded.act,
        "at": recorded.at,
        "kind": kind_name(type(recorded.event)),
        "ticket": recorded.ticket,
        "device": recorded.actor.device,
        "desk": recorded.actor.desk,
        "servicer": recorded.actor.servicer,
        "manager": recorded.actor.manager,
        "body": _encoder.encode(recorded.event).decode(),
    }
    return {**row, "digest": digests.digest_of(tables.journal, row, before)}


def from_row(row: Sequence[Any]) -> Recorded:
    """Return the recorded fact that a row of `ROWS` holds; raise `UnreadableRow`."""
    _, seq, at, act, kind, ticket, device, desk, servicer, manager, body, _, before = (
        row
    )
    if not digests.is_plainly_whole(row[:-1], before):
        raise UnreadableRow(seq)
    try:
        return Recorded(
            seq=seq,
            act=act,
            at=tables.EPOCH + timedelta(microseconds=at),
            actor=_actor(device, desk, servicer, manager),
            event=_DECODERS[kind].decode(body),
            ticket=ticket,
        )
    except (
        msgspec.DecodeError,
        LookupError,
        TypeError,
        ValueError,
        OverflowError,
    ) as error:
        raise UnreadableRow(seq) from error


@lru_cache
def _actor(
    device: int | None, desk: int | None, servicer: str | None, manager: str | None
) -> Actor:
    return Actor(device=device, desk=desk, servicer=servicer, manager=manager)


def digest_at(connection: sa.Connection, branch_id: int, seq: int) -> bytes | None:
    """Return the digest of this row, None where there is no such row or it has none."""
    values = {"branch": branch_id, "seq": seq}
    return connection.execute(_LAST_DIGEST, values).scalar_one_or_none()


def last_seq(connection: sa.Connection, branch_id: int) -> int:
    """Return the number of the branch's last row, 0 where it has none."""
    found = connection.execute(_LAST_SEQ, {"branch": branch_id}).scalar()
    return found or 0


def read(
    connection: sa.Connection, branch_id: int, after: int = 0, to: int | None = None
) -> Iterator[Recorded]:
    """Yield the branch's journal in order, from the row after `after` on, to row `to` where that is said."""
    if to is None:
        yield from told(connection, _AFTER, branch=branch_id, after=after)
    else:
        yield from told(connection, _BETWEEN, branch=branch_id, after=after, to=to)


def told(
    connection: sa.Connection, asked: sa.Select[Any], **values: Any
) -> Iterator[Recorded]:
    """Yield the facts of a statement on `ROWS`, with these values in its places; raise `UnreadableRow`."""
    for row in connection.execute(asked, values):
        yield from_row(row)


def of_ticket(connection: sa.Connection, branch_id: int, ticket: int) -> list[Recorded]:
    """Return everything that happened to a ticket, in order."""
    return list(told(connection, _OF_TICKET, branch=branch_id, ticket=ticket))


def device_of(connection: sa.Connection, branch_id: int, seq: int) -> int | None:
    """Return the device at which this row was written; raise `UnreadableRow`."""
    row = next(told(connection, _ROW, branch=branch_id, seq=seq), None)
    return None if row is None else row.actor.device


def last_act(connection: sa.Connection, branch_id: int, desk: int) -> list[Recorded]:
    """Return the rows of what a desk did last, in order; empty when it never did anything, or nothing that can be read."""
    values = {"branch": branch_id, "desk": desk}
    try:
        last = next(told(connection, _LAST_OF_DESK, **values), None)
        if last is None:
            return []
        rows = told(connection, _SINCE_OF_DESK, **values, since=last.act)
        return [row for row in rows if row.act == last.act]
    except UnreadableRow as error:
        log.error("journal row cannot be read", seq=error.seq, desk=desk)  # noqa: TRY400  # where it is, says enough
        return []


def of_sitting(connection: sa.Connection, branch_id: int, desk: int) -> list[Recorded]:
    """Return what a desk did since somebody signed in there last, in order, beginning with the sign-in."""
    values = {"branch": branch_id, "desk": desk}
    since = connection.execute(_LAST_SIGN_IN, values).scalar_one()
    return list(told(connection, _SINCE_OF_DESK, **values, since=since))


def of_tickets(
    connection: sa.Connection, branch_id: int, tickets: Collection[int]
) -> list[Recorded]:
    """Return everything that happened to these tickets, in order."""
    return list(told(connection, _OF_TICKETS, branch=branch_id, tickets=list(tickets)))


def ends_of_days(connection: sa.Connection, branch_id: int) -> list[Recorded]:
    """Return every row by which a day ended, or could have: closed by time, or dated anew when the clock was set."""
    kinds = [kind_name(each) for each in (events.DayClosed, events.ClockSet)]
    return list(told(connection, _ENDS_OF_DAYS, branch=branch_id, kinds=kinds))


def desks_set_up(
    connection: sa.Connection, branch_id: int, before: int
) -> Iterable[Recorded]:
    """Return the last row before this one that says how each desk is set up; none at all where one cannot be read."""
    values = {"branch": branch_id, "before": before}
    last: dict[int, Recorded] = {}
    try:
        for row in told(connection, _DESKS_SET_UP, **values):
            assert isinstance(row.event, events.DeskConfigured)
            last[row.event.desk.number] = row
    except UnreadableRow as error:
        log.error("journal row cannot be read", seq=error.seq)  # noqa: TRY400  # where it is, says enough
        return []
    return last.values()


def stretch(
    connection: sa.Connection,
    branch_id: int,
    first: int,
    last: int,
    kinds: Iterable[type[events.Event]],
) -> Iterator[Recorded]:
    """Yield the rows of these kinds from the one of number `first` to that of `last`, in order."""
    yield from told(
        connection,
        _STRETCH,
        branch=branch_id,
        first=first,
        last=last,
        kinds=[kind_name(each) for each in kinds],
    )


def about_tickets_touched_since(
    connection: sa.Connection, branch_id: int, after: int
) -> Iterator[Recorded]:
    """Yield, in order, every row after `after`, and before them all earlier rows of the tickets they touch."""
    journal = tables.journal
    touched = sa.select(journal.c.ticket).where(
        journal.c.branch_id == branch_id,
        journal.c.seq > after,
        journal.c.ticket.is_not(None),
    )
    yield from told(
        connection,
        ROWS.where(
            journal.c.branch_id == branch_id,
            sa.or_(journal.c.seq > after, journal.c.ticket.in_(touched)),
        ).order_by(journal.c.seq),
    )
