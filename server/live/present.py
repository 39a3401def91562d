"""Domain values as wire messages: the one place where the inside meets the public contract."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from server.domain import events, hours, limits
from server.domain.branch import BranchSettings, Desk, Queue
from server.domain.limits import Load
from server.domain.ticket import AT_DESK, Ticket
from server.store.ledger import Ledger
from server.store.view import View
from shared.wire import messages
from shared.wire.messages import Happened

RECENT_CALLS = 12
"""How many calls a board is given; a display shows as many as are legible."""

HAPPENED: dict[type, Happened] = {
    events.Taken: Happened.TAKEN,
    events.Called: Happened.CALLED,
    events.Recalled: Happened.RECALLED,
    events.Started: Happened.STARTED,
    events.Finished: Happened.FINISHED,
    events.Missed: Happened.MISSED,
    events.Left: Happened.LEFT,
    events.Expired: Happened.EXPIRED,
    events.Held: Happened.HELD,
    events.Resumed: Happened.RESUMED,
    events.Transferred: Happened.TRANSFERRED,
    events.Cancelled: Happened.CANCELLED,
    events.Returned: Happened.RETURNED,
    events.Rejoined: Happened.REJOINED,
    events.Postponed: Happened.POSTPONED,
    events.Noted: Happened.NOTED,
    events.WentOnTheWay: Happened.ON_MY_WAY,
    events.Printed: Happened.PRINTED,
    events.Rated: Happened.RATED,
    events.Undone: Happened.UNDONE,
    events.SignedIn: Happened.SIGNED_IN,
    events.SignedOut: Happened.SIGNED_OUT,
    events.Paused: Happened.PAUSED,
    events.Opened: Happened.OPENED,
    events.HelpAsked: Happened.HELP,
    events.NextStored: Happened.STORED_NEXT,
    events.DeskUndone: Happened.DESK_UNDONE,
    events.DeskConfigured: Happened.CONFIGURED,
    events.QueueConfigured: Happened.CONFIGURED,
    events.ServicerConfigured: Happened.CONFIGURED,
    events.BranchConfigured: Happened.CONFIGURED,
    events.DayClosed: Happened.DAY_CLOSED,
}


def ticket(
    ticket: Ticket, *, ahead: int | None = None, url: str | None = None
) -> messages.Ticket:
    """Return the ticket as staff and devices see it; `url` only for those who may hand it out."""
    return messages.Ticket(
        id=ticket.id,
        label=ticket.label,
        number=ticket.number,
        queue=ticket.queue,
        state=messages.TicketState(ticket.state.value),
        taken_at=ticket.taken_at,
        ahead=ahead,
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
    )


def ticket_view(
    ticket: Ticket, *, ahead: int | None, behind: int | None
) -> messages.TicketView:
    """Return the ticket as its customer sees it; `ahead` and `behind` are None unless it waits."""
    return messages.TicketView(
        label=ticket.label,
        queue=ticket.queue,
        state=messages.TicketState(ticket.state.value),
        ahead=ahead,
        behind=behind,
        desk=ticket.desk,
        servicer=ticket.servicer,
        called_at=ticket.last_called_at,
    )


def was(before: Ticket) -> messages.Was:
    """Return where the ticket stood before an event."""
    return messages.Was(
        state=messages.TicketState(before.state.value), queue=before.queue
    )


def queue(
    queue: Queue, settings: BranchSettings, load: Load, now: datetime
) -> messages.Queue:
    """Return the queue as customers see it."""
    opening = queue.settings.hours or settings.hours
    why = limits.fullness(settings, queue, load, now)
    return messages.Queue(
        slug=queue.slug,
        letter=queue.letter,
        names=queue.names,
        open=hours.is_open(opening, now, settings.time_zone),
        waiting=load.waiting,
        closes_at=hours.closing(opening, now, settings.time_zone),
        opens_at=hours.next_opening(opening, now, settings.time_zone),
        full=None if why is None else messages.Full[why.name],
        join=messages.Join(queue.settings.join.value),
    )


def desk(
    desk: Desk, serving: Ticket | None, undo: messages.Undo | None = None
) -> messages.Desk:
    """Return the desk as consoles see it."""
    return messages.Desk(
        number=desk.number,
        state=messages.DeskState(desk.state.value),
        queues=list(desk.queues),
        servicer=desk.servicer,
        since=desk.since,
        serving=None if serving is None else ticket(serving),
        policy=desk.policy.value,
        reason=desk.reason,
        back_at=desk.back_at,
        help_since=desk.help_since,
        stored_since=desk.stored_since,
        undo=undo,
    )


def branch(
    ledger: Ledger,
    queues: Iterable[Queue],
    desks: Iterable[Desk],
    open_tickets: Iterable[Ticket],
    loads: Mapping[str, Load],
    servicers: Sequence[str],
    now: datetime,
) -> messages.Branch:
    """Return the branch as every face needs it."""
    at_desk = {t.desk: t for t in open_tickets if t.state in AT_DESK}
    settings = ledger.settings
    shown = [queue(q, settings, loads[q.slug], now) for q in queues]
    return messages.Branch(
        name=settings.name,
        time_zone=settings.time_zone,
        languages=list(settings.languages),
        open=any(q.open for q in shown) if shown else is_open(settings, now),
        next_opening=min((q.opens_at for q in shown if q.opens_at), default=None),
        day=ledger.day,
        now=now,
        queues=shown,
        desks=[desk(d, at_desk.get(d.number)) for d in desks],
        servicers=list(servicers),
        priorities=list(settings.priorities),
        rejoin_minutes=settings.rejoin_minutes,
        most_postponements=settings.most_postponements,
    )


def is_open(settings: BranchSettings, now: datetime) -> bool:
    """Return whether the branch's own hours are open now."""
    return hours.is_open(settings.hours, now, settings.time_zone)


def branch_of(view: View, now: datetime) -> messages.Branch:
    """Return the branch as it stands in this view."""
    return branch(
        view.ledger,
        view.queues(),
        view.desks(),
        view.open_tickets(),
        view.loads(),
        [servicer.name for servicer in view.servicers()],
        now,
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
