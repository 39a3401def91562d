"""Coming to who asks for help, and calling everybody at the desks to come."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from flask import Response
from werkzeug.datastructures import MultiDict

from server.domain.refusals import NoHelpCall
from server.store.session import Session
from server.usecases.call_staff import CallStaff, call_staff, end_staff_call
from server.usecases.desk_help import come_to_desk, end_desk_help
from server.usecases.kiosk_help import come_to_help, end_help
from server.web.manager.pages import HOME, MANAGERS, Asked, Pages
from server.web.manager.typed import NOT_SAVED, Typed

_REASON = {"reason": {"type": "string", "maxLength": 200}}


def declare(pages: Pages) -> None:
    """Declare what the buttons do, and the page from which everybody is called."""
    _declare_coming(pages)

    @pages.get("/help", who=MANAGERS)
    def help_page(asked: Asked) -> Response:
        """Ask why everybody is to come."""
        return _page(asked, Typed(MultiDict(), asked.language))

    @pages.post("/help", who=MANAGERS, form=_REASON)
    def call_everybody(asked: Asked) -> Response:
        """Call everybody at the desks to come and help."""
        typed = Typed(asked.form, asked.language)
        command = CallStaff(reason=typed.text("reason")[:200])
        typed.saving(
            lambda: asked.write(lambda session: call_staff(session, command)),
            instead={
                "reason": asked.language.gettext(
                    "Take letters that every screen can show."
                )
            },
        )
        return _page(asked, typed) if typed.problems else asked.go(HOME)

    @pages.post("/help/enough", who=MANAGERS)
    def enough_came(asked: Asked) -> Response:
        """Say that enough have come."""
        return _do(asked, end_staff_call)


def _declare_coming(pages: Pages) -> None:
    @pages.post("/help/desks/<int:desk>", who=MANAGERS)
    def come_to_a_desk(asked: Asked, desk: int) -> Response:
        """Say that one is coming to the desk."""
        return _do(asked, lambda session: come_to_desk(session, desk))

    @pages.post("/help/desks/<int:desk>/done", who=MANAGERS)
    def desk_was_helped(asked: Asked, desk: int) -> Response:
        """Say that the desk was helped."""
        return _do(asked, lambda session: end_desk_help(session, desk))

    @pages.post("/help/kiosks/<int:device>", who=MANAGERS)
    def come_to_a_kiosk(asked: Asked, device: int) -> Response:
        """Say that one is coming to the kiosk."""
        return _do(asked, lambda session: come_to_help(session, device))

    @pages.post("/help/kiosks/<int:device>/done", who=MANAGERS)
    def kiosk_was_helped(asked: Asked, device: int) -> Response:
        """Say that who asked at the kiosk was helped."""
        return _do(asked, lambda session: end_help(session, device))


def _page(asked: Asked, typed: Typed) -> Response:
    return asked.page(
        "manager/help.html",
        NOT_SAVED if typed.problems else 200,
        form=typed.form,
        problems=typed.problems,
    )


def _do(asked: Asked, act: Callable[[Session], Any]) -> Response:
    # Where somebody else was quicker, the page shows it.
    with suppress(NoHelpCall):
        asked.write(act)
    return asked.go(HOME)
