"""Priority, help, hours, messages, and the branch's own words, by tables: a state, and what its screens show."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace as with_fields

from kiosk import state as folds
from kiosk.derive import derive_kiosk, derive_ticket
from kiosk.derive_home import derive_home, derive_priority
from kiosk.derive_message import derive_message
from kiosk.made_up import (
    LATER_TODAY,
    URL,
    at,
    shut_by_hand,
    with_hours,
    with_message,
    with_own_words,
    with_priorities,
)
from kiosk.props import PriorityProps, PriorityRow
from kiosk.state import KioskState
from kiosk.visit import AskedForHelp
from shared.qt import sample
from shared.wire.messages import Desk, DeskState, HelpCall, Notice, OpenDay, Queue, Role
from shared.wire.week import other_days

NEW = KioskState()
HOME = at(sample.branch(), "en")
ISSUED = folds.answered(HOME, sample.ticket(107, ahead=3), URL)
TAPPED = folds.tapped(HOME, "passports")
TOMORROW = sample.NOW + timedelta(hours=22, minutes=18)

PRIOR = with_priorities(HOME)


def closing(at: datetime) -> Queue:
    """Return a queue that gives numbers until then."""
    return with_fields(sample.PARKING, closes_at=at)


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (NEW, False),
        (HOME, False),
        (PRIOR, True),
        (folds.began_change(folds.answered(PRIOR, sample.ticket(), URL)), False),
    ],
)
def test_priority_is_offered_where_the_kiosk_may_give_one(
    state: KioskState, offered: bool
) -> None:
    assert derive_priority(state).offered is offered


def test_a_class_that_only_consoles_give_is_not_offered() -> None:
    assert PRIOR.followed is not None
    consoles = with_fields(PRIOR.followed.branch, priority_by=[Role.CONSOLE])
    assert derive_priority(at(consoles, "en")) == PriorityProps()


def test_a_class_says_its_name_and_what_helps_to_know_in_the_customers_language() -> (
    None
):
    rows = derive_priority(folds.chose_language(PRIOR, "de")).classes
    assert rows[0] == PriorityRow(
        "standing", "Stehen fällt mir schwer", "Ein Sitzplatz wird freigehalten"
    )
    assert rows[1].hint == ""


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Pregnant, or with a small child"),
        ("de", "Schwanger oder mit kleinem Kind"),
    ],
)
def test_the_chosen_class_is_told_in_the_customers_language(
    language: str, name: str
) -> None:
    chosen = folds.chose_priority(folds.chose_language(PRIOR, language), "pregnant")
    assert derive_priority(chosen).name == name


def test_a_class_that_nobody_put_into_words_has_its_own_name() -> None:
    assert PRIOR.followed is not None
    unnamed = with_fields(PRIOR.followed.branch, priorities=["Veterans"])
    rows = derive_priority(at(unnamed, "en")).classes
    assert rows == (PriorityRow("Veterans", "Veterans", ""),)


CALL = HelpCall(device=5, kiosk="Entrance", since=sample.NOW)


def asked(*calls: HelpCall, missed: bool = False) -> KioskState:
    """Return a kiosk at which help was asked for, and what the branch tells of such calls since."""
    state = folds.asked_for_help(HOME)
    if missed:
        state = folds.missed_help(state)
    if not calls:
        return state
    told = folds.told_of_help(state, CALL)
    assert told.followed is not None
    there = with_fields(told.followed.branch, help=list(calls))
    return folds.happened(told, sample.standing(there))


@pytest.mark.parametrize(
    ("calls", "kiosk", "desk"),
    [
        ([CALL], "Entrance", 0),
        # Kiosks are told of calls without a name.
        ([with_fields(CALL, kiosk="", desk=3)], "Entrance", 3),
        ([with_fields(CALL, desk=3)], "Entrance", 3),
        # Somebody else's helper is not ours.
        ([CALL, with_fields(CALL, device=6, desk=4)], "Entrance", 0),
    ],
)
def test_help_says_who_was_told_and_who_comes(
    calls: list[HelpCall], kiosk: str, desk: int
) -> None:
    told = derive_message(asked(*calls))
    assert (told.help_told, told.help_kiosk, told.help_desk) == (True, kiosk, desk)
    assert not told.help_missed


@pytest.mark.parametrize(
    ("calls", "comes"),
    [
        ([CALL], False),
        # Kiosks are not told a manager's name.
        ([with_fields(CALL, manager="")], True),
        ([with_fields(CALL, manager="Mara")], True),
        ([with_fields(CALL, desk=3)], False),
        ([CALL, with_fields(CALL, device=6, manager="")], False),
    ],
)
def test_help_says_whether_a_manager_comes(calls: list[HelpCall], comes: bool) -> None:
    assert derive_message(asked(*calls)).help_manager is comes
    assert not derive_message(asked()).help_manager


@pytest.mark.parametrize("missed", [False, True])
def test_before_a_desk_was_told_it_is_said_at_most_that_it_could_not_be(
    missed: bool,
) -> None:
    told = derive_message(asked(missed=missed))
    assert (told.help_told, told.help_missed) == (False, missed)
    assert (told.help_kiosk, told.help_desk) == ("", 0)


def test_desks_may_be_told_before_the_kiosk_knows_its_branch() -> None:
    told = folds.told_of_help(folds.asked_for_help(KioskState()), CALL)
    assert told.visit == AskedForHelp(CALL)


@pytest.mark.parametrize(
    "answered", [with_fields(CALL, desk=3), with_fields(CALL, manager="")]
)
def test_whoever_is_come_to_is_left_in_peace_until_they_were_helped(
    answered: HelpCall,
) -> None:
    told = folds.told_of_help(folds.warned(folds.asked_for_help(HOME)), CALL)
    # While nobody answers, the kiosk is soon there for the next one.
    assert (told.stays, told.warned) == (False, False)
    assert told.followed is not None
    branch = told.followed.branch
    # What was on its way before the call was made tells nothing of it.
    told = folds.happened(told, sample.standing(with_fields(branch, help=[])))
    told = folds.happened(told, sample.standing(with_fields(branch, help=[CALL])))
    assert not told.stays
    coming = folds.happened(told, sample.standing(with_fields(branch, help=[answered])))
    assert coming.stays
    helped = folds.happened(coming, sample.standing(with_fields(branch, help=[])))
    assert not helped.stays
    again = folds.happened(
        helped, sample.standing(with_fields(branch, help=[answered]))
    )
    assert again.stays


def test_news_of_the_help_takes_the_question_away_and_nothing_else_does() -> None:
    asked_long_ago = folds.warned(asked(CALL))
    assert asked_long_ago.followed is not None
    branch = asked_long_ago.followed.branch
    same = sample.standing(with_fields(branch, help=[CALL]))
    assert folds.happened(asked_long_ago, same).warned
    first_heard = folds.warned(folds.told_of_help(folds.asked_for_help(HOME), CALL))
    assert folds.happened(first_heard, same).warned
    coming = sample.standing(with_fields(branch, help=[with_fields(CALL, desk=3)]))
    assert not folds.happened(asked_long_ago, coming).warned
    helped = sample.standing(with_fields(branch, help=[]))
    assert not folds.happened(asked_long_ago, helped).warned


def test_a_second_customer_who_asks_is_not_told_of_who_came_for_the_first() -> None:
    first = with_fields(CALL, desk=1)
    second = with_fields(CALL, since=CALL.since + timedelta(seconds=30))
    asking = folds.asked_for_help(folds.left(asked(first)))
    # The answer may come before the branch tells of it.
    told = folds.told_of_help(asking, second)
    assert derive_message(told).help_desk == 0
    assert told.followed is not None
    branch = told.followed.branch
    told = folds.happened(told, sample.standing(with_fields(branch, help=[first])))
    assert (derive_message(told).help_desk, told.stays) == (0, False)
    told = folds.happened(told, sample.standing(with_fields(branch, help=[second])))
    assert (derive_message(told).help_desk, told.stays) == (0, False)
    coming = with_fields(second, desk=2)
    told = folds.happened(told, sample.standing(with_fields(branch, help=[coming])))
    assert (derive_message(told).help_desk, told.stays) == (2, True)


def test_while_nobody_could_be_told_nobody_is_asked_to_stay() -> None:
    assert not asked().stays
    assert not asked(missed=True).stays


def test_the_week_begins_on_monday_and_marks_the_next_opening() -> None:
    state = with_hours(at(sample.branch(open=False, next_opening=TOMORROW), "en"))
    days = derive_message(state).days
    assert [day.weekday for day in days] == [1, 2, 3, 4, 5, 6, 7]
    assert [day.ahead for day in days] == [4, 5, 6, 0, 1, 2, 3]
    assert [day.weekday for day in days if day.opens] == [5]
    assert days[0].spans == "09:00–12:00, 14:00–18:00"
    assert days[2].spans == ""
    assert [day.reason for day in days if day.reason] == [
        "Public holiday",
        "Staff training in the afternoon",
    ]
    german = derive_message(folds.chose_language(state, "de")).days
    assert german[2].reason == "Gesetzlicher Feiertag"
    off = derive_message(state).exceptions
    assert [(day.day, day.month, day.spans) for day in off] == [
        (3, 4, ""),
        (4, 4, "10:00–12:00"),
    ]


def test_days_in_a_row_that_are_the_same_are_told_as_one() -> None:
    feast = {"en": "Holidays"}
    days = [
        OpenDay(day=date(2026, 12, 24) + timedelta(days=n), spans=[], reason=feast)
        for n in range(8)
    ]
    others = [
        # Another reason, other times, and one that does not follow.
        OpenDay(day=date(2027, 1, 1), spans=[]),
        OpenDay(day=date(2027, 1, 2), spans=[("10:00", "12:00")]),
        OpenDay(day=date(2027, 1, 4), spans=[("10:00", "12:00")]),
    ]
    branch = with_fields(sample.branch(), exceptions=[*days, *others])
    told = [
        (row.day, row.month, row.last_day, row.last_month, row.reason)
        for row in other_days(branch, "en")
    ]
    assert told == [
        (24, 12, 31, 12, "Holidays"),
        (1, 1, 0, 0, ""),
        (2, 1, 0, 0, ""),
        (4, 1, 0, 0, ""),
    ]
    # So many rows have room, and not so many days.
    assert len(derive_message(at(branch, "en")).exceptions) == 3


def test_a_message_is_told_in_the_customers_language_until_it_ends() -> None:
    late = with_message(HOME)
    assert derive_home(late).notice == "We are running 20 minutes late."
    german = folds.chose_language(late, "de")
    assert derive_home(german).notice == "Wir sind etwa 20 Minuten in Verzug."
    assert derive_message(german).notice == "Wir sind etwa 20 Minuten in Verzug."
    assert late.followed is not None
    over = Notice(texts={"en": "Late."}, since=sample.NOW, until=sample.NOW)
    ended = with_fields(late.followed.branch, message=over)
    assert derive_home(at(ended, "en")).notice == ""
    assert derive_message(at(ended, "en")).notice == ""


def test_the_branch_is_called_what_the_customer_calls_it() -> None:
    names = {"de": "Bürgerservice Mitte"}
    named = at(with_fields(sample.branch(), names=names), "en")
    assert derive_kiosk(named).branch_name == "City Service Centre"
    german = derive_kiosk(folds.chose_language(named, "de"))
    assert german.branch_name == "Bürgerservice Mitte"


def test_a_branch_has_its_own_colour_footer_and_word_for_its_places() -> None:
    own = derive_kiosk(with_own_words(HOME))
    assert (own.accent, own.place) == ("#7A1F5C", "room")
    assert own.footer.startswith("Free Wi-Fi")
    german = derive_kiosk(folds.chose_language(with_own_words(HOME), "de"))
    assert german.footer.startswith("WLAN")
    assert own.logo == ""


def test_a_logo_is_fetched_from_the_server() -> None:
    known = replace(HOME, server="http://10.0.0.2:8000/")
    assert known.followed is not None
    branch = with_fields(known.followed.branch, logo="/logo.png")
    there = folds.happened(known, sample.standing(branch))
    assert derive_kiosk(there).logo == "http://10.0.0.2:8000/logo.png"


def test_whoever_keeps_a_number_while_changing_is_told_so() -> None:
    changing = folds.tapped(folds.began_change(ISSUED), "bills")
    assert derive_ticket(folds.counted_down(changing, 12)).keeps == "A107"
    assert derive_ticket(folds.counted_down(TAPPED, 12)).left_s == 12


@pytest.mark.parametrize("states", [[], [DeskState.PAUSED]])
def test_nobody_is_next_while_nobody_serves(states: list[DeskState]) -> None:
    desks = [Desk(number=3, state=state, queues=["parking"]) for state in states]
    state = at(sample.branch(desks=desks), "en")
    given = folds.answered(state, sample.ticket(107, ahead=0), URL)
    assert derive_ticket(given).nobody_serves
    assert not derive_ticket(ISSUED).nobody_serves


@pytest.mark.parametrize(
    ("said", "desks", "told"),
    [(True, None, True), (False, None, False), (True, [], False)],
    ids=["a desk would call it first", "others come before it", "nobody serves"],
)
def test_only_whom_a_desk_would_call_first_is_next(
    said: bool, desks: list[Desk] | None, told: bool
) -> None:
    ticket = with_fields(sample.ticket(107, ahead=0), next=said)
    branch = sample.branch() if desks is None else sample.branch(desks=desks)
    assert derive_ticket(folds.answered(at(branch, "en"), ticket, URL)).next is told


@pytest.mark.parametrize(
    ("queues", "until", "clock"),
    [
        ([sample.PARKING], LATER_TODAY, "12:00"),
        # Its queues are closed by then, so that it says nothing of when.
        ([closing(LATER_TODAY)], LATER_TODAY, ""),
        ([closing(LATER_TODAY), sample.BILLS], LATER_TODAY, "12:00"),
        ([closing(TOMORROW)], LATER_TODAY, "12:00"),
        ([with_fields(sample.BILLS, open=False), sample.PARKING], LATER_TODAY, "12:00"),
        # Until the day ends is until a manager opens it: nobody knows when.
        ([sample.PARKING], TOMORROW, ""),
    ],
)
def test_a_kiosk_that_was_closed_says_when_it_gives_numbers_again_later_today(
    queues: list[Queue], until: datetime, clock: str
) -> None:
    state = shut_by_hand(at(sample.branch(queues), "en"), until)
    assert derive_message(state).opening.clock == clock


def test_a_kiosk_of_a_closed_branch_says_when_the_branch_opens() -> None:
    shut = at(sample.branch(open=False, next_opening=TOMORROW), "en")
    opening = derive_message(shut_by_hand(shut, LATER_TODAY)).opening
    assert (opening.clock, opening.days_ahead) == ("09:00", 1)
