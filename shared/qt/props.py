"""How a view model tells QML what changed: fold, derive, emit."""

from dataclasses import fields
from typing import Any, TypeVar

from PySide6.QtCore import QObject

P = TypeVar("P")


def camel(name: str) -> str:
    """Return a Python name as QML spells it: `ahead_text` as `aheadText`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def emit_changes(view_model: QObject, before: P, after: P) -> None:
    """Emit `<field>Changed` of the view model for each field of the frozen props that differs."""
    if before is after:
        return
    for field in fields(after):  # type: ignore[arg-type]  # props are frozen dataclasses
        if getattr(before, field.name) != getattr(after, field.name):
            getattr(view_model, camel(field.name) + "Changed").emit()


def show_together(*shown: tuple[Any, Any]) -> None:
    """Let each view model take its props and tell QML: all know before any tells, so that no screen shows half of it."""
    before = [view_model.props for view_model, _ in shown]
    for view_model, props in shown:
        view_model.take(props)
    for (view_model, props), old in zip(shown, before, strict=True):
        emit_changes(view_model, old, props)
