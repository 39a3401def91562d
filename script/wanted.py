"""Which of many states are wanted: those that are named, or like what is named."""

from collections.abc import Sequence
from fnmatch import fnmatchcase


def is_wanted(name: str, patterns: Sequence[str]) -> bool:
    """Return whether a state is one of these (`sign-in*`: all that begin so); all are where none is named."""
    return not patterns or any(fnmatchcase(name, each) for each in patterns)
