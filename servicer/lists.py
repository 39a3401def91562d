"""What the screens list: queues, tickets, and where a customer may be sent. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from servicer.props import PlaceRow, QueueRow, TicketRow
from servicer.state import ConsoleState, waiting
from servicer.terms import Intake
from shared.wire.messages import Queue, Ticket
from shared.wire.wording import name_in, queue_name


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
        remark=ticket.hold_reason or ticket.note or "",
    )


def place_rows(state: ConsoleState, mine: int) -> tuple[PlaceRow, ...]:
    """Return where the desk's customer may be sent: every queue, and every other desk at which somebody sits."""
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
    )
    desks = tuple(
        PlaceRow(f"desk-{desk.number}", "", desk.number, "", 0, desk.servicer)
        for desk in state.desks
        if desk.number != mine and desk.servicer is not None
    )
    return queues + desks


def queue_rows(state: ConsoleState, now: datetime) -> tuple[QueueRow, ...]:
    """Return the desk's own queues in its order, then the others in the branch's."""
    mine = state.my_queues
    tickets = waiting(state)

    def place(queue: Queue) -> int:
        return mine.index(queue.slug) if queue.slug in mine else len(mine)

    return tuple(
        queue_row(state, queue, [t for t in tickets if t.queue == queue.slug], now)
        for queue in sorted(state.queues, key=place)
    )


def queue_row(
    state: ConsoleState, queue: Queue, line: Sequence[Ticket], now: datetime
) -> QueueRow:
    """Return one queue and who waits in it."""
    return QueueRow(
        slug=queue.slug,
        letter=queue.letter,
        ordinal=ordinal_of(state, queue.slug),
        name=name_in(queue, state.language),
        mine=queue.slug in state.my_queues,
        waiting=len(line),
        longest_min=longest_min(state, line, now),
        intake=intake_of(queue),
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
