"""The tickets of business days, for reports: looked at as plain numbers, since half a million datetimes would take longer than all the counting."""

from collections import Counter as Tally
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

import sqlalchemy as sa

from server.domain.numbering import TEST
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
_counted = sa.and_(_of_days, ~_is_test)
"""A test counts in no figure."""

_STATES = (
    sa.select(_t.state, sa.func.count().label("tickets"))
    .where(_counted)
    .group_by(_t.state)
)
_SERVED = sa.select(
    _t.queue,
    _t.desk,
    _t.servicer,
    (
        sa.type_coerce(_t.taken_at, sa.BigInteger)
        + sa.type_coerce(_t.corrected, sa.BigInteger)
    )
    // _bind("taken_in"),
    sa.type_coerce(_t.waited, sa.BigInteger) // _bind("lasted_in"),
    sa.type_coerce(_t.served, sa.BigInteger) // _bind("lasted_in"),
).where(_counted, _t.state == "done")

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
        for row in chain(self._ask(_PLAIN_OF_DAYS), among):
            digests.check(tables.ticket, row)

    def states(self) -> Tally[TicketState]:
        """Return how many tickets stand in each state."""
        rows = self._ask(_STATES)
        return Tally({TicketState(row.state): row.tickets for row in rows})

    def served(self, *, taken_in: int, lasted_in: int) -> Iterable[Sequence[Any]]:
        """Return those that were served: queue, desk, servicer, when taken, the wait, the service.

        The moment comes in whole units of `taken_in` microseconds, the durations in units of `lasted_in`.
        """
        return self._ask(_SERVED, taken_in=taken_in, lasted_in=lasted_in)

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
