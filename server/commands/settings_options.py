"""The command line's options for declared settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from server.domain.settings import Setting, settings_of

F = TypeVar("F", bound=Callable[..., Any])


def options_of(kind: type, *, instead: Mapping[str, str | None]) -> Callable[[F], F]:
    """Add an option for each setting of the class, named like it.

    `instead` has another name for some, and None for those that are written by options of their own.
    """

    def add(function: F) -> F:
        for setting in reversed(list(settings_of(kind).values())):
            flag = instead.get(setting.name, f"--{setting.name.replace('_', '-')}")
            if flag is not None:
                function = _option(setting, flag)(function)
        return function

    return add


def _option(setting: Setting, flag: str) -> Callable[[F], F]:
    if setting.kind is bool:
        off = f"--no-{flag.removeprefix('--')}"
        return click.option(f"{flag}/{off}", default=None, help=setting.help)
    kind: Any = click.Choice(setting.choices) if setting.choices else setting.kind
    words = f"{setting.help} Repeat for several." if setting.repeated else setting.help
    return click.option(
        flag, setting.name, type=kind, multiple=setting.repeated, help=words
    )
