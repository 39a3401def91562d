"""Paper: what a printer receives, and what the kiosk, the customer and the server learn of it."""

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from PySide6.QtNetwork import QNetworkAccessManager
from pytestqt.qtbot import QtBot

from kiosk.command import main
from kiosk.paper.cables import open_cable
from kiosk.paper.cups import Cups
from kiosk.paper.known import Habits, known_printer
from kiosk.paper.printer import Patience, Printer
from kiosk.paper.receipt import receipt
from kiosk.paper.slip import TEST_LABEL, Slip, Words
from kiosk.paper.usb import find
from kiosk.presenter import Pace
from kiosk.terms import Paper, Shown
from shared.qt import sample
from shared.qt.network import Target
from shared.wire import codec, routes
from shared.wire.pairing import PaperState
from shared.wire.requests import PrintOutcome, TakeNumber
from tests.qt.fake_server import FakeServer, Reply
from tests.qt.kiosk_stand import PATIENT, KioskStand, with_counter
from tests.qt.printer_stand import (
    IN_TURN,
    OFFLINE,
    PAPER,
    Others,
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
IMPATIENT = Patience(question_s=0.2, ticket_s=0.4, busy_s=0.5)
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


def test_the_branchs_own_line_stands_at_the_end(qtbot: QtBot) -> None:
    own = replace(SLIP, footer="www.stadt.example")
    assert text_of(receipt(own)).strip().endswith("www.stadt.example")
    assert receipt(replace(ARABIC, footer="www.stadt.example")) != receipt(ARABIC)


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


def test_of_a_printer_that_never_answers_nobody_knows_whether_it_printed() -> None:
    with PrinterStand(dumb=True) as stand:
        printer = Printer(stand.address, patience=IMPATIENT)
        assert printer.print(SLIP) is Paper.Sent
        assert printer.print(SLIP) is Paper.Sent
    assert len(stand.tickets) == 2


def test_a_printer_that_answers_only_at_once_has_printed_if_it_is_well() -> None:
    with PrinterStand(orderly=False) as stand:
        patience = Patience(question_s=1, ticket_s=IMPATIENT.ticket_s)
        assert Printer(stand.address, patience=patience).print(SLIP) is Paper.Printed
    assert len(stand.tickets) == 1


ASB = b"\x14\x00\x00\x0f"
"""An automatic status: all is well, and what each bit says that only fills it up."""

XOFF = b"\x13"
SOON = Patience(question_s=0.3, ticket_s=1, busy_s=1)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("oddness", "paper"),
    [
        ({"jams": True}, Paper.Fault),
        ({"jams": True, "late_s": {OFFLINE: 0.5}}, Paper.Fault),
        ({"orderly": False, "late_s": {OFFLINE: 0.5}}, Paper.Fault),
        ({"orderly": False, "late_s": {OFFLINE: 0.5}, "cause": 0x16}, Paper.Fault),
        ({"late_s": {OFFLINE: 0.5}}, Paper.Printed),
        ({"late_s": {IN_TURN: 0.5}}, Paper.Printed),
        ({"late_s": {IN_TURN: 0.5}, "ends_inside": True}, Paper.Empty),
        ({"jams": True, "late_s": {IN_TURN: 0.5}}, Paper.Fault),
        ({"jams": True, "unasked": ASB}, Paper.Fault),
        ({"jams": True, "unasked": XOFF}, Paper.Fault),
        ({"orderly": False, "unasked": XOFF}, Paper.Fault),
        ({"orderly": False, "unasked": ASB}, Paper.Printed),
        ({"unasked": ASB}, Paper.Printed),
        ({"unasked": XOFF + b"\x11"}, Paper.Printed),
        ({"unasked": ASB, "ends_inside": True}, Paper.Empty),
        ({"dumb": True, "unasked": ASB}, Paper.Sent),
        ({"dumb": True, "unasked": XOFF}, Paper.Fault),
        ({"late_s": {PAPER: 0.6}, "paper": 0x72}, Paper.Empty),
        ({"late_s": {PAPER: 1.2}, "paper": 0x72}, Paper.Empty),
        ({"late_s": {PAPER: 1.2}}, Paper.Printed),
    ],
    ids=str,
)
def test_only_the_answer_to_what_was_asked_says_how_a_ticket_went(
    oddness: dict[str, Any], paper: Paper
) -> None:
    with PrinterStand(**oddness) as stand:
        assert Printer(stand.address, patience=SOON).print(SLIP) is paper


def test_a_printer_that_is_not_there_is_a_fault() -> None:
    with PrinterStand() as stand:
        gone = stand.address
    patience = replace(PATIENT, busy_s=0.1)
    assert Printer(gone, patience=patience).print(SLIP) is Paper.Fault


@pytest.mark.slow
@pytest.mark.parametrize("others", Others)
def test_two_kiosks_at_one_printer_print_each_ticket_once(others: Others) -> None:
    labels = [f"A{number}" for number in range(101, 109)]

    def four(kiosk: int) -> list[Paper]:
        printer = Printer(stand.address, patience=PATIENT)
        return [printer.print(replace(SLIP, label=label)) for label in labels[kiosk::2]]

    with (
        PrinterStand(takes_s=0.2, others=others) as stand,
        ThreadPoolExecutor() as kiosks,
    ):
        outcomes = [*kiosks.map(four, range(2))]
    assert outcomes == [[Paper.Printed] * 4] * 2
    printed = [word for data in stand.tickets for word in text_of(data).split()]
    assert sorted(set(labels) & set(printed)) == labels
    assert len(stand.tickets) == 8


def test_a_printer_that_stays_busy_is_a_fault_and_is_sent_nothing() -> None:
    patience = replace(IMPATIENT, busy_s=0.5)
    with PrinterStand(others=Others.ARE_REFUSED) as stand, stand.held():
        assert Printer(stand.address, patience=patience).print(SLIP) is Paper.Fault
    assert stand.tickets == []


@pytest.mark.slow
def test_a_printer_that_used_to_answer_and_is_mute_is_a_fault(tmp_path: Path) -> None:
    patience = replace(IMPATIENT, busy_s=0.5)
    with PrinterStand() as stand:

        def kiosk() -> Printer:
            known = known_printer(stand.address, tmp_path)
            return Printer(stand.address, patience=patience, known=known)

        before = kiosk()
        assert before.print(SLIP) is Paper.Printed
        stand.dumb = True
        assert before.print(SLIP) is Paper.Fault
        # It is remembered over a restart, and no test print makes it forgotten.
        assert kiosk().print(SLIP) is Paper.Fault
        assert kiosk().print(replace(SLIP, ticket=0)) is Paper.Fault
        assert before.print(SLIP) is Paper.Fault
    assert len(stand.tickets) == 1


@pytest.mark.slow
def test_what_a_printer_said_once_by_chance_is_not_held_against_it(
    tmp_path: Path,
) -> None:
    with PrinterStand(jams=True) as stand:
        known = known_printer(stand.address, tmp_path)
        printer = Printer(stand.address, patience=SOON, known=known)
        assert printer.print(SLIP) is Paper.Fault
        assert known.habits == Habits(at_once=True)
        stand.jams, stand.orderly = False, False
        assert printer.print(SLIP) is Paper.Printed
        stand.orderly = True
        assert printer.print(SLIP) is Paper.Printed
        assert known.habits == Habits(at_once=True, in_turn=True)
        stand.orderly = False
        assert printer.print(SLIP) is Paper.Fault


def test_another_address_is_another_printer(tmp_path: Path) -> None:
    known_printer("tcp://192.168.1.20", tmp_path).heard(Habits(at_once=True))
    assert known_printer("tcp://192.168.1.20", tmp_path).habits
    assert known_printer("tcp://192.168.1.21", tmp_path).habits is None


def test_a_port_of_the_kernel_is_written_to(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.write_bytes(b"")
    with open_cable(f"usb:{device}") as cable:
        cable.send(b"A107")
    assert device.read_bytes() == b"A107"


@pytest.fixture
def usb(tmp_path: Path) -> tuple[Path, Path]:
    """What the kernel tells of two printers, and where they are."""
    classes, devices = tmp_path / "usbmisc", tmp_path / "usb"
    devices.mkdir()
    for name, model, serial in (("lp1", "TM-T20II", "A7"), ("lp2", "TSP143", "B8")):
        (classes / name / "device").mkdir(parents=True)
        said = f"MFG:EPSON;CMD:ESC/POS;MDL:{model};CLS:PRINTER;SN:{serial};\n"
        (classes / name / "device" / "ieee1284_id").write_text(said)
        (devices / name).touch()
    return classes, devices


@pytest.mark.parametrize(
    ("named", "found"),
    [("TM-T20II", "lp1"), ("tsp143", "lp2"), ("SN:A7", "lp1"), ("SN:B8", "lp2")],
)
def test_a_usb_printer_is_found_by_what_it_calls_itself(
    usb: tuple[Path, Path], named: str, found: str
) -> None:
    assert find(named, *usb) == usb[1] / found


@pytest.mark.parametrize("named", ["EPSON", "TM-T88", "/dev/usb/gone"])
def test_none_is_chosen_among_several_usb_printers(
    usb: tuple[Path, Path], named: str
) -> None:
    with pytest.raises(FileNotFoundError, match=named):
        find(named, *usb)


def test_the_only_usb_printer_is_found_under_its_new_number(
    usb: tuple[Path, Path],
) -> None:
    classes, devices = usb
    shutil.rmtree(classes / "lp2")
    assert find(str(devices / "lp0"), classes, devices) == devices / "lp1"
    # As long as it is where it was said to be, it is that one.
    (devices / "lp0").touch()
    assert find(str(devices / "lp0"), classes, devices) == devices / "lp0"


CUPS = """#!/bin/sh
case "$0 $*" in
*lp\\ *) echo "$@" >> asked; cat > got; echo Receipts-12 >> jobs; echo "request id is Receipts-12 (0 file(s))" ;;
*lpstat\\ -p*) cat state ;;
*lpstat\\ -o*) cat jobs 2>/dev/null; cat after > state 2>/dev/null; [ -e keeps ] || rm -f jobs ;;
*cancel\\ *) rm -f jobs; echo "$@" > cancelled ;;
esac
"""
WELL = """printer Receipts is idle.  enabled since Thu 26 Nov 2026 10:00:00
Receipts accepting requests since Thu 26 Nov 2026 10:00:00
"""
STOPPED = """printer Receipts disabled since Thu 26 Nov 2026 10:42:00 -
\tPaused
Receipts accepting requests since Thu 26 Nov 2026 10:00:00
"""
REJECTING = """printer Receipts is idle.  enabled since Thu 26 Nov 2026 10:00:00
Receipts not accepting requests since Thu 26 Nov 2026 10:42:00 -
\tRejecting Jobs
"""


@pytest.fixture
def cups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """CUPS' commands in a directory, in which they note what they were asked; the queue is as `state` says."""
    for name in ("lp", "lpstat", "cancel"):
        command = tmp_path / name
        command.write_text(CUPS.replace("#!/bin/sh", f"#!/bin/sh\ncd {tmp_path}"))
        command.chmod(0o755)
    (tmp_path / "state").write_text(WELL)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    return tmp_path


def test_a_queue_of_cups_gets_the_ticket_as_it_is_and_nothing_else(cups: Path) -> None:
    assert Printer("cups:Receipts").print(SLIP) is Paper.Printed
    assert codes_of((cups / "got").read_bytes()) == [URL]
    assert (cups / "asked").read_text() == "-d Receipts -o raw\n"


@pytest.mark.parametrize("state", [STOPPED, REJECTING])
@pytest.mark.parametrize("queue", ["Receipts", "receipts", "RECEIPTS/narrow"])
def test_a_queue_of_cups_that_is_stopped_or_rejects_is_given_nothing(
    cups: Path, state: str, queue: str
) -> None:
    (cups / "state").write_text(state)
    assert Printer(f"cups:{queue}").print(SLIP) is Paper.Fault
    assert not (cups / "asked").exists()


@pytest.mark.parametrize(
    "answer", ["", "request id is unknown", "lp: scheduler not responding"]
)
def test_a_ticket_of_which_cups_does_not_say_what_became_is_a_fault(
    cups: Path, answer: str
) -> None:
    (cups / "lp").write_text(f"#!/bin/sh\ncat > /dev/null; echo {answer}")
    assert Printer("cups:Receipts").print(SLIP) is Paper.Fault


def test_a_ticket_is_followed_through_a_queue_that_is_spelt_another_way(
    cups: Path,
) -> None:
    (cups / "after").write_text(STOPPED)
    (cups / "keeps").touch()
    assert Printer("cups:receipts").print(SLIP) is Paper.Fault
    assert (cups / "cancelled").read_text() == "Receipts-12\n"


def test_a_queue_of_cups_that_stops_inside_a_ticket_does_not_print_it_later(
    cups: Path,
) -> None:
    (cups / "after").write_text(STOPPED)
    (cups / "keeps").touch()
    assert Printer("cups:Receipts").print(SLIP) is Paper.Fault
    assert (cups / "cancelled").read_text() == "Receipts-12\n"


def test_a_queue_of_cups_that_keeps_a_ticket_does_not_print_it_later(
    cups: Path,
) -> None:
    (cups / "keeps").touch()
    with Cups("Receipts", print_s=0.1) as cable, pytest.raises(OSError, match="12"):
        cable.send(b"\x1b@A107")
    assert (cups / "cancelled").exists()


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
        unknown = PrintOutcome(outcome="printed", reason="not confirmed")
        qtbot.waitUntil(lambda: told(server) == [unknown])
    assert kiosk.screen is Shown.Home


def test_what_a_printer_never_confirms_is_promised_to_nobody(
    qtbot: QtBot, server: FakeServer, at: At
) -> None:
    with PrinterStand(dumb=True) as stand:
        kiosk = at(stand.address, printer_patience=IMPATIENT)
        kiosk.press("queue-parking")
        qtbot.waitUntil(lambda: kiosk.says("If not, scan this"))


def test_while_another_kiosk_prints_the_ticket_is_being_printed(
    qtbot: QtBot, server: FakeServer, at: At
) -> None:
    with PrinterStand(others=Others.ARE_REFUSED) as stand:
        kiosk = at(stand.address)
        with stand.held():
            kiosk.press("queue-parking")
            qtbot.waitUntil(lambda: kiosk.text("issuedLabel") == "A107")
            assert kiosk.says("being printed")
        qtbot.waitUntil(lambda: kiosk.text("paper") == "Take your ticket below")
        qtbot.waitUntil(lambda: told(server) == [PrintOutcome(outcome="printed")])
    assert len(stand.tickets) == 1


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


def print_test(stand: PrinterStand, state_dir: Path, *more: str) -> Result:
    """Print a test from the command line."""
    arguments = ["--print-test", "--printer", stand.address]
    return CliRunner().invoke(main, [*arguments, "--state-dir", str(state_dir), *more])


def test_the_print_test_prints_and_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    with PrinterStand() as stand:
        result = print_test(stand, tmp_path)
    assert (result.exit_code, result.output.split(".")[0]) == (0, "Printed")
    assert "Test print" in text_of(stand.tickets[0])


def test_the_print_test_says_what_is_wrong(qtbot: QtBot, tmp_path: Path) -> None:
    with PrinterStand(paper=0x72) as stand:
        result = print_test(stand, tmp_path)
    assert (result.exit_code, result.output) == (1, "The printer has no paper.\n")


@pytest.mark.slow
def test_only_who_says_that_it_is_another_printer_makes_silence_good(
    qtbot: QtBot, tmp_path: Path
) -> None:
    with PrinterStand() as stand:
        assert print_test(stand, tmp_path).exit_code == 0
        running = known_printer(stand.address, tmp_path)
        stand.dumb = True
        silent = print_test(stand, tmp_path)
        assert silent.exit_code == 1
        assert "add --new-printer" in silent.output
        assert running.habits == Habits(at_once=True, in_turn=True)
        other = print_test(stand, tmp_path, "--new-printer")
        assert (other.exit_code, other.output.split(":")[0]) == (
            0,
            "Sent. This printer never says whether it printed",
        )
        # A kiosk that runs meanwhile hears of it.
        assert running.habits == Habits()


def test_a_new_printer_is_met_by_a_test(tmp_path: Path) -> None:
    arguments = ["--token", "x", "--state-dir", str(tmp_path), "--new-printer"]
    assert "needs --print-test" in CliRunner().invoke(main, arguments).output


@pytest.mark.parametrize("address", ["lpt1", "tcp://", "usb:", "http://x"])
def test_what_is_no_printer_is_refused_at_the_start(address: str) -> None:
    result = CliRunner().invoke(main, ["--printer", address, "--token", "x"])
    assert result.exit_code == 2
    assert "usb:/dev/usb/lp0" in result.output


@pytest.mark.parametrize(
    ("says", "found"), [(0x12, PaperState.THERE), (0x72, PaperState.OUT)]
)
def test_asked_by_a_manager_it_prints_a_test_and_tells_how_the_paper_is(
    qtbot: QtBot, server: FakeServer, at: At, says: int, found: PaperState
) -> None:
    with PrinterStand(paper=says) as stand:
        kiosk = at(stand.address)
        heard: list[PaperState] = []
        kiosk._clerk.found.connect(heard.append)
        kiosk._clerk.print_test()
        qtbot.waitUntil(lambda: heard == [found])
    assert [TEST_LABEL in text_of(each) for each in stand.tickets] == (
        [True] if found is PaperState.THERE else []
    )
    assert told(server) == []
