"""What people write to be read on screens: one line each, in languages that the programs speak."""

import unicodedata
from collections.abc import Mapping
from itertools import groupby

from server.domain.phrases import phrase
from server.domain.refusals import NotValid
from shared.translations import LANGUAGES

MOST_OF_NAME = 80

_TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
"""The directions of letters that turn whole lines."""

_UNSEEN_AT_ENDS = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""What comes along unseen where a word is copied; within one it may say where a line may break, or join letters."""

_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters, by what Unicode calls them, in which nothing is to be seen."""

_MOST_MARKS = 6
"""So many accents stand on one letter at most: a heap of them would cover the lines around it."""

_MARKS = ("Mn", "Me")


def one_line(field: str, what: str, text: str, most: int = MOST_OF_NAME) -> str:
    """Return the text with single blanks; raise `NotValid` for none, too much, or what no screen can show."""
    line = " ".join(text.split()).strip(_UNSEEN_AT_ENDS + " ")
    cannot_be = any(
        unicodedata.category(each) in ("Cc", "Cs", "Co", "Cn")
        # They would turn round what stands beside the text.
        or unicodedata.bidirectional(each) in _TURNING
        for each in line
    )
    is_unseen = bool(line) and not any(_is_seen(each) for each in line)
    if cannot_be or is_unseen or _marks_in_a_row(line) > _MOST_MARKS:
        raise NotValid(
            field, phrase("{what} has letters only that a screen can show.", what=what)
        )
    if not 1 <= len(line) <= most:
        raise NotValid(
            field, phrase("{what} has 1 to {most} characters.", what=what, most=most)
        )
    return line


def _is_seen(letter: str) -> bool:
    kind = unicodedata.category(letter)
    return kind[0] in "LNPS" and letter not in _BLANK_LETTERS


def _marks_in_a_row(line: str) -> int:
    kinds = groupby(line, key=lambda each: unicodedata.category(each) in _MARKS)
    return max((len(list(those)) for are_marks, those in kinds if are_marks), default=0)


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
