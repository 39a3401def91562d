"""How queues, instants and openings are told to people, the same in every program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from unicodedata import bidirectional
from zoneinfo import ZoneInfo

from shared.wire.messages import Branch, Queue


@dataclass(frozen=True, slots=True)
class Opening:
    """When the branch opens next: its clock (`08:00`), how many days ahead, and the weekday (Monday is 1)."""

    clock: str
    days_ahead: int
    weekday: int


UNKNOWN_OPENING = Opening(clock="", days_ahead=0, weekday=0)
"""When it opens next is not known."""

RIGHT_TO_LEFT = frozenset({"R", "AL"})
"""What Unicode calls letters that are read from the right."""


FROM_THE_RIGHT = frozenset({"ar"})
"""The languages that are read from the right; their comma is another one."""


def name_in(queue: Queue, language: str) -> str:
    """Return the queue's name in a language, else in its first, else its slug."""
    return queue.names.get(language) or next(iter(queue.names.values()), queue.slug)


def queue_name(queues: Sequence[Queue], slug: str, language: str) -> str:
    """Return the name of the queue of that slug; nothing where there is no such queue, or no more."""
    return next((name_in(q, language) for q in queues if q.slug == slug), "")


def clock_time(instant: datetime | None, time_zone: str) -> str:
    """Return an instant as the branch's clock shows it, `10:42`; nothing for none."""
    return "" if instant is None else f"{instant.astimezone(ZoneInfo(time_zone)):%H:%M}"


def side_by_side(words: Iterable[str]) -> str:
    """Return the words with dots between; where some are read from the right, each keeps its own direction, and the first one decides for the line."""
    parts = [word for word in words if word]
    ways = [bidirectional(letter) for letter in "".join(parts)]
    strong = [
        way in RIGHT_TO_LEFT for way in ways if way in RIGHT_TO_LEFT or way == "L"
    ]
    if not any(strong):
        return " · ".join(parts)
    # U+200F is read from the right, U+2068 begins what has its own direction, U+2069 ends it.
    mark = "\u200f" if strong[0] else ""
    return mark + " · ".join(f"\u2068{part}\u2069" for part in parts)


def comma(language: str) -> str:
    """Return what stands between the words of a list in a language."""
    return "\u060c " if language in FROM_THE_RIGHT else ", "


def listed(words: Iterable[str], language: str) -> str:
    """Return the words as a list in a language; where that is read from the right, each word keeps its own direction."""
    parts = list(words)
    if language not in FROM_THE_RIGHT or not parts:
        return ", ".join(parts)
    return "\u200f" + comma(language).join(f"\u2068{part}\u2069" for part in parts)


def opening_of(branch: Branch) -> Opening:
    """Return when the branch opens next, as its own clock and calendar tell."""
    return opening_at(branch, branch.next_opening)


def opening_at(branch: Branch, instant: datetime | None) -> Opening:
    """Return that instant as an opening, by the branch's clock and calendar."""
    if instant is None:
        return UNKNOWN_OPENING
    zone = ZoneInfo(branch.time_zone)
    local = instant.astimezone(zone)
    today = branch.now.astimezone(zone).date()
    return Opening(
        clock=clock_time(instant, branch.time_zone),
        days_ahead=(local.date() - today).days,
        weekday=local.isoweekday(),
    )
