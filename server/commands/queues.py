"""`takeanumber queue`: the lines that customers join."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import click

from server.commands.acting import (
    as_json,
    do,
    given,
    has_database,
    looking,
    names_by_language,
    settings_now,
    show_json,
)
from server.commands.asking import sure, yes
from server.commands.moments import moment_said, shown_moment, until
from server.commands.settings_options import LIKE_BRANCH, chosen, options_of
from server.commands.words import lines, say, table
from server.domain.branch import QueueSettings
from server.present.hours_text import (
    USUAL,
    BadHours,
    exceptions_of,
    reasons_of,
    text_of,
    week_of,
)

if TYPE_CHECKING:
    from server.domain.branch import Hours, Queue

F = TypeVar("F", bound=Callable[..., Any])


@click.group()
def queue() -> None:
    """The lines that customers join."""


reasons = click.option(
    "--reason",
    "reasons",
    multiple=True,
    help="Why a day differs: 2026-12-24=Staff outing; in another language 2026-12-24.de=…; 2026-12-24= takes it away.",
)


def _settings(function: F) -> F:
    """Add the options for a queue's settings."""
    hours = click.option(
        "--hours",
        help=f"“mon-fri 09:00-12:30,14:00-17:00; sat 10:00-13:00”, “always”, or “{LIKE_BRANCH}”.",
    )
    exceptions = click.option(
        "--exception",
        "exceptions",
        multiple=True,
        help="Another day than usual: 2026-12-24=09:00-12:00, …=closed, …=usual.",
    )
    others = options_of(QueueSettings, instead={"hours": None})
    return hours(exceptions(reasons(others(function))))


@queue.command("add")
@click.argument("slug")
@click.option("--letter", help="The letter of its tickets; a free one if not given.")
@click.option(
    "--name",
    "names",
    multiple=True,
    help="Its name on screens; in another language: --name de=Parkausweise.",
)
@_settings
@click.pass_context
def add(
    context: click.Context,
    /,
    slug: str,
    letter: str | None,
    names: tuple[str, ...],
    **options: Any,
) -> None:
    """Add a queue, or put one back that was removed, with its settings."""
    from server.usecases.setup import AddQueue

    named = names_by_language(context, names)
    settings = _chosen(context, slug, options)
    command = AddQueue(slug=slug, letter=letter, names=named, settings=settings)
    _say_now(do(context, command), settings)
    with looking(context) as view:
        desks = view.desks()
    if desks and not any(slug in desk.queues for desk in desks):
        click.echo(
            f"No {settings_now(context).place.value} serves it yet: takeanumber desk set {desks[0].number} "
            + " ".join(f"--queue {each}" for each in (*desks[0].queues, slug))
        )


@queue.command("set")
@click.argument("slug")
@click.option("--letter", help="The letter of its tickets, from the next one on.")
@click.option(
    "--name",
    "names",
    multiple=True,
    help="Its name on screens: --name de=Parkausweise; --name de= takes it away.",
)
@click.option("--ordinal", type=int, help="Its order on screens, the smallest first.")
@_settings
@click.pass_context
def set_(context: click.Context, /, slug: str, **options: Any) -> None:
    """Change a queue's settings, and say how they are now."""
    from server.usecases.setup import SetQueue

    options = given(options)
    names = names_by_language(context, options.pop("names", ()))
    letter, ordinal = options.pop("letter", None), options.pop("ordinal", None)
    settings = _chosen(context, slug, options)
    command = SetQueue(
        slug=slug, settings=settings, letter=letter, names=names, ordinal=ordinal
    )
    is_named = bool(letter or names or ordinal is not None)
    _say_now(do(context, command), settings, is_named=is_named)


def _chosen(
    context: click.Context, slug: str, options: dict[str, Any]
) -> dict[str, Any]:
    """Return the settings that were given, hours and days as they are after the change."""
    options = {name: each for name, each in options.items() if each not in (None, ())}
    text, exceptions = options.pop("hours", None), options.pop("exceptions", ())
    why = options.pop("reasons", ())
    settings = chosen(options)
    if text is not None and text.strip().lower() in (LIKE_BRANCH, USUAL):
        if exceptions or why:
            raise click.UsageError(
                "--exception: A queue with the branch's hours has no days of its own."
            )
        settings["hours"] = None
    elif text is not None or exceptions or why:
        branch = settings_now(context)
        present = branch.hours
        if has_database(context):
            with looking(context) as view:
                present = _hours(view.queues(), slug) or present
        settings["hours"] = hours_after(
            present, text, exceptions, why, branch.languages[0]
        )
    return settings


def hours_after(
    present: Hours,
    text: str | None,
    exceptions: tuple[str, ...],
    reasons: tuple[str, ...] = (),
    language: str = "en",
) -> Hours:
    """Return the hours as the options change them; end with what is wrong."""
    option = "--hours"
    try:
        week = present.week if text is None else week_of(text)
        option = "--exception"
        hours = exceptions_of(replace(present, week=week), exceptions)
        option = "--reason"
        return reasons_of(hours, reasons, language)
    except BadHours as error:
        raise click.UsageError(f"{option}: {error}") from error


@queue.command("list")
@as_json
@click.pass_context
def list_(context: click.Context, json: bool) -> None:
    """List the queues."""
    with looking(context) as view:
        waiting, queues = view.waiting(), view.queues()
    if json:
        return show_json(
            [{**_shown(each), "waiting": waiting.get(each.slug, 0)} for each in queues]
        )
    rows = [
        (each.slug, each.letter, waiting.get(each.slug, 0), _all_names(each.names))
        for each in queues
    ]
    return say(table(("Queue", "Letter", "Waiting", "Name"), *rows))


@queue.command("show")
@click.argument("slug")
@click.pass_context
def show(context: click.Context, slug: str) -> None:
    """Show a queue's settings."""
    with looking(context) as view:
        queue = view.queue(slug)
    click.echo(_in_a_line(_shown(queue)))
    click.echo(f"Order on screens: {queue.ordinal}")
    say(lines(queue.settings))


@queue.command("move")
@click.argument("slug")
@click.argument("to", type=click.Choice(["up", "down"]))
@click.pass_context
def move(context: click.Context, slug: str, to: str) -> None:
    """Let a queue change places on screens with the one above it (up), or with the one below (down)."""
    from server.usecases.setup import MoveQueue

    do(context, MoveQueue(slug=slug, up=to == "up"))
    with looking(context) as view:
        order = ", ".join(each.slug for each in view.queues())
    click.echo(f"On screens now: {order}")


@queue.command("remove")
@click.argument("slug")
@yes
@click.pass_context
def remove(context: click.Context, slug: str, yes: bool) -> None:
    """Remove a queue; its history stays. Asks first where desks serve it."""
    from server.usecases.setup import RemoveQueue

    if not yes:
        with looking(context) as view:
            desks = [str(d.number) for d in view.desks() if slug in d.queues]
        if desks:
            which = f"{settings_now(context).place.value} {', '.join(desks)}"
            sure(f"Queue {slug} is served at {which}, and would be no longer.")
    do(context, RemoveQueue(slug=slug))
    click.echo(
        f"Queue {slug} is gone. It comes back with: takeanumber queue add {slug}"
    )


@queue.command("close")
@click.argument("slug")
@until
@click.pass_context
def close(context: click.Context, slug: str, until: str | None) -> None:
    """Let a queue give no numbers for now; who waits stays. It ends with the business day at the latest."""
    from server.usecases.switch_queue import CloseQueue

    ends = moment_said(context, until)
    switch = do(context, CloseQueue(slug=slug, until=ends))
    click.echo(f"Queue {slug} is closed until {shown_moment(context, switch)}.")
    click.echo(f"As its hours say again: takeanumber queue usual {slug}")


@queue.command("open")
@click.argument("slug")
@until
@click.pass_context
def open_(context: click.Context, slug: str, until: str | None) -> None:
    """Let a queue give numbers for now, whatever its hours say. It ends with the business day at the latest."""
    from server.usecases.switch_queue import OpenQueue

    ends = moment_said(context, until)
    switch = do(context, OpenQueue(slug=slug, until=ends))
    click.echo(f"Queue {slug} is open until {shown_moment(context, switch)}.")
    click.echo(f"As its hours say again: takeanumber queue usual {slug}")


@queue.command("usual")
@click.argument("slug")
@click.pass_context
def usual(context: click.Context, slug: str) -> None:
    """Let a queue be open and closed by its hours again."""
    from server.usecases.switch_queue import LetHoursSay

    do(context, LetHoursSay(slug=slug))
    click.echo(f"Queue {slug} is open when its hours say so.")


def _in_a_line(queue: dict[str, Any]) -> str:
    return (
        f"Queue {queue['slug']}: letter {queue['letter']}, {_all_names(queue['names'])}"
    )


def _all_names(names: dict[str, str]) -> str:
    return " · ".join(names.values())


def _say_now(
    queue: dict[str, Any], settings: dict[str, Any], *, is_named: bool = True
) -> None:
    import msgspec

    from server.domain.branch import Queue

    if is_named:
        click.echo(_in_a_line(queue))
    now = msgspec.convert(queue, Queue, str_keys=True)
    say(lines(now.settings, settings))


def _hours(queues: list[Queue], slug: str) -> Hours | None:
    return next((each.settings.hours for each in queues if each.slug == slug), None)


def _shown(queue: Queue) -> dict[str, Any]:
    from dataclasses import asdict

    hours = queue.settings.hours
    return {
        "slug": queue.slug,
        "letter": queue.letter,
        "names": queue.names,
        "ordinal": queue.ordinal,
        **asdict(queue.settings),
        "hours": LIKE_BRANCH if hours is None else text_of(hours),
        "join": queue.settings.join.value,
    }
