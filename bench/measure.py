"""A server to measure, its processes' cost, and figures beside their targets."""

import os
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec
import psutil

from bench.load import Client, Load, Loaded
from server.usecases.setup import AddDesk, AddQueue, AddServicer, SetQueue
from tests.forked import Fresh
from tests.serving import Device, RunningServer

T = TypeVar("T")
PIN = "482913"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """One measured thing; `target` is what it should be at most, or at least where `more_is_better`."""

    what: str
    value: float
    unit: str
    target: float | None = None
    beyond: float | None = None
    more_is_better: bool = False
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the target is held, and the one beyond it."""
        if self.target is None:
            return ""
        for goal, word in ((self.beyond, "beyond"), (self.target, "held")):
            if goal is not None and (
                self.value >= goal if self.more_is_better else self.value <= goal
            ):
                return word
        return "missed"


def quantile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that so large a share of all do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@contextmanager
def a_server(*, desks: int = 0, queues: int = 1) -> Iterator[RunningServer]:
    """Give a running server on an empty branch: queues q1…, no limit on who waits, and desks with a servicer each."""
    with tempfile.TemporaryDirectory(prefix="bench-") as directory:
        server = RunningServer(Path(directory) / "data", free_port(), Fresh)
        slugs = tuple(f"q{number + 1}" for number in range(queues))
        for slug in slugs:
            server.do(AddQueue(slug=slug, names={"en": slug}))
            server.do(SetQueue(slug=slug, settings={"max_waiting": 0}))
        for number in range(1, desks + 1):
            server.do(AddDesk(number=number, queues=slugs))
            server.do(AddServicer(name=f"Servicer {number}", pin=PIN))
        server.start()
        try:
            yield server
        finally:
            server.stop()


def consoles(server: RunningServer, desks: int) -> list[Device]:
    """Return a console per desk, its servicer signed in."""
    found = []
    for number in range(1, desks + 1):
        console = server.device("console")
        console.sign_in(number, f"Servicer {number}", PIN)
        found.append(console)
    return found


def free_port() -> int:
    """Return a TCP port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def put_load(
    server: RunningServer, clients: Sequence[Client], hold: float, **shape: float
) -> Loaded:
    """Load the server from a process of its own."""
    load = Load(port=server.port, clients=list(clients), hold=hold, **shape)
    done = subprocess.run(
        [sys.executable, "-m", "bench.load"],
        input=msgspec.json.encode(load),
        stdout=subprocess.PIPE,
        check=True,
    )
    return msgspec.json.decode(done.stdout, type=Loaded)


def generator_note(loaded: Loaded) -> str:
    """Say what went wrong, and whether the load generator itself was the bottleneck."""
    parts = [f"{count} × {kind}" for kind, count in loaded.others.items()]
    if loaded.cpu_share > 0.8:
        parts.append(f"generator busy {loaded.cpu_share:.0%}: the bottleneck")
    return ", ".join(parts)


class Cost:
    """CPU and memory of a process and its children, from here on."""

    def __init__(self, pid: int) -> None:
        root = psutil.Process(pid)
        self._before = {each: _cpu_s(each) for each in [root, *root.children(recursive=True)]}  # fmt: skip

    def cpu_s(self) -> float:
        """Return the CPU seconds used since, by those that are still there."""
        there = [each for each in self._before if each.is_running()]
        return sum(_cpu_s(each) - self._before[each] for each in there)

    def memory_mb(self) -> float:
        """Return the memory that is theirs alone plus their part of what they share, in MB."""
        there = [each for each in self._before if each.is_running()]
        return sum(p.memory_full_info().pss for p in there) / 2**20


def _cpu_s(process: psutil.Process) -> float:
    return float(sum(process.cpu_times()[:2]))


def raise_file_limit() -> None:
    """Let this process and its children hold as many connections as the machine allows."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def without_screen() -> dict[str, str]:
    """Return the environment in which windows are drawn unseen."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
