"""What the screens with the queues and the classes of priority show, derived from what the kiosk knows; pure."""

from kiosk.grouping import (
    MOST_LARGE_AND_LOW_AT_ONCE,
    MOST_LARGE_AT_ONCE,
    MOST_LOW_AT_ONCE,
    GroupRow,
    group_count,
    group_rows,
    members,
    page_of,
)
from kiosk.openness import desks_open, is_served, openness_of, range_of
from kiosk.own_words import notice_in, priority_row
from kiosk.props import HomeProps, PriorityProps, QueueRow
from kiosk.state import KioskState
from kiosk.visit import Changing, Taking
from shared.wire.estimates import is_newcomer_next
from shared.wire.messages import Branch, Role
from shared.wire.wording import UNKNOWN_OPENING, name_in, opening_at


def derive_home(state: KioskState) -> HomeProps:
    """Return the queues to tap."""
    if state.followed is None:
        return HomeProps(join_url=state.join_url)
    branch = state.followed.branch
    groups = groups_of(state, branch)
    visit = state.visit
    next_page, more = following_page(state, branch)
    return HomeProps(
        queues=queue_rows(state, branch),
        groups=() if state.group is not None else groups,
        in_group=bool(groups) and state.group is not None,
        next_page=next_page,
        more=more,
        changing=visit.issued.ticket.label if isinstance(visit, Changing) else "",
        join_url=state.join_url,
        desk_count=len(desks_open(branch)),
        notice=notice_in(branch, state.language, state.link.last_truth),
    )


def queue_rows(state: KioskState, branch: Branch) -> tuple[QueueRow, ...]:
    """Return a row for each queue that is shown now, in the branch's order."""
    taking = state.visit.queue if isinstance(state.visit, Taking) else None
    shown = places(state, branch)
    rows = []
    for ordinal, queue in enumerate(branch.queues):
        if ordinal not in shown:
            continue
        low, high = range_of(queue.estimate)
        opening = UNKNOWN_OPENING if queue.open else opening_at(branch, queue.opens_at)
        rows.append(
            QueueRow(
                slug=queue.slug,
                letter=queue.letter,
                name=name_in(queue, state.language),
                openness=openness_of(queue),
                waiting=queue.waiting,
                low_min=low,
                high_min=high,
                ordinal=ordinal,
                taking=queue.slug == taking,
                opens_at=opening.clock,
                opens_in_days=opening.days_ahead,
                opens_weekday=opening.weekday,
                at_once=is_newcomer_next(branch, queue.slug),
                served=is_served(branch, queue.slug) or not desks_open(branch),
            )
        )
    return tuple(rows)


def places(state: KioskState, branch: Branch) -> range:
    """Return which of the branch's queues are shown now."""
    count = len(branch.queues)
    if in_pages(state):
        return page_of(count, state.group or 0, most_on_page(state))
    if state.group is None and groups_of(state, branch):
        return range(0)
    return members(count, state.group or 0)


def groups_of(state: KioskState, branch: Branch) -> tuple[GroupRow, ...]:
    """Return the groups that the queues go into; none where they fit one screen, or take pages."""
    if in_pages(state):
        return ()
    return group_rows(
        [queue.letter for queue in branch.queues],
        [name_in(queue, state.language) for queue in branch.queues],
    )


def following_page(state: KioskState, branch: Branch) -> tuple[int, int]:
    """Return the page that follows, and how many queues it has; 0 where all are on one."""
    if not in_pages(state):
        return 0, 0
    count, most = len(branch.queues), most_on_page(state)
    pages = group_count(count, most)
    if pages == 1:
        return 0, 0
    following = ((state.group or 0) + 1) % pages
    return following, len(page_of(count, following, most))


def in_pages(state: KioskState) -> bool:
    """Return whether what this customer asked for takes so much room that the queues go page by page."""
    return state.larger or state.lower


def most_on_page(state: KioskState) -> int:
    """Return how many queues stand on one page for this customer."""
    if state.larger:
        return MOST_LARGE_AND_LOW_AT_ONCE if state.lower else MOST_LARGE_AT_ONCE
    return MOST_LOW_AT_ONCE


def derive_priority(state: KioskState) -> PriorityProps:
    """Return the classes that a customer may ask for here, and the one that they chose."""
    if state.followed is None:
        return PriorityProps()
    branch, language = state.followed.branch, state.language
    allowed = Role.KIOSK in branch.priority_by and bool(branch.priorities)
    chosen = state.priority
    return PriorityProps(
        classes=tuple(
            priority_row(branch, each, language)
            for each in (branch.priorities if allowed else [])
        ),
        offered=allowed and not isinstance(state.visit, Changing),
        name="" if chosen is None else priority_row(branch, chosen, language).name,
    )
