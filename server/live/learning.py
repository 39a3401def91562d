"""What is learnt of waits: kept from one start to the next, and caught up with what happened since."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

import msgspec
import sqlalchemy as sa

from server.domain import events
from server.domain.promise import Promise
from server.domain.state import BranchState, Change
from server.forecast.outlook import Outlook
from server.forecast.scene import AtWork
from server.store import tables
from server.store.load import retell
from server.store.promises import Learnt, Told
from server.store.replay import Replay
from server.store.view import View

_MOST_LOOKS = 10_000
"""So many of the latest tickets are looked at as they come; older ones would be forgotten by now."""

_t = tables.ticket.c


class Looked(Protocol):
    """What was found at one look."""

    def outlook(self) -> Outlook:
        """Return it as people are told it."""


class Foresees(Protocol):
    """What learns from each change how long people wait, and says how long they will; see `server.forecast.forecaster`."""

    def begin(self, state: BranchState) -> None:
        """Begin with a branch whose past is not heard of."""

    def hear(self, change: Change, state: BranchState) -> None:
        """Learn from a change, after the state has followed it."""

    def look(self, state: BranchState, now: datetime) -> Looked:
        """Foresee all waits at this moment."""

    def with_one_more(
        self, state: BranchState, now: datetime, desks: Sequence[AtWork]
    ) -> Looked:
        """Foresee what they would be if these desks were at work, too."""

    def usual(self, state: BranchState) -> Mapping[str, Promise]:
        """Return how long customers of each queue usually keep a desk, where that is known."""

    def dump(self) -> bytes:
        """Return what was learnt."""


class Kind(Protocol):
    """Makes what foresees waits: one that knows nothing, or one that knows what was dumped."""

    def __call__(self) -> Foresees:
        """Return one that knows nothing."""

    def load(self, dumped: bytes, /) -> Foresees:
        """Return one that knows this; raise where it is of another version."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What was learnt, what tickets and newcomers were told last, and all that tickets which wait were told since they asked."""

    forecaster: bytes
    tickets: Mapping[int, Promise] = {}
    shown: Mapping[str, Promise] = {}
    since: dict[int, list[Told]] = {}


_decoder = msgspec.msgpack.Decoder(Kept)


def learnt(seq: int, kept: Kept) -> Learnt:
    """Return it to be kept, as it is after this row."""
    return Learnt(seq=seq, content=msgspec.msgpack.encode(kept))


def caught_up(
    kind: Kind, learnt: Learnt, view: View, seq: int
) -> tuple[Foresees, Kept]:
    """Return who knows what was learnt, and what happened since up to row `seq`.

    Raises `TooLongAgo`, and other exceptions for what does not fit: what another version learnt, or from another journal.
    """
    if learnt.seq > seq:
        raise ValueError(f"Row {learnt.seq} is not in the journal.")
    kept = _decoder.decode(learnt.content)
    forecaster = kind.load(kept.forecaster)
    if learnt.seq < seq:
        for state, change in retell(view, learnt.seq):
            if change.row.seq <= seq:
                forecaster.hear(change, state)
    return forecaster, kept


def from_the_journal(kind: Kind, view: View, to: int | None = None) -> Foresees:
    """Return who knows what the branch's whole journal teaches, up to row `to`; raise `OutOfSequence`."""
    replay, forecaster = Replay(view, to), kind()
    first = _first_looked_at(view)
    for change in replay:
        forecaster.hear(change, replay.state)
        if isinstance(change.row.event, events.Taken) and change.row.seq >= first:
            forecaster.look(replay.state, change.row.at)
    return forecaster


def _first_looked_at(view: View) -> int:
    latest = sa.select(_t.id).where(_t.branch_id == view.branch.id)
    nth = latest.order_by(_t.id.desc()).offset(_MOST_LOOKS).limit(1)
    return view.connection.execute(nth).scalar() or 0
