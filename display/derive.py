"""What the display's screen shows, derived from what it knows; pure."""

from dataclasses import replace
from urllib.parse import urljoin

from display.own_words import branch_name, desk_name, notice_at, told_in, told_in_turn
from display.props import CallRow, ColumnRow, DisplayProps, QueueTile
from display.state import HOLD, LISTEN, DisplayState, is_lit, is_open
from display.terms import Shown, Truth
from display.wall import MOST_ROWS
from shared.wire.estimates import in_minutes, is_newcomer_next
from shared.wire.messages import Branch, DeskState
from shared.wire.week import week
from shared.wire.wording import clock_time, name_in, opening_of, queue_name

COLUMN_ROWS = 3
"""How many calls a queue's own column shows."""


def derive(state: DisplayState) -> DisplayProps:
    """Return what to show."""
    props = DisplayProps(
        screen=Shown.Connecting if state.link.refusal is None else Shown.Refused,
        truth=truth_of(state),
    )
    if state.followed is None:
        return props
    branch = state.followed.branch
    props = replace(
        props,
        screen=screen_of(state, branch),
        branch_name=branch_name(branch, state.language),
        clock=clock_time(state.now + state.ahead, branch.time_zone),
        clock_unsure=branch.clock_unsure,
        as_of=clock_time(state.link.last_truth, branch.time_zone),
        calls=call_rows(state, branch),
        nobody_yet=not state.followed.calls,
        queues=queue_tiles(state, branch),
        column_calls=column_rows(state, branch),
        opening=opening_of(branch),
        days=week(branch, state.language),
        place=branch.place.value,
        open_desks=tuple(
            desk.number for desk in branch.desks if desk.state is DeskState.OPEN
        ),
        footer=told_in(branch.footer, state.language),
        logo=urljoin(state.server, branch.logo) if branch.logo else "",
        accent=branch.accent or "",
    )
    props = with_message(with_closing(with_break(props, branch), branch), state, branch)
    return with_names(with_hero(props, state, branch))


def screen_of(state: DisplayState, branch: Branch) -> Shown:
    """Return which screen it is; the board stays after closing time until everybody with a number has been served."""
    if state.link.refusal is not None:
        return Shown.Refused
    if branch.open or still_waiting(branch) or any(map(is_open, state.calls)):
        return Shown.Board
    return Shown.Closed


def still_waiting(branch: Branch) -> int:
    """Return how many wait in all queues."""
    return sum(queue.waiting for queue in branch.queues)


def with_closing(props: DisplayProps, branch: Branch) -> DisplayProps:
    """Add until when numbers are given, or that none are any more while some are still waiting."""
    if branch.open:
        ends = [queue.closes_at for queue in branch.queues if queue.closes_at]
        until = max(ends, default=None)
        return replace(props, open_until=clock_time(until, branch.time_zone))
    return replace(
        props,
        closing=props.screen is Shown.Board,
        still_waiting=still_waiting(branch),
    )


def with_message(
    props: DisplayProps, state: DisplayState, branch: Branch
) -> DisplayProps:
    """Add what everybody who waits is told, and since when."""
    notice = notice_at(branch, state.now + state.ahead)
    if notice is None:
        return props
    return replace(
        props,
        message=told_in_turn(
            notice.texts, state.language, state.now + state.ahead - notice.since
        ),
        message_since=clock_time(notice.since, branch.time_zone),
    )


def with_names(props: DisplayProps) -> DisplayProps:
    """Add whether a desk that is shown has a name, which needs room."""
    names = [row.name for row in props.calls]
    names += [row.name for row in props.column_calls]
    named = any((props.hero_desk_name, *names))
    return replace(props, named=named)


def truth_of(state: DisplayState) -> Truth:
    """Return how far what is shown can be believed."""
    if state.link.live:
        return Truth.Live
    if state.lost_at is not None and state.now >= state.lost_at + LISTEN:
        return Truth.TooOld
    if state.link.away:
        return Truth.Old
    return Truth.Unsure


def with_hero(props: DisplayProps, state: DisplayState, branch: Branch) -> DisplayProps:
    """Add the call that has the large place."""
    if state.moment is None:
        return props
    call = state.moment.call
    return replace(
        props,
        hero_label=call.label,
        hero_desk=call.desk,
        hero_desk_name=desk_name(branch, call.desk, state.language),
        hero_queue_name=queue_name(branch.queues, call.queue, state.language),
        hero_lit=is_lit(state, call),
        hero_seq=call.seq,
        announcing=state.moment.fresh and state.now < state.moment.began + HOLD,
    )


def call_rows(state: DisplayState, branch: Branch) -> tuple[CallRow, ...]:
    """Return the recent calls beside the large one, newest first."""
    hero = None if state.moment is None else state.moment.call.ticket
    others = [call for call in state.calls if call.ticket != hero]
    return tuple(
        CallRow(
            label=call.label,
            desk=call.desk,
            lit=is_lit(state, call),
            over=not is_open(call),
            seq=call.seq,
            name=desk_name(branch, call.desk, state.language),
            at=clock_time(call.called_at, branch.time_zone),
            queue_name=queue_name(branch.queues, call.queue, state.language),
        )
        for call in others[:MOST_ROWS]
    )


def queue_tiles(state: DisplayState, branch: Branch) -> tuple[QueueTile, ...]:
    """Return a tile for each queue, in the branch's order."""
    tiles = []
    for ordinal, queue in enumerate(branch.queues):
        last = next(
            (call.label for call in state.calls if call.queue == queue.slug), ""
        )
        estimate = queue.estimate
        low, high = (0, 0) if estimate is None else in_minutes(estimate)
        tiles.append(
            QueueTile(
                slug=queue.slug,
                letter=queue.letter,
                name=name_in(queue, state.language),
                open=queue.open,
                waiting=queue.waiting,
                last_label=last,
                ordinal=ordinal,
                low_min=low,
                high_min=high,
                at_once=is_newcomer_next(branch, queue.slug),
            )
        )
    return tuple(tiles)


def column_rows(state: DisplayState, branch: Branch) -> tuple[ColumnRow, ...]:
    """Return the newest calls of each queue, for a board with columns; first the one that has its moment."""
    hero = None if state.moment is None else state.moment.call.ticket
    rows = []
    for queue in branch.queues:
        own = [call for call in state.calls if call.queue == queue.slug]
        # Whoever has the moment has its column's large place, though others were called since.
        own.sort(key=lambda call: call.ticket != hero)
        for place, call in enumerate(own[:COLUMN_ROWS]):
            rows.append(
                ColumnRow(
                    label=call.label,
                    slug=queue.slug,
                    place=place,
                    desk=call.desk,
                    lit=is_lit(state, call),
                    over=not is_open(call),
                    seq=call.seq,
                    name=desk_name(branch, call.desk, state.language),
                )
            )
    return tuple(rows)


def with_break(props: DisplayProps, branch: Branch) -> DisplayProps:
    """Add that every desk that is signed in is on a break, and when the first one is back."""
    there = [desk for desk in branch.desks if desk.state is not DeskState.CLOSED]
    if not there or any(desk.state is DeskState.OPEN for desk in there):
        return props
    back = min((desk.back_at for desk in there if desk.back_at), default=None)
    return replace(props, on_break=True, back_at=clock_time(back, branch.time_zone))
