"""What was just done, said on the next page."""

from dataclasses import dataclass, field
from urllib.parse import urlencode

from flask import Response, request

from server.web.languages import Language
from server.web.manager.pages import Asked

_DONE = "done"


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


def toast(language: Language) -> Toast | None:
    """Return what was just done, in this language; None where nothing was."""
    _ = language.gettext
    texts = {
        "saved": _("Saved."),
        "added": _("Added."),
        "removed": _("Removed. Its history stays."),
        "moved": _("The order is changed."),
        "approved": _("It is let in, and goes on by itself."),
        "refused": _("It was refused."),
        "revoked": _("It is revoked. To be used again it has to be paired anew."),
        "beep": _("It beeps now, if it is on."),
        "test-print": _("It prints a test now, if it is on."),
        "kiosk-closed": _(
            "The kiosk gives no numbers until the day ends, or you open it."
        ),
        "kiosk-open": _("The kiosk gives numbers again."),
    }
    text = texts.get(request.args.get(_DONE, ""))
    return None if text is None else Toast(text=text)
