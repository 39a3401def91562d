"""Domain values as wire messages: the one place where the inside meets the public contract."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from msgspec.structs import replace

from server.domain import events, hours, limits
from server.domain.branch import BranchSettings, Desk, HelpCall, Helper, Message, Queue
from server.domain.limits import Demand
from server.domain.openness import opening_of
from server.domain.recent_calls import RECENT_CALLS
from server.domain.state import BranchState, Change
from server.domain.ticket import Ticket, TicketState
from server.domain.today import StaffCall, Switch
from server.forecast.advice import NO_ADVICE, Advice
from server.forecast.outlook import UNKNOWN, Outlook
from server.present import advice, week
from server.present.estimates import estimate
from server.present.events import happened
from shared.wire import messages, routes

_ABOUT_ALL = (events.DeskConfigured, events.QueueLent)
"""What at a desk may change who else is served."""

_HELP = (events.KioskHelpAsked, events.KioskHelpComing, events.KioskHelpEnded)


def ticket(
    ticket: Ticket,
    *,
    ahead: int | None = None,
    next: bool = False,
    url: str | None = None,
    outlook: Outlook = UNKNOWN,
) -> messages.Ticket:
    """Return the ticket as staff and devices see it; `url` only for those who may hand it out, its estimate as the outlook has it."""
    return messages.Ticket(
        id=ticket.id,
        label=ticket.label,
        number=ticket.number,
        queue=ticket.queue,
        state=messages.TicketState(ticket.state.value),
        taken_at=ticket.taken_at + ticket.corrected,
        ahead=ahead,
        next=next,
        estimate=estimate(outlook.of(ticket)),
        url=url,
        language=ticket.language,
        priority=ticket.priority,
        desk=ticket.desk,
        servicer=ticket.servicer,
        called_at=ticket.last_called_at,
        started_at=ticket.started_at,
        ended_at=ticket.ended_at,
        calls=ticket.calls,
        position=ticket.position,
        for_desk=ticket.for_desk,
        hold_reason=ticket.hold_reason,
        note=ticket.note,
        postponed=ticket.postponed,
        on_my_way_at=ticket.on_my_way_at,
        print=None if ticket.print is None else messages.PrintState(ticket.print.value),
        stamped_at=ticket.taken_at if ticket.corrected else None,
        day=ticket.day,
        test=ticket.is_test,
    )


def was(before: Ticket) -> messages.Was:
    """Return where the ticket stood before an event."""
    return messages.Was(
        state=messages.TicketState(before.state.value),
        queue=before.queue,
        desk=before.desk,
    )


def queue(
    queue: Queue,
    settings: BranchSettings,
    demand: Demand,
    now: datetime,
    outlook: Outlook,
) -> messages.Queue:
    """Return the queue as customers see it."""
    opening = opening_of(settings, queue, demand.switch, now)
    foreseen = outlook.of_newcomer(queue.slug, demand.waiting)
    why = limits.fullness(settings, queue, demand, now, foreseen)
    return messages.Queue(
        slug=queue.slug,
        letter=queue.letter,
        names=queue.names,
        open=opening.is_open,
        waiting=demand.waiting,
        estimate=estimate(outlook.shown_of(queue.slug, demand.waiting)),
        closes_at=opening.closes_at,
        opens_at=opening.opens_at,
        full=None if why is None else messages.Full[why.name],
        join=messages.Join(queue.settings.join.value),
        by_hand=_by_hand(demand.switch, now),
    )


def _by_hand(switch: Switch | None, now: datetime) -> messages.ByHand | None:
    in_force = switch is not None and not switch.is_over(now)
    return messages.ByHand(switch.to.value) if switch and in_force else None


def desk(
    desk: Desk,
    serving: Ticket | None,
    called: Callable[[str], str],
    undo: messages.Undo | None = None,
) -> messages.Desk:
    """Return the desk as consoles see it; `called` is how a manager is called."""
    return messages.Desk(
        number=desk.number,
        state=messages.DeskState(desk.state.value),
        queues=list(desk.serves),
        servicer=desk.servicer,
        since=desk.since,
        serving=None if serving is None else ticket(serving),
        policy=desk.policy.value,
        reason=desk.reason,
        back_at=desk.back_at,
        help_since=desk.help_since,
        stored_since=desk.stored_since,
        undo=undo,
        names=desk.names,
        lent=list(desk.lent),
        helper=None if desk.helper is None else _helper(desk.helper, called),
    )


def _helper(helper: Helper, called: Callable[[str], str]) -> messages.Helper:
    name = helper.name if helper.desk is not None else called(helper.name)
    return messages.Helper(name=name, desk=helper.desk)


def staff_call(state: BranchState, call: StaffCall) -> messages.StaffCall:
    """Return a manager's call to everybody at the desks."""
    return messages.StaffCall(
        since=call.since, by=state.called(call.by), reason=call.reason
    )


def _staff_call(state: BranchState) -> messages.StaffCall | None:
    call = state.today.staff_call
    return None if call is None else staff_call(state, call)


def branch(state: BranchState, now: datetime, outlook: Outlook) -> messages.Branch:
    """Return the branch as every face needs it."""
    settings = state.settings
    coming, exceptions = week.coming(state, now)
    shown = [
        queue(each, settings, state.demand(each.slug), now, outlook)
        for each in state.queues()
    ]
    return messages.Branch(
        name=settings.name,
        time_zone=settings.time_zone,
        languages=list(settings.languages),
        open=any(q.open for q in shown) if shown else is_open(settings, now),
        next_opening=min((q.opens_at for q in shown if q.opens_at), default=None),
        day=state.day,
        now=now,
        queues=shown,
        desks=[
            desk(each, state.room.at_desk(each.number), state.called)
            for each in state.desks()
        ],
        servicers=state.servicers(),
        priorities=list(settings.priorities),
        rejoin_minutes=settings.rejoin_minutes,
        most_postponements=settings.most_postponements,
        stranded=stranded(state),
        names=settings.names,
        priority_names=settings.words_of_priorities,
        priority_by=[messages.Role(role) for role in settings.priority_roles],
        message=_message(state.message, now),
        help=help_calls(state),
        place=messages.Place(settings.place.value),
        footer=settings.footer,
        logo=f"{routes.LOGO}/{settings.logo}" if settings.logo else None,
        accent=settings.accent or None,
        hours=coming,
        exceptions=exceptions,
        hours_differ=week.differ(state),
        closed_kiosks=closed_kiosks(state, now),
        staff_call=_staff_call(state),
        advice=advice.message(_in_force(state, outlook)),
        usual={
            slug: messages.Estimate(low_s=each.low_s, high_s=each.high_s)
            for slug, each in outlook.usual.items()
        },
    )


def _in_force(state: BranchState, outlook: Outlook) -> Advice:
    if outlook.advice is NO_ADVICE:
        return NO_ADVICE
    desks = {desk.number: desk for desk in state.desks()}
    queues = {queue.slug for queue in state.queues()}
    return advice.in_force(outlook.advice, desks, queues)


def notice(message: Message) -> messages.Notice:
    """Return a message to everybody who waits, as faces show it."""
    return messages.Notice(
        texts=dict(message.texts), since=message.since, until=message.until
    )


def _message(message: Message | None, now: datetime) -> messages.Notice | None:
    return None if message is None or message.is_over(now) else notice(message)


def help_calls(state: BranchState) -> list[messages.HelpCall]:
    """Return who asks for help at the kiosks, who asked first before all others."""
    calls = sorted(state.help.items(), key=lambda each: each[1].since)
    return [_help_call(state, id, call) for id, call in calls]


def _help_call(state: BranchState, id: int, call: HelpCall) -> messages.HelpCall:
    # Devices of before they were in the journal are not in a branch that is replayed.
    kiosk = state.devices.get(id)
    return messages.HelpCall(
        device=id,
        kiosk="" if kiosk is None else kiosk.name,
        since=call.since,
        language=call.language,
        desk=call.desk,
        manager=None if call.manager is None else state.called(call.manager),
    )


def closed_kiosks(state: BranchState, now: datetime) -> list[messages.ClosedKiosk]:
    """Return which kiosks staff have closed for now."""
    return [
        messages.ClosedKiosk(device=id, until=switch.until)
        for id, switch in sorted(state.today.kiosks.items())
        if not switch.is_over(now)
    ]


def stranded(state: BranchState) -> list[int]:
    """Return the ids of the tickets that no desk may call next, first of all first."""
    return [ticket.id for ticket in state.stranded()]


def is_open(settings: BranchSettings, now: datetime) -> bool:
    """Return whether the branch's own hours are open now."""
    return hours.is_open(settings.hours, now, settings.time_zone)


def snapshot(state: BranchState, now: datetime, outlook: Outlook) -> messages.Snapshot:
    """Return everything a face needs to start from here."""
    tickets = sorted(state.room.tickets(), key=lambda ticket: ticket.id)
    return messages.Snapshot(
        seq=state.seq,
        branch=branch(state, now, outlook),
        board=board(state.recent_calls(), state.waiting(), state.seq),
        tickets=[ticket(each) for each in tickets],
        missed=[ticket(state.missed[id]) for id in sorted(state.missed)],
    )


def event(
    change: Change,
    state: BranchState,
    calls_before: list[Ticket] | None,
    now: datetime,
    outlook: Outlook,
) -> messages.Event:
    """Return the change as watchers hear it; the branch stands as it left it.

    `calls_before` were on the board, None where that is not known: then whoever hears it is told later how it is.
    """
    row, before, after = change.row, change.before, change.after
    told = messages.Event(seq=row.seq, at=row.at, event=happened(row.event))
    if after is not None:
        stood = None if before is None else was(before)
        waiting = _waiting(before, after, state)
        told = replace(told, ticket=ticket(after), was=stood, waiting=waiting)
        if any(each and state.is_stranded(each) for each in (before, after)):
            told = replace(told, stranded=stranded(state))
    elif isinstance(row.event, _HELP):
        told = replace(told, help=help_calls(state))
    elif change.desk is None or isinstance(row.event, _ABOUT_ALL):
        told = replace(told, branch=branch(state, now, outlook))
    if change.desk is not None and told.branch is None:
        serving = state.room.at_desk(change.desk.number)
        told = replace(told, desk=desk(change.desk, serving, state.called))
    if calls_before is None:
        return told
    on_board = state.recent_calls()
    if _ids(on_board) != _expected(change, _ids(calls_before)):
        told = replace(told, recent_calls=[call(each) for each in on_board])
    return told


def _waiting(
    before: Ticket | None, after: Ticket, state: BranchState
) -> dict[str, int] | None:
    """Return how many wait now in the queues that somebody joined or left."""
    moved = {_line_of(before), _line_of(after)}
    if len(moved) == 1:
        return None
    there = [slug for slug in moved if slug and not state.all_queues[slug].removed]
    return {slug: state.counter(slug).waiting for slug in there} or None


def _line_of(ticket: Ticket | None) -> str | None:
    waits = ticket is not None and ticket.state is TicketState.WAITING
    return ticket.queue if ticket is not None and waits else None


def _ids(tickets: list[Ticket]) -> list[int]:
    return [ticket.id for ticket in tickets]


def _expected(change: Change, calls: list[int]) -> list[int]:
    """Return which tickets' calls a watcher goes by that knows nothing but this change."""
    after = change.after
    if after is None:
        return calls
    others = [id for id in calls if id != after.id]
    if isinstance(change.row.event, events.Called | events.Recalled):
        return [after.id, *others][:RECENT_CALLS]
    return others if after.desk is None else calls


def standing(state: BranchState, now: datetime, outlook: Outlook) -> messages.Event:
    """Return how the branch stands, for whoever knows its tickets; it is no row of the journal."""
    return messages.Event(
        seq=state.seq,
        at=now,
        event=messages.Happened.CONFIGURED,
        branch=branch(state, now, outlook),
        recent_calls=[call(each) for each in state.recent_calls()],
    )


def board(
    calls: Iterable[Ticket], waiting: Mapping[str, int], seq: int
) -> messages.Board:
    """Return the board; `calls` are tickets, newest call first."""
    return messages.Board(
        recent_calls=[call(t) for t in calls], waiting=dict(waiting), seq=seq
    )


def call(ticket: Ticket) -> messages.Call:
    """Return the board's row for a ticket that was called."""
    assert ticket.desk is not None
    assert ticket.last_called_at is not None
    return messages.Call(
        ticket=ticket.id,
        label=ticket.label,
        desk=ticket.desk,
        queue=ticket.queue,
        called_at=ticket.last_called_at,
        state=messages.TicketState(ticket.state.value),
        servicer=ticket.servicer,
    )
