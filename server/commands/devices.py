"""`takeanumber device`: paired kiosks, displays and consoles."""

from __future__ import annotations

import click

from server.commands.acting import as_json, do, looking, show_json


@click.group()
def device() -> None:
    """Paired kiosks, displays and consoles."""


@device.command("add")
@click.argument("role", type=click.Choice(["kiosk", "display", "console", "manager"]))
@click.argument("name")
@click.pass_context
def add(context: click.Context, role: str, name: str) -> None:
    """Pair a device; prints its token, alone and only this once."""
    from server.usecases.setup import AddDevice
    from shared.wire.messages import Role

    click.echo(do(context, AddDevice(role=Role(role), name=name)))


@device.command("list")
@as_json
@click.pass_context
def list_(context: click.Context, json: bool) -> None:
    """List the devices."""
    with looking(context) as view:
        devices = view.devices()
    if json:
        return show_json([{"role": each.role, "name": each.name} for each in devices])
    for each in devices:
        click.echo(f"{each.role}\t{each.name}")
    return None


@device.command("remove")
@click.argument("name")
@click.pass_context
def remove(context: click.Context, name: str) -> None:
    """Revoke a device's token."""
    from server.usecases.setup import RemoveDevice

    do(context, RemoveDevice(name=name))
