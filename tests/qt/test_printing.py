"""Paper: what a printer receives, and what the kiosk, the customer and the server learn of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from kiosk.command import main
from kiosk.paper.cables import open_cable
from kiosk.paper.printer import Patience, Printer
from kiosk.paper.receipt import receipt
from kiosk.paper.slip import Slip, Words
from kiosk.presenter import Pace
from kiosk.terms import Paper, Shown
from shared.qt import sample
from shared.qt.network import Target
from shared.wire import codec, routes
from shared.wire.requests import PrintOutcome, TakeNumber
from tests.qt.fake_server import FakeServer, Reply
from tests.qt.kiosk_stand import PATIENT, KioskStand, with_counter
from tests.qt.printer_stand import (
    PrinterStand,
    codes_of,
    is_cut,
    pictures_of,
    text_of,
)

URL = "http://192.168.178.20:8000/t/5hJ2mQ9xTz7LwKcV3nBpYd"
WORDS = Words(
    your_number="Ihre Nummer",
    follow="Auf dem Handy verfolgen",
    keep="Bitte aufbewahren.",
    test="Probedruck",
)
SLIP = Slip(
    107, "A107", "Reisepässe", "Bürgerservice Mitte", "2026-03-12 10:42", URL, WORDS
)
ARABIC = replace(
    SLIP,
    queue="تصاريح وقوف السيارات",
    place="مركز خدمات المدينة",
    words=replace(WORDS, your_number="رقمك"),
)
IMPATIENT = Patience(question_s=0.2, ticket_s=0.4)
"""For printers that keep silent: how long a kiosk waits in vain."""

At = Callable[..., KioskStand]


@pytest.fixture
def at(
    qtbot: QtBot,
    server: FakeServer,
    target: Target,
    network: QNetworkAccessManager,
    tmp_path: Path,
) -> Iterator[At]:
    """Puts up a kiosk with a printer."""
    with_counter(server)
    for id in (107, 108):
        server.acts["POST", routes.ticket(id, "print")] = lambda heard: Reply(
            200, sample.ticket()
        )
    standing = []

    def put_up(printer: str, **options: Any) -> KioskStand:
        kiosk = KioskStand(target, network, tmp_path, printer=printer, **options)
        standing.append(kiosk)
        qtbot.waitUntil(lambda: kiosk.screen is Shown.Home)
        return kiosk

    yield put_up
    for kiosk in standing:
        kiosk.close()


def told(server: FakeServer, ticket: int = 107) -> list[PrintOutcome]:
    """Return what the server heard of a ticket's paper."""
    heard = server.posts(routes.ticket(ticket, "print"))
    return [codec.decode(each.body, PrintOutcome) for each in heard]


# --- the bytes -------------------------------------------------------------------------------


@pytest.mark.parametrize("paper_mm", [80, 58])
def test_a_ticket_says_all_and_is_cut(qtbot: QtBot, paper_mm: int) -> None:
    data = receipt(SLIP, paper_mm)
    said = text_of(data)
    for words in ("A107", "Reisepässe", "Bürgerservice Mitte", "2026-03-12 10:42"):
        assert words in said
    assert "Ihre Nummer" in said
    assert codes_of(data) == [URL]
    assert is_cut(data)


def test_a_script_that_printers_lack_is_drawn(qtbot: QtBot) -> None:
    data = receipt(ARABIC)
    assert text_of(data).strip() == ""
    head, _, foot = pictures_of(data)
    assert head.width == foot.width == 576
    assert head.histogram()[0] > 5_000
    assert codes_of(data) == [URL]
    assert is_cut(data)


def test_drawn_tickets_of_different_queues_differ(qtbot: QtBot) -> None:
    other = replace(ARABIC, queue="دفع فاتورة")
    assert receipt(other) != receipt(ARABIC)


# --- the printer -----------------------------------------------------------------------------


def test_a_ticket_comes_out_whole() -> None:
    with PrinterStand() as stand:
        assert Printer(stand.address, patience=PATIENT).print(SLIP) is Paper.Printed
    assert codes_of(stand.tickets[0]) == [URL]


@pytest.mark.parametrize(
    ("trouble", "paper"),
    [
        ({"paper": 0x72}, Paper.Empty),
        ({"cause": 0x32}, Paper.Empty),
        ({"cause": 0x16}, Paper.Fault),
        ({"cause": 0x52}, Paper.Fault),
    ],
    ids=["no paper", "stopped without paper", "cover open", "broken"],
)
def test_a_printer_that_cannot_is_sent_nothing(
    trouble: dict[str, int], paper: Paper
) -> None:
    with PrinterStand(**trouble) as stand:  # type: ignore[arg-type]
        assert Printer(stand.address, patience=PATIENT).print(SLIP) is paper
    assert stand.tickets == []


def test_paper_that_ends_inside_a_ticket_is_noticed() -> None:
    with PrinterStand(ends_inside=True) as stand:
        assert Printer(stand.address, patience=PATIENT).print(SLIP) is Paper.Empty


def test_a_printer_that_hangs_up_inside_a_ticket_is_noticed() -> None:
    with PrinterStand(hangs_up=True) as stand:
        assert Printer(stand.address, patience=PATIENT).print(SLIP) is Paper.Fault


def test_a_printer_that_never_answers_is_trusted() -> None:
    with PrinterStand(dumb=True) as stand:
        assert Printer(stand.address, patience=IMPATIENT).print(SLIP) is Paper.Printed


def test_a_printer_that_answers_only_at_once_has_printed_if_it_is_well() -> None:
    with PrinterStand(orderly=False) as stand:
        patience = replace(PATIENT, ticket_s=IMPATIENT.ticket_s)
        assert Printer(stand.address, patience=patience).print(SLIP) is Paper.Printed
    assert len(stand.tickets) == 1


def test_a_printer_that_is_not_there_is_a_fault() -> None:
    with PrinterStand() as stand:
        gone = stand.address
    assert Printer(gone, patience=PATIENT).print(SLIP) is Paper.Fault


def test_a_port_of_the_kernel_is_written_to(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.write_bytes(b"")
    with open_cable(f"usb:{device}") as cable:
        cable.send(b"A107")
    assert device.read_bytes() == b"A107"


def test_a_queue_of_cups_gets_the_bytes_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = tmp_path / "lp"
    command.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\ncat > {tmp_path}/got')
    command.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    with open_cable("cups:Receipts") as cable:
        cable.send(b"\x1b@A107")
    assert (tmp_path / "got").read_bytes() == b"\x1b@A107"
    assert (tmp_path / "asked").read_text().split() == ["-d", "Receipts", "-o", "raw"]


# --- the kiosk -------------------------------------------------------------------------------


def test_a_tap_prints_the_ticket_and_the_server_hears_of_it(
    qtbot: QtBot, server: FakeServer, at: At
) -> None:
    with PrinterStand() as stand:
        kiosk = at(stand.address)
        kiosk.press("queue-parking")
        qtbot.waitUntil(lambda: kiosk.text("paper") == "Take your ticket below")
        qtbot.waitUntil(lambda: told(server) == [PrintOutcome(outcome="printed")])
    said = text_of(stand.tickets[0])
    assert "A107" in said
    assert "Parking permits" in said
    assert codes_of(stand.tickets[0]) == [server.url + sample.TICKET_URL]
    assert codec.decode(server.posts()[0].body, TakeNumber).will_print


def test_without_paper_the_number_is_to_be_remembered_and_prints_once_there_is_some(
    qtbot: QtBot, server: FakeServer, at: At
) -> None:
    with PrinterStand(paper=0x72) as stand:
        kiosk = at(stand.address)
        kiosk.press("queue-parking")
        qtbot.waitUntil(lambda: kiosk.says("Scan this or remember A107"))
        stand.paper = 0x12
        kiosk.press("reprint")
        qtbot.waitUntil(lambda: kiosk.text("paper") == "Take your ticket below")
        qtbot.waitUntil(lambda: len(told(server)) == 2)
    assert [each.outcome for each in told(server)] == ["failed", "printed"]
    assert told(server)[0].reason == "no paper"
    assert "A107" in text_of(stand.tickets[0])
    assert len(server.posts()) == 1


def test_the_window_goes_on_while_a_printer_thinks(
    qtbot: QtBot, server: FakeServer, at: At
) -> None:
    with PrinterStand(dumb=True) as stand:
        kiosk = at(stand.address, printer_patience=IMPATIENT)
        kiosk.press("queue-parking")
        qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "A107")
        assert kiosk.says("being printed")
        kiosk.press("done")
        assert kiosk.screen is Shown.Home
        qtbot.waitUntil(lambda: told(server) == [PrintOutcome(outcome="printed")])
    assert kiosk.screen is Shown.Home


def test_a_number_without_paper_stays_longer(
    qtbot: QtBot, server: FakeServer, at: At
) -> None:
    pace = Pace(ticket_ms=60_000, unprinted_ms=1)
    with PrinterStand(cause=0x16) as stand:
        kiosk = at(stand.address, pace=pace)
        kiosk.press("queue-parking")
        qtbot.waitUntil(lambda: told(server) != [])
        qtbot.waitUntil(lambda: kiosk.screen is Shown.Home)


# --- the command -----------------------------------------------------------------------------


def test_the_print_test_prints_and_says_so(qtbot: QtBot) -> None:
    with PrinterStand() as stand:
        result = CliRunner().invoke(main, ["--print-test", "--printer", stand.address])
    assert (result.exit_code, result.output.split(".")[0]) == (0, "Printed")
    assert "Test print" in text_of(stand.tickets[0])


def test_the_print_test_says_what_is_wrong(qtbot: QtBot) -> None:
    with PrinterStand(paper=0x72) as stand:
        result = CliRunner().invoke(main, ["--print-test", "--printer", stand.address])
    assert (result.exit_code, result.output) == (1, "The printer has no paper.\n")


@pytest.mark.parametrize("address", ["lpt1", "tcp://", "usb:", "http://x"])
def test_what_is_no_printer_is_refused_at_the_start(address: str) -> None:
    result = CliRunner().invoke(main, ["--printer", address, "--token", "x"])
    assert result.exit_code == 2
    assert "usb:/dev/usb/lp0" in result.output
