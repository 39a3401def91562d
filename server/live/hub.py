"""One thread that owns every open stream: it follows what was committed and writes to whoever watches."""

import contextlib
import random
import selectors
import socket
import threading
from collections import deque
from dataclasses import dataclass
from time import monotonic
from typing import cast

import structlog

from server.domain.state import Change
from server.live.branch_stream import BranchStream
from server.live.peer import Gone, Peer
from server.live.watcher import DeviceWatcher, Watcher
from server.store.store import Reading
from server.store.writer import Clock

log = structlog.get_logger(__name__)

HEARTBEAT_S = 4.0
"""So often a device hears that its stream is alive: it has to say within ten seconds that it is not."""

_BEATS_FOR_PHONES = 4
"""Phones hear every so many beats; there are thousands of them, and a radio that sleeps saves their battery."""

_BEAT = b": beat\n\n"
_BEAT_FOR_PHONES = b"event: beat\ndata: {}\n\n"
"""A browser's script never sees comments, and has to notice a silent stream as well."""

_BYE = b"event: bye\ndata: {}\n\n"
_LAST_WORDS_S = 1.0


@dataclass(frozen=True, slots=True)
class _Newcomer:
    socket: socket.socket
    head: bytes
    watcher: Watcher


class Hub:
    """Hears of commits by `tell`, takes over sockets by `adopt`; both may be called from any thread."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._inbox: deque[Change | _Newcomer] = deque()
        self._wake_up, self._woken = socket.socketpair()
        for end in (self._wake_up, self._woken):
            end.setblocking(False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._branches: dict[int, BranchStream] = {}
        self._watchers: dict[Peer, Watcher] = {}
        self._waking = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="hub", daemon=True)

    def start(self, store: Reading) -> None:
        """Load each branch from the store and begin; the store must publish to `tell`."""
        for branch_id in store.branches():
            self._branches[branch_id] = BranchStream(store, branch_id, self._clock)
        self._thread.start()

    def tell(self, changes: list[Change]) -> None:
        """Hear of committed journal rows, in their order."""
        self._inbox.extend(changes)
        self._wake()

    def adopt(self, peer: socket.socket, head: bytes, watcher: Watcher) -> None:
        """Own the socket from here on: answer with this HTTP head, then stream to it until it goes."""
        peer.setblocking(False)
        self._inbox.append(_Newcomer(peer, head, watcher))
        self._wake()

    def close(self) -> None:
        """Say goodbye on every stream and stop."""
        self._closing = True
        self._wake()
        if self._thread.is_alive():
            self._thread.join()
        for end in (self._wake_up, self._woken):
            end.close()

    # --- the thread -------------------------------------------------------------------------

    def _wake(self) -> None:
        # One byte is enough: the thread empties the whole inbox, and may be woken again before it begins.
        if not self._waking:
            self._waking = True
            with contextlib.suppress(BlockingIOError):
                self._wake_up.send(b"\0")

    def _run(self) -> None:
        next_beat, beats = monotonic() + HEARTBEAT_S, 0
        while not self._closing:
            due = next_beat
            for branch in self._branches.values():
                due = min(due, branch.due)
            for key, mask in self._selector.select(max(0.0, due - monotonic())):
                self._attend(key, mask)
            self._empty_inbox()
            now = monotonic()
            if now >= next_beat:
                beats += 1
                self._send_beats(phones=beats % _BEATS_FOR_PHONES == 0)
                next_beat = now + HEARTBEAT_S
            for branch in self._branches.values():
                branch.settle(now, self._send)
        self._say_goodbye()

    def _attend(self, key: selectors.SelectorKey, mask: int) -> None:
        if key.fileobj is self._woken:
            with contextlib.suppress(BlockingIOError):
                self._woken.recv(4096)
            self._waking = False
            return
        peer = cast(Peer, key.data)
        try:
            if mask & selectors.EVENT_READ:
                peer.drain_input()
            if mask & selectors.EVENT_WRITE:
                peer.flush()
                self._listen(peer)
        except Gone:
            self._drop(peer)

    def _empty_inbox(self) -> None:
        while self._inbox:
            item = self._inbox.popleft()
            if isinstance(item, _Newcomer):
                self._welcome(item)
            else:
                self._branches[item.branch_id].hear(item, self._send, self._drop)
        for branch in self._branches.values():
            branch.tell_phones(self._send)

    def _welcome(self, newcomer: _Newcomer) -> None:
        peer = Peer(newcomer.socket)
        self._watchers[peer] = newcomer.watcher
        self._selector.register(peer.socket, selectors.EVENT_READ, peer)
        # Spread over some seconds, so that a restart does not bring everybody back at once.
        retry = f"retry: {random.randint(1000, 4000)}\n\n".encode()  # no secret
        self._send(peer, newcomer.head + retry)
        if peer in self._watchers:
            self._branches[newcomer.watcher.branch_id].welcome(
                peer, newcomer.watcher, self._send
            )

    def _send(self, peer: Peer, piece: bytes) -> None:
        try:
            had_pending = bool(peer.pending)
            peer.send(piece)
            if bool(peer.pending) != had_pending:
                self._listen(peer)
        except Gone:
            self._drop(peer)

    def _send_all(self, piece: bytes) -> None:
        for peer in list(self._watchers):
            self._send(peer, piece)

    def _send_beats(self, *, phones: bool) -> None:
        for peer, watcher in list(self._watchers.items()):
            if isinstance(watcher, DeviceWatcher):
                self._send(peer, _BEAT)
            elif phones:
                self._send(peer, _BEAT_FOR_PHONES)

    def _listen(self, peer: Peer) -> None:
        mask = selectors.EVENT_READ | (selectors.EVENT_WRITE if peer.pending else 0)
        self._selector.modify(peer.socket, mask, peer)

    def _drop(self, peer: Peer) -> None:
        watcher = self._watchers.pop(peer, None)
        if watcher is None:
            return
        self._branches[watcher.branch_id].goodbye(peer, watcher)
        self._selector.unregister(peer.socket)
        peer.socket.close()

    def _say_goodbye(self) -> None:
        self._empty_inbox()
        self._send_all(_BYE)
        end = monotonic() + _LAST_WORDS_S
        while any(peer.pending for peer in self._watchers) and monotonic() < end:
            for key, mask in self._selector.select(0.1):
                self._attend(key, mask)
        for peer in list(self._watchers):
            self._drop(peer)
        self._selector.close()
