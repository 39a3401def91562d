"""How the hall stands, for whoever looks after it: a sentence, what needs somebody, and a row for each queue and desk.

All of it is derived from one `Standing`; the pages put it into words.
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
    Helper,
    Message,
    Queue,
)
from server.domain.limits import Demand, fullness
from server.domain.openness import Opening
from server.domain.refusals import Fullness
from server.domain.ticket import Ticket, TicketState
from server.domain.today import StaffCall, Switch
from shared.wire.messages import Role
from shared.wire.pairing import PaperState, SoundState

IDLE_AFTER = timedelta(minutes=1)
"""A desk between two customers is not idle yet."""

SILENT_AFTER = timedelta(seconds=45)
"""A device that was not heard of for so long is not there."""

_HERE_WITHIN = timedelta(seconds=5)
"""Whoever follows the stream is heard of all the time."""

_AT_ONCE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A queue's line: how many wait, and since when who has waited longest."""

    waiting: int = 0
    since: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceStanding:
    """A paired device as it was last heard of, `heard_at` None where it never was; `paper` of a kiosk that prints, `sound` of a display, as they are since `told_at`."""

    id: int
    role: Role
    name: str
    heard_at: datetime | None = None
    version: str = ""
    paper: PaperState | None = None
    sound: SoundState | None = None
    told_at: datetime | None = None
    closed_by_hand: bool = False

    def is_here(self, now: datetime) -> bool:
        """Return whether it is heard of right now."""
        return self.heard_at is not None and now - self.heard_at <= _HERE_WITHIN

    @property
    def has_no_printer(self) -> bool:
        """Whether it is a kiosk that has told how it is, and has nothing to print with."""
        return (
            self.role is Role.KIOSK and self.told_at is not None and self.paper is None
        )

    def is_silent(self, now: datetime) -> bool:
        """Return whether it was heard of once, and is no longer."""
        return self.heard_at is not None and now - self.heard_at > SILENT_AFTER


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


# --- the sentence ---------------------------------------------------------------------------------


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


# --- queues and desks -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    """A queue as one line; `desks` serve it just now, `is_late` where somebody waits longer than anybody should.

    `by_hand` is there where staff closed or opened it for now.
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
        full = fullness(standing.settings, queue, demand, standing.now)
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


# --- what needs somebody ---------------------------------------------------------------------------


class Wanted(StrEnum):
    """What needs somebody."""

    DESK_HELP = "desk-help"
    KIOSK_HELP = "kiosk-help"
    NO_PAPER = "no-paper"
    PRINTER = "printer"
    NO_SOUND = "no-sound"
    SILENT = "silent"
    UNSERVED = "unserved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that needs somebody since then: at a desk, a device, or in a queue; `ticket` is who is at the desk, `coming` from where help comes."""

    wanted: Wanted
    since: datetime | None = None
    desk: Desk | None = None
    ticket: Ticket | None = None
    device: DeviceStanding | None = None
    queue: Queue | None = None
    waiting: int = 0
    coming: Helper | None = None


def needs(standing: Standing) -> list[Need]:
    """Return what needs somebody, people before machines, who has waited longest before all others."""
    return [
        *_calls_for_help(standing),
        *_unserved(standing),
        *_troubled_devices(standing),
    ]


def _calls_for_help(standing: Standing) -> list[Need]:
    at_desks = [
        Need(
            wanted=Wanted.DESK_HELP,
            since=desk.help_since,
            desk=desk,
            ticket=standing.serving.get(desk.number),
            coming=desk.helper,
        )
        for desk in standing.desks
        if desk.help_since is not None
    ]
    devices = {device.id: device for device in standing.devices}
    at_kiosks = [
        Need(
            wanted=Wanted.KIOSK_HELP,
            since=call.since,
            device=devices[id],
            coming=_coming(call),
        )
        for id, call in standing.help.items()
        if id in devices
    ]
    return sorted(at_desks + at_kiosks, key=lambda need: need.since or standing.now)


def _coming(call: HelpCall) -> Helper | None:
    if not call.is_answered:
        return None
    return Helper(name=call.manager or "", desk=call.desk)


def _unserved(standing: Standing) -> list[Need]:
    """Return in which queues people wait though no desk that is open serves them; where none is open at all, the sentence says so."""
    if all(desk.state is DeskState.CLOSED for desk in standing.desks):
        return []
    return [
        Need(
            wanted=Wanted.UNSERVED,
            since=row.since,
            queue=row.queue,
            waiting=row.waiting,
        )
        for row in queue_rows(standing)
        if row.waiting and not row.desks
    ]


def _troubled_devices(standing: Standing) -> list[Need]:
    """Return which screens are silent, cannot print or are not heard; outside opening hours they may be off."""
    if not standing.is_open:
        return []
    found = []
    for device in standing.devices:
        if device.role is Role.CONSOLE:
            # A desk that is not staffed is dark, and one that is tells so itself.
            continue
        if device.is_silent(standing.now):
            found.append(
                Need(wanted=Wanted.SILENT, since=device.heard_at, device=device)
            )
        elif device.paper is PaperState.OUT:
            found.append(
                Need(wanted=Wanted.NO_PAPER, since=device.told_at, device=device)
            )
        elif device.paper is PaperState.TROUBLE:
            found.append(
                Need(wanted=Wanted.PRINTER, since=device.told_at, device=device)
            )
        elif device.sound is SoundState.MUTE:
            found.append(
                Need(wanted=Wanted.NO_SOUND, since=device.told_at, device=device)
            )
    return found


# --- devices ----------------------------------------------------------------------------------------


class DeviceState(StrEnum):
    """How a device is, as far as it told."""

    WORKS = "works"
    NEW = "new"
    PAPER_LOW = "paper-low"
    NO_PAPER = "no-paper"
    PRINTER = "printer"
    NO_VOICE = "no-voice"
    NO_SOUND = "no-sound"
    SILENT = "silent"
    CLOSED = "closed"


IN_ORDER = frozenset(
    {
        DeviceState.WORKS,
        DeviceState.PAPER_LOW,
        DeviceState.NO_VOICE,
        DeviceState.CLOSED,
    }
)
"""States in which nobody need do anything at once."""

_TOLD = {
    PaperState.OUT: DeviceState.NO_PAPER,
    PaperState.TROUBLE: DeviceState.PRINTER,
    PaperState.LOW: DeviceState.PAPER_LOW,
    SoundState.NO_VOICE: DeviceState.NO_VOICE,
    SoundState.MUTE: DeviceState.NO_SOUND,
}


def state_of(device: DeviceStanding, now: datetime) -> DeviceState:
    """Return how the device is."""
    if device.heard_at is None:
        return DeviceState.NEW
    if device.is_silent(now):
        return DeviceState.SILENT
    if device.closed_by_hand:
        return DeviceState.CLOSED
    told = device.paper or device.sound
    return DeviceState.WORKS if told is None else _TOLD.get(told, DeviceState.WORKS)
