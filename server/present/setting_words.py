"""A setting's value in words, as a person writes it."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

from server.domain.branch import Hours
from server.domain.settings import Setting
from server.present.hours_text import is_overnight, text_of


def value_in_words(setting: Setting, value: Any) -> str:
    """Return a setting's value as a person writes it."""
    if value in (None, "", (), {}):
        return "the branch's" if setting.default is None else "none"
    if isinstance(value, Hours):
        night = (
            " (over midnight, until the next morning)" if is_overnight(value) else ""
        )
        return text_of(value) + night
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        unit = setting.unit and f" {setting.unit}"
        return "; ".join(
            f"{key}: {_plainly(each)}{unit}" for key, each in value.items()
        )
    if isinstance(value, tuple):
        return ", ".join(map(_plainly, value))
    if value == 0 and setting.zero:
        return setting.zero
    return f"{_plainly(value)} {setting.unit}".rstrip()


def _plainly(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}={each}" for key, each in value.items())
    if isinstance(value, Enum):
        return str(value.value)
    return f"{value:g}" if isinstance(value, float) else str(value)
