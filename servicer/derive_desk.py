"""What the desk's screen shows, derived from what the console knows. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from servicer.advice import advice_rows, newcomers_min
from servicer.answers import is_deaf, offered_undo
from servicer.choices import Choice, choices, since_call
from servicer.deeds import DEEDS
from servicer.lists import (
    class_rows,
    class_said,
    found_rows,
    help_rows,
    in_order,
    longest_min,
    minutes_since,
    missed_rows,
    name_of,
    ordinal_of,
    place_rows,
    queue_of,
    queue_rows,
    sent,
    ticket_row,
)
from servicer.props import (
    AdviceRow,
    ChoiceRow,
    DeskProps,
    HelpRow,
    LanguageRow,
    QueueRow,
)
from servicer.said import (
    branch_name,
    clock,
    desk_name,
    notice_props,
    spot_of,
    whole_seconds,
)
from servicer.state import ConsoleState, waiting
from servicer.terms import Deed, Intake, Phase
from shared.wire.estimates import in_minutes
from shared.wire.messages import PrintState, Ticket, TicketState
from shared.wire.wording import listed, name_in, side_by_side

MOST_STRANDED = 2
"""How many are shown of those whom no desk serves; the others come up as these are called."""


ONE_LINE = 34
"""How many letters the small window has room for."""


def derive_desk(state: ConsoleState, now: datetime) -> DeskProps:
    """Return what the desk's screen shows; nothing while nobody is signed in."""
    if state.seat is None:
        return DeskProps()
    ticket, line = state.here, state.line
    queues, advice = queue_rows(state, now), advice_rows(state)
    mine = returnable([row for row in queues if row.mine], advice)
    elsewhere = tuple(row for row in queues if not row.mine)
    helped = help_rows(state, state.seat.desk, now)
    queue = None if ticket is None else queue_of(state, ticket.queue)
    offered = choices(state, now)
    listening = state.act is None
    return DeskProps(
        desk=state.seat.desk,
        desk_name=desk_name(state, state.desk),
        branch_name=branch_name(state),
        spot=spot_of(state),
        servicer=state.seat.servicer,
        phase=phase_of(state),
        label="" if ticket is None else ticket.label,
        queue_name="" if queue is None else name_in(queue, state.language),
        queue_letter="" if queue is None else queue.letter,
        queue_ordinal=0 if queue is None else ordinal_of(state, queue.slug),
        elapsed_s=0 if ticket is None else elapsed_s(state, ticket, now),
        calls=0 if ticket is None else calls_from_here(state, ticket),
        waited_min=-1 if ticket is None else waited_min(ticket),
        speaks="" if ticket is None else ticket.language or "",
        priority="" if ticket is None else ticket.priority or "",
        priority_said="" if ticket is None else class_said(state, ticket),
        done_label=done_label(state),
        waiting=len(line),
        longest_min=longest_min(state, line, now),
        away=state.away,
        busy=Deed.Nothing if state.act is None else state.act.deed,
        kept=is_unheard(state, outlasting=True),
        unanswered=is_unheard(state, outlasting=False),
        arrival="" if state.arrival is None else name_of(state, state.arrival),
        primary=choice_row(offered.primary, listening and not is_deaf(state, now)),
        others=tuple(choice_row(other, listening) for other in offered.others),
        queues=queues,
        mine=mine,
        elsewhere=elsewhere,
        elsewhere_waiting=sum(row.waiting for row in elsewhere),
        mine_waiting=in_short(mine),
        sent_waiting=len(sent(state)),
        sent_longest_min=longest_min(state, sent(state), now),
        line=tuple(ticket_row(state, t, now) for t in in_order(line)),
        held=tuple(ticket_row(state, t, now) for t in in_order(state.held)),
        missed=missed_rows(state, now),
        stranded=tuple(
            ticket_row(state, t, now) for t in state.stranded[:MOST_STRANDED]
        ),
        stranded_count=len(state.stranded),
        places=place_rows(state, state.seat.desk, ticket),
        note="" if ticket is None else ticket.note or "",
        on_my_way=ticket is not None and ticket.on_my_way_at is not None,
        unprinted=listed(
            (t.label for t in in_order(waiting(state)) if is_unprinted(t)),
            state.language,
        ),
        stored=state.stored,
        shut=bool(mine) and all(row.intake is not Intake.Giving for row in mine),
        **break_props(state, now),
        **help_props(state, helped),
        help_calls=helped,
        help_wanted=next((c.kiosk for c in helped if c.device and not c.answered), ""),
        **staff_call_props(state, now),
        advice=advice,
        newcomers_min=newcomers_min(state),
        **usual_props(state, ticket),
        lent=listed((name_of(state, slug) for slug in state.lent), state.language),
        classes=class_rows(state),
        languages=tuple(
            map(LanguageRow, [] if state.branch is None else state.branch.languages)
        ),
        **message_props(state),
        alert_always=state.alert_always,
        search="" if state.found is None else state.found.label,
        searching=state.found is not None and state.found.tickets is None,
        found=found_rows(state, now),
        send_places=place_rows(state, state.seat.desk, found_ticket(state)),
        **undo_props(state, now),
        notice=notice_props(state, now),
    )


def is_unprinted(ticket: Ticket) -> bool:
    """Return whether the customer has no paper although a printer was to give one."""
    return ticket.print is PrintState.FAILED


def break_props(state: ConsoleState, now: datetime) -> dict[str, Any]:
    """Return why the desk is on a break, until when, and for how long that is over."""
    desk = state.desk
    if desk is None or not state.paused:
        return {"reason": "", "back_at": "", "overdue_min": -1}
    back = desk.back_at
    return {
        "reason": desk.reason or "",
        "back_at": clock(state, back),
        "overdue_min": -1
        if back is None or now + state.skew < back
        else minutes_since(state, back, now),
    }


def returnable(
    mine: Sequence[QueueRow], advice: Sequence[AdviceRow]
) -> tuple[QueueRow, ...]:
    """Return the desk's queues, of which those that it was lent offer to be given back, unless a piece of advice does."""
    advised = {each.queue for each in advice}
    return tuple(
        replace(row, may_return=row.lent and row.slug not in advised) for row in mine
    )


def in_short(queues: Sequence[QueueRow]) -> str:
    """Return in which queues how many wait, by name where one line holds it, else by letter."""
    rows = [row for row in queues if row.waiting]
    named = [f"{row.name} {row.waiting}" for row in rows]
    if len(" · ".join(named)) <= ONE_LINE:
        return side_by_side(named)
    return side_by_side(f"{row.letter} {row.waiting}" for row in rows)


def waited_min(ticket: Ticket) -> int:
    """Return how many whole minutes the customer waited, as the day's report counts it: until they were first called."""
    waited = (ticket.called_at or ticket.taken_at) - ticket.taken_at
    return max(0, waited // timedelta(minutes=1))


def usual_props(state: ConsoleState, ticket: Ticket | None) -> dict[str, Any]:
    """Return how long somebody usually keeps a desk who came for the same, while one is served."""
    usual = None
    if ticket is not None and ticket.state is TicketState.SERVING:
        usual = None if state.branch is None else state.branch.usual.get(ticket.queue)
    low, high = (0, 0) if usual is None else in_minutes(usual)
    return {"usual_low_min": low, "usual_high_min": high}


def calls_from_here(state: ConsoleState, ticket: Ticket) -> int:
    """Return how often this desk has called its customer; the last call alone where other desks called before."""
    return ticket.calls if state.called_first == ticket.id else min(ticket.calls, 1)


def is_unheard(state: ConsoleState, *, outlasting: bool) -> bool:
    """Return whether a press got no answer yet: one that is sent however late, or one that is given up soon."""
    act = state.act
    if act is None or act.missed == 0:
        return False
    return DEEDS[act.deed].outlasts is outlasting


def done_label(state: ConsoleState) -> str:
    """Return who is done with here though the server has not heard of it yet."""
    return state.present.label if state.parted and state.present is not None else ""


def found_ticket(state: ConsoleState) -> Ticket | None:
    """Return the ticket that was looked up; tickets of one label are of one queue."""
    tickets = () if state.found is None else state.found.tickets or ()
    return next(iter(tickets), None)


def message_props(state: ConsoleState) -> dict[str, Any]:
    """Return what everybody who waits is told, and until when."""
    message = None if state.branch is None else state.branch.message
    if message is None:
        return {"message": "", "message_until": ""}
    texts = message.texts
    text = texts.get(state.language) or next(iter(texts.values()), "")
    return {"message": text, "message_until": clock(state, message.until)}


def help_props(state: ConsoleState, calls: Sequence[HelpRow]) -> dict[str, Any]:
    """Return whether this desk calls for help and who comes, and to which others nobody comes yet."""
    asking = sorted(
        call.at_desk for call in calls if call.at_desk and not call.answered
    )
    helper = None if state.desk is None else state.desk.helper
    return {
        "help": state.helped,
        "help_desks": listed(map(str, asking), state.language),
        "helper": "" if helper is None else helper.name,
        "helper_desk": 0 if helper is None else helper.desk or 0,
    }


def staff_call_props(state: ConsoleState, now: datetime) -> dict[str, Any]:
    """Return which manager calls everybody at the desks, why, and since when."""
    call = state.staff_call
    if call is None:
        return {"staff_call_by": "", "staff_call_reason": "", "staff_call_min": 0}
    return {
        "staff_call_by": call.by,
        "staff_call_reason": call.reason or "",
        "staff_call_min": minutes_since(state, call.since, now),
    }


def undo_props(state: ConsoleState, now: datetime) -> dict[str, Any]:
    """Return what may be taken back, and for how many seconds."""
    offer = offered_undo(state, now)
    if offer is None or state.away:
        return {"undo": Deed.Nothing, "undo_label": "", "undo_s": 0}
    left = whole_seconds(offer.until - now)
    return {"undo": offer.deed, "undo_label": offer.label, "undo_s": left}


def phase_of(state: ConsoleState) -> Phase:
    """Return how the desk stands with its customer."""
    ticket = state.here
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
        deed=choice.deed,
        name=choice.deed.name,
        asks=DEEDS[choice.deed].asks,
        enabled=choice.enabled,
        prominent=choice.prominent,
        on=choice.on,
        listening=choice.enabled and listening,
    )
