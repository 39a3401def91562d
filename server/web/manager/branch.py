"""The branch itself: everything that may be set for it, the rarely changed at the end."""

from collections.abc import Mapping
from typing import Any
from zoneinfo import available_timezones

from flask import Response, request
from werkzeug.datastructures import MultiDict

from server.domain.branch import BranchSettings
from server.domain.settings import settings_of
from server.store.session import Session
from server.usecases.setup.branch import (
    GIVES_PRIORITY,
    MOST_LOGO_BYTES,
    SetBranch,
    set_branch,
    zones_of,
)
from server.web.manager import headings, notices
from server.web.manager.meanwhile import (
    check_unchanged,
    typed_meanwhile,
    written_down,
)
from server.web.manager.moments import called
from server.web.manager.pages import MANAGERS, READERS, Asked, Pages
from server.web.manager.typed import NOT_SAVED, Typed, shown
from shared.translations import LANGUAGES

_PAGE = "/manager/branch"
_WORDS = ("names", "footer")
_APART = (*_WORDS, "languages", "hours", "priorities", "priority_roles", "priority_names", "logo")  # fmt: skip
"""Settings that are no single field; the hours have a page of their own."""

_NEW_CLASSES = 1


def declare(pages: Pages) -> None:
    """Declare the page of the branch."""

    @pages.get("/branch", who=READERS, query=notices.QUERY)
    def branch_page(asked: Asked) -> Response:
        """Show what is set for the branch."""
        with asked.reading() as view:
            branch = view.branch.settings
        form = form_of(branch)
        return _page(asked, branch, form, was=written_down(form))

    @pages.post("/branch", who=MANAGERS)
    def change_branch(asked: Asked) -> Response:
        """Change what is set for the branch."""
        with asked.reading() as view:
            branch = view.branch.settings
        typed = typed_meanwhile(asked.form, form_of(branch), asked.language)
        command = _read(typed, branch)

        def work(session: Session) -> None:
            check_unchanged(branch, session.state.settings, typed.language)
            set_branch(session, command)

        gone = notices.saved(asked, typed, work, path=_PAGE, done="saved", at=_at(branch), instead=_instead(typed))  # fmt: skip
        return gone or _page(asked, branch, typed.form, typed.problems, typed.was)


def _page(
    asked: Asked,
    branch: BranchSettings,
    form: MultiDict[str, str],
    problems: dict[str, str] | None = None,
    was: str = "",
) -> Response:
    language = asked.language
    return asked.page(
        "manager/branch.html",
        NOT_SAVED if problems else 200,
        branch=branch,
        heading=headings.of_branch(
            language,
            name=called(branch, language),
            languages=len(branch.languages),
        ),
        form=form,
        was=was,
        classes=classes_in(form),
        roles=GIVES_PRIORITY,
        spoken=form.getlist("languages"),
        problems=problems or {},
        toast=notices.toast(asked),
    )


def form_of(branch: BranchSettings) -> MultiDict[str, str]:
    """Return the form as the branch's settings fill it in."""
    form: MultiDict[str, str] = MultiDict()
    for setting in settings_of(BranchSettings).values():
        words = shown(setting, getattr(branch, setting.name)) if setting.name not in _APART else None  # fmt: skip
        if words is not None:
            form[setting.name] = words
    for name in _WORDS:
        said: Mapping[str, str] = getattr(branch, name)
        for tag, text in said.items():
            form[f"{name}-{tag}"] = text
    form["own"] = branch.languages[0]
    form.setlist("languages", as_ticked(branch.languages))
    form.setlist("priority_roles", [r for r in GIVES_PRIORITY if r in branch.priority_roles])  # fmt: skip
    _fill_in_priorities(form, branch)
    return form


def _at(branch: BranchSettings) -> dict[str, str]:
    """Return at which field is said what the rules refuse of a setting that has several."""
    own = branch.languages[0]
    return {
        "names": f"names-{branch.languages[-1]}",
        "footer": f"footer-{own}",
        "priorities": "class-1",
        "priority_names": f"class-1-{own}",
    }


def _instead(typed: Typed) -> dict[str, str]:
    """Return what is said of settings that only the rules know to be wrong."""
    _ = typed.language.gettext
    letters = _("Take letters that every screen can show.")
    return {
        "name": letters,
        "names": letters,
        "footer": letters,
        "priorities": letters,
        "priority_names": letters,
        "priority_ratio": _("Give two numbers such as 2:1, or leave it empty."),
        "accent": _("Give a colour such as #0a55a3, dark enough for white letters to be read on it."),
        "logo": _("A logo is a PNG file of 60 KB and 1,024 pixels each way at most."),
    }  # fmt: skip


def _read(typed: Typed, branch: BranchSettings) -> SetBranch:
    settings: dict[str, Any] = {
        setting.name: typed.value(setting)
        for setting in settings_of(BranchSettings).values()
        if setting.name not in _APART
    }
    if not settings["name"]:
        typed.wrong("name", typed.language.gettext("Give it a name."))
    check_zone(typed, settings["time_zone"])
    settings["languages"] = languages_of(typed, branch.languages)
    settings["priority_roles"] = _in_order(
        typed.form.getlist("priority_roles"), branch.priority_roles
    )
    priorities, priority_words = _priorities(typed, branch)
    settings["priorities"] = priorities
    return SetBranch(
        settings=settings,
        words={name: typed.by_language(name, branch.languages) for name in _WORDS},
        priority_words=priority_words,
        logo=_logo(typed),
    )


def check_zone(typed: Typed, zone: str) -> None:
    """Note that there is no such time zone, and which may be meant."""
    _ = typed.language.gettext
    if zone in available_timezones():
        return
    meant = zones_of(zone)
    if meant:
        typed.wrong("time_zone", _("There is no time zone “{typed}”. Is it {meant}?"), typed=zone, meant=typed.language.listed(meant))  # fmt: skip
    else:
        typed.wrong("time_zone", _("There is no time zone “{typed}”. Give one such as Europe/Lisbon."), typed=zone)  # fmt: skip


def as_ticked(languages: tuple[str, ...]) -> list[str]:
    """Return the languages in the order in which a page sends those that are ticked."""
    return [tag for tag in LANGUAGES if tag in languages]


def languages_of(typed: Typed, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages that are ticked, the branch's own first, the others in the order that they had before and new ones last."""
    ticked, own = typed.form.getlist("languages"), typed.text("own")
    if own and own not in ticked:
        ticked.append(own)
    if not ticked:
        typed.wrong("languages", typed.language.gettext("Tick one language at least."))
    return tuple(sorted(_in_order(ticked, before), key=lambda tag: tag != own))


def _in_order(ticked: list[str], before: tuple[str, ...]) -> tuple[str, ...]:
    """Return what is ticked in the order that it had, what is new last."""
    kept = [each for each in before if each in ticked]
    return tuple(dict.fromkeys([*kept, *ticked]))


def _logo(typed: Typed) -> bytes | None:
    """Return the picture that was sent, nothing of it where there is to be none; None leaves it as it is."""
    file = request.files.get("logo")
    if file is not None and file.filename:
        return file.stream.read(MOST_LOGO_BYTES + 1)
    return b"" if typed.is_ticked("no_logo") else None


# --- priority classes -----------------------------------------------------------------------------
#
# A row each: `class-1` its name, `class-1-minutes`, and `class-1-en` what customers read of it. An empty name takes it away.


def classes_in(form: Mapping[str, str]) -> list[str]:
    """Return the rows of priority classes that the form has: `class-1`, `class-2` …, with room for one more."""
    rows = ["class-1"]
    while form.get(rows[-1]):
        rows.append(f"class-{len(rows) + 1}")
    return rows


def _fill_in_priorities(form: MultiDict[str, str], branch: BranchSettings) -> None:
    for number, (name, minutes) in enumerate(branch.priorities.items(), start=1):
        row = f"class-{number}"
        form[row], form[f"{row}-minutes"] = name, str(minutes)
        for tag, words in branch.priority_names.get(name, {}).items():
            form[f"{row}-{tag}"] = words


def _priorities(
    typed: Typed, branch: BranchSettings
) -> tuple[dict[str, int], dict[str, dict[str, str]]]:
    """Return the head start of each class, and what customers read of it."""
    most = int(settings_of(BranchSettings)["priorities"].most or 0)
    starts: dict[str, int] = {}
    words: dict[str, dict[str, str]] = {}
    number = 1
    while f"class-{number}" in typed.form:
        row = f"class-{number}"
        name = typed.text(row)
        if name in starts:
            typed.wrong(row, typed.language.gettext("Two classes have this name."))
        if name:
            starts[name] = typed.whole(f"{row}-minutes", 0, most) or 0
            said = typed.by_language(row, branch.languages)
            if any(said.values()) or name in branch.priority_names:
                words[name] = said
        number += 1
    return starts, words
