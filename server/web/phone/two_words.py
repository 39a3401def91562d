"""The two words by which a customer finds their ticket again: drawn from its address, so that nothing is stored.

There are 128 words, so 16,256 pairs of two different ones. Five wrong tries an hour at one ticket, and twenty from one address, are looked at:
whoever tries at one particular ticket for eight hours finds it with a chance of one in 400, and needs 3,300 hours on
average; one address hits upon some ticket once in 800 hours.
"""

import re
import unicodedata
from collections import defaultdict
from functools import cache
from pathlib import Path

from server.store.tokens import TicketTokens

TRIES_AT_TICKET = 5
TRIES_FROM_ADDRESS = 20
"""Wrong tries within an hour."""

_FILE = Path(__file__).with_suffix(".txt")
_BYTES_EACH = 4
_NO_LETTERS = re.compile(r"[\W\d_]+")
_ARTICLE = "ال"
_AS_TYPED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "œ": "oe"})
_ALIKE = str.maketrans({"ة": "ه", "ى": "ي", "œ": "oe", "ـ": None})


def words_of(tokens: TicketTokens, token: str, language: str) -> str:
    """Return the ticket's two words in this language; in English where they are in no such language."""
    names = _names().get(language) or _names()["en"]
    return " ".join(names[each] for each in _pair(tokens, token))


def are_words_of(tokens: TicketTokens, token: str, typed: str) -> bool:
    """Return whether somebody typed the ticket's two words: in any language, and not too exactly."""
    words = list(filter(None, _NO_LETTERS.split(unicodedata.normalize("NFC", typed))))
    pair = _pair(tokens, token)
    return len(words) == len(pair) and all(
        each in _meant(word) for each, word in zip(pair, words, strict=True)
    )


def _pair(tokens: TicketTokens, token: str) -> tuple[int, int]:
    drawn = tokens.fingerprint(b"two words", token.encode())
    first, second = drawn[:_BYTES_EACH], drawn[_BYTES_EACH : 2 * _BYTES_EACH]
    many = len(_names()["en"])
    one = int.from_bytes(first) % many
    further = 1 + int.from_bytes(second) % (many - 1)
    return one, (one + further) % many


@cache
def _names() -> dict[str, list[str]]:
    """Return the words by language, each at its place."""
    first, *rows = _FILE.read_text(encoding="utf-8").splitlines()
    columns = zip(*(row.split("|") for row in rows), strict=True)
    return {
        tag: list(column) for tag, column in zip(first.split("|"), columns, strict=True)
    }


@cache
def _places() -> dict[str, set[int]]:
    """Return the places of each word as people type it."""
    places: defaultdict[str, set[int]] = defaultdict(set)
    for names in _names().values():
        for place, name in enumerate(names):
            places[_plain(name)].add(place)
            places[_plain(name.lower().translate(_AS_TYPED))].add(place)
    return dict(places)


def _meant(word: str) -> set[int]:
    plain = _plain(word)
    return _places().get(plain) or _places().get(plain.removeprefix(_ARTICLE), set())


def _plain(word: str) -> str:
    """Return the word without capitals, accents and the letters that are written one for another."""
    letters = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(each for each in letters if not unicodedata.combining(each))
    return bare.translate(_ALIKE)
