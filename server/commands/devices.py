"""`takeanumber device`: paired kiosks, displays and consoles."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime, timedelta

import click

from server.commands.acting import as_json, do, looking, show_json
from server.commands.asking import sure, yes
from server.commands.moments import moment_said, shown_moment, until
from server.commands.words import say, table

_SEEN_NOW_MINUTES = 2
"""It is written down every 20 seconds."""

_IN_USE = timedelta(days=1)


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
    """List the devices, and when each was last heard of."""
    with looking(context) as view:
        devices, seen = view.devices(), view.last_seen()
    if json:
        return show_json(
            [
                {"role": each.role, "name": each.name, "last_seen": seen.get(each.id)}
                for each in devices
            ]
        )
    rows = [
        (each.role, each.name, _how_long_ago(seen.get(each.id))) for each in devices
    ]
    return say(table(("Role", "Name", "Last seen"), *rows))


def _how_long_ago(seen: datetime | None) -> str:
    if seen is None:
        return "never seen"
    minutes = int((datetime.now(UTC) - seen).total_seconds() // 60)
    if minutes < _SEEN_NOW_MINUTES:
        return "here"
    if minutes < 2 * 60:
        return f"seen {minutes} min ago"
    if minutes < 2 * 24 * 60:
        return f"seen {minutes // 60} h ago"
    return f"seen {minutes // (24 * 60)} days ago"


@device.command("close")
@click.argument("name")
@until
@click.pass_context
def close(context: click.Context, name: str, until: str | None) -> None:
    """Let a kiosk give no numbers for now. It ends with the business day at the latest."""
    from server.usecases.switch_kiosk import CloseKiosk

    ends = moment_said(context, until)
    switch = do(context, CloseKiosk(device=id_of(context, name), until=ends))
    click.echo(f"“{name}” is closed until {shown_moment(context, switch)}.")


@device.command("open")
@click.argument("name")
@click.pass_context
def open_(context: click.Context, name: str) -> None:
    """Let a kiosk give numbers again."""
    from server.usecases.switch_kiosk import OpenKiosk

    do(context, OpenKiosk(device=id_of(context, name)))
    click.echo(f"“{name}” gives numbers.")


def id_of(context: click.Context, name: str) -> int:
    """Return the id of the device of this name; end with the word that there is none."""
    from server.domain.refusals import UnknownDevice

    with looking(context) as view:
        for each in view.devices():
            if each.name == name:
                return each.id
    raise click.ClickException(str(UnknownDevice(name)))


@device.command("remove")
@click.argument("name")
@yes
@click.pass_context
def remove(context: click.Context, name: str, yes: bool) -> None:
    """Revoke a device's token. Asks first where the device was here today."""
    from server.usecases.setup import RemoveDevice

    with looking(context) as view:
        named = [each for each in view.devices() if each.name == name]
        seen = view.last_seen()
    for each in named:
        last = seen.get(each.id)
        if not yes and last is not None and datetime.now(UTC) - last < _IN_USE:
            is_so = f"The {each.role} “{name}” is in use ({_how_long_ago(last)})"
            sure(f"{is_so}, and would stop working until it has a new token.")
    do(context, RemoveDevice(name=name))
    for each in named:
        click.echo(
            f"The token of “{name}” counts no longer. A new one comes with: takeanumber device add {each.role} {shlex.quote(name)}"
        )
