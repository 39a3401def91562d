"""Months at a kiosk in minutes: memory, warnings and requests while 20,000 customers take a number.

`uv run --no-sync python -m bench.endurance_kiosk [--takes 20000]`. The server is a process of its own; each customer
taps a queue in the real window's view model, has the number painted with its code, and leaves.
"""

import logging
import multiprocessing
import sys
import tempfile
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing.connection import Connection as Pipe
from pathlib import Path
from threading import Event as Flag

import click
import msgspec
from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    Qt,
    QtMsgType,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtQuick import QQuickWindow

from bench.endurance import (
    MB,
    WARM_UP,
    Complaints,
    FrameTimes,
    Seen,
    memory,
    slope,
    spread,
)
from kiosk.app import QML
from kiosk.asking import asking_in
from kiosk.presenter import Presenter
from kiosk.terms import Shown
from kiosk.viewmodels.views import Views
from shared.qt import sample
from shared.qt.client import Client
from shared.qt.events import EventStream, utc_now
from shared.qt.follow import follow
from shared.qt.launch import Program
from shared.qt.pairing.kept import Paired
from shared.qt.settings import Settings, Size
from shared.translations import LANGUAGES
from shared.wire import codec, routes


def serve(pipe: Pipe) -> None:
    """Give a new number to every request, and send the port; when asked, what was requested."""
    asked: Counter[str] = Counter()
    over = Flag()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            asked[f"GET {self.path}"] += 1
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            first = sample.snapshot()
            data = codec.encode(first)
            self.wfile.write(
                b"id: %d\nevent: snapshot\ndata: %s\n\n" % (first.seq, data)
            )
            while not over.wait(3):
                self.wfile.write(b": here\n\n")

        def do_POST(self) -> None:
            asked[f"POST {self.path}"] += 1
            self.rfile.read(int(self.headers["Content-Length"]))
            number = asked[f"POST {self.path}"]
            ticket = sample.ticket(number % 999 + 1, estimate=sample.minutes(8, 14))
            url = f"/t/{number:022}"
            body = codec.encode(msgspec.structs.replace(ticket, id=number, url=url))
            self.send_response(201)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: requests are counted."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    pipe.send(server.server_address[1])
    import threading

    threading.Thread(target=server.serve_forever, daemon=True).start()
    pipe.recv()
    over.set()
    pipe.send(dict(asked))


class Customers(QObject):
    """One customer after the other: taps when the kiosk is at home, leaves when the number is painted."""

    def __init__(
        self, views: Views, window: QQuickWindow, seen: Seen, takes: int
    ) -> None:
        super().__init__()
        self._views = views
        self._window = window
        self._seen = seen
        self._takes = takes
        # Not within the frame itself: a tap changes what is painted.
        window.frameSwapped.connect(self._look, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _look(self) -> None:
        shown = self._views.kiosk.props.screen
        tapped = any(row.taking for row in self._views.home.props.queues)
        if shown is Shown.Home and not tapped:
            if self._seen.calls % 10 == 0:
                language = LANGUAGES[self._seen.calls // 10 % len(LANGUAGES)]
                self._views.aids.languageTapped.emit(language)
            self._views.home.queueTapped.emit(sample.PARKING.slug)
        elif shown is Shown.Issued:
            self._count()
            self._views.kiosk.doneTapped.emit()
        self._window.update()

    def _count(self) -> None:
        self._seen.calls += 1
        if self._seen.calls % max(1, self._takes // 200) == 0:
            self._seen.memory.append((self._seen.calls, memory()))
        if self._seen.calls >= self._takes:
            QCoreApplication.quit()


def watch(takes: int, port: int) -> Seen:
    """Run the kiosk until all have their number."""
    seen = Seen()
    logging.getLogger().addHandler(Complaints(seen))
    folder, module, type_name = QML
    with tempfile.TemporaryDirectory(prefix="bench-") as directory:
        settings = Settings(
            f"http://127.0.0.1:{port}",
            "token",
            windowed=Size(1080, 1920),
            state_dir=Path(directory),
        )
        translations = [folder.parent / "i18n"]
        with (
            Program(
                "kiosk", settings, imports=[folder], translations=translations
            ) as program,
            program.stage(Paired(settings.server, settings.token)) as stage,
        ):
            logging.getLogger("kiosk").setLevel(logging.WARNING)
            qInstallMessageHandler(
                lambda kind, _, text: (
                    None
                    if kind is QtMsgType.QtDebugMsg
                    else seen.complaints.append(text)
                )
            )
            stream = EventStream(stage.target, stage.network)
            views = Views.make()
            client = Client(stage.target, stage.network)
            presenter = Presenter(
                views,
                client,
                asking_in(settings.state_dir, client, utc_now),
                now=utc_now,
                speak=stage.language.switch,
            )
            follow(stream, presenter)
            window = stage.show(module, type_name, views.properties())
            FrameTimes(window, seen)
            customers = Customers(views, window, seen, takes)
            stream.start()
            stage.exec()
            stream.stop()
            customers.deleteLater()
            qInstallMessageHandler(None)
    return seen


@click.command()
@click.option("--takes", default=20_000, show_default=True)
def main(takes: int) -> None:
    """Let so many customers take a number, and print what was seen."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(
        target=serve, args=(theirs,), daemon=True
    )
    server.start()
    began = time.perf_counter()
    seen = watch(takes, ours.recv())
    took = time.perf_counter() - began
    ours.send(None)
    asked: dict[str, int] = ours.recv()
    server.terminate()
    steady = [point for point in seen.memory if point[0] > takes * WARM_UP]
    click.echo(f"takes {seen.calls} in {took:.0f} s, {len(seen.frames)} frames painted")
    click.echo(f"frame ms: {spread(seen.frames)}")
    click.echo(
        f"memory MB: {steady[0][1] / MB:.1f} → {steady[-1][1] / MB:.1f}, "
        f"{slope(steady):+.1f} bytes per take"
    )
    click.echo(f"warnings: {len(seen.complaints)} {seen.complaints[:3]}")
    click.echo(f"requests: {asked}")
    if seen.complaints or asked != {
        f"GET {routes.EVENTS}": 1,
        f"POST {routes.TICKETS}": seen.calls,
    }:
        sys.exit(1)


if __name__ == "__main__":
    main()
