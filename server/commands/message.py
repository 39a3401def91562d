"""`takeanumber message`: what everybody who waits is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import click

from server.commands.acting import do, looking, settings_now
from server.commands.words import words_by_language
from shared.option_types import WholeNumber


@click.group()
def message() -> None:
    """What everybody who waits is told, on board, kiosks and phones."""


@message.command("set")
@click.argument("texts", nargs=-1, required=True)
@click.option(
    "--minutes",
    type=WholeNumber(1, 2 * 24 * 60),
    help="For how long it is shown; until the day ends if not given.",
)
@click.pass_context
def set_(context: click.Context, texts: tuple[str, ...], minutes: int | None) -> None:
    """Tell everybody who waits something: “We are running 20 minutes late”, in other languages “de=…”."""
    from server.usecases.setup import SayToAll

    own, others = words_by_language(texts, "message")
    if own is not None:
        others = {settings_now(context).languages[0]: own, **others}
    if len(others) < len(texts):
        raise click.UsageError(
            "There are two messages in one language. In another one: de=…"
        )
    if not any(text.strip() for text in others.values()):
        raise click.UsageError(
            "There is nothing to say. To take it away: takeanumber message remove"
        )
    until = None
    if minutes is not None:
        until = datetime.now(UTC) + timedelta(minutes=minutes)
    do(context, SayToAll(texts=others, until=until))
    _show(context)


@message.command("show")
@click.pass_context
def show(context: click.Context) -> None:
    """Show what everybody who waits is told now."""
    _show(context)


@message.command("remove")
@click.pass_context
def remove(context: click.Context) -> None:
    """Take the message away."""
    from server.usecases.setup import SayToAll

    do(context, SayToAll())
    click.echo("Nothing is said to everybody any more.")


def _show(context: click.Context) -> None:
    from zoneinfo import ZoneInfo

    with looking(context) as view:
        said, zone = view.branch.message, ZoneInfo(view.branch.settings.time_zone)
    if said is None or said.is_over(datetime.now(UTC)):
        click.echo("There is no message.")
        return
    for language, text in said.texts.items():
        click.echo(f"{language}: {text}")
    if said.until is not None:
        click.echo(f"until {said.until.astimezone(zone):%H:%M}")
