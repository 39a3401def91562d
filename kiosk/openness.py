"""Which queues give numbers, and who serves; pure."""

from kiosk.terms import Openness, Shown
from shared.wire.estimates import in_minutes
from shared.wire.messages import Branch, DeskState, Estimate, Full, Queue


def screen_for_all(branch: Branch) -> Shown:
    """Return what whoever comes finds: the queues while any of them may give a number again before closing."""
    found = {openness_of(queue) for queue in branch.queues}
    if not branch.open or not found:
        return Shown.Closed
    if Openness.FullForToday in found and found <= {
        Openness.FullForToday,
        Openness.Shut,
    }:
        return Shown.FullToday
    return Shown.Home


def openness_of(queue: Queue) -> Openness:
    """Return whether the queue gives numbers; those who wait may make room, a day that is full stays so."""
    if not queue.open:
        return Openness.Shut
    match queue.full:
        case None:
            return Openness.Giving
        case Full.WAITING:
            return Openness.FullNow
        case Full.TODAY | Full.CLOSING:
            return Openness.FullForToday


def is_served(branch: Branch, queue: str) -> bool:
    """Return whether somebody serves this queue just now."""
    return any(
        desk.state is DeskState.OPEN and queue in desk.queues for desk in branch.desks
    )


def desks_open(branch: Branch) -> tuple[int, ...]:
    """Return the desks at which somebody serves."""
    return tuple(desk.number for desk in branch.desks if desk.state is DeskState.OPEN)


def range_of(estimate: Estimate | None) -> tuple[int, int]:
    """Return the range in minutes, zeros for none."""
    return (0, 0) if estimate is None else in_minutes(estimate)
