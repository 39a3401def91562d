"""Which queues, tickets and places a servicer may choose from."""

from dataclasses import replace
from typing import Any

import pytest
from msgspec.structs import replace as with_fields

from servicer import folds
from servicer.derive_desk import derive_desk
from servicer.gallery_desks import with_classes
from servicer.props import (
    PlaceRow,
    QueueRow,
    TicketRow,
)
from servicer.state import ConsoleState, Seat
from servicer.terms import Intake
from shared.qt import sample
from shared.qt.sample import BILLS, PARKING, PASSPORTS
from shared.wire.messages import Full, Queue, Ticket
from tests.servicer.desk import (
    MARIAS,
    NOBODYS,
    NOW,
    TOMAS,
    called,
    held,
    maria,
    nobody,
    seconds,
    waits,
)


def test_queues_are_the_desks_own_in_its_order_and_then_the_others() -> None:
    state = maria(
        waits(108, PARKING, ago=130),
        waits(109, PARKING, ago=60),
        waits(110, BILLS, ago=600),
        called(107),
        skew=seconds(60),
    )
    names = (
        "Passports and identity cards",
        "Parking permits",
        "Pay a bill",
    )
    giving = Intake.Giving
    assert derive_desk(state, NOW).queues == (
        QueueRow("passports", "R", 1, names[0], True, 0, -1, giving, False, 20, 35),
        QueueRow("parking", "A", 0, names[1], True, 2, 3, giving, False, 8, 14),
        QueueRow("bills", "L", 2, names[2], False, 1, 11, giving),
    )


INTAKE: dict[str, tuple[Queue, Intake]] = {
    "open": (PARKING, Intake.Giving),
    "full of people": (with_fields(PARKING, full=Full.WAITING), Intake.Full),
    "full for today": (with_fields(PARKING, full=Full.TODAY), Intake.Full),
    "closed": (with_fields(PARKING, open=False), Intake.Closed),
    "closed and full": (
        with_fields(PARKING, open=False, full=Full.TODAY),
        Intake.Closed,
    ),
}


@pytest.mark.parametrize(("queue", "intake"), INTAKE.values(), ids=INTAKE)
def test_a_queue_says_whether_it_gives_numbers(queue: Queue, intake: Intake) -> None:
    branch = sample.branch([queue], desks=[MARIAS, TOMAS])
    (shown,) = derive_desk(folds.happened(maria(), sample.standing(branch)), NOW).queues
    assert shown.intake is intake


SHUT: dict[str, tuple[list[Queue], bool]] = {
    "one gives numbers": ([PARKING, with_fields(sample.BILLS, open=False)], False),
    "none of ours does": (
        [
            with_fields(PARKING, open=False),
            with_fields(sample.PASSPORTS, full=Full.TODAY),
            sample.BILLS,
        ],
        True,
    ),
    "there is none of ours": ([sample.BILLS], False),
}


@pytest.mark.parametrize(("queues", "shut"), SHUT.values(), ids=SHUT)
def test_a_desk_says_when_none_of_its_queues_gives_numbers(
    queues: list[Queue], shut: bool
) -> None:
    branch = sample.branch(queues, desks=[MARIAS, TOMAS])
    state = folds.happened(maria(), sample.standing(branch))
    assert derive_desk(state, NOW).shut is shut


def test_queues_that_no_desk_of_ours_serves_are_in_the_branchs_order() -> None:
    state = maria(desk=with_fields(MARIAS, queues=["bills"]), language="de")
    rows = derive_desk(state, NOW).queues
    assert [row.slug for row in rows] == ["bills", "parking", "passports"]
    assert rows[1].name == "Bewohnerparkausweise"


def row(ticket: Ticket, **fields: Any) -> TicketRow:
    """Return the row of a ticket that has waited for five minutes for parking."""
    plain = TicketRow(ticket.id, ticket.label, "A", 0, "Parking permits", 5, "", "", "")
    return replace(plain, **fields)


def test_the_line_to_pick_from_is_in_order_and_says_who_matters() -> None:
    first = waits(110, position="00000001", priority="senior")
    passports = waits(108, PASSPORTS, position="00000002", note="Form", ago=60)
    last = waits(109, position="00000002")
    state = maria(last, passports, first, waits(111, BILLS), held(101))
    assert derive_desk(state, NOW).line == (
        row(first, priority="senior"),
        row(
            passports,
            letter="R",
            ordinal=1,
            queue_name="Passports and identity cards",
            minutes=1,
            remark="Form",
        ),
        row(last),
    )


def test_whoever_waits_with_priority_is_listed_with_their_own_words() -> None:
    state = with_classes(maria(waits(110, priority="standing"), waits(111)))
    said = [(row.label, row.priority_said) for row in derive_desk(state, NOW).line]
    assert said == [("A110", "Standing is hard"), ("A111", "")]


def test_who_is_on_hold_here_is_listed_with_the_reason() -> None:
    state = maria(
        held(102, hold_reason="Photo", note="Form"),
        held(101, note="Form"),
        held(103, desk=4),
        held(104, desk=2),
        called(105),
        waits(106, desk=3),
    )
    assert derive_desk(state, NOW).held == (
        row(held(101), remark="Form"),
        row(held(102), remark="Photo"),
    )


def test_a_ticket_of_a_queue_that_is_no_more_is_listed_by_its_slug() -> None:
    (only,) = derive_desk(maria(held(101, queue=sample.HOUSING)), NOW).held
    assert (only.letter, only.ordinal, only.queue_name) == ("", 0, "housing")


def test_a_customer_may_be_sent_to_every_queue_and_other_desk_with_somebody() -> None:
    state = nobody(MARIAS, NOBODYS, TOMAS, seat=Seat(3, "Maria", NOW), language="de")
    assert derive_desk(state, NOW).places == (
        PlaceRow("queue-parking", "parking", 0, "A", 0, "Bewohnerparkausweise"),
        PlaceRow(
            "queue-passports", "passports", 0, "R", 1, "Reisepässe und Personalausweise"
        ),
        PlaceRow("queue-bills", "bills", 0, "L", 2, "Rechnung bezahlen"),
        PlaceRow("desk-4", "", 4, "", 0, "Tomás"),
    )


def test_a_desk_to_be_sent_to_says_what_else_it_is_called() -> None:
    named = with_fields(TOMAS, names={"en": "Laboratory", "de": "Labor"})
    state = nobody(MARIAS, NOBODYS, named, seat=Seat(3, "Maria", NOW), language="de")
    assert derive_desk(state, NOW).places[-1] == PlaceRow(
        "desk-4", "", 4, "", 0, "Labor · Tomás"
    )


def test_a_customer_is_not_sent_to_the_queue_they_are_in() -> None:
    places = derive_desk(maria(called(107, queue=PASSPORTS)), NOW).places
    assert [place.key for place in places] == ["queue-parking", "queue-bills", "desk-4"]


def test_a_seat_whose_branch_is_not_heard_yet_shows_a_desk_and_nothing_else() -> None:
    state = ConsoleState(seat=Seat(3, "Maria", NOW))
    props = derive_desk(state, NOW)
    assert (props.desk, props.queues, props.places, props.line) == (3, (), (), ())


@pytest.mark.parametrize(
    ("stranded", "shown", "count"),
    [
        ([], [], 0),
        ([109], ["A109"], 1),
        # In the server's order, whoever is first of all first; more than two are only counted.
        ([110, 108, 111, 109], ["A110", "A108"], 4),
        # One that was called just now is told so in a moment.
        ([107, 108], ["A108"], 1),
        # One that has gone meanwhile is nobody any more.
        ([999, 108], ["A108"], 1),
    ],
)
def test_whoever_no_desk_serves_is_listed(
    stranded: list[int], shown: list[str], count: int
) -> None:
    state = maria(called(107), waits(108), waits(109), waits(110), waits(111))
    assert state.followed is not None
    branch = with_fields(state.followed.branch, stranded=stranded)
    state = replace(state, followed=state.followed.with_branch(branch))
    props = derive_desk(state, NOW)
    assert [row.label for row in props.stranded] == shown
    assert props.stranded_count == count
