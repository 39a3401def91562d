"""Every message that the server sends; what clients send is in requests.py. The OpenAPI document is generated from both."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from msgspec import Struct


class Role(StrEnum):
    """What a paired device may be."""

    KIOSK = "kiosk"
    DISPLAY = "display"
    CONSOLE = "console"
    MANAGER = "manager"


class TicketState(StrEnum):
    """Where a ticket stands in its life."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    HELD = "held"
    DONE = "done"
    MISSED = "missed"
    LEFT = "left"
    EXPIRED = "expired"


class DeskState(StrEnum):
    """Whether a desk serves: nobody signed in, serving, or on a break."""

    CLOSED = "closed"
    OPEN = "open"
    PAUSED = "paused"


class PrintState(StrEnum):
    """What became of a ticket's paper; `failed` asks for a reprint."""

    PENDING = "pending"
    PRINTED = "printed"
    FAILED = "failed"


class Message(Struct, frozen=True, kw_only=True, omit_defaults=False):
    """A frozen message; unknown fields in what comes in are ignored, so old clients meet new servers."""


# --- answers ---------------------------------------------------------------------------------


class Estimate(Message, frozen=True, kw_only=True):
    """A waiting-time range in seconds, which 8 in 10 waits are in."""

    low_s: int
    high_s: int


class Ticket(Message, frozen=True, kw_only=True):
    """A ticket as staff and devices see it.

    `day` is the business day it belongs to; `url` is there only for those who may hand it to the customer, `note`, `hold_reason` and `servicer` only for consoles and
    managers. `ahead` and `estimate`, how long it waits still, are null unless it waits, and in events and snapshots; the latter also where nothing can be said. `next` tells who takes a number whether a desk would call it before all others. `stamped_at` is there where the server's clock was set since: the moment
    of taking as that clock had it. `for_desk` is the one desk that may call it, after a transfer to a desk. A `test` goes the whole way
    and counts in no figure; its label begins with TEST.

    Of other people's tickets, kiosks and displays are told no more than a board shows: those that were called, with label, queue,
    state, desk, moment of the call and language. Their `id` stands for the label, and `taken_at` repeats `called_at`.
    """

    id: int
    label: str
    number: int
    queue: str
    state: TicketState
    taken_at: datetime
    ahead: int | None = None
    next: bool = False
    estimate: Estimate | None = None
    url: str | None = None
    language: str | None = None
    priority: str | None = None
    desk: int | None = None
    servicer: str | None = None
    called_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    calls: int = 0
    position: str = ""
    for_desk: int | None = None
    hold_reason: str | None = None
    note: str | None = None
    postponed: int = 0
    on_my_way_at: datetime | None = None
    print: PrintState | None = None
    stamped_at: datetime | None = None
    day: date | None = None
    test: bool = False


class Join(StrEnum):
    """Who may take a number on a phone: nobody, whoever scanned the code on site, anybody."""

    OFF = "off"
    ONSITE = "onsite"
    OPEN = "open"


class Full(StrEnum):
    """Why a queue gives no more numbers: as many wait as may, today's are all given, or too few hours are left."""

    WAITING = "waiting"
    TODAY = "today"
    CLOSING = "closing"


class ByHand(StrEnum):
    """What staff made of a queue for now, whatever its hours say."""

    CLOSED = "closed"
    OPEN = "open"


class Queue(Message, frozen=True, kw_only=True):
    """A line that customers join. `names` is per language; `waiting` counts tickets that wait in it now, `estimate` is how
    long somebody would wait who came now; null where nothing can be said: no open desk serves it.

    `closes_at` ends the present opening, `opens_at` begins the next one; null where there is none. `full` says why it
    gives no more numbers though it is open; null while it does. `join` says who may take a number on a phone. `by_hand` is there while staff have closed or opened it, whatever its hours say.
    """

    slug: str
    letter: str
    names: dict[str, str]
    open: bool
    waiting: int
    estimate: Estimate | None = None
    closes_at: datetime | None = None
    opens_at: datetime | None = None
    full: Full | None = None
    join: Join = Join.OFF
    by_hand: ByHand | None = None


class Undo(Message, frozen=True, kw_only=True):
    """What a desk may take back, and until when; `what` names its last row, `ticket` its label."""

    what: Happened
    until: datetime
    ticket: str | None = None


class Helper(Message, frozen=True, kw_only=True):
    """Who comes to help, by name: from a desk, or a manager where there is none."""

    name: str
    desk: int | None = None


class StaffCall(Message, frozen=True, kw_only=True):
    """A manager asks everybody at the desks to come and help."""

    since: datetime
    by: str
    reason: str | None = None


class Desk(Message, frozen=True, kw_only=True):
    """A desk: who sits there, whom they serve since when, and which queues they serve, in order.

    `queues` has at its end those that it was `lent`, which it serves until the business day ends. On a break, `reason` and `back_at` say why and until when. `help_since` is set while it calls for help, `helper` once somebody comes,
    `stored_since` while it stands ready for the next arrival; like `reason` and who sits there, only consoles and managers
    see these. `names` is what else the place is called, per language: “Laboratory”.
    `undo` is there only in a console's answers about this one desk.
    """

    number: int
    state: DeskState
    queues: list[str]
    servicer: str | None = None
    since: datetime | None = None
    serving: Ticket | None = None
    policy: str = "oldest"
    reason: str | None = None
    back_at: datetime | None = None
    help_since: datetime | None = None
    stored_since: datetime | None = None
    undo: Undo | None = None
    names: dict[str, str] = {}
    lent: list[str] = []
    helper: Helper | None = None


class Place(StrEnum):
    """What the branch calls the places where it serves; each has a number all the same."""

    DESK = "desk"
    ROOM = "room"
    WINDOW = "window"
    COUNTER = "counter"


class OpenDay(Message, frozen=True, kw_only=True):
    """When the branch is open on one day: from and until, local time as `09:00`; no spans is closed.

    `reason` says by language why a day differs, where that was written down.
    """

    day: date
    spans: list[tuple[str, str]]
    reason: dict[str, str] = {}


class Notice(Message, frozen=True, kw_only=True):
    """What the branch tells everybody who waits, in each of its `texts` by language, from `since` to `until`."""

    texts: dict[str, str]
    since: datetime
    until: datetime | None = None


class HelpCall(Message, frozen=True, kw_only=True):
    """Somebody at a kiosk asks for help, in their language; `desk` is set once somebody from there is coming, `manager` once a manager is:
    by name for staff, else empty.
    """

    device: int
    kiosk: str
    since: datetime
    language: str | None = None
    desk: int | None = None
    manager: str | None = None


class ClosedKiosk(Message, frozen=True, kw_only=True):
    """A kiosk, by its device's id, that staff have closed: it gives no numbers, until then at the latest."""

    device: int
    until: datetime


class How(StrEnum):
    """How one more desk comes to serve a queue: an open one is lent it, or a closed one that serves it is opened."""

    LEND = "lend"
    OPEN = "open"


class Slower(Message, frozen=True, kw_only=True):
    """What one more desk on a queue costs: for how long newcomers of this other one are foreseen to wait before that, and after it."""

    queue: str
    before_s: int
    after_s: int


class OneMore(Message, frozen=True, kw_only=True):
    """One more desk is wanted for a queue, this one: for how long newcomers are foreseen to wait before that, and after it; `slower` is the other queue that it costs most."""

    queue: str
    desk: int
    how: How
    before_s: int
    after_s: int
    slower: Slower | None = None


class Enough(Message, frozen=True, kw_only=True):
    """A desk need no longer serve a queue that it was lent, or, where `how` says so, for which it was opened: newcomers wait so long now.

    Where `own` is a queue of the desk, that one wants it back: its newcomers wait so long.
    """

    queue: str
    desk: int
    how: How = How.LEND
    newcomers_s: int
    own: str | None = None


class TooLong(Message, frozen=True, kw_only=True):
    """Newcomers of a queue are foreseen to wait longer than the branch wants anybody to, whether or not a desk could help."""

    queue: str
    newcomers_s: int


class Advice(Message, frozen=True, kw_only=True):
    """What whoever looks after the hall is advised: one more desk, or enough of it; and where newcomers wait too long."""

    more: list[OneMore] = []
    enough: list[Enough] = []
    too_long: list[TooLong] = []


class Branch(Message, frozen=True, kw_only=True):
    """One site as the faces need it: name, time zone, languages, openness, queues, desks, and its rules.

    `staff_call`, `servicers`, `advice`, `usual` and `stranded` are told to consoles and managers only. `usual` has for each queue of which enough were served between
    what times every second service lies. `stranded` are the ids of those who wait though no desk there is may call them next, first of all first: any desk may call such a ticket by itself. A missed ticket may rejoin for `rejoin_minutes`, and any ticket let others
    go first `most_postponements` times. `clock_unsure` says that the server's machine does not know for sure what time it is.

    `names` has the name in other languages. `priorities` are the classes there are, `priority_names` what they are called by class and
    language, and `priority_by` the devices that may give one. `hours` are the next seven days, today first, `exceptions` the days of the
    eight weeks after them that differ from their weekday; both are empty where it is always open. They are those at which any queue is open:
    `hours_differ` says that not all of them always are. `footer` is its own line on
    screens, paper and pages, by language; `logo` the address of its picture, `accent` its colour as `#0a55a3`.
    """

    name: str
    time_zone: str
    languages: list[str]
    open: bool
    day: date
    now: datetime
    queues: list[Queue]
    desks: list[Desk]
    servicers: list[str]
    next_opening: datetime | None = None
    priorities: list[str] = []
    rejoin_minutes: int = 10
    most_postponements: int = 3
    clock_unsure: bool = False
    stranded: list[int] = []
    names: dict[str, str] = {}
    priority_names: dict[str, dict[str, str]] = {}
    priority_by: list[Role] = []
    hours: list[OpenDay] = []
    exceptions: list[OpenDay] = []
    hours_differ: bool = False
    message: Notice | None = None
    help: list[HelpCall] = []
    place: Place = Place.DESK
    footer: dict[str, str] = {}
    logo: str | None = None
    accent: str | None = None
    closed_kiosks: list[ClosedKiosk] = []
    staff_call: StaffCall | None = None
    advice: Advice = Advice()
    usual: dict[str, Estimate] = {}


class Call(Message, frozen=True, kw_only=True):
    """One row of the board: which ticket was called to which desk, when, and how it stands now.

    Consoles and managers are told by whom, and which `ticket` it is; for others that number stands for the label.
    """

    label: str
    desk: int
    queue: str
    called_at: datetime
    state: TicketState
    servicer: str | None = None
    ticket: int = 0


class Board(Message, frozen=True, kw_only=True):
    """The public picture of the branch: recent calls (newest first) and how many wait per queue."""

    recent_calls: list[Call]
    waiting: dict[str, int]
    seq: int


class JoinCode(Message, frozen=True, kw_only=True):
    """The address that lets phones on site take a number, and until when it is shown: the next one is asked for then."""

    url: str
    until: datetime


class Spread(Message, frozen=True, kw_only=True):
    """Mean, median and 90th percentile of a duration, in seconds; null when nothing was measured."""

    mean_s: float | None
    median_s: float | None
    p90_s: float | None


class Ratings(Message, frozen=True, kw_only=True):
    """How many customers said that it was good, fair, bad."""

    good: int = 0
    fair: int = 0
    bad: int = 0


class ReportRow(Message, frozen=True, kw_only=True):
    """The served tickets of one queue, desk or servicer: how many, how long they took, and how it was.

    `wait` goes from the taking until the first call, `service` from *Arrived*, or else the call, until it is done, of somebody who was
    sent on all of them, and `total` from the taking until it is done: what it is more is walking up, being on hold, waiting again.
    `ratings` is null by desk and servicer unless the branch wants them told by name, and by hour.
    """

    name: str
    count: int
    wait: Spread
    service: Spread
    total: Spread
    ratings: Ratings | None = None


class DayReport(Message, frozen=True, kw_only=True):
    """What one business day amounted to, or all from `day` to `to`.

    `hours` are rows per hour of taking, local time, named `09`. `service_level` is the share of
    `service_level_of` who were called within `target_minutes` and served, from 0 to 1; null where that is nobody. They are all but those
    who left uncalled within that time, and those who are `here`: neither served nor gone. What was given by mistake and undone is not `taken`.
    """

    day: date
    to: date
    taken: int
    served: int
    missed: int
    left: int
    expired: int
    here: int
    all: ReportRow
    queues: list[ReportRow]
    desks: list[ReportRow]
    servicers: list[ReportRow]
    hours: list[ReportRow]
    target_minutes: int
    service_level: float | None
    service_level_of: int


class Estimates(Message, frozen=True, kw_only=True):
    """How right it was what these people were told about their wait, of those who were called; `name` is a queue, or *all*.

    `kept` are those who were called within it: 8 in 10 is what it aims at. `error_s` is by how much the middle of it was off on
    average, `width_s` how far apart its ends were; null when nobody was told anything.
    """

    name: str
    people: int
    kept: int
    error_s: float | None
    width_s: float | None


class ToldAlike(Message, frozen=True, kw_only=True):
    """People who were told about the same at the door: what, on average, how many, how many were called within it, and within how many seconds 1, 5 and 9 in 10 were."""

    low_s: float
    mid_s: float
    high_s: float
    people: int
    kept: int
    p10_s: float
    p50_s: float
    p90_s: float


class EstimatesReport(Message, frozen=True, kw_only=True):
    """How right it was what people were told about their wait on one business day, or all from `day` to `to`.

    `all`, `queues` and `alike` are of what they were told at the door, `while_waiting` of every range they were told after it,
    as far as that is kept: 30 days.
    """

    day: date
    to: date
    all: Estimates
    queues: list[Estimates]
    alike: list[ToldAlike]
    while_waiting: Estimates


class Altered(Message, frozen=True, kw_only=True):
    """One setting of a thing (a queue, a desk …), before and after; no `setting` where the whole came or went.

    `kind` and `name` say which thing. What has a value for each language or class is named so: `names.de`.
    """

    kind: str
    name: str
    setting: str
    before: Any = None
    after: Any = None


class Change(Message, frozen=True, kw_only=True):
    """One change of the set-up, or a manager's move with a ticket: by whom, and what it altered.

    `puts_back` is the change that it put back, `put_back_by` the one by which it was; `why_not` says why it never is, null where it may be.
    """

    change: int
    at: datetime
    by: str
    altered: list[Altered]
    puts_back: int | None = None
    put_back_by: int | None = None
    why_not: str | None = None


class Audit(Message, frozen=True, kw_only=True):
    """How many entries the chain of changes has, and from which one on it was altered afterwards; null where nothing was.

    The first `unchained` ones are from before there was a chain. `sign_ins_altered_from` says the same of who signed in, by number.
    """

    entries: int
    unchained: int
    altered_from: int | None = None
    sign_ins_altered_from: int | None = None


class Changes(Message, frozen=True, kw_only=True):
    """Changes, the latest first, and whether anything of all there are was altered afterwards."""

    changes: list[Change]
    audit: Audit


class Problem(Message, frozen=True, kw_only=True):
    """An error as RFC 9457 `application/problem+json`; `state` is the ticket's present one on 409 wrong-state."""

    type: str
    title: str
    status: int
    detail: str
    field: str | None = None
    state: TicketState | None = None


# --- the live stream -------------------------------------------------------------------------


class Happened(StrEnum):
    """What a stream event tells; also its SSE `event:` name."""

    TAKEN = "taken"
    CALLED = "called"
    RECALLED = "recalled"
    STARTED = "started"
    FINISHED = "finished"
    MISSED = "missed"
    HELD = "held"
    RESUMED = "resumed"
    TRANSFERRED = "transferred"
    LEFT = "left"
    CANCELLED = "cancelled"
    RETURNED = "returned"
    REJOINED = "rejoined"
    POSTPONED = "postponed"
    PRIORITISED = "prioritised"
    EXPIRED = "expired"
    NOTED = "noted"
    ON_MY_WAY = "on_my_way"
    PRINTED = "printed"
    RATED = "rated"
    UNDONE = "undone"
    CORRECTED = "corrected"
    SIGNED_IN = "signed_in"
    SIGNED_OUT = "signed_out"
    PAUSED = "paused"
    OPENED = "opened"
    HELP = "help"
    STORED_NEXT = "stored_next"
    DESK_UNDONE = "desk_undone"
    CONFIGURED = "configured"
    DAY_CLOSED = "day_closed"


class Was(Message, frozen=True, kw_only=True):
    """Where a ticket stood before the event; told to consoles and managers only."""

    state: TicketState
    queue: str
    desk: int | None = None


class Event(Message, frozen=True, kw_only=True):
    """One journal event as watchers see it: what it changed of tickets, desks or branch, *as it stands after it*.

    A watcher folds it by replacing what it knew: no watcher needs the rules. A ticket that is called comes first among the
    recent calls, and one that stands at no desk has left them; where that is not all, `recent_calls` says how they are.
    `waiting` says how many wait now in the queues where that has changed, `stranded` which tickets no desk may call next where that
    may have changed and no `branch` tells it, `help` who asks for help at the kiosks where that has changed. Kiosks and displays are told of tickets only once those
    are called.
    """

    seq: int
    at: datetime
    event: Happened
    ticket: Ticket | None = None
    was: Was | None = None
    desk: Desk | None = None
    branch: Branch | None = None
    recent_calls: list[Call] | None = None
    waiting: dict[str, int] | None = None
    stranded: list[int] | None = None
    help: list[HelpCall] | None = None


class Snapshot(Message, frozen=True, kw_only=True):
    """Everything a face needs to start: the branch, the board, and (for consoles and managers) every open ticket.

    `missed` are those of today who did not come when they were called and have not come back, for consoles and managers; a test is never one of them.
    """

    seq: int
    branch: Branch
    board: Board
    tickets: list[Ticket]
    missed: list[Ticket] = []


class TicketView(Message, frozen=True, kw_only=True):
    """A customer's own ticket, as the ticket page and its stream show it.

    `estimate` is how long it waits still, null where nothing can be said; `served` says whether a desk is open that may call it, `next` whether one would call it before all others, `kept_until` until when a missed one may come back, `desk_names` what else
    the desk is called, and `message` what everybody who waits is told, both by language.
    """

    label: str
    queue: str
    state: TicketState
    ahead: int | None = None
    behind: int | None = None
    estimate: Estimate | None = None
    desk: int | None = None
    servicer: str | None = None
    called_at: datetime | None = None
    served: bool = True
    next: bool = False
    kept_until: datetime | None = None
    desk_names: dict[str, str] = {}
    message: dict[str, str] | None = None
