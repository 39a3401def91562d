"""What customers were told about their wait after the promise at the door, and what was learnt to tell it; kept beside the journal."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import msgspec
import sqlalchemy as sa

from server.domain.numbering import TEST
from server.domain.promise import Promise
from server.store import tables
from server.store.session import Session

KEPT_FOR = timedelta(days=30)
"""So long it is known what was told on a day."""

_t, _l, _k = tables.told.c, tables.learnt.c, tables.ticket.c
_called, _taken, _corrected = (
    sa.type_coerce(each, sa.BigInteger)
    for each in (_k.called_at, _k.taken_at, _k.corrected)
)


class Told(msgspec.Struct, frozen=True, array_like=True):
    """A customer was told `after_s` seconds after asking how long they would wait still; nothing where nothing was known any more."""

    after_s: int
    promise: Promise | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """All that the customer of a ticket of this day was told after the promise at the door, in order."""

    ticket: int
    day: date
    told: Sequence[Told]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """What was learnt from the journal up to row `seq`."""

    seq: int
    content: bytes


_ranges = msgspec.json.Decoder(list[Told])


def keep_stories(session: Session, stories: Iterable[Story]) -> None:
    """Keep what was told to tickets that wait no longer; forget old days."""
    branch = session.state.id
    connection = session.flush().connection
    for story in _of_each_ticket(stories):
        mine = sa.and_(_t.branch_id == branch, _t.ticket == story.ticket)
        # Who was called may have come back to wait.
        before = story_of(connection, branch, story.ticket)
        told = dict.fromkeys([*before, *story.told])
        session.beside(sa.delete(tables.told).where(mine))
        values = {
            "branch_id": branch,
            "ticket": story.ticket,
            "day": story.day,
            "ranges": msgspec.json.encode(list(told)).decode(),
        }
        session.beside(sa.insert(tables.told).values(**values))
    old = _t.day < session.state.day - KEPT_FOR
    session.beside(sa.delete(tables.told).where(_t.branch_id == branch, old))


def _of_each_ticket(stories: Iterable[Story]) -> Iterable[Story]:
    found: dict[int, Story] = {}
    for story in stories:
        told = found[story.ticket].told if story.ticket in found else ()
        found[story.ticket] = replace(story, told=[*told, *story.told])
    return found.values()


def story_of(connection: sa.Connection, branch_id: int, ticket: int) -> list[Told]:
    """Return what the customer was told after the promise at the door, in order; nothing where nothing is kept."""
    found = connection.execute(
        sa.select(_t.ranges).where(_t.branch_id == branch_id, _t.ticket == ticket)
    ).scalar()
    return [] if found is None else _ranges.decode(found)


def told_while_waiting(
    connection: sa.Connection, branch_id: int, first: date, last: date
) -> Iterator[tuple[int, list[Told]]]:
    """Yield how many microseconds each who was called on these days had waited, tests left out, and what they were told after the promise at the door."""
    found = connection.execute(
        sa.select(_called - _taken - _corrected, _t.ranges)
        .join(
            tables.ticket,
            sa.and_(_k.branch_id == _t.branch_id, _k.id == _t.ticket),
        )
        .where(_t.branch_id == branch_id, _k.day.between(first, last))
        .where(_k.called_at.is_not(None), ~_k.label.startswith(TEST))
    )
    for waited, ranges in found:
        yield waited, _ranges.decode(ranges)


def keep_learnt(session: Session, learnt: Learnt) -> None:
    """Keep this in the place of what was kept before."""
    branch = session.state.id
    session.beside(sa.delete(tables.learnt).where(_l.branch_id == branch))
    values = {"branch_id": branch, "seq": learnt.seq, "at": session.now}
    session.beside(sa.insert(tables.learnt).values(**values, content=learnt.content))


def learnt(connection: sa.Connection, branch_id: int) -> Learnt | None:
    """Return what was kept last, None where nothing was."""
    row = connection.execute(
        sa.select(_l.seq, _l.content).where(_l.branch_id == branch_id)
    ).one_or_none()
    return None if row is None else Learnt(seq=row.seq, content=row.content)
