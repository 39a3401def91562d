"""What people write to be read on screens: one line each, in languages that the programs speak."""

import unicodedata
from collections.abc import Mapping

from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from shared.translations import LANGUAGES

MOST_OF_NAME = 80

_TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
"""The directions of letters that turn whole lines."""


def one_line(field: str, what: str, text: str, most: int = MOST_OF_NAME) -> str:
    """Return the text with single blanks; raise `NotValid` for none, too much, or what no screen can show."""
    line = " ".join(text.split())
    if any(
        unicodedata.category(each) in ("Cc", "Cs", "Co", "Cn")
        # They would turn round what stands beside the text.
        or unicodedata.bidirectional(each) in _TURNING
        for each in line
    ):
        raise NotValid(
            field, phrase("{what} has letters only that a screen can show.", what=what)
        )
    if not 1 <= len(line) <= most:
        raise NotValid(
            field, phrase("{what} has 1 to {most} characters.", what=what, most=most)
        )
    return line


def by_language(
    field: str,
    what: str,
    present: Mapping[str, str],
    given: Mapping[str, str],
    most: int = MOST_OF_NAME,
) -> dict[str, str]:
    """Return the words with those given added; empty ones take a language's words away; raise `NotValid`."""
    words = dict(present)
    for language, text in given.items():
        check_language(field, language)
        if text.strip():
            words[language] = one_line(field, what, text, most)
        else:
            words.pop(language, None)
    return {language: words[language] for language in LANGUAGES if language in words}


def check_language(field: str, language: str) -> None:
    """Raise `NotValid` unless the programs speak the language."""
    if language not in LANGUAGES:
        spoken = ", ".join(LANGUAGES)
        raise NotValid(
            field,
            phrase(
                "There is no language “{language}”. There are: {spoken}.",
                language=language,
                spoken=spoken,
            ),
        )
