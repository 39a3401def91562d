"""The command line of the kiosk."""

import sys
from pathlib import Path

import click

from kiosk.options import Options, with_options
from shared.qt.guardian import leave_guardian
from shared.qt.pairing.kept import forget
from shared.qt.settings import Settings, with_settings, with_state_dir


def test(
    printer: str,
    paper_mm: int,
    language: str | None,
    state_dir: Path,
    new_printer: bool,
) -> int:
    """Print a test, which needs neither a server nor a token; return 0 if all came out."""
    leave_guardian()
    from kiosk.print_test import print_test

    return print_test(printer, paper_mm, language, state_dir, new_printer=new_printer)


@click.command()
@with_state_dir
@with_options(test)
@with_settings
def main(settings: Settings, options: Options) -> None:
    """Give numbers to customers at the entrance."""
    if settings.forget:
        click.echo(forget(settings.state_dir, "kiosk"))
        return
    # Imported here, so that a wrong option is answered without Qt.
    from kiosk.app import run
    from shared.qt.alone import run_alone

    sys.exit(run_alone("kiosk", settings.state_dir, lambda: run(settings, options)))
