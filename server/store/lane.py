"""Where the writer runs: by default in a thread of its own; a web server may have it run on its loop."""

import threading
import time
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, Protocol


class Lane(Protocol):
    """Where the writer runs, how units reach it, and how it waits for the disk."""

    def start(self, run: Callable[[], None]) -> None:
        """Run this beside everything else, until it returns."""

    def put(self, unit: Any) -> None:
        """Hand something in; from any thread."""

    def get(self) -> Any:
        """Wait for the next thing that was handed in, and return it."""

    def waiting(self) -> int:
        """Return how much was handed in and not yet taken out."""

    def durably(self, commit: Callable[[], None]) -> None:
        """Return once this has returned."""

    def pause(self, seconds: float) -> None:
        """Wait a moment; everything else goes on."""

    def is_alive(self) -> bool:
        """Return whether what was started has not ended."""

    def join(self) -> None:
        """Wait for the end."""


class ThreadLane:
    """A thread of its own, which waits for the disk itself."""

    def __init__(self) -> None:
        self._inbox: SimpleQueue[Any] = SimpleQueue()

    def put(self, unit: Any) -> None:
        """Hand something in; from any thread."""
        self._inbox.put(unit)

    def get(self) -> Any:
        """Wait for the next thing that was handed in, and return it."""
        return self._inbox.get()

    def waiting(self) -> int:
        """Return how much was handed in and not yet taken out."""
        return self._inbox.qsize()

    def start(self, run: Callable[[], None]) -> None:
        """Run this beside everything else, until it returns."""
        self._thread = threading.Thread(target=run, name="writer", daemon=True)
        self._thread.start()

    def durably(self, commit: Callable[[], None]) -> None:
        """Return once this has returned."""
        commit()

    def pause(self, seconds: float) -> None:
        """Wait a moment; everything else goes on."""
        time.sleep(seconds)

    def is_alive(self) -> bool:
        """Return whether what was started has not ended."""
        return self._thread.is_alive()

    def join(self) -> None:
        """Wait for the end."""
        self._thread.join()
