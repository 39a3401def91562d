"""What a press does at once, and when it does nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from servicer import answers, folds
from servicer.state import Chosen, ConsoleState, Details, Notice
from servicer.terms import Deed, Said
from shared.qt import sample
from shared.wire.messages import TicketState
from tests.servicer.desk import (
    DONE_A107,
    NOW,
    Then,
    acts,
    ask,
    busy,
    called,
    free,
    here,
    is_now,
    maria,
    nobody,
    of_ticket,
    pending,
    press,
    seconds,
    serving,
)

# --- what is let through ----------------------------------------------------------------------

HEARD: dict[str, tuple[ConsoleState, Deed]] = {
    "the primary button": (free, Deed.CallNext),
    "a button beside it": (busy, Deed.Finish),
    "sign out with nobody at the desk": (free, Deed.SignOut),
    "sign out while the server is away": (
        maria(link=sample.AWAY),
        Deed.SignOut,
    ),
    "sign in while the server is away": (
        nobody(chosen=Chosen(5, "Maria"), link=sample.AWAY),
        Deed.SignIn,
    ),
    "help, even with a customer": (here, Deed.Help),
    "undo, as long as it is offered": (maria(offer=DONE_A107), Deed.Undo),
    "done while the server is away": (
        maria(serving(107), link=sample.AWAY),
        Deed.Finish,
    ),
}


@pytest.mark.parametrize(("state", "deed"), HEARD.values(), ids=HEARD)
def test_a_press_counts(state: ConsoleState, deed: Deed) -> None:
    assert acts(press(state, deed)).deed is deed


UNHEARD: dict[str, tuple[ConsoleState, Deed]] = {
    "what has no button now": (free, Deed.Finish),
    "a button that is grey": (maria(), Deed.CallNext),
    "call again within five seconds": (maria(called(107, ago=4)), Deed.Recall),
    "nobody is signed in": (nobody(), Deed.CallNext),
    "another press has no answer yet": (replace(free, act=pending), Deed.CallNext),
    "help while the server is away": (maria(link=sample.AWAY), Deed.Help),
    "undo while the server is away": (
        maria(offer=DONE_A107, link=sample.AWAY),
        Deed.Undo,
    ),
    "undo with nothing to take back": (free, Deed.Undo),
    "undo after its ten seconds": (
        maria(offer=replace(DONE_A107, until=NOW)),
        Deed.Undo,
    ),
}


@pytest.mark.parametrize(("state", "deed"), UNHEARD.values(), ids=UNHEARD)
def test_a_press_does_nothing(state: ConsoleState, deed: Deed) -> None:
    assert press(state, deed) == state


def test_signing_out_with_a_customer_says_whom_to_finish_first() -> None:
    after = press(busy, Deed.SignOut)
    assert (after.act, after.notice) == (None, Notice(Said.FinishFirst, label="A107"))


ASKED: dict[str, tuple[ConsoleState, Deed, Details, int | None]] = {
    "hold whoever is here": (busy, Deed.Hold, Details("Photo"), 107),
    "send on whoever is here": (here, Deed.Transfer, Details("bills"), 107),
    "cancel whoever is here": (here, Deed.Cancel, Details(), 107),
    "note on whoever is here": (busy, Deed.Note, Details("Form"), 107),
    "call the one picked": (free, Deed.CallTicket, Details(number=109), 109),
    "let the one put aside wait again": (free, Deed.Resume, Details(number=101), 101),
    "take a walk-in": (free, Deed.WalkIn, Details("parking"), None),
    "have a break": (free, Deed.Pause, Details("Coffee", 15), None),
}


@pytest.mark.parametrize(
    ("state", "deed", "details", "ticket"), ASKED.values(), ids=ASKED
)
def test_an_answered_sheet_counts(
    state: ConsoleState, deed: Deed, details: Details, ticket: int | None
) -> None:
    act = acts(answers.asked(state, deed, details, NOW, "key"))
    assert (act.deed, act.details) == (deed, details)
    assert (None if act.ticket is None else act.ticket.id) == ticket


UNASKED: dict[str, Then] = {
    "nobody is here any more to hold": lambda: ask(free, Deed.Hold),
    "nobody is here any more to send on": lambda: ask(free, Deed.Transfer, "bills"),
    "nobody is here any more to write about": lambda: ask(free, Deed.Note, "Form"),
    "nobody is here any more to cancel": lambda: ask(free, Deed.Cancel),
    "the one picked is gone": lambda: ask(free, Deed.CallTicket, number=110),
    "the one put aside is gone": lambda: ask(free, Deed.Resume, number=110),
}


@pytest.mark.parametrize("then", UNASKED.values(), ids=UNASKED)
def test_a_sheet_answered_too_late_does_nothing(then: Then) -> None:
    assert then() == free


@pytest.mark.parametrize(
    "state",
    [
        nobody(),
        replace(free, act=pending),
        replace(free, link=sample.AWAY),
    ],
    ids=["nobody is signed in", "another act has no answer yet", "the server is away"],
)
def test_a_sheet_does_nothing_when(state: ConsoleState) -> None:
    assert ask(state, Deed.WalkIn, "parking") == state


@pytest.mark.parametrize(
    "act",
    [
        lambda state: press(state, Deed.CallNext),
        lambda state: press(state, Deed.Help),
        lambda state: press(state, Deed.SignOut),
        lambda state: ask(state, Deed.WalkIn, "parking"),
        lambda state: answers.chose_desk(replace(state, seat=None), 4),
        lambda state: answers.chose_servicer(replace(state, seat=None), "Tomás"),
    ],
)
def test_what_was_said_goes_with_the_next_act(
    act: Callable[[ConsoleState], ConsoleState],
) -> None:
    assert act(replace(free, notice=Notice(Said.NobodyWaits))).notice is None


# --- double clicks ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("after_ms", "counts"), [(0, False), (399, False), (400, True)], ids=str
)
def test_the_second_half_of_a_double_click_does_nothing(
    after_ms: int, counts: bool
) -> None:
    """The button has become “Arrived” under the mouse meanwhile."""
    calling = press(free, Deed.CallNext)
    told = folds.happened(calling, of_ticket(called(108, ago=0)))
    now_here = answers.answered(told, "key", called(108, ago=0), NOW)
    after = press(now_here, Deed.Start, NOW + timedelta(milliseconds=after_ms))
    assert (after.act is not None) is counts


def test_a_double_click_does_not_make_the_other_buttons_deaf() -> None:
    arrived = press(here, Deed.Start)
    now_serving = answers.answered(arrived, "key", serving(107, ago=0), NOW)
    assert acts(press(now_serving, Deed.Finish, NOW + seconds(0.1))).deed is Deed.Finish


def test_a_press_beside_the_primary_does_not_make_it_deaf() -> None:
    missed = press(here, Deed.NoShow)
    now_free = answers.answered(
        missed, "key", is_now(called(107), TicketState.MISSED), NOW
    )
    assert acts(press(now_free, Deed.CallNext, NOW + seconds(0.1)))
