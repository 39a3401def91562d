"""Step 5: the screens, which find the server by themselves and wait to be let in."""

from functools import partial

from flask import Response
from werkzeug.datastructures import MultiDict

from server.store.pairings import MOST_SHOWN
from server.store.view import View
from server.usecases.setup.pairing import (
    ApprovePairing,
    RefusePairing,
    approve_pairing,
    refuse_pairing,
)
from server.web.endpoint import public_base
from server.web.manager.devices import name_for
from server.web.manager.pages import MANAGERS, Asked, Pages
from server.web.manager.typed import Typed
from server.web.manager.wizard.frame import path_of, step_page
from shared.wire.messages import Role

_SCREENS = (Role.KIOSK, Role.DISPLAY, Role.CONSOLE)


def declare(pages: Pages) -> None:
    """Declare the fifth step."""

    @pages.get("/set-up/5", who=MANAGERS)
    def wizard_devices(asked: Asked) -> Response:
        """Show which screens are there, and which wait to be let in."""
        with asked.reading() as view:
            return _page(asked, view)

    @pages.post("/set-up/5", who=MANAGERS, form={"code": {"type": "string"}, "refuse": {"type": "string"}})  # fmt: skip
    def save_wizard_devices(asked: Asked) -> Response:
        """Let a screen in, or do not."""
        typed, code = Typed(MultiDict(), asked.language), asked.form.get("code", "")
        asking = asked.store.pairings
        work = (
            partial(refuse_pairing, command=RefusePairing(code=code), asking=asking)
            if "refuse" in asked.form
            else partial(approve_pairing, command=ApprovePairing(code=code, name=name_for(asked, code)), asking=asking)
        )  # fmt: skip
        typed.saving(lambda: asked.write(work), at={"name": "", "code": ""})
        if typed.problems:
            with asked.reading() as view:
                return _page(asked, view, typed)
        return asked.go(path_of(5))


def _page(asked: Asked, view: View, typed: Typed | None = None) -> Response:
    devices = [device for device in view.devices() if device.role in _SCREENS]
    there = {device.role for device in devices}
    waiting = asked.store.pairings.waiting(view.branch.id)
    return step_page(
        asked,
        5,
        "devices",
        typed,
        devices=devices,
        waiting=waiting[:MOST_SHOWN],
        more=max(0, len(waiting) - MOST_SHOWN),
        missing=[role.value for role in _SCREENS if role not in there],
        address=public_base(),
    )
