"""Journal rows as text and back: facts are stored as JSON objects, their class name as `kind`."""

import re
from collections.abc import Iterator
from typing import Any, get_args

import msgspec
import sqlalchemy as sa

from server.domain import events
from server.domain.events import Actor, Recorded
from server.store import tables

_KINDS: dict[str, type] = {
    re.sub(r"(?<!^)([A-Z])", r"_\1", kind.__name__).lower(): kind
    for kind in get_args(events.Event)
}
_NAMES = {kind: name for name, kind in _KINDS.items()}
_DECODERS: dict[str, msgspec.json.Decoder[Any]] = {
    name: msgspec.json.Decoder(kind) for name, kind in _KINDS.items()
}
_encoder = msgspec.json.Encoder()

_j = tables.journal.c
_of_branch = _j.branch_id == sa.bindparam("branch")
_of_desk = sa.and_(_of_branch, _j.desk == sa.bindparam("desk"))
_ALL = sa.select(tables.journal).where(_of_branch).order_by(_j.seq)
_AFTER = _ALL.where(_j.seq > sa.bindparam("after"))
_OF_TICKET = _ALL.where(_j.ticket == sa.bindparam("ticket"))
_LAST_OF_DESK = (
    sa.select(tables.journal).where(_of_desk).order_by(_j.seq.desc()).limit(1)
)
_SINCE_OF_DESK = (
    sa.select(tables.journal)
    .where(_of_desk, _j.seq >= sa.bindparam("since"))
    .order_by(_j.seq)
)
_LAST_SIGN_IN = (
    sa.select(_j.seq)
    .where(_of_desk, _j.kind == sa.literal_column("'signed_in'"))
    .order_by(_j.seq.desc())
    .limit(1)
)


def kind_of(event: events.Event) -> str:
    """Return the journal's name for a fact's class: `Taken` is `taken`, `SignedIn` is `signed_in`."""
    return _NAMES[type(event)]


def to_row(branch_id: int, recorded: Recorded) -> dict[str, Any]:
    """Return the journal table's columns for the row."""
    return {
        "branch_id": branch_id,
        "seq": recorded.seq,
        "act": recorded.act,
        "at": recorded.at,
        "kind": kind_of(recorded.event),
        "ticket": recorded.ticket,
        "device": recorded.actor.device,
        "desk": recorded.actor.desk,
        "servicer": recorded.actor.servicer,
        "manager": recorded.actor.manager,
        "body": _encoder.encode(recorded.event).decode(),
    }


def from_row(row: sa.RowMapping) -> Recorded:
    """Return the recorded fact that the journal table's columns hold."""
    return Recorded(
        seq=row["seq"],
        act=row["act"],
        at=row["at"],
        actor=Actor(
            device=row["device"],
            desk=row["desk"],
            servicer=row["servicer"],
            manager=row["manager"],
        ),
        event=_DECODERS[row["kind"]].decode(row["body"]),
        ticket=row["ticket"],
    )


def read(
    connection: sa.Connection, branch_id: int, after: int = 0
) -> Iterator[Recorded]:
    """Yield the branch's journal in order, from the row after `after` on."""
    rows = connection.execute(_AFTER, {"branch": branch_id, "after": after})
    for row in rows.mappings():
        yield from_row(row)


def of_ticket(connection: sa.Connection, branch_id: int, ticket: int) -> list[Recorded]:
    """Return everything that happened to a ticket, in order."""
    rows = connection.execute(_OF_TICKET, {"branch": branch_id, "ticket": ticket})
    return [from_row(row) for row in rows.mappings()]


def last_act(connection: sa.Connection, branch_id: int, desk: int) -> list[Recorded]:
    """Return the rows of what a desk did last, in order; empty when it never did anything."""
    values = {"branch": branch_id, "desk": desk}
    last = connection.execute(_LAST_OF_DESK, values).mappings().one_or_none()
    if last is None:
        return []
    rows = connection.execute(
        _SINCE_OF_DESK, {**values, "since": last["act"]}
    ).mappings()
    return [from_row(row) for row in rows if row["act"] == last["act"]]


def of_sitting(connection: sa.Connection, branch_id: int, desk: int) -> list[Recorded]:
    """Return what a desk did since somebody signed in there last, in order, beginning with the sign-in."""
    values = {"branch": branch_id, "desk": desk}
    since = connection.execute(_LAST_SIGN_IN, values).scalar_one()
    rows = connection.execute(_SINCE_OF_DESK, {**values, "since": since}).mappings()
    return [from_row(row) for row in rows]


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
    rows = connection.execute(
        sa.select(journal)
        .where(
            journal.c.branch_id == branch_id,
            sa.or_(journal.c.seq > after, journal.c.ticket.in_(touched)),
        )
        .order_by(journal.c.seq)
    )
    for row in rows.mappings():
        yield from_row(row)
