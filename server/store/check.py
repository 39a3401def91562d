"""Whether the state tables are what the journal says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

import msgspec
import sqlalchemy as sa

from server.domain.alterations import is_audited
from server.domain.counting import Counter, QueueDay
from server.domain.state import NO_DAY, UNTOLD, BranchState, OutOfSequence
from server.domain.ticket import AT_DESK
from server.store import audit, damage, sign_ins, tables
from server.store.acknowledged import UNKNOWN, LastLink, LastLinks
from server.store.digests import Damaged
from server.store.load import load
from server.store.replay import Replay
from server.store.rows import to_counter
from server.store.tokens import TicketTokens, token_hash
from server.store.view import View


@dataclass(frozen=True, slots=True)
class Checked:
    """What was compared, and each difference in a sentence; none at all is how it should be."""

    rows: int
    tickets: int
    differences: list[str]


def check(view: View, tokens: TicketTokens, told: LastLinks = UNKNOWN) -> Checked:
    """Fold the branch from its journal and compare; a damaged file is a difference, never an exception.

    `told` says how the chains of changes and sign-ins were told to end, where that is known.
    """
    replay = Replay(view)
    try:
        # What is damaged is no use to compare.
        differences = list(damage.anywhere(view.connection)) or list(
            _compare(view, replay, tokens, told)
        )
    except sa.exc.DatabaseError as error:
        differences = [f"The database cannot be read: {error.orig}."]
    except (OutOfSequence, Damaged) as error:
        differences = [str(error)]
    except (msgspec.DecodeError, KeyError, TypeError, ValueError) as error:
        differences = [
            f"Something behind journal row {replay.state.seq} cannot be read: {error}."
        ]
    return Checked(replay.state.seq, len(replay.tickets), differences)


def _compare(
    view: View, replay: Replay, tokens: TicketTokens, told_links: LastLinks
) -> Iterator[str]:
    audited = {each.row.seq for each in replay if is_audited(each.row)}
    kept, told = load(view), replay.state
    yield from _branch(kept, told)
    yield from _table("queue", kept.all_queues, told.all_queues)
    yield from _table("desk", kept.all_desks, told.all_desks)
    yield from _table("servicer", kept.all_servicers, told.all_servicers)
    yield from _table("account", kept.all_accounts, told.all_accounts)
    yield from _table("device", kept.devices, told.devices)
    yield from _table("ticket", {t.id: t for t in view.all_tickets()}, replay.tickets)
    yield from _table("counter", _counters(view), _counting(replay.counters))
    yield from _at_desks(told, replay)
    yield from _tokens(view, replay, tokens)
    yield from _audit(view, audited, tokens, told_links.changes)
    yield from _sign_ins(view, tokens, told_links.sign_ins)


def _branch(kept: BranchState, told: BranchState) -> Iterator[str]:
    # Databases from before the first row told how the branch began.
    day = kept.day if told.day == NO_DAY else told.day
    stands_for = kept.stands_for if told.day == NO_DAY else told.stands_for
    settings = kept.settings if told.settings is UNTOLD else told.settings
    for name, value, said in (
        ("seq", kept.seq, told.seq),
        ("day", kept.day, day),
        ("stands_for", kept.stands_for, stands_for),
        ("settings", kept.settings, settings),
        ("message", kept.message, told.message),
        ("help", kept.help, told.help),
        ("today", kept.today, told.today),
    ):
        if value != said:
            yield f"branch: {name} is {value}, the journal says {said}"


def _at_desks(told: BranchState, replay: Replay) -> Iterator[str]:
    """Yield where two are at one desk, or one where nobody sits."""
    there: dict[int, list[str]] = {}
    for ticket in replay.tickets.values():
        if ticket.state in AT_DESK and ticket.desk is not None:
            there.setdefault(ticket.desk, []).append(ticket.label)
    for number, labels in there.items():
        if len(labels) > 1:
            yield f"desk {number}: {' and '.join(labels)} are there at once"
        desk = told.all_desks.get(number)
        if desk is None or desk.servicer is None:
            yield f"desk {number}: {labels[0]} is there, but nobody sits there"


def _audit(
    view: View, audited: set[int], tokens: TicketTokens, told: LastLink | None
) -> Iterator[str]:
    """Yield what is wrong with the chain of what was set up and what managers did."""
    kept = audit.entries(view.connection, view.branch.id)
    for seq in sorted(audited ^ kept)[:1]:
        yield f"changes: row {seq} is not in their chain, or should not be"
    if told is not None and not audit.has(view.connection, view.branch.id, told):
        yield (
            f"changes: row {told.seq} was the last of their chain once, and is there no longer: they were cut off, or an older "
            "copy was put back"
        )
    found = audit.look_through(view.connection, view.branch.id, tokens, told)
    if found.altered_from is not None:
        yield f"changes: from row {found.altered_from} on they were altered afterwards"


def _sign_ins(view: View, tokens: TicketTokens, told: LastLink | None) -> Iterator[str]:
    connection, branch_id = view.connection, view.branch.id
    first = sign_ins.altered_from(connection, branch_id, tokens, told)
    if first is not None:
        yield f"sign-ins: from number {first} on they were altered afterwards, or cut off"


def _counters(view: View) -> dict[QueueDay, Counter]:
    rows = view.connection.execute(
        sa.select(tables.counter).where(tables.counter.c.branch_id == view.branch.id)
    )
    return _counting({(row.queue, row.day): to_counter(row) for row in rows})


def _counting(counters: Mapping[QueueDay, Counter]) -> dict[QueueDay, Counter]:
    return {key: each for key, each in counters.items() if each != Counter()}


def _tokens(view: View, replay: Replay, tokens: TicketTokens) -> Iterator[str]:
    ticket = tables.ticket.c
    rows = view.connection.execute(
        sa.select(ticket.id, ticket.token_hash).where(
            ticket.branch_id == view.branch.id
        )
    )
    for id, hashed in rows:
        known = replay.tickets.get(id)
        if known is not None:
            token = tokens.of(view.branch.id, id, known.taken_at)
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
    return "; ".join(
        f"{field.name} is {getattr(kept, field.name)}, "
        f"the journal says {getattr(told, field.name)}"
        for field in fields(kept)
        if getattr(kept, field.name) != getattr(told, field.name)
    )
