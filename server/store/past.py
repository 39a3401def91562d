"""A branch as it stood after any row of its journal, from the few rows of which something was left by then."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, get_args

import sqlalchemy as sa

from server.domain import events, life
from server.domain.branch import Policy
from server.domain.events import Recorded
from server.domain.state import BranchState, Change
from server.store import journal, tables
from server.store.clocks import LEAST
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

_OF_THE_DAY = [
    fact for fact in get_args(events.HallEvent) if fact is not events.DayClosed
]
"""What lasts until the day ends at most."""

_SET_UP = (*get_args(events.SetUpEvent), events.DeskConfigured)
_LOANS = (events.QueueLent,)
_HELP = (events.HelpAsked, events.HelperComing)
_SIT_DOWN, _GET_UP, _UNDONE, _END_DAY, _CLOCK_SET = map(
    kind_name,
    (
        events.SignedIn,
        events.SignedOut,
        events.DeskUndone,
        events.DayClosed,
        events.ClockSet,
    ),
)
_SITS = (_SIT_DOWN, _GET_UP)

_j, _t = tables.journal.c, tables.ticket.c
_branch: Any = sa.bindparam("branch")
_seq: Any = sa.bindparam("seq")
_since: Any = sa.bindparam("since")

_about_none = sa.and_(
    _j.branch_id == _branch,
    _j.ticket.is_(None),
    # One kind at a time: for several at once SQLite reads every row that is about no ticket.
    _j.kind == sa.bindparam("kind"),
    _j.seq <= _seq,
)
_LAST = sa.select(sa.func.max(_j.seq)).where(_about_none)
_LAST_AT_DESKS = (
    sa.select(_j.desk, sa.func.max(_j.seq).label("seq"))
    .where(_about_none, _j.desk.is_not(None))
    .group_by(_j.desk)
)
_OF_KIND = journal.ROWS.where(_about_none, _j.seq > _since)
_OF_NO_DESK = journal.ROWS.where(_about_none, _j.desk.is_(None))
_THOSE = journal.ROWS.where(
    _j.branch_id == _branch, _j.seq.in_(sa.bindparam("those", expanding=True))
)
_CALLS = (
    journal.ROWS.where(
        _j.branch_id == _branch,
        _j.desk == sa.bindparam("desk"),
        _j.seq > _since,
        _j.seq <= _seq,
        _j.kind == sa.literal_column(f"'{kind_name(events.Called)}'"),
    )
    .order_by(_j.seq.desc())
    .limit(1)
)
_TURNS = _CALLS.where(_j.body.contains('"turns":{'))
_was_here = sa.and_(
    _t.branch_id == _branch,
    # Whoever was here then has been moved since, or is here still.
    sa.or_(_t.touched > _seq, _t.state.in_(tables.OPEN)),
)
_END = sa.select(sa.func.max(_j.seq)).where(_j.branch_id == _branch)
_MOMENT = sa.select(_j.at).where(_j.branch_id == _branch, _j.seq == _seq)
_NO_YOUNGER = (
    sa.select(_j.seq)
    .where(
        _j.branch_id == _branch,
        _j.seq >= sa.bindparam("first"),
        _j.seq < sa.bindparam("after"),
        _j.at <= sa.bindparam("moment"),
    )
    .order_by(_j.seq.desc())
    .limit(1)
)
_HERE = sa.select(_t.id).where(_was_here, _t.id > _since, _t.id <= _seq)
# Found by their day, not among all who came before.
_HERE_AGAIN = sa.select(_t.id).where(
    _was_here, _t.day == sa.bindparam("day"), _t.id + 0 <= _since
)


def as_of(view: View, seq: int) -> BranchState:
    """Return the branch as it stood after row `seq`, whatever came later; the rows after it may be applied to it.

    How it is set up, its day, its desks and who is here are as if every row had been folded; the rest, such as counts and the
    calls on the board, is not.
    """
    state = BranchState(view.branch.id, view.branch.slug)
    began = _asked(view, _LAST, kind=_END_DAY, seq=seq).scalar() or 0
    for row in _rows_left(view, began, seq):
        state.seq = row.seq - 1
        if isinstance(row.event, events.Called):
            desk = life.evolve_desk(state.all_desks[row.event.desk], row)
            state.follow(Change(branch_id=state.id, row=row, desk=desk))
        else:
            state.apply(row)
    for id in _here_then(view, state, began, seq):
        past = [row for row in view.story(id) if row.seq <= seq]
        state.room.put(life.told(past))
    state.seq = seq
    return state


def last_by(view: View, moment: datetime) -> int:
    """Return the last row that is no younger than the moment, 0 where there is none; found in halves, for rows have no order by time.

    From one setting of the clock to the next, time goes on from row to row, but for what the clock is led bit by bit.
    """
    end = view.connection.execute(_END, {"branch": view.branch.id}).scalar() or 0
    sets = [row.seq for row in _told(view, _OF_KIND, kind=_CLOCK_SET, seq=end, since=0)]
    for first in [*sorted(sets, reverse=True), 1]:
        after = _first_after(view, moment + LEAST, first, end + 1)
        found = view.connection.execute(
            _NO_YOUNGER,
            {
                "branch": view.branch.id,
                "first": first,
                "after": after,
                "moment": moment,
            },
        ).scalar()
        if found is not None:
            return int(found)
        end = first - 1
    return 0


def _first_after(view: View, moment: datetime, first: int, end: int) -> int:
    """Return the first row from `first` on that is younger than the moment, `end` where none before that is."""
    while first < end:
        middle = (first + end) // 2
        at = view.connection.execute(
            _MOMENT, {"branch": view.branch.id, "seq": middle}
        ).scalar_one()
        if at > moment:
            end = middle
        else:
            first = middle + 1
    return end


def _here_then(view: View, state: BranchState, began: int, seq: int) -> list[int]:
    """Return the ids of all who were here, or at least are no strangers to the room: who came since the day began, or came back to one
    that a clock had begun anew."""
    came = _asked(view, _HERE, seq=seq, since=began).scalars()
    again = _asked(view, _HERE_AGAIN, seq=seq, since=began, day=state.day).scalars()
    return [*again, *came]


def _rows_left(view: View, began: int, seq: int) -> list[Recorded]:
    """Return the rows up to `seq` of which something is left after it, of a day that began with row `began`."""
    last = _last_at_desks(view, seq)
    undone = [last[desk, kind] for desk, kind in last if kind == _UNDONE]
    sat_down = [last[desk, kind] for desk, kind in last if kind == _SIT_DOWN]
    set_up = list(_of_kinds(view, _SET_UP, seq))
    found = [
        *set_up,
        # By others than the desk itself.
        *_told(view, _OF_NO_DESK, kind=_GET_UP, seq=seq),
        *_of_kinds(view, _OF_THE_DAY, seq, since=began),
        # What a desk took back tells it whole, with what it was lent that day.
        *_of_kinds(view, _LOANS, seq, since=min([began, *undone])),
        # Others come to help, too, and say that they have been there.
        *_of_kinds(view, _HELP, seq, since=min(sat_down, default=seq)),
        *_told(view, _THOSE, those=[began, *last.values()]),
        *_last_calls(view, last, _with_ratio(set_up), seq),
    ]
    by_seq = {row.seq: row for row in found}
    return [by_seq[number] for number in sorted(by_seq)]


def _last_at_desks(view: View, seq: int) -> dict[tuple[int, str], int]:
    """Return the last row of each kind that each desk wrote about itself in its present sitting, by the desk and the kind."""
    last = {
        (row.desk, kind_name(fact)): row.seq
        for fact in _AT_DESKS
        for row in _asked(view, _LAST_AT_DESKS, kind=kind_name(fact), seq=seq)
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


def _of_kinds(
    view: View, facts: Iterable[type[events.Event]], seq: int, since: int = 0
) -> Iterator[Recorded]:
    for fact in facts:
        yield from _told(view, _OF_KIND, kind=kind_name(fact), seq=seq, since=since)


def _asked(
    view: View, statement: sa.Select[Any], **values: Any
) -> sa.CursorResult[Any]:
    found = view.connection.execute(statement, {"branch": view.branch.id, **values})
    assert isinstance(found, sa.CursorResult)
    return found


def _told(view: View, statement: sa.Select[Any], **values: Any) -> Iterator[Recorded]:
    return journal.told(view.connection, statement, branch=view.branch.id, **values)
