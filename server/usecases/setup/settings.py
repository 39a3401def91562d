"""Changing settings by name: checked as they come in, whether from the command line or from a page."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, TypeVar

import msgspec

from server.domain.branch import BranchSettings, QueueSettings
from server.domain.refusals import NotValid
from server.domain.settings import settings_of

S = TypeVar("S", BranchSettings, QueueSettings)


def changed(settings: S, given: Mapping[str, Any]) -> S:
    """Return the settings with these changed, given as plain values by name; raise `NotValid` naming one."""
    names = list(settings_of(type(settings)))
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
    for declared in settings_of(type(settings)).values():
        declared.check(getattr(settings, declared.name))
    return settings


def _plain(value: Any) -> Any:
    return msgspec.to_builtins(value, str_keys=True)
