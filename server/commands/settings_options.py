"""The command line's options for declared settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from server.domain.settings import Setting, settings_of

F = TypeVar("F", bound=Callable[..., Any])

LIKE_BRANCH = "branch"
"""What is written where a queue goes by the branch's setting."""


class _NumberOrLikeBranch(click.ParamType[int | str]):
    """A whole number, or the word for the branch's."""

    name = f"INTEGER|{LIKE_BRANCH}"

    def convert(
        self, value: Any, param: click.Parameter | None, context: click.Context | None
    ) -> Any:
        """Return the number, or the word as it stands."""
        if str(value).strip().lower() == LIKE_BRANCH:
            return LIKE_BRANCH
        try:
            return int(value)
        except ValueError:
            self.fail(
                f"“{value}” is no whole number, nor “{LIKE_BRANCH}”.", param, context
            )


def chosen(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the settings that these options mean, None for those that are to be the branch's."""
    return {
        name: None if value == LIKE_BRANCH else value for name, value in options.items()
    }


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
    if setting.kind is int and setting.default is None:
        kind = _NumberOrLikeBranch()
    words = f"{setting.help} Repeat for several." if setting.repeated else setting.help
    return click.option(
        flag, setting.name, type=kind, multiple=setting.repeated, help=words
    )
