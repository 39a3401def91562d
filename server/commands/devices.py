"""`takeanumber device`: paired kiosks, displays and consoles."""

from __future__ import annotations

import shlex
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import click

from server.commands.acting import as_json, do, looking, settings_of, show_json
from server.commands.asking import sure, yes
from server.commands.moments import moment_said, shown_moment, until
from server.commands.words import say, table
from server.domain.digits import whole

if TYPE_CHECKING:
    from server.domain.branch import Device
    from server.store.reports import Report
    from server.store.view import View

_HERE_SECONDS = 30
"""Without a server that runs, what is known was written down, which is done every 20 seconds."""

_IN_USE = timedelta(days=1)
_ANY = "any"


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
    """List the devices: when each was last heard of, and what it said of itself."""
    with looking(context) as view:
        devices, seen, reports = view.devices(), _seen(context, view), view.reports()
    if json:
        return show_json(
            [_shown(each, seen.get(each.id), reports.get(each.id)) for each in devices]
        )
    rows = [
        (
            each.role,
            each.name,
            each.desk or "",
            _how_long_ago(seen.get(each.id)),
            *_said(reports.get(each.id)),
        )
        for each in devices
    ]
    headings = (
        "Role",
        "Name",
        "Desk",
        "Last heard",
        "Version",
        "Paper",
        "Sound",
        "Screen",
    )
    return say(table(headings, *rows))


def _seen(context: click.Context, view: View) -> dict[int, datetime]:
    """Return when each device was heard of last; the server that runs knows of what is not written down yet."""
    import msgspec

    from server.serve.control import Refused, ask_running
    from server.usecases.setup import TellHeard

    seen = view.last_seen()
    # Who may only read the database cannot ask the server.
    with suppress(Refused):
        heard = ask_running(settings_of(context).data_dir, TellHeard()) or {}
        seen |= msgspec.convert(heard, dict[int, datetime], strict=False)
    return seen


def _shown(
    device: Device, seen: datetime | None, report: Report | None
) -> dict[str, Any]:
    version, paper, sound, screen = _said(report)
    return {
        "id": device.id,
        "role": device.role,
        "name": device.name,
        "desk": device.desk,
        "last_heard": seen,
        "version": version,
        "paper": paper or None,
        "sound": sound or None,
        "screen": screen,
    }


def _said(report: Report | None) -> tuple[str, str, str, str]:
    """Return version, paper, sound and screen, as the device said them."""
    if report is None:
        return "", "", "", ""
    return report.version, report.paper or "", report.sound or "", report.screen


def _how_long_ago(seen: datetime | None) -> str:
    if seen is None:
        return "never heard of"
    seconds = int((datetime.now(UTC) - seen).total_seconds())
    minutes = seconds // 60
    if seconds < _HERE_SECONDS:
        return "here"
    if minutes < 2:
        return f"heard {seconds} s ago"
    if minutes < 2 * 60:
        return f"heard {minutes} min ago"
    if minutes < 2 * 24 * 60:
        return f"heard {minutes // 60} h ago"
    return f"heard {minutes // (24 * 60)} days ago"


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
            _where(each),
        )
        for each in waiting[:MOST_SHOWN]
    ]
    say(table(("Code", "Role", "Name", "Asks from"), *rows))
    more = len(waiting) - len(rows)
    if more:
        click.echo(f"… and {more} more; each can be approved by its code.")
    return None


def _where(asked: dict[str, Any]) -> str:
    address = str(asked["asking"]["address"])
    return address if asked["is_near"] else f"{address}, from outside"


def _screen(asked: dict[str, Any]) -> dict[str, Any]:
    """Return of a screen that asks what programs may want to know."""
    asking = {**asked["asking"]}
    del asking["network"]
    return {
        "code": asked["code"],
        **asking,
        "near": asked["is_near"],
        "expires_at": asked["expires_at"],
    }


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


@device.command("rename")
@click.argument("name")
@click.argument("new_name")
@click.pass_context
def rename(context: click.Context, name: str, new_name: str) -> None:
    """Give a device another name; it goes on with its token."""
    from server.usecases.setup import RenameDevice

    done = do(context, RenameDevice(device=id_of(context, name), name=new_name))
    click.echo(f"“{name}” is “{done['name']}” from now on.")


@device.command("bind")
@click.argument("name")
@click.argument("desk", metavar="DESK|any")
@click.pass_context
def bind(context: click.Context, name: str, desk: str) -> None:
    """Let somebody sign in at this console for DESK only, or for any; it counts from the next sign-in on."""
    from server.usecases.setup import BindDevice

    number = whole(desk)
    if desk != _ANY and number is None:
        raise click.UsageError(f"A desk's number, or “{_ANY}”.")
    done = do(context, BindDevice(device=id_of(context, name), desk=number))
    where = "any desk" if done["desk"] is None else f"desk {done['desk']} only"
    click.echo(f"“{name}” is for {where}.")


@device.command("ask")
@click.argument("name")
@click.argument("task", type=click.Choice(["beep", "test-print"]))
@click.pass_context
def ask(context: click.Context, name: str, task: str) -> None:
    """Have a device beep, so that it is found, or a kiosk print a test."""
    from server.domain.branch import DeviceTask
    from server.usecases.setup import AskDevice

    id = id_of(context, name)
    do(context, AskDevice(device=id, task=DeviceTask(task)))
    with looking(context) as view:
        seen = _seen(context, view).get(id)
    click.echo(f"Asked. “{name}” hears it if it is running ({_how_long_ago(seen)}).")


@device.command("remove")
@click.argument("name")
@yes
@click.pass_context
def remove(context: click.Context, name: str, yes: bool) -> None:
    """Revoke a device's token. Asks first where the device was here today."""
    from server.usecases.setup import RemoveDevice

    with looking(context) as view:
        named = [each for each in view.devices() if each.name == name]
        seen = _seen(context, view)
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
