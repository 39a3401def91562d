"""`takeanumber people`: who serves."""

from __future__ import annotations

import shlex

import click

from server.commands.acting import as_json, do, looking, show_json

_pin = click.option(
    "--pin",
    required=True,
    prompt=True,
    hide_input=True,
    help="4 to 12 digits, or as many as the branch asks for; asked for if not given.",
)


@click.group()
def people() -> None:
    """Who serves."""


@people.command("add")
@click.argument("name")
@_pin
@click.pass_context
def add(context: click.Context, name: str, pin: str) -> None:
    """Add a servicer."""
    from server.usecases.setup import AddServicer

    do(context, AddServicer(name=name, pin=pin))
    click.echo(f"{name} may sign in.")


@people.command("set")
@click.argument("name")
@_pin
@click.pass_context
def set_(context: click.Context, name: str, pin: str) -> None:
    """Give a servicer another PIN; wrong ones for this name count no longer."""
    from server.usecases.setup import SetServicer

    do(context, SetServicer(name=name, pin=pin))
    click.echo(f"{name} signs in with the new PIN from now on.")


@people.command("list")
@as_json
@click.pass_context
def list_(context: click.Context, json: bool) -> None:
    """List the servicers."""
    with looking(context) as view:
        at_desk = {each.servicer: each.number for each in view.desks()}
        names = view.servicers()
    if json:
        return show_json([{"name": name, "desk": at_desk.get(name)} for name in names])
    for name in names:
        click.echo(name)
    return None


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
