"""What the server is asked for by each press and each answer to a sheet."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from msgspec import Struct

from servicer import answers
from servicer.deeds import DEEDS
from servicer.requests import Request, request_of
from servicer.state import Chosen, ConsoleState, Details, Offer
from servicer.terms import Deed
from shared.wire import messages, requests
from tests.servicer.desk import (
    CALLS_FOR_HELP,
    LENT_BILLS,
    NOW,
    ON_A_BREAK,
    READY_FOR_THE_NEXT,
    TOMAS_CALLS,
    Then,
    acts,
    ask,
    called,
    everybody_called,
    held,
    help_called,
    maria,
    maria_and,
    missed,
    nobody,
    press,
    seconds,
    serving,
    waits,
)

Ticket, Desk = messages.Ticket, messages.Desk
NOTHING = requests.Nothing()

free = maria(waits(108), waits(109), held(101))
empty = maria()
here = maria(called(107))
busy = maria(serving(107), waits(108))
undoable = maria(offer=Offer(Deed.Finish, "A107", NOW + seconds(8)))


missing = missed(maria(), 99, ago=4)
helping = help_called(maria(serving(107)))


def told(deed: Deed, details: Details) -> ConsoleState:
    """Return the free desk once it was asked for this."""
    return answers.asked(free, deed, details, NOW, "key")


ASKED: dict[str, tuple[Then, str, Struct, type]] = {
    "Call next": (
        lambda: press(free, Deed.CallNext),
        "desks/3/call-next",
        requests.CallNext(),
        Ticket,
    ),
    "Arrived": (lambda: press(here, Deed.Start), "tickets/107/start", NOTHING, Ticket),
    "Call again": (
        lambda: press(here, Deed.Recall),
        "tickets/107/recall",
        NOTHING,
        Ticket,
    ),
    "Missed": (
        lambda: press(here, Deed.NoShow),
        "tickets/107/no-show",
        NOTHING,
        Ticket,
    ),
    "Done": (lambda: press(busy, Deed.Finish), "tickets/107/finish", NOTHING, Ticket),
    "Done and call next": (
        lambda: press(busy, Deed.FinishAndCall),
        "desks/3/call-next",
        requests.CallNext(finish=True),
        Ticket,
    ),
    "Sign out": (lambda: press(empty, Deed.SignOut), "desks/3/sign-out", NOTHING, Desk),
    "Undo": (lambda: press(undoable, Deed.Undo), "desks/3/undo", NOTHING, Desk),
    "Back to work": (
        lambda: press(maria(desk=ON_A_BREAK), Deed.Open),
        "desks/3/open",
        NOTHING,
        Desk,
    ),
    "Next to me": (
        lambda: press(empty, Deed.StoreNext),
        "desks/3/call-next",
        requests.CallNext(store=True),
        Ticket,
    ),
    "Next to me, once more: no longer": (
        lambda: press(maria(desk=READY_FOR_THE_NEXT), Deed.StoreNext),
        "desks/3/call-next",
        requests.CallNext(store=False),
        Ticket,
    ),
    "Call for help": (
        lambda: press(empty, Deed.Help),
        "desks/3/help",
        requests.Help(wanted=True),
        Desk,
    ),
    "Stop calling for help": (
        lambda: press(maria(desk=CALLS_FOR_HELP), Deed.Help),
        "desks/3/help",
        requests.Help(wanted=False),
        Desk,
    ),
    "Hold, with a reason": (
        lambda: ask(busy, Deed.Hold, "Fetches a photo"),
        "tickets/107/hold",
        requests.Hold(reason="Fetches a photo"),
        Ticket,
    ),
    "Hold, without a word": (
        lambda: ask(busy, Deed.Hold),
        "tickets/107/hold",
        requests.Hold(reason=None),
        Ticket,
    ),
    "Transfer to a queue": (
        lambda: ask(busy, Deed.Transfer, "bills"),
        "tickets/107/transfer",
        requests.Transfer(queue="bills", desk=None, to_end=False),
        Ticket,
    ),
    "Transfer to a desk": (
        lambda: ask(busy, Deed.Transfer, number=4),
        "tickets/107/transfer",
        requests.Transfer(queue=None, desk=4, to_end=False),
        Ticket,
    ),
    "Note": (
        lambda: ask(busy, Deed.Note, "Brings the form"),
        "tickets/107/note",
        requests.Note(text="Brings the form"),
        Ticket,
    ),
    "Note, emptied": (
        lambda: ask(busy, Deed.Note),
        "tickets/107/note",
        requests.Note(text=""),
        Ticket,
    ),
    "Cancel": (lambda: ask(here, Deed.Cancel), "tickets/107/cancel", NOTHING, Ticket),
    "Pick one": (
        lambda: ask(free, Deed.CallTicket, number=109),
        "tickets/109/call",
        requests.CallTicket(),
        Ticket,
    ),
    "Back in line": (
        lambda: ask(free, Deed.Resume, number=101),
        "tickets/101/resume",
        NOTHING,
        Ticket,
    ),
    "Walk-in": (
        lambda: ask(free, Deed.WalkIn, "parking"),
        "tickets",
        requests.TakeNumber(queue="parking", call=True),
        Ticket,
    ),
    "Walk-in, with all that is known": (
        lambda: told(
            Deed.WalkIn,
            Details("parking", priority="standing", language="ar", note="Form"),
        ),
        "tickets",
        requests.TakeNumber(
            queue="parking", language="ar", priority="standing", call=True
        ),
        Ticket,
    ),
    "Give a number": (
        lambda: told(Deed.GiveNumber, Details("parking", priority="standing")),
        "tickets",
        requests.TakeNumber(queue="parking", priority="standing"),
        Ticket,
    ),
    "Priority": (
        lambda: ask(free, Deed.GivePriority, "standing", 109),
        "tickets/109/priority",
        requests.GivePriority(priority="standing"),
        Ticket,
    ),
    "Priority, none": (
        lambda: ask(free, Deed.GivePriority, "", 109),
        "tickets/109/priority",
        requests.GivePriority(priority=None),
        Ticket,
    ),
    "Call one who was missed": (
        lambda: ask(missing, Deed.CallTicket, number=99),
        "tickets/99/call",
        requests.CallTicket(),
        Ticket,
    ),
    "One who was missed back in line": (
        lambda: ask(missing, Deed.Rejoin, number=99),
        "tickets/99/rejoin",
        NOTHING,
        Ticket,
    ),
    "Send one who waits to a queue": (
        lambda: ask(free, Deed.Send, "queue-bills", 109),
        "tickets/109/transfer",
        requests.Transfer(queue="bills"),
        Ticket,
    ),
    "Send one who waits to a queue whose name has several words": (
        lambda: ask(free, Deed.Send, "queue-id-cards", 109),
        "tickets/109/transfer",
        requests.Transfer(queue="id-cards"),
        Ticket,
    ),
    "Send one who waits to a desk": (
        lambda: ask(free, Deed.Send, "desk-4", 109),
        "tickets/109/transfer",
        requests.Transfer(desk=4),
        Ticket,
    ),
    "I am coming": (
        lambda: ask(helping, Deed.HelpComing, number=7),
        "help/7/coming",
        NOTHING,
        messages.Message,
    ),
    "Helped": (
        lambda: ask(helping, Deed.HelpDone, number=7),
        "help/7/done",
        NOTHING,
        messages.Message,
    ),
    "I am coming to a colleague": (
        lambda: ask(maria_and(TOMAS_CALLS), Deed.DeskHelpComing, number=4),
        "desks/4/help/coming",
        NOTHING,
        Desk,
    ),
    "Helped a colleague": (
        lambda: ask(maria_and(TOMAS_CALLS), Deed.DeskHelpDone, number=4),
        "desks/4/help/done",
        NOTHING,
        Desk,
    ),
    "Enough have come": (
        lambda: press(everybody_called(maria()), Deed.StaffCallDone),
        "staff-call/done",
        NOTHING,
        messages.Message,
    ),
    "Serve one more queue": (
        lambda: ask(free, Deed.ServeToo, "bills"),
        "desks/3/lend",
        requests.LendQueue(queue="bills"),
        Desk,
    ),
    "Serve a queue no more": (
        lambda: ask(maria(desk=LENT_BILLS), Deed.ServeNoMore, "bills"),
        "desks/3/take-back",
        requests.LendQueue(queue="bills"),
        Desk,
    ),
    "Tell everybody, for half an hour": (
        lambda: told(Deed.SayToAll, Details(number=30, texts={"en": "Late."})),
        "message",
        requests.SayToAll(texts={"en": "Late."}, until=NOW + timedelta(minutes=30)),
        messages.Message,
    ),
    "Tell everybody until it is taken back": (
        lambda: told(Deed.SayToAll, Details(texts={"en": "Late."})),
        "message",
        requests.SayToAll(texts={"en": "Late."}, until=None),
        messages.Message,
    ),
    "Take back what everybody is told": (
        lambda: told(Deed.SayToAll, Details()),
        "message",
        requests.SayToAll(),
        messages.Message,
    ),
    "Break until a time": (
        lambda: ask(free, Deed.Pause, "Coffee", 15),
        "desks/3/pause",
        requests.Pause(reason="Coffee", until=NOW + timedelta(minutes=15)),
        Desk,
    ),
    "Break until I am back": (
        lambda: ask(free, Deed.Pause),
        "desks/3/pause",
        requests.Pause(reason=None, until=None),
        Desk,
    ),
}


def said(state: ConsoleState, now: datetime = NOW) -> Request:
    """Return what the server is asked."""
    return request_of(acts(state), 3, now)


@pytest.mark.parametrize(
    ("then", "path", "message", "answer"), ASKED.values(), ids=ASKED
)
def test_the_server_is_asked(
    then: Then, path: str, message: Struct, answer: type
) -> None:
    assert said(then()) == Request(f"/api/v1/{path}", message, answer)


def test_a_break_ends_by_the_clock_at_which_the_request_is_made() -> None:
    state = ask(free, Deed.Pause, number=5)
    later = NOW + seconds(90)
    assert said(state, later).message == requests.Pause(
        until=later + timedelta(minutes=5)
    )


def test_signing_in_says_who_and_where_with_the_pin() -> None:
    act = acts(press(nobody(chosen=Chosen(5, "Maria")), Deed.SignIn))
    with_pin = replace(act, details=replace(act.details, pin="482913"))
    asked = request_of(with_pin, act.details.number, NOW)
    message = requests.SignIn(servicer="Maria", pin="482913")
    assert asked == Request("/api/v1/desks/5/sign-in", message, Desk)


def test_a_pin_is_never_part_of_what_is_logged() -> None:
    assert "482913" not in repr(Details("Maria", 5, pin="482913"))


def test_every_deed_is_asked_of_the_server() -> None:
    asked = {acts(then()).deed for then, *_ in ASKED.values()}
    assert asked | {Deed.SignIn} == set(DEEDS) == set(Deed) - {Deed.Nothing}
