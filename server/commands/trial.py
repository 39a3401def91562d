"""`takeanumber try`: the whole way of a ticket, with a number that counts nowhere."""

from __future__ import annotations

import click

from server.commands.acting import do
from server.commands.devices import id_of
from server.commands.tickets import id_of as ticket_of


@click.group("try")
def trial() -> None:
    """Try the way of a ticket out, with a number that counts in no figure."""


@trial.command("take")
@click.argument("queue")
@click.pass_context
def take(context: click.Context, queue: str) -> None:
    """Take a test number: call it at a desk, see and hear it on the board."""
    from server.usecases.trial import TakeTestNumber

    label = do(context, TakeTestNumber(queue=queue))["label"]
    click.echo(
        f"{label} waits in {queue}. When you have seen it: takeanumber try end {label}"
    )


@trial.command("tap")
@click.argument("name", required=False)
@click.pass_context
def tap(context: click.Context, name: str | None) -> None:
    """Let the next number of a kiosk be a test, paper and all; within ten minutes."""
    from server.usecases.trial import AwaitTestNumber

    device = None if name is None else id_of(context, name)
    do(context, AwaitTestNumber(device=device))
    where = f"“{name}” gives" if name else "any kiosk gives"
    click.echo(f"The next number that {where} is a test.")


@trial.command("end")
@click.argument("label", required=False)
@click.pass_context
def end(context: click.Context, label: str | None) -> None:
    """Let a test number be gone, wherever it stands, and await none any more."""
    from server.serve.acts import EndTest

    ticket = None if label is None else ticket_of(context, label)
    do(context, EndTest(ticket=ticket))
    click.echo(f"{label} is gone." if label else "No test number is awaited.")
