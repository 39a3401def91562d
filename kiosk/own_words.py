"""The branch's own words, in a customer's language: its name, message, footer, and classes of priority; pure."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.props import PriorityRow
from shared.wire.messages import Branch


def branch_name(branch: Branch, language: str) -> str:
    """Return what the branch is called."""
    return branch.names.get(language) or branch.name


def told_in(texts: Mapping[str, str], language: str) -> str:
    """Return the text in a language, else in its first, else nothing."""
    return texts.get(language) or next(iter(texts.values()), "")


def notice_in(branch: Branch, language: str, now: datetime | None) -> str:
    """Return what the branch tells everybody at this moment."""
    notice = branch.message
    if notice is None:
        return ""
    over = notice.until is not None and now is not None and now >= notice.until
    return "" if over else told_in(notice.texts, language)


def priority_row(branch: Branch, priority: str, language: str) -> PriorityRow:
    """Return a class of priority: its first line is its name, a second one a hint."""
    words = told_in(branch.priority_names.get(priority, {}), language)
    name, _, hint = (words or priority).partition("\n")
    return PriorityRow(priority, name, hint.strip())
