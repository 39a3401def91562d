"""Start a servicer's console: `python -m servicer`, or `takeanumber servicer`."""

import sys
from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from pathlib import Path
from typing import Any

import click

from shared.qt.settings import STATE_DIR, Settings, with_settings


def or_call_next(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Let `--call-next` speak to the console that runs already, for which no token is needed."""

    @wraps(function)
    def command(call_next: bool, state_dir: Path | None, **others: Any) -> int | None:
        if call_next:
            say_call_next(state_dir or STATE_DIR)
            return None
        return function(state_dir=state_dir, **others)

    help_text = "Let the running console call the next customer, and end."
    return click.option("--call-next", is_flag=True, help=help_text)(command)


def say_call_next(state_dir: Path) -> None:
    """Press “Call next” at the running console; raise `click.ClickException` when that cannot be."""
    from servicer.shortcut import ask_to_call

    called = ask_to_call(state_dir)
    if called is None:
        raise click.ClickException("No console runs on this machine.")
    if not called:
        raise click.ClickException("Nobody can be called now; the console says why.")


@click.command()
@or_call_next
@with_settings
@click.option("--compact", is_flag=True, help="Start as a small window.")
@click.option(
    "--on-top/--not-on-top",
    default=True,
    show_default=True,
    help="Whether the small window stays above all others.",
)
@click.option(
    "--idle-minutes",
    envvar="TAKEANUMBER_IDLE_MINUTES",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    help="Sign out when nobody has touched the console for so long; 0: never.",
)
def main(settings: Settings, compact: bool, on_top: bool, idle_minutes: int) -> None:
    """Call and serve customers at a desk."""
    # Imported here, so that a wrong option is answered without Qt.
    from servicer.app import Wishes, run

    wishes = Wishes(compact, on_top, timedelta(minutes=idle_minutes))
    sys.exit(run(settings, wishes))


if __name__ == "__main__":
    main(prog_name="takeanumber servicer")
