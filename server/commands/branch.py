"""`takeanumber branch`: the site itself."""

from __future__ import annotations

from typing import Any

import click

from server.commands.acting import (
    as_json,
    do,
    given,
    looking,
    settings_now,
    show_json,
)
from server.commands.hours_text import text_of
from server.commands.queues import hours_after
from server.commands.settings_options import options_of
from server.domain.branch import BranchSettings


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
    },
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
@click.option(
    "--priority",
    "priorities",
    multiple=True,
    help="A priority class and its head start in minutes: elderly=15; elderly= takes it away.",
)
@click.pass_context
def set_(context: click.Context, /, **options: Any) -> None:
    """Change the branch's settings."""
    from server.usecases.setup import SetBranch

    options = given(options)
    text, exceptions = options.pop("hours", None), options.pop("exceptions", ())
    priorities = options.pop("priorities", ())
    if text is not None or exceptions or priorities:
        present = settings_now(context)
        if text is not None or exceptions:
            options["hours"] = hours_after(present.hours, None, text, exceptions)
        if priorities:
            options["priorities"] = _priorities(present.priorities, priorities)
    do(context, SetBranch(settings=options))


@branch.command("show")
@as_json
@click.pass_context
def show(context: click.Context, json: bool) -> None:
    """Show the branch's settings."""
    from dataclasses import asdict

    with looking(context) as view:
        settings = view.branch.settings
    shown = {**asdict(settings), "hours": text_of(settings.hours)}
    if json:
        return show_json(shown)
    for name, value in shown.items():
        click.echo(f"{name} = {value}")
    return None


def _priorities(present: dict[str, int], texts: tuple[str, ...]) -> dict[str, int]:
    priorities = dict(present)
    for text in texts:
        name, equals, minutes = (part.strip() for part in text.partition("="))
        if not name or not equals or not (minutes.isdigit() or not minutes):
            raise click.UsageError(
                f"“{text}” is no priority and its head start in minutes, such as elderly=15."
            )
        if minutes:
            priorities[name] = int(minutes)
        else:
            priorities.pop(name, None)
    return priorities
