"""What runs on gevent's loop beside the requests, and how they wait on it."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

import gevent
from greenlet import greenlet

T = TypeVar("T")


@dataclass(slots=True)
class _Waiting:
    """Whoever is to be woken; None once they wait no longer."""

    greenlet: greenlet | None


class LoopLane:
    """The writer on the loop itself; only waiting for the disk is done by a thread. Made on the loop.

    Beside the loop, a writer would take the interpreter from it and lose it again at every row.
    """

    def __init__(self) -> None:
        self._woken: deque[_Waiting] = deque()
        self._wake = gevent.get_hub().loop.async_()
        self._wake.start(self._switch)
        self._units: deque[Any] = deque()
        self._idle: _Waiting | None = None
        self._disk = ThreadPoolExecutor(1, "disk")

    def wait(self, answer: "Future[T]") -> T:
        """Return the answer once it is there, or raise what became of it; the loop goes on meanwhile."""
        waiting = _Waiting(gevent.getcurrent())
        answer.add_done_callback(lambda _: self._wake_up(waiting))
        try:
            while not answer.done():
                gevent.get_hub().switch()
        finally:
            # Whoever lost patience is elsewhere by the time the answer is there.
            waiting.greenlet = None
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
            self._idle = _Waiting(gevent.getcurrent())
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

    def pause(self, seconds: float) -> None:
        """Wait a moment; everything else goes on."""
        gevent.sleep(seconds)

    def is_alive(self) -> bool:
        """Return whether what was started has not ended."""
        return not self._writer.dead

    def join(self) -> None:
        """Wait for the end."""
        self._writer.join()
        self._disk.shutdown()

    def _wake_up(self, waiting: _Waiting) -> None:
        # Called in any thread: `send` is the one thing of the loop that may be used there.
        self._woken.append(waiting)
        self._wake.send()

    def _switch(self) -> None:
        while self._woken:
            waiting = self._woken.popleft().greenlet
            if waiting is not None:
                waiting.switch()
