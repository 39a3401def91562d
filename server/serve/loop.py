"""What runs on gevent's loop beside the requests, and how they wait on it."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

import gevent
from greenlet import greenlet

T = TypeVar("T")


class LoopLane:
    """The writer on the loop itself; only waiting for the disk is done by a thread. Made on the loop.

    Beside the loop, a writer would take the interpreter from it and lose it again at every row.
    """

    def __init__(self) -> None:
        self._woken: deque[greenlet] = deque()
        self._wake = gevent.get_hub().loop.async_()
        self._wake.start(self._switch)
        self._units: deque[Any] = deque()
        self._idle: greenlet | None = None
        self._disk = ThreadPoolExecutor(1, "disk")

    def wait(self, answer: "Future[T]") -> T:
        """Return the answer once it is there, or raise what became of it; the loop goes on meanwhile."""
        waiting = gevent.getcurrent()
        answer.add_done_callback(lambda _: self._wake_up(waiting))
        while not answer.done():
            gevent.get_hub().switch()
        return answer.result()

    def start(self, run: Callable[[], None]) -> None:
        """Run this beside everything else, until it returns."""
        self._writer = gevent.spawn(run)

    def put(self, unit: Any) -> None:
        """Hand something in; from any thread."""
        self._units.append(unit)
        idle, self._idle = self._idle, None
        if idle is not None:
            self._wake_up(idle)

    def get(self) -> Any:
        """Wait for the next thing that was handed in, and return it."""
        while not self._units:
            self._idle = gevent.getcurrent()
            if self._units:
                self._idle = None
                break
            gevent.get_hub().switch()
        return self._units.popleft()

    def waiting(self) -> int:
        """Return how much was handed in and not yet taken out."""
        return len(self._units)

    def durably(self, commit: Callable[[], None]) -> None:
        """Return once this has returned; the loop goes on meanwhile."""
        self.wait(self._disk.submit(commit))

    def join(self) -> None:
        """Wait for the end."""
        self._writer.join()
        self._disk.shutdown()

    def _wake_up(self, waiting: greenlet) -> None:
        # Called in any thread: `send` is the one thing of the loop that may be used there.
        self._woken.append(waiting)
        self._wake.send()

    def _switch(self) -> None:
        while self._woken:
            self._woken.popleft().switch()


class WholeAnswers:
    """A client's socket that sends an answer's head and body in one piece, at `flush`."""

    def __init__(self, peer: Any) -> None:
        self._peer = peer
        self._pieces: list[bytes] = []

    def sendall(self, piece: bytes) -> None:
        """Send the piece, with what comes after it."""
        self._pieces.append(piece)

    def flush(self) -> None:
        """Send what there is."""
        whole = b"".join(self._pieces)
        self._pieces.clear()
        if whole and (sent := self._peer.send(whole)) < len(whole):
            self._peer.sendall(whole[sent:])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._peer, name)
