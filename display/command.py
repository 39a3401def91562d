"""The command line of the display."""

import sys
from pathlib import Path

import click

from display.options import Options, with_options
from shared.qt.guardian import leave_guardian
from shared.qt.pairing.kept import forget
from shared.qt.settings import Settings, with_settings, with_state_dir


def test(clips: Path | None, language: str | None) -> int:
    """Sound a test, which needs neither a server nor a token; return 0 if all can be heard."""
    leave_guardian()
    from display.sound_test import sound_test

    return sound_test(clips, language)


def sizes(options: Options) -> int:
    """Print the sizes that the board would pick, which needs neither a server nor a screen; return 0 if they can be read."""
    leave_guardian()
    from display.size_check import size_check

    return size_check(options)


@click.command()
@with_state_dir
@with_options(test, sizes)
@with_settings
def main(settings: Settings, options: Options) -> None:
    """Show a waiting room whose turn it is."""
    if settings.forget:
        click.echo(forget(settings.state_dir, "display"))
        return
    # Imported here, so that a wrong option is answered without Qt.
    from display.app import run
    from shared.qt.alone import run_alone

    sys.exit(run_alone("display", settings.state_dir, lambda: run(settings, options)))
