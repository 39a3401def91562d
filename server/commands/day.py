"""`takeanumber report` and `takeanumber close-day`: how a day went, and its end."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from server.commands.acting import as_json, do, looking, show_json


@click.command()
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day; today if not given.",
)
@click.option(
    "--to",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The last of several days; the same day if not given.",
)
@as_json
@click.pass_context
def report(context: click.Context, day: Any, to: Any, json: bool) -> None:
    """Print how a day went, or several."""
    from server.present.report_text import report_text
    from server.usecases import report as usecase

    with looking(context) as view:
        first: date = view.branch.day if day is None else day.date()
        last: date = first if to is None else to.date()
        if last < first:
            raise click.BadParameter(f"{last} is before {first}.", param_hint="--to")
        found = usecase.report(view, first, last)
    if json:
        return show_json(found)
    click.echo(report_text(found))
    return None


@click.command("close-day")
@click.pass_context
def close_day(context: click.Context) -> None:
    """End the business day now: whoever has not been served by then expires, and numbers start again.

    The day ends by itself at the rollover hour; this is for closing early. It never closes a day twice.
    """
    from server.usecases.setup import CloseDay

    closed = do(context, CloseDay())
    if closed is None:
        click.echo("Today is closed already.")
    else:
        click.echo(f"{closed} is closed.")
