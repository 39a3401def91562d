"""A queue closed or opened by hand is so until then, and after that as its hours say."""

from datetime import UTC, datetime, time

import pytest

from server.domain.branch import BranchSettings, Hours, Queue, QueueSettings
from server.domain.openness import Opening, opening_of
from server.domain.today import ByHand, Switch

OFFICE = Hours(week={day: ((time(9), time(17)),) for day in range(5)})
ALWAYS = Hours()


def at(hour: int, day: int = 23) -> datetime:
    """Return a moment of Monday the 23rd, or of another day."""
    return datetime(2026, 11, day, hour, tzinfo=UTC)


CASES = [
    # hours, switch, until, now -> open, closes at, opens at
    (OFFICE, None, None, at(10), True, at(17), at(9, 24)),
    (OFFICE, ByHand.CLOSED, at(12), at(10), False, None, at(12)),
    (OFFICE, ByHand.CLOSED, at(18), at(10), False, None, at(9, 24)),
    (OFFICE, ByHand.CLOSED, at(17), at(10), False, None, at(9, 24)),
    (OFFICE, ByHand.CLOSED, at(10), at(10), True, at(17), at(9, 24)),
    (OFFICE, ByHand.OPEN, at(19), at(18), True, at(19), at(9, 24)),
    (OFFICE, ByHand.OPEN, at(4, 24), at(18), True, None, at(9, 24)),
    (OFFICE, ByHand.OPEN, at(10), at(8), True, at(17), at(9, 24)),
    (OFFICE, ByHand.OPEN, at(18), at(18), False, None, at(9, 24)),
    (ALWAYS, ByHand.CLOSED, at(12), at(10), False, None, at(12)),
    (ALWAYS, ByHand.OPEN, at(12), at(10), True, None, None),
    (Hours(week={}), ByHand.OPEN, at(12), at(10), True, at(12), None),
    (Hours(week={}), ByHand.CLOSED, at(12), at(10), False, None, None),
]


@pytest.mark.parametrize(
    ("hours", "to", "until", "now", "is_open", "closes_at", "opens_at"), CASES
)
def test_a_queue_is_open_as_staff_say_and_then_as_its_hours_say(
    hours: Hours,
    to: ByHand | None,
    until: datetime | None,
    now: datetime,
    is_open: bool,
    closes_at: datetime | None,
    opens_at: datetime | None,
) -> None:
    switch = None if to is None or until is None else Switch(to=to, until=until)
    settings = BranchSettings(hours=Hours(week={}))
    queue = Queue(
        slug="parking",
        letter="A",
        names={"en": "Parking"},
        ordinal=1,
        settings=QueueSettings(hours=hours),
    )
    assert opening_of(settings, queue, switch, now) == Opening(
        is_open=is_open, closes_at=closes_at, opens_at=opens_at
    )


def test_a_queue_without_hours_of_its_own_has_those_of_the_branch() -> None:
    queue = Queue(slug="parking", letter="A", names={"en": "Parking"}, ordinal=1)
    settings = BranchSettings(hours=OFFICE)
    assert not opening_of(settings, queue, None, at(8)).is_open
    assert opening_of(settings, queue, None, at(9)).is_open
