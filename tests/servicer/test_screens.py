"""Which screen a servicer sees, and what is on it before work."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace as with_fields

from servicer.derive import derive_console, derive_sign_in
from servicer.derive_desk import derive_desk
from servicer.props import (
    ConsoleProps,
    DeskRow,
    LanguageChoice,
    NoticeProps,
    ServicerRow,
    SignInProps,
)
from servicer.state import Act, Chosen, ConsoleState, Notice
from servicer.terms import Deed, Said, Shown, Spot
from shared.qt import sample
from shared.wire.link import Link, LinkState
from shared.wire.messages import Place
from tests.servicer.desk import (
    MARIAS,
    NOBODYS,
    NOW,
    busy,
    called,
    maria,
    nobody,
    seconds,
    waits,
)

# --- every screen ----------------------------------------------------------------------------

SCREENS: dict[str, tuple[ConsoleState, Shown]] = {
    "nothing is heard yet": (ConsoleState(), Shown.Connecting),
    "the token is unknown": (ConsoleState(link=sample.REFUSING), Shown.Unpaired),
    "the token is not known any more": (nobody(link=sample.REFUSING), Shown.Unpaired),
    "nobody has signed in": (nobody(), Shown.Welcome),
    "nobody has signed in, and the server is away": (
        nobody(link=sample.AWAY),
        Shown.Welcome,
    ),
    "somebody works": (maria(), Shown.Desk),
    "somebody works, and the server is away": (maria(link=sample.AWAY), Shown.Desk),
    "somebody works, and the token is not known any more": (
        maria(link=sample.REFUSING),
        Shown.Unpaired,
    ),
    "the token is not known any more while a customer is here": (
        maria(called(107), link=sample.REFUSING),
        Shown.Desk,
    ),
    "the token is another kind of device's": (
        nobody(wrong_role=True),
        Shown.Unpaired,
    ),
}


UNPAIRED: dict[str, tuple[ConsoleState, tuple[bool, bool]]] = {
    "nothing is wrong": (nobody(), (False, False)),
    "the token is not known any more": (nobody(link=sample.REFUSING), (True, False)),
    "the token is not known any more while a customer is here": (
        maria(called(107), link=sample.REFUSING),
        (True, False),
    ),
    "the token is another kind of device's": (nobody(wrong_role=True), (True, True)),
}


@pytest.mark.parametrize(("state", "why"), UNPAIRED.values(), ids=UNPAIRED)
def test_it_is_said_why_a_console_has_to_be_paired_anew(
    state: ConsoleState, why: tuple[bool, bool]
) -> None:
    props = derive_console(state)
    assert (props.unpaired, props.wrong_role) == why


@pytest.mark.parametrize(("state", "screen"), SCREENS.values(), ids=SCREENS)
def test_screen(state: ConsoleState, screen: Shown) -> None:
    assert derive_console(state).screen is screen


CONNECTION: dict[str, tuple[Link, LinkState, str]] = {
    "live": (sample.LIVE, LinkState.Live, "10:42"),
    "lost a moment ago": (sample.RECONNECTING, LinkState.Reconnecting, "10:42"),
    "lost for long": (sample.AWAY, LinkState.Away, "10:42"),
    "never heard": (Link(), LinkState.Reconnecting, ""),
}


@pytest.mark.parametrize(
    ("link", "shown", "as_of"), CONNECTION.values(), ids=CONNECTION
)
def test_connection(link: Link, shown: LinkState, as_of: str) -> None:
    props = derive_console(nobody(link=link))
    assert (props.link, props.as_of) == (shown, as_of)


def test_the_window_is_named_after_the_branch() -> None:
    assert derive_console(nobody()).branch_name == "City Service Centre"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ({"de": "Bürgerservice"}, "Bürgerservice"),
        ({"fr": "Mairie"}, "City Service Centre"),
        ({"de": ""}, "City Service Centre"),
    ],
)
def test_the_branch_has_its_own_name_where_nobody_wrote_one_in_this_language(
    names: dict[str, str], shown: str
) -> None:
    state = nobody(language="de")
    assert state.followed is not None
    branch = with_fields(sample.branch(), names=names)
    named = replace(state, followed=state.followed.with_branch(branch))
    assert derive_console(named).branch_name == shown


def test_before_anything_is_heard_there_is_neither_name_nor_time() -> None:
    heard = ConsoleState(link=sample.RECONNECTING)
    assert derive_console(heard) == ConsoleProps(
        Shown.Connecting, LinkState.Reconnecting
    )


# --- sitting down ----------------------------------------------------------------------------

choosing = nobody(MARIAS, NOBODYS, chosen=Chosen(5, "Tomás", tries=2))


def test_the_desks_and_names_to_choose_say_who_sits_where() -> None:
    assert derive_sign_in(choosing, NOW) == SignInProps(
        desks=(DeskRow(3, "", "Maria", False), DeskRow(5, "", "", True)),
        servicers=(ServicerRow("Maria", 3, False), ServicerRow("Tomás", 0, True)),
        languages=(
            LanguageChoice("en", "English", True),
            LanguageChoice("de", "Deutsch", False),
            LanguageChoice("es", "Español", False),
            LanguageChoice("fr", "Français", False),
            LanguageChoice("ar", "العربية", False),
        ),
        desk=5,
        desk_queues="Pay a bill",
        servicer="Tomás",
        hour=10,
        weekday=4,
        clock="10:42",
        tries=2,
    )


def test_desks_to_choose_have_their_names_and_queues_in_the_servicers_language() -> (
    None
):
    lab = with_fields(
        NOBODYS, queues=["parking", "bills"], names={"en": "Laboratory", "de": "Labor"}
    )
    state = nobody(MARIAS, lab, chosen=Chosen(5, "Tomás"), language="de")
    props = derive_sign_in(state, NOW)
    assert [row.name for row in props.desks] == ["", "Labor"]
    assert props.desk_name == "Labor"
    assert props.desk_queues == "Bewohnerparkausweise, Rechnung bezahlen"
    french = derive_sign_in(replace(state, language="fr"), NOW)
    assert french.desk_name == "Laboratory"
    arabic = derive_sign_in(replace(state, language="ar"), NOW)
    assert "، " in arabic.desk_queues


def test_the_languages_to_choose_are_the_branchs_as_far_as_the_console_speaks_them() -> (
    None
):
    branch = with_fields(sample.branch(), languages=["uk", "fr", "en"])
    state = nobody(language="fr")
    assert state.followed is not None
    props = derive_sign_in(
        replace(state, followed=state.followed.with_branch(branch)), NOW
    )
    assert [(one.code, one.chosen) for one in props.languages] == [
        ("fr", True),
        ("en", False),
    ]


def test_the_branchs_colour_is_on_every_screen() -> None:
    branch = with_fields(sample.branch(), accent="#7A1F5C")
    state = nobody()
    assert state.followed is not None
    coloured = replace(state, followed=state.followed.with_branch(branch))
    assert derive_console(coloured).accent == "#7A1F5C"
    assert derive_console(state).accent == ""
    assert derive_console(ConsoleState()).accent == ""


def test_who_or_what_is_no_more_is_to_be_chosen_anew() -> None:
    """What was remembered may be of another year."""
    props = derive_sign_in(nobody(NOBODYS, chosen=Chosen(9, "Nadia")), NOW)
    assert (props.desk, props.servicer) == (0, "")


def test_whoever_signs_in_sees_how_many_wait_and_the_branchs_time() -> None:
    state = nobody(tickets=[waits(108), waits(109)], skew=timedelta(hours=8))
    props = derive_sign_in(state, NOW)
    assert (props.waiting, props.hour, props.clock) == (2, 18, "18:42")


def test_nothing_chosen_is_nothing_chosen() -> None:
    props = derive_sign_in(nobody(), NOW)
    assert (props.desk, props.servicer) == (0, "")
    assert not any(desk.chosen for desk in props.desks)
    assert not any(servicer.chosen for servicer in props.servicers)


@pytest.mark.parametrize(
    "state",
    [ConsoleState(chosen=Chosen(5, "Maria", tries=2)), maria(chosen=Chosen(3, "x", 2))],
    ids=["nothing is heard yet", "somebody sits"],
)
def test_there_is_nobody_to_choose_while(state: ConsoleState) -> None:
    assert derive_sign_in(state, NOW) == SignInProps(tries=2)


def test_a_pin_without_an_answer_shows_that_it_takes_a_moment() -> None:
    assert not derive_sign_in(choosing, NOW).busy
    waiting = replace(choosing, act=Act("key", Deed.SignIn))
    assert derive_sign_in(waiting, NOW).busy


LOCKS: dict[str, tuple[dict[str, datetime], int]] = {
    "five minutes": ({"Tomás": NOW + timedelta(minutes=5)}, 300),
    "a second and a bit counts as two": ({"Tomás": NOW + seconds(1.2)}, 2),
    "the last second": ({"Tomás": NOW + seconds(0.1)}, 1),
    "no longer": ({"Tomás": NOW}, 0),
    "somebody else": ({"Maria": NOW + seconds(60)}, 0),
}


@pytest.mark.parametrize(("locks", "left"), LOCKS.values(), ids=LOCKS)
def test_a_name_is_locked_for(locks: dict[str, datetime], left: int) -> None:
    assert derive_sign_in(replace(choosing, locks=locks), NOW).locked_s == left


def test_a_notice_comes_in_its_parts() -> None:
    notice = Notice(Said.Locked, "A107", 3, "Maria", NOW + seconds(30), "Because.")
    told = NoticeProps(Said.Locked, "A107", 3, "Maria", 20, "Because.")
    later = NOW + seconds(10)
    assert derive_sign_in(replace(choosing, notice=notice), later).notice == told
    assert derive_desk(replace(busy, notice=notice), later).notice == told


def test_a_notice_of_no_time_counts_nothing() -> None:
    state = maria(notice=Notice(Said.NobodyWaits))
    assert derive_desk(state, NOW).notice == NoticeProps(Said.NobodyWaits)


def test_a_notice_whose_time_is_over_counts_no_further() -> None:
    state = replace(choosing, notice=Notice(Said.Locked, until=NOW))
    assert derive_sign_in(state, NOW + seconds(10)).notice.seconds == 0


def test_whoever_was_called_a_moment_ago_is_given_five_seconds() -> None:
    state = maria(notice=Notice(Said.TooSoon, "A107"))
    assert derive_desk(state, NOW).notice == NoticeProps(
        Said.TooSoon, "A107", seconds=5
    )


TOLD: dict[str, tuple[ConsoleState, float, Said]] = {
    "for ten seconds, at work": (maria(), 9.9, Said.NotHere),
    "and no longer": (maria(), 10, Said.Nothing),
    "what keeps one from sitting down stays": (choosing, 60, Said.NotHere),
}


@pytest.mark.parametrize(("state", "after", "said"), TOLD.values(), ids=TOLD)
def test_something_is_told(state: ConsoleState, after: float, said: Said) -> None:
    told = replace(state, notice=Notice(Said.NotHere, "A107"), told_at=NOW)
    derive = derive_desk if state.seat is not None else derive_sign_in
    assert derive(told, NOW + seconds(after)).notice.kind is said


def test_a_branch_has_a_name_in_each_language_and_its_own_word_for_a_desk() -> None:
    state = nobody(language="de")
    assert state.followed is not None
    branch = with_fields(
        sample.branch(), names={"de": "Bürgerservice"}, place=Place.ROOM
    )
    state = replace(state, followed=state.followed.with_branch(branch))
    props = derive_console(state)
    assert (props.branch_name, props.spot) == ("Bürgerservice", Spot.Rooms)
