"""How the hall stands, in a sentence or three."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from server.domain.branch import DeskState
from server.present.hall import Doing, Standing, desk_rows

IDLE_AFTER = timedelta(minutes=1)
"""A desk between two customers is not idle yet."""

_AT_ONCE = timedelta(minutes=1)


class Said(StrEnum):
    """What a part of the sentence says."""

    NO_QUEUES = "no-queues"
    NOBODY = "nobody"
    WAITING = "waiting"
    LONGEST = "longest"
    JUST_CAME = "just-came"
    IDLE = "idle"
    SEVERAL_IDLE = "several-idle"
    NO_DESK = "no-desk"
    CLOSED = "closed"
    OPENS_TODAY = "opens-today"
    OPENS_LATER = "opens-later"
    STILL_WAITING = "still-waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A part of the sentence, and what fills it: a count or a desk's number, a moment."""

    said: Said
    number: int | None = None
    at: datetime | None = None


def sentence(standing: Standing) -> list[Clause]:
    """Return how the hall stands in a sentence or three: who waits, for how long, and which desk could take somebody."""
    if not standing.queues:
        return [Clause(said=Said.NO_QUEUES)]
    if not standing.is_open:
        return _closed(standing)
    clauses = _waiting(standing, Said.WAITING) or [Clause(said=Said.NOBODY)]
    if all(desk.state is DeskState.CLOSED for desk in standing.desks):
        return [*clauses, Clause(said=Said.NO_DESK)]
    return clauses + _idle(standing)


def _closed(standing: Standing) -> list[Clause]:
    if standing.waiting:
        return [Clause(said=Said.CLOSED), *_waiting(standing, Said.STILL_WAITING)]
    opens_at = standing.opens_at
    if opens_at is None:
        return [Clause(said=Said.CLOSED)]
    said = Said.OPENS_TODAY if standing.is_today(opens_at) else Said.OPENS_LATER
    return [Clause(said=said, at=opens_at)]


def _waiting(standing: Standing, said: Said) -> list[Clause]:
    since = standing.longest_since
    if not standing.waiting or since is None:
        return []
    clauses = [Clause(said=said, number=standing.waiting)]
    if standing.now - since < _AT_ONCE:
        return [*clauses, Clause(said=Said.JUST_CAME)]
    return [*clauses, Clause(said=Said.LONGEST, at=since)]


def _idle(standing: Standing) -> list[Clause]:
    """Return which desks could serve somebody: news only while somebody waits."""
    idle = [
        row.desk.number
        for row in desk_rows(standing)
        if row.doing is Doing.IDLE
        and row.since is not None
        and standing.now - row.since >= IDLE_AFTER
    ]
    if not standing.waiting or not idle:
        return []
    if len(idle) == 1:
        return [Clause(said=Said.IDLE, number=idle[0])]
    return [Clause(said=Said.SEVERAL_IDLE, number=len(idle))]
