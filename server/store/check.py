"""Whether the state tables are what the journal says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

import msgspec
import sqlalchemy as sa

from server.store import journal, tables
from server.store.changes import Counter
from server.store.rebuild import OutOfSequence, Rebuilt
from server.store.tokens import TicketTokens, token_hash
from server.store.view import View


@dataclass(frozen=True, slots=True)
class Checked:
    """What was compared, and each difference in a sentence; none at all is how it should be."""

    rows: int
    tickets: int
    differences: list[str]


def check(view: View, tokens: TicketTokens) -> Checked:
    """Rebuild the branch from its journal and compare; a damaged file is a difference, never an exception."""
    rebuilt = Rebuilt()
    try:
        differences = [*_damage(view), *_compare(view, rebuilt, tokens)]
    except sa.exc.DatabaseError as error:
        differences = [f"The database cannot be read: {error.orig}."]
    except OutOfSequence as error:
        differences = [str(error)]
    except (msgspec.DecodeError, KeyError, TypeError, ValueError) as error:
        differences = [
            f"Something behind journal row {rebuilt.seq} cannot be read: {error}."
        ]
    return Checked(rebuilt.seq, len(rebuilt.tickets), differences)


def _damage(view: View) -> Iterator[str]:
    if view.connection.dialect.name != "sqlite":
        return
    for (found,) in view.connection.exec_driver_sql("PRAGMA integrity_check"):
        if found != "ok":
            yield f"The file is damaged: {found}."


def _compare(view: View, rebuilt: Rebuilt, tokens: TicketTokens) -> Iterator[str]:
    for row in journal.read(view.connection, view.ledger.id):
        rebuilt.apply(row)
    yield from _ledger(view, rebuilt)
    yield from _table("queue", {q.slug: q for q in view.every_queue()}, rebuilt.queues)
    yield from _table("desk", {d.number: d for d in view.every_desk()}, rebuilt.desks)
    yield from _table("servicer", _servicers(view), rebuilt.servicers)
    yield from _table("ticket", {t.id: t for t in view.all_tickets()}, rebuilt.tickets)
    counters = {key: c for key, c in rebuilt.counters.items() if c != Counter()}
    yield from _table("counter", _counters(view), counters)
    yield from _tokens(view, rebuilt, tokens)


def _ledger(view: View, rebuilt: Rebuilt) -> Iterator[str]:
    ledger = view.ledger
    kept = {"seq": ledger.seq, "day": ledger.day, "settings": ledger.settings}
    told = {
        "seq": rebuilt.seq,
        # Databases from before the first row told how the branch began.
        "day": rebuilt.day or ledger.day,
        "settings": rebuilt.settings or ledger.settings,
    }
    for name, value in kept.items():
        if value != told[name]:
            yield f"branch: {name} is {value}, the journal says {told[name]}"


def _servicers(view: View) -> dict[str, bool]:
    servicer = tables.servicer.c
    rows = view.connection.execute(
        sa.select(servicer.name, servicer.removed).where(
            servicer.branch_id == view.ledger.id
        )
    )
    return {row.name: row.removed for row in rows}


def _counters(view: View) -> dict[Any, Counter]:
    rows = view.connection.execute(
        sa.select(tables.counter).where(tables.counter.c.branch_id == view.ledger.id)
    )
    return {
        (row.queue, row.day): Counter(row.last_number, row.given, row.waiting)
        for row in rows
        if (row.last_number, row.given, row.waiting) != (0, 0, 0)
    }


def _tokens(view: View, rebuilt: Rebuilt, tokens: TicketTokens) -> Iterator[str]:
    ticket = tables.ticket.c
    rows = view.connection.execute(
        sa.select(ticket.id, ticket.token_hash).where(
            ticket.branch_id == view.ledger.id
        )
    )
    for id, hashed in rows:
        known = rebuilt.tickets.get(id)
        if known is not None:
            token = tokens.of(view.ledger.id, id, known.taken_at)
            if hashed != token_hash(token):
                yield f"ticket {id}: its address is not the one that was given out"


def _table(
    what: str, kept: Mapping[Any, Any], told: Mapping[Any, Any]
) -> Iterator[str]:
    for key in told.keys() - kept.keys():
        yield f"{what} {key}: is not there, but the journal knows it"
    for key in kept.keys() - told.keys():
        yield f"{what} {key}: the journal does not know it"
    for key in kept.keys() & told.keys():
        if kept[key] != told[key]:
            yield f"{what} {key}: {_how(kept[key], told[key])}"


def _how(kept: Any, told: Any) -> str:
    if isinstance(kept, bool):
        return f"removed is {kept}, the journal says {told}"
    return "; ".join(
        f"{field.name} is {getattr(kept, field.name)}, "
        f"the journal says {getattr(told, field.name)}"
        for field in fields(kept)
        if getattr(kept, field.name) != getattr(told, field.name)
    )
