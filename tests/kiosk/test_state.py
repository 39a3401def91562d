"""What each thing that happens at the kiosk changes, and what it leaves alone, by tables."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields

from kiosk import state as folds
from kiosk.made_up import (
    FULL,
    JOIN_URL,
    LATER_TODAY,
    SHUT_HERE,
    URL,
    at,
    shut_by_hand,
    with_branch,
)
from kiosk.state import KioskState
from kiosk.terms import Paper
from kiosk.visit import (
    AmongStaff,
    AskedForHelp,
    AtStaffDoor,
    Changing,
    ChoosingPriority,
    Issued,
    Taking,
    TurnedAway,
    Visit,
)
from shared.qt import sample
from shared.wire.following import FollowedBranch
from shared.wire.messages import Full, Happened, HelpCall, TicketState, Was

NEW = KioskState()
HOME = at(sample.branch(), "en")
TICKET = sample.ticket(107)
TAPPED = folds.tapped(HOME, "parking")
ISSUED = folds.answered(HOME, TICKET, URL)
SERVER = "http://192.168.178.20:8000/"
OTHERWISE = replace(
    HOME,
    chosen_language="de",
    contrast=True,
    larger=True,
    lower=True,
    speaking=True,
    group=1,
    warned=True,
    px_per_mm=3.2,
    priority="standing",
    join_url=JOIN_URL,
    server=SERVER,
    device=5,
    visit=AskedForHelp(),
)
"""A kiosk at which everything is other than it was found."""


@pytest.mark.parametrize(
    ("first", "chosen", "offered", "shown"),
    [
        (None, None, None, "en"),
        (None, None, [], "en"),
        (None, None, ["de", "en"], "de"),
        ("fr", None, ["de", "en"], "fr"),
        ("fr", "ar", ["de", "en"], "ar"),
        (None, "ar", None, "ar"),
    ],
)
def test_the_language_is_the_customers_else_the_installers_else_the_branchs_first(
    first: str | None, chosen: str | None, offered: list[str] | None, shown: str
) -> None:
    followed = (
        None
        if offered is None
        else FollowedBranch(with_fields(sample.branch(), languages=offered))
    )
    state = KioskState(followed=followed, first_language=first, chosen_language=chosen)
    assert state.language == shown


@pytest.mark.parametrize(
    ("state", "may"),
    [
        (NEW, False),
        (HOME, True),
        (TAPPED, False),
        (ISSUED, False),
        (folds.began_change(ISSUED), True),
        (folds.asked_for_help(HOME), False),
        (replace(NEW, visit=Changing(Issued(TICKET, URL))), False),
    ],
)
def test_a_tap_counts_while_no_other_is_answered(state: KioskState, may: bool) -> None:
    assert state.may_tap is may


@pytest.mark.parametrize(
    ("state", "rests"),
    [
        (NEW, True),
        (HOME, True),
        (folds.stood(HOME, sample.AWAY), True),
        (folds.calibrated(HOME, 3.2), True),
        (folds.offered_joining(HOME, JOIN_URL), True),
        (folds.warned(HOME), True),
        (TAPPED, False),
        (folds.chose_language(HOME, "de"), False),
        (folds.switched_contrast(HOME), False),
        (folds.switched_larger(HOME), False),
        (folds.switched_lower(HOME), False),
        (folds.switched_speaking(HOME), False),
        (folds.opened_group(HOME, 0), False),
    ],
)
def test_a_kiosk_rests_when_the_next_customer_finds_it_as_it_was(
    state: KioskState, rests: bool
) -> None:
    assert state.at_rest is rests


def test_whoever_leaves_takes_along_only_what_is_theirs() -> None:
    assert folds.left(OTHERWISE) == replace(
        HOME,
        px_per_mm=3.2,
        join_url=JOIN_URL,
        server=SERVER,
        device=5,
        first_language="en",
    )
    assert folds.left(folds.stood(ISSUED, sample.AWAY)).link == sample.AWAY


CALL = HelpCall(device=5, kiosk="Entrance", since=sample.NOW)
Fold = Callable[[KioskState], KioskState]


@pytest.mark.parametrize(
    ("fold", "changed"),
    [
        (lambda s: folds.tapped(s, "bills"), {"visit": Taking("bills")}),
        (
            lambda s: folds.answered(s, TICKET, URL, Paper.Printing, "R12"),
            {
                "visit": Issued(TICKET, URL, Paper.Printing, "R12"),
                "group": None,
                "warned": False,
            },
        ),
        (
            lambda s: folds.refused(s, "bills", FULL),
            {"visit": TurnedAway("bills", FULL)},
        ),
        # Whoever asks for help is not asked which priority applies.
        (folds.asked_for_help, {"visit": AskedForHelp(), "priority": None}),
        (folds.asked_for_priority, {"visit": ChoosingPriority(), "group": None}),
        (
            lambda s: folds.chose_priority(s, "pregnant"),
            {"visit": None, "priority": "pregnant"},
        ),
        (lambda s: folds.chose_language(s, "fr"), {"chosen_language": "fr"}),
        (folds.switched_contrast, {"contrast": False}),
        # In other letters the groups are other ones.
        (folds.switched_larger, {"larger": False, "group": None}),
        (folds.switched_lower, {"lower": False, "group": None}),
        (folds.switched_speaking, {"speaking": False}),
        (lambda s: folds.opened_group(s, 2), {"group": 2}),
        (lambda s: folds.opened_group(s, None), {"group": None}),
        (folds.touched, {"warned": False}),
        (folds.warned, {"warned": True}),
        (lambda s: folds.calibrated(s, 4.0), {"px_per_mm": 4.0}),
        (
            lambda s: folds.entered(s, AmongStaff()),
            {"visit": AmongStaff(), "warned": False},
        ),
        (lambda s: folds.offered_joining(s, ""), {"join_url": ""}),
        (lambda s: folds.recognised(s, 7), {"device": 7}),
        (lambda s: folds.stood(s, sample.AWAY), {"link": sample.AWAY}),
        # What only a customer who waits or has a number can do changes nothing for others.
        (folds.grew_slow, {}),
        (folds.missed, {}),
        (folds.began_change, {}),
        (folds.kept_number, {}),
        (lambda s: folds.printed(s, 107, Paper.Printed), {}),
    ],
)
def test_each_thing_changes_what_it_is_about_and_nothing_else(
    fold: Fold, changed: dict[str, object]
) -> None:
    assert fold(OTHERWISE) == replace(OTHERWISE, **changed)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "fold", "after"),
    [
        (Taking("bills"), folds.grew_slow, Taking("bills", slow=True)),
        (Taking("bills"), folds.missed, Taking("bills", missed=True)),
        (
            Taking("bills", slow=True),
            folds.missed,
            Taking("bills", slow=True, missed=True),
        ),
        (Issued(TICKET, URL), folds.began_change, Changing(Issued(TICKET, URL))),
        (Changing(Issued(TICKET, URL)), folds.kept_number, Issued(TICKET, URL)),
        (
            Issued(TICKET, URL, Paper.Printing),
            lambda s: folds.printed(s, 107, Paper.Empty),
            Issued(TICKET, URL, Paper.Empty),
        ),
        (AskedForHelp(), folds.missed_help, AskedForHelp(missed=True)),
        (
            AskedForHelp(missed=True),
            lambda s: folds.told_of_help(s, CALL),
            AskedForHelp(CALL),
        ),
        # The paper of somebody who has left is nobody's business here.
        (
            Issued(TICKET, URL, Paper.Printing),
            lambda s: folds.printed(s, 106, Paper.Empty),
            Issued(TICKET, URL, Paper.Printing),
        ),
        (
            Changing(Issued(TICKET, URL)),
            lambda s: folds.printed(s, 107, Paper.Empty),
            Changing(Issued(TICKET, URL)),
        ),
    ],
)
def test_a_visit_goes_on(before: Visit, fold: Fold, after: Visit) -> None:
    assert fold(replace(HOME, visit=before)) == replace(HOME, visit=after)


@pytest.mark.parametrize(
    ("fold", "changed"),
    [
        (folds.asked_for_help, {"visit": AskedForHelp()}),
        (folds.warned, {"warned": True}),
        (folds.switched_contrast, {"contrast": True}),
        (lambda s: folds.answered(s, TICKET, URL), {"visit": Issued(TICKET, URL)}),
    ],
)
def test_a_visit_begins(fold: Fold, changed: dict[str, object]) -> None:
    assert fold(HOME) == replace(HOME, **changed)  # type: ignore[arg-type]


def test_whoever_keeps_their_number_is_out_of_the_group_again() -> None:
    in_group = replace(HOME, visit=Changing(Issued(TICKET, URL)), group=1)
    assert folds.kept_number(in_group).group is None
    taking = Taking("bills", keeps=Issued(TICKET, URL))
    assert folds.gave_up(replace(in_group, visit=taking)) == ISSUED


@pytest.mark.parametrize(
    ("paper", "missing"),
    [
        (Paper.Absent, False),
        (Paper.Printing, False),
        (Paper.Printed, False),
        (Paper.Empty, True),
        (Paper.Fault, True),
    ],
)
def test_paper_is_missed_only_where_it_should_have_come(
    paper: Paper, missing: bool
) -> None:
    assert paper.missing is missing


def test_the_kiosk_follows_its_branch() -> None:
    taken = sample.event(
        41, Happened.TAKEN, TICKET, Was(state=TicketState.WAITING, queue="bills")
    )
    assert folds.happened(NEW, taken) == NEW
    known = folds.happened(OTHERWISE, taken)
    assert known.followed is not None
    assert known.followed.waiting["parking"] == 4
    assert replace(known, followed=OTHERWISE.followed) == OTHERWISE
    again = folds.began(known, sample.snapshot())
    assert again == OTHERWISE


def test_a_door_that_is_new_asks_for_the_pin() -> None:
    assert folds.entered(folds.warned(HOME), AtStaffDoor()) == replace(
        HOME, visit=AtStaffDoor()
    )
    assert folds.stood(NEW, sample.LIVE) == replace(NEW, link=sample.LIVE)


def test_whoever_gives_up_leaves_unless_they_have_a_number() -> None:
    gone = folds.counted_down(folds.switched_contrast(TAPPED), 1)
    assert folds.gave_up(gone) == HOME
    changing = folds.tapped(folds.began_change(ISSUED), "bills")
    assert folds.gave_up(changing) == ISSUED


def test_whoever_tries_again_waits_as_at_first() -> None:
    waiting = folds.counted_down(folds.missed(folds.grew_slow(TAPPED)), 20)
    assert folds.tried_again(waiting) == folds.grew_slow(TAPPED)


@pytest.mark.parametrize(
    "fold",
    [
        folds.tried_again,
        lambda state: folds.counted_down(state, 3),
        folds.missed_help,
        lambda state: folds.told_of_help(state, CALL),
    ],
)
def test_an_answer_that_comes_late_changes_nothing_for_the_next_customer(
    fold: Fold,
) -> None:
    assert fold(HOME) == HOME


def test_the_chosen_priority_goes_with_its_customer() -> None:
    chosen = folds.chose_priority(folds.asked_for_priority(HOME), "standing")
    assert (chosen.visit, chosen.priority) == (None, "standing")
    assert not chosen.at_rest
    assert folds.left(chosen) == HOME


SAID_CLOSED = TurnedAway("parking", SHUT_HERE)
SAID_FULL = TurnedAway("parking", FULL)
NUMBER = Issued(TICKET, URL)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Changing(NUMBER), NUMBER),
        (SAID_CLOSED, None),
        (SAID_FULL, SAID_FULL),
        (NUMBER, NUMBER),
        (Taking("parking"), Taking("parking")),
        (AskedForHelp(), AskedForHelp()),
    ],
)
def test_a_kiosk_that_is_closed_sends_nobody_away_from_a_number(
    before: Visit, after: Visit | None
) -> None:
    there = replace(HOME, visit=before, chosen_language="ar", group=1)
    closed = shut_by_hand(there, LATER_TODAY)
    assert (closed.visit, closed.language) == (after, "ar")
    opened = with_branch(closed, closed_kiosks=[])
    assert (opened.visit, opened.closed) == (after, None)


@pytest.mark.parametrize("full", [Full.TODAY, Full.CLOSING])
def test_who_changes_looks_at_their_number_again_once_there_is_no_other(
    full: Full,
) -> None:
    changing = folds.began_change(ISSUED)
    given = [with_fields(sample.PARKING, full=full)]
    there = sample.standing(sample.branch(given))
    assert folds.happened(changing, there).visit == ISSUED.visit
    still = sample.standing(sample.branch())
    assert folds.happened(changing, still) == changing


def test_who_would_change_at_a_kiosk_that_was_just_closed_keeps_their_number() -> None:
    changing = folds.tapped(folds.began_change(ISSUED), "bills")
    assert folds.refused(changing, "bills", SHUT_HERE) == ISSUED
    assert folds.refused(TAPPED, "parking", SHUT_HERE).visit == SAID_CLOSED
    assert folds.refused(changing, "bills", FULL).visit == TurnedAway("bills", FULL)
