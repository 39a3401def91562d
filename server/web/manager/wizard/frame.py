"""What the steps have in common: where one is, what is done, and that each saves."""

from typing import Any

from flask import Response
from werkzeug.datastructures import MultiDict

from server.store.view import View
from server.web.languages import Language
from server.web.manager.meanwhile import written_down
from server.web.manager.pages import Asked
from server.web.manager.typed import NOT_SAVED, Typed
from shared.wire.messages import Role

LAST = 5
PATH = "/manager/set-up"


def path_of(step: int) -> str:
    """Return the address of a step; behind the last is the trial."""
    return f"{PATH}/{step}" if step <= LAST else f"{PATH}/try"


def names_of(language: Language) -> list[str]:
    """Return what the steps are called, in order."""
    _ = language.gettext
    return [_("Branch"), _("Queues"), _("Desks"), _("People"), _("Devices")]


def _done(view: View) -> list[bool]:
    """Return of each step whether what it asks for is there."""
    screens = [device for device in view.devices() if device.role != Role.MANAGER]
    is_named = view.branch.settings.is_named
    return [is_named, *map(bool, (view.queues(), view.desks(), view.servicers(), screens))]  # fmt: skip


def step_page(
    asked: Asked,
    step: int,
    template: str,
    typed: Typed | None = None,
    was: MultiDict[str, str] | None = None,
    **values: Any,
) -> Response:
    """Answer with the page of a step, again with what was typed where something is wrong; `was` is what stands in its form of what there is."""
    problems = {} if typed is None else typed.problems
    with asked.reading() as view:
        done = _done(view)
    return asked.page(
        f"manager/wizard/{template}.html",
        NOT_SAVED if problems else 200,
        step=step,
        steps=names_of(asked.language),
        done=done,
        base=path_of(step),
        before=path_of(step - 1) if step > 1 else "",
        after=path_of(step + 1),
        problems=problems,
        was=typed.was if typed and typed.was else written_down(was or MultiDict()),
        **values,
    )
