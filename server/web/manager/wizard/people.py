"""Step 4: who serves; their PINs are chosen, and shown this once."""

from flask import Response

from server.web.manager.pages import MANAGERS, Asked, Pages
from server.web.manager.people import Slip, add_somebody, check_somebody
from server.web.manager.typed import Typed
from server.web.manager.wizard.frame import path_of, step_page

_EMPTY = 4


def declare(pages: Pages) -> None:
    """Declare the fourth step."""

    @pages.get("/set-up/4", who=MANAGERS)
    def wizard_people(asked: Asked) -> Response:
        """Ask who serves."""
        return _page(asked)

    @pages.post("/set-up/4", who=MANAGERS)
    def save_wizard_people(asked: Asked) -> Response:
        """Let those serve who were named, and show their PINs; go on where nobody was."""
        typed = Typed(asked.form, asked.language)
        fields = [field for field in _fields() if typed.text(field)]
        with asked.reading() as view:
            there = view.servicers()
        if not fields and not there:
            typed.wrong(_fields()[0], typed.language.gettext("Name one person at least. Who serves?"))  # fmt: skip
        for field in fields:
            check_somebody(typed, field, there)
            there.append(typed.text(field))
        slips = _added(asked, typed, fields)
        if typed.problems:
            return _page(asked, typed, slips)
        return _page(asked, slips=slips) if slips else asked.go(path_of(5))


def _fields() -> list[str]:
    return [f"name-{number}" for number in range(_EMPTY)]


def _added(asked: Asked, typed: Typed, fields: list[str]) -> list[Slip]:
    """Return the slips of everybody who was added; all or nobody, as far as can be told before."""
    if typed.problems:
        return []
    slips = [add_somebody(asked, typed, field) for field in fields]
    return [slip for slip in slips if slip is not None]


def _page(
    asked: Asked, typed: Typed | None = None, slips: list[Slip] | None = None
) -> Response:
    with asked.reading() as view:
        names = view.servicers()
    return step_page(
        asked,
        4,
        "people",
        typed,
        names=names,
        fields=_fields(),
        form={} if typed is None else typed.form,
        slips=slips or [],
    )
