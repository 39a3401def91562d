"""What there is to know where there is no number: why, when queues open, and what to do now."""

from datetime import datetime

import pytest
from msgspec.structs import replace

from kiosk import state as folds
from kiosk.derive_home import derive_home
from kiosk.derive_message import derive_message
from kiosk.made_up import (
    CLOSED,
    FULL,
    at,
)
from kiosk.props import (
    MessageProps,
)
from kiosk.state import KioskState
from shared.qt import sample
from shared.wire.messages import Full, Queue
from shared.wire.wording import Opening
from tests.kiosk.branches import FULL_TODAY, NOON, SHUT, TOMORROW, branch, queue

NEW = KioskState()
HOME = at(sample.branch(), "en")

OPEN_AT_NOON = queue(sample.PARKING, open=False, opens_at=NOON)
PART_FULL = at(branch(FULL_TODAY, queue(sample.PARKING, full=Full.WAITING)), "en")


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        (NEW, MessageProps()),
        (
            folds.stood(NEW, sample.REFUSING),
            MessageProps(problem_type="unauthenticated"),
        ),
        (
            folds.stood(HOME, sample.REFUSING),
            MessageProps(problem_type="unauthenticated", desks_open=(3,)),
        ),
        (HOME, MessageProps(desks_open=(3,))),
        (
            at(branch(SHUT, open=False), "en"),
            MessageProps(desks_open=(3,), opening=Opening("09:00", 1, 5)),
        ),
        (
            folds.refused(HOME, "parking", CLOSED),
            MessageProps(
                problem_type="queue-closed",
                problem_detail="The queue is closed.",
                queue_name="Parking permits",
                desks_open=(3,),
            ),
        ),
        (
            folds.refused(at(branch(sample.PARKING), "de"), "parking", CLOSED),
            MessageProps(
                problem_type="queue-closed",
                problem_detail="The queue is closed.",
                queue_name="Bewohnerparkausweise",
                desks_open=(3,),
            ),
        ),
        # It is the queue's own opening, which may be before or after the branch's.
        (
            folds.refused(at(branch(OPEN_AT_NOON), "de"), "parking", CLOSED),
            MessageProps(
                problem_type="queue-closed",
                problem_detail="The queue is closed.",
                queue_name="Bewohnerparkausweise",
                desks_open=(3,),
                opening=Opening("12:00", 0, 4),
            ),
        ),
        # What the customer was told comes before what the kiosk was told.
        (
            folds.refused(folds.stood(HOME, sample.REFUSING), "parking", FULL),
            MessageProps(
                problem_type="queue-full",
                problem_detail="The queue is full.",
                queue_name="Parking permits",
                desks_open=(3,),
            ),
        ),
        # Another queue's opening is not this one's.
        (
            folds.refused(at(branch(SHUT, OPEN_AT_NOON), "en"), "bills", CLOSED),
            MessageProps(
                problem_type="queue-closed",
                problem_detail="The queue is closed.",
                queue_name="Pay a bill",
                desks_open=(3,),
            ),
        ),
        # Where the queue is not what is closed, the branch's opening is told.
        (
            folds.refused(at(branch(SHUT, open=False), "en"), "bills", FULL),
            MessageProps(
                problem_type="queue-full",
                problem_detail="The queue is full.",
                queue_name="Pay a bill",
                desks_open=(3,),
                opening=Opening("09:00", 1, 5),
            ),
        ),
        (
            folds.refused(HOME, "marriages", CLOSED),
            MessageProps(
                problem_type="queue-closed",
                problem_detail="The queue is closed.",
                desks_open=(3,),
            ),
        ),
    ],
)
def test_whoever_gets_no_number_is_told_why_and_what_to_do(
    state: KioskState, seen: MessageProps
) -> None:
    assert derive_message(state) == seen


@pytest.mark.parametrize(("slug", "today"), [("passports", True), ("parking", False)])
def test_a_full_queue_says_whether_it_is_worth_waiting(slug: str, today: bool) -> None:
    assert derive_message(folds.refused(PART_FULL, slug, FULL)).full_today == today


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (queue(sample.PARKING, open=False, opens_at=NOON), ("12:00", 0, 4)),
        (queue(sample.PARKING, open=False, opens_at=TOMORROW), ("09:00", 1, 5)),
        (queue(sample.PARKING, open=False), ("", 0, 0)),
        # Where it is open, that is the next time after this one.
        (queue(sample.PARKING, opens_at=TOMORROW), ("", 0, 0)),
    ],
)
def test_a_closed_queue_says_when_it_opens(
    shown: Queue, told: tuple[str, int, int]
) -> None:
    (row,) = derive_home(at(branch(shown), "en")).queues
    assert (row.opens_at, row.opens_in_days, row.opens_weekday) == told


def opens(*queues: Queue, at_next: datetime | None = NOON, language: str = "en") -> str:
    """Return which queues a closed branch names with its next opening."""
    shut = sample.branch(queues, open=False, next_opening=at_next)
    return derive_message(at(shut, language)).opens_first


def test_the_queues_that_open_before_the_others_are_named() -> None:
    early = queue(sample.PARKING, open=False, opens_at=NOON)
    also = queue(sample.BILLS, open=False, opens_at=NOON)
    late = queue(sample.PASSPORTS, open=False, opens_at=TOMORROW)
    assert opens(early, late) == "Parking permits"
    assert opens(early, late, language="de") == "Bewohnerparkausweise"
    assert opens(late, early, also) == "Parking permits · Pay a bill"
    assert opens(early, also) == ""
    assert opens(early, late, at_next=None) == ""
    assert opens(SHUT, at_next=NOON) == ""


@pytest.mark.parametrize("differ", [True, False])
def test_a_week_that_is_not_every_queues_says_so(differ: bool) -> None:
    told = replace(branch(SHUT, open=False), hours_differ=differ)
    assert derive_message(at(told, "en")).hours_differ is differ
