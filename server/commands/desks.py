"""`takeanumber desk`: the places where customers are served."""

from __future__ import annotations

from typing import Any

import click

from server.commands.acting import as_json, do, given, looking, show_json

POLICIES = "oldest (who came first), strict (in the order of its queues), or a ratio such as 2:1"


@click.group()
def desk() -> None:
    """The places where customers are served."""


@desk.command("add")
@click.argument("number", type=int)
@click.option(
    "--queue",
    "queues",
    multiple=True,
    help="A queue it serves, in order; all if not given.",
)
@click.option("--policy", default="oldest", show_default=True, help=POLICIES)
@click.pass_context
def add(
    context: click.Context, number: int, queues: tuple[str, ...], policy: str
) -> None:
    """Add a desk."""
    from server.usecases.setup import AddDesk

    do(context, AddDesk(number=number, queues=queues, **_policy_of(policy)))


@desk.command("set")
@click.argument("number", type=int)
@click.option(
    "--queue",
    "queues",
    multiple=True,
    help="A queue it serves, in order; those not named are served no longer.",
)
@click.option("--policy", help=POLICIES)
@click.pass_context
def set_(context: click.Context, /, number: int, **options: Any) -> None:
    """Change which queues a desk serves, and whom it calls first."""
    from server.usecases.setup import SetDesk

    options = given(options)
    policy = options.pop("policy", None)
    if policy is not None:
        options |= _policy_of(policy)
    do(context, SetDesk(number=number, **options))


@desk.command("list")
@as_json
@click.pass_context
def list_(context: click.Context, json: bool) -> None:
    """List the desks."""
    with looking(context) as view:
        desks = view.desks()
    if json:
        return show_json(
            [
                {
                    "number": each.number,
                    "state": each.state,
                    "servicer": each.servicer,
                    "queues": each.queues,
                    "policy": each.policy,
                    "weights": each.weights,
                }
                for each in desks
            ]
        )
    for each in desks:
        who = each.servicer or "-"
        how = ":".join(map(str, each.weights)) or each.policy
        click.echo(
            f"{each.number}\t{each.state}\t{who}\t{','.join(each.queues)}\t{how}"
        )
    return None


@desk.command("remove")
@click.argument("number", type=int)
@click.pass_context
def remove(context: click.Context, number: int) -> None:
    """Remove a desk; its history stays."""
    from server.usecases.setup import RemoveDesk

    do(context, RemoveDesk(number=number))


def _policy_of(text: str) -> dict[str, Any]:
    from server.domain.branch import Policy

    if text in (Policy.OLDEST, Policy.STRICT):
        return {"policy": Policy(text)}
    weights = text.split(":")
    if len(weights) < 2 or not all(weight.isdigit() for weight in weights):
        raise click.UsageError(f"“{text}” is no policy. There are: {POLICIES}.")
    return {"policy": Policy.RATIO, "weights": tuple(map(int, weights))}
