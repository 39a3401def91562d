"""`takeanumber people`: who serves."""

from __future__ import annotations

import shlex

import click

from server.commands.acting import as_json, do, has_database, looking, show_json
from server.commands.words import say, table

_pin = click.option(
    "--pin",
    help="4 to 12 digits, or as many as the branch asks for; asked for if not given.",
)


@click.group()
def people() -> None:
    """Who serves."""


@people.command("add")
@click.argument("name")
@_pin
@click.pass_context
def add(context: click.Context, name: str, pin: str | None) -> None:
    """Add a servicer."""
    from server.usecases.setup import AddServicer

    if pin is None and has_database(context):
        with looking(context) as view:
            if name in view.servicers():
                raise click.ClickException(f"{name} exists already.")
    do(context, AddServicer(name=name, pin=pin or _asked_for()))
    click.echo(f"{name} may sign in.")


@people.command("set")
@click.argument("name")
@_pin
@click.pass_context
def set_(context: click.Context, name: str, pin: str | None) -> None:
    """Give a servicer another PIN; wrong ones for this name count no longer."""
    from server.domain.refusals import UnknownServicer
    from server.usecases.setup import SetServicer

    with looking(context) as view:
        if name not in view.servicers():
            raise click.ClickException(str(UnknownServicer(name)))
    do(context, SetServicer(name=name, pin=pin or _asked_for()))
    click.echo(f"{name} signs in with the new PIN from now on.")


def _asked_for() -> str:
    """Return the PIN that is typed; asked for only where the rest is right."""
    typed: str = click.prompt("PIN", hide_input=True)
    return typed


@people.command("list")
@as_json
@click.pass_context
def list_(context: click.Context, json: bool) -> None:
    """List the servicers."""
    with looking(context) as view:
        at_desk = {each.servicer: each.number for each in view.desks()}
        names, place = view.servicers(), view.branch.settings.place.value
    if json:
        return show_json([{"name": name, "desk": at_desk.get(name)} for name in names])
    rows = [
        (name, f"at {place} {at_desk[name]}" if name in at_desk else "")
        for name in names
    ]
    return say(table(("Name", "Signed in"), *rows))


@people.command("remove")
@click.argument("name")
@click.pass_context
def remove(context: click.Context, name: str) -> None:
    """Remove a servicer; what they did stays."""
    from server.usecases.setup import RemoveServicer

    do(context, RemoveServicer(name=name))
    click.echo(
        f"{name} may sign in no longer. To change that: takeanumber people add {shlex.quote(name)}"
    )
