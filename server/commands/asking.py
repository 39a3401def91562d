"""Asking first, where somebody would miss what is to go."""

from __future__ import annotations

import click

yes = click.option("--yes", is_flag=True, help="Do it without asking.")


def sure(what: str) -> None:
    """Return if whoever types agrees; else end with the word that nothing was changed."""
    try:
        agreed = click.confirm(f"{what} Go on?")
    except click.Abort:
        # There is nobody to ask, or they pressed Ctrl+C.
        agreed = False
        click.echo()
    if not agreed:
        raise click.ClickException(
            "Nothing was changed. With --yes it is done without asking."
        )
