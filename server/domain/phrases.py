"""What the rules say, so that it can be said in other languages, too."""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"{(\w+)}(\.?)")


class Phrase(str):
    """A sentence in English that knows its pattern, and the words in its places."""

    __slots__ = ("pattern", "words")

    pattern: str
    words: Mapping[str, object]


def phrase(pattern: str, **words: object) -> Phrase:
    """Return the sentence with its `{places}` filled; words that are phrases are said in another language, too."""
    said = Phrase(filled(pattern, {name: str(word) for name, word in words.items()}))
    said.pattern, said.words = pattern, words
    return said


def filled(pattern: str, words: Mapping[str, str]) -> str:
    """Return the pattern with these words in its `{places}`, nothing where there is none; a word's own full stop ends the sentence, too."""

    def word(found: re.Match[str]) -> str:
        said, stop = words.get(found[1], ""), found[2]
        return said if said.endswith(".") else said + stop

    return _PLACE.sub(word, pattern)
