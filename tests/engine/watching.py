"""Everybody who watches a branch: the stream's own state, the tables, the journal, and clients that follow the stream."""

import json
import socket
from copy import copy, deepcopy
from dataclasses import dataclass, replace
from math import inf
from typing import Any, Self

import msgspec

from server.domain.events import ClockSet, DayClosed
from server.domain.moves import MOVES, move_of
from server.domain.recent_calls import RECENT_CALLS
from server.domain.state import BranchState, Change
from server.forecast.outlook import UNKNOWN
from server.live.branch_stream import BranchStream
from server.live.peer import Peer
from server.live.watcher import DeviceWatcher
from server.present import messages as present
from server.present.audience import Audience, seen_by
from server.store.load import load
from server.store.replay import Replay
from server.store.store import MAIN_BRANCH
from shared.wire import codec, messages
from shared.wire.following import FollowedBranch
from tests.engine.branch import Branch
from tests.engine.follower import Follower


def check_move(change: Change) -> None:
    """Fail when the row is a move that may not start from where its ticket stood."""
    move = move_of(change.row.event)
    if move is not None:
        assert change.before is not None
        assert change.before.state in MOVES[move].states, change


class Program:
    """What our own programs make of a stream."""

    def __init__(self, *, staff: bool) -> None:
        self._staff = staff
        self._followed: FollowedBranch | None = None

    def hear(self, piece: bytes) -> None:
        """Take one event, as `EventStream` does."""
        name = piece.partition(b"event: ")[2].partition(b"\n")[0]
        told = piece.partition(b"data: ")[2]
        if name == b"snapshot":
            snapshot = codec.decode(told, messages.Snapshot)
            self._followed = FollowedBranch.of(snapshot)
        elif name != b"reset" and self._followed is not None:
            self._followed = self._followed.after(codec.decode(told, messages.Event))

    def shows(self) -> dict[str, Any]:
        """Return what it knows, as a `Follower` would put it."""
        followed = self._followed
        assert followed is not None
        # Nobody else is told of all of them at the start.
        here = followed.tickets.values() if self._staff else ()
        tickets = sorted(here, key=lambda ticket: ticket.id)
        missed = followed.missed if self._staff else {}
        branch = plain(followed.branch)
        branch.pop("now")
        return {
            "branch": branch,
            "waiting": dict(followed.waiting),
            "calls": plain(followed.calls),
            "tickets": plain(tickets),
            "missed": plain([missed[id] for id in sorted(missed)]),
        }


def plain(value: Any) -> Any:
    """Return what JSON makes of a message."""
    return msgspec.json.decode(msgspec.json.encode(value))


@dataclass(frozen=True, slots=True)
class Told:
    """What an event told of a row: which ticket moved, from where, how it stands, whom a desk serves, how many wait."""

    seq: int
    event: str
    ticket: Any
    was: Any
    serving: Any
    waiting: dict[str, int]

    @classmethod
    def of(cls, event: dict[str, Any]) -> Self:
        desk, branch = event["desk"], event["branch"]
        return cls(
            event["seq"],
            event["event"],
            event["ticket"],
            event["was"],
            desk and desk["serving"],
            {q["slug"]: q["waiting"] for q in branch["queues"]} if branch else {},
        )

    def is_again(self, first: "Told") -> bool:
        """Return whether it retells what was told first, of the queues there are at the end."""
        there = self.waiting.keys() & first.waiting.keys()
        return (
            replace(self, serving=None, waiting={})
            == replace(first, serving=None, waiting={})
            # A desk may be told once more that did not differ then.
            and first.serving in (None, self.serving)
            and all(self.waiting[slug] == first.waiting[slug] for slug in there)
        )


class Watcher:
    """Two clients that hear the same stream: one of another maker, and one of our programs."""

    def __init__(self, audience: Audience) -> None:
        staff = audience is Audience.STAFF
        self.audience = audience
        self.heard: list[bytes] = []
        self.other = Follower(staff=staff)
        self._own = Program(staff=staff)

    @property
    def began_afresh(self) -> bool:
        """Whether it was told that it missed too much."""
        return any(piece.startswith(b"event: reset") for piece in self.heard)

    def again(self) -> "Watcher":
        """Return somebody else who knows the same."""
        watcher = Watcher(self.audience)
        watcher.other = deepcopy(self.other)
        watcher._own = copy(self._own)
        return watcher

    def hear(self, piece: bytes) -> None:
        """Take one event."""
        self.heard.append(piece)
        self.other.hear(piece)
        self._own.hear(piece)

    def told(self, after: int = 0) -> list["Told"]:
        """Return what was heard of the rows since `after`."""
        rows = [p for p in self.heard if p.startswith(b"id: ")]
        events = [json.loads(p.partition(b"data: ")[2]) for p in rows]
        return [
            Told.of(event)
            for event in events
            if "event" in event and event["seq"] > after
        ]

    def shows(self) -> list[dict[str, Any]]:
        """Return what each of them knows."""
        return [self.other.shows(), self._own.shows()]


class Watching:
    """Follows one branch from its beginning, as staff and as the public."""

    def __init__(self, branch: Branch) -> None:
        self._branch = branch
        self._stream = self._new_stream()
        # Nothing is ever sent on it: what would be is heard at once.
        self._socket, self._other_end = socket.socketpair()
        self._watchers: dict[Peer, Watcher] = {}
        self._always = [self._join(self._stream, Watcher(each)) for each in Audience]
        self._gone: list[tuple[int, list[Watcher]]] = []
        self._remember()
        branch.heard.append(self._hear)

    def check(self, step: int) -> None:
        """Fail unless all of them know the same.

        At each step one client comes afresh, and one comes back that went at an earlier moment, perhaps over a restart:
        who, since when and how goes round with the steps, so that every pair comes up within one run or another.
        """
        self._stream.settle(inf, self._send, lambda peer: None)
        with self._branch.reading() as view:
            tables, replay = load(view), Replay(view)
            last_day = 0
            for change in replay:
                check_move(change)
                if isinstance(change.row.event, DayClosed | ClockSet):
                    last_day = change.row.seq
            board = present.board(
                view.recent_calls(RECENT_CALLS), view.waiting(), view.branch.seq
            )
        assert board == present.snapshot(tables, self._branch.clock(), UNKNOWN).board
        labels = [ticket.label for ticket in tables.room.tickets()]
        assert len(labels) == len(set(labels)), "two open tickets share a label"
        truths = [self._shown(tables, audience) for audience in Audience]
        for truth, watcher in zip(truths, self._always, strict=True):
            assert self._shown(replay.state, watcher.audience) == truth, "the journal"
            assert watcher.shows() == [truth, truth], "who stayed"
        which = step % len(truths)
        truth = truths[which]
        fresh = self._visit(self._stream, Watcher(self._always[which].audience))
        assert fresh == [truth, truth], "who comes afresh"
        seq, gone = self._gone[step * 7 % len(self._gone)]
        stream = self._stream if step % 4 < 2 else self._new_stream()
        again = gone[which].again()
        back = self._visit(stream, again, seq)
        assert back == [truth, truth], f"who was away since {seq}"
        assert not again.began_afresh or seq < last_day, (
            f"who missed no day since {seq}"
        )

    def check_all_who_went(self) -> None:
        """Let everybody come back who ever went, to this stream and to one that has just been started.

        They hear of tickets just what those heard who stayed, and know the same at the end.
        """
        for seq, all_gone in self._gone:
            for stayed, gone in zip(self._always, all_gone, strict=True):
                truth = stayed.other.shows()
                for stream in (self._stream, self._new_stream()):
                    back = gone.again()
                    shown = self._visit(stream, back, seq)
                    assert shown == [truth, truth], f"who was away since {seq}"
                    told, first = back.told(), stayed.told(after=seq)
                    assert len(told) == len(first)
                    for again, before in zip(told, first, strict=True):
                        assert again.is_again(before), (seq, again, before)

    def close(self) -> None:
        """Hang up."""
        self._socket.close()
        self._other_end.close()

    def _remember(self) -> None:
        """Keep what somebody knows that goes away now."""
        seq = self._always[0].other.seq
        if not self._gone or self._gone[-1][0] != seq:
            self._gone.append((seq, [watcher.again() for watcher in self._always]))

    def _hear(self, changes: list[Change]) -> None:
        for change in changes:
            self._stream.hear(change, self._send, lambda peer: None)
            self._remember()

    def _new_stream(self) -> BranchStream:
        return BranchStream(self._branch.store, MAIN_BRANCH, self._branch.clock)

    def _join(
        self, stream: BranchStream, watcher: Watcher, after: int | None = None
    ) -> Watcher:
        peer = Peer(self._socket)
        self._watchers[peer] = watcher
        device = DeviceWatcher(MAIN_BRANCH, 0, after, watcher.audience, "display")
        stream.welcome(peer, device, self._send)
        return watcher

    def _visit(
        self, stream: BranchStream, watcher: Watcher, after: int | None = None
    ) -> list[dict[str, Any]]:
        """Let somebody come, hear, and go; return what they know then."""
        self._join(stream, watcher, after)
        peer, _ = self._watchers.popitem()
        stream.goodbye(
            peer, DeviceWatcher(MAIN_BRANCH, 0, after, watcher.audience, "display")
        )
        return watcher.shows()

    def _send(self, peer: Peer, piece: bytes) -> None:
        self._watchers[peer].hear(piece)

    def _shown(self, state: BranchState, audience: Audience) -> dict[str, Any]:
        client = Follower(staff=audience is Audience.STAFF)
        snapshot = present.snapshot(state, self._branch.clock(), UNKNOWN)
        whole = msgspec.json.encode(seen_by(audience, snapshot))
        client.hear(b"event: snapshot\ndata: " + whole)
        return client.shows()
