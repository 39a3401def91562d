"""What the console knows, all of it frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from servicer.terms import Deed, Said
from shared.wire.following import AT_DESK, FollowedBranch
from shared.wire.link import Link
from shared.wire.messages import (
    Advice,
    Branch,
    Desk,
    DeskState,
    Enough,
    HelpCall,
    OneMore,
    Queue,
    StaffCall,
    Ticket,
    TicketState,
)

UNHEARD = frozenset({Deed.Finish, Deed.NoShow})
"""What ends a customer's visit though the server has not heard of it yet."""

NOTICE_FOR = timedelta(seconds=10)
"""How long a servicer at work is told something."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell the servicer; what its sentence does not need is empty."""

    kind: Said
    label: str = ""
    desk: int = 0
    servicer: str = ""
    until: datetime | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What was looked up: the label, and today's tickets of it; None until the server has answered."""

    label: str
    tickets: tuple[Ticket, ...] | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Who wants to sign in where, 0 and "" before they say; `tries` counts what was refused: the PIN is asked anew."""

    desk: int = 0
    servicer: str = ""
    tries: int = 0


@dataclass(frozen=True, slots=True)
class Seat:
    """The desk where the servicer is signed in, since then.

    It is `confirmed` once the stream has told of it: what the stream told before may be older than the answer.
    """

    desk: int
    servicer: str
    since: datetime | None
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Details:
    """What a deed needs to be told: a text, a name or a queue's slug; the number of a desk, a ticket or minutes.

    `wanted` is false to turn off what is on. A walk-in comes with a `priority`, a `language` and a `note`; what everybody
    is told comes in `texts` by language. The `pin` is never kept.
    """

    text: str = ""
    number: int = 0
    wanted: bool = True
    priority: str = ""
    language: str = ""
    note: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    pin: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Offer:
    """What this console did last and may take back until then."""

    deed: Deed
    label: str
    until: datetime


@dataclass(frozen=True, slots=True)
class Act:
    """What the server was asked for and has not answered yet.

    `told` are the tickets and `desks_told` the desks that the stream has spoken of since, `overtaken` says that it began anew:
    about these it knows as much as the answer will say, or will in a moment. `missed` counts the tries that got no answer.
    `then` is what is done with the ticket in the answer next.
    """

    key: str
    deed: Deed
    ticket: Ticket | None = None
    details: Details = Details()
    missed: int = 0
    then: tuple[Deed, ...] = ()
    told: frozenset[int] = frozenset()
    desks_told: frozenset[int] = frozenset()
    overtaken: bool = False


@dataclass(frozen=True, slots=True)
class ConsoleState:
    """The branch as it is `followed`, and what happens at this console.

    `skew` is how far the server's clock is ahead of this machine's. `arrival`
    is the queue at which somebody arrived while nobody waited for this desk, until somebody is called. `ended` is
    the ticket that this console has parted with last: the stream will tell of it too. `called_first` is the desk's last customer if no other desk
    called them before this one. `bound` is the only desk where one may sign in here, 0 for any. `told_at` is when the `notice` was
    given. With `alert_always` every arrival is heard, and not only one at an empty queue. `declined` has the keys of what was advised and is not wanted now. `wrong_role` says that the token
    is not a console's. `language` is empty while nobody has named one. `lost` says that the server has
    not been heard for longer than it takes to start it.
    """

    language: str = "en"
    link: Link = Link()
    followed: FollowedBranch | None = None
    skew: timedelta = timedelta(0)
    chosen: Chosen = Chosen()
    bound: int = 0
    locks: Mapping[str, datetime] = field(default_factory=dict)
    seat: Seat | None = None
    act: Act | None = None
    notice: Notice | None = None
    told_at: datetime | None = None
    arrival: str | None = None
    ended: int | None = None
    called_first: int | None = None
    deaf_until: datetime | None = None
    offer: Offer | None = None
    found: Found | None = None
    alert_always: bool = False
    declined: frozenset[str] = frozenset()
    wrong_role: bool = False
    lost: bool = False

    @property
    def branch(self) -> Branch | None:
        """The branch as it stands, None before anything was heard of it."""
        return None if self.followed is None else self.followed.branch

    @property
    def queues(self) -> Sequence[Queue]:
        """The branch's queues, in its order."""
        return () if self.branch is None else self.branch.queues

    @property
    def desks(self) -> Sequence[Desk]:
        """The branch's desks."""
        return () if self.branch is None else self.branch.desks

    @property
    def tickets(self) -> Mapping[int, Ticket]:
        """The open tickets, by id."""
        return {} if self.followed is None else self.followed.tickets

    @property
    def away(self) -> bool:
        """Whether the server has been silent for longer than a moment."""
        return self.link.away

    @property
    def unpaired(self) -> bool:
        """Whether the server knows this console's token no more, or not as a console's."""
        return self.link.refusal is not None or self.wrong_role

    @property
    def desk(self) -> Desk | None:
        """The desk of this console, while somebody is signed in."""
        return None if self.seat is None else self.desk_of(self.seat.desk)

    @property
    def present(self) -> Ticket | None:
        """The ticket that this desk has called or serves."""
        if self.seat is None:
            return None
        here = (
            ticket
            for ticket in self.tickets.values()
            if ticket.desk == self.seat.desk and ticket.state in AT_DESK
        )
        return next(here, None)

    @property
    def parted(self) -> bool:
        """Whether the desk's customer is done with here, though a server that is away has not heard of it."""
        act, present = self.act, self.present
        if act is None or present is None or act.ticket is None:
            return False
        ends = act.deed in UNHEARD and act.ticket.id == present.id
        return ends and (self.away or act.missed > 0)

    @property
    def here(self) -> Ticket | None:
        """The customer who still is at the desk."""
        return None if self.parted else self.present

    @property
    def my_queues(self) -> tuple[str, ...]:
        """The queues that this desk serves, in its order."""
        return () if self.desk is None else tuple(self.desk.queues)

    @property
    def lent(self) -> tuple[str, ...]:
        """The queues that this desk serves for today alone."""
        return () if self.desk is None else tuple(self.desk.lent)

    @property
    def line(self) -> tuple[Ticket, ...]:
        """Whoever waits for this desk: in one of its queues, unless sent to another desk, or sent to this very one."""
        mine, desk = self.my_queues, self.desk
        return tuple(
            t
            for t in waiting(self)
            if desk is not None
            and (t.queue in mine if t.for_desk is None else t.for_desk == desk.number)
        )

    @property
    def held(self) -> tuple[Ticket, ...]:
        """Whoever was put aside at this desk."""
        seat = self.seat
        return tuple(
            ticket
            for ticket in self.tickets.values()
            if seat is not None
            and ticket.state is TicketState.HELD
            and ticket.desk == seat.desk
        )

    @property
    def missed(self) -> Mapping[int, Ticket]:
        """Today's tickets whose customers did not come when they were called, by id."""
        return {} if self.followed is None else self.followed.missed

    @property
    def help_calls(self) -> Sequence[HelpCall]:
        """Who asks for help at the kiosks."""
        return () if self.branch is None else self.branch.help

    @property
    def staff_call(self) -> StaffCall | None:
        """A manager's call to everybody at the desks."""
        return None if self.branch is None else self.branch.staff_call

    @property
    def advice(self) -> Advice:
        """What is advised in the branch, at whichever desk."""
        return Advice() if self.branch is None else self.branch.advice

    @property
    def colleagues(self) -> tuple[Desk, ...]:
        """The other desks that call for help."""
        here = 0 if self.seat is None else self.seat.desk
        return tuple(
            desk
            for desk in self.desks
            if desk.help_since is not None and desk.number != here
        )

    @property
    def stranded(self) -> tuple[Ticket, ...]:
        """Whoever waits though no desk may call them next, first of all first; any desk may call them by themselves."""
        if self.followed is None:
            return ()
        found = {ticket.id: ticket for ticket in waiting(self)}
        lost = self.followed.branch.stranded
        # Who has just been called here is told as no longer stranded in a moment.
        return tuple(found[id] for id in lost if id in found)

    @property
    def paused(self) -> bool:
        """Whether this desk is on a break."""
        return self.desk is not None and self.desk.state is DeskState.PAUSED

    @property
    def stored(self) -> bool:
        """Whether this desk stands ready for the next arrival."""
        return self.desk is not None and self.desk.stored_since is not None

    @property
    def helped(self) -> bool:
        """Whether this desk calls for help."""
        return self.desk is not None and self.desk.help_since is not None

    def may_come_back(self, ticket: Ticket, now: datetime) -> bool:
        """Return whether a missed ticket may still be called or put back in line."""
        if self.branch is None or ticket.state is not TicketState.MISSED:
            return False
        for_so_long = timedelta(minutes=self.branch.rejoin_minutes)
        ended = ticket.ended_at
        return ended is not None and now + self.skew < ended + for_so_long

    def ticket_of(self, id: int) -> Ticket | None:
        """Return the ticket of that id: an open one, a missed one, or one that was looked up."""
        looked_up = () if self.found is None else self.found.tickets or ()
        known = self.tickets.get(id) or self.missed.get(id)
        return known or next((t for t in looked_up if t.id == id), None)

    def desk_of(self, number: int) -> Desk | None:
        """Return the desk of that number, if the branch has one."""
        return next((desk for desk in self.desks if desk.number == number), None)

    def desk_where(self, servicer: str) -> Desk | None:
        """Return the desk where that servicer is signed in."""
        return next((desk for desk in self.desks if desk.servicer == servicer), None)

    def locked_until(self, servicer: str, now: datetime) -> datetime | None:
        """Return until when too many wrong PINs keep that servicer out, None when they do not."""
        until = self.locks.get(servicer)
        return until if until is not None and until > now else None


def waiting(state: ConsoleState) -> tuple[Ticket, ...]:
    """Return everybody who waits in the branch."""
    return tuple(t for t in state.tickets.values() if t.state is TicketState.WAITING)


def sits_there(seat: Seat, desk: Desk) -> bool:
    """Return whether the desk is occupied by who sits in this seat."""
    return desk.servicer == seat.servicer and desk.state is not DeskState.CLOSED


def advised_key(advised: OneMore | Enough) -> str:
    """Return what a piece of advice is known by, for as long as it is given."""
    if isinstance(advised, OneMore):
        kind = "more"
    else:
        kind = "enough" if advised.own is None else "back"
    return f"{kind}-{advised.desk}-{advised.queue}"


def is_answered(call: HelpCall) -> bool:
    """Return whether somebody has said that they are coming."""
    return call.desk is not None or call.manager is not None
