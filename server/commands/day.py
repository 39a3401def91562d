"""`takeanumber report` and `takeanumber close-day`: how a day went, and its end."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import click

from server.commands.acting import as_json, do, looking, show_json
from server.commands.asking import sure, yes

if TYPE_CHECKING:
    from server.store.view import View


class _Day(click.ParamType[date]):
    name = "YYYY-MM-DD"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> date:
        """Return the day that is written; end with how one is."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"“{value}” is not a day like 2026-12-24.", param, context)


DAY = _Day()


@click.command()
@click.option(
    "--date",
    "day",
    type=DAY,
    help="The day; today if not given.",
)
@click.option(
    "--to",
    type=DAY,
    help="The last of several days; the same day if not given.",
)
@as_json
@click.option("--csv", "csv", is_flag=True, help="As CSV, for spreadsheets.")
@click.option(
    "--estimates",
    is_flag=True,
    help="How right it was what customers were told about their wait.",
)
@click.pass_context
def report(  # its options
    context: click.Context,
    day: date | None,
    to: date | None,
    json: bool,
    csv: bool,
    estimates: bool,
) -> None:
    """Print how a day went, or several."""
    from server.present.report_csv import report_csv
    from server.present.report_text import report_text
    from server.usecases import report as usecase

    if json and csv:
        raise click.UsageError("Say either --json or --csv.")
    with looking(context) as view:
        first = today_of(view) if day is None else day
        last = first if to is None else to
        if last < first:
            raise click.BadParameter(f"{last} is before {first}.", param_hint="--to")
        if estimates:
            return _estimates(view, first, last, json=json, csv=csv)
        found = usecase.report(view, first, last)
        settings, running = view.branch.settings, view.branch.day
        names = {
            desk.number: desk.names.get(settings.languages[0])
            or next(iter(desk.names.values()))
            for desk in view.desks()
            if desk.names
        }
    if json:
        return show_json(found)
    if csv:
        click.echo(report_csv(found), nl=False)
    else:
        click.echo(report_text(found, settings.place.value, names))
        if day is None and running != first:
            click.echo(
                f"\nThis day is closed; numbers given since count for {running}: takeanumber report --date {running}"
            )
    return None


def _estimates(view: View, first: date, last: date, *, json: bool, csv: bool) -> None:
    from server.present.estimates_text import estimates_text
    from server.present.report_csv import estimates_csv
    from server.usecases.report_estimates import report_estimates

    found = report_estimates(view, first, last)
    if json:
        show_json(found)
    elif csv:
        click.echo(estimates_csv(found), nl=False)
    else:
        click.echo(estimates_text(found))


def today_of(view: View) -> date:
    """Return the day that people mean by today; where that was closed early, the branch is a day ahead of it."""
    from server.usecases.steps.day import LATEST_BY_HAND, date_at

    today = date_at(view.branch.settings, datetime.now(UTC))
    return today if view.branch.day == today + LATEST_BY_HAND else view.branch.day


@click.command("close-day")
@yes
@click.pass_context
def close_day(context: click.Context, yes: bool) -> None:
    """End the business day now: whoever has not been served by then expires, and numbers start again.

    The day ends by itself at the rollover hour; this is for closing early. It never closes a day twice.
    At a terminal it asks first while customers are here; from a script it is done at once.
    """
    from server.usecases.setup import CloseDay

    if not yes and sys.stdin.isatty():
        with looking(context) as view:
            here = len(view.open_tickets())
        if here:
            who = "1 customer is" if here == 1 else f"{here} customers are"
            sure(f"{who} still here, and would not be served.")
    closed = do(context, CloseDay())
    if closed is None:
        click.echo("Today is closed already.")
    else:
        with looking(context) as view:
            now = view.branch.day
        click.echo(f"{closed} is closed. Numbers that are given now count for {now}.")
