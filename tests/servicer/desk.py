"""Maria's desk in words, for tables of cases: who waits, who is called, what happens next."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from msgspec.structs import replace as with_fields

from servicer import answers, folds
from servicer.state import Act, Chosen, ConsoleState, Details, Offer, Seat
from servicer.terms import Deed
from shared.qt import sample
from shared.wire.following import FollowedBranch
from shared.wire.messages import (
    Advice,
    Desk,
    DeskState,
    Enough,
    Event,
    Happened,
    HelpCall,
    OneMore,
    Problem,
    Queue,
    StaffCall,
    Ticket,
    TicketState,
    TooLong,
)

NOW = sample.NOW
"""10:42 at the branch."""

MARIAS = Desk(
    number=3,
    state=DeskState.OPEN,
    queues=["passports", "parking"],
    servicer="Maria",
    since=NOW,
)
"""She serves two of the branch's three queues, in another order than the branch's."""

TOMAS = Desk(
    number=4, state=DeskState.OPEN, queues=["bills"], servicer="Tomás", since=NOW
)
NOBODYS = Desk(number=5, state=DeskState.CLOSED, queues=["bills"])

ON_A_BREAK = with_fields(
    MARIAS,
    state=DeskState.PAUSED,
    reason="Coffee",
    back_at=NOW + timedelta(minutes=15),
)
READY_FOR_THE_NEXT = with_fields(MARIAS, stored_since=NOW)
LENT_BILLS = with_fields(
    MARIAS, queues=["passports", "parking", "bills"], lent=["bills"]
)
CALLS_FOR_HELP = with_fields(MARIAS, help_since=NOW)
TOMAS_CALLS = with_fields(TOMAS, help_since=NOW - timedelta(seconds=61))


Then = Callable[[], ConsoleState]
"""A row's state, made when the row is tried: what breaks breaks that row alone."""


def seconds(number: float) -> timedelta:
    """Return that many seconds."""
    return timedelta(seconds=number)


# --- tickets ---------------------------------------------------------------------------------


def waits(
    number: int, queue: Queue = sample.PARKING, ago: float = 300, **fields: Any
) -> Ticket:
    """Return a ticket taken so many seconds ago."""
    ticket = sample.ticket(number, queue=queue)
    return with_fields(ticket, taken_at=NOW - seconds(ago), **fields)


def called(number: int, ago: float = 9, desk: int = 3, **fields: Any) -> Ticket:
    """Return a ticket called so many seconds ago."""
    called_at = NOW - seconds(ago)
    state: dict[str, Any] = {"state": TicketState.CALLED, "called_at": called_at}
    return waits(number, **(state | {"desk": desk, "calls": 1} | fields))


def serving(number: int, ago: float = 60, desk: int = 3, **fields: Any) -> Ticket:
    """Return a ticket whose customer arrived at the desk so many seconds ago, a minute after the call."""
    arrived = {"state": TicketState.SERVING, "started_at": NOW - seconds(ago)}
    return called(number, ago + 60, desk, **(arrived | fields))


def held(number: int, desk: int = 3, **fields: Any) -> Ticket:
    """Return a ticket that was put aside at the desk."""
    return called(number, desk=desk, state=TicketState.HELD, **fields)


def missed(state: ConsoleState, number: int, ago: float, **fields: Any) -> ConsoleState:
    """Let the stream tell that a customer did not come, so many minutes ago."""
    ended = NOW - timedelta(minutes=ago)
    gone = called(number, state=TicketState.MISSED, ended_at=ended, **fields)
    return told(state, of_ticket(gone, Happened.MISSED))


def help_called(state: ConsoleState, **fields: Any) -> ConsoleState:
    """Let somebody ask for help at the entrance."""
    call = HelpCall(device=7, kiosk="Entrance", since=NOW - timedelta(minutes=2))
    return helped(state, with_fields(call, **fields))


def helped(state: ConsoleState, *calls: HelpCall) -> ConsoleState:
    """Let the stream tell who asks for help at the kiosks."""
    event = sample.event(41, Happened.HELP)
    return told(state, with_fields(event, help=list(calls)))


def everybody_called(state: ConsoleState, **fields: Any) -> ConsoleState:
    """Let a manager call everybody at the desks."""
    assert state.branch is not None
    call = StaffCall(since=NOW - seconds(90), by="Mara", reason="At the entrance")
    called_now = with_fields(state.branch, staff_call=with_fields(call, **fields))
    return told(state, sample.standing(called_now))


def advised(state: ConsoleState, *pieces: OneMore | Enough | TooLong) -> ConsoleState:
    """Let the stream tell that this is advised now."""
    assert state.branch is not None
    advice = Advice(
        more=[each for each in pieces if isinstance(each, OneMore)],
        enough=[each for each in pieces if isinstance(each, Enough)],
        too_long=[each for each in pieces if isinstance(each, TooLong)],
    )
    return told(state, sample.standing(with_fields(state.branch, advice=advice)))


def is_now(ticket: Ticket, state: TicketState, **fields: Any) -> Ticket:
    """Return the ticket as it stands after a move."""
    return with_fields(ticket, state=state, **fields)


# --- what the console knows ------------------------------------------------------------------


def nobody(*desks: Desk, tickets: Sequence[Ticket] = (), **known: Any) -> ConsoleState:
    """Return a console at which nobody has signed in, while these tickets are open."""
    branch = sample.branch(desks=desks or (NOBODYS, TOMAS))
    followed = FollowedBranch(branch, {ticket.id: ticket for ticket in tickets})
    return replace(ConsoleState(link=sample.LIVE, followed=followed), **known)


def maria(*tickets: Ticket, desk: Desk = MARIAS, **known: Any) -> ConsoleState:
    """Return Maria's console at desk 3 while these tickets are open."""
    seat = Seat(3, "Maria", NOW, confirmed=True)
    at_work = nobody(desk, TOMAS, tickets=tickets, seat=seat)
    return replace(at_work, **known)


def maria_and(*others: Desk, desk: Desk = MARIAS) -> ConsoleState:
    """Return Maria's console while these are the other desks."""
    seat = Seat(3, "Maria", NOW, confirmed=True)
    return nobody(desk, *others, seat=seat)


def press(state: ConsoleState, deed: Deed, at: datetime = NOW) -> ConsoleState:
    """Press a button."""
    return answers.asked(state, deed, Details(), at, "key")


def ask(
    state: ConsoleState, deed: Deed, text: str = "", number: int = 0
) -> ConsoleState:
    """Answer what a sheet asked."""
    return answers.asked(state, deed, Details(text, number), NOW, "key")


def acts(state: ConsoleState) -> Act:
    """Return what the server is being asked for."""
    assert state.act is not None
    return state.act


def problem(kind: str, state: TicketState | None = None) -> Problem:
    """Return a refusal."""
    return Problem(type=kind, title="No", status=409, detail="Because.", state=state)


# --- what the stream tells -------------------------------------------------------------------


def of_ticket(ticket: Ticket, what: Happened = Happened.CALLED) -> Event:
    """Return the word of a ticket."""
    return sample.event(41, what, ticket)


def of_desk(desk: Desk, what: Happened = Happened.SIGNED_IN) -> Event:
    """Return the word of a desk."""
    return sample.event(41, what, desk=desk)


def told(state: ConsoleState, *events: Event) -> ConsoleState:
    """Let the stream tell these."""
    for event in events:
        state = folds.happened(state, event)
    return state


def begun(
    state: ConsoleState, *tickets: Ticket, desks: Sequence[Desk] = (MARIAS, TOMAS)
) -> ConsoleState:
    """Let the stream begin anew with these open."""
    snapshot = sample.snapshot(sample.branch(desks=desks), tickets=tickets)
    return folds.began(state, snapshot, NOW)


def answered(state: ConsoleState, message: Ticket | Desk | None) -> ConsoleState:
    """Let the server have done it."""
    return answers.answered(state, "key", message, NOW)


def signs_in(state: ConsoleState) -> ConsoleState:
    """Give a PIN."""
    return press(state, Deed.SignIn)


# --- where many rows begin -------------------------------------------------------------------

DONE_A107 = Offer(Deed.Finish, "A107", NOW + seconds(8))

free = maria(waits(108), waits(109), held(101))
here = maria(called(107), waits(108))
busy = maria(serving(107), waits(108))
pending = Act("another", Deed.Recall)
chosen = nobody(chosen=Chosen(5, "Maria"))
