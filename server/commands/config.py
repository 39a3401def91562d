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
        value = "not set" if source.value in (None, "") else source.value
        click.echo(f"{name} = {value}\t({source.origin})")
