"""What only the console is told when it starts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import wraps
from pathlib import Path
from typing import Any

import click

from shared.option_types import WholeNumber


@dataclass(frozen=True, slots=True)
class Options:
    """What this console's servicers want of its window; an `idle` of zero signs nobody out."""

    compact: bool = False
    on_top: bool = True
    idle: timedelta = timedelta(0)


def with_options(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Add the console's own options, and hand them over as `options`."""

    @wraps(function)
    def command(
        call_next: bool,
        compact: bool,
        on_top: bool,
        idle_minutes: int,
        state_dir: Path,
        **others: Any,
    ) -> int | None:
        if call_next:
            # The console that runs already has a token.
            say_call_next(state_dir)
            return None
        options = Options(compact, on_top, timedelta(minutes=idle_minutes))
        return function(options=options, state_dir=state_dir, **others)

    for option in reversed(OPTIONS):
        command = option(command)
    return command


def say_call_next(state_dir: Path) -> None:
    """Press “Call next” at the running console; raise `click.ClickException` when that cannot be."""
    # Qt only loads now.
    from servicer.shortcut import ask_to_call

    called = ask_to_call(state_dir)
    if called is None:
        raise click.ClickException("No console runs on this machine.")
    if not called:
        raise click.ClickException("Nobody can be called now; the console says why.")


OPTIONS: list[Callable[[Callable[..., int | None]], Callable[..., int | None]]] = [
    click.option(
        "--call-next",
        is_flag=True,
        help="Let the running console call the next customer, and end.",
    ),
    click.option("--compact", is_flag=True, help="Start as a small window."),
    click.option(
        "--on-top/--not-on-top",
        default=True,
        show_default=True,
        help="Whether the small window stays above all others.",
    ),
    click.option(
        "--idle-minutes",
        envvar="TAKEANUMBER_IDLE_MINUTES",
        type=WholeNumber(min=0),
        default=0,
        show_default=True,
        help="Sign out when nobody has touched the console for so long; 0: never.",
    ),
]
