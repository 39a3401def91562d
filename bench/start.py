"""How long the server and each program take to start, and how much memory they then hold."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from bench import year
from bench.measure import Cost, Figure, a_server, quantile, without_screen
from tests.serving import RunningServer

_PROGRAMS = {"kiosk": "kiosk", "display": "display", "servicer": "console"}


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` with fewer starts."""
    times = 3 if quick else 10
    with a_server(desks=3, queues=3) as server:
        yield Figure(
            what="server start to ready", value=_half_start_s(server, times), unit="s"
        )
        yield Figure(
            what="server memory, idle",
            value=Cost(server.pid).memory_mb(),
            unit="MB",
            target=90,
            beyond=65,
        )
        for program, role in _PROGRAMS.items():
            yield from _program(server, program, role, times)
    with a_server(desks=year.DESKS, queues=len(year.QUEUES)) as server:
        server.stop()
        days = (10_000 if quick else 100_000) // year.A_DAY
        year.add_days(server.data_dir / "queue.db", days)
        server.start()
        yield Figure(
            what=f"server start to ready, {days * year.A_DAY:,} tickets in the database",
            value=_half_start_s(server, times),
            unit="s",
            target=2,
            beyond=0.8,
        )


def _half_start_s(server: RunningServer, times: int) -> float:
    spans = []
    for _ in range(times):
        server.stop()
        began = perf_counter()
        server.start()
        spans.append(perf_counter() - began)
    return quantile(spans, 0.5)


def _program(
    server: RunningServer, program: str, role: str, times: int
) -> Iterator[Figure]:
    token = server.device(role).token
    spans, memory = [], []
    for _ in range(times):
        with tempfile.TemporaryDirectory(prefix="bench-") as directory:
            began = perf_counter()
            window = subprocess.Popen(
                [
                    sys.executable,
                    "-m",
                    program,
                    "--server",
                    server.url,
                    "--robot",
                    "--windowed",
                    "1920x1080",
                    "--state-dir",
                    directory,
                ],
                env={**without_screen(), "TAKEANUMBER_TOKEN": token},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            picture = Path(directory) / "first.png"
            _ask(window, f'{{"picture": "{picture}"}}')
            spans.append(perf_counter() - began)
            memory.append(Cost(window.pid).memory_mb())
            window.terminate()
            window.communicate()
    yield Figure(
        what=f"{program}: start to first frame",
        value=quantile(spans, 0.5),
        unit="s",
        target=0.7,
        beyond=0.35,
        note="with a picture of the frame saved",
    )
    yield Figure(
        what=f"{program}: memory",
        value=quantile(memory, 0.5),
        unit="MB",
        target=120,
        beyond=95,
    )


def _ask(window: "subprocess.Popen[bytes]", task: str) -> None:
    assert window.stdin is not None
    assert window.stdout is not None
    window.stdin.write(task.encode() + b"\n")
    window.stdin.flush()
    if b"ok" not in window.stdout.readline():
        raise RuntimeError("the window did not show anything")
