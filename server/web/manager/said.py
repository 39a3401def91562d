"""What the rules say to managers, in the language of whoever reads it."""

from server.domain.refusals import Refusal
from server.web.languages import Language


def problems_of(error: Refusal, language: Language) -> dict[str, str]:
    """Return what is wrong by the field that it is wrong with, "" for all of the form."""
    return {getattr(error, "field", None) or "": language.told(error.said)}
