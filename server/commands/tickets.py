"""`takeanumber ticket`: what a manager does with one customer's ticket."""

from __future__ import annotations

from typing import Any

import click

from server.commands.acting import do, looking, settings_now


@click.group()
def ticket() -> None:
    """One customer's ticket of today, by its label."""


@ticket.command("cancel")
@click.argument("label")
@click.pass_context
def cancel(context: click.Context, label: str) -> None:
    """Take a customer's place back."""
    from server.serve.acts import CancelTicket

    cancelled = do(context, CancelTicket(ticket=id_of(context, label)))
    _say(f"{cancelled['label']} was cancelled.", cancelled)


@ticket.command("transfer")
@click.argument("label")
@click.argument("queue", required=False)
@click.option("--desk", type=int, help="The one desk that may call it.")
@click.option(
    "--to-end", is_flag=True, help="Let it queue up anew there, behind all others."
)
@click.pass_context
def transfer(
    context: click.Context,
    label: str,
    queue: str | None,
    desk: int | None,
    to_end: bool,
) -> None:
    """Send a customer to another queue, to a desk, or both, with the same ticket."""
    from server.usecases.transfer import Transfer

    command = Transfer(
        ticket=id_of(context, label), queue=queue, desk=desk, to_end=to_end
    )
    sent = do(context, command)
    place = settings_now(context).place.value
    where = f", for {place} {desk}" if desk else ""
    _say(f"{sent['label']} was sent to {sent['queue']}{where}.", sent)


@ticket.command("priority")
@click.argument("label")
@click.argument("priority", required=False)
@click.pass_context
def priority(context: click.Context, label: str, priority: str | None) -> None:
    """Give a waiting customer a priority class; none any more if no class is named."""
    from server.usecases.prioritise import Prioritise
    from shared.wire.messages import Role

    command = Prioritise(
        ticket=id_of(context, label), priority=priority, role=Role.MANAGER
    )
    given = do(context, command)
    has = f"has the priority {priority}" if priority else "has no priority"
    _say(f"{given['label']} {has}.", given)


@ticket.command("undo")
@click.argument("label")
@click.pass_context
def undo(context: click.Context, label: str) -> None:
    """Take back what was done to a ticket from here within the last 10 seconds."""
    from server.usecases.take_back import TakeBack

    restored = do(context, TakeBack(ticket=id_of(context, label)))
    click.echo(f"{restored['label']} is {restored['state']} again.")


def id_of(context: click.Context, label: str) -> int:
    """Return the id of today's ticket of this label; end with the word that there is none, or several."""
    from shared.labels import labels_meant

    with looking(context) as view:
        found = view.tickets_labelled(labels_meant(label))
    if not found:
        raise click.ClickException(f"There is no ticket {label} today.")
    if len(found) > 1:
        which = ", ".join(each.label for each in found)
        raise click.ClickException(f"{label} may be one of several: {which}.")
    return found[0].id


def _say(what: str, ticket: dict[str, Any]) -> None:
    click.echo(f"{what} For 10 s: takeanumber ticket undo {ticket['label']}")
