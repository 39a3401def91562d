"""What there is to know where there is no number, derived from what the kiosk knows; pure."""

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from kiosk.openness import desks_open, openness_of
from kiosk.own_words import notice_in
from kiosk.props import DayRow, MessageProps
from kiosk.state import KioskState
from kiosk.terms import Openness
from kiosk.visit import AskedForHelp, TurnedAway
from shared.wire.messages import Branch, OpenDay
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


def week(branch: Branch) -> tuple[DayRow, ...]:
    """Return the next seven days from Monday on, the one on which it opens next marked; none where it is always open."""
    zone = ZoneInfo(branch.time_zone)
    opening = branch.next_opening
    opens = None if opening is None else opening.astimezone(zone).date()
    rows = [
        replace(day_row(branch, day), opens=day.day == opens) for day in branch.hours
    ]
    return tuple(sorted(rows, key=lambda row: row.weekday))


def day_row(branch: Branch, day: OpenDay) -> DayRow:
    """Return one day as it is told."""
    today = branch.now.astimezone(ZoneInfo(branch.time_zone)).date()
    return DayRow(
        date=day.day.isoformat(),
        weekday=day.day.isoweekday(),
        day=day.day.day,
        month=day.day.month,
        spans=", ".join(f"{start}–{end}" for start, end in day.spans),
        ahead=(day.day - today) // timedelta(days=1),
    )
