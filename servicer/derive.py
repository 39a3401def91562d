"""What the screens show, derived from what the console knows. Pure."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from servicer.answers import is_deaf, offered_undo
from servicer.choices import Choice, choices, since_call
from servicer.deeds import DEEDS
from servicer.props import (
    NO_BUTTON,
    ChoiceRow,
    ConsoleProps,
    DeskProps,
    DeskRow,
    NoticeProps,
    PlaceRow,
    QueueRow,
    ServicerRow,
    SignInProps,
    TicketRow,
)
from servicer.state import ConsoleState, waiting
from servicer.terms import Deed, Intake, Phase, Shown
from shared.wire.messages import PrintState, Queue, Ticket, TicketState
from shared.wire.wording import clock_time, name_in


def derive_console(state: ConsoleState) -> ConsoleProps:
    """Return what every screen shows."""
    branch = state.branch
    return ConsoleProps(
        screen=screen_of(state),
        link=state.link.state.value,
        as_of=""
        if branch is None
        else clock_time(state.link.last_truth, branch.time_zone),
        branch_name="" if branch is None else branch.name,
    )


def screen_of(state: ConsoleState) -> Shown:
    """Return which screen it is; whoever is at a desk stays there, whatever the connection does."""
    if state.seat is not None:
        return Shown.Desk
    if state.link.refusal is not None:
        return Shown.Unpaired
    return Shown.Connecting if state.branch is None else Shown.Welcome


def derive_sign_in(state: ConsoleState, now: datetime) -> SignInProps:
    """Return what the sign-in screen shows; nothing while it is not shown."""
    branch, chosen = state.branch, state.chosen
    if branch is None or state.seat is not None:
        return SignInProps(tries=chosen.tries)
    until = state.locked_until(chosen.servicer, now)
    return SignInProps(
        desks=tuple(
            DeskRow(desk.number, desk.servicer or "", desk.number == chosen.desk)
            for desk in branch.desks
        ),
        servicers=tuple(
            ServicerRow(name, sits_at(state, name), name == chosen.servicer)
            for name in branch.servicers
        ),
        desk=chosen.desk or 0,
        servicer=chosen.servicer or "",
        tries=chosen.tries,
        busy=state.act is not None,
        locked_s=0 if until is None else whole_seconds(until - now),
        notice=notice_props(state, now),
    )


def sits_at(state: ConsoleState, servicer: str) -> int:
    """Return the number of the desk where that servicer is signed in, 0 for none."""
    desk = state.desk_where(servicer)
    return 0 if desk is None else desk.number


def derive_desk(state: ConsoleState, now: datetime) -> DeskProps:
    """Return what the desk's screen shows; nothing while nobody is signed in."""
    if state.seat is None:
        return DeskProps()
    ticket, line = state.present, state.line
    queue = None if ticket is None else queue_of(state, ticket.queue)
    offered = choices(state, now)
    listening = state.act is None
    return DeskProps(
        desk=state.seat.desk,
        servicer=state.seat.servicer,
        phase=phase_of(state),
        label="" if ticket is None else ticket.label,
        queue_name="" if queue is None else name_in(queue, state.language),
        queue_letter="" if queue is None else queue.letter,
        queue_ordinal=0 if queue is None else ordinal_of(state, queue.slug),
        elapsed_s=0 if ticket is None else elapsed_s(state, ticket, now),
        calls=0 if ticket is None else ticket.calls,
        waiting=len(line),
        longest_min=longest_min(state, line, now),
        away=state.away,
        busy=Deed.Nothing if state.act is None else state.act.deed,
        kept=state.act is not None and state.act.missed > 0,
        arrival="" if state.arrival is None else name_of(state, state.arrival),
        primary=NO_BUTTON
        if offered.primary is None
        else choice_row(offered.primary, listening and not is_deaf(state, now)),
        others=tuple(choice_row(other, listening) for other in offered.others),
        queues=queue_rows(state, now),
        line=tuple(ticket_row(state, t, now) for t in in_order(line)),
        held=tuple(ticket_row(state, t, now) for t in in_order(state.held)),
        places=place_rows(state),
        note="" if ticket is None else ticket.note or "",
        on_my_way=ticket is not None and ticket.on_my_way_at is not None,
        unprinted=", ".join(t.label for t in waiting(state) if is_unprinted(t)),
        stored=state.stored,
        **break_props(state),
        **help_props(state),
        **undo_props(state, now),
        notice=notice_props(state, now),
    )


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


def place_rows(state: ConsoleState) -> tuple[PlaceRow, ...]:
    """Return where the desk's customer may be sent: every queue, and every other desk at which somebody sits."""
    branch, seat = state.branch, state.seat
    if branch is None or seat is None:
        return ()
    queues = tuple(
        PlaceRow(
            key=f"queue-{queue.slug}",
            slug=queue.slug,
            number=0,
            letter=queue.letter,
            ordinal=ordinal_of(state, queue.slug),
            name=name_in(queue, state.language),
        )
        for queue in branch.queues
    )
    desks = tuple(
        PlaceRow(f"desk-{desk.number}", "", desk.number, "", 0, desk.servicer)
        for desk in branch.desks
        if desk.number != seat.desk and desk.servicer is not None
    )
    return queues + desks


def is_unprinted(ticket: Ticket) -> bool:
    """Return whether the customer has no paper although a printer was to give one."""
    return ticket.print is PrintState.FAILED


def break_props(state: ConsoleState) -> dict[str, Any]:
    """Return why the desk is on a break and until when."""
    desk, branch = state.desk, state.branch
    if desk is None or branch is None or not state.paused:
        return {"reason": "", "back_at": ""}
    back_at = clock_time(desk.back_at, branch.time_zone)
    return {"reason": desk.reason or "", "back_at": back_at}


def help_props(state: ConsoleState) -> dict[str, Any]:
    """Return whether this desk calls for help, and which others do."""
    desks = () if state.branch is None else state.branch.desks
    mine = 0 if state.seat is None else state.seat.desk
    asking = [desk.number for desk in desks if desk.help_since is not None]
    others = ", ".join(str(number) for number in asking if number != mine)
    return {"help": mine in asking, "help_desks": others}


def undo_props(state: ConsoleState, now: datetime) -> dict[str, Any]:
    """Return what may be taken back, and for how many seconds."""
    offer = offered_undo(state, now)
    if offer is None or state.away:
        return {"undo": Deed.Nothing, "undo_label": "", "undo_s": 0}
    left = whole_seconds(offer.until - now)
    return {"undo": offer.deed, "undo_label": offer.label, "undo_s": left}


def phase_of(state: ConsoleState) -> Phase:
    """Return how the desk stands with its customer."""
    ticket = state.present
    if ticket is None:
        return Phase.Paused if state.paused else Phase.Free
    return Phase.Serving if ticket.state is TicketState.SERVING else Phase.Called


def elapsed_s(state: ConsoleState, ticket: Ticket, now: datetime) -> int:
    """Return the seconds since the customer arrived at the desk, else since the last call."""
    if ticket.state is TicketState.SERVING and ticket.started_at is not None:
        since = now + state.skew - ticket.started_at
    else:
        since = since_call(state, ticket, now)
    return max(0, int(since.total_seconds()))


def choice_row(choice: Choice, listening: bool) -> ChoiceRow:
    """Return a button as QML draws it."""
    return ChoiceRow(
        deed=choice.deed.value,
        name=choice.deed.name,
        asks=DEEDS[choice.deed].asks.value,
        enabled=choice.enabled,
        prominent=choice.prominent,
        listening=choice.enabled and listening,
    )


def queue_rows(state: ConsoleState, now: datetime) -> tuple[QueueRow, ...]:
    """Return the desk's own queues in its order, then the others in the branch's."""
    queues = () if state.branch is None else tuple(state.branch.queues)
    mine = state.my_queues
    tickets = waiting(state)

    def place(queue: Queue) -> tuple[int, int]:
        ordinal = ordinal_of(state, queue.slug)
        own = mine.index(queue.slug) if queue.slug in mine else len(mine)
        return own, ordinal

    return tuple(
        queue_row(state, queue, [t for t in tickets if t.queue == queue.slug], now)
        for queue in sorted(queues, key=place)
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
        intake=intake_of(queue).value,
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
    return max(0, int(waited.total_seconds() // 60))


def notice_props(state: ConsoleState, now: datetime) -> NoticeProps:
    """Return what to tell the servicer."""
    notice = state.notice
    if notice is None:
        return NoticeProps()
    return NoticeProps(
        kind=notice.kind,
        label=notice.label,
        desk=notice.desk,
        servicer=notice.servicer,
        seconds=0 if notice.until is None else whole_seconds(notice.until - now),
        detail=notice.detail,
    )


def whole_seconds(left: timedelta) -> int:
    """Return how many seconds are left, the last one counted whole."""
    return max(0, -int(-left.total_seconds() // 1))


def queue_of(state: ConsoleState, slug: str) -> Queue | None:
    """Return the queue of that slug, if the branch has one."""
    queues = () if state.branch is None else state.branch.queues
    return next((queue for queue in queues if queue.slug == slug), None)


def ordinal_of(state: ConsoleState, slug: str) -> int:
    """Return the queue's place among the branch's, which chooses its colour."""
    queues = () if state.branch is None else state.branch.queues
    return next((n for n, queue in enumerate(queues) if queue.slug == slug), 0)


def name_of(state: ConsoleState, slug: str) -> str:
    """Return the name of the queue of that slug, else the slug."""
    queue = queue_of(state, slug)
    return slug if queue is None else name_in(queue, state.language)
