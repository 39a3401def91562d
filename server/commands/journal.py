"""`takeanumber check` and `takeanumber replay`: what the journal says."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import click

from server.commands.acting import looking, settings_of
from server.commands.day import DAY, today_of
from server.commands.moments import moment_of

MOST_SHOWN = 20


@click.command()
@click.option(
    "--damage",
    "only_damage",
    is_flag=True,
    help="Only look whether each row is as it was written; takes little memory, however old the branch is.",
)
@click.pass_context
def check(context: click.Context, only_damage: bool) -> None:
    """Compare every table with what the journal says; ends with 1 when they differ.

    It only looks, and the server may run meanwhile. The server looks for damage by itself every day.
    """
    from server.store import damage
    from server.store.acknowledged import last_links
    from server.store.check import check as compare
    from server.store.store import MAIN_BRANCH
    from server.store.tokens import TicketTokens

    directory = settings_of(context).data_dir
    # Before the view, or an entry of meanwhile would be missing in it.
    told = last_links(directory, MAIN_BRANCH)
    with looking(context) as view:
        if only_damage:
            _show(list(damage.anywhere(view.connection)))
            click.echo("Every row is as it was written.")
            return
        try:
            secret = (directory / "secret.key").read_bytes()
        except FileNotFoundError as error:
            raise click.ClickException(
                f"There is no secret.key in {directory}: it belongs to the database, and tickets' addresses come from it."
            ) from error
        checked = compare(view, TicketTokens(secret), told)
    _show(checked.differences)
    click.echo(
        f"All tables are what the journal says: {checked.rows} rows, {checked.tickets} tickets."
    )


def _show(differences: list[str]) -> None:
    """Show them and end with 1, if there are any."""
    for difference in differences[:MOST_SHOWN]:
        click.echo(difference)
    if len(differences) > MOST_SHOWN:
        click.echo(f"… and {len(differences) - MOST_SHOWN} more.")
    if differences:
        raise SystemExit(1)


@click.command()
@click.option(
    "--at",
    "moment",
    metavar="TIME",
    help="A moment of the branch: 10:42, 2026-11-23T10:42, or with its zone.",
)
@click.option("--ticket", "label", help="A ticket's label, such as A107.")
@click.option(
    "--date",
    "day",
    type=DAY,
    help="The ticket's day; today if not given.",
)
@click.pass_context
def replay(
    context: click.Context, moment: str | None, label: str | None, day: date | None
) -> None:
    """Show the branch as it stood at a moment, or tell a ticket's story and who overtook it."""
    from server.domain.refusals import UnknownTicket
    from server.present.story_text import branch_text, story_text
    from server.usecases.replay import branch_at, find_ticket, story_of

    if (moment is None) == (label is None):
        raise click.UsageError("Say either --at TIME or --ticket LABEL.")
    with looking(context) as view:
        settings = view.branch.settings
        if moment is not None:
            zone = ZoneInfo(settings.time_zone)
            asked = moment_of(moment, zone, today_of(view))
            click.echo(branch_text(branch_at(view, asked), asked, settings))
            return
        today = today_of(view)
        # Since an early close, numbers count for tomorrow.
        days = (view.branch.day, today) if day is None else (day,)
        for asked_day in days:
            with suppress(UnknownTicket):
                ticket = find_ticket(view, str(label), asked_day)
                story = story_of(view, ticket.id, datetime.now(UTC))
                click.echo(story_text(story, settings))
                return
        raise click.ClickException(
            f"There was no ticket {label} on {today if day is None else day}."
        )
