"""How long after a call the room knows: the display's painted frame, a phone's amber page, a console, every watching phone."""

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from time import sleep, time
from typing import Any

from playwright.sync_api import Page

from bench.crowd import Crowd, take_many
from bench.load import Client, Loaded
from bench.measure import (
    Cost,
    Figure,
    a_server,
    consoles,
    put_load,
    quantile,
    raise_file_limit,
    without_screen,
)
from script.chromium import chromium
from tests.serving import Device, RunningServer

_CALLS = 40
_CALLS_QUICK = 10

_NOTE_AMBER = """() => {
  const main = document.querySelector("main");
  new MutationObserver(() => {
    if (main.dataset.state === "called") requestAnimationFrame(() => { main.dataset.amberAt = Date.now() / 1000; });
  }).observe(main, {attributes: true, attributeFilter: ["data-state"]});
}"""


def run(*, quick: bool) -> Iterator[Figure]:
    """Measure; `quick` with fewer calls and phones."""
    raise_file_limit()
    calls = _CALLS_QUICK if quick else _CALLS
    yield from _faces(calls)
    for phones in (10, 1_000) if quick else (10, 1_000, 10_000):
        yield from _crowd(phones, calls)


def _faces(calls: int) -> Iterator[Figure]:
    with a_server(desks=1) as server, ExitStack() as stack:
        (desk,) = consoles(server, 1)
        kiosk = server.device("kiosk")
        frames = server.data_dir.parent / "frames.jsonl"
        stack.callback(_display(server, frames).terminate)
        page = stack.enter_context(chromium()).new_page()
        display_s, phone_s, answer_s = [], [], []
        for number in range(calls):
            ticket = kiosk.take("q1")
            page.goto(ticket["url"])
            page.wait_for_selector("[data-link=live]")
            page.evaluate(_NOTE_AMBER)
            began = time()
            answer = desk.post("/desks/1/call-next", {"finish": True})
            answer_s.append(time() - began)
            phone_s.append(_amber_at(page) - began)
            display_s.append(_painted_at(frames, answer.json()["label"]) - began)
            if number == 0:
                # The first call also loads what the later ones find ready.
                for found in (display_s, phone_s, answer_s):
                    found.clear()
        yield from _figures("call → its answer", answer_s)
        yield from _figures("call → display's painted frame", display_s, 60, 25)
        yield from _figures("call → phone's amber page (Chromium)", phone_s, 250)


def _display(server: RunningServer, frames: Path) -> "subprocess.Popen[bytes]":
    frames.touch()
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "display",
            "--server",
            server.url,
            "--windowed",
            "1920x1080",
        ],
        env={
            **without_screen(),
            "TAKEANUMBER_TOKEN": server.device("display").token,
            "TAKEANUMBER_FRAME_LOG": str(frames),
        },
    )


def _amber_at(page: Page) -> float:
    amber = page.wait_for_selector("[data-amber-at]")
    assert amber is not None
    return float(amber.get_attribute("data-amber-at") or "nan")


def _painted_at(frames: Path, label: str, within_s: float = 20) -> float:
    give_up = time() + within_s
    while time() < give_up:
        for line in frames.read_text().splitlines():
            frame: dict[str, Any] = json.loads(line)
            if frame["label"] == label:
                return float(frame["painted_at"])
    raise RuntimeError(f"the display never painted {label}")


def _crowd(phones: int, calls: int) -> Iterator[Figure]:
    with a_server(desks=1) as server:
        (desk,) = consoles(server, 1)
        pages = take_many(server, phones + calls)
        watcher = server.device("console")
        before = Cost(server.pid).memory_mb()
        with (
            Crowd(server, pages[calls:]) as crowd,
            Crowd(server, ["/api/v1/events"], watcher.token) as console,
        ):
            each = (Cost(server.pid).memory_mb() - before) * 1024 / phones
            called = [_call(desk, every_s=1.0) for _ in range(calls)]
            crowd_heard, console_heard = crowd.stop(), console.stop()
        with Crowd(server, pages[calls:]):
            meanwhile = _takes_meanwhile(server, desk, 3 if calls < _CALLS else 10)
    phones_s = [
        moment - began
        for seq, began in called
        for moment in crowd_heard.heard.get(seq, [])
    ]
    console_s = [min(console_heard.heard[seq]) - began for seq, began in called]
    missed = len(called) * phones - len(phones_s)
    yield from _figures(
        f"call → all of {phones} phones",
        phones_s,
        *((400, 150) if phones == 10_000 else (100, 40)),
        note=f"{missed} not told" if missed else "",
    )
    yield from _figures(f"call → console, {phones} phones", console_s, 150, 60)
    yield Figure(
        what=f"memory per phone, {phones} phones",
        value=each,
        unit="KB",
        target=20 if phones >= 1_000 else None,
        beyond=3 if phones >= 1_000 else None,
    )
    yield Figure(
        what=f"take p99, {phones} phones and 2 calls/s",
        value=quantile(meanwhile.latencies_ms, 0.99),
        unit="ms",
        target=250,
        beyond=100,
        note=f"{len(meanwhile.latencies_ms) / meanwhile.seconds:.0f}/s",
    )


def _call(desk: Device, every_s: float) -> tuple[int, float]:
    """Call the next, give everybody time to hear of it, and return the call's seq and when it was asked for."""
    began = time()
    desk.post("/desks/1/call-next", {"finish": True})
    seq: int = desk.get("/board").json()["seq"]
    sleep(max(0.0, began + every_s - time()))
    return seq, began


def _takes_meanwhile(server: RunningServer, desk: Device, seconds: float) -> Loaded:
    take = Client("/api/v1/tickets", server.device("kiosk").token, '{"queue":"q1"}')
    with ThreadPoolExecutor(1) as pool:
        load = pool.submit(put_load, server, [take] * 4, seconds)
        while not load.done():
            _call(desk, every_s=0.5)
        return load.result()


def _figures(
    what: str,
    seconds: list[float],
    target: float | None = None,
    beyond: float | None = None,
    note: str = "",
) -> Iterator[Figure]:
    for name, share in (("p50", 0.5), ("p99", 0.99), ("max", 1.0)):
        goals = (target, beyond) if name == "p99" else (None, None)
        yield Figure(
            what=f"{what}: {name}",
            value=quantile(seconds, share) * 1000,
            unit="ms",
            target=goals[0],
            beyond=goals[1],
            note=note if name == "max" else "",
        )
