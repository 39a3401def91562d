"""What a servicer sees when the server has answered."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from msgspec.structs import replace as with_fields

from servicer import answers, folds
from servicer.state import Act, Chosen, ConsoleState, Notice, Offer
from servicer.terms import Deed, Said
from shared.qt import sample
from shared.wire.messages import (
    Desk,
    DeskState,
    Event,
    Happened,
    Ticket,
    TicketState,
)
from tests.servicer.desk import (
    CALLS_FOR_HELP,
    DONE_A107,
    MARIAS,
    NOW,
    ON_A_BREAK,
    READY_FOR_THE_NEXT,
    TOMAS,
    Then,
    acts,
    answered,
    ask,
    busy,
    called,
    chosen,
    free,
    held,
    here,
    is_now,
    maria,
    nobody,
    of_desk,
    of_ticket,
    press,
    problem,
    seconds,
    serving,
    signs_in,
    told,
    waits,
)

# --- what an answer changes ------------------------------------------------------------------


def test_the_ticket_of_an_answer_is_at_the_desk() -> None:
    after = answered(press(free, Deed.CallNext), called(108, ago=0))
    assert after.present is not None
    assert (after.act, after.present.label) == (None, "A108")


def test_nobody_waits_after_all() -> None:
    after = answered(press(free, Deed.CallNext), None)
    assert (after.act, after.notice) == (None, Notice(Said.NobodyWaits))


def test_done_and_call_next_finishes_the_one_and_calls_the_other() -> None:
    after = answered(press(busy, Deed.FinishAndCall), called(108, ago=0))
    assert after.present is not None
    assert (after.present.label, set(after.tickets)) == ("A108", {108})
    assert after.notice is None


def test_done_and_call_next_where_nobody_waits_only_finishes() -> None:
    after = answered(press(busy, Deed.FinishAndCall), None)
    assert (after.present, after.notice) == (None, None)


def test_a_call_for_help_leaves_the_customer_at_the_desk() -> None:
    after = answered(press(busy, Deed.Help), CALLS_FOR_HELP)
    assert after.present == busy.present
    assert after.helped


def test_a_break_is_shown_as_soon_as_it_is_answered() -> None:
    after = answered(ask(free, Deed.Pause, "Coffee", 15), ON_A_BREAK)
    assert after.paused


def test_signing_out_leads_back_to_signing_in_at_this_desk() -> None:
    desk = with_fields(MARIAS, state=DeskState.CLOSED, servicer=None)
    after = answered(press(free, Deed.SignOut), desk)
    assert (after.seat, after.act, after.notice) == (None, None, None)
    assert after.chosen == Chosen(3, "Maria")


def test_signing_out_forgets_who_arrived_and_what_could_be_taken_back() -> None:
    leaving = press(maria(arrival="parking", offer=DONE_A107), Deed.SignOut)
    after = answered(leaving, with_fields(MARIAS, servicer=None))
    assert (after.arrival, after.offer) == (None, None)


def test_signing_out_that_the_stream_told_first_stays_signed_out() -> None:
    act = Act("key", Deed.SignOut)
    out = nobody(act=act, chosen=Chosen(3, ""))
    assert answered(out, MARIAS) == out


STALE: dict[str, Act] = {
    "the stream has told of that ticket since": Act(
        "key", Deed.Recall, called(107), told=frozenset({107})
    ),
    "the stream has begun anew since": Act(
        "key", Deed.Recall, called(107), overtaken=True
    ),
}


@pytest.mark.parametrize("act", STALE.values(), ids=STALE)
def test_an_answer_that_may_be_old_changes_no_ticket_when(act: Act) -> None:
    state = replace(here, act=act)
    after = answered(state, serving(107))
    assert (after.act, after.tickets) == (None, here.tickets)


def test_an_answer_is_believed_of_a_ticket_that_the_stream_said_nothing_of() -> None:
    act = Act("key", Deed.Start, called(107), told=frozenset({108}))
    after = answered(replace(here, act=act), serving(107))
    assert after.tickets[107].state is TicketState.SERVING


TOLD_SINCE: dict[str, Event] = {
    "of the desk": of_desk(MARIAS, Happened.CALLED),
    "of ticket and desk": sample.event(41, Happened.CALLED, called(108), desk=MARIAS),
    "of the branch": sample.standing(sample.branch(desks=[MARIAS, TOMAS])),
}


@pytest.mark.parametrize("since", TOLD_SINCE.values(), ids=TOLD_SINCE)
def test_an_answer_does_not_bring_back_what_the_stream_has_told_to_be_over(
    since: Event,
) -> None:
    """An arrival was called here after the server wrote its answer, and before that was read."""
    asking = press(maria(desk=READY_FOR_THE_NEXT), Deed.Help)
    after = answered(
        told(asking, since), with_fields(READY_FOR_THE_NEXT, help_since=NOW)
    )
    assert not after.stored


def test_an_answer_is_believed_of_a_desk_that_the_stream_said_nothing_of() -> None:
    asking = told(press(maria(), Deed.Help), of_desk(TOMAS))
    assert answered(asking, CALLS_FOR_HELP).helped


def test_a_desk_in_an_answer_that_may_be_old_is_not_believed() -> None:
    act = Act("key", Deed.Help, overtaken=True)
    after = answered(replace(free, act=act), CALLS_FOR_HELP)
    assert (after.act, after.desk) == (None, MARIAS)


@pytest.mark.parametrize(
    "step",
    [
        lambda state: answers.answered(state, "old", called(108), NOW),
        lambda state: answers.missed(state, "old"),
        lambda state: answers.refused(state, "old", problem("locked"), None, NOW),
    ],
    ids=["answered", "missed", "refused"],
)
def test_an_answer_to_an_older_press_changes_nothing(
    step: Callable[[ConsoleState], ConsoleState],
) -> None:
    state = press(free, Deed.CallNext)
    assert step(state) == state
    assert step(free) == free


def test_every_try_without_an_answer_is_counted_and_the_act_goes_on() -> None:
    once = answers.missed(press(busy, Deed.Finish), "key")
    twice = answers.missed(once, "key")
    assert (acts(once).missed, acts(twice).missed) == (1, 2)
    assert acts(twice).deed is Deed.Finish


# --- what may be taken back ------------------------------------------------------------------

OFFERED: dict[str, tuple[Then, Ticket | Desk | None, Deed, str]] = {
    "a call": (lambda: press(free, Deed.CallNext), called(108), Deed.CallNext, "A108"),
    "an arrival": (lambda: press(here, Deed.Start), serving(107), Deed.Start, "A107"),
    "done": (
        lambda: press(busy, Deed.Finish),
        is_now(serving(107), TicketState.DONE),
        Deed.Finish,
        "A107",
    ),
    "done and called": (
        lambda: press(busy, Deed.FinishAndCall),
        called(108),
        Deed.FinishAndCall,
        "A108",
    ),
    "done, with nobody to call": (
        lambda: press(busy, Deed.FinishAndCall),
        None,
        Deed.FinishAndCall,
        "A107",
    ),
    "a note": (lambda: ask(busy, Deed.Note, "Form"), serving(107), Deed.Note, "A107"),
    "a break": (lambda: ask(free, Deed.Pause), ON_A_BREAK, Deed.Pause, ""),
    "a call for help": (lambda: press(free, Deed.Help), CALLS_FOR_HELP, Deed.Help, ""),
    "ready for the next": (
        lambda: press(maria(), Deed.StoreNext),
        None,
        Deed.StoreNext,
        "",
    ),
}


@pytest.mark.parametrize(
    ("then", "message", "deed", "label"), OFFERED.values(), ids=OFFERED
)
def test_for_ten_seconds_is_taken_back(
    then: Then, message: Ticket | Desk | None, deed: Deed, label: str
) -> None:
    after = answered(then(), message)
    assert after.offer == Offer(deed, label, NOW + seconds(10))
    assert answers.offered_undo(after, NOW + seconds(9.9)) == after.offer
    assert answers.offered_undo(after, NOW + seconds(10)) is None


NOT_OFFERED: dict[str, tuple[Then, Desk | None]] = {
    "a call of nobody": (lambda: press(free, Deed.CallNext), None),
    "an undo": (lambda: press(maria(offer=DONE_A107), Deed.Undo), MARIAS),
    "signing in": (lambda: signs_in(chosen), MARIAS),
}


@pytest.mark.parametrize(("then", "message"), NOT_OFFERED.values(), ids=NOT_OFFERED)
def test_is_not_taken_back(then: Then, message: Desk | None) -> None:
    assert answered(then(), message).offer is None


# --- parting without surprise ----------------------------------------------------------------

PARTED: dict[str, tuple[Then, Ticket | Desk | None, Ticket]] = {
    "done": (
        lambda: press(busy, Deed.Finish),
        is_now(serving(107), TicketState.DONE),
        is_now(serving(107), TicketState.DONE),
    ),
    "missed": (
        lambda: press(here, Deed.NoShow),
        is_now(called(107), TicketState.MISSED),
        is_now(called(107), TicketState.MISSED),
    ),
    "put aside": (lambda: ask(busy, Deed.Hold), held(107), held(107)),
    "sent on": (lambda: ask(busy, Deed.Transfer, "bills"), waits(107), waits(107)),
    "cancelled": (
        lambda: ask(here, Deed.Cancel),
        is_now(called(107), TicketState.LEFT),
        is_now(called(107), TicketState.LEFT),
    ),
    "done, and nobody to call": (
        lambda: press(busy, Deed.FinishAndCall),
        None,
        is_now(serving(107), TicketState.DONE),
    ),
    "a call that was undone": (
        lambda: press(replace(here, offer=DONE_A107), Deed.Undo),
        MARIAS,
        waits(107),
    ),
}


@pytest.mark.parametrize(("then", "message", "moved"), PARTED.values(), ids=PARTED)
def test_what_was_done_here_is_no_news(
    then: Then, message: Ticket | Desk | None, moved: Ticket
) -> None:
    """Whether the answer comes first or the stream."""
    acting = then()
    answer_first = folds.happened(answered(acting, message), of_ticket(moved))
    stream_first = answered(folds.happened(acting, of_ticket(moved)), message)
    for after in (answer_first, stream_first):
        assert (after.present, after.notice) == (None, None)


def test_a_next_act_makes_the_console_forget_with_whom_it_parted() -> None:
    """Called back and gone again is news."""
    done = answered(press(busy, Deed.Finish), is_now(serving(107), TicketState.DONE))
    back = folds.happened(done, of_ticket(serving(107)))
    noted = answered(ask(back, Deed.Note, "x"), serving(107, note="x"))
    gone = folds.happened(noted, of_ticket(is_now(serving(107), TicketState.LEFT)))
    assert gone.notice == Notice(Said.CustomerLeft, label="A107")
