"""`takeanumber`: one command for the server, its set-up, and the three desktop programs."""

import runpy
import sys
from pathlib import Path
from typing import Any

import click

from server.commands.settings_options import options_of
from server.settings import BadSetting, Settings, load


class _Family(click.Group):
    """Shows commands in the order a newcomer needs them."""

    def list_commands(self, context: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Family)
@click.option(
    "--data-dir", type=click.Path(path_type=Path), help="Where the database lives."
)
@click.option(
    "--config", type=click.Path(), help="A takeanumber.toml to read settings from."
)
@click.version_option(package_name="take-a-number")
@click.pass_context
def main(context: click.Context, data_dir: Path | None, config: str | None) -> None:
    """Take A Number: a queue system for any place where people wait to be seen."""
    context.obj = {"data_dir": data_dir, "config": config}


def settings_of(context: click.Context, **arguments: Any) -> Settings:
    """Return the settings, or end with what is wrong with them."""
    try:
        settings, _ = load({**context.obj, **arguments})
    except BadSetting as error:
        raise click.UsageError(str(error)) from error
    return settings


@main.command()
@click.option(
    "--speed", default=1.0, show_default=True, help="How many times faster than life."
)
@click.option("--seconds", type=float, help="Stop by itself after this long.")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Where pictures of the screens go."
)
def demo(speed: float, seconds: float | None, out: Path | None) -> None:
    """See it all: server, kiosk, display, two desks and simulated customers."""
    from server.demo.run import run_demo

    run_demo(speed=speed, seconds=seconds, pictures=out)


@main.command()
@options_of(Settings, instead={"data_dir": None})
@click.option(
    "--data-dir", "serve_data_dir", type=click.Path(path_type=Path), hidden=True
)
@click.pass_context
def serve(
    context: click.Context, /, serve_data_dir: Path | None, **arguments: Any
) -> None:
    """Run the server."""
    if serve_data_dir is not None:
        arguments["data_dir"] = serve_data_dir
    from server.serve.run import serve as run

    run(settings_of(context, **arguments))


def _program(name: str, summary: str) -> None:
    # The programs are run, not imported: a server installs no Qt, and they read their own arguments.
    @main.command(
        name,
        help=summary,
        context_settings={"ignore_unknown_options": True, "help_option_names": []},
    )
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def program(arguments: tuple[str, ...]) -> None:
        sys.argv = [f"takeanumber {name}", *arguments]
        runpy.run_module(name, run_name="__main__", alter_sys=False)


_program("kiosk", "Run the ticket kiosk.")
_program("display", "Run the “now serving” display.")
_program("servicer", "Run a servicer's console.")


def _register_groups() -> None:
    from server.commands import COMMANDS
    from server.commands.translations import translations

    for group in (*COMMANDS, translations):
        main.add_command(group)


_register_groups()

if __name__ == "__main__":
    main()
