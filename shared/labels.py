"""What somebody types who means a ticket."""

import re
import unicodedata

_LABEL = re.compile(r"(?P<letters>[^\W\d_]+)0*(?P<number>\d{1,6})")
_MOST_DIGITS = 7


def labels_meant(typed: str) -> list[str]:
    """Return the labels that somebody may mean: `a 7` may be A7, A07, A007 …; none where it is no label."""
    # “²” and “½” are no digits of a number, though they could be made into some.
    if any(unicodedata.category(sign) == "No" for sign in typed):
        return []
    plain = unicodedata.normalize("NFKC", typed).upper()
    found = _LABEL.fullmatch("".join(filter(str.isalnum, plain)))
    if found is None:
        return []
    number = int(found["number"])
    return [
        f"{found['letters']}{number:0{digits}}" for digits in range(1, _MOST_DIGITS)
    ]
