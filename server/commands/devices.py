"""`takeanumber device`: paired kiosks, displays and consoles."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime, timedelta
from typing import Any

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


@device.command("pending")
@as_json
@click.pass_context
def pending(context: click.Context, json: bool) -> None:
    """List the screens that wait to be paired, with the codes they show."""
    from server.store.pairings import MOST_SHOWN
    from server.usecases.setup import ListPairings
    from shared.wire.pairing import grouped

    waiting = do(context, ListPairings())
    if json:
        return show_json([_screen(each) for each in waiting])
    if not waiting:
        return click.echo("No screen waits to be paired.")
    rows = [
        (
            grouped(each["code"]),
            each["asking"]["role"],
            each["asking"]["name"],
            each["asking"]["address"],
        )
        for each in waiting[:MOST_SHOWN]
    ]
    say(table(("Code", "Role", "Name", "Asks from"), *rows))
    more = len(waiting) - len(rows)
    if more:
        click.echo(f"… and {more} more; each can be approved by its code.")
    return None


def _screen(asked: dict[str, Any]) -> dict[str, Any]:
    """Return of a screen that asks what programs may want to know."""
    asking = {**asked["asking"]}
    del asking["network"]
    return {"code": asked["code"], **asking, "expires_at": asked["expires_at"]}


@device.command("approve")
@click.argument("code")
@click.option(
    "--as",
    "role",
    type=click.Choice(["kiosk", "display", "console"]),
    help="As what it comes in; as what it asks for if not said.",
)
@click.option(
    "--name", help="What staff will know it by; what it suggests itself if not said."
)
@click.option(
    "--desk",
    type=int,
    help="The only desk at which somebody may sign in at this console.",
)
@click.pass_context
def approve(
    context: click.Context,
    code: str,
    role: str | None,
    name: str | None,
    desk: int | None,
) -> None:
    """Pair the screen that shows CODE; see `device pending` for who asks from where."""
    from server.usecases.setup import ApprovePairing
    from shared.wire.messages import Role

    wanted = None if role is None else Role(role)
    done = do(context, ApprovePairing(code=code, role=wanted, name=name, desk=desk))
    device, at = done["device"], ""
    if device["desk"] is not None:
        at = f", for desk {device['desk']} only"
    click.echo(
        f"“{device['name']}” is paired as a {device['role']}{at}. It asked from {done['address']}."
    )
    if not done["is_near"]:
        click.echo("That is no address of a network of the house.")


@device.command("refuse")
@click.argument("code")
@click.pass_context
def refuse(context: click.Context, code: str) -> None:
    """Tell the screen that shows CODE that it is not paired."""
    from server.usecases.setup import RefusePairing

    done = do(context, RefusePairing(code=code))
    asking = done["asking"]
    click.echo(f"The {asking['role']} that asked from {asking['address']} was told no.")


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
