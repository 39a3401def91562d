"""Start the display: `python -m display`, or `takeanumber display`."""

import sys

import click

from display.options import Options, with_options
from shared.qt.settings import Settings, with_settings


@click.command()
@with_options
@with_settings
def main(settings: Settings, options: Options) -> None:
    """Show a waiting room whose turn it is."""
    # Imported here, so that a wrong option is answered without Qt.
    from display.app import run

    sys.exit(run(settings, options))


if __name__ == "__main__":
    main(prog_name="takeanumber display")
