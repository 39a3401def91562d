"""Who was missed and comes back, who walks in, who asks for help, and what is looked up."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace as with_fields

from servicer import answers, folds
from servicer.derive_desk import derive_desk
from servicer.gallery_desks import with_classes
from servicer.props import FoundRow, HelpRow
from servicer.state import ConsoleState, Details, Found, Notice, Offer
from servicer.terms import Deed, Said, Stands
from shared.qt import sample
from shared.wire.messages import HelpCall, Role, Ticket, TicketState
from shared.wire.messages import Notice as Message
from tests.servicer.desk import (
    NOW,
    ON_A_BREAK,
    acts,
    answered,
    ask,
    called,
    held,
    help_called,
    helped,
    is_now,
    maria,
    missed,
    nobody,
    of_ticket,
    pending,
    seconds,
    serving,
    told,
    waits,
)

# --- who was missed --------------------------------------------------------------------------


def labels(state: ConsoleState, now: datetime = NOW) -> list[tuple[str, int]]:
    """Return whom the desk lists as missed, and for how many minutes."""
    return [(row.label, row.minutes) for row in derive_desk(state, now).missed]


def test_who_was_missed_is_listed_the_last_one_first() -> None:
    state = missed(missed(maria(), 98, ago=9), 99, ago=4.5, desk=4)
    assert labels(state) == [("A099", 4), ("A098", 9)]


def test_a_missed_number_vanishes_when_it_may_not_come_back_any_more() -> None:
    state = missed(maria(), 99, ago=9)
    assert labels(state, NOW + seconds(59)) == [("A099", 9)]
    assert labels(state, NOW + seconds(60)) == []


def test_how_long_ago_is_by_the_servers_clock() -> None:
    state = missed(maria(skew=timedelta(minutes=3)), 99, ago=4)
    assert labels(state) == [("A099", 7)]
    assert labels(replace(state, skew=timedelta(minutes=6))) == []


def test_who_is_called_again_is_missed_no_longer() -> None:
    state = told(missed(maria(), 99, ago=4), of_ticket(called(99)))
    assert labels(state) == []


def test_it_is_too_late_to_call_whom_the_server_would_refuse() -> None:
    state = missed(maria(), 99, ago=10)
    assert ask(state, Deed.CallTicket, number=99) == state
    assert ask(state, Deed.Rejoin, number=99) == state


# --- who walks in ----------------------------------------------------------------------------


def walked_in(note: str = "") -> ConsoleState:
    """Return the desk that is being given somebody without a number."""
    details = Details("parking", note=note)
    return answers.asked(maria(), Deed.WalkIn, details, NOW, "key")


def test_whoever_stands_there_is_served_at_once() -> None:
    after = answered(walked_in(), called(108, ago=0))
    act = acts(after)
    assert (act.key, act.deed) == ("key-Start", Deed.Start)
    assert act.ticket == called(108, ago=0)
    assert after.present == called(108, ago=0)
    assert after.offer is not None


def test_a_note_comes_before_that() -> None:
    noting = answered(walked_in("Form"), called(108, ago=0))
    assert (acts(noting).deed, acts(noting).details.note) == (Deed.Note, "Form")
    noted = answers.answered(noting, "key-Note", called(108, ago=0, note="Form"), NOW)
    assert acts(noted).deed is Deed.Start
    done = answers.answered(noted, acts(noted).key, serving(108, ago=0), NOW)
    assert (done.act, done.present) == (None, serving(108, ago=0))
    assert done.offer == Offer(Deed.Start, "A108", NOW + seconds(10))


def test_who_cannot_be_served_any_more_is_not() -> None:
    refused = answers.refused(walked_in(), "key", sample.REVOKED, None, NOW)
    assert refused.act is None


def test_a_number_that_is_given_is_said() -> None:
    asked = answers.asked(maria(), Deed.GiveNumber, Details("parking"), NOW, "key")
    after = answered(asked, waits(112))
    assert (after.act, after.offer) == (None, None)
    assert after.notice == Notice(Said.NumberGiven, label="A112")


def test_a_number_with_a_note_is_noted() -> None:
    details = Details("parking", note="Form")
    asked = answers.asked(maria(), Deed.GiveNumber, details, NOW, "key")
    assert acts(answered(asked, waits(112))).deed is Deed.Note


# --- help ------------------------------------------------------------------------------------


def test_who_asks_for_help_is_told_with_who_goes() -> None:
    first = HelpCall(device=8, kiosk="Hall", since=NOW - seconds(200), desk=3)
    second = HelpCall(
        device=7, kiosk="Entrance", since=NOW - seconds(59), language="ar"
    )
    props = derive_desk(helped(maria(), second, first), NOW)
    assert props.help_calls == (
        HelpRow(8, "Hall", 3, "", 3, True),
        HelpRow(7, "Entrance", 0, "ar", 0, False),
    )
    assert props.help_wanted == "Entrance"


def test_nobody_goes_where_nobody_asks() -> None:
    state = help_called(maria())
    assert ask(state, Deed.HelpComing, number=8) == state
    assert acts(ask(state, Deed.HelpComing, number=7)).details.number == 7


CALL = HelpCall(device=7, kiosk="Entrance", since=NOW)
RINGS: Mapping[str, tuple[ConsoleState, ConsoleState, bool]] = {
    "somebody asks for help": (maria(), helped(maria(), CALL), True),
    "somebody still asks": (helped(maria(), CALL), helped(maria(), CALL), False),
    "somebody asks again": (
        helped(maria(), CALL),
        helped(maria(), with_fields(CALL, since=NOW + seconds(60))),
        True,
    ),
    "the next one asks there, though the first was not yet helped to the end": (
        helped(maria(), with_fields(CALL, desk=4)),
        helped(maria(), with_fields(CALL, since=NOW + seconds(60))),
        True,
    ),
    "somebody goes there already": (
        maria(),
        helped(maria(), with_fields(CALL, desk=4)),
        False,
    ),
    "nobody sits here": (nobody(), helped(nobody(), CALL), False),
    "somebody has arrived while nobody waited": (
        maria(),
        maria(waits(108), arrival="parking"),
        True,
    ),
    "one more has arrived": (maria(waits(108)), maria(waits(108), waits(109)), False),
    "one more has arrived, and every one is to be heard": (
        maria(waits(108), alert_always=True),
        maria(waits(108), waits(109), alert_always=True),
        True,
    ),
    "one more has arrived for another desk": (
        maria(alert_always=True),
        maria(waits(108, sample.BILLS), alert_always=True),
        False,
    ),
    "one has come back in line": (
        maria(held(101), waits(108), alert_always=True),
        maria(waits(101), waits(108), alert_always=True),
        False,
    ),
}


@pytest.mark.parametrize(("before", "after", "heard"), RINGS.values(), ids=RINGS)
def test_two_notes_are_heard_when(
    before: ConsoleState, after: ConsoleState, heard: bool
) -> None:
    assert folds.rings(before, after) is heard


# --- what is looked up -----------------------------------------------------------------------


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
    told = [(row.name, row.said) for row in derive_desk(may, NOW).classes]
    assert told == [
        ("", ""),
        ("standing", "Standing is hard"),
        ("child", "Pregnant or with a child"),
        ("appointment", "Appointment"),
    ]
    assert derive_desk(may_not, NOW).classes == ()


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


def test_an_answer_to_an_earlier_question_is_none() -> None:
    looking = answers.looked_for(maria(), "A100")
    assert answers.was_found(looking, "A099", [waits(99)]) == looking
    assert answers.was_found(looking, "A100", []).found == Found("A100", ())
    assert answers.looked_for(looking, "").found is None


def test_without_the_server_what_the_console_knows_has_to_do() -> None:
    state = missed(maria(waits(108)), 99, ago=4)
    assert [t.id for t in answers.known_of(state, "A099")] == [99]
    assert [t.id for t in answers.known_of(state, "A108")] == [108]


# --- what everybody is told ------------------------------------------------------------------


def test_what_everybody_is_told_is_shown_in_ones_own_language() -> None:
    state = maria(language="de")
    assert state.followed is not None
    message = Message(texts={"en": "Late.", "de": "Später."}, since=NOW, until=NOW)
    branch = with_fields(state.followed.branch, message=message)
    props = derive_desk(
        replace(state, followed=state.followed.with_branch(branch)), NOW
    )
    assert (props.message, props.message_until) == ("Später.", "10:42")
    assert derive_desk(state, NOW).message == ""


def test_telling_everybody_is_confirmed() -> None:
    details = Details(texts={"en": "Late."})
    asked = answers.asked(maria(), Deed.SayToAll, details, NOW, "key")
    assert answered(asked, None).notice == Notice(Said.ToldAll)


def test_nothing_is_asked_twice_at_once() -> None:
    busy = help_called(maria(act=pending))
    assert ask(busy, Deed.HelpComing, number=7) == busy
