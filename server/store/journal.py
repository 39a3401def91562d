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


def kind_of(event: events.Event) -> str:
    """Return the journal's name for a fact's class: `Taken` is `taken`, `SignedIn` is `signed_in`."""
    return _NAMES[type(event)]


def to_row(branch_id: int, recorded: Recorded) -> dict[str, Any]:
    """Return the journal table's columns for the row."""
    return {
        "branch_id": branch_id,
        "seq": recorded.seq,
        "at": recorded.at,
        "kind": kind_of(recorded.event),
        "ticket": recorded.ticket,
        "device": recorded.actor.device,
        "desk": recorded.actor.desk,
        "servicer": recorded.actor.servicer,
        "body": _encoder.encode(recorded.event).decode(),
    }


def from_row(row: sa.RowMapping) -> Recorded:
    """Return the recorded fact that the journal table's columns hold."""
    return Recorded(
        seq=row["seq"],
        at=row["at"],
        actor=Actor(device=row["device"], desk=row["desk"], servicer=row["servicer"]),
        event=_DECODERS[row["kind"]].decode(row["body"]),
        ticket=row["ticket"],
    )


def read(
    connection: sa.Connection, branch_id: int, after: int = 0
) -> Iterator[Recorded]:
    """Yield the branch's journal in order, from the row after `after` on."""
    journal = tables.journal
    rows = connection.execute(
        sa.select(journal)
        .where(journal.c.branch_id == branch_id, journal.c.seq > after)
        .order_by(journal.c.seq)
    )
    for row in rows.mappings():
        yield from_row(row)


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
