"""What a branch says in its waiting room in its own words, by tables: messages, names, hours, and what is around them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from msgspec.structs import replace as with_fields

from display import state as folds
from display.derive import derive
from display.gallery import at
from display.props import DisplayProps
from display.state import DisplayState
from shared.qt import sample
from shared.wire.messages import Call, Desk, DeskState, Notice, OpenDay, Place


def seconds(count: float) -> timedelta:
    """Return so many seconds."""
    return timedelta(seconds=count)


def call(number: int, desk: int = 3, *, ago: float = 0) -> Call:
    """Return a row of the server's board, called so many seconds ago."""
    return sample.call(number, desk, ago=seconds(ago))


def later(state: DisplayState, after: float) -> DisplayState:
    """Return the display so many seconds later."""
    return folds.ticked(state, state.now + seconds(after))


TEXTS = {"en": "20 minutes late", "de": "20 Minuten Verzug"}


@pytest.mark.parametrize(
    ("language", "until", "after", "message"),
    [
        ("en", None, 600, "20 minutes late"),
        ("de", None, 0, "20 Minuten Verzug"),
        ("fr", None, 0, "20 minutes late"),
        ("en", 60, 59, "20 Minuten Verzug"),
        ("en", 60, 60, ""),
    ],
)
def test_a_message_to_all_stands_there_until_its_end(
    language: str, until: float | None, after: float, message: str
) -> None:
    notice = Notice(
        texts=TEXTS,
        since=sample.NOW - seconds(1320),
        until=None if until is None else sample.NOW + seconds(until),
    )
    state = at(with_fields(sample.branch(), message=notice), language)
    props = derive(later(state, after))
    assert (props.message, props.message_since) == (message, "10:20" if message else "")
    if until and after < until:
        assert folds.next_due(state) <= sample.NOW + seconds(until)


@pytest.mark.parametrize(
    ("texts", "language", "said"),
    [
        ({"en": "Late", "de": "Spät", "ar": "متأخر"}, "en", "Late Spät متأخر Late"),
        ({"en": "Late", "de": "Spät", "ar": "متأخر"}, "de", "Spät Late متأخر Spät"),
        ({"en": "Late", "de": "Spät"}, "fr", "Late Spät Late Spät"),
        ({"en": "Late"}, "de", "Late Late Late Late"),
        ({}, "de", "   "),
    ],
)
def test_a_message_stands_in_each_of_its_languages_in_turn_the_rooms_own_first(
    texts: dict[str, str], language: str, said: str
) -> None:
    notice = Notice(texts=texts, since=sample.NOW)
    state = at(with_fields(sample.branch(), message=notice), language)
    turns = [derive(later(state, after)).message for after in (0, 10, 20, 30)]
    assert " ".join(turns) == said
    turn = 10 if len(texts) > 1 else 60
    assert folds.next_due(later(state, 3)) == sample.NOW + seconds(turn)


@pytest.mark.parametrize("ahead", [-25, 25])
def test_a_message_comes_turns_and_goes_by_the_servers_clock(ahead: float) -> None:
    notice = Notice(texts=TEXTS, since=sample.NOW, until=sample.NOW + seconds(16))
    branch = with_fields(sample.branch(), message=notice)
    here = DisplayState(now=sample.NOW - seconds(ahead))
    state = folds.began(here, sample.snapshot(branch))
    told = [derive(later(state, after)).message for after in (0, 10, 15, 16)]
    assert told == ["20 minutes late", "20 Minuten Verzug", "20 Minuten Verzug", ""]
    assert folds.next_due(later(state, 11)) == here.now + seconds(16)


def test_desks_are_what_the_branch_calls_them_and_have_their_names() -> None:
    desks = [
        Desk(number=3, state=DeskState.OPEN, queues=[], names={"en": "Laboratory"}),
        Desk(number=4, state=DeskState.OPEN, queues=[]),
        Desk(number=5, state=DeskState.CLOSED, queues=[]),
    ]
    branch = with_fields(sample.branch(desks=desks), place=Place.ROOM)
    props = derive(at(branch, "en", [call(107), call(106, 4), call(105, ago=9)]))
    assert (props.place, props.hero_desk_name, props.named) == (
        "room",
        "Laboratory",
        True,
    )
    assert [row.name for row in props.calls] == ["", "Laboratory"]
    assert props.open_desks == (3, 4)


LAB = Desk(
    number=3,
    state=DeskState.OPEN,
    queues=[],
    names={"en": "Laboratory", "de": "Labor"},
)


def in_columns(props: DisplayProps) -> list[str]:
    """Return what the desks in the queues' columns are called."""
    return [row.name for row in props.column_calls]


@pytest.mark.parametrize(
    ("language", "name", "queue"),
    [
        ("en", "Laboratory", "Parking permits"),
        ("de", "Labor", "Bewohnerparkausweise"),
    ],
)
def test_a_desk_and_its_queue_are_called_what_the_room_calls_them(
    language: str, name: str, queue: str
) -> None:
    calls = [call(107), call(106, ago=9)]
    props = derive(at(sample.branch(desks=[LAB]), language, calls))
    assert (props.hero_desk_name, props.hero_queue_name) == (name, queue)
    assert [(row.name, row.queue_name) for row in props.calls] == [(name, queue)]
    assert in_columns(props) == [name, name]


@pytest.mark.parametrize(("desk", "named"), [(3, True), (4, False)])
def test_one_desk_with_a_name_is_enough_to_make_room_for_it(
    desk: int, named: bool
) -> None:
    calls = [call(107 - n, 4, ago=n) for n in range(4)]
    last = call(100, desk, ago=50)
    props = derive(at(sample.branch(desks=[LAB]), "en", [*calls, last]))
    assert in_columns(props) == ["", "", ""]
    assert props.named is named


def test_a_room_where_we_are_closed_shows_the_week() -> None:
    day = OpenDay(day=date(2026, 3, 12), spans=[("09:00", "16:00")])
    props = derive(at(with_fields(sample.branch(), hours=[day]), "en"))
    assert [(row.date, row.spans) for row in props.days] == [
        ("2026-03-12", "09:00–16:00")
    ]


@pytest.mark.parametrize(
    ("language", "said"), [("de", "Feiertag"), ("en", "Holiday"), ("fr", "Holiday")]
)
def test_a_room_says_why_a_day_differs_in_its_own_language(
    language: str, said: str
) -> None:
    reason = {"en": "Holiday", "de": "Feiertag"}
    day = OpenDay(day=date(2026, 3, 12), spans=[], reason=reason)
    props = derive(at(with_fields(sample.branch(), hours=[day]), language))
    assert [row.reason for row in props.days] == [said]


def test_the_branch_has_its_name_line_logo_and_colour() -> None:
    branch = with_fields(
        sample.branch(),
        names={"de": "Mitte"},
        footer={"en": "Free Wi-Fi", "de": "WLAN: gast"},
        logo="/logo.png",
        accent="#0a55a3",
    )
    state = replace(at(branch, "de"), server="http://10.0.4.2:8080/")
    props = derive(state)
    assert (props.branch_name, props.footer) == ("Mitte", "WLAN: gast")
    assert (props.logo, props.accent) == ("http://10.0.4.2:8080/logo.png", "#0a55a3")
    assert derive(at(branch, "fr")).branch_name == "City Service Centre"
    assert derive(at(branch, "fr")).footer == "Free Wi-Fi"


def test_a_branch_without_a_line_logo_and_colour_has_none() -> None:
    plain = replace(at(sample.branch(), "en"), server="http://10.0.4.2:8080/")
    props = derive(plain)
    assert (props.footer, props.logo, props.accent) == ("", "", "")
