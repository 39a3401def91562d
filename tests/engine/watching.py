"""Everybody who watches a branch: the stream's own state, the tables, the journal, and clients that follow the stream."""

import socket
from typing import Any

import msgspec

from server.domain.state import BranchState, Change
from server.live.branch_stream import BranchStream
from server.live.peer import Peer
from server.live.watcher import DeviceWatcher
from server.present import messages as present
from server.present.audience import Audience, seen_by
from server.store.load import load
from server.store.replay import Replay
from server.store.store import MAIN_BRANCH
from tests.engine.branch import Branch
from tests.engine.follower import Follower


class Line:
    """One client's end of a stream: what is sent goes into the client at once."""

    def __init__(self, client: Follower) -> None:
        self.client = client
        self._ours, self._theirs = socket.socketpair()
        self.peer = Peer(self._ours)

    def close(self) -> None:
        self._ours.close()
        self._theirs.close()


class Watching:
    """Follows one branch from its beginning, as staff and as the public."""

    def __init__(self, branch: Branch) -> None:
        self._branch = branch
        self._lines: list[Line] = []
        self._stream = self._new_stream()
        branch.heard.append(self._hear)
        self._always = {
            audience: self._join(
                self._stream, Follower(staff=audience is Audience.STAFF), audience, None
            )
            for audience in Audience
        }
        self._known: list[tuple[int, dict[Audience, Follower]]] = []
        self.note()

    def note(self) -> None:
        """Remember what clients know that go away now."""
        if not self._known or self._known[-1][0] != self.seq:
            clients = {a: line.client.copy() for a, line in self._always.items()}
            self._known.append((self.seq, clients))

    @property
    def seq(self) -> int:
        """The last row that was told."""
        return self._always[Audience.STAFF].client.seq

    def check(self, step: int) -> None:
        """Fail unless all of them know the same."""
        self._stream.settle(self._stream.due, self._send)
        with self._branch.reading() as view:
            tables = load(view)
            replay = Replay(view)
            for _ in replay:
                pass
        journal = replay.state
        truths = {audience: self._shown(tables, audience) for audience in Audience}
        for audience, truth in truths.items():
            assert self._shown(journal, audience) == truth, "journal"
            assert self._always[audience].client.shows() == truth, (
                "a client that stayed"
            )
        self._check_who_comes(step, truths)
        self.note()

    def close(self) -> None:
        """Hang up everywhere."""
        for line in self._lines:
            line.close()

    def _check_who_comes(
        self, step: int, truths: dict[Audience, dict[str, Any]]
    ) -> None:
        """Let one client come afresh, and one come back that went at an earlier moment, perhaps over a restart.

        Who, since when and how goes round with the steps, so that every pair comes up within one run or another.
        """
        audience = list(Audience)[step % 2]
        fresh = self._visit(self._stream, audience, None)
        assert fresh == truths[audience], "a fresh client"
        seq, clients = self._known[step * 7 % len(self._known)]
        stream = self._stream if step % 4 < 2 else self._new_stream()
        told = self._visit(stream, audience, seq, clients[audience].copy())
        assert told == truths[audience], f"a client that was away since {seq}"

    def _hear(self, changes: list[Change]) -> None:
        for change in changes:
            self._stream.hear(change, self._send, lambda peer: None)

    def _new_stream(self) -> BranchStream:
        return BranchStream(self._branch.store, MAIN_BRANCH, self._branch.clock)

    def _join(
        self,
        stream: BranchStream,
        client: Follower,
        audience: Audience,
        after: int | None,
    ) -> Line:
        line = Line(client)
        self._lines.append(line)
        watcher = DeviceWatcher(MAIN_BRANCH, 0, after, audience)
        stream.welcome(line.peer, watcher, self._send)
        return line

    def _visit(
        self,
        stream: BranchStream,
        audience: Audience,
        after: int | None,
        client: Follower | None = None,
    ) -> dict[str, Any]:
        """Let a client come, hear, and go; return what it knows then."""
        client = client or Follower(staff=audience is Audience.STAFF)
        line = self._join(stream, client, audience, after)
        stream.goodbye(line.peer, DeviceWatcher(MAIN_BRANCH, 0, after, audience))
        self._lines.remove(line)
        line.close()
        return client.shows()

    def _send(self, peer: Peer, piece: bytes) -> None:
        for line in self._lines:
            if line.peer is peer:
                line.client.hear(piece)

    def _shown(self, state: BranchState, audience: Audience) -> dict[str, Any]:
        client = Follower(staff=audience is Audience.STAFF)
        snapshot = present.snapshot(state, self._branch.clock())
        whole = msgspec.json.encode(seen_by(audience, snapshot))
        client.hear(b"event: snapshot\ndata: " + whole)
        return client.shows()
