"""Queues and branches in words, for tables of cases: what is open, shut, or full."""

from datetime import datetime, timedelta

from msgspec.structs import replace

from shared.qt import sample
from shared.wire.messages import Branch, Full, Queue

TOMORROW = sample.NOW + timedelta(hours=22, minutes=18)
NOON = sample.NOW + timedelta(minutes=78)


def queue(
    of: Queue,
    *,
    open: bool = True,
    full: Full | None = None,
    opens_at: datetime | None = None,
) -> Queue:
    """Return a queue that is open or shut until then, and full or not."""
    return replace(of, open=open, full=full, opens_at=opens_at)


def branch(*queues: Queue, open: bool = True) -> Branch:
    """Return a branch with these queues."""
    return sample.branch(queues, open=open, next_opening=TOMORROW)


GIVING = queue(sample.PARKING)
SHUT = queue(sample.BILLS, open=False)
FULL_TODAY = queue(sample.PASSPORTS, full=Full.TODAY)
FULL_NOW = queue(sample.PASSPORTS, full=Full.WAITING)
