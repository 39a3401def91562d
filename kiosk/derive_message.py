"""What there is to know where there is no number, derived from what the kiosk knows; pure."""

from dataclasses import replace

from kiosk.openness import (
    desks_open,
    openness_of,
    reopening_of,
    screen_for_all,
)
from kiosk.own_words import notice_in
from kiosk.props import MessageProps
from kiosk.state import KioskState
from kiosk.terms import Openness, Shown
from kiosk.visit import AskedForHelp, TurnedAway
from shared.wire.messages import Branch
from shared.wire.week import other_days, week
from shared.wire.wording import (
    UNKNOWN_OPENING,
    Opening,
    name_in,
    opening_at,
    opening_of,
    queue_name,
    side_by_side,
)

MOST_EXCEPTIONS = 3
"""So many days that differ, or rows of them, are told below the week."""

CLOSED = "queue-closed"
"""What the server calls it that a queue gives no numbers now."""


def derive_message(state: KioskState) -> MessageProps:
    """Return what there is to know where there is no number."""
    refusal = state.link.refusal
    props = MessageProps(problem_type="" if refusal is None else refusal.type)
    if state.followed is None:
        return props
    branch = state.followed.branch
    props = replace(
        props,
        desks_open=desks_open(branch),
        opening=opening_here(state, branch),
        opens_first=opens_first(branch, state.language),
        hours_differ=branch.hours_differ,
        days=week(branch, state.language),
        exceptions=other_days(branch, state.language)[:MOST_EXCEPTIONS],
        notice=notice_in(branch, state.language, state.link.last_truth),
    )
    match state.visit:
        case AskedForHelp(call=call, missed=missed):
            return replace(
                props,
                help_told=call is not None,
                help_kiosk="" if call is None else call.kiosk,
                help_desk=0 if call is None else call.desk or 0,
                help_manager=call is not None and call.manager is not None,
                help_missed=missed,
            )
        case TurnedAway(queue=slug, problem=problem):
            return replace(
                props,
                opening=next(
                    (
                        opening_at(branch, queue.opens_at)
                        for queue in branch.queues
                        if queue.slug == slug and queue.opens_at is not None
                    ),
                    UNKNOWN_OPENING if problem.type == CLOSED else props.opening,
                ),
                problem_type=problem.type,
                problem_detail=problem.detail,
                queue_name=queue_name(branch.queues, slug, state.language),
                full_today=any(
                    openness_of(queue) is Openness.FullForToday
                    for queue in branch.queues
                    if queue.slug == slug
                ),
            )
    return props


def opening_here(state: KioskState, branch: Branch) -> Opening:
    """Return when there are numbers here again; a branch without any knows better than its closed kiosk."""
    closed = state.closed
    if closed is None or screen_for_all(branch) is not Shown.Home:
        return opening_of(branch)
    return reopening_of(branch, closed)


def opens_first(branch: Branch, language: str) -> str:
    """Return the names of the queues that open next, where others stay closed then."""
    first = [q for q in branch.queues if q.opens_at == branch.next_opening]
    if branch.next_opening is None or len(first) == len(branch.queues):
        return ""
    return side_by_side(name_in(queue, language) for queue in first)
