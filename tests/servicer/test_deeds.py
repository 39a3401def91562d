"""What each deed is: what outlives a crash, what can be taken back, what asks first."""

import pytest

from servicer.deeds import DEEDS
from servicer.terms import Asks, Deed

HAPPENED_ANYWAY = {Deed.Start, Deed.Finish, Deed.NoShow}
"""A customer has come, gone or not come, whether or not the server has heard of it."""

NEVER_TAKEN_BACK = {
    Deed.SignIn,
    Deed.SignOut,
    Deed.Undo,
    Deed.GiveNumber,
    Deed.HelpComing,
    Deed.HelpDone,
    Deed.DeskHelpComing,
    Deed.DeskHelpDone,
    Deed.StaffCallDone,
    Deed.ServeToo,
    Deed.ServeNoMore,
    Deed.SayToAll,
}

ASKS = {
    Deed.Hold: Asks.Reason,
    Deed.Transfer: Asks.Place,
    Deed.Cancel: Asks.Confirmation,
    Deed.Note: Asks.Remark,
    Deed.CallTicket: Asks.Ticket,
    Deed.WalkIn: Asks.Newcomer,
    Deed.GivePriority: Asks.Class,
    Deed.Send: Asks.Place,
    Deed.SayToAll: Asks.Words,
    Deed.Pause: Asks.Minutes,
}


@pytest.mark.parametrize("deed", DEEDS)
def test_what_happened_anyway_is_sent_even_after_a_crash(deed: Deed) -> None:
    assert DEEDS[deed].kept is (deed in HAPPENED_ANYWAY)


@pytest.mark.parametrize("deed", DEEDS)
def test_what_a_desk_did_can_be_taken_back(deed: Deed) -> None:
    assert DEEDS[deed].undoable is (deed not in NEVER_TAKEN_BACK)


@pytest.mark.parametrize("deed", DEEDS)
def test_what_cannot_be_done_without_a_word_asks_first(deed: Deed) -> None:
    assert DEEDS[deed].asks is ASKS.get(deed, Asks.Nothing)


def test_the_numbers_of_deeds_that_a_crash_left_behind_are_still_theirs() -> None:
    assert [Deed(number) for number in (4, 5, 7)] == [
        Deed.Start,
        Deed.Finish,
        Deed.NoShow,
    ]
