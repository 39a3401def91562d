"""What each customer sees at the kiosk, by tables: a state, and what its screens show."""

import dataclasses

import pytest
from msgspec.structs import replace

from kiosk import state as folds
from kiosk.derive import derive_aids, derive_kiosk, derive_staff, derive_ticket
from kiosk.derive_home import derive_home
from kiosk.derive_message import derive_message
from kiosk.made_up import (
    FULL,
    JOIN_URL,
    NEVER_HEARD,
    SHUT_HERE,
    URL,
    at,
    shut_by_hand,
    with_branch,
)
from kiosk.openness import openness_of
from kiosk.props import (
    HomeProps,
    KioskProps,
    LanguageRow,
    QueueRow,
    StaffProps,
    TicketProps,
)
from kiosk.state import KioskState
from kiosk.terms import Openness, Paper, Shown
from kiosk.visit import AmongStaff, AtStaffDoor, Calibrating, Visit
from shared.qt import sample
from shared.translations import LANGUAGES
from shared.wire.link import LinkState
from shared.wire.messages import Branch, Desk, DeskState, Full, Queue, Ticket
from tests.kiosk.branches import (
    FULL_NOW,
    FULL_TODAY,
    GIVING,
    NOON,
    SHUT,
    branch,
    queue,
)

NEW = KioskState()
HOME = at(sample.branch(), "en")
TICKET = sample.ticket(107, ahead=3, estimate=sample.minutes(8, 14))
ISSUED = folds.answered(HOME, TICKET, URL)
TAPPED = folds.tapped(HOME, "passports")
CLOSED_HERE = shut_by_hand(HOME, NOON)

# --- which screen ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (NEW, Shown.Connecting),
        (folds.stood(NEW, sample.LIVE), Shown.Connecting),
        (folds.stood(NEW, sample.RECONNECTING), Shown.Connecting),
        (folds.stood(NEW, NEVER_HEARD), Shown.Away),
        (folds.tapped(NEW, "parking"), Shown.Connecting),
        (HOME, Shown.Home),
        (folds.stood(HOME, sample.RECONNECTING), Shown.Home),
        (folds.stood(HOME, sample.AWAY), Shown.Away),
        (folds.asked_for_help(HOME), Shown.Help),
        (folds.asked_for_help(folds.stood(HOME, sample.AWAY)), Shown.Help),
        (folds.asked_for_help(at(branch(SHUT, open=False), "en")), Shown.Help),
        (folds.counted_down(TAPPED, 35), Shown.NoNumber),
        (folds.counted_down(folds.stood(TAPPED, sample.AWAY), 0), Shown.NoNumber),
        (folds.asked_for_priority(HOME), Shown.Priority),
        (folds.asked_for_priority(folds.stood(HOME, sample.AWAY)), Shown.Away),
        # Nobody sees that a number takes a moment, only that it takes longer.
        (TAPPED, Shown.Home),
        (folds.grew_slow(TAPPED), Shown.Taking),
        (folds.missed(TAPPED), Shown.Taking),
        (folds.grew_slow(folds.stood(TAPPED, sample.AWAY)), Shown.Taking),
        (ISSUED, Shown.Issued),
        # A customer's own number stays, whatever the connection does.
        (folds.stood(ISSUED, sample.AWAY), Shown.Issued),
        (folds.began_change(ISSUED), Shown.Home),
        (folds.began_change(folds.stood(ISSUED, sample.AWAY)), Shown.Away),
        (folds.refused(HOME, "parking", FULL), Shown.Refused),
        (folds.refused(folds.stood(HOME, sample.AWAY), "parking", FULL), Shown.Refused),
        (folds.left(ISSUED), Shown.Home),
        # A manager has closed this kiosk; who has a number, or waits for one or for help, is not sent away.
        (CLOSED_HERE, Shown.KioskClosed),
        (folds.asked_for_priority(CLOSED_HERE), Shown.KioskClosed),
        (folds.stood(CLOSED_HERE, sample.RECONNECTING), Shown.KioskClosed),
        (folds.stood(CLOSED_HERE, sample.AWAY), Shown.Away),
        (shut_by_hand(ISSUED, NOON), Shown.Issued),
        (shut_by_hand(folds.began_change(ISSUED), NOON), Shown.Issued),
        (shut_by_hand(TAPPED, NOON), Shown.Home),
        (shut_by_hand(folds.asked_for_help(HOME), NOON), Shown.Help),
        (folds.entered(CLOSED_HERE, AtStaffDoor()), Shown.StaffDoor),
        (folds.refused(CLOSED_HERE, "parking", SHUT_HERE), Shown.KioskClosed),
        (folds.refused(HOME, "parking", SHUT_HERE), Shown.Refused),
        # Another kiosk's end is not this one's, nor is any before the server said which this one is.
        (folds.recognised(CLOSED_HERE, 8), Shown.Home),
        (folds.recognised(CLOSED_HERE, 0), Shown.Home),
        (with_branch(CLOSED_HERE, closed_kiosks=[]), Shown.Home),
        # Where nobody gives numbers, that is what there is to know.
        (shut_by_hand(at(branch(SHUT, open=False), "en"), NOON), Shown.Closed),
        (shut_by_hand(at(branch(FULL_TODAY), "en"), NOON), Shown.FullToday),
        # Staff come even while there is no server.
        (folds.entered(NEW, AtStaffDoor()), Shown.StaffDoor),
        (folds.entered(folds.stood(HOME, sample.AWAY), AtStaffDoor()), Shown.StaffDoor),
        (folds.entered(HOME, AmongStaff()), Shown.Staff),
        (folds.entered(HOME, Calibrating(4)), Shown.Calibrating),
    ],
)
def test_the_screen_is_what_concerns_whoever_stands_there(
    state: KioskState, shown: Shown
) -> None:
    assert derive_kiosk(state).screen is shown


@pytest.mark.parametrize(
    ("of", "shown"),
    [
        (branch(GIVING, SHUT), Shown.Home),
        (branch(GIVING, FULL_TODAY), Shown.Home),
        (branch(FULL_NOW), Shown.Home),
        (branch(FULL_NOW, queue(sample.PARKING, full=Full.TODAY)), Shown.Home),
        (branch(FULL_TODAY), Shown.FullToday),
        (branch(FULL_TODAY, SHUT), Shown.FullToday),
        (branch(queue(sample.PARKING, full=Full.CLOSING)), Shown.FullToday),
        (branch(SHUT), Shown.Home),
        (branch(SHUT, open=False), Shown.Closed),
        (branch(FULL_TODAY, open=False), Shown.Closed),
        (branch(GIVING, open=False), Shown.Closed),
        (branch(), Shown.Closed),
    ],
)
def test_the_queues_are_shown_while_any_may_give_a_number_today(
    of: Branch, shown: Shown
) -> None:
    assert derive_kiosk(at(of, "en")).screen is shown


@pytest.mark.parametrize(
    ("state", "around"),
    [
        (NEW, KioskProps()),
        (
            HOME,
            KioskProps(
                screen=Shown.Home,
                branch_name="City Service Centre",
                link=LinkState.Live,
                as_of="10:42",
            ),
        ),
        (
            folds.calibrated(folds.warned(folds.stood(NEW, NEVER_HEARD)), 3.2),
            KioskProps(
                screen=Shown.Away, link=LinkState.Away, warned=True, px_per_mm=3.2
            ),
        ),
    ],
)
def test_every_screen_says_where_it_is_and_as_of_when(
    state: KioskState, around: KioskProps
) -> None:
    assert derive_kiosk(state) == around


# --- the customer's bar ----------------------------------------------------------------------


def test_each_language_is_offered_in_its_own_name() -> None:
    of = replace(sample.branch(), languages=["de", "tlh", "ar"])
    assert derive_aids(at(of, "de")).languages == (
        LanguageRow("de", "Deutsch", True),
        LanguageRow("tlh", "tlh", False),
        LanguageRow("ar", "العربية", False),
    )


@pytest.mark.parametrize(
    ("state", "chosen"),
    [
        (folds.chose_language(HOME, "fr"), ["fr"]),
        (HOME, ["en"]),
        (at(sample.branch(), "es"), ["es"]),
        # The installer chose a language that the branch does not offer.
        (at(sample.branch(), "it"), []),
    ],
)
def test_the_language_that_is_shown_is_marked(
    state: KioskState, chosen: list[str]
) -> None:
    rows = derive_aids(state).languages
    assert [row.code for row in rows if row.chosen] == chosen


@pytest.mark.parametrize("aid", ["contrast", "larger", "lower", "speaking"])
def test_each_aid_shows_that_it_is_on(aid: str) -> None:
    off, on = derive_aids(HOME), derive_aids(getattr(folds, f"switched_{aid}")(HOME))
    assert dataclasses.asdict(on) == {**dataclasses.asdict(off), aid: True}


def test_before_a_server_is_known_the_kiosks_own_languages_are_offered() -> None:
    assert [row.code for row in derive_aids(NEW).languages] == list(LANGUAGES)


@pytest.mark.parametrize(
    ("offered", "page", "shown", "following"),
    [
        (5, 0, "en de es fr ar", -1),
        (6, 0, "en de es fr", 1),
        (6, 1, "ar uk", 0),
        (9, 0, "en de es fr", 1),
        (9, 1, "ar uk pt tr", 2),
        (9, 2, "pl", 0),
    ],
)
def test_more_languages_than_a_row_holds_go_page_by_page(
    offered: int, page: int, shown: str, following: int
) -> None:
    codes = ["en", "de", "es", "fr", "ar", "uk", "pt", "tr", "pl"][:offered]
    of = replace(sample.branch(), languages=codes)
    aids = derive_aids(folds.turned_languages(at(of, "en"), page))
    assert " ".join(row.code for row in aids.languages) == shown
    assert aids.next_page == following


# --- the queues ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("of", "openness"),
    [
        (GIVING, Openness.Giving),
        (SHUT, Openness.Shut),
        (FULL_NOW, Openness.FullNow),
        (FULL_TODAY, Openness.FullForToday),
        (queue(sample.BILLS, full=Full.CLOSING), Openness.FullForToday),
        (queue(sample.BILLS, open=False, full=Full.TODAY), Openness.Shut),
    ],
)
def test_a_queue_says_whether_it_gives_numbers(of: Queue, openness: Openness) -> None:
    assert openness_of(of) is openness


def test_a_queue_says_its_name_who_waits_and_how_long() -> None:
    rows = derive_home(folds.chose_language(TAPPED, "de")).queues
    assert rows == (
        QueueRow(
            "parking", "A", "Bewohnerparkausweise", Openness.Giving, 3, 8, 14, 0, False
        ),
        QueueRow(
            "passports",
            "R",
            "Reisepässe und Personalausweise",
            Openness.Giving,
            6,
            20,
            35,
            1,
            True,
        ),
        QueueRow("bills", "L", "Rechnung bezahlen", Openness.Giving, 0, 0, 0, 2, False),
    )


def desks(*states: DeskState) -> list[Desk]:
    """Return desks in these states, numbered from 1."""
    return [
        Desk(number=place + 1, state=state, queues=[])
        for place, state in enumerate(states)
    ]


@pytest.mark.parametrize(
    ("at_the_desks", "open_ones"),
    [
        ([], ()),
        (desks(DeskState.CLOSED, DeskState.PAUSED), ()),
        (desks(DeskState.OPEN, DeskState.PAUSED, DeskState.OPEN), (1, 3)),
    ],
)
def test_it_is_said_at_which_desks_somebody_serves(
    at_the_desks: list[Desk], open_ones: tuple[int, ...]
) -> None:
    state = at(sample.branch(desks=at_the_desks), "en")
    assert derive_message(state).desks_open == open_ones
    assert derive_home(state).desk_count == len(open_ones)


@pytest.mark.parametrize(
    ("state", "home"),
    [
        (NEW, HomeProps()),
        (folds.offered_joining(NEW, JOIN_URL), HomeProps(join_url=JOIN_URL)),
    ],
)
def test_without_a_branch_there_is_nothing_to_tap(
    state: KioskState, home: HomeProps
) -> None:
    assert derive_home(state) == home


def test_a_code_for_phones_is_shown_with_the_queues() -> None:
    assert derive_home(folds.offered_joining(HOME, JOIN_URL)).join_url == JOIN_URL


@pytest.mark.parametrize(
    ("state", "changing"),
    [(HOME, ""), (ISSUED, ""), (folds.began_change(ISSUED), "A107")],
)
def test_whoever_changes_sees_which_number_they_keep(
    state: KioskState, changing: str
) -> None:
    assert derive_home(state).changing == changing


# --- the number ------------------------------------------------------------------------------

PARKING = TicketProps(letter="A", ordinal=0, queue_name="Parking permits")
PASSPORTS = TicketProps(
    letter="R", ordinal=1, queue_name="Passports and identity cards"
)
GIVEN = TicketProps(
    letter="A",
    ordinal=0,
    queue_name="Parking permits",
    label="A107",
    ahead=3,
    low_min=8,
    high_min=14,
    ticket_url=URL,
    may_change=True,
)


def given(**others: object) -> TicketProps:
    """Return what is seen of A107 with some of it otherwise."""
    return TicketProps(**{**as_dict(GIVEN), **others})  # type: ignore[arg-type]


def as_dict(props: TicketProps) -> dict[str, object]:
    """Return the props by name."""
    return {name: getattr(props, name) for name in TicketProps.__slots__}


ONE = at(sample.branch([sample.PARKING]), "en")
TWO = at(sample.branch([sample.PARKING, sample.BILLS]), "en")
GONE = sample.ticket(107, queue=sample.MARRIAGES, ahead=0)
FROM_PASSPORTS: Ticket = sample.ticket(12, queue=sample.PASSPORTS, ahead=None)


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        (NEW, TicketProps()),
        (HOME, TicketProps()),
        (folds.tapped(NEW, "parking"), TicketProps()),
        (TAPPED, PASSPORTS),
        (folds.grew_slow(TAPPED), PASSPORTS),
        (
            folds.missed(TAPPED),
            TicketProps(
                letter="R",
                ordinal=1,
                queue_name="Passports and identity cards",
                missed=True,
            ),
        ),
        # The queue was removed meanwhile.
        (folds.tapped(HOME, "marriages"), TicketProps()),
        (ISSUED, GIVEN),
        (folds.chose_language(ISSUED, "de"), given(queue_name="Bewohnerparkausweise")),
        (
            folds.answered(HOME, TICKET, URL, Paper.Printing),
            given(paper=Paper.Printing),
        ),
        (folds.answered(HOME, TICKET, URL, gave_back="R12"), given(gave_back="R12")),
        # Without a page nothing could be given back, so that nothing can be changed.
        (folds.answered(HOME, TICKET, ""), given(ticket_url="", may_change=False)),
        (folds.answered(ONE, TICKET, URL), given(may_change=False)),
        (folds.answered(TWO, TICKET, URL), GIVEN),
        (
            folds.answered(HOME, GONE, URL),
            TicketProps(
                label="W107", ticket_url=URL, may_change=True, nobody_serves=True
            ),
        ),
        (
            folds.answered(HOME, FROM_PASSPORTS, URL),
            TicketProps(
                letter="R",
                ordinal=1,
                queue_name="Passports and identity cards",
                label="R012",
                ticket_url=URL,
                may_change=True,
            ),
        ),
        (folds.began_change(ISSUED), TicketProps()),
        (folds.refused(HOME, "parking", FULL), TicketProps()),
        (folds.entered(ISSUED, AtStaffDoor()), TicketProps()),
    ],
)
def test_the_customer_sees_their_number_and_all_about_it(
    state: KioskState, seen: TicketProps
) -> None:
    assert derive_ticket(state) == seen


# --- staff -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("visit", "seen"),
    [
        (AtStaffDoor(), StaffProps()),
        (AtStaffDoor("12"), StaffProps(pin_typed=2)),
        (AtStaffDoor(wrong=True), StaffProps(pin_wrong=True)),
        (
            AtStaffDoor(wrong=True, locked=True),
            StaffProps(pin_wrong=True, pin_locked=True),
        ),
        (AmongStaff(), StaffProps()),
        (AmongStaff(Paper.Empty), StaffProps(paper=Paper.Empty)),
        (Calibrating(3.2), StaffProps(card_px_per_mm=3.2)),
    ],
)
def test_staff_see_how_far_they_are(visit: Visit, seen: StaffProps) -> None:
    assert derive_staff(folds.entered(NEW, visit)) == seen


def test_customers_see_nothing_of_the_staff() -> None:
    assert derive_staff(ISSUED) == StaffProps()
