"""How the hall stands, for whoever looks after it, and a row for each queue and desk.

All that managers see of it is derived from one `Standing`, a sentence (`hall_sentence`) and what needs somebody (`needs`), too; the
pages put it into words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from server.domain.branch import (
    BranchSettings,
    Desk,
    DeskState,
    HelpCall,
    Message,
    Queue,
)
from server.domain.limits import Demand, fullness
from server.domain.next_calls import is_newcomer_next
from server.domain.openness import Opening
from server.domain.refusals import Fullness
from server.domain.ticket import Ticket, TicketState
from server.domain.today import StaffCall, Switch
from server.forecast.outlook import UNKNOWN, Outlook
from server.present.device_standing import DeviceStanding
from server.present.estimates import minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A queue's line: how many wait, and since when who has waited longest."""

    waiting: int = 0
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A branch at one moment, `now`: by queue its line, demand and opening; by desk its ticket, or since when it is free."""

    now: datetime
    settings: BranchSettings
    queues: tuple[Queue, ...] = ()
    lines: Mapping[str, Line]
    demands: Mapping[str, Demand]
    openings: Mapping[str, Opening]
    desks: tuple[Desk, ...] = ()
    serving: Mapping[int, Ticket]
    free_since: Mapping[int, datetime]
    help: Mapping[int, HelpCall]
    devices: tuple[DeviceStanding, ...] = ()
    message: Message | None = None
    staff_call: StaffCall | None = None
    outlook: Outlook = UNKNOWN
    managers: Mapping[str, str] = field(default_factory=dict)
    """What each manager is called, by user name."""

    def called(self, manager: str) -> str:
        """Return what a manager is called."""
        return self.managers.get(manager, manager)

    @property
    def is_open(self) -> bool:
        """Whether any queue gives numbers."""
        return any(each.is_open for each in self.openings.values())

    @property
    def waiting(self) -> int:
        """How many wait, in all queues."""
        return sum(line.waiting for line in self.lines.values())

    @property
    def longest_since(self) -> datetime | None:
        """Since when who has waited longest of all waits."""
        return min(
            (each.since for each in self.lines.values() if each.since), default=None
        )

    @property
    def opens_at(self) -> datetime | None:
        """When the first queue opens again."""
        moments = [each.opens_at for each in self.openings.values() if each.opens_at]
        return min(moments, default=None)

    @property
    def closes_at(self) -> datetime | None:
        """When the last queue that is open closes; None where none is, or one never does."""
        moments = [each.closes_at for each in self.openings.values() if each.is_open]
        known = [moment for moment in moments if moment is not None]
        return max(known) if known and len(known) == len(moments) else None

    def is_today(self, at: datetime) -> bool:
        """Return whether a moment is on the date that it is now at the branch."""
        zone = ZoneInfo(self.settings.time_zone)
        return at.astimezone(zone).date() == self.now.astimezone(zone).date()


# --- queues and desks -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A queue as one line; `desks` serve it just now, `is_late` where somebody waits longer than anybody should.

    `by_hand` is there where staff closed or opened it for now, `minutes` where it is known how long a newcomer waits: from and to; `at_once` says that they would be next at once.
    """

    queue: Queue
    waiting: int
    since: datetime | None
    is_late: bool
    late_at: datetime | None
    opening: Opening
    by_hand: Switch | None
    full: Fullness | None
    desks: int
    minutes: tuple[int, int] | None = None
    at_once: bool = False


def queue_rows(standing: Standing) -> list[QueueRow]:
    """Return the queues in the order of screens."""
    return [_queue_row(standing, queue) for queue in standing.queues]


def _queue_row(standing: Standing, queue: Queue) -> QueueRow:
    line, opening = standing.lines[queue.slug], standing.openings[queue.slug]
    demand = standing.demands[queue.slug]
    target = timedelta(minutes=standing.settings.target_minutes)
    late_at = None if line.since is None else line.since + target
    full = None
    if opening.is_open:
        foreseen = standing.outlook.of_newcomer(queue.slug, demand.waiting)
        full = fullness(standing.settings, queue, demand, standing.now, foreseen)
    return QueueRow(
        queue=queue,
        waiting=line.waiting,
        since=line.since,
        is_late=late_at is not None and standing.now > late_at,
        late_at=late_at,
        opening=opening,
        by_hand=_in_force(demand.switch, standing.now),
        full=full,
        desks=demand.desks,
        minutes=minutes(standing.outlook.shown_of(queue.slug, demand.waiting)),
        at_once=is_newcomer_next(
            queue.slug,
            standing.desks,
            {slug: each.waiting for slug, each in standing.lines.items()},
            standing.serving,
        ),
    )


def _in_force(switch: Switch | None, now: datetime) -> Switch | None:
    return None if switch is None or switch.is_over(now) else switch


MOST_OFFERED = 3
"""So many desks are offered for a queue that nobody serves."""


class Doing(StrEnum):
    """What goes on at a desk."""

    CALLED = "called"
    SERVING = "serving"
    IDLE = "idle"
    BREAK = "break"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """A desk as one line: what goes on there since when, with which ticket, and which queues it serves, `lent` ones only today, and `others` not."""

    desk: Desk
    doing: Doing
    since: datetime | None
    ticket: Ticket | None
    queues: list[Queue]
    lent: list[Queue]
    others: list[Queue]


def desk_rows(standing: Standing) -> list[DeskRow]:
    """Return the desks by number."""
    return [_desk_row(standing, desk) for desk in standing.desks]


def could_serve(standing: Standing, queue: str) -> list[int]:
    """Return up to three desks that are open and could serve this queue as well, those that are free first."""
    rows = [
        row
        for row in desk_rows(standing)
        if row.doing not in (Doing.CLOSED, Doing.BREAK)
        and any(other.slug == queue for other in row.others)
    ]
    rows.sort(key=lambda row: row.doing is not Doing.IDLE)
    return [row.desk.number for row in rows[:MOST_OFFERED]]


def _desk_row(standing: Standing, desk: Desk) -> DeskRow:
    ticket = standing.serving.get(desk.number)
    doing, since = _doing(standing, desk, ticket)
    by_slug = {queue.slug: queue for queue in standing.queues}
    return DeskRow(
        desk=desk,
        doing=doing,
        since=since,
        ticket=ticket,
        queues=[by_slug[slug] for slug in desk.queues if slug in by_slug],
        lent=[by_slug[slug] for slug in desk.serves if slug not in desk.queues],
        others=[queue for queue in standing.queues if queue.slug not in desk.serves],
    )


def _doing(
    standing: Standing, desk: Desk, ticket: Ticket | None
) -> tuple[Doing, datetime | None]:
    if ticket is not None and ticket.state is TicketState.CALLED:
        return Doing.CALLED, ticket.last_called_at
    if ticket is not None:
        return Doing.SERVING, ticket.started_at or ticket.since
    match desk.state:
        case DeskState.OPEN:
            return Doing.IDLE, standing.free_since.get(desk.number, desk.since)
        case DeskState.PAUSED:
            return Doing.BREAK, standing.free_since.get(desk.number)
        case DeskState.CLOSED:
            return Doing.CLOSED, None
