"""How a servicer sits down, and why not."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from servicer import answers
from servicer.state import Act, Chosen, ConsoleState, Details, Notice, Seat
from servicer.terms import Deed, Said
from shared.wire.messages import Desk, DeskState
from tests.servicer.desk import (
    MARIAS,
    NOW,
    TOMAS,
    acts,
    chosen,
    nobody,
    pending,
    problem,
    seconds,
    signs_in,
)

# --- signing in ------------------------------------------------------------------------------


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
    [{"Maria": NOW}, {"Maria": NOW - seconds(60)}, {"Tomás": NOW + seconds(60)}],
    ids=["the lock ends", "the lock has ended", "only another name is locked"],
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


# --- why not ---------------------------------------------------------------------------------

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
