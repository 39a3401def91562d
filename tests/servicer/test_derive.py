"""What a servicer sees on the screens."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace as with_fields

from servicer import folds
from servicer.derive import derive_console, derive_desk, derive_sign_in
from servicer.props import (
    ChoiceRow,
    ConsoleProps,
    DeskProps,
    DeskRow,
    NoticeProps,
    PlaceRow,
    QueueRow,
    ServicerRow,
    SignInProps,
    TicketRow,
)
from servicer.state import Act, Chosen, ConsoleState, Notice, Offer, Seat
from servicer.terms import Asks, Deed, Intake, Phase, Said, Shown
from shared.qt import sample
from shared.qt.sample import BILLS, PARKING, PASSPORTS
from shared.wire.link import Link, LinkState
from shared.wire.messages import Full, PrintState, Queue, Ticket
from tests.servicer.desk import (
    AWAY,
    CALLS_FOR_HELP,
    MARIAS,
    NOBODYS,
    NOW,
    ON_A_BREAK,
    READY_FOR_THE_NEXT,
    RECONNECTING,
    TOMAS,
    called,
    held,
    maria,
    nobody,
    press,
    problem,
    seconds,
    serving,
    waits,
)

busy = maria(serving(107), waits(108))

# --- every screen ----------------------------------------------------------------------------

REFUSED = replace(AWAY, refusal=problem("unauthenticated"))
SCREENS: dict[str, tuple[ConsoleState, Shown]] = {
    "nothing is heard yet": (ConsoleState(), Shown.Connecting),
    "the token is unknown": (ConsoleState(link=REFUSED), Shown.Unpaired),
    "the token is not known any more": (nobody(link=REFUSED), Shown.Unpaired),
    "nobody has signed in": (nobody(), Shown.Welcome),
    "nobody has signed in, and the server is away": (
        nobody(link=AWAY),
        Shown.Welcome,
    ),
    "somebody works": (maria(), Shown.Desk),
    "somebody works, and the server is away": (maria(link=AWAY), Shown.Desk),
    "somebody works, and the token is not known any more": (
        maria(link=REFUSED),
        Shown.Desk,
    ),
}


@pytest.mark.parametrize(("state", "screen"), SCREENS.values(), ids=SCREENS)
def test_screen(state: ConsoleState, screen: Shown) -> None:
    assert derive_console(state).screen is screen


CONNECTION: dict[str, tuple[Link, int, str]] = {
    "live": (Link(LinkState.Live, NOW), 0, "10:42"),
    "lost a moment ago": (RECONNECTING, 1, "10:42"),
    "lost for long": (AWAY, 2, "10:42"),
    "never heard": (Link(), 1, ""),
}


@pytest.mark.parametrize(
    ("link", "shown", "as_of"), CONNECTION.values(), ids=CONNECTION
)
def test_connection(link: Link, shown: int, as_of: str) -> None:
    props = derive_console(nobody(link=link))
    assert (props.link, props.as_of) == (shown, as_of)


def test_the_window_is_named_after_the_branch() -> None:
    assert derive_console(nobody()).branch_name == "City Service Centre"


def test_before_anything_is_heard_there_is_neither_name_nor_time() -> None:
    heard = ConsoleState(link=RECONNECTING)
    assert derive_console(heard) == ConsoleProps(Shown.Connecting, 1)


# --- sitting down ----------------------------------------------------------------------------

choosing = nobody(MARIAS, NOBODYS, chosen=Chosen(5, "Tomás", tries=2))


def test_the_desks_and_names_to_choose_say_who_sits_where() -> None:
    assert derive_sign_in(choosing, NOW) == SignInProps(
        desks=(DeskRow(3, "Maria", False), DeskRow(5, "", True)),
        servicers=(ServicerRow("Maria", 3, False), ServicerRow("Tomás", 0, True)),
        desk=5,
        servicer="Tomás",
        tries=2,
    )


def test_nothing_chosen_is_nothing_chosen() -> None:
    props = derive_sign_in(nobody(), NOW)
    assert (props.desk, props.servicer) == (0, "")
    assert not any(desk.chosen for desk in props.desks)
    assert not any(servicer.chosen for servicer in props.servicers)


@pytest.mark.parametrize(
    "state",
    [ConsoleState(chosen=Chosen(5, "Maria", tries=2)), maria(chosen=Chosen(3, "x", 2))],
    ids=["nothing is heard yet", "somebody sits"],
)
def test_there_is_nobody_to_choose_while(state: ConsoleState) -> None:
    assert derive_sign_in(state, NOW) == SignInProps(tries=2)


def test_a_pin_without_an_answer_shows_that_it_takes_a_moment() -> None:
    assert not derive_sign_in(choosing, NOW).busy
    waiting = replace(choosing, act=Act("key", Deed.SignIn))
    assert derive_sign_in(waiting, NOW).busy


LOCKS: dict[str, tuple[dict[str, datetime], int]] = {
    "five minutes": ({"Tomás": NOW + timedelta(minutes=5)}, 300),
    "a second and a bit counts as two": ({"Tomás": NOW + seconds(1.2)}, 2),
    "the last second": ({"Tomás": NOW + seconds(0.1)}, 1),
    "no longer": ({"Tomás": NOW}, 0),
    "somebody else": ({"Maria": NOW + seconds(60)}, 0),
}


@pytest.mark.parametrize(("locks", "left"), LOCKS.values(), ids=LOCKS)
def test_a_name_is_locked_for(locks: dict[str, datetime], left: int) -> None:
    assert derive_sign_in(replace(choosing, locks=locks), NOW).locked_s == left


def test_a_notice_comes_in_its_parts() -> None:
    notice = Notice(Said.Locked, "A107", 3, "Maria", NOW + seconds(30), "Because.")
    told = NoticeProps(Said.Locked, "A107", 3, "Maria", 20, "Because.")
    later = NOW + seconds(10)
    assert derive_sign_in(replace(choosing, notice=notice), later).notice == told
    assert derive_desk(replace(busy, notice=notice), later).notice == told


def test_a_notice_of_no_time_counts_nothing() -> None:
    state = maria(notice=Notice(Said.NobodyWaits))
    assert derive_desk(state, NOW).notice == NoticeProps(Said.NobodyWaits)


def test_a_notice_whose_time_is_over_counts_no_further() -> None:
    state = replace(choosing, notice=Notice(Said.Locked, until=NOW))
    assert derive_sign_in(state, NOW + seconds(10)).notice.seconds == 0


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
        maria(called(107, 9, calls=2, queue=PASSPORTS)),
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
    "how long they wait is by the server's clock": (
        maria(waits(108, ago=0), skew=seconds(180)),
        {"longest_min": 3},
    ),
    "nobody waits for less than nothing": (
        maria(waits(108, ago=0), skew=seconds(-180)),
        {"longest_min": 0},
    ),
    "the server is away": (maria(link=AWAY), {"away": True}),
    "the server is silent for a moment": (
        maria(link=RECONNECTING),
        {"away": False},
    ),
    "nothing is under way": (busy, {"busy": Deed.Nothing, "kept": False}),
    "a press has no answer yet": (
        replace(busy, act=Act("key", Deed.Finish)),
        {"busy": Deed.Finish, "kept": False},
    ),
    "a press got no answer and is sent again": (
        replace(busy, act=Act("key", Deed.Finish, missed=1)),
        {"busy": Deed.Finish, "kept": True},
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
        {"phase": Phase.Paused, "reason": "Coffee", "back_at": "10:57"},
    ),
    "a break without a word": (
        maria(desk=with_fields(ON_A_BREAK, reason=None, back_at=None)),
        {"phase": Phase.Paused, "reason": "", "back_at": ""},
    ),
    "no break any more": (
        maria(desk=with_fields(MARIAS, reason="Coffee", back_at=NOW)),
        {"phase": Phase.Free, "reason": "", "back_at": ""},
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
        maria(offer=Offer(Deed.Finish, "A107", NOW + seconds(8)), link=AWAY),
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


def test_the_clock_goes_on() -> None:
    assert derive_desk(busy, NOW + seconds(1.9)).elapsed_s == 61


# --- buttons ---------------------------------------------------------------------------------

Button = ChoiceRow
CALL_NEXT = (Deed.CallNext.value, "CallNext", Asks.Nothing.value)
DRAWN: dict[str, tuple[ConsoleState, ChoiceRow]] = {
    "to be pressed": (maria(waits(108)), Button(*CALL_NEXT, True, False, True)),
    "grey": (maria(), Button(*CALL_NEXT, False, False, False)),
    "pressed just now": (
        maria(waits(108), act=Act("key", Deed.CallNext)),
        Button(*CALL_NEXT, True, False, False),
    ),
    "deaf to a double click": (
        maria(waits(108), deaf_until=NOW + seconds(0.1)),
        Button(*CALL_NEXT, True, False, False),
    ),
    "no longer deaf": (
        maria(waits(108), deaf_until=NOW),
        Button(*CALL_NEXT, True, False, True),
    ),
    "gone while the server is away": (
        maria(waits(108), link=AWAY),
        Button(0, "", 0, False, False, False),
    ),
}


@pytest.mark.parametrize(("state", "row"), DRAWN.values(), ids=DRAWN)
def test_the_primary_button_is(state: ConsoleState, row: ChoiceRow) -> None:
    assert derive_desk(state, NOW).primary == row


def test_the_buttons_beside_it_are_drawn_as_they_are_offered() -> None:
    state = maria(called(107, ago=3), deaf_until=NOW + seconds(1))
    assert derive_desk(state, NOW).others == (
        Button(Deed.Recall.value, "Recall", Asks.Nothing.value, False, False, False),
        Button(Deed.NoShow.value, "NoShow", Asks.Nothing.value, True, False, True),
        Button(Deed.Transfer.value, "Transfer", Asks.Place.value, True, False, True),
        Button(Deed.Cancel.value, "Cancel", Asks.Confirmation.value, True, False, True),
    )


def test_a_button_that_is_likely_wanted_is_prominent() -> None:
    rows = derive_desk(maria(called(107, ago=30)), NOW).others
    assert [row.name for row in rows if row.prominent] == ["NoShow"]


def test_every_button_is_deaf_while_an_answer_is_awaited() -> None:
    rows = derive_desk(press(maria(called(107, ago=30)), Deed.NoShow), NOW).others
    assert [row.listening for row in rows] == [False] * 4


# --- lists -----------------------------------------------------------------------------------


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
    giving = Intake.Giving.value
    assert derive_desk(state, NOW).queues == (
        QueueRow("passports", "R", 1, names[0], True, 0, -1, giving),
        QueueRow("parking", "A", 0, names[1], True, 2, 3, giving),
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
    assert shown.intake == intake.value


def test_queues_that_no_desk_of_ours_serves_are_in_the_branchs_order() -> None:
    state = maria(desk=with_fields(MARIAS, queues=["bills"]), language="de")
    rows = derive_desk(state, NOW).queues
    assert [row.slug for row in rows] == ["bills", "parking", "passports"]
    assert rows[1].name == "Bewohnerparkausweise"


def row(ticket: Ticket, **fields: Any) -> TicketRow:
    """Return the row of a ticket that has waited for five minutes for parking."""
    plain = TicketRow(ticket.id, ticket.label, "A", 0, "Parking permits", 5, "", "")
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


def test_who_is_on_hold_here_is_listed_with_the_reason() -> None:
    state = maria(
        held(102, hold_reason="Photo", note="Form"),
        held(101, note="Form"),
        held(103, desk=4),
        called(105),
        waits(104),
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


def test_a_seat_whose_branch_is_not_heard_yet_shows_a_desk_and_nothing_else() -> None:
    state = ConsoleState(seat=Seat(3, "Maria", NOW))
    props = derive_desk(state, NOW)
    assert (props.desk, props.queues, props.places, props.line) == (3, (), (), ())
