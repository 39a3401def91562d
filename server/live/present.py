"""Domain values as wire messages: the one place where the inside meets the public contract."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from server.domain import events
from server.domain.branch import Desk, Queue
from server.domain.ticket import AT_DESK, Ticket
from server.store.view import Ledger, View
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
    events.SignedIn: Happened.SIGNED_IN,
    events.SignedOut: Happened.SIGNED_OUT,
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


def queue(queue: Queue, waiting: Mapping[str, int]) -> messages.Queue:
    """Return the queue as customers see it."""
    return messages.Queue(
        slug=queue.slug,
        letter=queue.letter,
        names=queue.names,
        open=True,
        waiting=waiting.get(queue.slug, 0),
    )


def desk(desk: Desk, serving: Ticket | None) -> messages.Desk:
    """Return the desk as consoles see it."""
    return messages.Desk(
        number=desk.number,
        state=messages.DeskState(desk.state.value),
        queues=list(desk.queues),
        servicer=desk.servicer,
        since=desk.since,
        serving=None if serving is None else ticket(serving),
    )


def branch(
    ledger: Ledger,
    queues: Iterable[Queue],
    desks: Iterable[Desk],
    open_tickets: Iterable[Ticket],
    waiting: Mapping[str, int],
    servicers: Sequence[str],
    now: datetime,
) -> messages.Branch:
    """Return the branch as every face needs it."""
    at_desk = {t.desk: t for t in open_tickets if t.state in AT_DESK}
    return messages.Branch(
        name=ledger.settings.name,
        time_zone=ledger.settings.time_zone,
        languages=list(ledger.settings.languages),
        open=True,
        day=ledger.day,
        now=now,
        queues=[queue(q, waiting) for q in queues],
        desks=[desk(d, at_desk.get(d.number)) for d in desks],
        servicers=list(servicers),
    )


def branch_of(view: View, now: datetime) -> messages.Branch:
    """Return the branch as it stands in this view."""
    return branch(
        view.ledger,
        view.queues(),
        view.desks(),
        view.open_tickets(),
        view.waiting(),
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
