"""What use cases say to managers, in the language of whoever reads it; what has no words there stands as it was said."""

from server.web.languages import Language


def in_words(error: Exception, language: Language) -> str:
    """Return the refusal's sentence in this language."""
    return language.gettext(str(error))


def problems_of(error: Exception, language: Language) -> dict[str, str]:
    """Return what is wrong by the field that it is wrong with, "" for all of the form."""
    return {getattr(error, "field", None) or "": in_words(error, language)}


def _(text: str) -> str:
    return text


TAKEN = _("There is an account of this name already.")

SENTENCES = (
    _(
        "A user name has 1 to 40 small letters (a to z), digits, dots, dashes or underscores, and begins with a letter or digit."
    ),
    _(
        "A password has at least 12 characters. Three or four words that do not belong together are good and easy to keep."
    ),
    _("A password has at most 200 characters."),
    _("This password is among those that are guessed first."),
    _("A name has 1 to 60 characters."),
    _("A name has letters only that a screen can show."),
    _("This is the last manager. Make somebody else a manager first."),
)
