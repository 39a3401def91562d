"""The tickets of business days, for reports: looked at as plain numbers, since half a million datetimes would take longer than all the counting."""

from collections import Counter as Tally
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain
from typing import Any

import msgspec
import sqlalchemy as sa

from server.domain.figures.visits import Visit
from server.domain.numbering import TEST
from server.domain.promise import Promise
from server.domain.ticket import TicketState
from server.store import digests, tables

_t = tables.ticket.c


def _bind(name: str) -> Any:
    return sa.bindparam(name)


# Built once: putting a statement together costs more than running it.
_of_branch = sa.and_(_t.branch_id == _bind("branch"))
_is_of_days = _t.day.between(_bind("first"), _bind("last"))
_of_days = sa.and_(_of_branch, _is_of_days)
_is_test = sa.func.substr(_t.label, 1, len(TEST)) == TEST
_j = tables.journal.c
_is_undone = sa.and_(
    _t.state == "left",
    sa.exists().where(
        _j.branch_id == _t.branch_id,
        _j.ticket == _t.id,
        _j.kind == "cancelled",
        _j.body.contains('"undone":true'),
    ),
)
_counted = sa.and_(_of_days, ~_is_test, ~_is_undone)
"""A test counts in no figure, nor does a number that was given by mistake and taken back."""

_asked = sa.type_coerce(_t.taken_at, sa.BigInteger) + sa.type_coerce(
    _t.corrected, sa.BigInteger
)
_called = sa.type_coerce(_t.called_at, sa.BigInteger)
_ended = sa.type_coerce(_t.ended_at, sa.BigInteger)


def _not_less_than_nothing(lasted: Any) -> Any:
    # Clocks are led back by a second or so.
    return sa.case((lasted < 0, 0), else_=lasted)


_STATES = (
    sa.select(_t.state, sa.func.count().label("tickets"))
    .where(_counted)
    .group_by(_t.state)
)
_LEFT_WITHIN = sa.select(sa.func.count()).where(
    _counted,
    _t.state == "left",
    _t.called_at.is_(None),
    _ended - _asked <= _bind("microseconds"),
)
_SERVED = sa.select(
    _t.queue,
    _t.desk,
    _t.servicer,
    _asked,
    _not_less_than_nothing(_called - _asked),
    sa.type_coerce(_t.served, sa.BigInteger),
    _not_less_than_nothing(_ended - _asked),
).where(_counted, _t.state == "done")

_VISITS = (
    sa.select(
        _t.id,
        _t.queue,
        _t.desk,
        _t.servicer,
        _t.state,
        _asked,
        _called,
        _ended,
        sa.type_coerce(_t.served, sa.BigInteger),
        _t.promise,
    )
    .where(_counted)
    .order_by(_t.id)
)
_RATED = (
    sa.select(_t.queue, _t.desk, _t.servicer, _t.rating, sa.func.count())
    .where(_counted, _t.state == "done", _t.rating.is_not(None))
    .group_by(_t.queue, _t.desk, _t.servicer, _t.rating)
)
_LAST_BEFORE = sa.select(sa.func.max(_t.id)).where(_of_branch, _t.day < _bind("first"))
_FIRST_AFTER = sa.select(sa.func.min(_t.id)).where(_of_branch, _t.day > _bind("last"))
_PLAIN = sa.select(*digests.plain(tables.ticket))
_PLAIN_OF_DAYS = _PLAIN.where(_of_days)
_PLAIN_AMONG = _PLAIN.where(
    _of_branch, _t.id.between(_bind("least"), _bind("most")), ~_is_of_days
)
_promise = msgspec.json.Decoder(Promise)
_AT_ONCE = 1_000
_NO_END = 2**63 - 1


class Days:
    """The tickets of all business days from `first` to `last`."""

    def __init__(
        self, connection: sa.Connection, branch_id: int, first: date, last: date
    ) -> None:
        self._connection = connection
        self._those = {"branch": branch_id, "first": first, "last": last}

    def look_through(self) -> None:
        """Raise `Damaged` unless every ticket is as it was written.

        Among them are those that say they are of another day, though they were taken between these: that may be what is damaged.
        """
        least, most = self._first_of(_LAST_BEFORE), self._first_of(_FIRST_AFTER)
        among = self._ask(
            _PLAIN_AMONG, least=least or 0, most=_NO_END if most is None else most
        )
        for row in chain(_bare(self._ask(_PLAIN_OF_DAYS)), _bare(among)):
            digests.check_plain(tables.ticket, row)

    def visits(self) -> list[Visit]:
        """Return the tickets as they count, tests left out, in the order they were taken; raise `Damaged`."""
        self.look_through()
        return [_visit(row) for row in self._ask(_VISITS)]

    def states(self) -> Tally[TicketState]:
        """Return how many tickets stand in each state."""
        rows = self._ask(_STATES)
        return Tally({TicketState(row.state): row.tickets for row in rows})

    def left_within(self, microseconds: int) -> int:
        """Return how many left before a call and within so long."""
        found: int = self._ask(_LEFT_WITHIN, microseconds=microseconds).scalar_one()
        return found

    def served(self) -> Iterable[Sequence[Any]]:
        """Return those that were served: queue, desk, servicer, and in microseconds when taken, the wait, the service and the total."""
        return _bare(self._ask(_SERVED))

    def rated(self) -> Iterable[Sequence[Any]]:
        """Return what those who were served said: queue, desk, servicer, the score from 1 to 3, and how many gave it."""
        return self._ask(_RATED)

    def _ask(self, statement: sa.Select[Any], **values: Any) -> sa.CursorResult[Any]:
        result = self._connection.execute(statement, {**self._those, **values})
        assert isinstance(result, sa.CursorResult)
        return result

    def _first_of(self, statement: sa.Select[Any]) -> int | None:
        found: int | None = self._ask(statement).scalar()
        return found


def _bare(result: sa.CursorResult[Any]) -> Iterator[Sequence[Any]]:
    """Yield the rows as the driver has them: making half a million rows of them would take longer than all the counting."""
    cursor: Any = result.cursor
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from rows
    result.close()


def _visit(row: sa.Row[Any]) -> Visit:
    visit = Visit._make(row)
    return visit._replace(promise=row.promise and _promise.decode(row.promise))
