"""Who serves: their names, and PINs that are chosen for them and shown once."""

import secrets
from dataclasses import dataclass
from datetime import datetime

from flask import Response
from werkzeug.datastructures import MultiDict

from server.domain.branch import Desk
from server.domain.phrases import filled
from server.store.view import View
from server.usecases.setup.people import (
    MOST_OF_NAME,
    AddServicer,
    RemoveServicer,
    SetServicer,
    add_servicer,
    pin_hashed,
    remove_servicer,
    set_servicer,
)
from server.usecases.try_pin import locked_until
from server.web.manager import headings, notices
from server.web.manager.pages import MANAGERS, READERS, Asked, Pages
from server.web.manager.typed import NOT_SAVED, Typed, written

_LIST = "/manager/people"
RECOMMENDED_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A PIN that is shown this once, for whoever it was chosen for."""

    name: str
    pin: str

    @property
    def grouped(self) -> str:
        """The PIN as it is read best: three digits at a time."""
        return " ".join(self.pin[at : at + 3] for at in range(0, len(self.pin), 3))


def declare(pages: Pages) -> None:
    """Declare the pages of people."""

    @pages.get("/people", who=READERS, query=notices.QUERY)
    def people_page(asked: Asked) -> Response:
        """Show who serves."""
        return _list(asked)

    @pages.get("/people/add", who=MANAGERS)
    def add_person_page(asked: Asked) -> Response:
        """Show the form for somebody else."""
        return _form_page(asked)

    @pages.post("/people/add", who=MANAGERS)
    def add_person(asked: Asked) -> Response:
        """Let somebody serve, and show their PIN this once."""
        typed = Typed(asked.form, asked.language)
        slip = add_somebody(asked, typed, "name")
        if slip is None:
            return _form_page(asked, typed)
        return _slips_page(asked, [slip])

    @pages.post("/people/pin", who=MANAGERS, form={"name": {"type": "string"}})
    def new_pin(asked: Asked) -> Response:
        """Give somebody another PIN, and show it this once."""
        with asked.reading() as view:
            slip = Slip(name=asked.form.get("name", ""), pin=new_digits(view.branch.settings.pin_digits))  # fmt: skip
        command = SetServicer(name=slip.name, pin=slip.pin)
        typed = Typed(MultiDict(), asked.language)

        def save() -> None:
            hashed = asked.store.wait(pin_hashed(asked.store, command))
            asked.write(lambda session: set_servicer(session, command, hashed))

        typed.saving(save)
        if typed.problems:
            return _list(asked, typed.problems)
        return _slips_page(asked, [slip])

    @pages.post("/people/remove", who=MANAGERS, form={"name": {"type": "string"}})
    def remove_person(asked: Asked) -> Response:
        """Let somebody serve no longer."""
        typed = Typed(MultiDict(), asked.language)
        command = RemoveServicer(name=asked.form.get("name", ""))
        gone = notices.saved(asked, typed, lambda session: remove_servicer(session, command), path=_LIST, done="removed", at={"name": ""}, instead={"name": filled(typed.language.gettext("{name} is signed in, and signs out at the console first."), {"name": command.name})})  # fmt: skip
        return gone or _list(asked, typed.problems)


def new_digits(least: int) -> str:
    """Return a PIN that nobody guesses first: not all alike, nor in a row."""
    length = max(least, RECOMMENDED_DIGITS)
    while True:
        pin = "".join(secrets.choice("0123456789") for _ in range(length))
        if len(set(pin)) > 2 and pin not in "01234567890123456789 98765432109876543210":
            return pin


def check_somebody(typed: Typed, field: str, there: list[str]) -> None:
    """Note what is wrong with the name in this field, beside those of who is there already."""
    _ = typed.language.gettext
    name = typed.text(field)
    if not name:
        typed.wrong(field, _("Give a name."))
    elif name in there:
        typed.wrong(field, _("There is somebody called {name} already. Add a letter of the family name, or another first name."), name=name)  # fmt: skip
    elif len(name) > MOST_OF_NAME:
        typed.wrong(field, _("A name has {n} letters at most."), n=written(MOST_OF_NAME, typed.language))  # fmt: skip


def add_somebody(asked: Asked, typed: Typed, field: str) -> Slip | None:
    """Return the slip of somebody who may serve from now on, by the name in this field; where that is refused, note it and return None."""
    name = typed.text(field)
    with asked.reading() as view:
        pin = new_digits(view.branch.settings.pin_digits)
        check_somebody(typed, field, view.servicers())
    command = AddServicer(name=name, pin=pin)

    def save() -> Slip:
        hashed = asked.store.wait(pin_hashed(asked.store, command))
        asked.write(lambda session: add_servicer(session, command, hashed))
        return Slip(name=name, pin=pin)

    letters = typed.language.gettext("Take letters that every screen can show.")
    return typed.saving(save, at={"name": field}, instead={"name": letters})


def _list(asked: Asked, problems: dict[str, str] | None = None) -> Response:
    with asked.reading() as view:
        branch, names = view.branch.settings, view.servicers()
        at: dict[str | None, Desk] = {desk.servicer: desk for desk in view.desks()}
        locks = _locks(view, asked.now)
    language = asked.language
    return asked.page(
        "manager/people.html",
        NOT_SAVED if problems else 200,
        branch=branch,
        rows=[(name, at.get(name), locks.get(name)) for name in names],
        now=asked.now,
        heading=headings.of_people(
            language, people=len(names), at_desks=sum(name in at for name in names)
        ),
        problems=problems or {},
        toast=notices.toast(asked),
    )


def _locks(view: View, now: datetime) -> dict[str, tuple[str, datetime]]:
    """Return who tried wrong PINs at a console that is locked by that, with its name and until when."""
    found: dict[str, tuple[str, datetime]] = {}
    for device in view.devices():
        tries = view.pin_tries(device.id)
        until = locked_until(tries, now)
        if until is not None:
            found |= {each.servicer: (device.name, until) for each in tries}
    return found


def _form_page(asked: Asked, typed: Typed | None = None) -> Response:
    return asked.page(
        "manager/person.html",
        200 if typed is None else NOT_SAVED,
        form={} if typed is None else typed.form,
        problems={} if typed is None else typed.problems,
    )


def _slips_page(asked: Asked, slips: list[Slip]) -> Response:
    return asked.page("manager/slips.html", slips=slips)
