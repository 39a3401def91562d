"""Whether a queue gives numbers, until when, and when next: as its hours say, unless staff said otherwise for now."""

from dataclasses import dataclass
from datetime import datetime

from server.domain import hours, numbering
from server.domain.branch import BranchSettings, Queue
from server.domain.today import ByHand, Switch


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How a queue stands now; `closes_at` ends the present opening, `opens_at` begins the next one, None where there is none.

    What was opened by hand for the rest of the day has no end either: nobody plans to be there when the day changes.
    """

    is_open: bool
    closes_at: datetime | None
    opens_at: datetime | None


def opening_of(
    branch: BranchSettings, queue: Queue, switch: Switch | None, now: datetime
) -> Opening:
    """Return how the queue stands now; a switch that is over counts no longer."""
    opening, zone = queue.settings.hours or branch.hours, branch.time_zone
    if switch is None or switch.is_over(now):
        return Opening(
            is_open=hours.is_open(opening, now, zone),
            closes_at=hours.closing(opening, now, zone),
            opens_at=hours.next_opening(opening, now, zone),
        )
    goes_on = hours.is_open(opening, switch.until, zone)
    later = hours.next_opening(opening, switch.until, zone)
    if switch.to is ByHand.CLOSED:
        opens_at = switch.until if goes_on else later
        return Opening(is_open=False, closes_at=None, opens_at=opens_at)
    end = None if _is_day_s_end(switch.until, branch) else switch.until
    return Opening(
        is_open=True,
        closes_at=hours.closing(opening, switch.until, zone) if goes_on else end,
        opens_at=later,
    )


def _is_day_s_end(moment: datetime, branch: BranchSettings) -> bool:
    day = numbering.business_day(moment, branch.time_zone, branch.rollover_hour)
    return moment == numbering.day_begins(day, branch.time_zone, branch.rollover_hour)
