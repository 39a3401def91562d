"""Desks and kiosks that press all at once, on a server that is ended under them again and again."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial

from tests.engine.clients import Client, Notebook
from tests.engine.dropping import Dropping
from tests.serving import RunningServer


@dataclass(frozen=True)
class Size:
    """How much is done, at how many desks and kiosks, how often the server is ended meanwhile, and which share of answers is lost.

    So many as `waiting` have taken a number, one after the other, before the first desk calls.
    """

    operations: int
    desks: int
    kiosks: int
    ends: int = 0
    lost: float = 0.0
    waiting: int = 0


@dataclass
class Played:
    """What everybody saw, and how many seconds the server took to be ready again, each time."""

    book: Notebook
    ready_after_s: list[float] = field(default_factory=list)

    @property
    def longest_wait_s(self) -> float:
        """The longest that any client waited for its answer."""
        takes, calls = self.book.takes, self.book.calls
        waits = [take.ended - take.began for take in takes]
        return max(*waits, *(call.ended - call.began for call in calls))


def play(
    server: RunningServer,
    size: Size,
    end: Callable[[RunningServer], None] = RunningServer.kill,
) -> Played:
    """Let everybody press at once, with the server ended again and again, and return what they saw."""
    played = Played(Notebook(size.operations))
    book = played.book
    with closing(Dropping(server.port, size.lost)) as network:
        port = network.port if size.lost else server.port
        steps: list[tuple[Client, Callable[[Client], None]]] = []
        consoles = [server.device("console") for _ in range(size.desks)]
        for desk, console in enumerate(consoles, start=3):
            console.sign_in(desk, "Maria" if desk == 3 else f"Servicer {desk}")
            step = partial(book.call, desk=desk)
            steps.append((Client(port, console.token, seed=desk), step))
        for number in range(size.kiosks):
            token = server.device("kiosk").token
            steps.append((Client(port, token, seed=1000 + number), book.take))
        if size.waiting:
            early = Client(port, server.device("kiosk").token, seed=2000)
            for _ in range(size.waiting):
                book.take(early)
            early.hang_up()
        ender = threading.Thread(target=_end_often, args=[server, played, size, end])
        with ThreadPoolExecutor(len(steps)) as pool:
            working = [pool.submit(book.work, *step) for step in steps]
            ender.start()
            for work in working:
                work.result()
        ender.join()
    return played


def _end_often(
    server: RunningServer,
    played: Played,
    size: Size,
    end: Callable[[RunningServer], None],
) -> None:
    """End the server each time another share of the work is done, and start it again."""
    nap = threading.Event()
    for number in range(size.ends):
        due = size.operations * (number + 1) // (size.ends + 1)
        while played.book.done < due and played.book.left > 0:
            nap.wait(0.005)
        end(server)
        began = time.monotonic()
        server.start()
        played.ready_after_s.append(time.monotonic() - began)
