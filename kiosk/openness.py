"""Which queues give numbers, and who serves; pure."""

from kiosk.terms import Openness, Shown
from shared.wire.estimates import in_minutes
from shared.wire.messages import (
    Branch,
    ClosedKiosk,
    DeskState,
    Estimate,
    Full,
    Queue,
)
from shared.wire.wording import UNKNOWN_OPENING, Opening, opening_at


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


def closed_by_hand(branch: Branch, kiosk: int) -> ClosedKiosk | None:
    """Return how staff have closed the kiosk of this device's id, None while they have not."""
    return next((each for each in branch.closed_kiosks if each.device == kiosk), None)


def reopening_of(branch: Branch, closed: ClosedKiosk) -> Opening:
    """Return when the kiosk gives numbers again, where that is known: later today, at a time at which a queue is open."""
    opening = opening_at(branch, closed.until)
    gives = any(
        queue.open and (queue.closes_at is None or queue.closes_at > closed.until)
        for queue in branch.queues
    )
    return opening if gives and opening.days_ahead == 0 else UNKNOWN_OPENING


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
