"""What is learnt of waits: kept from one start to the next, and caught up with what happened since."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Protocol

import msgspec

from server.domain.promise import Promise
from server.domain.state import BranchState, Change
from server.forecast.outlook import Outlook
from server.store.load import retell
from server.store.promises import Learnt, Told
from server.store.view import View


class Forecasting(Protocol):
    """What learns from each change how long people wait, and says how long they will."""

    def hear(self, change: Change, state: BranchState) -> None:
        """Learn from a change, after the state has followed it."""

    def look(self, state: BranchState, now: datetime) -> Outlook:
        """Return how long everybody will wait still, and whoever came now."""

    def dump(self) -> bytes:
        """Return what was learnt."""

    def load(self, content: bytes) -> None:
        """Know what was learnt; raise `ValueError` where that is of another kind."""


Make = Callable[[], Forecasting]
"""Begins with what is set up."""


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
    make: Make, learnt: Learnt, view: View, seq: int
) -> tuple[Forecasting, Kept]:
    """Return a forecaster that knows what was learnt, and what happened since up to row `seq`.

    Raises `TooLongAgo`, and `ValueError` for what does not fit: what another version learnt, or from another journal.
    """
    if learnt.seq > seq:
        raise ValueError(f"Row {learnt.seq} is not in the journal.")
    kept = _decoder.decode(learnt.content)
    forecaster = make()
    forecaster.load(kept.forecaster)
    if learnt.seq < seq:
        for state, change in retell(view, learnt.seq):
            if change.row.seq <= seq:
                forecaster.hear(change, state)
    return forecaster, kept
