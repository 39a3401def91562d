"""Step 1: where the branch is, what it speaks, when it is open."""

from datetime import time

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
from server.web.manager.wizard.frame import path_of, step_page

_OFFICE = Hours(week=dict.fromkeys(range(5), ((time(9), time(16)),)))
_KEPT = "kept"
_HOURS = {"office": _OFFICE, "always": Hours()}


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

        typed.saving(lambda: asked.write(work))
        if typed.problems:
            return step_page(asked, 1, "branch", typed, form=typed.form)
        return asked.go(path_of(2))


def is_new(branch: BranchSettings) -> bool:
    """Return whether nobody has given the branch a name yet."""
    return branch.name == BranchSettings().name


def _form_of(branch: BranchSettings) -> MultiDict[str, str]:
    form: MultiDict[str, str] = MultiDict()
    form["name"] = "" if is_new(branch) else branch.name
    form["time_zone"] = branch.time_zone
    spoken = branch.languages
    if is_new(branch):
        spoken = (speaking.language_for(otherwise=spoken[0]).tag,)
    form.setlist("languages", as_ticked(spoken))
    form["own"] = spoken[0]
    form["hours"] = "office" if is_new(branch) else _KEPT
    return form


def _read(typed: Typed, before: tuple[str, ...]) -> SetBranch:
    name, zone = typed.text("name"), typed.text("time_zone")
    if not name:
        typed.wrong("name", typed.language.gettext("Give it a name."))
    check_zone(typed, zone)
    settings = {
        "name": name,
        "time_zone": zone,
        "languages": languages_of(typed, before),
    }
    hours = typed.text("hours")
    if hours in _HOURS:
        settings["hours"] = _HOURS[hours]  # type: ignore[assignment]  # settings are of several kinds
    return SetBranch(settings=settings)
