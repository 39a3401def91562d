"""What a servicer reads when the server says no."""

import pytest

from servicer import answers, folds
from servicer.state import Notice
from servicer.terms import Deed, Said
from shared.wire.messages import TicketState
from tests.servicer.desk import (
    NOW,
    busy,
    called,
    here,
    of_ticket,
    press,
    problem,
    seconds,
)

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
