"""`takeanumber plan`: how many desks each hour of a week needs."""

from __future__ import annotations

import click

from server.commands.acting import looking
from server.commands.day import today_of


@click.command("plan")
@click.option("--week", metavar="YYYY-Www", help="The week; next week if not given.")
@click.option("--csv", "csv", is_flag=True, help="As CSV, for spreadsheets.")
@click.pass_context
def plan(context: click.Context, week: str | None, csv: bool) -> None:
    """Print how many desks each hour of a week needs, from what the same weekdays were like."""
    from server.present.plan_csv import plan_csv
    from server.present.plan_text import plan_text
    from server.usecases.plan import monday_after, monday_of
    from server.usecases.plan import plan as planned

    with looking(context) as view:
        today = today_of(view)
        first = monday_after(today) if week is None else monday_of(week, today)
        found = planned(view, first, today)
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
