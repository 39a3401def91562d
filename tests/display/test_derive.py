"""What a waiting room sees, by tables: a state, and what its screen shows."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from msgspec.structs import replace as with_fields

from display import state as folds
from display.derive import derive
from display.gallery import at
from display.props import CallRow, ColumnRow, DisplayProps, QueueTile
from display.state import DisplayState
from display.terms import Shown, Truth
from display.wall import MOST_ROWS
from shared.qt import sample
from shared.wire.messages import (
    Call,
    Desk,
    DeskState,
    Happened,
    Queue,
    TicketState,
    Was,
)
from shared.wire.wording import UNKNOWN_OPENING, Opening

CALLED, SERVING, HELD, DONE, MISSED = (
    TicketState.CALLED,
    TicketState.SERVING,
    TicketState.HELD,
    TicketState.DONE,
    TicketState.MISSED,
)
WAITED = Was(state=TicketState.WAITING, queue="parking")
NEW = DisplayState(now=sample.NOW)
TWO_LETTERS = with_fields(sample.PASSPORTS, letter="AB")
LETTERS = [sample.PARKING, TWO_LETTERS]
NOBODY = [with_fields(queue, waiting=0) for queue in sample.THREE_QUEUES]
SHUT = sample.branch(NOBODY, open=False)
LAST_TWO = [with_fields(sample.PARKING, waiting=2), *NOBODY[1:]]
ENDING = sample.branch(LAST_TWO, open=False)


def seconds(count: float) -> timedelta:
    """Return so many seconds."""
    return timedelta(seconds=count)


def call(
    number: int,
    desk: int = 3,
    *,
    ago: float = 0,
    state: TicketState = CALLED,
    queue: Queue = sample.PARKING,
) -> Call:
    """Return a row of the server's board, called so many seconds ago."""
    return sample.call(number, desk, queue=queue, ago=seconds(ago), state=state)


def board(*calls: Call, queues: Sequence[Queue] = sample.THREE_QUEUES) -> DisplayState:
    """Return a live display with these calls on its board, newest first."""
    return at(sample.branch(queues), "en", calls)


def heard(
    state: DisplayState, number: int, *, seq: int = 41, desk: int = 3
) -> DisplayState:
    """Return the display after a desk called a number just now."""
    ticket = sample.ticket(
        number, state=CALLED, ahead=None, desk=desk, called_at=state.now
    )
    event = sample.event(seq, Happened.CALLED, ticket, WAITED)
    return folds.happened(state, with_fields(event, at=state.now))


def later(state: DisplayState, after: float) -> DisplayState:
    """Return the display so many seconds later."""
    return folds.ticked(state, state.now + seconds(after))


# --- which screen, and how far to believe it -------------------------------------------------


@pytest.mark.parametrize(
    ("state", "shown"),
    [
        (NEW, Shown.Connecting),
        (folds.stood(NEW, sample.LIVE), Shown.Connecting),
        (folds.stood(NEW, sample.AWAY), Shown.Connecting),
        (folds.stood(NEW, sample.REFUSING), Shown.Refused),
        (board(), Shown.Board),
        (folds.stood(board(), sample.AWAY), Shown.Board),
        (folds.stood(board(), sample.REFUSING), Shown.Refused),
        (at(SHUT, "en"), Shown.Closed),
        # Whoever was called before closing time stays on the board until served.
        (at(SHUT, "en", [call(107)]), Shown.Board),
        (at(SHUT, "en", [call(107, state=SERVING)]), Shown.Board),
        (at(SHUT, "en", [call(107, state=DONE)]), Shown.Closed),
        (at(SHUT, "en", [call(107, state=HELD)]), Shown.Closed),
        (at(SHUT, "en", [call(107, state=MISSED)]), Shown.Closed),
        # Nor is whoever has a number told that we are closed.
        (at(ENDING, "en"), Shown.Board),
        (at(ENDING, "en", [call(107, state=DONE)]), Shown.Board),
    ],
)
def test_the_screen_is_the_board_while_somebody_may_be_called(
    state: DisplayState, shown: Shown
) -> None:
    assert derive(state).screen is shown


LOST = folds.stood(board(), sample.RECONNECTING)


@pytest.mark.parametrize(
    ("state", "truth"),
    [
        (board(), Truth.Live),
        (NEW, Truth.Unsure),
        (LOST, Truth.Unsure),
        (later(LOST, 59), Truth.Unsure),
        (folds.stood(later(LOST, 10), sample.AWAY), Truth.Old),
        (later(folds.stood(LOST, sample.AWAY), 59), Truth.Old),
        (later(folds.stood(LOST, sample.AWAY), 60), Truth.TooOld),
        (later(LOST, 60), Truth.TooOld),
        (folds.stood(later(LOST, 90), sample.LIVE), Truth.Live),
        # Lost again: the time counts from then.
        (
            folds.stood(folds.stood(later(LOST, 90), sample.LIVE), sample.AWAY),
            Truth.Old,
        ),
    ],
)
def test_the_board_says_how_far_it_can_be_believed(
    state: DisplayState, truth: Truth
) -> None:
    assert derive(state).truth is truth


def test_a_display_that_knows_nothing_shows_nothing() -> None:
    assert derive(NEW) == DisplayProps(truth=Truth.Unsure)


def test_the_clock_goes_on_while_the_last_truth_stands_still() -> None:
    seen = derive(later(LOST, 90))
    assert (seen.clock, seen.as_of) == ("10:43", "10:42")
    assert seen.branch_name == "City Service Centre"


@pytest.mark.parametrize("unsure", [False, True])
def test_the_board_says_whether_its_clock_is_to_be_believed(unsure: bool) -> None:
    branch = sample.branch(clock_unsure=unsure)
    assert derive(at(branch, "en")).clock_unsure is unsure


def test_the_clock_is_the_servers() -> None:
    slow = DisplayState(now=sample.NOW - timedelta(hours=2))
    assert derive(folds.began(slow, sample.snapshot())).clock == "10:42"


# --- the large place -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "label", "desk", "lit"),
    [
        (board(), "", 0, False),
        (board(call(107)), "A107", 3, True),
        (board(call(107, ago=59)), "A107", 3, True),
        (board(call(107, ago=60)), "A107", 3, False),
        (board(call(107, state=SERVING)), "A107", 3, False),
        (board(call(107, state=DONE)), "", 0, False),
        (board(call(108, state=DONE), call(107, 4, ago=5)), "A107", 4, True),
        (board(call(108, 12), call(107, 4, ago=5)), "A108", 12, True),
        (heard(board(call(107, 4)), 108, desk=12), "A107", 4, True),
        (heard(board(call(107, 4, ago=13)), 108, desk=12), "A108", 12, True),
    ],
)
def test_the_large_place_has_the_call_to_look_at(
    state: DisplayState, label: str, desk: int, lit: bool
) -> None:
    seen = derive(state)
    assert (seen.hero_label, seen.hero_desk, seen.hero_lit) == (label, desk, lit)


@pytest.mark.parametrize(
    ("queue", "name"),
    [
        (sample.PARKING, "Parking permits"),
        (TWO_LETTERS, "Passports and identity cards"),
        # The queue was removed.
        (sample.MARRIAGES, ""),
    ],
)
def test_a_call_says_its_queue(queue: Queue, name: str) -> None:
    state = board(call(107, queue=queue), queues=LETTERS)
    assert derive(state).hero_queue_name == name


@pytest.mark.parametrize(
    ("state", "announcing"),
    [
        (board(call(107)), False),
        (heard(board(), 107), True),
        (later(heard(board(), 107), 11), True),
        (later(heard(board(), 107), 12), False),
    ],
)
def test_pictures_step_back_while_a_call_is_announced(
    state: DisplayState, announcing: bool
) -> None:
    assert derive(state).announcing is announcing


def test_a_recall_is_told_apart_from_its_call() -> None:
    once = heard(board(), 107, seq=41)
    again = heard(later(once, 20), 107, seq=42)
    assert (derive(once).hero_seq, derive(again).hero_seq) == (41, 42)


# --- the list, the queues, the columns -------------------------------------------------------


def test_the_list_has_the_other_calls_newest_first() -> None:
    state = board(
        call(110, 12),
        call(109, 4, ago=10),
        call(108, 5, ago=70),
        call(107, 3, ago=80, state=SERVING),
        call(106, 2, ago=90, state=HELD),
        call(105, 1, ago=95, state=DONE),
        call(104, 3, ago=99, state=MISSED),
    )
    assert derive(state).calls == (
        row("A109", 4, lit=True, over=False, at="10:41"),
        row("A108", 5, lit=False, over=False, at="10:40"),
        row("A107", 3, lit=False, over=False, at="10:40"),
        # A106 steps aside for a while, and will be called anew.
        row("A105", 1, lit=False, over=True, at="10:40"),
        row("A104", 3, lit=False, over=True, at="10:40"),
    )


def row(label: str, desk: int, *, lit: bool, over: bool, at: str) -> CallRow:
    """Return a row of the list for a customer who parks."""
    return CallRow(
        label, desk, lit=lit, over=over, seq=40, at=at, queue_name="Parking permits"
    )


@pytest.mark.parametrize(
    ("calls", "nobody_yet"),
    [
        ([], True),
        ([call(107)], False),
        ([call(107, state=DONE)], False),
        ([call(107, state=HELD)], False),
    ],
)
def test_whoever_steps_aside_was_called_all_the_same(
    calls: Sequence[Call], nobody_yet: bool
) -> None:
    assert derive(board(*calls)).nobody_yet == nobody_yet


@pytest.mark.parametrize(
    "state",
    [TicketState.WAITING, TicketState.HELD, TicketState.LEFT, TicketState.EXPIRED],
)
def test_whoever_is_not_called_any_more_is_not_on_the_board(state: TicketState) -> None:
    seen = derive(board(call(107, state=state)))
    assert (seen.hero_label, seen.calls) == ("", ())


def test_the_list_has_as_many_calls_as_fit_any_screen() -> None:
    calls = [call(200 - place, ago=place) for place in range(MOST_ROWS + 2)]
    rows = derive(board(*calls)).calls
    assert [row.label for row in rows] == [
        f"A{199 - place}" for place in range(MOST_ROWS)
    ]


def test_each_queue_says_who_waits_how_long_and_who_was_called_last() -> None:
    shut = with_fields(sample.BILLS, open=False)
    state = board(
        call(9, queue=TWO_LETTERS),
        call(107, ago=5, state=DONE),
        call(8, queue=TWO_LETTERS, ago=9),
        queues=[*LETTERS, shut],
    )
    assert derive(state).queues == (
        QueueTile("parking", "A", "Parking permits", True, 3, "A107", 0, 8, 14, False),
        QueueTile(
            "passports",
            "AB",
            "Passports and identity cards",
            True,
            6,
            "AB009",
            1,
            20,
            35,
            False,
        ),
        QueueTile("bills", "L", "Pay a bill", False, 0, "", 2, 0, 0, False),
    )


def test_the_queues_have_the_names_of_the_rooms_language() -> None:
    seen = derive(at(sample.branch(), "de", [call(107)]))
    assert seen.queues[0].name == "Bewohnerparkausweise"
    assert seen.hero_queue_name == "Bewohnerparkausweise"


def columns(state: DisplayState) -> list[tuple[str, int, str]]:
    """Return each column's calls: its queue, the place in it, the label."""
    return [(row.slug, row.place, row.label) for row in derive(state).column_calls]


def test_each_column_has_its_queues_newest_calls() -> None:
    state = board(
        *(call(109 - place, ago=20 + place, state=DONE) for place in range(4)),
        call(9, queue=TWO_LETTERS, ago=30, state=SERVING),
        queues=LETTERS,
    )
    assert columns(state) == [
        ("parking", 0, "A109"),
        ("parking", 1, "A108"),
        ("parking", 2, "A107"),
        ("passports", 0, "AB009"),
    ]


def test_whoever_has_the_moment_has_the_columns_large_place() -> None:
    # A108 is called while A107 has its moment: it waits, and stands below.
    state = heard(later(heard(board(call(106, ago=70)), 107), 1), 108, seq=42, desk=4)
    assert derive(state).column_calls == (
        ColumnRow("A107", "parking", 0, 3, lit=True, over=False, seq=41),
        ColumnRow("A108", "parking", 1, 4, lit=True, over=False, seq=42),
        ColumnRow("A106", "parking", 2, 3, lit=False, over=False, seq=40),
    )
    answered = board(call(105, state=DONE))
    assert derive(answered).column_calls[0].over


# --- breaks and openings ---------------------------------------------------------------------


def desk(number: int, state: DeskState, back_min: int | None = None) -> Desk:
    """Return a desk that is back in so many minutes."""
    back_at = None if back_min is None else sample.NOW + timedelta(minutes=back_min)
    return Desk(number=number, state=state, queues=["parking"], back_at=back_at)


OPEN, PAUSED, CLOSED = DeskState.OPEN, DeskState.PAUSED, DeskState.CLOSED


@pytest.mark.parametrize(
    ("desks", "on_break", "back_at"),
    [
        ([], False, ""),
        ([desk(1, CLOSED)], False, ""),
        ([desk(1, OPEN), desk(2, PAUSED, 5)], False, ""),
        ([desk(1, PAUSED)], True, ""),
        ([desk(1, PAUSED, 13), desk(2, CLOSED)], True, "10:55"),
        ([desk(1, PAUSED, 13), desk(2, PAUSED, 8), desk(3, PAUSED)], True, "10:50"),
    ],
)
def test_a_break_is_said_while_every_desk_has_one(
    desks: list[Desk], on_break: bool, back_at: str
) -> None:
    seen = derive(at(sample.branch(desks=desks), "en"))
    assert (seen.on_break, seen.back_at) == (on_break, back_at)


@pytest.mark.parametrize(
    ("opens_in", "seen"),
    [
        (None, UNKNOWN_OPENING),
        (timedelta(hours=22, minutes=18), Opening("09:00", 1, 5)),
    ],
)
def test_a_closed_branch_says_when_it_opens(
    opens_in: timedelta | None, seen: Opening
) -> None:
    opening = None if opens_in is None else sample.NOW + opens_in
    props = derive(at(sample.branch(open=False, next_opening=opening), "en"))
    assert props.opening == seen


# --- at closing time, and at once ---------------------------------------------


@pytest.mark.parametrize(
    ("state", "closing", "waiting"),
    [
        (board(), False, 0),
        (at(ENDING, "en"), True, 2),
        (at(ENDING, "en", [call(107)]), True, 2),
        (at(SHUT, "en", [call(107)]), True, 0),
        (at(SHUT, "en"), False, 0),
    ],
)
def test_at_closing_time_the_board_counts_those_still_waiting(
    state: DisplayState, closing: bool, waiting: int
) -> None:
    props = derive(state)
    assert (props.closing, props.still_waiting) == (closing, waiting)


def test_the_board_says_until_when_the_last_queue_gives_numbers() -> None:
    ends = [sample.NOW + timedelta(hours=hours) for hours in (2, 5, 3)]
    queues = [
        with_fields(queue, closes_at=end)
        for queue, end in zip(sample.THREE_QUEUES, ends, strict=True)
    ]
    assert derive(board(queues=queues)).open_until == "15:42"
    assert derive(board()).open_until == ""


SOMEBODY = sample.ticket(106, state=TicketState.SERVING)


@pytest.mark.parametrize(
    ("desks", "waiting", "soon"),
    [
        ([], 0, False),
        ([Desk(number=1, state=OPEN, queues=["bills"])], 0, True),
        ([Desk(number=1, state=PAUSED, queues=["bills"])], 0, False),
        ([Desk(number=1, state=OPEN, queues=["bills"], serving=SOMEBODY)], 0, False),
        ([Desk(number=1, state=OPEN, queues=["parking"])], 0, False),
        ([Desk(number=1, state=OPEN, queues=["bills", "parking"])], 0, True),
        ([Desk(number=1, state=OPEN, queues=["bills", "parking"])], 2, False),
        # Nobody waits in a queue that was removed.
        ([Desk(number=1, state=OPEN, queues=["bills", "marriages"])], 2, True),
    ],
)
def test_at_once_is_promised_only_where_a_desk_is_free_for_it(
    desks: list[Desk], waiting: int, soon: bool
) -> None:
    """Others may wait in another queue of the same desk, the older of them are called before."""
    queues = [sample.BILLS, with_fields(sample.PARKING, waiting=waiting)]
    seen = derive(at(sample.branch(queues, desks=desks), "en", []))
    assert seen.queues[0].at_once is soon
