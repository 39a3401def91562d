"""A branch as it stood after any row of its journal, from the few rows of which something was left by then."""

from collections.abc import Iterable, Iterator
from typing import Any, get_args

import sqlalchemy as sa

from server.domain import events, life
from server.domain.branch import Policy
from server.domain.events import Recorded
from server.domain.state import BranchState, Change
from server.store import journal, tables
from server.store.journal import kind_name
from server.store.view import View

_AT_DESKS = (
    events.SignedIn,
    events.SignedOut,
    events.Paused,
    events.Opened,
    events.NextStored,
    events.DeskUndone,
)
"""What a desk does to itself: of each kind only the last one of a sitting is left."""

_OF_THE_DAY = set(get_args(events.HallEvent)) - {events.DayClosed}
"""What lasts until the day ends at most."""

_SET_UP = {*get_args(events.SetUpEvent), events.DeskConfigured}
_SIT_DOWN, _GET_UP, _UNDONE = map(
    kind_name, (events.SignedIn, events.SignedOut, events.DeskUndone)
)
_SITS = (_SIT_DOWN, _GET_UP)

_j, _t = tables.journal.c, tables.ticket.c
_branch: Any = sa.bindparam("branch")
_seq: Any = sa.bindparam("seq")


def _is_one_of(facts: Iterable[type[events.Event]]) -> Any:
    # Literal kinds, not bound ones, and one by one: so each is found by the index.
    return _j.kind.in_([sa.literal_column(f"'{kind_name(fact)}'") for fact in facts])


_about_none = sa.and_(_j.branch_id == _branch, _j.ticket.is_(None), _j.seq <= _seq)
_LAST_DAY = sa.select(sa.func.max(_j.seq)).where(
    _about_none, _is_one_of([events.DayClosed])
)
_LAST_AT_DESKS = (
    sa.select(_j.desk, _j.kind, sa.func.max(_j.seq).label("seq"))
    .where(_about_none, _is_one_of(_AT_DESKS), _j.desk.is_not(None))
    .group_by(_j.desk, _j.kind)
)
_rows = journal.ROWS.where(_about_none).order_by(_j.seq)
_SET_UP_ROWS = _rows.where(_is_one_of(_SET_UP))
_SIGNED_OUT_BY_OTHERS = _rows.where(_is_one_of([events.SignedOut]), _j.desk.is_(None))
_since = _j.seq > sa.bindparam("since")
_ROWS_OF_THE_DAY = _rows.where(_is_one_of(_OF_THE_DAY), _since)
_LOANS = _rows.where(_is_one_of([events.QueueLent]), _since)
_HELP = _rows.where(_is_one_of([events.HelpAsked, events.HelperComing]), _since)
_THOSE = _rows.where(_j.seq.in_(sa.bindparam("those", expanding=True)))
_CALLS = (
    journal.ROWS.where(
        _j.branch_id == _branch,
        _j.desk == sa.bindparam("desk"),
        _since,
        _j.seq <= _seq,
        _j.kind == sa.literal_column(f"'{kind_name(events.Called)}'"),
    )
    .order_by(_j.seq.desc())
    .limit(1)
)
_TURNS = _CALLS.where(_j.body.contains('"turns":{'))
_HERE = (
    sa.select(_t.id)
    .where(
        _t.branch_id == _branch,
        _t.id <= _seq,
        sa.or_(_t.id > sa.bindparam("began"), _t.day == sa.bindparam("day")),
        # Whoever was here then has been moved since, or is here still.
        sa.or_(_t.touched > _seq, _t.state.in_(tables.OPEN)),
    )
    .order_by(_t.id)
)


def as_of(view: View, seq: int) -> BranchState:
    """Return the branch as it stood after row `seq`, whatever came later; the rows after it may be applied to it.

    How it is set up, its day, its desks and who is here are as if every row had been folded; the rest, such as counts and the
    calls on the board, is not.
    """
    state = BranchState(view.branch.id, view.branch.slug)
    began = _asked(view, _LAST_DAY, seq=seq).scalar() or 0
    for row in _rows_left(view, began, seq):
        state.seq = row.seq - 1
        if isinstance(row.event, events.Called):
            desk = life.evolve_desk(state.all_desks[row.event.desk], row)
            state.follow(Change(branch_id=state.id, row=row, desk=desk))
        else:
            state.apply(row)
    here = _asked(view, _HERE, seq=seq, began=began, day=state.day).scalars().all()
    for id in here:
        past = [row for row in view.story(id) if row.seq <= seq]
        state.room.put(life.told(past))
    state.seq = seq
    return state


def _rows_left(view: View, began: int, seq: int) -> list[Recorded]:
    """Return the rows up to `seq` of which something is left after it, of a day that began with row `began`."""
    last = _last_at_desks(view, seq)
    undone = [last[desk, kind] for desk, kind in last if kind == _UNDONE]
    sat_down = [last[desk, kind] for desk, kind in last if kind == _SIT_DOWN]
    set_up = list(_told(view, _SET_UP_ROWS, seq=seq))
    found = [
        *set_up,
        *_told(view, _SIGNED_OUT_BY_OTHERS, seq=seq),
        *_told(view, _ROWS_OF_THE_DAY, seq=seq, since=began),
        # What a desk took back tells it whole, with what it was lent that day.
        *_told(view, _LOANS, seq=seq, since=min([began, *undone])),
        # Others come to help, too, and say that they have been there.
        *_told(view, _HELP, seq=seq, since=min(sat_down, default=seq)),
        *_told(view, _THOSE, seq=seq, those=[began, *last.values()]),
        *_last_calls(view, last, _with_ratio(set_up), seq),
    ]
    by_seq = {row.seq: row for row in found}
    return [by_seq[number] for number in sorted(by_seq)]


def _last_at_desks(view: View, seq: int) -> dict[tuple[int, str], int]:
    """Return the last row of each kind that each desk wrote about itself in its present sitting, by the desk and the kind."""
    last = {
        (row.desk, row.kind): row.seq for row in _asked(view, _LAST_AT_DESKS, seq=seq)
    }
    began = {desk: max(last.get((desk, kind), 0) for kind in _SITS) for desk, _ in last}
    return {key: last[key] for key in last if last[key] >= began[key[0]]}


def _with_ratio(set_up: Iterable[Recorded]) -> set[int]:
    """Return the desks that were ever set up to call by ratio."""
    return {
        row.event.desk.number
        for row in set_up
        if isinstance(row.event, events.DeskConfigured)
        and row.event.desk.policy is Policy.RATIO
    }


def _last_calls(
    view: View, last: dict[tuple[int, str], int], with_ratio: set[int], seq: int
) -> Iterator[Recorded]:
    """Yield the last call of each desk where somebody sits, and the last one that counted turns."""
    for (desk, kind), since in last.items():
        if kind == _SIT_DOWN:
            yield from _told(view, _CALLS, desk=desk, since=since, seq=seq)
            if desk in with_ratio:
                yield from _told(view, _TURNS, desk=desk, since=since, seq=seq)


def _asked(
    view: View, statement: sa.Select[Any], **values: Any
) -> sa.CursorResult[Any]:
    found = view.connection.execute(statement, {"branch": view.branch.id, **values})
    assert isinstance(found, sa.CursorResult)
    return found


def _told(view: View, statement: sa.Select[Any], **values: Any) -> Iterator[Recorded]:
    return journal.told(view.connection, statement, branch=view.branch.id, **values)
