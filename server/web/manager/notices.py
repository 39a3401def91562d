"""What was just done, said on the next page, with the way back where there is one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from flask import Response, request

from server.domain.phrases import filled
from server.store.session import Session
from server.usecases.changes import changes
from server.web.languages import Language
from server.web.manager.change_words import ChangeWords, Line, of
from server.web.manager.pages import Asked
from server.web.manager.typed import Typed

_DONE, _CHANGE = "done", "change"
QUERY = {_DONE: "What was just done.", _CHANGE: "Which change that was."}
"""What a page may be asked with that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """What was done, and where there is a way back, where it leads and what it is called."""

    text: str
    path: str = ""
    label: str = ""
    fields: dict[str, str] = field(default_factory=dict)
    seconds: int | None = None


def go_saying(asked: Asked, path: str, done: str) -> Response:
    """Answer that the browser goes on there, and is told what was done."""
    return asked.go(f"{path}?{urlencode({_DONE: done})}")


def saved(
    asked: Asked,
    typed: Typed,
    work: Callable[[Session], Any],
    *,
    path: str,
    done: str,
    at: Mapping[str, str] | None = None,
    instead: Mapping[str, str] | None = None,
) -> Response | None:
    """Do the work and answer that the browser goes on there, told what was done; where anything is wrong, note it and return None."""

    def numbered(session: Session) -> int | None:
        first = session.state.seq + 1
        work(session)
        return first if session.state.seq >= first else None

    change = typed.saving(lambda: asked.write(numbered), at, instead)
    if typed.problems:
        return None
    said = {_DONE: done} if change is None else {_DONE: done, _CHANGE: str(change)}
    return asked.go(f"{path}?{urlencode(said)}")


def toast(asked: Asked) -> Toast | None:
    """Return what was just done, with the way back, in the language of whoever asks; None where nothing was."""
    language = asked.language
    text = _texts(language).get(request.args.get(_DONE, ""))
    if text is None:
        return None
    number = request.args.get(_CHANGE, type=int)
    if number is None:
        return Toast(text=text)
    with asked.reading() as view:
        made = changes(view, before=number + 1, most=1)
        branch = view.branch.settings
        words = ChangeWords(language, view.every_queue(), branch)
    if not made or made[0].change != number:
        return Toast(text=text)
    change = made[0]
    lines = [line for each in change.altered for line in words.lines(each)]
    said = _in_one(lines, language) or text
    if change.why_not is not None or change.put_back_by is not None:
        return Toast(text=said)
    return Toast(
        text=said,
        path=f"/manager/changes/{number}/put-back",
        label=language.gettext("Put back"),
    )


def _in_one(lines: list[Line], language: Language) -> str:
    """Return what was altered as one sentence: the first of it, and how much more."""
    if not lines:
        return ""
    line = lines[0]
    first = line.what if line.after is None else of(line.what, line.after, language)
    if len(lines) == 1:
        return filled("{first}.", {"first": first})
    more = language.ngettext("{first}, and {n} more.", "{first}, and {n} more.", len(lines) - 1)  # fmt: skip
    return filled(more, {"first": first, "n": str(len(lines) - 1)})


def _texts(language: Language) -> dict[str, str]:
    _ = language.gettext
    return {
        "saved": _("Saved."),
        "added": _("Added."),
        "removed": _("Removed. Its history stays."),
        "moved": _("The order is changed."),
        "approved": _("It is let in, and goes on by itself."),
        "refused": _("It was refused."),
        "revoked": _("It is revoked. To be used again it has to be paired anew."),
        "beep": _("It beeps now, if it is on."),
        "test-print": _("It prints a test now, if it is on."),
        "no-printer": _("This kiosk has no printer: it shows numbers and their codes."),
        "kiosk-closed": _(
            "The kiosk gives no numbers until the day ends, or you open it."
        ),
        "kiosk-open": _("The kiosk gives numbers again."),
    }
