"""`takeanumber plan`: how many desks each hour of a week needs."""

from __future__ import annotations

from datetime import date
from typing import Any

import click

from server.commands.acting import looking
from server.commands.day import today_of


class _Week(click.ParamType[date]):
    name = "YYYY-Www"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> date:
        """Return the Monday of the week that is written; end with how one is."""
        if isinstance(value, date):
            return value
        try:
            year, week = value.split("-W")
            return date.fromisocalendar(int(year), int(week), 1)
        except ValueError:
            self.fail(f"“{value}” is not a week like 2026-W49.", param, context)


@click.command("plan")
@click.option("--week", type=_Week(), help="The week; next week if not given.")
@click.option("--csv", "csv", is_flag=True, help="As CSV, for spreadsheets.")
@click.pass_context
def plan(context: click.Context, week: date | None, csv: bool) -> None:
    """Print how many desks each hour of a week needs, from what the same weekdays were like."""
    from server.present.plan_csv import plan_csv
    from server.present.plan_text import plan_text
    from server.usecases.plan import monday_after
    from server.usecases.plan import plan as planned

    with looking(context) as view:
        today = today_of(view)
        found = planned(view, week or monday_after(today), today)
        settings = view.branch.settings
        own = settings.languages[0]
        names = {
            queue.slug: queue.names.get(own) or next(iter(queue.names.values()))
            for queue in view.queues()
        }
    if csv:
        click.echo(plan_csv(found), nl=False)
    else:
        click.echo(plan_text(found, names, settings.place.value))
