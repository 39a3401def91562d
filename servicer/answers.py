"""What the console knows after a servicer asked for something, and after the server answered. Pure."""

from dataclasses import replace
from datetime import datetime, timedelta

from msgspec.structs import replace as with_fields

from servicer.choices import choices
from servicer.folds import (
    ENDING,
    settled,
    unseated,
    why_gone,
    with_seat,
    with_ticket,
)
from servicer.state import Act, ConsoleState, Details, Notice, Offer, Seat
from servicer.viewmodels.console_terms import Terms
from shared.wire.following import with_desk
from shared.wire.messages import Desk, Problem, Ticket, TicketState

Deed = Terms.Deed
Said = Terms.Notice

DOUBLE_CLICK = timedelta(milliseconds=400)
"""A second press of the primary button within this time belongs to the first, even if the button says
something else by then."""

NOTICES = {
    "recalled-too-soon": Said.TooSoon,
    "still-serving": Said.FinishFirst,
    "other-desk": Said.NotHere,
    "storage-full": Said.StorageFull,
    "nothing-to-undo": Said.NothingToUndo,
    "wrong-pin": Said.WrongPin,
    "locked": Said.Locked,
    "servicer-elsewhere": Said.ServicerElsewhere,
}
"""Which sentence a refusal gets; any other is told in the server's own words."""


NEED_CUSTOMER = frozenset({Deed.Hold, Deed.Transfer, Deed.Note, Deed.Cancel})
"""What is done with whoever is at the desk."""

UNDO_WITHIN = timedelta(seconds=10)
"""How long the server lets a desk take back what it did last."""

NOT_UNDONE = frozenset({Deed.SignIn, Deed.SignOut, Deed.Undo})


# --- asking ----------------------------------------------------------------------------------


def chose_desk(state: ConsoleState, number: int) -> ConsoleState:
    """The servicer chose a desk; 0 takes the choice back."""
    chosen = replace(state.chosen, desk=number or None)
    return state if state.act else replace(state, chosen=chosen, notice=None)


def chose_servicer(state: ConsoleState, name: str) -> ConsoleState:
    """The servicer chose a name; an empty one takes the choice back."""
    chosen = replace(state.chosen, servicer=name or None)
    return state if state.act else replace(state, chosen=chosen, notice=None)


def asked_in(state: ConsoleState, at: datetime, key: str) -> ConsoleState:
    """The servicer gave a PIN; nothing changes while a choice is missing or the name is locked."""
    chosen = state.chosen
    if state.act is not None or chosen.desk is None or chosen.servicer is None:
        return state
    if state.locked_until(chosen.servicer, at) is not None:
        return state
    return replace(state, act=Act(key, Deed.SignIn), notice=None)


def pressed(
    state: ConsoleState, deed: Terms.Deed, at: datetime, key: str
) -> ConsoleState:
    """The servicer pressed a button; nothing changes when it is not offered now or another press is under way."""
    if state.act is not None or state.seat is None:
        return state
    ticket = state.present
    if deed is Deed.SignOut:
        if ticket is not None:
            return replace(state, notice=Notice(Said.FinishFirst, label=ticket.label))
        return replace(state, act=Act(key, deed), notice=None)
    if deed in (Deed.Undo, Deed.Help):
        if state.away or (deed is Deed.Undo and offered_undo(state, at) is None):
            return state
        act = Act(key, deed, ticket, wanting(state, deed))
        return replace(state, act=act, notice=None, ended=0)
    offered = choices(state, at)
    choice = offered.of(deed)
    if choice is None or not choice.enabled:
        return state
    if choice is offered.primary:
        if is_deaf(state, at):
            return state
        state = replace(state, deaf_until=at + DOUBLE_CLICK)
    act = Act(key, deed, ticket, wanting(state, deed))
    return replace(state, act=act, notice=None, ended=0)


def wanting(state: ConsoleState, deed: Terms.Deed) -> Details:
    """Return whether a switch is turned on (0) or, being on, off (1)."""
    desk = state.desk
    helped = desk is not None and desk.help_since is not None
    on = (deed is Deed.StoreNext and state.stored) or (deed is Deed.Help and helped)
    return Details(number=int(on))


def offered_undo(state: ConsoleState, now: datetime) -> Offer | None:
    """Return what may be taken back now."""
    offer = state.offer
    return offer if offer is not None and now < offer.until else None


def asked(
    state: ConsoleState, deed: Terms.Deed, details: Details, key: str
) -> ConsoleState:
    """The servicer asked for something that needs more than a press; nothing changes while an answer is awaited."""
    if state.act is not None or state.seat is None or state.away:
        return state
    ticket = state.present
    if deed in (Deed.CallTicket, Deed.Resume):
        ticket = state.tickets.get(details.number)
        if ticket is None:
            return state
    if deed in NEED_CUSTOMER and ticket is None:
        return state
    act = Act(key, deed, ticket, details)
    return replace(state, act=act, notice=None, ended=0)


def is_deaf(state: ConsoleState, now: datetime) -> bool:
    """Return whether a press of the primary button still belongs to the one before."""
    return state.deaf_until is not None and now < state.deaf_until


# --- being answered --------------------------------------------------------------------------


def missed(state: ConsoleState, key: str) -> ConsoleState:
    """A try got no answer. A desk's act is tried on; signing in is given up, since nobody is at work yet."""
    act = act_of(state, key)
    if act is None:
        return state
    if act.deed is Deed.SignIn:
        return again(replace(state, notice=Notice(Said.NoAnswer)))
    return replace(state, act=replace(act, missed=act.missed + 1))


def answered(
    state: ConsoleState, key: str, message: Ticket | Desk | None, at: datetime
) -> ConsoleState:
    """The server did what it was asked for; `message` is None when nobody waits."""
    act = act_of(state, key)
    if act is None:
        return state
    if isinstance(message, Desk):
        if act.deed is Deed.SignIn:
            return signed_in(state, message)
        if act.deed is Deed.SignOut:
            return state if state.seat is None else unseated(state, state.seat)
    after = replace(state, act=None, offer=offer_of(act, message, at))
    if isinstance(message, Desk):
        return with_desk_word(after, act, message)
    if act.ticket is not None and act.deed in ENDING:
        after = replace(after, ended=act.ticket.id)
    if act.ticket is not None and act.deed is Deed.FinishAndCall:
        after = with_word(after, act, with_fields(act.ticket, state=TicketState.DONE))
    if message is not None:
        after = with_word(after, act, message)
    elif act.deed is Deed.CallNext:
        after = replace(after, notice=Notice(Said.NobodyWaits))
    return settled(state, after, None)


def offer_of(act: Act, message: Ticket | Desk | None, at: datetime) -> Offer | None:
    """Return what may now be taken back."""
    if act.deed in NOT_UNDONE or (message is None and act.deed is Deed.CallNext):
        return None
    subject = message if isinstance(message, Ticket) else act.ticket
    if act.deed is Deed.FinishAndCall and not isinstance(message, Ticket):
        subject = act.ticket
    return Offer(act.deed, "" if subject is None else subject.label, at + UNDO_WITHIN)


def with_desk_word(state: ConsoleState, act: Act, desk: Desk) -> ConsoleState:
    """Take the desk from an answer; an undone ticket is told by the stream."""
    if state.branch is None or act.overtaken:
        return state
    ended = act.ticket.id if act.deed is Deed.Undo and act.ticket is not None else 0
    branch = with_desk(state.branch, desk)
    return settled(state, replace(state, branch=branch, ended=ended), None)


def signed_in(state: ConsoleState, desk: Desk) -> ConsoleState:
    """The servicer sits at the desk."""
    servicer = desk.servicer or state.chosen.servicer or ""
    seat = Seat(desk.number, servicer, desk.since)
    return with_seat(replace(state, seat=seat, act=None, notice=None, deaf_until=None))


def refused(
    state: ConsoleState,
    key: str,
    problem: Problem,
    retry_after: timedelta | None,
    at: datetime,
) -> ConsoleState:
    """The server said no; the sentence says why, and the ticket is shown as the server has it."""
    act = act_of(state, key)
    if act is None:
        return state
    if problem.type == "not-signed-in" and state.seat is not None:
        return unseated(state, state.seat)
    until = None if retry_after is None else at + retry_after
    notice = notice_of(state, act, problem, until)
    if act.deed is Deed.SignIn:
        return refused_in(state, notice)
    after = replace(state, act=None)
    if act.ticket is not None and problem.type == "wrong-state" and problem.state:
        stands = with_fields(act.ticket, state=problem.state)
        after = settled(state, with_word(after, act, stands), stands)
        # What the stream has told meanwhile says it better.
        notice = after.notice or Notice(why_gone(problem.state), label=act.ticket.label)
    return replace(after, notice=notice)


def notice_of(
    state: ConsoleState, act: Act, problem: Problem, until: datetime | None
) -> Notice:
    """Return what to tell the servicer about a refusal."""
    chosen = state.chosen
    kind = NOTICES.get(problem.type, Said.Refused)
    desk = chosen.desk or 0
    servicer = chosen.servicer or ""
    if problem.type == "desk-taken":
        taken = state.desk_of(desk)
        other = None if taken is None else taken.servicer
        mine = other is None or other == chosen.servicer
        kind = Said.ConsoleElsewhere if mine else Said.DeskTaken
        servicer = other or ""
    if problem.type == "servicer-elsewhere":
        where = state.desk_where(servicer)
        desk = 0 if where is None else where.number
    return Notice(
        kind,
        label="" if act.ticket is None else act.ticket.label,
        desk=desk,
        servicer=servicer,
        until=until,
        detail=problem.detail,
    )


def refused_in(state: ConsoleState, notice: Notice) -> ConsoleState:
    """The servicer may not sit down; a lock is kept for as long as it lasts."""
    locks = state.locks
    if notice.kind is Said.Locked and notice.until is not None:
        locks = {**locks, notice.servicer: notice.until}
    return again(replace(state, notice=notice, locks=locks))


def again(state: ConsoleState) -> ConsoleState:
    """The PIN is asked for anew."""
    chosen = replace(state.chosen, tries=state.chosen.tries + 1)
    return replace(state, act=None, chosen=chosen)


def with_word(state: ConsoleState, act: Act, ticket: Ticket) -> ConsoleState:
    """Take the ticket from an answer, unless the stream has spoken of it since: an answer that was asked for
    twice may be old."""
    if act.overtaken or ticket.id in act.told:
        return state
    return replace(state, tickets=with_ticket(state.tickets, ticket))


def act_of(state: ConsoleState, key: str) -> Act | None:
    """Return the act of this key if it is still under way."""
    return state.act if state.act is not None and state.act.key == key else None
