"""How commands act and look, whether or not the server runs."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import click

from server.settings import BadSetting, Settings, load

if TYPE_CHECKING:
    from pathlib import Path

    from server.domain.branch import BranchSettings
    from server.store.view import View

as_json = click.option("--json", "json", is_flag=True, help="As JSON, for programs.")


def settings_of(context: click.Context) -> Settings:
    """Return the settings, or end with what is wrong with them."""
    try:
        return load(context.obj)[0]
    except BadSetting as error:
        raise click.UsageError(str(error)) from error


_BEGINNINGS = frozenset(
    {"SetBranch", "AddQueue", "AddDesk", "AddServicer", "AddDevice", "AddAccount", "NewStartCode"}
)  # fmt: skip
"""The commands that a branch may begin with; all others are about what there is."""


def _no_data_in(directory: Path) -> click.ClickException:
    return click.ClickException(
        f"There is no data in {directory}. Where it is can be said by --data-dir (before the command) or TAKEANUMBER_DATA_DIR."
    )


def do(context: click.Context, command: Any) -> Any:
    """Run a set-up command and return its result, or end with why it was refused."""
    from server.serve.control import Refused, run_command
    from server.store.database import FILE

    _log_beside()
    directory = settings_of(context).data_dir
    is_new = not (directory / FILE).exists()
    if is_new and type(command).__name__ not in _BEGINNINGS:
        raise _no_data_in(directory)
    try:
        with _left_to_its_owner(directory):
            result = run_command(directory, command)
    except Refused as error:
        raise click.ClickException(
            _option_of(context, error.field) + str(error)
        ) from error
    if is_new:
        zone = settings_now(context).time_zone
        click.echo(f"A new branch in {directory}; its time zone is {zone}.", err=True)
    return result


def _log_beside() -> None:
    """Let what is logged stand beside what a command prints, which a program may read."""
    import structlog

    if not structlog.is_configured():
        structlog.configure(logger_factory=lambda *_: structlog.PrintLogger(sys.stderr))


def _option_of(context: click.Context, field: str | None) -> str:
    """Return by which option of this command the field was given, to begin a sentence with; nothing where by none."""
    for option in context.command.params:
        if field == option.name and isinstance(option, click.Option):
            return f"{option.opts[0]}: "
    return ""


@contextmanager
def _left_to_its_owner(directory: Path) -> Iterator[None]:
    """Leave no file to root in a directory that is somebody else's: the server could not write it."""
    try:
        yield
    finally:
        if sys.platform != "win32" and os.geteuid() == 0 and directory.exists():
            owner = directory.stat()
            for path in directory.iterdir():
                if path.lstat().st_uid != owner.st_uid:
                    os.lchown(path, owner.st_uid, owner.st_gid)


@contextmanager
def looking(context: click.Context) -> Iterator[View]:
    """Give a view on the branch; end with the word that there is no database, or not what is looked for."""
    from sqlalchemy.exc import DatabaseError

    from server.domain.refusals import Refusal
    from server.store import database
    from server.store.digests import Damaged
    from server.store.store import MAIN_BRANCH, OURS, Reading
    from shared.private_files import private_directory

    _log_beside()
    directory = settings_of(context).data_dir
    # SQLite makes files also for who only reads.
    os.umask(0o077)
    try:
        reading = Reading(directory)
    except FileNotFoundError as error:
        raise _no_data_in(directory) from error
    # Who may read the database without being its owner cannot close it, nor perhaps list what is beside it.
    with suppress(OSError):
        for path in private_directory(directory, OURS):
            click.echo(f"Open to others: {path}", err=True)
    try:
        with _left_to_its_owner(directory), reading.reading(MAIN_BRANCH) as view:
            yield view
    except (Damaged, Refusal) as error:
        raise click.ClickException(str(error)) from error
    except DatabaseError as error:
        raise click.ClickException(database.why_not_opened(error, directory)) from error
    finally:
        reading.close()


def has_database(context: click.Context) -> bool:
    """Return whether anything was ever set up."""
    from server.store.database import FILE

    file = settings_of(context).data_dir / FILE
    return file.exists() and file.stat().st_size > 0


def settings_now(context: click.Context) -> BranchSettings:
    """Return the branch's settings; where there is no database yet, those that it will begin with."""
    from server.domain.branch import BranchSettings

    if not has_database(context):
        return BranchSettings()
    with looking(context) as view:
        return view.branch.settings


def names_by_language(context: click.Context, texts: Iterable[str]) -> dict[str, str]:
    """Return what `--name` says by language; a name without one is in the branch's own."""
    from server.commands.words import words_by_language

    own, others = words_by_language(texts, "--name")
    if own is None:
        return others
    return {settings_now(context).languages[0]: own, **others}


def given(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options that were given; end with a hint when none was."""
    found = {name: value for name, value in options.items() if value not in (None, ())}
    if not found:
        raise click.UsageError("Say what to change; see --help.")
    return found


def show_json(values: Any) -> None:
    """Print values as JSON."""
    import msgspec

    plain = msgspec.to_builtins(values, str_keys=True)
    click.echo(json.dumps(plain, indent=2, ensure_ascii=False))
