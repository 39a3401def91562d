"""Start the kiosk: `python -m kiosk`, or `takeanumber kiosk`."""

import sys

import click

from kiosk.options import Options, with_options
from shared.qt.settings import Settings, with_settings


@click.command()
@with_options
@with_settings
def main(settings: Settings, options: Options) -> None:
    """Give numbers to customers at the entrance."""
    # Imported here, so that a wrong option is answered without Qt.
    from kiosk.app import run

    sys.exit(run(settings, options))


if __name__ == "__main__":
    main(prog_name="takeanumber kiosk")
