"""`takeanumber call-staff`: everybody at the desks is asked to come and help."""

from __future__ import annotations

import click

from server.commands.acting import do


@click.command("call-staff")
@click.argument("reason", required=False)
@click.option("--done", is_flag=True, help="Enough have come.")
@click.pass_context
def call_staff(context: click.Context, reason: str | None, done: bool) -> None:
    """Ask everybody at the desks to come and help: “At the entrance, please”. Every console shows it."""
    from server.serve.acts import EndStaffCall
    from server.usecases.call_staff import CallStaff

    if done and reason is not None:
        raise click.UsageError("Say either a reason or --done.")
    if done:
        do(context, EndStaffCall())
        click.echo("Nobody is called any more.")
        return
    do(context, CallStaff(reason=reason))
    click.echo(
        "Everybody at the desks is called. When enough have come: takeanumber call-staff --done"
    )
