"""The commands that set up and look: queue, desk, people, device, branch, report, config.

They import what they need when they run, so that `takeanumber kiosk` starts without the server's libraries.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from server.settings import BadSetting, Settings, load

if TYPE_CHECKING:
    from server.store.view import View


def _settings(context: click.Context) -> Settings:
    try:
        return load(context.obj)[0]
    except BadSetting as error:
        raise click.UsageError(str(error)) from error


def _do(context: click.Context, command: Any) -> Any:
    from server.control import Refused, run_command

    try:
        return run_command(_settings(context).data_dir, command)
    except Refused as error:
        raise click.ClickException(str(error)) from error


@contextmanager
def _looking(context: click.Context) -> Iterator[View]:
    from server.store.store import MAIN_BRANCH, Reading

    directory = _settings(context).data_dir
    try:
        reading = Reading(directory)
    except FileNotFoundError as error:
        raise click.ClickException(
            f"There is no database in {directory} yet."
        ) from error
    try:
        with reading.reading(MAIN_BRANCH) as view:
            yield view
    finally:
        reading.close()


# --- queues ------------------------------------------------------------------------------------


@click.group()
def queue() -> None:
    """The lines that customers join."""


@queue.command("add")
@click.argument("slug")
@click.option("--letter", help="The letter of its tickets; a free one if not given.")
@click.option(
    "--name",
    "names",
    multiple=True,
    required=True,
    help="Its name on screens; in another language: --name de=Parkausweise.",
)
@click.pass_context
def queue_add(
    context: click.Context, slug: str, letter: str | None, names: tuple[str, ...]
) -> None:
    """Add a queue."""
    from server.usecases.setup import AddQueue

    _do(context, AddQueue(slug=slug, letter=letter, names=_by_language(names)))


def _by_language(names: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        language, equals, text = name.partition("=")
        if equals and len(language) == 2 and language.isalpha():
            found[language.lower()] = text
        else:
            found["en"] = name
    return found


@queue.command("set")
@click.argument("slug")
@click.option(
    "--max-waiting", type=click.IntRange(0), help="How many may wait; 0 is no limit."
)
@click.pass_context
def queue_set(context: click.Context, /, slug: str, **settings: Any) -> None:
    """Change a queue's settings."""
    from server.usecases.setup import SetQueue

    given = {name: value for name, value in settings.items() if value is not None}
    if not given:
        raise click.UsageError("Say what to change; see --help.")
    _do(context, SetQueue(slug=slug, settings=given))


@queue.command("list")
@click.pass_context
def queue_list(context: click.Context) -> None:
    """List the queues."""
    with _looking(context) as view:
        waiting = view.waiting()
        for each in view.queues():
            name = each.names.get("en") or next(iter(each.names.values()))
            click.echo(
                f"{each.slug}\t{each.letter}\t{name}\t{waiting.get(each.slug, 0)} waiting"
            )


@queue.command("remove")
@click.argument("slug")
@click.pass_context
def queue_remove(context: click.Context, slug: str) -> None:
    """Remove a queue; its history stays."""
    from server.usecases.setup import RemoveQueue

    _do(context, RemoveQueue(slug=slug))


# --- desks -------------------------------------------------------------------------------------


@click.group()
def desk() -> None:
    """The places where customers are served."""


@desk.command("add")
@click.argument("number", type=int)
@click.option(
    "--queue",
    "queues",
    multiple=True,
    help="A queue it serves, in order; all if not given.",
)
@click.pass_context
def desk_add(context: click.Context, number: int, queues: tuple[str, ...]) -> None:
    """Add a desk."""
    from server.usecases.setup import AddDesk

    _do(context, AddDesk(number=number, queues=queues))


@desk.command("list")
@click.pass_context
def desk_list(context: click.Context) -> None:
    """List the desks."""
    with _looking(context) as view:
        for each in view.desks():
            who = each.servicer or "-"
            click.echo(f"{each.number}\t{each.state}\t{who}\t{','.join(each.queues)}")


@desk.command("remove")
@click.argument("number", type=int)
@click.pass_context
def desk_remove(context: click.Context, number: int) -> None:
    """Remove a desk; its history stays."""
    from server.usecases.setup import RemoveDesk

    _do(context, RemoveDesk(number=number))


# --- people ------------------------------------------------------------------------------------


@click.group()
def people() -> None:
    """Who serves."""


@people.command("add")
@click.argument("name")
@click.option(
    "--pin", required=True, prompt=True, hide_input=True, help="4 to 12 digits."
)
@click.pass_context
def people_add(context: click.Context, name: str, pin: str) -> None:
    """Add a servicer."""
    from server.usecases.setup import AddServicer

    _do(context, AddServicer(name=name, pin=pin))


@people.command("list")
@click.pass_context
def people_list(context: click.Context) -> None:
    """List the servicers."""
    with _looking(context) as view:
        for each in view.servicers():
            click.echo(each.name)


@people.command("remove")
@click.argument("name")
@click.pass_context
def people_remove(context: click.Context, name: str) -> None:
    """Remove a servicer; what they did stays."""
    from server.usecases.setup import RemoveServicer

    _do(context, RemoveServicer(name=name))


# --- devices -----------------------------------------------------------------------------------


@click.group()
def device() -> None:
    """Paired kiosks, displays and consoles."""


@device.command("add")
@click.argument("role", type=click.Choice(["kiosk", "display", "console", "manager"]))
@click.argument("name")
@click.pass_context
def device_add(context: click.Context, role: str, name: str) -> None:
    """Pair a device; prints its token, alone and only this once."""
    from server.usecases.setup import AddDevice
    from shared.wire.messages import Role

    click.echo(_do(context, AddDevice(role=Role(role), name=name)))


@device.command("list")
@click.pass_context
def device_list(context: click.Context) -> None:
    """List the devices."""
    with _looking(context) as view:
        for each in view.devices():
            click.echo(f"{each.role}\t{each.name}")


@device.command("remove")
@click.argument("name")
@click.pass_context
def device_remove(context: click.Context, name: str) -> None:
    """Revoke a device's token."""
    from server.usecases.setup import RemoveDevice

    _do(context, RemoveDevice(name=name))


# --- branch, reports, configuration ------------------------------------------------------------


@click.group()
def branch() -> None:
    """The site itself."""


@branch.command("set")
@click.option("--name", help="Its name on screens.")
@click.option("--time-zone", help="An IANA time zone, such as Europe/Lisbon.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    help="A language of its screens, in order.",
)
@click.option(
    "--rollover-hour", type=click.IntRange(0, 23), help="When the business day starts."
)
@click.option(
    "--first-number", type=click.IntRange(0), help="The first number of a day."
)
@click.pass_context
def branch_set(context: click.Context, /, **settings: Any) -> None:
    """Change the branch's settings."""
    from server.usecases.setup import SetBranch

    given = {name: value for name, value in settings.items() if value not in (None, ())}
    if not given:
        raise click.UsageError("Say what to change; see --help.")
    _do(context, SetBranch(settings=given))


@click.command()
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day; today if not given.",
)
@click.pass_context
def report(context: click.Context, day: Any) -> None:
    """Print how a day went."""
    from server.report_text import report_text
    from server.usecases.report_day import report_day

    with _looking(context) as view:
        asked: date = view.ledger.day if day is None else day.date()
        click.echo(report_text(report_day(view, asked)))


@click.group()
def config() -> None:
    """The server's configuration."""


@config.command("show")
@click.pass_context
def config_show(context: click.Context) -> None:
    """Show each setting and where its value comes from."""
    try:
        _, sources = load(context.obj)
    except BadSetting as error:
        raise click.UsageError(str(error)) from error
    for name, source in sources.items():
        click.echo(f"{name} = {source.value}\t({source.origin})")


GROUPS: list[click.Command] = [queue, desk, people, device, branch, report, config]
