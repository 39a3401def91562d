"""Whether the printer works, from the command line."""

import os
import sys
from pathlib import Path

import click
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from kiosk.paper.known import known_printer
from kiosk.paper.printer import Printer
from kiosk.paper.slip import TEST_LABEL, Slip
from kiosk.paper.words import Wording
from kiosk.terms import Paper
from shared.qt.language import load
from shared.qt.launch import load_fonts

SAID = {
    Paper.Printed: "Printed. Please look whether it is all there, and cut.",
    Paper.Empty: "The printer has no paper.",
    Paper.Fault: "The printer cannot be reached, is open, or stopped.",
    Paper.Sent: "Sent. This printer never says whether it printed: please look.",
}

FELL_SILENT = (
    "It has answered before. If another printer stands there now, add --new-printer."
)


def print_test(
    address: str,
    paper_mm: int,
    language: str | None,
    state_dir: Path,
    *,
    new_printer: bool,
) -> int:
    """Print a test ticket in a language, say how it went, and return 0 only if all came out, as far as the printer tells."""
    # It shows nothing: an installer may be logged in from elsewhere.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    load_fonts()
    translator = load(Path(__file__).parent / "i18n", language or "en")
    if translator is not None:
        QCoreApplication.installTranslator(translator)
    words = Wording()()
    url = "https://example.org/t/test"
    slip = Slip(0, TEST_LABEL, words.test, "Take A Number", "", url, words)
    known = known_printer(address, state_dir)
    if new_printer:
        known.forget()
    paper = Printer(address, paper_mm, known=known).print(slip)
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
    click.echo(SAID[paper], err=paper.missing)
    if paper is Paper.Fault and known.habits is not None and known.habits.at_once:
        click.echo(FELL_SILENT, err=True)
    application.processEvents()
    return 1 if paper.missing else 0
