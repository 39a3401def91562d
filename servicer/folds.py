"""The folds of what the server tells by itself: how the console's state changes with the link and the stream. Pure."""

from dataclasses import replace
from datetime import datetime

from servicer.deeds import DEEDS
from servicer.state import (
    ConsoleState,
    Notice,
    Seat,
    advised_key,
    is_answered,
    sits_there,
)
from servicer.terms import Deed, Said
from shared.translations import LANGUAGES, SOURCE
from shared.wire.following import FollowedBranch
from shared.wire.link import Link
from shared.wire.messages import Branch, Event, Snapshot, Ticket, TicketState


def stood(state: ConsoleState, link: Link) -> ConsoleState:
    """The link to the server changed. What does not outlast a server that is away is given up, and it is said."""
    after = replace(state, link=link, lost=state.lost and not link.live)
    act = state.act
    if link.away and act is not None and not DEEDS[act.deed].outlasts:
        # It may have been done, and only its answer lost; then the stream will tell, and nobody else ended anything.
        parted = act.ticket if DEEDS[act.deed].ends else None
        ended = state.ended if parted is None else parted.id
        return replace(after, act=None, ended=ended, notice=Notice(Said.NotNoted))
    notice = state.notice
    if link.live and notice is not None and notice.kind is Said.NotNoted:
        return replace(after, notice=None)
    return after


def missed_for_long(state: ConsoleState) -> ConsoleState:
    """The server has not been heard for so long that it may be somewhere else now."""
    return replace(state, lost=not state.link.live)


def began(state: ConsoleState, snapshot: Snapshot, at: datetime) -> ConsoleState:
    """The stream began anew."""
    after = replace(
        state,
        followed=FollowedBranch.of(snapshot),
        skew=snapshot.branch.now - at,
        language=state.language or own_language(snapshot.branch),
        act=None if state.act is None else replace(state.act, overtaken=True),
    )
    return settled(state, after, None)


def own_language(branch: Branch) -> str:
    """Return the first of the branch's languages that the console speaks: what counts where nobody, nor the machine, has named one."""
    return next((code for code in branch.languages if code in LANGUAGES), SOURCE)


def happened(state: ConsoleState, event: Event) -> ConsoleState:
    """One more thing happened at the branch, maybe to a ticket and a desk at once."""
    if state.followed is None:
        return state
    after = replace(state, followed=state.followed.after(event))
    if event.ticket is not None and after.act is not None:
        told = after.act.told | {event.ticket.id}
        after = replace(after, act=replace(after.act, told=told))
    if after.act is not None:
        desks = after.act.desks_told | desks_in(event)
        after = replace(after, act=replace(after.act, desks_told=desks))
    return settled(state, with_found(after, event.ticket), event.ticket)


def with_found(state: ConsoleState, ticket: Ticket | None) -> ConsoleState:
    """Return the same with the ticket as it stands now among what was looked up."""
    found = state.found
    if ticket is None or found is None or found.tickets is None:
        return state
    tickets = tuple(ticket if t.id == ticket.id else t for t in found.tickets)
    return replace(state, found=replace(found, tickets=tickets))


def desks_in(event: Event) -> set[int]:
    """Return the numbers of the desks that the event tells of."""
    desks = [] if event.branch is None else list(event.branch.desks)
    if event.desk is not None:
        desks.append(event.desk)
    return {desk.number for desk in desks}


def settled(
    before: ConsoleState, after: ConsoleState, moved: Ticket | None
) -> ConsoleState:
    """Return the state with what follows from a change: the seat, who left, who arrived, who was called first of all."""
    seated = with_first_call(before, with_seat(with_advice(after)))
    return with_arrival(before, with_parting(before, seated, moved))


def with_advice(state: ConsoleState) -> ConsoleState:
    """Forget what was not wanted once it is no longer advised: when it is wanted anew, it is told anew."""
    advice = state.advice
    advised = set(map(advised_key, advice.more)) | set(map(advised_key, advice.enough))
    return replace(state, declined=state.declined & advised)


def with_first_call(before: ConsoleState, after: ConsoleState) -> ConsoleState:
    """Note whether the first of all calls for the desk's customer came from here: a ticket counts all desks' calls."""
    earlier, present = before.present, after.present
    if present is None or (earlier is not None and earlier.id == present.id):
        return after
    return replace(after, called_first=present.id if present.calls == 1 else None)


def with_seat(state: ConsoleState) -> ConsoleState:
    """Confirm the seat, or give it up once the stream says that somebody else has the desk."""
    seat, desk = state.seat, state.desk
    if seat is None or state.branch is None:
        return state
    if desk is not None and sits_there(seat, desk):
        return replace(state, seat=replace(seat, confirmed=is_this(seat, desk.since)))
    return unseated(state, seat) if seat.confirmed or desk is None else state


def is_this(seat: Seat, since: datetime | None) -> bool:
    """Return whether a desk taken at that time is this sitting, and not one before it."""
    if seat.confirmed or seat.since is None or since is None:
        return True
    return since >= seat.since


def unseated(state: ConsoleState, seat: Seat) -> ConsoleState:
    """Back to signing in; it is said why, unless it was asked for here."""
    asked_for = state.act is not None and state.act.deed is Deed.SignOut
    notice = Notice(Said.SignedOut, desk=seat.desk, servicer=seat.servicer)
    # Whoever comes back has only their PIN to type; anybody else says so.
    chosen = replace(state.chosen, desk=seat.desk, servicer=seat.servicer)
    return replace(
        state,
        seat=None,
        act=None,
        arrival=None,
        found=None,
        deaf_until=None,
        offer=None,
        declined=frozenset(),
        chosen=chosen,
        notice=None if asked_for else notice,
    )


def with_parting(
    before: ConsoleState, after: ConsoleState, moved: Ticket | None
) -> ConsoleState:
    """Say so when the desk's customer is gone and it was not this console that ended it."""
    here = before.present
    if after.seat is None or here is None:
        return after
    if after.present is not None and after.present.id == here.id:
        return after
    if here.id == after.ended or (after.act is not None and DEEDS[after.act.deed].ends):
        return after
    state = moved.state if moved is not None and moved.id == here.id else None
    return replace(after, notice=Notice(why_gone(state), label=here.label))


def why_gone(state: TicketState | None) -> Said:
    """Return what to say of a customer who is no longer at the desk, from how the ticket stands."""
    match state:
        case TicketState.LEFT:
            return Said.CustomerLeft
        case TicketState.EXPIRED:
            return Said.DayClosed
        case TicketState.CALLED | TicketState.SERVING:
            return Said.Overtaken
    return Said.NotHere


def with_arrival(before: ConsoleState, after: ConsoleState) -> ConsoleState:
    """Note who arrives while nobody waits for this desk; forget it once somebody is called or nobody waits."""
    line = after.line
    called = after.present is not None and (
        before.present is None or before.present.id != after.present.id
    )
    if not line or called:
        return replace(after, arrival=None)
    # Whoever takes a queue on knows that somebody waits there.
    takes_on = before.act is not None and before.act.deed is Deed.ServeToo
    if before.seat is None or before.line or takes_on:
        return after
    newest = max(line, key=lambda ticket: ticket.taken_at)
    return replace(after, arrival=newest.queue)


def rings(before: ConsoleState, after: ConsoleState) -> bool:
    """Return whether the servicer is to look up: somebody has come while nobody waited, or asks for help at a kiosk, or a manager calls everybody.

    Who wants to hear of every arrival does so.
    """
    if before.seat is None or after.seat is None:
        return False
    if after.arrival is not None and before.arrival is None:
        return True
    if after.alert_always and any(t.id not in before.tickets for t in after.line):
        return True
    if after.staff_call is not None and after.staff_call != before.staff_call:
        return True
    known = {(call.device, call.since) for call in before.help_calls}
    return any(
        (call.device, call.since) not in known and not is_answered(call)
        for call in after.help_calls
    )
