"""Whether the servicer still sits at the desk, as the stream tells it."""

from dataclasses import replace
from datetime import datetime

import pytest
from msgspec.structs import replace as with_fields

from servicer.state import Act, Chosen, Found, Notice, Offer, Seat
from servicer.terms import Deed, Said
from shared.wire.messages import Desk, DeskState
from tests.servicer.desk import (
    MARIAS,
    NOW,
    ON_A_BREAK,
    TOMAS,
    begun,
    here,
    maria,
    of_desk,
    press,
    seconds,
    told,
    waits,
)

NOT_HERS: dict[str, Desk] = {
    "somebody else sits there": with_fields(MARIAS, servicer="Tomás"),
    "it was closed": with_fields(MARIAS, state=DeskState.CLOSED),
    "nobody sits there": with_fields(MARIAS, state=DeskState.CLOSED, servicer=None),
}
unsure = replace(maria(waits(108)), seat=Seat(3, "Maria", NOW))


@pytest.mark.parametrize("desk", NOT_HERS.values(), ids=NOT_HERS)
def test_the_desk_is_given_up_when(desk: Desk) -> None:
    before = replace(
        here,
        act=Act("key", Deed.Recall),
        arrival="parking",
        deaf_until=NOW,
        offer=Offer(Deed.CallNext, "A107", NOW),
        found=Found("A099", (waits(99),)),
    )
    after = told(before, of_desk(desk))
    assert after.seat is None
    assert after.notice == Notice(Said.SignedOut, desk=3, servicer="Maria")
    assert after.chosen == Chosen(3, "Maria")
    assert (after.act, after.arrival, after.deaf_until, after.offer) == (None,) * 4
    assert after.found is None


@pytest.mark.parametrize("desk", NOT_HERS.values(), ids=NOT_HERS)
def test_what_the_stream_told_before_one_sat_down_gives_nothing_up(desk: Desk) -> None:
    assert told(unsure, of_desk(desk)).seat == unsure.seat


def test_signing_out_that_the_stream_tells_first_says_nothing() -> None:
    closed = with_fields(MARIAS, state=DeskState.CLOSED, servicer=None)
    after = told(press(maria(), Deed.SignOut), of_desk(closed))
    assert (after.seat, after.notice) == (None, None)
    assert after.chosen == Chosen(3, "Maria")


def test_a_desk_that_is_no_more_is_given_up() -> None:
    assert begun(unsure, desks=[TOMAS]).seat is None


CONFIRMED: dict[str, tuple[datetime | None, datetime | None, bool]] = {
    "taken when the server said": (NOW, NOW, True),
    "taken later, by the same": (NOW, NOW + seconds(1), True),
    "taken before: an earlier sitting": (NOW, NOW - seconds(1), False),
    "nobody knows when it was sat down": (None, NOW, True),
    "the stream does not say when": (NOW, None, True),
}


@pytest.mark.parametrize(
    ("sat", "since", "confirmed"), CONFIRMED.values(), ids=CONFIRMED
)
def test_the_seat_is_sure_once_the_stream_tells_of_it(
    sat: datetime | None, since: datetime | None, confirmed: bool
) -> None:
    before = replace(unsure, seat=Seat(3, "Maria", sat))
    after = told(before, of_desk(with_fields(MARIAS, since=since)))
    assert after.seat == Seat(3, "Maria", sat, confirmed=confirmed)


def test_a_sure_seat_stays_sure() -> None:
    earlier = with_fields(MARIAS, since=NOW - seconds(1))
    after = told(maria(), of_desk(earlier))
    assert after.seat == Seat(3, "Maria", NOW, confirmed=True)


def test_a_break_keeps_the_seat() -> None:
    after = told(maria(), of_desk(ON_A_BREAK))
    assert after.seat is not None
    assert after.paused


def test_another_desk_is_no_ones_business() -> None:
    after = told(maria(), of_desk(with_fields(TOMAS, help_since=NOW)))
    assert (after.desk, after.seat) == (MARIAS, maria().seat)
    assert after.desk_of(4) == with_fields(TOMAS, help_since=NOW)
