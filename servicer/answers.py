"""The folds of what is done here: how the console's state changes with a press, and with its answer. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace as with_fields

from servicer.choices import choices
from servicer.deeds import DEEDS, Needs
from servicer.folds import settled, unseated, why_gone, with_seat
from servicer.state import Act, ConsoleState, Details, Found, Notice, Offer, Seat
from servicer.terms import Deed, Said
from shared.labels import labels_meant
from shared.wire.following import OPEN
from shared.wire.messages import Desk, Problem, Ticket, TicketState

DOUBLE_CLICK = timedelta(milliseconds=400)
"""A second press of the primary button within this time belongs to the first, even if the button says
something else by then."""

NOTICES = {
    "recalled-too-soon": Said.TooSoon,
    "still-serving": Said.FinishFirst,
    "other-desk": Said.NotHere,
    "storage-full": Said.StorageFull,
    "wrong-pin": Said.WrongPin,
    "locked": Said.Locked,
    "servicer-elsewhere": Said.ServicerElsewhere,
}
"""Which sentence a refusal gets; any other is told in the server's own words."""

UNDO_WITHIN = timedelta(seconds=10)
"""How long the server lets a desk take back what it did last; most answers are a ticket, which does not say it."""


# --- asking ----------------------------------------------------------------------------------


def chose_desk(state: ConsoleState, number: int) -> ConsoleState:
    """The servicer chose a desk; 0 takes the choice back. A console that is bound to one has no other."""
    chosen = replace(state.chosen, desk=state.bound or number)
    return state if state.act else replace(state, chosen=chosen, notice=None)


def bound_to(state: ConsoleState, desk: int | None) -> ConsoleState:
    """A manager bound this console to a desk, or to none; whoever sits elsewhere stays there until they leave."""
    if (desk or 0) == state.bound:
        return state
    chosen = replace(state.chosen, desk=desk or state.chosen.desk)
    return replace(state, bound=desk or 0, chosen=chosen)


def chose_servicer(state: ConsoleState, name: str) -> ConsoleState:
    """The servicer chose a name; an empty one takes the choice back."""
    chosen = replace(state.chosen, servicer=name)
    return state if state.act else replace(state, chosen=chosen, notice=None)


def asked(
    state: ConsoleState, deed: Deed, details: Details, at: datetime, key: str
) -> ConsoleState:
    """The servicer asked for something; nothing changes when that cannot be now or an answer is still awaited."""
    way, ticket = DEEDS[deed], state.present
    if state.act is not None or (state.away and not way.while_away):
        return state
    if way.needs is Needs.NO_CUSTOMER and ticket is not None:
        return replace(state, notice=Notice(Said.FinishFirst, label=ticket.label))
    if not is_possible(state, deed, details, at):
        return state
    if is_primary(state, deed, at):
        if is_deaf(state, at):
            return state
        state = replace(state, deaf_until=at + DOUBLE_CLICK)
    if way.needs is Needs.TICKET:
        ticket = state.ticket_of(details.number)
    if way.needs is Needs.SEAT_CHOSEN:
        details = Details(state.chosen.servicer, state.chosen.desk)
    details = replace(details, wanted=not way.is_on(state))
    act = Act(key, deed, ticket, details, then=way.then(details))
    return replace(state, act=act, notice=None, ended=None)


def is_possible(
    state: ConsoleState, deed: Deed, details: Details, at: datetime
) -> bool:
    """Return whether there is what the deed needs."""
    needs = DEEDS[deed].needs
    if needs is Needs.SEAT_CHOSEN:
        chosen = state.chosen
        named = chosen.desk != 0 and chosen.servicer != ""
        locked = state.locked_until(chosen.servicer, at) is not None
        return state.seat is None and named and not locked
    if state.seat is None:
        return False
    match needs:
        case Needs.BUTTON:
            choice = choices(state, at).of(deed)
            return choice is not None and choice.enabled
        case Needs.CUSTOMER:
            return state.present is not None
        case Needs.TICKET:
            ticket = state.ticket_of(details.number)
            return ticket is not None and (
                ticket.state in OPEN or state.may_come_back(ticket, at)
            )
        case Needs.OFFER:
            return offered_undo(state, at) is not None
    return is_there(state, needs, details)


def is_there(state: ConsoleState, needs: Needs, details: Details) -> bool:
    """Return whether what is chosen is still there: whoever asks for help, or a queue to serve or to leave."""
    match needs:
        case Needs.KIOSK:
            return any(call.device == details.number for call in state.help_calls)
        case Needs.COLLEAGUE:
            return any(d.number == details.number for d in state.colleagues)
        case Needs.STAFF_CALL:
            return state.staff_call is not None
        case Needs.QUEUE:
            known = {queue.slug for queue in state.queues}
            return details.text in known.difference(state.my_queues)
        case Needs.LOAN:
            return details.text in state.lent
    return True


def is_primary(state: ConsoleState, deed: Deed, at: datetime) -> bool:
    """Return whether the primary button does this now."""
    return choices(state, at).primary.deed is deed


def is_deaf(state: ConsoleState, now: datetime) -> bool:
    """Return whether a press of the primary button still belongs to the one before."""
    return state.deaf_until is not None and now < state.deaf_until


def offered_undo(state: ConsoleState, now: datetime) -> Offer | None:
    """Return what may be taken back now."""
    offer = state.offer
    return offer if offer is not None and now < offer.until else None


def declined(state: ConsoleState, key: str) -> ConsoleState:
    """The servicer does not want this now; it is not advised again until it is wanted anew."""
    return replace(state, declined=state.declined | {key})


def looked_for(state: ConsoleState, label: str) -> ConsoleState:
    """The servicer looks for a number of today; an empty one is no number."""
    return replace(state, found=Found(label) if label else None)


def was_found(
    state: ConsoleState, label: str, tickets: Sequence[Ticket]
) -> ConsoleState:
    """The server told of the tickets of this label, or what is known here has to do."""
    if state.found is None or state.found.label != label:
        return state
    return replace(state, found=Found(label, tuple(tickets)))


def known_of(state: ConsoleState, label: str) -> list[Ticket]:
    """Return the tickets of this label that the console knows by itself."""
    known, meant = (
        (*state.tickets.values(), *state.missed.values()),
        labels_meant(label),
    )
    return [ticket for ticket in known if ticket.label in meant]


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
    state: ConsoleState, key: str, message: Struct | None, at: datetime
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
    if act.ticket is not None and DEEDS[act.deed].ends:
        after = replace(after, ended=act.ticket.id)
    if act.ticket is not None and act.deed is Deed.FinishAndCall:
        after = with_word(after, act, with_fields(act.ticket, state=TicketState.DONE))
    match message:
        case Ticket():
            after = with_word(after, act, message)
        case Desk():
            after = with_desk_word(after, act, message)
    after = settled(state, replace(after, notice=news_of(act, message)), None)
    if act.then and isinstance(message, Ticket) and after.seat is not None:
        after = replace(after, act=next_act(act, message))
    return after


def news_of(act: Act, message: Struct | None) -> Notice | None:
    """Return what the servicer is told of an answer, where the screen does not show it anyway."""
    match act.deed:
        case Deed.CallNext if message is None:
            return Notice(Said.NobodyWaits)
        case Deed.GiveNumber if isinstance(message, Ticket):
            return Notice(Said.NumberGiven, label=message.label)
        case Deed.SayToAll if act.details.texts:
            return Notice(Said.ToldAll)
    return None


def next_act(act: Act, ticket: Ticket) -> Act:
    """Return what is asked for next with the ticket that an act has brought, under a key made of the act's own."""
    deed, *then = act.then
    key = f"{act.key[:36]}-{deed.name}"
    return Act(key, deed, ticket, act.details, then=tuple(then))


def offer_of(act: Act, message: Struct | None, at: datetime) -> Offer | None:
    """Return what may now be taken back; that nobody could be called is nothing."""
    if not DEEDS[act.deed].undoable:
        return None
    if message is None and act.deed is Deed.CallNext:
        return None
    subject = message if isinstance(message, Ticket) else act.ticket
    return Offer(act.deed, "" if subject is None else subject.label, at + UNDO_WITHIN)


def signed_in(state: ConsoleState, desk: Desk) -> ConsoleState:
    """The servicer sits at the desk."""
    seat = Seat(desk.number, state.chosen.servicer, desk.since)
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
    if act.ticket is not None and problem.state is not None:
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
    desk, servicer = chosen.desk, chosen.servicer
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
    if act.overtaken or ticket.id in act.told or state.followed is None:
        return state
    return replace(state, followed=state.followed.with_ticket(ticket))


def with_desk_word(state: ConsoleState, act: Act, desk: Desk) -> ConsoleState:
    """Take the desk from an answer, unless the stream has spoken of it since: it may have told of what came after."""
    if act.overtaken or desk.number in act.desks_told or state.followed is None:
        return state
    return replace(state, followed=state.followed.with_desk(desk))


def act_of(state: ConsoleState, key: str) -> Act | None:
    """Return the act of this key if it is still under way."""
    return state.act if state.act is not None and state.act.key == key else None
