"""Whatever became of what a program kept, its window comes up and works, and what it can still read is not lost."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from kiosk.tap import Tap
from kiosk.terms import Shown
from servicer.kept import KeptAct
from servicer.terms import Deed
from shared.qt import sample
from shared.qt.events import utc_now
from shared.qt.network import Target
from shared.wire import codec, routes
from tests.qt.console_stand import Console
from tests.qt.fake_server import FakeServer, Reply
from tests.qt.kiosk_stand import KioskStand, with_counter
from tests.qt.printer_stand import PrinterStand

TAP, SCREEN = "kiosk-tap.json", "kiosk-screen.json"
PRINTER, ACT = "kiosk-printer-answers", "servicer-act.json"

TAPPED = json.loads(codec.encode(Tap("a-key", "parking", "en", sample.NOW)))
DONE = json.loads(
    codec.encode(KeptAct("a-key", Deed.Finish.value, sample.ticket(), utc_now()))
)


def changed(kept: dict[str, Any], **fields: object) -> bytes:
    return json.dumps(kept | fields).encode()


def a_time_without_zone(kept: dict[str, Any], name: str) -> bytes:
    return changed(kept, **{name: "2026-03-12T10:42:00"})


ANYTHING: dict[str, bytes | None] = {
    "bytes": b"\xff\xfe",
    "nothing": b"",
    "cut off": b'{"key": "a',
    "another shape": b'{"x": [1, 2]}',
    "nested without end": b"[" * 100_000,
    "a directory": None,
}

KIOSKS = {
    **{
        f"{name}: {how}": (name, what)
        for name in (TAP, SCREEN, PRINTER)
        for how, what in ANYTHING.items()
    },
    "tap: no zone": (TAP, a_time_without_zone(TAPPED, "at")),
    "tap: two headers": (TAP, changed(TAPPED, key="a\r\nHost: elsewhere")),
    "tap: a language elsewhere": (TAP, changed(TAPPED, language="../../x")),
    "tap: another server": (TAP, changed(TAPPED, gives_back="@127.0.0.1:1/t/x")),
    "screen: nothing": (SCREEN, b'{"px_per_mm": 0}'),
    "screen: less": (SCREEN, b'{"px_per_mm": -3.2}'),
    "screen: huge": (SCREEN, b'{"px_per_mm": 1e300}'),
    "screen: infinite": (SCREEN, b'{"px_per_mm": 1e999}'),
    "screen: no number": (SCREEN, b'{"px_per_mm": NaN}'),
    "printer: bare": (PRINTER, b"tcp://192.168.1.20"),
    "printer: a number": (PRINTER, b'{"address": 7, "habits": {}}'),
}

CALLED_WITHOUT_ZONE = DONE["ticket"] | {"called_at": "2026-03-12T10:42:00"}

CONSOLES = {
    **ANYTHING,
    "no zone": a_time_without_zone(DONE, "at"),
    "no zone in its ticket": changed(DONE, ticket=CALLED_WITHOUT_ZONE),
    "no such deed": changed(DONE, deed=999),
    "a deed that is never kept": changed(DONE, deed=Deed.SignIn.value),
    "beyond all numbers": changed(DONE, deed=10**30),
    "no key": changed(DONE, key=""),
}


def spoil(state_dir: Path, name: str, what: bytes | None) -> Path:
    """Let something else be where a program kept something; return where it is put aside."""
    file = state_dir / name
    if what is None:
        file.mkdir()
    else:
        file.write_bytes(what)
    return file.with_name(f"{name}.unreadable")


Kiosk = Callable[[], KioskStand]


@pytest.fixture
def printer() -> Iterator[PrinterStand]:
    """A printer that is well."""
    with PrinterStand() as stand:
        yield stand


@pytest.fixture
def kiosk(
    server: FakeServer,
    target: Target,
    network: QNetworkAccessManager,
    tmp_path: Path,
    printer: PrinterStand,
    request: pytest.FixtureRequest,
) -> Kiosk:
    """Puts up a kiosk that has a printer and a door for staff."""
    with_counter(server)
    server.acts["POST", routes.ticket(107, "print")] = lambda heard: Reply(
        200, sample.ticket()
    )

    def put_up() -> KioskStand:
        stand = KioskStand(
            target, network, tmp_path, printer=printer.address, pin="4821"
        )
        request.addfinalizer(stand.close)
        return stand

    return put_up


@pytest.mark.slow
@pytest.mark.parametrize(("name", "what"), KIOSKS.values(), ids=list(KIOSKS))
def test_a_kiosk_gives_numbers_whatever_became_of_its_files(
    qtbot: QtBot, kiosk: Kiosk, tmp_path: Path, name: str, what: bytes | None
) -> None:
    aside = spoil(tmp_path, name, what)
    stand = kiosk()
    qtbot.waitUntil(lambda: stand.screen is Shown.Home)
    stand.press("queue-parking")
    qtbot.waitUntil(lambda: stand.text("paper") == "Take your ticket below")
    assert stand.text("issuedLabel") == "A107"
    assert aside.exists()
    assert not (tmp_path / TAP).exists()


@pytest.mark.parametrize("what", CONSOLES.values(), ids=list(CONSOLES))
def test_a_console_comes_up_whatever_became_of_its_file(
    qtbot: QtBot,
    server: FakeServer,
    network: QNetworkAccessManager,
    tmp_path: Path,
    what: bytes | None,
    request: pytest.FixtureRequest,
) -> None:
    aside = spoil(tmp_path, ACT, what)
    console = Console(qtbot, server, "token", network, tmp_path)
    request.addfinalizer(console.close)
    console.wait(lambda: console.window.sees("desk-3"))
    assert aside.exists()
    assert server.posts() == []


@pytest.mark.parametrize(
    "fields",
    [{}, {"more": "than is known"}, {"queue": "renamed since"}, {"language": "xx-YY"}],
    ids=str,
)
def test_a_tap_that_can_be_read_is_asked_about_again(
    qtbot: QtBot,
    server: FakeServer,
    kiosk: Kiosk,
    tmp_path: Path,
    fields: dict[str, str],
) -> None:
    server.acts["POST", routes.TICKETS] = lambda heard: Reply(201, sample.ticket())
    (tmp_path / TAP).write_bytes(changed(TAPPED, **fields))
    stand = kiosk()
    qtbot.waitUntil(lambda: stand.text("paper") == "Take your ticket below")
    assert server.posts(routes.TICKETS)[0].key == "a-key"
