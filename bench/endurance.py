"""A month at a display in minutes: memory, frame times, warnings and requests while 60,000 calls go by.

`uv run --no-sync python -m bench.endurance [--calls 60000]`. A process of its own streams the events, as fast as the
display reads them; time on the display is the events' own.
"""

import logging
import multiprocessing
import os
import sys
import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from typing import Any

import click

os.environ.setdefault(
    "QT_QPA_PLATFORM",
    f"offscreen:configfile={Path(__file__).parent.parent / 'shared/qt/offscreen.json'}",
)

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtQuick import QQuickWindow

from display.app import QML
from display.options import Options
from display.presenter import Presenter
from display.viewmodels.display_settings import DisplaySettings
from display.viewmodels.display_view_model import DisplayViewModel
from shared.qt import sample
from shared.qt.events import EventStream
from shared.qt.launch import Program
from shared.qt.pairing.kept import Paired
from shared.qt.settings import Settings, Size, ThemeMode
from shared.qt.summons import DeviceViewModel
from shared.wire import codec, routes
from shared.wire.messages import Event, Happened, Ticket, TicketState, Was

BETWEEN = timedelta(seconds=17)
DESKS = 12
EVENTS_PER_CALL = 4
AHEAD = 8
WARM_UP = 0.1
"""The part of the calls after which memory is measured: caches are full then."""

MB = 1024 * 1024


@dataclass
class Seen:
    """What was measured; `memory` is (calls so far, bytes)."""

    calls: int = 0
    frames: "array[float]" = field(default_factory=lambda: array("d"))
    frames_cpu: "array[float]" = field(default_factory=lambda: array("d"))
    memory: list[tuple[int, int]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


def events(calls: int) -> Iterator[Event]:
    """Yield a month's events: each customer takes a number, is called, comes, and is done before the desk's next."""
    seq, now = sample.snapshot().seq, sample.NOW
    for number in range(calls):
        now += BETWEEN
        queue = sample.THREE_QUEUES[number % 3]
        desk = number % DESKS + 1
        ticket = sample.ticket(number % 999 + 1, queue=queue, desk=desk, ahead=None)
        way = [
            (Happened.TAKEN, None, TicketState.WAITING),
            (Happened.CALLED, TicketState.WAITING, TicketState.CALLED),
            (Happened.STARTED, TicketState.CALLED, TicketState.SERVING),
            (Happened.FINISHED, TicketState.SERVING, TicketState.DONE),
        ]
        for what, before, after in way:
            seq += 1
            now += timedelta(seconds=1)
            yield told(seq, now, what, ticket, number, before, after)


def told(
    seq: int,
    at: datetime,
    what: Happened,
    ticket: Ticket,
    number: int,
    before: TicketState | None,
    after: TicketState,
) -> Event:
    """Return one event of a ticket."""
    import msgspec

    now = msgspec.structs.replace(ticket, id=number, state=after)
    was = None if before is None else Was(state=before, queue=ticket.queue)
    return Event(seq=seq, at=at, event=what, ticket=now, was=was)


def serve(calls: int, pipe: Pipe) -> None:
    """Stream a month to whoever asks, and count every request; send the port, and at the end the count."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            first = sample.snapshot()
            self._send("snapshot", first, first.seq)
            shown = 0
            for number, event in enumerate(events(calls)):
                # As fast as the display can, and no faster: what waits in between is not its memory.
                while number // EVENTS_PER_CALL - shown > AHEAD:
                    shown = pipe.recv()
                self._send(event.event.value, event, event.seq)
            while shown < calls:
                shown = pipe.recv()
            pipe.send(asked)

        def _send(self, name: str, message: Any, seq: int) -> None:
            data = codec.encode(message)
            self.wfile.write(
                b"id: %d\nevent: %s\ndata: %s\n\n" % (seq, name.encode(), data)
            )

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: requests are counted."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    pipe.send(server.server_address[1])
    server.serve_forever()


class FrameTimes(QObject):
    """Notes how long each frame takes, from its start to its being on the screen."""

    def __init__(self, window: QQuickWindow, seen: Seen) -> None:
        super().__init__(window)
        self._seen = seen
        self._began = self._cpu = 0.0
        window.beforeSynchronizing.connect(self._begin)
        window.frameSwapped.connect(self._end)

    @Slot()
    def _begin(self) -> None:
        self._began = time.perf_counter()
        self._cpu = time.thread_time()

    @Slot()
    def _end(self) -> None:
        self._seen.frames.append(time.perf_counter() - self._began)
        self._seen.frames_cpu.append(time.thread_time() - self._cpu)


class Complaints(logging.Handler):
    """Keeps every warning."""

    def __init__(self, seen: Seen) -> None:
        super().__init__(logging.WARNING)
        self._seen = seen

    def emit(self, record: logging.LogRecord) -> None:
        self._seen.complaints.append(record.getMessage())


def memory() -> int:
    """Return how much memory this process holds, in bytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def slope(points: Sequence[tuple[int, int]]) -> float:
    """Return the growth in bytes per call: least squares."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    over = sum((x - mean_x) * (y - mean_y) for x, y in points)
    return over / sum((x - mean_x) ** 2 for x, _ in points)


def watch(calls: int, port: int, pipe: Pipe) -> Seen:
    """Run the display until the month is over."""
    seen = Seen()
    logging.getLogger().addHandler(Complaints(seen))
    clock = [sample.NOW]
    settings = Settings(
        f"http://127.0.0.1:{port}",
        "token",
        theme=ThemeMode.DARK,
        windowed=Size(1920, 1080),
    )
    folder, module, type_name = QML
    with (
        Program("display", settings, imports=[folder]) as program,
        program.stage(Paired(settings.server, settings.token)) as stage,
    ):
        logging.getLogger("display").setLevel(logging.WARNING)
        qInstallMessageHandler(
            lambda kind, _, text: (
                None if kind is QtMsgType.QtDebugMsg else seen.complaints.append(text)
            )
        )
        stream = EventStream(stage.target, stage.network)
        view_model = DisplayViewModel()
        presenter = Presenter(view_model, now=lambda: clock[0])

        def happen(event: Event) -> None:
            clock[0] = event.at
            presenter.happen(event)
            if event.event is Happened.FINISHED:
                seen.calls += 1
                if seen.calls % (AHEAD // 2) == 0 or seen.calls == calls:
                    pipe.send(seen.calls)
                if seen.calls % max(1, calls // 200) == 0:
                    seen.memory.append((seen.calls, memory()))
                if seen.calls == calls:
                    QCoreApplication.quit()

        stream.began.connect(presenter.begin)
        stream.happened.connect(happen)
        stream.link_changed.connect(lambda: presenter.stand(stream.link))
        window = stage.show(
            module,
            type_name,
            {
                "display": view_model,
                "settings": DisplaySettings(Options()),
                "device": DeviceViewModel(),
            },
        )
        FrameTimes(window, seen)
        stream.start()
        stage.exec()
        stream.stop()
        qInstallMessageHandler(None)
    return seen


@click.command()
@click.option("--calls", default=60_000, show_default=True)
def main(calls: int) -> None:
    """Run a month at the display, and print what was seen."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=serve, args=(calls, theirs), daemon=True
    )
    server.start()
    began = time.perf_counter()
    seen = watch(calls, ours.recv(), ours)
    took = time.perf_counter() - began
    asked = ours.recv()
    server.terminate()
    report(calls, took, seen, asked)


def spread(durations: Sequence[float]) -> str:
    """Return a few percentiles in milliseconds."""
    ordered = sorted(durations)
    parts = [
        f"p{part * 100:g} {ordered[int(len(ordered) * part)] * 1000:.1f}"
        for part in (0.5, 0.9, 0.99)
    ]
    return ", ".join([*parts, f"worst {ordered[-1] * 1000:.1f}"])


def report(calls: int, took: float, seen: Seen, asked: Sequence[str]) -> None:
    """Print what was seen."""
    steady = [point for point in seen.memory if point[0] > calls * WARM_UP]
    click.echo(f"calls {seen.calls} in {took:.0f} s, {len(seen.frames)} frames painted")
    click.echo(f"frame ms: {spread(seen.frames)}")
    click.echo(f"of it on the processor: {spread(seen.frames_cpu)}")
    click.echo(
        f"memory MB: {steady[0][1] / MB:.1f} → {steady[-1][1] / MB:.1f}, "
        f"{slope(steady):+.1f} bytes per call"
    )
    click.echo(f"warnings: {len(seen.complaints)} {seen.complaints[:3]}")
    streams = sum(path == routes.EVENTS for path in asked)
    click.echo(f"requests: {len(asked)}, of which for the stream: {streams}")
    if seen.complaints or len(asked) != 1 or seen.calls != calls:
        sys.exit(1)


if __name__ == "__main__":
    main()
