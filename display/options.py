"""What only the display is told when it starts."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from math import isfinite
from pathlib import Path
from typing import Any

import click

from shared.option_types import Number


@dataclass(frozen=True, slots=True)
class Options:
    """The waiting room, and what is shown and heard in it; 0 means unknown."""

    diagonal_in: float = 0
    distance_m: float = 0
    columns: bool = False
    media: Path | None = None
    clips: Path | None = None
    speech: bool = True


Command = Callable[..., int | None]


def with_options(
    test: Callable[[Path | None, str | None], int],
    told: Callable[[Options], int],
) -> Callable[[Command], Command]:
    """Return what adds the display's own options, and hands them over as `options`; `test` sounds these clips in a language, `told` prints the sizes."""

    def add(function: Command) -> Command:
        @wraps(function)
        def command(
            diagonal: float,
            distance: float,
            columns: bool,
            media: Path | None,
            clips: Path | None,
            speech: bool,
            sound_test: bool,
            check: bool,
            **others: Any,
        ) -> int | None:
            if not (isfinite(diagonal) and isfinite(distance)):
                raise click.UsageError("--diagonal and --distance are numbers.")
            if distance and not diagonal:
                click.echo("--distance says nothing without --diagonal.", err=True)
            if check:
                sys.exit(told(Options(diagonal, distance, columns, media)))
            if sound_test:
                sys.exit(test(clips, others["language"]))
            options = Options(diagonal, distance, columns, media, clips, speech)
            return function(options=options, **others)

        full: Command = command
        for option in reversed(OPTIONS):
            full = option(full)
        return full

    return add


_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)

OPTIONS: list[Callable[[Command], Command]] = [
    click.option(
        "--diagonal",
        envvar="TAKEANUMBER_DISPLAY_DIAGONAL",
        type=Number(0, 300),
        default=0,
        metavar="INCHES",
        help="The screen's diagonal; with it the board picks sizes that can be read.",
    ),
    click.option(
        "--distance",
        envvar="TAKEANUMBER_DISPLAY_DISTANCE",
        type=Number(0, 100),
        default=0,
        metavar="METRES",
        help="How far away the last chair is.",
    ),
    click.option(
        "--columns",
        envvar="TAKEANUMBER_DISPLAY_COLUMNS",
        is_flag=True,
        help="A column for each queue, where there are at most three and the screen is wide.",
    ),
    click.option(
        "--media",
        envvar="TAKEANUMBER_DISPLAY_MEDIA",
        type=_FOLDER,
        help="A folder of pictures to show beside the calls.",
    ),
    click.option(
        "--clips",
        envvar="TAKEANUMBER_DISPLAY_CLIPS",
        type=_FOLDER,
        help="A folder of recorded words, used before the speech engine.",
    ),
    click.option(
        "--speech/--no-speech",
        envvar="TAKEANUMBER_DISPLAY_SPEECH",
        default=True,
        show_default=True,
        help="Say each call after its chime.",
    ),
    click.option(
        "--check",
        is_flag=True,
        help="Print how large the calls would be for --diagonal and --distance, and end; with 1 where they cannot be read.",
    ),
    click.option(
        "--sound-test",
        is_flag=True,
        help="Chime, say one call in each language or in --language, and end; with 1 where nothing is heard.",
    ),
]
