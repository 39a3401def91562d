"""What the rules say to managers, in the language of whoever reads it."""

from collections.abc import Callable

from server.domain.refusals import NotValid, Refusal
from server.web.languages import Language


def problems_of(error: Refusal, language: Language) -> dict[str, str]:
    """Return what is wrong by the field that it is wrong with, "" for all of the form."""
    return {getattr(error, "field", None) or "": language.told(error.said)}


def problems_in(language: Language, *checks: Callable[[], object]) -> dict[str, str]:
    """Return all that these checks find wrong, by its field; of one field what is found first."""
    found: dict[str, str] = {}
    for check in checks:
        try:
            check()
        except NotValid as error:
            found = problems_of(error, language) | found
    return found
