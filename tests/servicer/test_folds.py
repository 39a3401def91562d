"""What the servicer's desk becomes by what the stream tells."""

from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec.structs import replace as with_fields

from servicer import folds
from servicer.state import Act, ConsoleState, Notice
from servicer.terms import Deed, Said
from shared.qt import sample
from shared.qt.sample import BILLS, PARKING, PASSPORTS
from shared.wire.link import Link
from shared.wire.messages import Happened, Ticket, TicketState
from tests.servicer.desk import (
    MARIAS,
    NOW,
    READY_FOR_THE_NEXT,
    TOMAS,
    Then,
    acts,
    begun,
    called,
    held,
    here,
    is_now,
    maria,
    nobody,
    of_desk,
    of_ticket,
    press,
    serving,
    told,
    waits,
)

# --- the customer at the desk ----------------------------------------------------------------

GONE: dict[str, tuple[Then, Said]] = {
    "by their phone": (
        lambda: told(here, of_ticket(is_now(called(107), TicketState.LEFT))),
        Said.CustomerLeft,
    ),
    "with the day": (
        lambda: told(here, of_ticket(is_now(called(107), TicketState.EXPIRED))),
        Said.DayClosed,
    ),
    "to another desk that called them": (
        lambda: told(here, of_ticket(called(107, desk=4))),
        Said.Overtaken,
    ),
    "to another desk that serves them": (
        lambda: told(here, of_ticket(serving(107, desk=4))),
        Said.Overtaken,
    ),
    "back in line": (lambda: told(here, of_ticket(waits(107))), Said.NotHere),
    "finished by somebody else": (
        lambda: told(here, of_ticket(is_now(called(107), TicketState.DONE))),
        Said.NotHere,
    ),
    "while the stream was away": (lambda: begun(here, waits(108)), Said.NotHere),
    "while this console called them again": (
        lambda: told(press(here, Deed.Recall), of_ticket(waits(107))),
        Said.NotHere,
    ),
    "after calling them again was given up, without the server": (
        lambda: told(
            folds.stood(press(here, Deed.Recall), sample.AWAY), of_ticket(waits(107))
        ),
        Said.NotHere,
    ),
    "after another customer was parted with": (
        lambda: told(replace(here, ended=106), of_ticket(waits(107))),
        Said.NotHere,
    ),
}


@pytest.mark.parametrize(("then", "said"), GONE.values(), ids=GONE)
def test_the_customer_is_gone(then: Then, said: Said) -> None:
    after = then()
    assert after.present is None
    assert after.notice == Notice(said, label="A107")


STAYS: dict[str, Then] = {
    "somebody else leaves": lambda: told(
        here, of_ticket(is_now(waits(108), TicketState.LEFT))
    ),
    "they are called again": lambda: told(here, of_ticket(called(107, ago=0, calls=2))),
    "they arrive": lambda: told(here, of_ticket(serving(107))),
    "the stream begins anew": lambda: begun(here, called(107)),
}


@pytest.mark.parametrize("then", STAYS.values(), ids=STAYS)
def test_nothing_is_said_when(then: Then) -> None:
    after = then()
    assert after.present is not None
    assert (after.present.id, after.notice) == (107, None)


def test_nothing_is_said_of_who_leaves_where_nobody_sits() -> None:
    after = told(
        replace(here, seat=None), of_ticket(is_now(called(107), TicketState.LEFT))
    )
    assert after.notice is None


PARTS = [
    Deed.Finish,
    Deed.FinishAndCall,
    Deed.NoShow,
    Deed.Hold,
    Deed.Transfer,
    Deed.Cancel,
    Deed.Undo,
]


@pytest.mark.parametrize("deed", PARTS)
def test_nothing_is_said_of_whom_this_console_parts_with(deed: Deed) -> None:
    acting = replace(here, act=Act("key", deed, here.present))
    after = told(acting, of_ticket(is_now(called(107), TicketState.DONE)))
    assert after.notice is None


def test_who_was_called_meanwhile_is_said_though_another_came() -> None:
    after = begun(here, called(108))
    assert after.notice == Notice(Said.NotHere, label="A107")


# --- who waits -------------------------------------------------------------------------------

OPEN = [waits(107), called(107, desk=4), serving(107, desk=4), held(107, desk=4)]
ENDED = [TicketState.DONE, TicketState.MISSED, TicketState.LEFT, TicketState.EXPIRED]


@pytest.mark.parametrize("ticket", OPEN, ids=lambda ticket: str(ticket.state))
def test_an_open_ticket_is_known_as_it_stands(ticket: Ticket) -> None:
    after = told(maria(waits(107), waits(108)), of_ticket(ticket))
    assert after.tickets == {107: ticket, 108: waits(108)}


@pytest.mark.parametrize("state", ENDED)
def test_an_ended_ticket_is_forgotten(state: TicketState) -> None:
    after = told(maria(waits(107), waits(108)), of_ticket(is_now(waits(107), state)))
    assert after.tickets == {108: waits(108)}


# --- somebody arrives ------------------------------------------------------------------------

new = of_ticket(waits(108, ago=0), Happened.TAKEN)
ARRIVES: dict[str, tuple[Then, str | None]] = {
    "nobody waited": (lambda: told(maria(), new), "parking"),
    "nobody waited, at the desk's other queue": (
        lambda: told(maria(), of_ticket(waits(108, PASSPORTS))),
        "passports",
    ),
    "nobody waited while somebody is served": (
        lambda: told(maria(serving(107)), new),
        "parking",
    ),
    "somebody waited already": (lambda: told(maria(waits(106)), new), None),
    "a second one: still the first": (
        lambda: told(maria(), new, of_ticket(waits(109, PASSPORTS, ago=0))),
        "parking",
    ),
    "two while the stream was away: the newer": (
        lambda: begun(
            maria(), waits(108, PASSPORTS, ago=5), waits(107, PARKING, ago=9)
        ),
        "passports",
    ),
    "for other desks": (lambda: told(maria(), of_ticket(waits(108, BILLS))), None),
    "somebody who is held at the desk": (
        lambda: told(maria(), of_ticket(held(108))),
        None,
    ),
    "nobody sits here": (lambda: told(nobody(), new), None),
    "this desk calls them": (
        lambda: told(maria(), new, of_ticket(waits(109)), of_ticket(called(108))),
        None,
    ),
    "this desk calls on, from one to the next": (
        lambda: told(
            maria(called(107)),
            new,
            of_ticket(waits(109)),
            of_ticket(is_now(called(107), TicketState.DONE)),
            of_ticket(called(108)),
        ),
        None,
    ),
    "they leave again": (
        lambda: told(maria(), new, of_ticket(is_now(waits(108), TicketState.LEFT))),
        None,
    ),
    "another desk calls them": (
        lambda: told(maria(), new, of_ticket(called(108, desk=4))),
        None,
    ),
    "the customer at the desk is called again": (
        lambda: told(maria(called(107)), new, of_ticket(called(107, calls=2))),
        "parking",
    ),
}


@pytest.mark.parametrize(("then", "arrival"), ARRIVES.values(), ids=ARRIVES)
def test_an_arrival_is_noted_when(then: Then, arrival: str | None) -> None:
    assert then().arrival == arrival


# --- several things at once ------------------------------------------------------------------


def test_a_call_that_clears_the_readiness_of_the_desk_shows_both() -> None:
    event = sample.event(41, Happened.CALLED, called(108), desk=MARIAS)
    after = told(maria(waits(108), desk=READY_FOR_THE_NEXT), event)
    assert after.present == called(108)
    assert not after.stored


def test_a_desk_given_to_another_together_with_its_ticket_is_left_without_a_word_of_it() -> (
    None
):
    other = with_fields(MARIAS, servicer="Tomás")
    event = sample.event(41, Happened.UNDONE, waits(107), desk=other)
    after = told(here, event)
    assert after.notice == Notice(Said.SignedOut, desk=3, servicer="Maria")


def test_a_branch_set_up_anew_brings_its_desks_and_the_event_its_own() -> None:
    branch = sample.branch([PARKING], desks=[MARIAS, TOMAS])
    event = sample.event(
        41, Happened.CONFIGURED, branch=branch, desk=READY_FOR_THE_NEXT
    )
    after = told(maria(), event)
    assert after.branch is not None
    assert after.branch.queues == [PARKING]
    assert after.stored


# --- what time changes -----------------------------------------------------------------------


def test_a_queue_that_closes_changes_nothing_else() -> None:
    queues = [with_fields(PARKING, open=False), PASSPORTS, BILLS]
    branch = sample.branch(queues, desks=[MARIAS, TOMAS])
    after = folds.happened(here, sample.standing(branch))
    assert after.branch == branch
    assert replace(after, followed=here.followed) == here


def test_a_branch_that_changes_with_time_may_take_the_desk_away() -> None:
    branch = sample.branch(desks=[with_fields(MARIAS, servicer="Tomás"), TOMAS])
    after = folds.happened(here, sample.standing(branch))
    assert after.notice == Notice(Said.SignedOut, desk=3, servicer="Maria")


def test_before_the_first_snapshot_nothing_is_known_and_nothing_changes() -> None:
    unheard = ConsoleState(link=sample.LIVE)
    assert folds.happened(unheard, sample.standing(sample.branch())) == unheard
    assert told(unheard, of_ticket(waits(108)), of_desk(MARIAS)) == unheard


# --- the stream itself -----------------------------------------------------------------------


def test_what_the_stream_has_told_since_an_act_is_remembered() -> None:
    after = told(press(here, Deed.Recall), of_ticket(waits(109)), of_desk(MARIAS), new)
    assert acts(after).told == {109, 108}
    assert not acts(after).overtaken


def test_a_stream_that_begins_anew_overtakes_an_act() -> None:
    assert acts(begun(press(here, Deed.Recall), called(107))).overtaken


def test_a_snapshot_is_believed_altogether() -> None:
    after = begun(maria(waits(101), waits(102)), waits(102, ago=1))
    assert after.tickets == {102: waits(102, ago=1)}


@pytest.mark.parametrize("ahead", [-120, 0, 120])
def test_how_far_the_servers_clock_is_ahead_is_known_from_each_snapshot(
    ahead: int,
) -> None:
    here_it_is = NOW - timedelta(seconds=ahead)
    after = folds.began(maria(), sample.snapshot(), here_it_is)
    assert after.skew == timedelta(seconds=ahead)


@pytest.mark.parametrize(
    ("said", "link", "still"),
    [
        (Said.NotNoted, sample.RECONNECTING, True),
        (Said.NotNoted, sample.LIVE, False),
        (Said.NobodyWaits, sample.LIVE, True),
    ],
)
def test_only_what_was_not_noted_is_said_no_longer_once_the_server_is_back(
    said: Said, link: Link, still: bool
) -> None:
    state = maria(link=sample.AWAY, notice=Notice(said))
    assert folds.stood(state, link).notice == (Notice(said) if still else None)


def test_the_connection_is_known_as_it_stands() -> None:
    away = folds.stood(here, sample.AWAY)
    assert away.away
    assert folds.stood(away, sample.LIVE) == here
