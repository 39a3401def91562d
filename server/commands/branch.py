"""`takeanumber branch`: the site itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from server.commands.acting import (
    as_json,
    do,
    given,
    looking,
    settings_now,
    show_json,
)
from server.commands.queues import hours_after, reasons
from server.commands.settings_options import options_of
from server.commands.words import lines, say, words_by_language
from server.domain.branch import BranchSettings
from server.domain.digits import whole
from server.present.hours_text import text_of

if TYPE_CHECKING:
    from server.usecases.setup import SetBranch


@click.group()
def branch() -> None:
    """The site itself."""


@branch.command("set")
@options_of(
    BranchSettings,
    instead={
        "languages": "--language",
        "priority_roles": "--priority-by",
        "hours": None,
        "priorities": None,
        **dict.fromkeys(("name", "names", "footer", "priority_names", "logo")),
    },
)
@click.option(
    "--name",
    multiple=True,
    help="Its name on screens; in another language: --name de=Bürgerbüro; --name de= takes it away.",
)
@click.option(
    "--footer",
    multiple=True,
    help='Its own line on screens, paper and pages; in another language: --footer de=…; --footer "" takes it away.',
)
@click.option(
    "--priority-name",
    "priority_names",
    multiple=True,
    help="What customers read of a priority class: elderly=Standing is hard for me; in another language elderly.de=….",
)
@click.option(
    "--logo",
    type=click.Path(path_type=Path),
    help='A PNG file of its logo, 64 KB at most; "" for none.',
)
@click.option(
    "--hours",
    help="“mon-fri 09:00-12:30,14:00-17:00; sat 10:00-13:00”, or “always”.",
)
@click.option(
    "--exception",
    "exceptions",
    multiple=True,
    help="Another day than usual: 2026-12-24=09:00-12:00, …=closed, …=usual.",
)
@reasons
@click.option(
    "--priority",
    "priorities",
    multiple=True,
    help="A priority class and its head start in minutes: elderly=15; elderly= takes it away.",
)
@click.pass_context
def set_(context: click.Context, /, **options: Any) -> None:
    """Change the branch's settings, and say how they are now."""
    options = given(options)
    before = settings_now(context)
    command = _with_words(before, options)
    text, exceptions = options.pop("hours", None), options.pop("exceptions", ())
    why = options.pop("reasons", ())
    priorities = options.pop("priorities", ())
    if text is not None or exceptions or why or priorities:
        if text is not None or exceptions or why:
            options["hours"] = hours_after(
                before.hours, text, exceptions, why, before.languages[0]
            )
        if priorities:
            options["priorities"] = _priorities(before.priorities, priorities)
    do(context, replace(command, settings=options))
    _say_now(context, command, options)
    unsaid = set(before.languages) - set(settings_now(context).languages)
    if unsaid:
        which = ", ".join(sorted(unsaid))
        click.echo(f"No longer offered: {which}. What is written in it is kept.")


def _with_words(before: BranchSettings, options: dict[str, Any]) -> SetBranch:
    """Take names, lines and the logo out of the options, and return them as a command."""
    from server.usecases.setup import SetBranch

    language = options.get("languages", before.languages)[0]
    name, names = words_by_language(options.pop("name", ()), "--name")
    if name is not None:
        options["name"] = name
    footer, footers = words_by_language(options.pop("footer", ()), "--footer")
    if footer is not None:
        footers[language] = footer
    words = {"names": names, "footer": footers}
    return SetBranch(
        words={setting: said for setting, said in words.items() if said},
        priority_words=_priority_words(options.pop("priority_names", ()), language),
        logo=_logo(options.pop("logo", None)),
    )


def _priority_words(
    texts: tuple[str, ...], own_language: str
) -> dict[str, dict[str, str]]:
    words: dict[str, dict[str, str]] = {}
    for text in texts:
        which, equals, said = (part.strip() for part in text.partition("="))
        name, _, language = which.partition(".")
        if not name or not equals:
            raise click.UsageError(
                f"--priority-name: “{text}” is no priority and its words, such as “elderly=Standing is hard for me”."
            )
        words.setdefault(name, {})[language or own_language] = said
    return words


def _logo(file: Path | None) -> bytes | None:
    if file is None or not file.name:
        return None if file is None else b""
    try:
        return file.read_bytes()
    except OSError as error:
        raise click.UsageError(
            f"--logo: {file} cannot be read: {error.strerror}."
        ) from error


def _say_now(
    context: click.Context, command: SetBranch, options: dict[str, Any]
) -> None:
    changed = {*options, *command.words}
    if command.priority_words or "priorities" in changed:
        changed.add("priority_names")
    if command.logo is not None:
        changed.add("logo")
    say(lines(_shown(settings_now(context)), changed))


@branch.command("show")
@as_json
@click.pass_context
def show(context: click.Context, json: bool) -> None:
    """Show the branch's settings."""
    from dataclasses import asdict

    with looking(context) as view:
        settings = view.branch.settings
    if json:
        return show_json({**asdict(settings), "hours": text_of(settings.hours)})
    return say(lines(_shown(settings)))


def _shown(settings: BranchSettings) -> BranchSettings:
    return replace(settings, priority_names=settings.words_of_priorities)


def _priorities(present: dict[str, int], texts: tuple[str, ...]) -> dict[str, int]:
    priorities = dict(present)
    for text in texts:
        name, equals, minutes = (part.strip() for part in text.partition("="))
        head_start = whole(minutes)
        if not name or not equals or (minutes and head_start is None):
            raise click.UsageError(
                f"--priority: “{text}” is no priority and its head start in minutes, such as elderly=15."
            )
        if head_start is None:
            priorities.pop(name, None)
        else:
            priorities[name] = head_start
    return priorities
