"""What a press does at once, and what the servicer sees when the server has answered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace as with_fields

from servicer import answers, folds
from servicer.state import Act, Chosen, ConsoleState, Details, Notice, Offer, Seat
from servicer.terms import Deed, Said
from shared.wire.messages import Desk, DeskState, Ticket, TicketState
from tests.servicer.desk import (
    AWAY,
    CALLS_FOR_HELP,
    MARIAS,
    NOW,
    ON_A_BREAK,
    TOMAS,
    Then,
    acts,
    ask,
    called,
    held,
    is_now,
    maria,
    nobody,
    of_ticket,
    press,
    problem,
    seconds,
    serving,
    waits,
)

DONE_A107 = Offer(Deed.Finish, "A107", NOW + seconds(8))

free = maria(waits(108), waits(109), held(101))
here = maria(called(107), waits(108))
busy = maria(serving(107), waits(108))
pending = Act("another", Deed.Recall)


# --- what is let through ----------------------------------------------------------------------

HEARD: dict[str, tuple[ConsoleState, Deed]] = {
    "the primary button": (free, Deed.CallNext),
    "a button beside it": (busy, Deed.Finish),
    "sign out with nobody at the desk": (free, Deed.SignOut),
    "sign out while the server is away": (
        maria(link=AWAY),
        Deed.SignOut,
    ),
    "sign in while the server is away": (
        nobody(chosen=Chosen(5, "Maria"), link=AWAY),
        Deed.SignIn,
    ),
    "help, even with a customer": (here, Deed.Help),
    "undo, as long as it is offered": (maria(offer=DONE_A107), Deed.Undo),
    "done while the server is away": (maria(serving(107), link=AWAY), Deed.Finish),
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
    "help while the server is away": (maria(link=AWAY), Deed.Help),
    "undo while the server is away": (
        maria(offer=DONE_A107, link=AWAY),
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
        replace(free, link=AWAY),
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


# --- signing in ------------------------------------------------------------------------------

chosen = nobody(chosen=Chosen(5, "Maria"))


def signs_in(state: ConsoleState) -> ConsoleState:
    """Give a PIN."""
    return press(state, Deed.SignIn)


def test_desk_name_and_pin_sign_in() -> None:
    assert acts(signs_in(chosen)) == Act(
        "key", Deed.SignIn, details=Details("Maria", 5)
    )


CANNOT_SIGN_IN = {
    "no desk is chosen": replace(chosen, chosen=Chosen(0, "Maria")),
    "no name is chosen": replace(chosen, chosen=Chosen(5, "")),
    "another PIN has no answer yet": replace(chosen, act=pending),
    "the name is locked": replace(chosen, locks={"Maria": NOW + seconds(1)}),
}


@pytest.mark.parametrize("state", CANNOT_SIGN_IN.values(), ids=CANNOT_SIGN_IN)
def test_a_pin_does_nothing_when(state: ConsoleState) -> None:
    assert signs_in(state) == state


@pytest.mark.parametrize(
    "locks",
    [{"Maria": NOW}, {"Tomás": NOW + seconds(60)}],
    ids=["the lock has ended", "only another name is locked"],
)
def test_a_pin_counts_when(locks: dict[str, datetime]) -> None:
    assert acts(signs_in(replace(chosen, locks=locks))).deed is Deed.SignIn


def test_desk_and_name_are_chosen_and_taken_back() -> None:
    state = answers.chose_servicer(answers.chose_desk(nobody(), 5), "Maria")
    assert state.chosen == Chosen(5, "Maria")
    taken_back = answers.chose_servicer(answers.chose_desk(state, 0), "")
    assert taken_back.chosen == Chosen()


def test_nothing_is_chosen_anew_while_a_pin_has_no_answer() -> None:
    asked = signs_in(chosen)
    assert answers.chose_desk(asked, 4) == asked
    assert answers.chose_servicer(asked, "Tomás") == asked


def test_the_right_pin_sits_down() -> None:
    asked = replace(signs_in(chosen), notice=Notice(Said.WrongPin), deaf_until=NOW)
    desk = Desk(number=5, state=DeskState.OPEN, queues=[], servicer="Maria", since=NOW)
    after = answers.answered(asked, "key", desk, NOW)
    assert after.seat == Seat(5, "Maria", NOW, confirmed=False)
    assert (after.act, after.notice, after.deaf_until) == (None, None, None)


# --- what a refusal says ---------------------------------------------------------------------

WHY_NOT_IN: dict[str, tuple[str, Notice]] = {
    "the PIN is wrong": ("wrong-pin", Notice(Said.WrongPin, desk=5, servicer="Maria")),
    "Maria sits elsewhere": (
        "servicer-elsewhere",
        Notice(Said.ServicerElsewhere, desk=3, servicer="Maria"),
    ),
    "the desk is another's": (
        "desk-taken",
        Notice(Said.ConsoleElsewhere, desk=5, servicer=""),
    ),
    "anything else, in the server's words": (
        "unheard-of",
        Notice(Said.Refused, desk=5, servicer="Maria"),
    ),
}


@pytest.mark.parametrize(("kind", "notice"), WHY_NOT_IN.values(), ids=WHY_NOT_IN)
def test_a_refused_pin_says(kind: str, notice: Notice) -> None:
    state = nobody(MARIAS, TOMAS, chosen=Chosen(5, "Maria"))
    after = answers.refused(signs_in(state), "key", problem(kind), None, NOW)
    assert after.notice == replace(notice, detail="Because.")
    assert (after.act, after.seat, after.chosen.tries) == (None, None, 1)


def test_a_desk_where_somebody_sits_says_who() -> None:
    state = nobody(MARIAS, TOMAS, chosen=Chosen(4, "Maria"))
    refused = answers.refused(signs_in(state), "key", problem("desk-taken"), None, NOW)
    assert refused.notice == Notice(
        Said.DeskTaken, desk=4, servicer="Tomás", detail="Because."
    )


def test_ones_own_desk_is_taken_by_ones_other_console() -> None:
    state = nobody(MARIAS, TOMAS, chosen=Chosen(3, "Maria"))
    refused = answers.refused(signs_in(state), "key", problem("desk-taken"), None, NOW)
    assert refused.notice is not None
    assert refused.notice.kind is Said.ConsoleElsewhere


def test_a_servicer_elsewhere_that_no_desk_shows_is_at_no_desk() -> None:
    refused = answers.refused(
        signs_in(chosen), "key", problem("servicer-elsewhere"), None, NOW
    )
    assert refused.notice is not None
    assert refused.notice.desk == 0


def test_too_many_wrong_pins_lock_that_name_for_as_long_as_the_server_says() -> None:
    five = timedelta(minutes=5)
    state = replace(chosen, locks={"Tomás": NOW})
    after = answers.refused(signs_in(state), "key", problem("locked"), five, NOW)
    assert after.locks == {"Tomás": NOW, "Maria": NOW + five}
    assert after.notice == Notice(
        Said.Locked, desk=5, servicer="Maria", until=NOW + five, detail="Because."
    )


@pytest.mark.parametrize(
    ("kind", "retry_after"),
    [("locked", None), ("wrong-pin", timedelta(minutes=5))],
    ids=["locked for no time", "a wrong PIN"],
)
def test_nobody_is_locked_by(kind: str, retry_after: timedelta | None) -> None:
    after = answers.refused(signs_in(chosen), "key", problem(kind), retry_after, NOW)
    assert after.locks == {}


def test_a_pin_without_an_answer_may_be_typed_again() -> None:
    after = answers.missed(signs_in(chosen), "key")
    assert (after.act, after.notice) == (None, Notice(Said.NoAnswer))
    assert after.chosen == Chosen(5, "Maria", tries=1)


WHY_NOT: dict[str, tuple[str, Said]] = {
    "called a moment ago": ("recalled-too-soon", Said.TooSoon),
    "the last customer is not finished": ("still-serving", Said.FinishFirst),
    "the ticket is another desk's": ("other-desk", Said.NotHere),
    "the disk is full": ("storage-full", Said.StorageFull),
    "anything else, in the server's words": ("unheard-of", Said.Refused),
}


@pytest.mark.parametrize(("kind", "said"), WHY_NOT.values(), ids=WHY_NOT)
def test_a_refused_act_says(kind: str, said: Said) -> None:
    after = answers.refused(
        press(here, Deed.Recall), "key", problem(kind), seconds(3), NOW
    )
    assert after.notice == Notice(
        said, label="A107", until=NOW + seconds(3), detail="Because."
    )
    assert (after.act, after.present) == (None, here.present)


STANDS_OTHERWISE: dict[str, tuple[TicketState, Said]] = {
    "left": (TicketState.LEFT, Said.CustomerLeft),
    "the day has ended": (TicketState.EXPIRED, Said.DayClosed),
    "waits again": (TicketState.WAITING, Said.NotHere),
}


@pytest.mark.parametrize(
    ("state", "said"), STANDS_OTHERWISE.values(), ids=STANDS_OTHERWISE
)
def test_a_ticket_that_stands_otherwise_is_shown_so(
    state: TicketState, said: Said
) -> None:
    after = answers.refused(
        press(here, Deed.Start), "key", problem("wrong-state", state), None, NOW
    )
    assert after.present is None
    assert after.notice == Notice(said, label="A107")


def test_a_ticket_that_stands_otherwise_but_still_here_says_so() -> None:
    refusal = problem("wrong-state", TicketState.SERVING)
    after = answers.refused(press(here, Deed.Start), "key", refusal, None, NOW)
    assert after.present is not None
    assert after.present.state is TicketState.SERVING
    assert after.notice == Notice(Said.Overtaken, label="A107")


def test_what_the_stream_said_meanwhile_says_better_why_it_was_refused() -> None:
    """It came to another desk; the refusal only knows that it is called."""
    told = folds.happened(press(here, Deed.Recall), of_ticket(called(107, desk=4)))
    refusal = problem("wrong-state", TicketState.WAITING)
    after = answers.refused(told, "key", refusal, None, NOW)
    assert after.tickets[107].desk == 4
    assert after.notice == Notice(Said.Overtaken, label="A107")


def test_who_was_signed_out_elsewhere_signs_in_again() -> None:
    after = answers.refused(
        press(busy, Deed.Finish), "key", problem("not-signed-in"), None, NOW
    )
    assert (after.seat, after.act) == (None, None)
    assert after.notice == Notice(Said.SignedOut, desk=3, servicer="Maria")


# --- what an answer changes ------------------------------------------------------------------


def answered(state: ConsoleState, message: Ticket | Desk | None) -> ConsoleState:
    """Let the server have done it."""
    return answers.answered(state, "key", message, NOW)


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
    assert after.chosen == Chosen(3, "")


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


@pytest.mark.parametrize(("then", "message", "told"), PARTED.values(), ids=PARTED)
def test_what_was_done_here_is_no_news(
    then: Then, message: Ticket | Desk | None, told: Ticket
) -> None:
    """Whether the answer comes first or the stream."""
    acting = then()
    answer_first = folds.happened(answered(acting, message), of_ticket(told))
    stream_first = answered(folds.happened(acting, of_ticket(told)), message)
    for after in (answer_first, stream_first):
        assert (after.present, after.notice) == (None, None)


def test_a_next_act_makes_the_console_forget_with_whom_it_parted() -> None:
    """Called back and gone again is news."""
    done = answered(press(busy, Deed.Finish), is_now(serving(107), TicketState.DONE))
    back = folds.happened(done, of_ticket(serving(107)))
    noted = answered(ask(back, Deed.Note, "x"), serving(107, note="x"))
    gone = folds.happened(noted, of_ticket(is_now(serving(107), TicketState.LEFT)))
    assert gone.notice == Notice(Said.CustomerLeft, label="A107")
