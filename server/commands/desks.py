"""`takeanumber desk`: the places where customers are served."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from server.commands.acting import (
    as_json,
    do,
    given,
    looking,
    names_by_language,
    settings_now,
    show_json,
)
from server.commands.asking import sure, yes
from server.commands.words import say, table
from server.domain.digits import whole

if TYPE_CHECKING:
    from server.domain.branch import Desk

POLICIES = "oldest (who came first), strict (in the order of its queues), or a ratio such as 2:1"


_name = click.option(
    "--name",
    "names",
    multiple=True,
    help="What else it is called, such as Laboratory; in another language: --name de=Labor; --name de= takes it away.",
)


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
@click.option("--policy", help=f"{POLICIES}; oldest if not given.")
@_name
@click.pass_context
def add(
    context: click.Context,
    number: int,
    queues: tuple[str, ...],
    policy: str | None,
    names: tuple[str, ...],
) -> None:
    """Add a desk, or put one back that was removed, with its settings."""
    from server.usecases.setup import AddDesk

    command = AddDesk(
        number=number,
        queues=queues,
        names=names_by_language(context, names),
        **({} if policy is None else policy_of(policy)),
    )
    _say_now(context, do(context, command))


@desk.command("set")
@click.argument("number", type=int)
@click.option(
    "--queue",
    "queues",
    multiple=True,
    help="A queue it serves, in order; those not named are served no longer.",
)
@click.option("--policy", help=POLICIES)
@_name
@click.pass_context
def set_(context: click.Context, /, number: int, **options: Any) -> None:
    """Change which queues a desk serves, whom it calls first, and what it is called beside its number."""
    from server.usecases.setup import SetDesk

    options = given(options)
    policy = options.pop("policy", None)
    if policy is not None:
        options |= policy_of(policy)
    if "names" in options:
        options["names"] = names_by_language(context, options["names"])
    _say_now(context, do(context, SetDesk(number=number, **options)))


@desk.command("list")
@as_json
@click.pass_context
def list_(context: click.Context, json: bool) -> None:
    """List the desks."""
    with looking(context) as view:
        desks, place = view.desks(), view.branch.settings.place.value
    if json:
        return show_json([_shown(each) for each in desks])
    rows = [
        (
            each.number,
            each.state,
            each.servicer or "nobody",
            ", ".join(each.serves),
            ":".join(map(str, each.weights)) or each.policy,
            " · ".join(each.names.values()),
        )
        for each in desks
    ]
    headings = (place.capitalize(), "State", "Signed in", "Serves", "Calls", "Name")
    return say(table(headings, *rows))


@desk.command("show")
@click.argument("number", type=int)
@as_json
@click.pass_context
def show(context: click.Context, number: int, json: bool) -> None:
    """Show a desk: who is signed in, what it serves, and whom it calls first."""
    with looking(context) as view:
        shown = _shown(view.desk(number))
    if json:
        return show_json(shown)
    who = shown["servicer"] or "nobody"
    _say_now(context, shown)
    return click.echo(f"State: {shown['state'].value}, {who} signed in")


@desk.command("remove")
@click.argument("number", type=int)
@yes
@click.pass_context
def remove(context: click.Context, number: int, yes: bool) -> None:
    """Remove a desk; its history stays. Asks first where no other desk serves one of its queues."""
    from server.usecases.setup import RemoveDesk

    if not yes:
        with looking(context) as view:
            desks = view.desks()
        here = next((each.queues for each in desks if each.number == number), ())
        elsewhere = {s for each in desks if each.number != number for s in each.queues}
        alone = [slug for slug in here if slug not in elsewhere]
        if alone:
            sure(f"Nobody else would serve {', '.join(alone)}.")
    do(context, RemoveDesk(number=number))
    place = settings_now(context).place.value.capitalize()
    click.echo(
        f"{place} {number} is gone. It comes back with: takeanumber desk add {number}"
    )


@desk.command("lend")
@click.argument("number", type=int)
@click.argument("queue")
@click.pass_context
def lend(context: click.Context, number: int, queue: str) -> None:
    """Let a desk serve one more queue until the business day ends."""
    from server.usecases.lend_queue import LendQueue

    _say_now(context, do(context, LendQueue(desk=number, queue=queue)))
    click.echo(f"To change that: takeanumber desk take-back {number} {queue}")


@desk.command("take-back")
@click.argument("number", type=int)
@click.argument("queue")
@click.pass_context
def take_back(context: click.Context, number: int, queue: str) -> None:
    """Let a desk serve a queue that it was lent no longer."""
    from server.usecases.lend_queue import TakeQueueBack

    _say_now(context, do(context, TakeQueueBack(desk=number, queue=queue)))


@desk.command("help")
@click.argument("number", type=int)
@click.option("--done", is_flag=True, help="The desk was helped.")
@click.pass_context
def help_(context: click.Context, number: int, done: bool) -> None:
    """Tell a desk that called for help that a manager is coming, or that it was helped."""
    from server.serve.acts import ComeToDesk, EndDeskHelp

    do(context, EndDeskHelp(desk=number) if done else ComeToDesk(desk=number))
    place = settings_now(context).place.value.capitalize()
    click.echo(
        f"{place} {number} {'calls for help no longer' if done else 'knows that a manager is coming'}."
    )


def _say_now(context: click.Context, desk: dict[str, Any]) -> None:
    place = settings_now(context).place.value
    names = " · ".join(desk["names"].values())
    how = ":".join(map(str, desk["weights"])) or desk["policy"]
    served = ", ".join(desk["queues"])
    click.echo(
        f"{place.capitalize()} {desk['number']}{names and f' ({names})'}: serves {served}; calls {how}"
        + (
            f"; until the day ends also {', '.join(desk['lent'])}"
            if desk["lent"]
            else ""
        )
    )


def _shown(desk: Desk) -> dict[str, Any]:
    return {
        "number": desk.number,
        "state": desk.state,
        "servicer": desk.servicer,
        "queues": desk.queues,
        "lent": desk.lent,
        "policy": desk.policy,
        "weights": desk.weights,
        "names": desk.names,
    }


def policy_of(text: str) -> dict[str, Any]:
    """Return the policy, and the weights of a ratio, that were typed; end with which there are."""
    from server.domain.branch import Policy

    if text in (Policy.OLDEST, Policy.STRICT):
        return {"policy": Policy(text)}
    weights = [whole(share) for share in text.split(":")]
    if len(weights) < 2 or None in weights:
        raise click.UsageError(
            f"--policy: “{text}” is no policy. There are: {POLICIES}."
        )
    return {"policy": Policy.RATIO, "weights": tuple(weights)}
