"""Changing settings by name: checked as they come in, whether from the command line or from a page."""

from collections.abc import Mapping
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, TypeVar

import msgspec

from server.domain.branch import BranchSettings, QueueSettings
from server.domain.refusals import NotValid

S = TypeVar("S", BranchSettings, QueueSettings)


def changed(settings: S, given: Mapping[str, Any]) -> S:
    """Return the settings with these changed, given as plain values by name; raise `NotValid` naming one."""
    names = [field.name for field in fields(settings)]
    for name in given:
        if name not in names:
            close = get_close_matches(name, names, 1)
            hint = f" Did you mean “{close[0]}”?" if close else ""
            raise NotValid(name, f"There is no setting “{name}”.{hint}")
    for name, value in given.items():
        whole = {**_plain(settings), name: _plain(value)}
        try:
            settings = msgspec.convert(whole, type(settings), str_keys=True)
        except msgspec.ValidationError as error:
            raise NotValid(name, f"“{value}” is no {name}: {error}.") from error
    return settings


def within(name: str, value: float, least: float, most: float) -> None:
    """Raise `NotValid` unless the setting is in this range."""
    if not least <= value <= most:
        raise NotValid(
            name, f"{name} is from {least:.15g} to {most:.15g}, not {value:.15g}."
        )


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value, str_keys=True)
