"""The branch's own words, in the language of the room: its name, message and footer, and what its desks are called; pure."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from shared.wire.messages import Branch, Notice

TURN = timedelta(seconds=10)
"""How long what everybody is told stands in one language, where it was written in several."""


def branch_name(branch: Branch, language: str) -> str:
    """Return what the branch is called."""
    return branch.names.get(language) or branch.name


def told_in(texts: Mapping[str, str], language: str) -> str:
    """Return the text in a language, else in its first, else nothing."""
    return texts.get(language) or next(iter(texts.values()), "")


def told_in_turn(texts: Mapping[str, str], language: str, age: timedelta) -> str:
    """Return the text in the language whose turn it is, first this one, when it has stood so long."""
    own = [language] if language in texts else []
    others = [each for each in texts if each != language]
    languages = own + others
    return texts[languages[age // TURN % len(languages)]] if languages else ""


def notice_at(branch: Branch, now: datetime) -> Notice | None:
    """Return what everybody who waits is told at this moment."""
    notice = branch.message
    over = notice is None or (notice.until is not None and now >= notice.until)
    return None if over else notice


def desk_name(branch: Branch, desk: int, language: str) -> str:
    """Return what else a desk is called, “Laboratory”; nothing where it has no name."""
    found = next((each for each in branch.desks if each.number == desk), None)
    return "" if found is None else told_in(found.names, language)
