"""`takeanumber changes`: who changed what, and putting it back."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import click

from server.commands.acting import as_json, do, looking, settings_of, show_json
from shared.option_types import WholeNumber


@click.group(invoke_without_command=True)
@click.option(
    "--most", type=WholeNumber(1, 10_000), default=20, help="How many; 20 if not given."
)
@as_json
@click.pass_context
def changes(context: click.Context, most: int, json: bool) -> None:
    """Who changed what and when, the latest first, and whether anything of it was altered afterwards."""
    if context.invoked_subcommand is not None:
        return
    from server.present import changes as words
    from server.store.acknowledged import last_links
    from server.store.store import MAIN_BRANCH
    from server.store.tokens import TicketTokens
    from server.usecases import changes as usecase

    directory = settings_of(context).data_dir
    # Before the view, or an entry of meanwhile would be missing in it.
    told = last_links(directory, MAIN_BRANCH)
    with looking(context) as view:
        made = usecase.changes(view, most=most)
        tokens = TicketTokens((directory / "secret.key").read_bytes())
        found = usecase.look_through(view, tokens, told)
        zone = ZoneInfo(view.branch.settings.time_zone)
    if json:
        show_json(
            {
                "changes": [words.change(each) for each in made],
                "audit": words.audit(found),
            }
        )
        return
    for each in made:
        back = f" (puts back {each.puts_back})" if each.puts_back else ""
        again = f" (put back by {each.put_back_by})" if each.put_back_by else ""
        when = f"{each.at.astimezone(zone):%Y-%m-%d %H:%M}"
        click.echo(f"{each.change}  {when}  {words.who(each)}{back}{again}")
        for line in words.lines(each, zone):
            click.echo(f"    {line}")
    click.echo(words.audit_text(found))


@changes.command("put-back")
@click.argument("change", type=int)
@click.pass_context
def put_back(context: click.Context, change: int) -> None:
    """Let every setting that a change altered be as it was before it."""
    from server.usecases.setup import PutBack

    do(context, PutBack(change=change))
    click.echo(f"Change {change} is put back.")
