"""What a program was started with: its options and environment, read once."""

import logging
import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
import platformdirs

from shared.private_files import private_directory, private_file

log = logging.getLogger(__name__)

STATE_DIR = Path(platformdirs.user_state_dir("takeanumber"))

THIS_MACHINE = "http://127.0.0.1:8000"
"""Where the server of a device is that was given a token, and nothing else."""

STATE_FILES = ("kiosk-*", "display-*", "servicer-*", "token*", "stacks*")
"""What the programs keep there."""


class ThemeMode(StrEnum):
    """How the windows look."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Size:
    """A window's size in pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Settings:
    """The options that every program takes; `windowed` is None for full screen.

    Without a `server` one is looked for, without a `token` the program asks to be paired. `authority` is the certificate of who vouches
    for the server, as a text. With `forget` it is as if the program had never been paired.
    """

    server: str = ""
    token: str = ""
    authority: str = ""
    forget: bool = False
    language: str | None = None
    theme: ThemeMode | None = None
    windowed: Size | None = None
    state_dir: Path = STATE_DIR
    robot: bool = False


class SizeParam(click.ParamType[Size]):
    """A size such as `1280x720`."""

    name = "WxH"

    def convert(
        self,
        value: str | Size,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Size:
        if isinstance(value, Size):
            return value
        found = re.fullmatch(r"(\d{2,5})x(\d{2,5})", value)
        if found is None:
            self.fail(f"“{value}” is not a size such as 1280x720.", param, ctx)
        return Size(int(found[1]), int(found[2]))


def with_state_dir(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Add `--state-dir`, and close it to others before the program does anything at all; it has to stand above all that adds options."""

    @wraps(function)
    def command(state_dir: Path | None, **others: Any) -> int | None:
        os.umask(0o077)
        state_dir = state_dir or STATE_DIR
        try:
            warn_of(private_directory(state_dir, STATE_FILES))
        except OSError as error:
            log.warning("state not kept dir=%s error=%s", state_dir, error.strerror)
        return function(state_dir=state_dir, **others)

    return click.option(
        "--state-dir",
        envvar="TAKEANUMBER_STATE_DIR",
        type=click.Path(file_okay=False, path_type=Path),
        help="Where the program keeps what must survive a crash.",
    )(command)


def with_settings(function: Callable[..., int | None]) -> Callable[..., int | None]:
    """Add the options that every program takes, and hand them over as `settings`."""

    @wraps(function)
    def command(
        server: str | None,
        token: str | None,
        token_file: Path | None,
        ca: Path | None,
        forget: bool,
        language: str | None,
        theme: str | None,
        windowed: Size | None,
        state_dir: Path,
        robot: bool,
        **others: Any,
    ) -> int | None:
        settings = Settings(
            server="" if server is None else server_address(server),
            token=the_token(token, token_file),
            authority="" if ca is None else authority_of(ca),
            forget=forget,
            language=language,
            theme=None if theme is None else ThemeMode(theme),
            windowed=windowed,
            state_dir=state_dir,
            robot=robot,
        )
        if token_file is not None:
            warn_of([] if private_file(token_file) else [token_file])
        return function(settings=settings, **others)

    for option in reversed(OPTIONS):
        command = option(command)
    return command


OPTIONS: list[Callable[[Callable[..., int | None]], Callable[..., int | None]]] = [
    click.option(
        "--server",
        envvar="TAKEANUMBER_SERVER",
        metavar="URL",
        help="Where the server is; without it, it is found in the network.",
    ),
    click.option(
        "--token",
        envvar="TAKEANUMBER_TOKEN",
        help="This device's token; without one it asks to be paired.",
    ),
    click.option(
        "--token-file",
        envvar="TAKEANUMBER_TOKEN_FILE",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="A file that holds this device's token.",
    ),
    click.option(
        "--ca",
        envvar="TAKEANUMBER_CA",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="The certificate of the authority that vouches for the server, and of no other.",
    ),
    click.option(
        "--forget",
        is_flag=True,
        help="Forget the server that this program is paired with, and begin anew.",
    ),
    click.option(
        "--language",
        envvar="TAKEANUMBER_LANGUAGE",
        help="Language to start in: en, de …",
    ),
    click.option(
        "--theme",
        envvar="TAKEANUMBER_THEME",
        type=click.Choice([mode.value for mode in ThemeMode]),
        help="Colours.",
    ),
    click.option(
        "--windowed",
        type=SizeParam(),
        help="Run in a window of this size instead of full screen.",
    ),
    # For demos and tests: see shared/qt/robot.py.
    click.option("--robot", is_flag=True, hidden=True),
]


def warn_of(open_to_others: Sequence[Path]) -> None:
    """Say what others may open, or may put something else in the place of."""
    for path in open_to_others:
        log.warning("open to others path=%s", path)


def server_address(given: str) -> str:
    """Return the address without a trailing slash; raise `click.BadParameter` when it is none."""
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise click.BadParameter(
            f"“{given}” is not an http(s) address.", param_hint="--server"
        )
    return given.rstrip("/")


def the_token(token: str | None, token_file: Path | None) -> str:
    """Return the token from the option or the file, nothing where neither is given; raise `click.UsageError` for what is none."""
    given = (token or (text_of(token_file) if token_file else "")).strip()
    if token_file is not None and not given:
        raise click.UsageError(f"The token file {token_file} is empty.")
    if given and re.fullmatch("[!-~]+", given) is None:
        # It may still be one that somebody mistyped: it is not repeated.
        raise click.UsageError(
            "This is no token: one has letters, digits, “-” and “_” only."
        )
    return given


def authority_of(file: Path) -> str:
    """Return the certificates in the file; raise `click.UsageError` where there are none."""
    text = text_of(file)
    if "-----BEGIN CERTIFICATE-----" not in text:
        raise click.UsageError(f"{file} holds no certificate in PEM form.")
    return text


def text_of(file: Path) -> str:
    """Return what the file says; raise `click.UsageError` where it cannot be read."""
    try:
        return file.read_bytes().decode(errors="replace")
    except OSError as error:
        raise click.UsageError(f"{file} cannot be read: {error.strerror}.") from error


def wants_gpu(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether TAKEANUMBER_GPU=1 asks for the graphics processor."""
    return environment.get("TAKEANUMBER_GPU") == "1"
