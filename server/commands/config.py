"""`takeanumber config`: the server's configuration."""

from __future__ import annotations

import click

from server.settings import BadSetting, load


@click.group()
def config() -> None:
    """The server's configuration."""


@config.command("show")
@click.pass_context
def show(context: click.Context) -> None:
    """Show each setting and where its value comes from."""
    try:
        _, sources = load(context.obj)
    except BadSetting as error:
        raise click.UsageError(str(error)) from error
    for name, source in sources.items():
        click.echo(f"{name} = {source.value}\t({source.origin})")
