"""What is found of a number that a servicer looks up, and what can be done with it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields

from servicer import answers
from servicer.derive_desk import derive_desk
from servicer.gallery_desks import with_classes
from servicer.props import ClassRow, FoundRow
from servicer.state import ConsoleState, Found
from servicer.terms import Deed, Stands
from shared.qt import sample
from shared.wire.messages import Role, Ticket, TicketState
from tests.servicer.desk import (
    NOW,
    ON_A_BREAK,
    acts,
    ask,
    called,
    held,
    is_now,
    maria,
    missed,
    of_ticket,
    seconds,
    serving,
    told,
    waits,
)


def found(ticket: Ticket, state: ConsoleState | None = None) -> FoundRow:
    """Return the row of a ticket that was looked up."""
    state = state or maria()
    looked_up = replace(state, found=Found(ticket.label, (ticket,)))
    (row,) = derive_desk(looked_up, NOW).found
    return row


def gone(state: TicketState, ago: float = 60) -> Ticket:
    """Return a ticket that ended so many seconds ago."""
    return is_now(called(99, ago=600), state, ended_at=NOW - seconds(ago))


STANDS: Mapping[str, tuple[Ticket, Stands, str, tuple[Deed, Deed, bool]]] = {
    "waits": (
        waits(99, ago=600),
        Stands.Waiting,
        "10:32",
        (Deed.CallTicket, Deed.Nothing, True),
    ),
    "is called": (
        called(99, ago=120),
        Stands.Called,
        "10:40",
        (Deed.Nothing, Deed.Nothing, False),
    ),
    "is served": (
        serving(99, ago=60),
        Stands.Served,
        "10:41",
        (Deed.Nothing, Deed.Nothing, False),
    ),
    "is put aside": (
        held(99, desk=4),
        Stands.Aside,
        "10:41",
        (Deed.CallTicket, Deed.Resume, True),
    ),
    "was missed a minute ago": (
        gone(TicketState.MISSED),
        Stands.Missed,
        "10:41",
        (Deed.CallTicket, Deed.Rejoin, False),
    ),
    "was missed too long ago": (
        gone(TicketState.MISSED, ago=600),
        Stands.Missed,
        "10:32",
        (Deed.Nothing, Deed.Nothing, False),
    ),
    "is done": (
        gone(TicketState.DONE),
        Stands.Done,
        "10:41",
        (Deed.Nothing, Deed.Nothing, False),
    ),
    "has left": (
        gone(TicketState.LEFT),
        Stands.Left,
        "10:41",
        (Deed.Nothing, Deed.Nothing, False),
    ),
    "has expired": (
        gone(TicketState.EXPIRED),
        Stands.Ended,
        "10:41",
        (Deed.Nothing, Deed.Nothing, False),
    ),
}


@pytest.mark.parametrize(
    ("ticket", "stands", "clock", "can"), STANDS.values(), ids=STANDS
)
def test_a_number_that_was_looked_up(
    ticket: Ticket, stands: Stands, clock: str, can: tuple[Deed, Deed, bool]
) -> None:
    row = found(ticket)
    assert (row.stands, row.clock) == (stands, clock)
    assert (row.call, row.back, row.send) == can


def test_a_number_that_was_looked_up_says_whose_it_is_and_what_was_noted() -> None:
    ticket = waits(99, sample.PASSPORTS, ago=600, note="Form")
    assert found(ticket, maria(language="de")) == FoundRow(
        id=99,
        label="R099",
        letter="R",
        ordinal=1,
        queue_name="Reisepässe und Personalausweise",
        stands=Stands.Waiting,
        desk=0,
        servicer="",
        clock="10:32",
        note="Form",
        call=Deed.CallTicket,
        back=Deed.Nothing,
        send=True,
        rank=False,
    )


def test_a_number_of_a_queue_that_is_no_more_is_found_by_its_slug() -> None:
    row = found(waits(99, sample.HOUSING))
    assert (row.letter, row.ordinal, row.queue_name) == ("", 0, "housing")
    assert (row.label, row.note) == ("H099", "")


def test_who_was_called_and_waits_again_has_waited_all_along() -> None:
    assert found(waits(99, ago=600, called_at=NOW - seconds(60))).clock == "10:32"


def test_what_is_only_known_from_looking_it_up_can_be_chosen() -> None:
    """The stream tells of a new number a moment later."""
    looked_up = Found("A120", (waits(119), waits(120)))
    state = replace(maria(), found=looked_up)
    assert acts(ask(state, Deed.CallTicket, number=120)).ticket == waits(120)
    assert ask(state, Deed.CallTicket, number=121) == state


def test_a_number_that_is_looked_up_is_not_sent_to_the_queue_it_is_in() -> None:
    def keys(state: ConsoleState) -> list[str]:
        return [place.key for place in derive_desk(state, NOW).send_places]

    elsewhere = ["queue-passports", "queue-bills", "desk-4"]
    assert keys(replace(maria(), found=Found("A099", (waits(99),)))) == elsewhere
    assert keys(answers.looked_for(maria(), "A099")) == ["queue-parking", *elsewhere]


@pytest.mark.parametrize(
    "state", [maria(serving(107)), maria(desk=ON_A_BREAK)], ids=["busy", "on a break"]
)
def test_nobody_is_called_to_a_desk_that_is(state: ConsoleState) -> None:
    assert found(waits(99), state).call is Deed.Nothing


def test_a_priority_is_given_where_a_console_may_give_one() -> None:
    may = with_classes(maria())
    assert may.followed is not None
    kiosks = with_fields(may.followed.branch, priority_by=[Role.KIOSK])
    may_not = replace(may, followed=may.followed.with_branch(kiosks))
    assert found(waits(99), may).rank
    assert not found(held(99), may).rank
    assert not found(waits(99), may_not).rank
    assert derive_desk(may, NOW).classes == (
        ClassRow("", "", "", ""),
        ClassRow("standing", "standing", "Standing is hard", "Age, illness, an injury"),
        ClassRow("child", "child", "Pregnant or with a child", ""),
        ClassRow("appointment", "appointment", "Appointment", ""),
    )
    assert derive_desk(may_not, NOW).classes == ()
    without = with_fields(may.followed.branch, priorities=[])
    nothing_to_give = replace(may, followed=may.followed.with_branch(without))
    assert derive_desk(nothing_to_give, NOW).classes == ()
    assert not found(waits(99), nothing_to_give).rank


def test_what_is_looked_for_stands_there_until_it_is_found() -> None:
    def shown(state: ConsoleState) -> tuple[str, bool]:
        props = derive_desk(state, NOW)
        return props.search, props.searching

    assert shown(maria()) == ("", False)
    looking = answers.looked_for(maria(), "A100")
    assert shown(looking) == ("A100", True)
    assert shown(answers.was_found(looking, "A100", [])) == ("A100", False)


def test_who_was_served_is_found_with_where_and_by_whom() -> None:
    served = with_fields(
        waits(99), state=TicketState.DONE, desk=4, servicer="Tomas", ended_at=NOW
    )
    row = found(served, maria())
    assert (row.stands, row.desk, row.servicer) == (Stands.Done, 4, "Tomas")
    assert found(waits(99), maria()).servicer == ""


def test_what_was_looked_up_goes_on_with_the_stream() -> None:
    state = replace(maria(waits(99)), found=Found("A099", (waits(99),)))
    after = told(state, of_ticket(called(99, desk=4)))
    assert after.found == Found("A099", (called(99, desk=4),))
    other = told(state, of_ticket(called(98, desk=4)))
    assert other.found == state.found


def test_an_answer_to_an_earlier_question_is_none() -> None:
    looking = answers.looked_for(maria(), "A100")
    assert answers.was_found(looking, "A099", [waits(99)]) == looking
    assert answers.was_found(looking, "A100", []).found == Found("A100", ())
    assert answers.looked_for(looking, "").found is None


def test_without_the_server_what_the_console_knows_has_to_do() -> None:
    state = missed(maria(waits(108)), 99, ago=4)
    assert [t.id for t in answers.known_of(state, "A099")] == [99]
    assert [t.id for t in answers.known_of(state, "A108")] == [108]
