"""`takeanumber what-if`: a day as it was, played again with other desks or under another policy."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from server.commands.acting import looking
from server.commands.day import DAY
from server.commands.desks import POLICIES, policy_of
from server.commands.moments import clock_of

if TYPE_CHECKING:
    from server.forecast.what_if import What
    from server.store.view import View


@click.command("what-if")
@click.option(
    "--date",
    "--day",
    "day",
    type=DAY,
    help="The day, which is over; the last one if not given.",
)
@click.option(
    "--desk",
    "more",
    metavar="QUEUES",
    help="One more desk for these queues, such as passports,parking; with --from and --to.",
)
@click.option("--from", "since", metavar="TIME", help="From when on that desk is open.")
@click.option("--to", "until", metavar="TIME", help="Until when.")
@click.option(
    "--policy", help=f"Another policy, {POLICIES}; at every desk, or at one with --at."
)
@click.option(
    "--serves",
    metavar="QUEUES",
    help="The queues that a desk serves instead, with --at.",
)
@click.option("--at", "number", type=int, help="The number of the desk.")
@click.option("--csv", "csv", is_flag=True, help="As CSV, for spreadsheets.")
@click.pass_context
def what_if(
    context: click.Context,
    day: date | None,
    more: str | None,
    since: str | None,
    until: str | None,
    policy: str | None,
    serves: str | None,
    number: int | None,
    csv: bool,
) -> None:
    """Play a day again: with one more desk, under another policy, or with a desk that serves other queues.

    The same people come, each takes as long as then, and who is called when is decided anew.
    """
    from server.domain.numbering import day_begins
    from server.present.what_if_csv import what_if_csv
    from server.present.what_if_text import what_if_text
    from server.usecases.what_if import last_day
    from server.usecases.what_if import what_if as played

    if sum(each is not None for each in (more, policy, serves)) != 1:
        raise click.UsageError("Say one of --desk, --policy and --serves.")
    with looking(context) as view:
        wanted = last_day(view) if day is None else day
        if wanted is None:
            raise click.ClickException("No day is over yet.")
        settings = view.branch.settings
        zone = ZoneInfo(settings.time_zone)
        begins = day_begins(wanted, settings.time_zone, settings.rollover_hour)
        if more is not None:
            what = _one_more(view, wanted, more, since, until)
        else:
            what = _other(view, policy, serves, number)
        own = settings.languages[0]
        names = {
            queue.slug: queue.names.get(own) or next(iter(queue.names.values()))
            for queue in view.every_queue()
        }
        found = played(view, wanted, what)
    if csv:
        return click.echo(what_if_csv(found), nl=False)
    return click.echo(what_if_text(found, begins, zone, names, settings.place.value))


def _one_more(
    view: View, day: date, queues: str, since: str | None, until: str | None
) -> What:
    from server.forecast.what_if import OneMoreDesk, stretch

    if since is None or until is None:
        raise click.UsageError("--desk needs --from and --to, such as 10:00.")
    times = clock_of(since), clock_of(until)
    since_s, until_s = stretch(*times, day, view.branch.settings)
    return OneMoreDesk(queues=_queues(view, queues), since_s=since_s, until_s=until_s)


def _other(
    view: View, policy: str | None, serves: str | None, number: int | None
) -> What:
    from server.forecast.what_if import OtherPolicy, OtherQueues

    if policy is not None:
        return OtherPolicy(desk=number, **policy_of(policy))
    if number is None or serves is None:
        raise click.UsageError("--serves needs --at, the number of a desk.")
    return OtherQueues(desk=number, queues=_queues(view, serves))


def _queues(view: View, typed: str) -> tuple[str, ...]:
    """Return the queues that were typed; end with which there are where one is not."""
    known = [queue.slug for queue in view.every_queue()]
    slugs = tuple(filter(None, (each.strip() for each in typed.split(","))))
    for slug in slugs:
        if slug not in known:
            raise click.ClickException(
                f"There is no queue “{slug}”. There are: {', '.join(known)}."
            )
    return slugs
