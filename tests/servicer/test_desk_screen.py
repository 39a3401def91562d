"""What a servicer sees at the desk."""

from dataclasses import replace
from typing import Any

import pytest
from msgspec.structs import replace as with_fields

from servicer import answers, folds
from servicer.derive_desk import derive_desk
from servicer.gallery_desks import with_classes
from servicer.props import (
    ChoiceRow,
    DeskProps,
    LanguageRow,
    NoticeProps,
)
from servicer.state import Act, ConsoleState, Offer, Seat
from servicer.terms import Asks, Deed, Phase, Spot
from shared.qt import sample
from shared.qt.sample import BILLS, PASSPORTS
from shared.wire.messages import Place, PrintState, TicketState
from tests.servicer.desk import (
    CALLS_FOR_HELP,
    MARIAS,
    NOBODYS,
    NOW,
    ON_A_BREAK,
    READY_FOR_THE_NEXT,
    TOMAS,
    busy,
    called,
    maria,
    nobody,
    press,
    seconds,
    serving,
    waits,
)

# --- the desk --------------------------------------------------------------------------------


def test_where_nobody_sits_nothing_is_shown() -> None:
    assert derive_desk(nobody(tickets=[waits(108)]), NOW) == DeskProps()


SEEN: dict[str, tuple[ConsoleState, dict[str, Any]]] = {
    "desk and name": (maria(), {"desk": 3, "servicer": "Maria"}),
    "nobody is here": (
        maria(),
        {
            "phase": Phase.Free,
            "label": "",
            "queue_name": "",
            "queue_letter": "",
            "queue_ordinal": 0,
            "elapsed_s": 0,
            "calls": 0,
            "note": "",
            "on_my_way": False,
        },
    ),
    "somebody is called": (
        maria(called(107, 9, calls=2, queue=PASSPORTS), called_first=107),
        {
            "phase": Phase.Called,
            "label": "R107",
            "queue_name": "Passports and identity cards",
            "queue_letter": "R",
            "queue_ordinal": 1,
            "elapsed_s": 9,
            "calls": 2,
            "note": "",
        },
    ),
    "somebody is called, in German": (
        maria(called(107), language="de"),
        {"queue_name": "Bewohnerparkausweise"},
    ),
    "somebody is served, since they arrived": (
        busy,
        {"phase": Phase.Serving, "label": "A107", "elapsed_s": 60},
    ),
    "somebody is served, nobody knows since when": (
        maria(serving(107, started_at=None)),
        {"phase": Phase.Serving, "elapsed_s": 120},
    ),
    "somebody is called while the desk is on a break": (
        maria(called(107), desk=ON_A_BREAK),
        {"phase": Phase.Called},
    ),
    "the server's clock is ahead: the time since the call is by it": (
        maria(called(107, ago=-100), skew=seconds(120)),
        {"elapsed_s": 20},
    ),
    "the server's clock is ahead: the time since the arrival is by it": (
        maria(serving(107, ago=-100), skew=seconds(120)),
        {"elapsed_s": 20},
    ),
    "the server's clock is behind: no time is negative": (
        maria(called(107, ago=1), skew=seconds(-5)),
        {"elapsed_s": 0},
    ),
    "the server's clock is behind: no service is negative": (
        maria(serving(107, ago=1), skew=seconds(-5)),
        {"elapsed_s": 0},
    ),
    "a queue that the branch has no more": (
        maria(called(107, queue=sample.HOUSING)),
        {"queue_name": "", "queue_letter": "", "queue_ordinal": 0},
    ),
    "a note": (maria(serving(107, note="Form")), {"note": "Form"}),
    "they are on their way": (
        maria(called(107, on_my_way_at=NOW)),
        {"on_my_way": True},
    ),
    "nobody said that they are on their way": (
        maria(called(107)),
        {"on_my_way": False},
    ),
    "who waits for this desk, and the longest": (
        maria(waits(108, ago=240), waits(109, ago=419), waits(110, BILLS, ago=900)),
        {"waiting": 2, "longest_min": 6},
    ),
    "nobody waits for this desk": (
        maria(waits(110, BILLS)),
        {"waiting": 0, "longest_min": -1, "line": ()},
    ),
    "who was sent to another desk does not wait for this one": (
        maria(waits(108), waits(109, for_desk=4)),
        {"waiting": 1},
    ),
    "who was sent to this desk waits for it, whatever it serves": (
        maria(waits(110, BILLS, for_desk=3)),
        {"waiting": 1},
    ),
    "how long they wait is by the server's clock": (
        maria(waits(108, ago=0), skew=seconds(180)),
        {"longest_min": 3},
    ),
    "nobody waits for less than nothing": (
        maria(waits(108, ago=0), skew=seconds(-180)),
        {"longest_min": 0},
    ),
    "the server is away": (maria(link=sample.AWAY), {"away": True}),
    "the server is silent for a moment": (
        maria(link=sample.RECONNECTING),
        {"away": False},
    ),
    "nothing is under way": (busy, {"busy": Deed.Nothing, "kept": False}),
    "a press has no answer yet": (
        replace(busy, act=Act("key", Deed.Finish)),
        {"busy": Deed.Finish, "kept": False, "unanswered": False},
    ),
    "a press got no answer and is sent again": (
        replace(busy, act=Act("key", Deed.Finish, missed=1)),
        {"busy": Deed.Finish, "kept": True, "unanswered": False},
    ),
    "a press got no answer and is given up soon": (
        maria(waits(108), act=Act("key", Deed.CallNext, missed=1)),
        {"busy": Deed.CallNext, "kept": False, "unanswered": True},
    ),
    "done that got no answer: the card is clear and the clock stands": (
        answers.missed(press(busy, Deed.Finish), "key"),
        {"phase": Phase.Free, "label": "", "elapsed_s": 0, "done_label": "A107"},
    ),
    "done while the server is away, before any try": (
        press(replace(busy, link=sample.AWAY), Deed.Finish),
        {"phase": Phase.Free, "label": "", "done_label": "A107"},
    ),
    "done with the server there: nothing is cleared before its answer": (
        press(busy, Deed.Finish),
        {"phase": Phase.Serving, "label": "A107", "done_label": ""},
    ),
    "what is known of the customer": (
        maria(
            with_fields(
                called(107, ago=30), taken_at=NOW - seconds(1000), language="ar"
            )
        ),
        {"waited_min": 16, "speaks": "ar", "priority": ""},
    ),
    "who was called within a minute has waited for none": (
        maria(with_fields(called(107, ago=30), taken_at=NOW - seconds(80))),
        {"waited_min": 0},
    ),
    "the wait ends with the call, as in the report": (
        maria(
            with_fields(
                called(107, ago=300),
                taken_at=NOW - seconds(1000),
                state=TicketState.SERVING,
                started_at=NOW - seconds(30),
            )
        ),
        {"waited_min": 11},
    ),
    "nothing is known of nobody": (
        maria(),
        {
            "waited_min": -1,
            "speaks": "",
            "priority": "",
            "priority_said": "",
            "done_label": "",
        },
    ),
    "nobody knows which language they speak": (maria(called(107)), {"speaks": ""}),
    "the languages of a number that is given here": (
        maria(),
        {"languages": tuple(map(LanguageRow, ["en", "de", "es", "fr", "ar"]))},
    ),
    "every arrival is to be heard": (maria(alert_always=True), {"alert_always": True}),
    "only who comes while nobody waits is to be heard": (
        maria(),
        {"alert_always": False},
    ),
    "a priority by its name": (
        with_classes(maria(serving(107, priority="standing"), language="de")),
        {"priority": "standing", "priority_said": "Stehen fällt schwer"},
    ),
    "a priority that nobody put into words": (
        maria(serving(107, priority="senior")),
        {"priority": "senior", "priority_said": ""},
    ),
    "who waits in the desk's queues, by letter where names are long": (
        maria(waits(108), waits(109, PASSPORTS), waits(110, PASSPORTS)),
        {"mine_waiting": "R 2 · A 1"},
    ),
    "who waits in the desk's queues, by name": (
        maria(waits(108), waits(110, BILLS)),
        {"mine_waiting": "Parking permits 1", "elsewhere_waiting": 1},
    ),
    "nobody was sent to this desk": (
        maria(waits(108), waits(110, BILLS)),
        {"sent_waiting": 0, "sent_longest_min": -1},
    ),
    "who was sent here from another queue is told by themselves, and not among the other queues": (
        maria(waits(108), waits(110, BILLS, ago=200, for_desk=3)),
        {
            "waiting": 2,
            "sent_waiting": 1,
            "sent_longest_min": 3,
            "mine_waiting": "Parking permits 1",
            "elsewhere_waiting": 0,
        },
    ),
    "who was sent here from a queue of this desk is told by themselves": (
        maria(waits(108), waits(109, ago=200, for_desk=3)),
        {"waiting": 2, "sent_waiting": 1, "mine_waiting": "Parking permits 1"},
    ),
    "who was sent to another desk from a queue of this one is told nowhere here": (
        maria(waits(108, for_desk=4), waits(109, PASSPORTS, for_desk=4)),
        {
            "waiting": 0,
            "sent_waiting": 0,
            "mine_waiting": "",
            "elsewhere_waiting": 0,
        },
    ),
    "who was sent to another desk from another queue waits there": (
        maria(waits(110, BILLS, for_desk=4), waits(111, BILLS)),
        {"waiting": 0, "sent_waiting": 0, "elsewhere_waiting": 2},
    ),
    "nobody has arrived": (maria(), {"arrival": ""}),
    "somebody has arrived": (
        maria(arrival="parking"),
        {"arrival": "Parking permits"},
    ),
    "somebody has arrived, in German": (
        maria(arrival="parking", language="de"),
        {"arrival": "Bewohnerparkausweise"},
    ),
    "somebody has arrived, in a language that the branch lacks": (
        maria(arrival="parking", language="nl"),
        {"arrival": "Parking permits"},
    ),
    "somebody has arrived at a queue that the branch has no more": (
        maria(arrival="housing"),
        {"arrival": "housing"},
    ),
    "everybody has paper": (
        maria(waits(108, print=PrintState.PRINTED), waits(109, print=None)),
        {"unprinted": ""},
    ),
    "two have no paper though they should, in line, and one is still printed": (
        maria(
            waits(110, print=PrintState.FAILED),
            waits(109, print=PrintState.PENDING),
            waits(108, print=PrintState.FAILED),
        ),
        {"unprinted": "A108, A110"},
    ),
    "two have no paper, in Arabic": (
        maria(
            waits(108, print=PrintState.FAILED),
            waits(110, print=PrintState.FAILED),
            language="ar",
        ),
        {"unprinted": "\u200f\u2068A108\u2069، \u2068A110\u2069"},
    ),
    "who is called already needs no paper": (
        maria(called(107, print=PrintState.FAILED)),
        {"unprinted": ""},
    ),
    "the next arrival comes here": (
        maria(desk=READY_FOR_THE_NEXT),
        {"stored": True},
    ),
    "the next arrival comes to nobody": (maria(), {"stored": False}),
    "a break with its reason and end": (
        maria(desk=ON_A_BREAK),
        {
            "phase": Phase.Paused,
            "reason": "Coffee",
            "back_at": "10:57",
            "overdue_min": -1,
        },
    ),
    "a break that was to end now": (
        maria(desk=with_fields(ON_A_BREAK, back_at=NOW)),
        {"back_at": "10:42", "overdue_min": 0},
    ),
    "a break that was to end in a second": (
        maria(desk=with_fields(ON_A_BREAK, back_at=NOW + seconds(1))),
        {"overdue_min": -1},
    ),
    "a break that was to end long ago by the server's clock": (
        maria(
            desk=with_fields(ON_A_BREAK, back_at=NOW - seconds(300)),
            skew=seconds(90),
        ),
        {"overdue_min": 6},
    ),
    "a break that is over by the server's clock alone": (
        maria(
            desk=with_fields(ON_A_BREAK, back_at=NOW + seconds(30)), skew=seconds(90)
        ),
        {"overdue_min": 1},
    ),
    "a break without a word": (
        maria(desk=with_fields(ON_A_BREAK, reason=None, back_at=None)),
        {"phase": Phase.Paused, "reason": "", "back_at": "", "overdue_min": -1},
    ),
    "no break any more": (
        maria(desk=with_fields(MARIAS, reason="Coffee", back_at=NOW)),
        {"phase": Phase.Free, "reason": "", "back_at": "", "overdue_min": -1},
    ),
    "nobody calls for help": (maria(), {"help": False, "help_desks": ""}),
    "this desk calls for help": (
        maria(desk=CALLS_FOR_HELP),
        {"help": True, "help_desks": ""},
    ),
    "nothing can be taken back": (
        maria(),
        {"undo": Deed.Nothing, "undo_label": "", "undo_s": 0},
    ),
    "done can be taken back for 8 s": (
        maria(offer=Offer(Deed.Finish, "A107", NOW + seconds(7.5))),
        {"undo": Deed.Finish, "undo_label": "A107", "undo_s": 8},
    ),
    "nothing can be taken back any more": (
        maria(offer=Offer(Deed.Finish, "A107", NOW)),
        {"undo": Deed.Nothing, "undo_label": "", "undo_s": 0},
    ),
    "nothing can be taken back while the server is away": (
        maria(offer=Offer(Deed.Finish, "A107", NOW + seconds(8)), link=sample.AWAY),
        {"undo": Deed.Nothing, "undo_label": "", "undo_s": 0},
    ),
    "nothing is said": (maria(), {"notice": NoticeProps()}),
}


@pytest.mark.parametrize(("state", "seen"), SEEN.values(), ids=SEEN)
def test_a_servicer_sees(state: ConsoleState, seen: dict[str, Any]) -> None:
    props = derive_desk(state, NOW)
    assert {name: getattr(props, name) for name in seen} == seen


def test_other_desks_that_call_for_help_are_named() -> None:
    calling = {"help_since": NOW}
    state = nobody(
        with_fields(MARIAS, **calling),
        with_fields(TOMAS, **calling),
        with_fields(NOBODYS, **calling),
        seat=Seat(3, "Maria", NOW),
    )
    props = derive_desk(state, NOW)
    assert (props.help, props.help_desks) == (True, "4, 5")
    assert "، " in derive_desk(replace(state, language="ar"), NOW).help_desks


def test_a_desk_says_what_and_where_it_is() -> None:
    lab = with_fields(MARIAS, names={"en": "Laboratory", "de": "Labor"})
    branch = with_fields(
        sample.branch(desks=[lab, TOMAS]),
        names={"de": "Bürgerservice"},
        place=Place.ROOM,
    )
    state = folds.happened(maria(language="de"), sample.standing(branch))
    props = derive_desk(state, NOW)
    assert (props.desk_name, props.branch_name) == ("Labor", "Bürgerservice")
    assert props.spot is Spot.Rooms


def test_a_desks_own_queues_stand_apart_from_the_others() -> None:
    props = derive_desk(maria(), NOW)
    assert [row.slug for row in props.mine] == ["passports", "parking"]
    assert [row.slug for row in props.elsewhere] == ["bills"]


@pytest.mark.parametrize(
    ("name", "in_short"),
    [
        ("Certificates", "Certificates 1 · Parking permits 1"),
        ("Certificates!", "R 1 · A 1"),
    ],
)
def test_names_are_told_as_long_as_one_line_holds_them(
    name: str, in_short: str
) -> None:
    queues = [sample.PARKING, with_fields(PASSPORTS, names={"en": name})]
    branch = sample.branch(queues, desks=[MARIAS, TOMAS])
    state = maria(waits(108), waits(109, PASSPORTS))
    props = derive_desk(folds.happened(state, sample.standing(branch)), NOW)
    assert props.mine_waiting == in_short


def test_the_clock_goes_on() -> None:
    assert derive_desk(busy, NOW + seconds(1.9)).elapsed_s == 61


# --- buttons ---------------------------------------------------------------------------------

Button = ChoiceRow
CALL_NEXT = (Deed.CallNext, "CallNext", Asks.Nothing)
DRAWN: dict[str, tuple[ConsoleState, ChoiceRow]] = {
    "to be pressed": (maria(waits(108)), Button(*CALL_NEXT, True, False, False, True)),
    "grey": (maria(), Button(*CALL_NEXT, False, False, False, False)),
    "pressed just now": (
        maria(waits(108), act=Act("key", Deed.CallNext)),
        Button(*CALL_NEXT, True, False, False, False),
    ),
    "deaf to a double click": (
        maria(waits(108), deaf_until=NOW + seconds(0.1)),
        Button(*CALL_NEXT, True, False, False, False),
    ),
    "no longer deaf": (
        maria(waits(108), deaf_until=NOW),
        Button(*CALL_NEXT, True, False, False, True),
    ),
    "grey while the server is away": (
        maria(waits(108), link=sample.AWAY),
        Button(*CALL_NEXT, False, False, False, False),
    ),
}


@pytest.mark.parametrize(("state", "row"), DRAWN.values(), ids=DRAWN)
def test_the_primary_button_is(state: ConsoleState, row: ChoiceRow) -> None:
    assert derive_desk(state, NOW).primary == row


def test_the_buttons_beside_it_are_drawn_as_they_are_offered() -> None:
    state = maria(called(107, ago=3), deaf_until=NOW + seconds(1))
    assert derive_desk(state, NOW).others == (
        Button(Deed.Recall, "Recall", Asks.Nothing, False, False, False, False),
        Button(Deed.NoShow, "NoShow", Asks.Nothing, True, False, False, True),
        Button(Deed.Transfer, "Transfer", Asks.Place, True, False, False, True),
        Button(Deed.Cancel, "Cancel", Asks.Confirmation, True, False, False, True),
    )


def test_a_button_that_is_likely_wanted_is_prominent() -> None:
    rows = derive_desk(maria(called(107, ago=30)), NOW).others
    assert [row.name for row in rows if row.prominent] == ["NoShow"]


def test_every_button_is_deaf_while_an_answer_is_awaited() -> None:
    rows = derive_desk(press(maria(called(107, ago=30)), Deed.NoShow), NOW).others
    assert [row.listening for row in rows] == [False] * 4


@pytest.mark.parametrize("name", sorted(SEEN))
def test_what_is_listed_adds_up_to_who_waits_for_this_desk(name: str) -> None:
    props = derive_desk(SEEN[name][0], NOW)
    assert sum(row.waiting for row in props.mine) + props.sent_waiting == props.waiting
