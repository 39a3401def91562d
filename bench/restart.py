"""The server is restarted under load: how long nobody is answered, and whether anything is lost."""

import itertools
import sqlite3
import threading
from collections.abc import Callable, Iterator
from time import perf_counter
from uuid import uuid4

import requests

from bench.measure import Figure, a_server
from tests.serving import Device, RunningServer

_CLIENTS, _CLIENTS_QUICK = 8, 4


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure."""
    with a_server() as server:
        stop = threading.Event()
        answers: list[tuple[float, int]] = []
        people = [
            threading.Thread(target=_take, args=(server.device("kiosk"), stop, answers))
            for _ in range(_CLIENTS_QUICK if quick else _CLIENTS)
        ]
        watcher = Watcher(server)
        threads = [*people, threading.Thread(target=watcher.watch, args=(stop,))]
        for thread in threads:
            thread.start()
        _wait_for(lambda: len(answers) > 200)
        server.stop()
        server.start()
        after = len(answers)
        _wait_for(lambda: len(answers) > after + 200)
        stop.set()
        for thread in people:
            thread.join()
        yield from _figures(server, watcher, answers)
        server.stop()
        threads[-1].join()
        server.start()


def _take(
    kiosk: Device, stop: threading.Event, answers: list[tuple[float, int]]
) -> None:
    """Take numbers; each is asked for with one key until it is answered."""
    while not stop.is_set():
        key = str(uuid4())
        while True:
            try:
                answer = kiosk.post("/tickets", {"queue": "q1"}, key=key)
            except requests.RequestException:
                continue
            if answer.status_code == 201:
                answers.append((perf_counter(), answer.json()["id"]))
                break


class Watcher:
    """A display that resumes where it was cut off, and notes every event's seq."""

    def __init__(self, server: RunningServer) -> None:
        self._display = server.device("display")
        self.first = 0
        self.heard: list[int] = []

    def watch(self, stop: threading.Event) -> None:
        """Follow the stream until told to stop and cut off."""
        last: int | None = None
        while not stop.is_set():
            try:
                for name, data in self._display.events(last):
                    if name == "snapshot":
                        self.first = last = data["seq"]
                    elif "seq" in data and name != "reset":
                        self.heard.append(data["seq"])
                        last = data["seq"]
            except requests.RequestException:
                continue


def _figures(
    server: RunningServer, watcher: Watcher, answers: list[tuple[float, int]]
) -> Iterator[Figure]:
    moments = sorted(moment for moment, _ in answers)
    pause = max(later - earlier for earlier, later in itertools.pairwise(moments))
    yield Figure(what="restart under load: pause", value=pause, unit="s", target=3)
    with sqlite3.connect(server.data_dir / "queue.db") as database:
        kept = {row[0] for row in database.execute("SELECT id FROM ticket")}
        last = database.execute("SELECT last_seq FROM branch").fetchone()[0]
    given = {id for _, id in answers}
    yield Figure(
        what="restart under load: tickets lost or doubled",
        value=len(given - kept) + len(kept - given) + len(answers) - len(given),
        unit="",
        target=0,
    )
    _wait_for(lambda: bool(watcher.heard) and watcher.heard[-1] == last)
    expected = list(range(watcher.first + 1, last + 1))
    yield Figure(
        what="restart under load: events missed or doubled",
        value=len(expected) - len(watcher.heard) if watcher.heard != expected else 0,
        unit="",
        target=0,
        note=f"{len(expected)} events",
    )


def _wait_for(condition: Callable[[], bool], within_s: float = 30) -> None:
    give_up = perf_counter() + within_s
    while not condition():
        if perf_counter() > give_up:
            raise RuntimeError("it never happened")
        threading.Event().wait(0.02)
