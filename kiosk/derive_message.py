"""What there is to know where there is no number, derived from what the kiosk knows; pure."""

from dataclasses import replace

from kiosk.openness import desks_open, openness_of
from kiosk.own_words import notice_in
from kiosk.props import MessageProps
from kiosk.state import KioskState
from kiosk.terms import Openness
from kiosk.visit import AskedForHelp, TurnedAway
from shared.wire.week import day_row, week
from shared.wire.wording import opening_of, queue_name

MOST_EXCEPTIONS = 3
"""So many days that differ are told below the week."""


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
        opening=opening_of(branch),
        days=week(branch),
        exceptions=tuple(
            day_row(branch, day) for day in branch.exceptions[:MOST_EXCEPTIONS]
        ),
        notice=notice_in(branch, state.language, state.link.last_truth),
    )
    match state.visit:
        case AskedForHelp(call=call, missed=missed):
            return replace(
                props,
                help_told=call is not None,
                help_kiosk="" if call is None else call.kiosk,
                help_desk=0 if call is None else call.desk or 0,
                help_missed=missed,
            )
        case TurnedAway(queue=slug, problem=problem):
            return replace(
                props,
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
