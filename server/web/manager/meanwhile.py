"""Forms that two managers have open at once: what one of them did not touch stays as the other has left it.

A form carries what it was filled in with. What differs from that was typed; all else is as it is by the time it is sent.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode

from werkzeug.datastructures import MultiDict

from server.domain.refusals import NotValid
from server.web.languages import Language
from server.web.manager.typed import Typed

WAS = "was"
_NOT_FILLED_IN = (WAS, "csrf")


def written_down(form: MultiDict[str, str]) -> str:
    """Return the form as a hidden field of it keeps it."""
    return urlencode(list(form.items(multi=True)))


def was_filled_in(posted: MultiDict[str, str]) -> MultiDict[str, str]:
    """Return what a form says that it was filled in with."""
    return MultiDict(parse_qsl(posted.get(WAS, ""), keep_blank_values=True))


def typed_meanwhile(
    posted: MultiDict[str, str], present: MultiDict[str, str], language: Language
) -> Typed:
    """Return what was typed, into a form that would be filled in as `present` by now.

    What both have changed, to different values, is noted as wrong, and whoever sends the form again then has it their way.
    """
    form = posted.copy()
    typed = Typed(form, language)
    typed.was = written_down(present)
    if WAS not in posted:
        return typed
    was = was_filled_in(posted)
    for name in dict.fromkeys([*present, *was]):
        then, now, here = (_values(each, name) for each in (was, present, posted))
        if now in (then, here) or name in _NOT_FILLED_IN:
            continue
        if here == then:
            form.setlist(name, present.getlist(name))
            if not now:
                del form[name]
        else:
            typed.wrong(name, _by_somebody_else(language))
    return typed


def typed_as_shown(
    posted: MultiDict[str, str], present: MultiDict[str, str], language: Language
) -> Typed:
    """Return what was typed into a form whose fields are one thing; where that is another one by now, it is noted as wrong as a whole."""
    typed = Typed(posted, language)
    typed.was = written_down(present)
    if posted.get(WAS, typed.was) != typed.was:
        typed.wrong("", _by_somebody_else(language))
    return typed


def check_unchanged(known: Any, present: Any, language: Language) -> None:
    """Raise `NotValid` for the whole form where somebody else has saved the same just now."""
    if known != present:
        raise NotValid("", _by_somebody_else(language))


def _by_somebody_else(language: Language) -> str:
    return language.gettext(
        "Somebody else has changed this meanwhile. Save again to keep what stands here, or open the page anew to see theirs."
    )


def _values(form: MultiDict[str, str], name: str) -> list[str]:
    """Return what is filled in there, however blanks and ends of lines came back, and whatever order boxes stand in."""
    values = (" ".join(each.split()) for each in form.getlist(name))
    return sorted(each for each in values if each)
