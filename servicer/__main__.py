"""Start a servicer's console: `python -m servicer`, or `takeanumber servicer`."""

import sys

import click

from shared.qt.settings import Settings, with_settings


@click.command()
@with_settings
def main(settings: Settings) -> None:
    """Call and serve customers at a desk."""
    # Imported here, so that a wrong option is answered without Qt.
    from servicer.app import run

    sys.exit(run(settings))


if __name__ == "__main__":
    main(prog_name="takeanumber servicer")
