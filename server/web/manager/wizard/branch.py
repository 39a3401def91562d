"""Step 1: where the branch is, what it speaks, when it is open."""

from datetime import time
from typing import Any

from flask import Response
from werkzeug.datastructures import MultiDict

from server.domain.branch import BranchSettings, Hours
from server.store.session import Session
from server.usecases.setup.branch import SetBranch, set_branch
from server.web import pages as speaking
from server.web.manager.branch import as_ticked, check_zone, languages_of
from server.web.manager.meanwhile import check_unchanged, typed_meanwhile
from server.web.manager.pages import MANAGERS, Asked, Pages
from server.web.manager.typed import Typed
from server.web.manager.week import fields_of, fill_in, read_day
from server.web.manager.wizard.frame import path_of, step_page

_KEPT, _OFFICE, _ALWAYS = "kept", "office", "always"
_WORKING_DAYS = range(5)
_USUAL = (time(9), time(16))


def declare(pages: Pages) -> None:
    """Declare the first step."""

    @pages.get("/set-up/1", who=MANAGERS)
    def wizard_branch(asked: Asked) -> Response:
        """Ask where the branch is."""
        with asked.reading() as view:
            branch = view.branch.settings
        form = _form_of(branch)
        return step_page(asked, 1, "branch", was=form, form=form, branch=branch)

    @pages.post("/set-up/1", who=MANAGERS)
    def save_wizard_branch(asked: Asked) -> Response:
        """Save where the branch is."""
        with asked.reading() as view:
            branch = view.branch.settings
        typed = typed_meanwhile(asked.form, _form_of(branch), asked.language)
        command = _read(typed, branch.languages)

        def work(session: Session) -> None:
            check_unchanged(branch, session.state.settings, typed.language)
            set_branch(session, command)

        typed.saving(lambda: asked.write(work), at={"hours": f"{_OFFICE}-from1"})
        if typed.problems:
            return step_page(asked, 1, "branch", typed, form=typed.form)
        return asked.go(path_of(2))


def _form_of(branch: BranchSettings) -> MultiDict[str, str]:
    form: MultiDict[str, str] = MultiDict()
    form["name"] = branch.name if branch.is_named else ""
    form["time_zone"] = branch.time_zone
    spoken = branch.languages
    if not branch.is_named:
        spoken = (speaking.language_for(otherwise=spoken[0]).tag,)
    form.setlist("languages", as_ticked(spoken))
    form["own"] = spoken[0]
    form["hours"] = _KEPT if branch.is_named else _OFFICE
    fill_in(form, _OFFICE, (_USUAL,))
    return form


def _read(typed: Typed, before: tuple[str, ...]) -> SetBranch:
    name, zone = typed.text("name"), typed.text("time_zone")
    if not name:
        typed.wrong("name", typed.language.gettext("Give it a name."))
    check_zone(typed, zone)
    settings: dict[str, Any] = {
        "name": name,
        "time_zone": zone,
        "languages": languages_of(typed, before),
    }
    hours = typed.text("hours")
    if hours == _OFFICE:
        settings["hours"] = _office_hours(typed)
    elif hours == _ALWAYS:
        settings["hours"] = Hours()
    return SetBranch(settings=settings)


def _office_hours(typed: Typed) -> Hours:
    """Return the hours that were typed for the working days; note what is wrong."""
    _ = typed.language.gettext
    days, fields = _("Monday to Friday"), fields_of(typed.form, _OFFICE)
    spans = read_day(typed, _OFFICE, days)
    if not any(map(typed.text, fields)):
        typed.wrong(fields[0], _("{day}: give both times, from and until."), day=days)
    return Hours(week=dict.fromkeys(_WORKING_DAYS, spans))
