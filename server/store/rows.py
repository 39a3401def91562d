"""Rows as values and back."""

from dataclasses import fields
from typing import Any

import msgspec
import sqlalchemy as sa

from server.domain.branch import (
    BranchSettings,
    Desk,
    DeskState,
    Policy,
    Queue,
    QueueSettings,
)
from server.domain.state import Counter
from server.domain.ticket import PrintState, Ticket, TicketState
from server.store import tables

settings_of_branch = msgspec.json.Decoder(BranchSettings)
_settings_of_queue = msgspec.json.Decoder(QueueSettings)
_names = msgspec.json.Decoder(dict[str, str])
_slugs = msgspec.json.Decoder(tuple[str, ...])
_weights = msgspec.json.Decoder(tuple[int, ...])
_turns = msgspec.json.Decoder(dict[str, int])
_encoder = msgspec.json.Encoder()

TICKET_FIELDS = [field.name for field in fields(Ticket)]
TICKET_COLUMNS = [tables.ticket.c[name] for name in TICKET_FIELDS]


def to_ticket(row: sa.Row[Any]) -> Ticket:
    """Return the ticket of a row of `TICKET_COLUMNS`."""
    values = dict(zip(TICKET_FIELDS, row, strict=True))
    values["state"] = TicketState(values["state"])
    if values["print"] is not None:
        values["print"] = PrintState(values["print"])
    return Ticket(**values)


def to_queue(row: sa.Row[Any]) -> Queue:
    """Return the queue of a row of its table."""
    return Queue(
        slug=row.slug,
        letter=row.letter,
        names=_names.decode(row.names),
        ordinal=row.ordinal,
        settings=_settings_of_queue.decode(row.settings),
        removed=row.removed,
    )


def to_desk(row: sa.Row[Any]) -> Desk:
    """Return the desk of a row of its table."""
    return Desk(
        number=row.number,
        queues=_slugs.decode(row.queues),
        policy=Policy(row.policy),
        weights=_weights.decode(row.weights),
        state=DeskState(row.state),
        servicer=row.servicer,
        device=row.device,
        since=row.since,
        reason=row.reason,
        back_at=row.back_at,
        help_since=row.help_since,
        stored_since=row.stored_since,
        turns=_turns.decode(row.turns),
        removed=row.removed,
    )


def to_counter(row: sa.Row[Any]) -> Counter:
    """Return the counter of a row of its table."""
    letters = tuple(row.letters.split())
    return Counter(row.last_number, row.given, row.waiting, letters)


def columns_of(thing: Ticket | Queue | Desk) -> dict[str, Any]:
    """Return a value's fields as table columns; what has no column type of its own becomes JSON text."""
    return {name: plain(getattr(thing, name)) for name in _FIELDS[type(thing)]}


def plain(value: Any) -> Any:
    """Return a field's value as its column takes it."""
    if isinstance(value, _AS_JSON):
        return _encoder.encode(value).decode()
    return value


_AS_JSON = (dict, tuple, QueueSettings, BranchSettings)
_FIELDS = {
    kind: [field.name for field in fields(kind)] for kind in (Ticket, Queue, Desk)
}
