"""Desks that stand ready for the next arrival: whoever watches sees each of them served, in whatever storm."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from tests.serving import Device, Events, RunningServer

pytestmark = pytest.mark.slow

DESKS = range(3, 11)


def picture(stream: Events, seq: int) -> dict[int, Any]:
    """Return what a watcher knows of each desk once it has heard of this row."""
    desks: dict[int, Any] = {}
    for _name, told in stream:
        for desk in (told.get("branch") or {}).get("desks", []):
            desks[desk["number"]] = desk
        if told.get("desk"):
            desks[told["desk"]["number"]] = told["desk"]
        if told.get("seq", 0) >= seq:
            return desks
    raise AssertionError("the stream ended")


def test_a_storm_of_arrivals_leaves_no_desk_ready_on_anybodys_screen(
    server: RunningServer, kiosk: Device
) -> None:
    consoles = [server.device("console") for _ in DESKS]
    streams = [console.events() for console in consoles]
    for desk, console in zip(DESKS, consoles, strict=True):
        name = "Maria" if desk == 3 else f"Servicer {desk}"
        console.sign_in(desk, name)
        stored = console.post(f"/desks/{desk}/call-next", {"store": True})
        assert stored.status_code == 204
    assert all(
        console.get(f"/desks/{desk}").json()["stored_since"]
        for desk, console in zip(DESKS, consoles, strict=True)
    )
    with ThreadPoolExecutor(8) as threads:
        taken = list(threads.map(lambda _: kiosk.take(), range(12)))
    seq = consoles[0].get("/board").json()["seq"]
    true = {desk: consoles[0].get(f"/desks/{desk}").json() for desk in DESKS}
    assert sum(ticket["state"] == "called" for ticket in taken) == len(DESKS)
    late = server.device("console").events(after=1)
    for stream in (*streams, late):
        for number, seen in picture(stream, seq).items():
            assert seen["stored_since"] is None, number
            assert seen["state"] == true[number]["state"]
            assert seen["since"] == true[number]["since"]
        stream.close()


def test_calls_that_are_undone_bring_the_older_ones_back_on_every_board(
    server: RunningServer, kiosk: Device
) -> None:
    console, display = server.device("console"), server.device("display")
    streams = [console.events(), display.events()]
    console.sign_in()
    for _ in range(14):
        kiosk.take()
    for _ in range(14):
        called = console.post("/desks/3/call-next", {"finish": True})
        assert called.status_code == 200
    assert console.post("/desks/3/undo").status_code == 200
    board = display.get("/board").json()
    labels = [call["label"] for call in board["recent_calls"]]
    assert labels == [f"A{n:03}" for n in range(13, 1, -1)]
    # Who comes back hears how the board is after all that was missed.
    late = console.events(after=1)
    streams += [late, display.events()]
    for stream in streams:
        known: list[str] = []
        for name, told in stream:
            if name == "snapshot":
                known = [call["label"] for call in told["board"]["recent_calls"]]
            elif told.get("recent_calls") is not None:
                known = [call["label"] for call in told["recent_calls"]]
            elif told.get("ticket"):
                ticket = told["ticket"]
                others = [label for label in known if label != ticket["label"]]
                if name in {"called", "recalled"}:
                    known = [ticket["label"], *others][:12]
                elif ticket["desk"] is None:
                    known = others
            if told["seq"] >= board["seq"] and (stream is not late or name == "branch"):
                break
        assert known == labels
        stream.close()
