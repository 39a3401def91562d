"""What becomes of a press that the server has not answered when it goes away."""

import pytest

from servicer import answers, folds
from servicer.state import Notice
from servicer.terms import Deed, Said
from shared.qt import sample
from tests.servicer.desk import (
    Then,
    acts,
    begun,
    called,
    maria,
    press,
    serving,
    waits,
)

GIVEN_UP: dict[str, tuple[Then, Deed]] = {
    "a call": (lambda: maria(waits(108)), Deed.CallNext),
    "done and the next call": (
        lambda: maria(serving(107), waits(108)),
        Deed.FinishAndCall,
    ),
    "another call": (lambda: maria(called(107)), Deed.Recall),
    "ready for the next": (maria, Deed.StoreNext),
    "a break": (maria, Deed.Pause),
    "help": (maria, Deed.Help),
}

SENT_LATER: dict[str, tuple[Then, Deed]] = {
    "arrived": (lambda: maria(called(107)), Deed.Start),
    "done": (lambda: maria(serving(107)), Deed.Finish),
    "missed": (lambda: maria(called(107)), Deed.NoShow),
    "on hold": (lambda: maria(serving(107)), Deed.Hold),
    "transferred": (lambda: maria(serving(107)), Deed.Transfer),
    "cancelled": (lambda: maria(called(107)), Deed.Cancel),
    "a note": (lambda: maria(serving(107)), Deed.Note),
    "signed out": (maria, Deed.SignOut),
}


@pytest.mark.parametrize(("at_work", "deed"), GIVEN_UP.values(), ids=GIVEN_UP)
def test_what_got_no_answer_is_given_up_once_the_server_is_away(
    at_work: Then, deed: Deed
) -> None:
    asked = answers.missed(press(at_work(), deed), "key")
    for a_moment in (sample.LIVE, sample.RECONNECTING):
        assert folds.stood(asked, a_moment).act is not None
    away = folds.stood(asked, sample.AWAY)
    assert away.act is None
    assert away.notice == Notice(Said.NotNoted)
    assert folds.stood(away, sample.LIVE).notice is None


@pytest.mark.parametrize(("at_work", "deed"), SENT_LATER.values(), ids=SENT_LATER)
def test_what_was_done_with_the_customer_is_sent_when_the_server_is_back(
    at_work: Then, deed: Deed
) -> None:
    away = folds.stood(answers.missed(press(at_work(), deed), "key"), sample.AWAY)
    assert acts(away).deed is deed
    assert away.notice is None


def test_nobody_has_left_when_done_and_the_next_call_were_given_up_and_yet_came_through() -> (
    None
):
    asked = press(maria(serving(107), waits(108)), Deed.FinishAndCall)
    away = folds.stood(asked, sample.AWAY)
    assert begun(folds.stood(away, sample.LIVE), called(108)).notice is None
