"""What the screens list: queues, tickets, and where a customer may be sent. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from servicer.props import (
    ClassRow,
    FoundRow,
    HelpRow,
    PlaceRow,
    QueueRow,
    TicketRow,
)
from servicer.said import clock, desk_name
from servicer.state import ConsoleState, waiting
from servicer.terms import Deed, Intake, Stands
from shared.wire.estimates import in_minutes, is_newcomer_next
from shared.wire.messages import Desk, HelpCall, Queue, Role, Ticket, TicketState
from shared.wire.wording import name_in, queue_name, side_by_side


def in_order(tickets: Sequence[Ticket]) -> list[Ticket]:
    """Return the tickets as they stand in line."""
    return sorted(tickets, key=lambda ticket: (ticket.position, ticket.id))


def ticket_row(state: ConsoleState, ticket: Ticket, now: datetime) -> TicketRow:
    """Return a ticket as a row to choose."""
    queue = queue_of(state, ticket.queue)
    return TicketRow(
        id=ticket.id,
        label=ticket.label,
        letter="" if queue is None else queue.letter,
        ordinal=ordinal_of(state, ticket.queue),
        queue_name=name_of(state, ticket.queue),
        minutes=longest_min(state, [ticket], now),
        priority=ticket.priority or "",
        priority_said=class_said(state, ticket),
        remark=ticket.hold_reason or ticket.note or "",
    )


def missed_rows(state: ConsoleState, now: datetime) -> tuple[TicketRow, ...]:
    """Return who did not come and may still come back, whoever was missed last first."""
    gone = [t for t in state.missed.values() if state.may_come_back(t, now)]
    gone.sort(key=lambda ticket: (ticket.ended_at or ticket.taken_at, ticket.id))
    return tuple(
        replace(
            ticket_row(state, ticket, now),
            minutes=minutes_since(state, ticket.ended_at or ticket.taken_at, now),
        )
        for ticket in reversed(gone)
    )


def minutes_since(state: ConsoleState, instant: datetime, now: datetime) -> int:
    """Return how many whole minutes ago that was by the server's clock."""
    return max(0, (now + state.skew - instant) // timedelta(minutes=1))


def class_said(state: ConsoleState, ticket: Ticket) -> str:
    """Return what the ticket's customer says of themselves, in the words of their class of priority."""
    return "" if ticket.priority is None else class_words(state, ticket.priority)[0]


def class_words(state: ConsoleState, priority: str) -> tuple[str, str]:
    """Return what customers say of themselves when they ask for a class, and what they are told in a second line; nothing where nobody wrote it."""
    names = {} if state.branch is None else state.branch.priority_names
    told = names.get(priority, {})
    words = told.get(state.language) or next(iter(told.values()), "")
    said, _, detail = words.partition("\n")
    return said, detail


def class_rows(state: ConsoleState) -> tuple[ClassRow, ...]:
    """Return the classes that a console may give, none at all first; nothing where it may give none."""
    branch = state.branch
    if branch is None or Role.CONSOLE not in branch.priority_by:
        return ()
    given = (ClassRow(key, key, *class_words(state, key)) for key in branch.priorities)
    return (ClassRow("", "", "", ""), *given) if branch.priorities else ()


def help_rows(state: ConsoleState, mine: int, now: datetime) -> tuple[HelpRow, ...]:
    """Return who asks for help at the kiosks and other desks, whoever asked first first."""
    asked = [(call.since, kiosk_row(call, mine)) for call in state.help_calls]
    asked += [
        (desk.help_since, colleague_row(desk, mine))
        for desk in state.colleagues
        if desk.help_since is not None
    ]
    return tuple(
        replace(row, minutes=minutes_since(state, since, now))
        for since, row in sorted(asked, key=lambda each: each[0])
    )


def kiosk_row(call: HelpCall, mine: int) -> HelpRow:
    """Return a kiosk at which somebody asks for help."""
    return HelpRow(
        key=str(call.device),
        device=call.device,
        kiosk=call.kiosk,
        language=call.language or "",
        helper=call.manager or "",
        desk=call.desk or 0,
        mine=call.desk == mine,
    )


def colleague_row(desk: Desk, mine: int) -> HelpRow:
    """Return another desk that calls for help."""
    helper = desk.helper
    return HelpRow(
        key=f"desk-{desk.number}",
        at_desk=desk.number,
        helper="" if helper is None else helper.name,
        desk=0 if helper is None else helper.desk or 0,
        mine=helper is not None and helper.desk == mine,
    )


STANDS = {
    TicketState.WAITING: Stands.Waiting,
    TicketState.CALLED: Stands.Called,
    TicketState.SERVING: Stands.Served,
    TicketState.HELD: Stands.Aside,
    TicketState.DONE: Stands.Done,
    TicketState.MISSED: Stands.Missed,
    TicketState.LEFT: Stands.Left,
    TicketState.EXPIRED: Stands.Ended,
}


def found_rows(state: ConsoleState, now: datetime) -> tuple[FoundRow, ...]:
    """Return what was looked up, and what can be done with it from this desk."""
    tickets = () if state.found is None else state.found.tickets or ()
    return tuple(found_row(state, ticket, now) for ticket in tickets)


def found_row(state: ConsoleState, ticket: Ticket, now: datetime) -> FoundRow:
    """Return one ticket of today as it stands."""
    queue = queue_of(state, ticket.queue)
    waits = ticket.state is TicketState.WAITING
    held = ticket.state is TicketState.HELD
    back = state.may_come_back(ticket, now)
    callable_ = (waits or held or back) and state.present is None and not state.paused
    since = (
        ticket.ended_at or ticket.started_at or ticket.called_at or ticket.taken_at
        if not waits
        else ticket.taken_at
    )
    return FoundRow(
        id=ticket.id,
        label=ticket.label,
        letter="" if queue is None else queue.letter,
        ordinal=ordinal_of(state, ticket.queue),
        queue_name=name_of(state, ticket.queue),
        stands=STANDS[ticket.state],
        desk=ticket.desk or 0,
        servicer=ticket.servicer or "",
        clock=clock(state, since),
        note=ticket.note or "",
        call=Deed.CallTicket if callable_ else Deed.Nothing,
        back=Deed.Resume if held else Deed.Rejoin if back else Deed.Nothing,
        send=waits or held,
        rank=waits and bool(class_rows(state)),
    )


def place_rows(
    state: ConsoleState, mine: int, ticket: Ticket | None
) -> tuple[PlaceRow, ...]:
    """Return where a customer may be sent: every queue but their own, and every other desk at which somebody sits."""
    queues = tuple(
        PlaceRow(
            key=f"queue-{queue.slug}",
            slug=queue.slug,
            number=0,
            letter=queue.letter,
            ordinal=ordinal_of(state, queue.slug),
            name=name_in(queue, state.language),
        )
        for queue in state.queues
        if ticket is None or queue.slug != ticket.queue
    )
    desks = tuple(
        PlaceRow(
            key=f"desk-{desk.number}",
            slug="",
            number=desk.number,
            letter="",
            ordinal=0,
            name=who_where(state, desk, desk.servicer),
        )
        for desk in state.desks
        if desk.number != mine and desk.servicer is not None
    )
    return queues + desks


def who_where(state: ConsoleState, desk: Desk, servicer: str) -> str:
    """Return who sits at a desk, after what else it is called."""
    return side_by_side((desk_name(state, desk), servicer))


def queue_rows(state: ConsoleState, now: datetime) -> tuple[QueueRow, ...]:
    """Return the desk's own queues in its order, then the others in the branch's.

    Whom this desk calls next is counted in its own queues, or is among the `sent`: what it is told adds up to who waits for it.
    """
    mine = state.my_queues
    tickets = [t for t in waiting(state) if counts(state, t)]

    def place(queue: Queue) -> int:
        return mine.index(queue.slug) if queue.slug in mine else len(mine)

    return tuple(
        queue_row(state, queue, [t for t in tickets if t.queue == queue.slug], now)
        for queue in sorted(state.queues, key=place)
    )


def counts(state: ConsoleState, ticket: Ticket) -> bool:
    """Return whether a ticket is counted in its queue: in one of the desk's own only while nobody sent it to a desk, elsewhere unless it was sent here."""
    if ticket.queue in state.my_queues:
        return ticket.for_desk is None
    return ticket not in sent(state)


def sent(state: ConsoleState) -> list[Ticket]:
    """Return who was sent to this very desk."""
    return [ticket for ticket in state.line if ticket.for_desk is not None]


def queue_row(
    state: ConsoleState, queue: Queue, line: Sequence[Ticket], now: datetime
) -> QueueRow:
    """Return one queue, who waits in it, and how long a newcomer would."""
    low, high = (0, 0) if queue.estimate is None else in_minutes(queue.estimate)
    return QueueRow(
        slug=queue.slug,
        letter=queue.letter,
        ordinal=ordinal_of(state, queue.slug),
        name=name_in(queue, state.language),
        mine=queue.slug in state.my_queues,
        waiting=len(line),
        longest_min=longest_min(state, line, now),
        intake=intake_of(queue),
        lent=queue.slug in state.lent,
        low_min=low,
        high_min=high,
        at_once=not line
        and state.branch is not None
        and is_newcomer_next(state.branch, queue.slug),
    )


def intake_of(queue: Queue) -> Intake:
    """Return whether the queue gives numbers."""
    if not queue.open:
        return Intake.Closed
    return Intake.Giving if queue.full is None else Intake.Full


def longest_min(state: ConsoleState, line: Sequence[Ticket], now: datetime) -> int:
    """Return for how many whole minutes the first of the line waits, -1 when nobody does."""
    if not line:
        return -1
    waited = now + state.skew - min(ticket.taken_at for ticket in line)
    return max(0, waited // timedelta(minutes=1))


def queue_of(state: ConsoleState, slug: str) -> Queue | None:
    """Return the queue of that slug, if the branch has one."""
    return next((queue for queue in state.queues if queue.slug == slug), None)


def ordinal_of(state: ConsoleState, slug: str) -> int:
    """Return the queue's place among the branch's, which chooses its colour."""
    return next((n for n, queue in enumerate(state.queues) if queue.slug == slug), 0)


def name_of(state: ConsoleState, slug: str) -> str:
    """Return the name of the queue of that slug, else the slug."""
    return queue_name(state.queues, slug, state.language) or slug
