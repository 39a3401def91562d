"""What names, times and notices are put on every screen of the console. Pure."""

from datetime import datetime, timedelta

from servicer.choices import RECALL_AFTER
from servicer.props import NoticeProps
from servicer.state import NOTICE_FOR, ConsoleState, Notice
from servicer.terms import Said, Spot
from shared.wire.messages import Desk, Place
from shared.wire.wording import clock_time


def branch_name(state: ConsoleState) -> str:
    """Return the branch's name in this language, else its own."""
    branch = state.branch
    return "" if branch is None else branch.names.get(state.language) or branch.name


SPOTS = {
    Place.DESK: Spot.Desks,
    Place.ROOM: Spot.Rooms,
    Place.WINDOW: Spot.Windows,
    Place.COUNTER: Spot.Counters,
}


def spot_of(state: ConsoleState) -> Spot:
    """Return what the branch calls its desks."""
    return Spot.Desks if state.branch is None else SPOTS[state.branch.place]


def desk_name(state: ConsoleState, desk: Desk | None) -> str:
    """Return what else a desk is called: “Laboratory”."""
    if desk is None or not desk.names:
        return ""
    return desk.names.get(state.language) or next(iter(desk.names.values()))


def clock(state: ConsoleState, instant: datetime | None) -> str:
    """Return an instant as the branch's clock shows it; nothing before its time zone is known."""
    branch = state.branch
    return "" if branch is None else clock_time(instant, branch.time_zone)


def notice_props(state: ConsoleState, now: datetime) -> NoticeProps:
    """Return what to tell the servicer."""
    notice = state.notice
    if notice is None or is_old_news(state, now):
        return NoticeProps()
    return NoticeProps(
        kind=notice.kind,
        label=notice.label,
        desk=notice.desk,
        servicer=notice.servicer,
        seconds=wait_s(notice, now),
        detail=notice.detail,
    )


def is_old_news(state: ConsoleState, now: datetime) -> bool:
    """Return whether a servicer at work has been told long enough; what keeps one from sitting down stays."""
    if state.seat is None or state.told_at is None:
        return False
    return now - state.told_at >= NOTICE_FOR


def wait_s(notice: Notice, now: datetime) -> int:
    """Return how many seconds to wait before trying again, 0 where waiting does not help."""
    if notice.kind is Said.TooSoon:
        return whole_seconds(RECALL_AFTER)
    return 0 if notice.until is None else whole_seconds(notice.until - now)


def whole_seconds(left: timedelta) -> int:
    """Return how many seconds are left, the last one counted whole."""
    return max(0, -int(-left.total_seconds() // 1))
