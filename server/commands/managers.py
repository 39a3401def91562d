"""`takeanumber setup` and `takeanumber manager`: who opens the manager's pages."""

from __future__ import annotations

import click

from server.commands.acting import (
    as_json,
    do,
    given,
    has_database,
    looking,
    settings_of,
    show_json,
)
from server.commands.asking import sure, yes
from server.commands.words import say, table

_role = click.Choice(["manager", "viewer"])
_password = click.option(
    "--password", help="At least 12 characters; asked for if not given, or “-”."
)
_shown = click.option(
    "--name", "shown", help="What others read beside what they did; the user name if not given."
)  # fmt: skip


@click.command()
@click.pass_context
def setup(context: click.Context) -> None:
    """Print a code by which the first account is made, in a browser. It is good for an hour and for one use."""
    from server.serve.front_door import address_of
    from server.usecases.setup import NewStartCode, TellAddress

    code = do(context, NewStartCode())
    # A server that runs knows better than what is set here where it is.
    address = do(context, TellAddress()) or address_of(settings_of(context))
    click.echo(f"Open {address}/manager/start")
    click.echo(f"and type this code: {code}")
    click.echo("It is good for one hour and for one use.", err=True)


@click.group()
def manager() -> None:
    """Who opens the manager's pages."""


@manager.command("add")
@click.argument("name")
@_shown
@click.option(
    "--role", type=_role, default="manager", show_default=True, help="What they may do: everything, or look."
)  # fmt: skip
@_password
@click.pass_context
def add(
    context: click.Context, name: str, shown: str | None, role: str, password: str | None
) -> None:  # fmt: skip
    """Add an account: somebody who signs in by this user name."""
    from server.domain.account import AccountRole
    from server.usecases.setup import AddAccount

    name = _typed(name)
    password = None if password == "-" else password  # noqa: S105
    if password is None and has_database(context):
        with looking(context) as view:
            if any(each.name == name for each in view.accounts()):
                raise click.ClickException("There is an account of this name already.")
    command = AddAccount(
        name=name,
        shown=shown or "",
        role=AccountRole(role),
        password=password or _asked_for(),
    )
    do(context, command)
    click.echo(f"{name} may sign in at /manager.")


@manager.command("set")
@click.argument("name")
@_shown
@click.option("--role", type=_role, help="What they may do: everything, or look.")
@click.option("--password", help="At least 12 characters; “-” to be asked for it.")
@click.pass_context
def set_(
    context: click.Context, name: str, shown: str | None, role: str | None, password: str | None
) -> None:  # fmt: skip
    """Change an account; with another password or role it is signed out everywhere."""
    from server.domain.account import AccountRole
    from server.usecases.setup import SetAccount

    given({"shown": shown, "role": role, "password": password})
    name = _known(context, name)
    command = SetAccount(
        name=name,
        shown=shown,
        role=None if role is None else AccountRole(role),
        password=_asked_for() if password == "-" else password,  # noqa: S105
    )
    do(context, command)
    click.echo(f"{name} is changed.")


@manager.command("reset")
@click.argument("name")
@click.pass_context
def reset(context: click.Context, name: str) -> None:
    """Let somebody in again who cannot sign in any more; prints their new password, alone and only this once.

    They are signed out everywhere, wrong passwords count no longer, and the second step is off.
    """
    from server.store.tokens import new_password
    from server.usecases.setup import ResetAccount

    name, password = _known(context, name), new_password()
    do(context, ResetAccount(name=name, password=password))
    click.echo(password)
    click.echo(
        f"{name} signs in with it, and is asked for a password of their own before anything else. The second step is off.",
        err=True,
    )


@manager.command("list")
@as_json
@click.pass_context
def list_(context: click.Context, json: bool) -> None:
    """List the accounts."""
    with looking(context) as view:
        found = view.accounts()
    if json:
        return show_json(
            [
                {
                    "user_name": each.name,
                    "name": each.shown,
                    "role": each.role,
                    "second_step": each.has_second_factor,
                }
                for each in found
            ]
        )
    rows = [
        (each.name, each.shown, each.role.value, "on" if each.has_second_factor else "off")
        for each in found
    ]  # fmt: skip
    return say(table(("User name", "Name", "Role", "Second step"), *rows))


@manager.command("remove")
@click.argument("name")
@yes
@click.pass_context
def remove(context: click.Context, name: str, yes: bool) -> None:
    """Remove an account; what they did stays. Asks first."""
    from server.usecases.setup import RemoveAccount

    name = _known(context, name)
    if not yes:
        sure(f"{name} would be signed out, and could not sign in again.")
    do(context, RemoveAccount(name=name))
    click.echo(f"{name} may sign in no longer.")


def _known(context: click.Context, name: str) -> str:
    """Return the user name as it is kept; end with the word that there is none."""
    from server.domain.refusals import UnknownAccount

    name = _typed(name)
    with looking(context) as view:
        if all(each.name != name for each in view.accounts()):
            raise click.ClickException(str(UnknownAccount(name)))
    return name


def _typed(name: str) -> str:
    return name.strip().casefold()


def _asked_for() -> str:
    """Return the password that is typed, twice the same; asked for only where the rest is right."""
    typed: str = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return typed
