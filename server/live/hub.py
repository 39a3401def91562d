"""One thread that owns every open stream: it follows what was committed and writes to whoever watches."""

import contextlib
import random
import selectors
import socket
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic, sleep
from typing import cast

import structlog

from server.domain.state import BranchState, Change
from server.forecast.advice import Declined
from server.live.branch_stream import BranchStream
from server.live.learning import Kind
from server.live.outlooks import Outlooks
from server.live.peer import Gone, Peer
from server.live.places import Grant, Places
from server.live.to_keep import ToKeep
from server.live.waits import Waits
from server.live.watcher import DeviceWatcher, TicketWatcher, Watcher
from server.store.clocks import Clock
from server.store.promises import Learnt
from server.store.store import Reading

log = structlog.get_logger(__name__)

HEARTBEAT_S = 4.0
"""So often a device hears that its stream is alive, and a manager's page: it has to say within ten seconds that it is not."""

_BEATS_FOR_PHONES = 4
"""Phones hear every so many beats; there are thousands of them, and a radio that sleeps saves their battery."""

DEVICE_GONE_MS = 20_000
"""How long a device may leave beats without an answer; it takes nine seconds of silence for a loss itself."""

_BEAT = b": beat\n\n"
_BEAT_FOR_BROWSERS = b"event: beat\ndata: {}\n\n"
"""A browser's script never sees comments, and has to notice a silent stream as well."""

_BYE = b"event: bye\ndata: {}\n\n"
_LAST_WORDS_S = 1.0
_AGAIN_AFTER_S = 5.0
"""So long after a branch could not be read it is tried again; who watches it is sent away meanwhile."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A device has said something of itself."""

    branch_id: int
    device: int


@dataclass(frozen=True, slots=True)
class _Relearnt:
    """What was learnt elsewhere of a branch's waits."""

    branch_id: int
    learnt: Learnt


@dataclass(frozen=True, slots=True)
class _Declined:
    """What a branch is not to be advised now."""

    branch_id: int
    declined: Declined


@dataclass(frozen=True, slots=True)
class _Newcomer:
    socket: socket.socket
    head: bytes
    grant: Grant


class Hub:
    """Hears of commits by `tell`, takes over sockets by `adopt`; both may be called from any thread.

    What goes wrong with one watcher costs that watcher, what goes wrong with one branch costs that branch's: they are
    sent away and come back to a branch begun anew from its tables.
    """

    def __init__(
        self,
        clock: Clock,
        room: Callable[[], int] = lambda: 10_000,
        clock_is_unsure: Callable[[], bool] = lambda: False,
        kind: Kind | None = None,
    ) -> None:
        """`room` tells how many streams there may be at all, `kind` makes what foresees how long people wait."""
        self._clock = clock
        self._clock_is_unsure = clock_is_unsure
        self.device_gone: Callable[[int, int], None] = lambda _branch, _device: None
        """Hears of a branch and a device whose stream has ended, on the hub's thread."""
        self.outlooks = Outlooks()
        """What is known of each branch's waits; to be read by any thread."""
        self.to_keep = ToKeep()
        """What is left to be written down of that, by any one thread."""
        self._kind = kind
        self._room = room
        self._places = Places()
        self._inbox: deque[Change | _Newcomer | _Said | _Relearnt | _Declined] = deque()
        self._wake_up, self._woken = socket.socketpair()
        for end in (self._wake_up, self._woken):
            end.setblocking(False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._woken, selectors.EVENT_READ)
        self._branches: dict[int, BranchStream] = {}
        self._unreadable: dict[int, float] = {}
        self._watchers: dict[Peer, Grant] = {}
        self._waking = False
        self._closing = False
        self._heard = monotonic()
        self._thread = self._new_thread()

    def start(self, store: Reading) -> None:
        """Load each branch from the store and begin; the store must publish to `tell`."""
        self._store = store
        for branch_id in store.branches():
            self._branches[branch_id] = self._new_branch(branch_id)
        self._thread.start()

    def tell(self, changes: list[Change]) -> None:
        """Hear of committed journal rows, in their order; of none, also once it is closed."""
        if not changes:
            return
        self._inbox.extend(changes)
        self._wake()

    def tell_of_device(self, branch_id: int, device: int) -> None:
        """Hear that the device has said something of itself, for managers to be told."""
        self._inbox.append(_Said(branch_id, device))
        self._wake()

    def relearn(self, branch_id: int, learnt: Learnt) -> None:
        """Go on from what was learnt of the branch's waits elsewhere."""
        self._inbox.append(_Relearnt(branch_id, learnt))
        self._wake()

    def decline(self, branch_id: int, declined: Declined) -> None:
        """Advise this no more until it is wanted anew, and whoever else could meanwhile."""
        self._inbox.append(_Declined(branch_id, declined))
        self._wake()

    def grant(self, watcher: Watcher, network: str) -> Grant:
        """Return the right to one stream, to `adopt` a socket with or to give back; raise `TooManyStreams` or `Busy`."""
        return self._places.take(watcher, network, self._room())

    @property
    def streams(self) -> int:
        """How many streams are open or about to be."""
        return self._places.count

    def watching(self) -> list[tuple[int, int]]:
        """Return branch and device of each stream that a device follows."""
        watchers = [grant.watcher for grant in list(self._watchers.values())]
        return [
            (each.branch_id, each.device_id)
            for each in watchers
            if isinstance(each, DeviceWatcher)
        ]

    def adopt(self, peer: socket.socket, head: bytes, grant: Grant) -> None:
        """Own the socket from here on: answer with this HTTP head, then stream to it until it goes."""
        peer.setblocking(False)
        if isinstance(grant.watcher, DeviceWatcher):
            _notice_a_pulled_cable(peer)
        self._inbox.append(_Newcomer(peer, head, grant))
        self._wake()

    def close(self) -> None:
        """Say goodbye on every stream and stop."""
        self._closing = True
        self._wake()
        if self._thread.is_alive():
            self._thread.join()
        for end in (self._wake_up, self._woken):
            end.close()

    # --- being watched ----------------------------------------------------------------------

    def is_alive(self) -> bool:
        """Return whether the thread runs."""
        return self._thread.is_alive()

    def silent_s(self) -> float:
        """Return for how many seconds the thread has shown no sign of life."""
        return monotonic() - self._heard

    def revive(self) -> None:
        """Begin anew after the thread has ended; whoever watched comes back by themselves."""
        self._begin_anew()
        self._thread = self._new_thread()
        self._thread.start()

    def trouble(self) -> str | None:
        """Return what keeps it from its work just now, if anything does."""
        if not self._unreadable:
            return None
        return f"branches that cannot be read: {sorted(self._unreadable)}"

    # --- the thread -------------------------------------------------------------------------

    def _new_thread(self) -> threading.Thread:
        return threading.Thread(target=self._run, name="hub", daemon=True)

    def _wake(self) -> None:
        # One byte is enough: the thread empties the whole inbox, and may be woken again before it begins.
        if not self._waking:
            self._waking = True
            with contextlib.suppress(BlockingIOError):
                self._wake_up.send(b"\0")

    def _run(self) -> None:
        self._next_beat, self._beats = monotonic() + HEARTBEAT_S, 0
        while not self._closing:
            self._heard = monotonic()
            try:
                self._turn()
            except Exception:  # the streams go on, whatever it was
                log.exception("streams failed; beginning anew")
                self._begin_anew()
        self._say_goodbye()

    def _turn(self) -> None:
        due = self._next_beat
        for branch in self._branches.values():
            due = min(due, branch.due)
        for key, mask in self._selector.select(max(0.0, due - monotonic())):
            self._attend(key, mask)
        self._empty_inbox()
        now = monotonic()
        if now >= self._next_beat:
            self._beats += 1
            self._send_beats(phones=self._beats % _BEATS_FOR_PHONES == 0)
            self._next_beat = now + HEARTBEAT_S
        for branch_id in list(self._branches):
            self._of_branch(
                branch_id, lambda branch: branch.settle(now, self._send, self._drop)
            )
        for branch_id, since in list(self._unreadable.items()):
            if now - since >= _AGAIN_AFTER_S:
                self._open_branch(branch_id)

    def _of_branch(self, branch_id: int, work: Callable[[BranchStream], None]) -> None:
        """Do something in a branch; one that fails is begun anew, and the others never hear of it."""
        branch = self._branches.get(branch_id)
        if branch is None:
            return
        try:
            work(branch)
        except Exception:  # whatever it was
            log.exception(
                "streams of a branch failed; beginning anew", branch=branch_id
            )
            self._open_branch(branch_id)

    def _open_branch(self, branch_id: int) -> None:
        """Send the branch's watchers away, and begin it anew from its tables."""
        self._branches.pop(branch_id, None)
        for peer, grant in list(self._watchers.items()):
            if grant.watcher.branch_id == branch_id:
                self._drop(peer)
        try:
            branch = self._new_branch(branch_id)
        except Exception:  # it is tried again
            log.exception("branch cannot be read", branch=branch_id)
            self._unreadable[branch_id] = monotonic()
            return
        self._unreadable.pop(branch_id, None)
        self._branches[branch_id] = branch

    def _new_branch(self, branch_id: int) -> BranchStream:
        return BranchStream(
            self._store,
            branch_id,
            self._clock,
            self._clock_is_unsure,
            self._look_at_waits,
        )

    def _look_at_waits(self, state: BranchState) -> Waits:
        return Waits(
            self._store,
            state,
            self._clock,
            self.outlooks,
            self.to_keep,
            self._kind,
        )

    def _begin_anew(self) -> None:
        for branch_id in {*self._branches, *self._unreadable}:
            self._open_branch(branch_id)
        if self._unreadable:
            sleep(1)

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
            elif isinstance(item, _Said):
                self._hear_of(item)
            elif isinstance(item, _Relearnt):
                self._relearn(item)
            elif isinstance(item, _Declined):
                self._decline(item)
            else:
                self._hear(item)
        for branch_id in list(self._branches):
            self._of_branch(branch_id, lambda branch: branch.tell_phones(self._send))

    def _hear(self, change: Change) -> None:
        self._of_branch(
            change.branch_id,
            lambda branch: branch.hear(change, self._send, self._drop),
        )

    def _hear_of(self, said: _Said) -> None:
        self._of_branch(
            said.branch_id, lambda branch: branch.tell_of_device(said.device)
        )

    def _relearn(self, relearnt: _Relearnt) -> None:
        self._of_branch(
            relearnt.branch_id, lambda branch: branch.relearn(relearnt.learnt)
        )

    def _decline(self, said: _Declined) -> None:
        self._of_branch(said.branch_id, lambda branch: branch.decline(said.declined))

    def _welcome(self, newcomer: _Newcomer) -> None:
        peer = Peer(newcomer.socket)
        self._watchers[peer] = newcomer.grant
        self._selector.register(peer.socket, selectors.EVENT_READ, peer)
        branch = self._branches.get(newcomer.grant.watcher.branch_id)
        if branch is None:
            return self._drop(peer)
        # Spread over some seconds, so that a restart does not bring everybody back at once.
        retry = f"retry: {random.randint(1000, 4000)}\n\n".encode()  # no secret
        self._send(peer, newcomer.head + retry)
        if peer not in self._watchers:
            return None
        try:
            branch.welcome(peer, newcomer.grant.watcher, self._send)
        except Exception:  # it is this one's, and nobody else's
            log.exception("stream failed", branch=newcomer.grant.watcher.branch_id)
            self._drop(peer)
        return None

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
        for peer, grant in list(self._watchers.items()):
            if isinstance(grant.watcher, DeviceWatcher):
                self._send(peer, _BEAT)
            elif phones or not isinstance(grant.watcher, TicketWatcher):
                self._send(peer, _BEAT_FOR_BROWSERS)

    def _listen(self, peer: Peer) -> None:
        mask = selectors.EVENT_READ | (selectors.EVENT_WRITE if peer.pending else 0)
        self._selector.modify(peer.socket, mask, peer)

    def _drop(self, peer: Peer) -> None:
        grant = self._watchers.pop(peer, None)
        if grant is None:
            return
        grant.give_back()
        branch = self._branches.get(grant.watcher.branch_id)
        if branch is not None:
            branch.goodbye(peer, grant.watcher)
        if isinstance(grant.watcher, DeviceWatcher):
            self.device_gone(grant.watcher.branch_id, grant.watcher.device_id)
        self._selector.unregister(peer.socket)
        peer.socket.close()

    def _say_goodbye(self) -> None:
        self._empty_inbox()
        for branch_id in list(self._branches):
            self._of_branch(branch_id, lambda branch: branch.rest())
        self._send_all(_BYE)
        end = monotonic() + _LAST_WORDS_S
        while any(peer.pending for peer in self._watchers) and monotonic() < end:
            for key, mask in self._selector.select(0.1):
                self._attend(key, mask)
        for peer in list(self._watchers):
            self._drop(peer)
        self._selector.close()


def _notice_a_pulled_cable(peer: socket.socket) -> None:
    """Let the system end the connection of a device that takes none of its beats; it would else try for a quarter of an hour."""
    option = getattr(socket, "TCP_USER_TIMEOUT", None)
    if option is not None and peer.family in (socket.AF_INET, socket.AF_INET6):
        peer.setsockopt(socket.IPPROTO_TCP, option, DEVICE_GONE_MS)
