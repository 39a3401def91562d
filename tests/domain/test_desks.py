"""What a desk is after each journal row, by tables."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from server.domain import events
from server.domain.branch import Desk, DeskState, Policy
from server.domain.events import SYSTEM, DeskEvent, Recorded
from server.domain.life import desk_of, evolve_desk
from server.domain.limits import open_desks

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = NINE + timedelta(minutes=5)
CLOSED = Desk(number=3, queues=("parking", "passports"))
OPEN = replace(CLOSED, state=DeskState.OPEN, servicer="Maria", device=7, since=NINE)
READY = replace(OPEN, stored_since=NINE, turns={"parking": 1})
RESTING = replace(
    OPEN, state=DeskState.PAUSED, reason="lunch", back_at=LATER, help_since=NINE
)
CALLED = events.Called(desk=3, servicer="Maria")

AFTER: dict[str, tuple[Desk, DeskEvent | events.Called, Desk]] = {
    "a call ends the wait for the next": (
        READY,
        CALLED,
        replace(READY, stored_since=None),
    ),
    "a call by ratio counts": (
        OPEN,
        replace(CALLED, turns={"parking": 2}),
        replace(OPEN, turns={"parking": 2}),
    ),
    "signing in opens": (
        CLOSED,
        events.SignedIn(desk=3, servicer="Maria", device=7),
        replace(OPEN, since=LATER),
    ),
    "signing in begins a new sitting": (
        replace(READY, help_since=NINE, reason="lunch", back_at=LATER),
        events.SignedIn(desk=3, servicer="Maria", device=8),
        replace(OPEN, device=8, since=LATER),
    ),
    "signing out ends it": (
        READY,
        events.SignedOut(desk=3, servicer="Maria"),
        replace(CLOSED, since=LATER),
    ),
    "a break waits for nobody": (
        READY,
        events.Paused(desk=3, reason="lunch", until=LATER),
        replace(
            READY,
            state=DeskState.PAUSED,
            since=LATER,
            reason="lunch",
            back_at=LATER,
            stored_since=None,
        ),
    ),
    "back from it": (
        RESTING,
        events.Opened(desk=3),
        replace(RESTING, state=DeskState.OPEN, since=LATER, reason=None, back_at=None),
    ),
    "help is asked for": (
        OPEN,
        events.HelpAsked(desk=3, wanted=True),
        replace(OPEN, help_since=LATER),
    ),
    "help has come": (
        RESTING,
        events.HelpAsked(desk=3, wanted=False),
        replace(RESTING, help_since=None),
    ),
    "ready for the next": (
        OPEN,
        events.NextStored(desk=3, wanted=True),
        replace(OPEN, stored_since=LATER),
    ),
    "no longer ready": (
        READY,
        events.NextStored(desk=3, wanted=False),
        replace(READY, stored_since=None),
    ),
    "what was undone did not happen": (
        RESTING,
        events.DeskUndone(restored=READY),
        READY,
    ),
    "set up anew while somebody sits there": (
        READY,
        events.DeskConfigured(
            desk=Desk(number=3, queues=("parking",), policy=Policy.STRICT)
        ),
        replace(READY, queues=("parking",), policy=Policy.STRICT),
    ),
}


@pytest.mark.parametrize(("before", "fact", "after"), AFTER.values(), ids=AFTER)
def test_a_desk_after_a_row(
    before: Desk, fact: DeskEvent | events.Called, after: Desk
) -> None:
    row = Recorded(seq=9, act=9, at=LATER, actor=SYSTEM, event=fact)
    assert evolve_desk(before, row) == after
    assert desk_of(fact) == 3


def test_a_call_that_changes_nothing_of_the_desk_leaves_the_very_same() -> None:
    row = Recorded(seq=9, act=9, at=LATER, actor=SYSTEM, event=CALLED, ticket=1)
    assert evolve_desk(OPEN, row) is OPEN


def test_a_row_about_no_desk_is_none_of_a_desks() -> None:
    assert desk_of(events.Transferred(queue="parking", position="1", desk=3)) is None
    row = Recorded(seq=9, act=9, at=LATER, actor=SYSTEM, event=events.Left(), ticket=1)
    with pytest.raises(TypeError):
        evolve_desk(OPEN, row)


def test_desks_that_are_open_count_for_what_they_were_lent_too() -> None:
    lent = replace(OPEN, queues=("parking",), lent=("passports",))
    desks = [lent, replace(lent, state=DeskState.PAUSED), replace(OPEN, queues=("tax",))]  # fmt: skip
    counts = [open_desks(desks, slug) for slug in ("parking", "passports", "tax", "no")]
    assert counts == [1, 1, 1, 0]
