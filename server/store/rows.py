"""Rows as values and back."""

from dataclasses import fields
from enum import StrEnum
from typing import Any

import msgspec
import sqlalchemy as sa

from server.domain.account import Account, AccountRole
from server.domain.branch import (
    BranchSettings,
    Desk,
    DeskState,
    Device,
    HelpCall,
    Helper,
    Message,
    Policy,
    Queue,
    QueueSettings,
    Servicer,
)
from server.domain.counting import Counter
from server.domain.promise import Promise
from server.domain.ticket import PrintState, Ticket, TicketState
from server.domain.today import Today
from server.store import digests, tables

settings_of_branch = msgspec.json.Decoder(BranchSettings)
message_of = msgspec.json.Decoder(Message)
today_of = msgspec.json.Decoder(Today)
help_of = msgspec.json.Decoder(dict[int, HelpCall])
_settings_of_queue = msgspec.json.Decoder(QueueSettings)
_names = msgspec.json.Decoder(dict[str, str])
_slugs = msgspec.json.Decoder(tuple[str, ...])
_helper = msgspec.json.Decoder(Helper)
_weights = msgspec.json.Decoder(tuple[int, ...])
_rounds = msgspec.json.Decoder(tuple[int, int])
_turns = msgspec.json.Decoder(dict[str, int])
_promise = msgspec.json.Decoder(Promise)
_encoder = msgspec.json.Encoder()

_TICKET_NAMES = [column.name for column in tables.ticket.columns]
_NOT_OF_TICKET = set(_TICKET_NAMES) - {field.name for field in fields(Ticket)}


def to_ticket(row: sa.Row[Any]) -> Ticket:
    """Return the ticket of a row of its table; raise `Damaged`."""
    digests.check(tables.ticket, row)
    values = dict(zip(_TICKET_NAMES, row, strict=True))
    for name in _NOT_OF_TICKET:
        del values[name]
    values["state"] = TicketState(values["state"])
    if values["print"] is not None:
        values["print"] = PrintState(values["print"])
    if values["promise"] is not None:
        values["promise"] = _promise.decode(values["promise"])
    return Ticket(**values)


def to_queue(row: sa.Row[Any]) -> Queue:
    """Return the queue of a row of its table; raise `Damaged`."""
    digests.check(tables.queue, row)
    return Queue(
        slug=row.slug,
        letter=row.letter,
        names=_names.decode(row.names),
        ordinal=row.ordinal,
        settings=_settings_of_queue.decode(row.settings),
        removed=row.removed,
    )


def to_desk(row: sa.Row[Any]) -> Desk:
    """Return the desk of a row of its table; raise `Damaged`."""
    digests.check(tables.desk, row)
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
        helper=None if row.helper is None else _helper.decode(row.helper),
        lent=_slugs.decode(row.lent),
        stored_since=row.stored_since,
        turns=_turns.decode(row.turns),
        names=_names.decode(row.names),
        removed=row.removed,
    )


def to_counter(row: sa.Row[Any]) -> Counter:
    """Return the counter of a row of its table; raise `Damaged`."""
    digests.check(tables.counter, row)
    letters = tuple(row.letters.split())
    return Counter(
        row.last_number, row.given, row.waiting, letters, _rounds.decode(row.turns)
    )


def to_servicer(row: sa.Row[Any]) -> Servicer:
    """Return the servicer of a row of its table; raise `Damaged`."""
    digests.check(tables.servicer, row)
    return Servicer(name=row.name, removed=row.removed)


def to_account(row: sa.Row[Any]) -> Account:
    """Return the account of a row of its table; raise `Damaged`."""
    digests.check(tables.account, row)
    return Account(
        name=row.name,
        shown=row.shown,
        role=AccountRole(row.role),
        has_second_factor=row.has_second_factor,
        removed=row.removed,
    )


def to_device(row: sa.Row[Any]) -> Device:
    """Return the device of a row of its table; raise `Damaged`."""
    digests.check(tables.device, row)
    return Device(id=row.id, role=row.role, name=row.name, desk=row.desk)


def columns_of(thing: Ticket | Queue | Desk) -> dict[str, Any]:
    """Return a value's fields as table columns; what has no column type of its own becomes JSON text."""
    return {name: plain(getattr(thing, name)) for name in _FIELDS[type(thing)]}


def plain(value: Any) -> Any:
    """Return a field's value as its column takes it."""
    if isinstance(value, _AS_JSON):
        return _encoder.encode(value).decode()
    return value.value if isinstance(value, StrEnum) else value


_AS_JSON = (dict, tuple, QueueSettings, BranchSettings, Message, Today, Helper, Promise)
_FIELDS = {
    kind: [field.name for field in fields(kind)] for kind in (Ticket, Queue, Desk)
}
