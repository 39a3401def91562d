"""The command line of a servicer's console."""

import sys

import click

from servicer.options import Options, with_options
from shared.qt.pairing.kept import forget
from shared.qt.settings import Settings, with_settings, with_state_dir


@click.command()
@with_state_dir
@with_options
@with_settings
def main(settings: Settings, options: Options) -> None:
    """Call and serve customers at a desk."""
    if settings.forget:
        click.echo(forget(settings.state_dir, "servicer"))
        return
    # Imported here, so that a wrong option is answered without Qt.
    from servicer.app import run
    from servicer.shortcut import ask_to_come_forward
    from shared.qt.alone import run_alone

    sys.exit(
        run_alone(
            "servicer",
            settings.state_dir,
            lambda: run(settings, options),
            said="runs here already; its window is in front now.",
            meet=lambda: ask_to_come_forward(settings.state_dir),
        )
    )
