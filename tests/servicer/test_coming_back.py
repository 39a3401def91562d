"""Who was missed and comes back, who walks in, who asks for help, and what everybody is told."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace as with_fields

from servicer import answers, folds
from servicer.derive_desk import derive_desk
from servicer.props import HelpRow
from servicer.state import ConsoleState, Details, Notice, Offer
from servicer.terms import Deed, Said
from shared.qt import sample
from shared.wire.messages import HelpCall
from shared.wire.messages import Notice as Message
from tests.servicer.desk import (
    NOW,
    acts,
    answered,
    ask,
    called,
    held,
    help_called,
    helped,
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
    other_way_round = missed(missed(maria(), 99, ago=9), 98, ago=4.5)
    assert labels(other_way_round) == [("A098", 4), ("A099", 9)]


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


def test_each_step_of_one_press_is_sent_under_a_key_of_its_own() -> None:
    uuid = "0b5c7b6e-5f0e-4b0c-9a51-6f1f3c1d2e4a"
    details = Details("parking", note="Form")
    asked = answers.asked(maria(), Deed.WalkIn, details, NOW, uuid)
    noting = answers.answered(asked, uuid, called(108, ago=0), NOW)
    assert acts(noting).key == f"{uuid}-Note"
    serves = answers.answered(noting, f"{uuid}-Note", called(108, ago=0), NOW)
    assert acts(serves).key == f"{uuid}-Start"


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
        HelpRow("8", 3, device=8, kiosk="Hall", desk=3, mine=True),
        HelpRow("7", device=7, kiosk="Entrance", language="ar"),
    )
    assert props.help_wanted == "Entrance"
    assert derive_desk(helped(maria(), first), NOW).help_wanted == ""


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
    "whoever sits down sees it": (nobody(), helped(maria(), CALL), False),
    "whoever gets up hears nothing": (maria(), helped(nobody(), CALL), False),
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


# --- what everybody is told ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        ({"en": "Late.", "de": "Später."}, "Später."),
        ({"en": "Late.", "ar": "متأخر"}, "Late."),
        ({}, ""),
    ],
)
def test_what_everybody_is_told_is_shown_in_ones_own_language_where_it_was_written(
    texts: dict[str, str], said: str
) -> None:
    state = maria(language="de")
    assert state.followed is not None
    message = Message(texts=texts, since=NOW, until=NOW)
    branch = with_fields(state.followed.branch, message=message)
    props = derive_desk(
        replace(state, followed=state.followed.with_branch(branch)), NOW
    )
    assert (props.message, props.message_until) == (said, "10:42")
    quiet = derive_desk(state, NOW)
    assert (quiet.message, quiet.message_until) == ("", "")


def test_telling_everybody_is_confirmed() -> None:
    details = Details(texts={"en": "Late."})
    asked = answers.asked(maria(), Deed.SayToAll, details, NOW, "key")
    assert answered(asked, None).notice == Notice(Said.ToldAll)


def test_nothing_is_asked_twice_at_once() -> None:
    busy = help_called(maria(act=pending))
    assert ask(busy, Deed.HelpComing, number=7) == busy
