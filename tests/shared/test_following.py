"""A program that follows its branch knows what a fresh snapshot would tell, by tables and over any course of events."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from shared.qt import sample
from shared.wire.following import BOARD, OLDER, FollowedBranch
from shared.wire.messages import (
    Call,
    Desk,
    DeskState,
    Event,
    Happened,
    Queue,
    Ticket,
    TicketState,
    Was,
)

WAITING, CALLED, SERVING, HELD, DONE, MISSED, LEFT = (
    TicketState.WAITING,
    TicketState.CALLED,
    TicketState.SERVING,
    TicketState.HELD,
    TicketState.DONE,
    TicketState.MISSED,
    TicketState.LEFT,
)
EMPTY = [replace(queue, waiting=0) for queue in sample.THREE_QUEUES]
MARIAS = Desk(number=3, state=DeskState.OPEN, queues=["parking"], servicer="Maria")
OTHER = Desk(number=4, state=DeskState.CLOSED, queues=["parking"])


def ticket(
    number: int,
    state: TicketState = WAITING,
    desk: int | None = None,
    *,
    ago: float | None = None,
    queue: Queue = sample.PARKING,
) -> Ticket:
    """Return a ticket as events tell it, called so many minutes ago."""
    called_at = None if ago is None else sample.NOW - timedelta(minutes=ago)
    return sample.ticket(
        number,
        state=state,
        ahead=None,
        desk=desk,
        servicer=None if desk is None else "Maria",
        called_at=called_at,
        queue=queue,
    )


def following(
    *tickets: Ticket, calls: list[Call] | None = None, waiting: int = 0
) -> FollowedBranch:
    """Return what a program knows that has just begun."""
    queues = [replace(queue, waiting=waiting) for queue in EMPTY]
    desks = [
        replace(
            desk,
            serving=next((t for t in tickets if t.desk == desk.number), None),
        )
        for desk in (MARIAS, OTHER)
    ]
    branch = sample.branch(queues, desks=desks)
    return FollowedBranch.of(
        sample.snapshot(branch, calls=calls or [], tickets=tickets)
    )


def told(
    known: FollowedBranch,
    what: Happened,
    now: Ticket,
    was: TicketState | None = WAITING,
    was_in: Queue = sample.PARKING,
) -> FollowedBranch:
    """Return what is known after an event."""
    before = None if was is None else Was(state=was, queue=was_in.slug)
    return known.after(sample.event(41, what, now, before))


def serving(known: FollowedBranch) -> dict[int, str]:
    """Return whom each desk serves."""
    return {
        desk.number: desk.serving.label
        for desk in known.branch.desks
        if desk.serving is not None
    }


def labels(known: FollowedBranch) -> list[str]:
    """Return the board, newest call first."""
    return [f"{call.label}→{call.desk}" for call in known.calls]


@pytest.mark.parametrize(
    ("what", "was", "was_in", "now", "in_parking", "in_passports"),
    [
        (Happened.TAKEN, None, None, ticket(107), 6, 5),
        (Happened.CALLED, WAITING, sample.PARKING, ticket(107, CALLED, 3), 4, 5),
        (Happened.STARTED, CALLED, sample.PARKING, ticket(107, SERVING, 3), 5, 5),
        (Happened.RETURNED, CALLED, sample.PARKING, ticket(107), 6, 5),
        (Happened.POSTPONED, WAITING, sample.PARKING, ticket(107), 5, 5),
        (Happened.LEFT, WAITING, sample.PARKING, ticket(107, LEFT), 4, 5),
        (Happened.LEFT, CALLED, sample.PARKING, ticket(107, LEFT, 3), 5, 5),
        (
            Happened.TRANSFERRED,
            SERVING,
            sample.PARKING,
            ticket(107, queue=sample.PASSPORTS),
            5,
            6,
        ),
        (
            Happened.TRANSFERRED,
            WAITING,
            sample.PARKING,
            ticket(107, queue=sample.PASSPORTS),
            4,
            6,
        ),
    ],
)
def test_each_event_is_counted_once_where_it_happened(
    what: Happened,
    was: TicketState | None,
    was_in: Queue | None,
    now: Ticket,
    in_parking: int,
    in_passports: int,
) -> None:
    known = told(following(waiting=5), what, now, was, was_in or sample.PARKING)
    assert known.waiting == {
        "parking": in_parking,
        "passports": in_passports,
        "bills": 5,
    }
    assert [queue.waiting for queue in known.branch.queues] == [
        in_parking,
        in_passports,
        5,
    ]


def test_lines_that_an_event_counts_are_so_long_and_no_other_changes() -> None:
    event = sample.event(41, Happened.CONFIGURED)
    known = following(waiting=5).after(replace(event, waiting={"parking": 9}))
    assert known.waiting == {"parking": 9, "passports": 5, "bills": 5}


@pytest.mark.parametrize("stranded", [[107, 108], []])
def test_who_is_stranded_is_told_with_whatever_else_happened(
    stranded: list[int],
) -> None:
    before = following(ticket(107), waiting=5)
    before = before.with_branch(replace(before.branch, stranded=[107]))
    event = replace(sample.event(41, Happened.TAKEN, ticket(108)), stranded=stranded)
    known = before.after(event)
    assert known.branch.stranded == stranded
    assert known.waiting["parking"] == 6
    assert set(known.tickets) == {107, 108}


def test_no_queue_has_fewer_than_nobody() -> None:
    known = told(following(), Happened.LEFT, ticket(107, LEFT))
    assert known.waiting["parking"] == 0


@pytest.mark.parametrize(
    ("before", "what", "now", "served", "open_ones"),
    [
        (None, Happened.TAKEN, ticket(107), {}, [107]),
        (ticket(107), Happened.CALLED, ticket(107, CALLED, 3), {3: "A107"}, [107]),
        (
            ticket(107, CALLED, 3),
            Happened.STARTED,
            ticket(107, SERVING, 3),
            {3: "A107"},
            [107],
        ),
        (ticket(107, SERVING, 3), Happened.HELD, ticket(107, HELD, 3), {}, [107]),
        (ticket(107, SERVING, 3), Happened.TRANSFERRED, ticket(107), {}, [107]),
        (ticket(107, SERVING, 3), Happened.FINISHED, ticket(107, DONE, 3), {}, []),
        (ticket(107, CALLED, 3), Happened.MISSED, ticket(107, MISSED, 3), {}, []),
        (ticket(107, CALLED, 3), Happened.UNDONE, ticket(107), {}, [107]),
        # One desk hands its customer to another.
        (
            ticket(107, CALLED, 3),
            Happened.CALLED,
            ticket(107, CALLED, 4),
            {4: "A107"},
            [107],
        ),
        # Somebody else's customer stays where they are.
        (
            ticket(106, SERVING, 3),
            Happened.TAKEN,
            ticket(107),
            {3: "A106"},
            [106, 107],
        ),
    ],
)
def test_each_desk_has_whom_it_serves_and_each_open_ticket_is_known(
    before: Ticket | None,
    what: Happened,
    now: Ticket,
    served: dict[int, str],
    open_ones: list[int],
) -> None:
    known = told(following(*([before] if before else [])), what, now)
    assert serving(known) == served
    assert sorted(known.tickets) == open_ones
    assert all(known.tickets[id] == now for id in open_ones if id == now.id)


def test_one_event_may_tell_of_branch_desk_and_ticket() -> None:
    called = ticket(107, CALLED, 3)
    ready = replace(MARIAS, stored_since=sample.NOW)
    known = FollowedBranch.of(
        sample.snapshot(sample.branch(EMPTY, desks=[ready, OTHER]))
    )
    event = sample.event(
        41, Happened.CALLED, called, Was(state=WAITING, queue="parking"), desk=MARIAS
    )
    known = known.after(event)
    assert known.branch.desks[0].stored_since is None
    assert serving(known) == {3: "A107"}
    queues = [replace(queue, waiting=7) for queue in EMPTY]
    event = sample.event(
        42,
        Happened.TAKEN,
        ticket(108),
        branch=sample.branch(queues, name="Moved", desks=[OTHER]),
    )
    known = known.after(event)
    # The branch was told as it is with the new ticket.
    assert (known.branch.name, known.waiting["parking"]) == ("Moved", 7)
    assert sorted(known.tickets) == [107, 108]


def test_a_desk_takes_the_place_of_the_one_of_its_number() -> None:
    paused = Desk(number=4, state=DeskState.PAUSED, queues=[])
    known = following().after(sample.event(41, Happened.PAUSED, desk=paused))
    assert known.branch.desks == [MARIAS, paused]


@pytest.mark.parametrize(
    ("what", "now", "board"),
    [
        # A new call is the newest, and so is one that is called again.
        (
            Happened.CALLED,
            ticket(107, CALLED, 3, ago=0),
            ["A107→3", "A106→4", "A105→3"],
        ),
        (Happened.RECALLED, ticket(105, CALLED, 3, ago=0), ["A105→3", "A106→4"]),
        (Happened.CALLED, ticket(105, CALLED, 4, ago=0), ["A105→4", "A106→4"]),
        # Whatever becomes of it then, it stays where it is, unless no desk has it any more.
        (Happened.STARTED, ticket(105, SERVING, 3, ago=9), ["A106→4", "A105→3"]),
        (Happened.LEFT, ticket(106, LEFT, 4, ago=4), ["A106→4", "A105→3"]),
        (Happened.RETURNED, ticket(105, WAITING, ago=9), ["A106→4"]),
        (Happened.TAKEN, ticket(108), ["A106→4", "A105→3"]),
        (Happened.UNDONE, ticket(106, SERVING, 4, ago=4), ["A106→4", "A105→3"]),
        (Happened.UNDONE, ticket(106, WAITING), ["A105→3"]),
        # Nobody is called by being rated.
        (Happened.RATED, ticket(90, DONE, 3, ago=6), ["A106→4", "A105→3"]),
    ],
)
def test_the_board_has_each_ticket_once_by_its_last_call(
    what: Happened, now: Ticket, board: list[str]
) -> None:
    calls = [
        sample.call(106, 4, ago=timedelta(minutes=4)),
        sample.call(105, 3, ago=timedelta(minutes=9)),
    ]
    known = told(following(calls=calls), what, now)
    assert labels(known) == board
    for call in known.calls:
        if call.ticket == now.id:
            assert (call.state, call.called_at) == (now.state, now.called_at)
            assert (call.queue, call.label) == (now.queue, now.label)
            assert call.servicer == now.servicer


def board_of(count: int) -> list[Call]:
    """Return a board with so many calls, one a minute."""
    return [
        sample.call(200 - place, 3, ago=timedelta(minutes=place))
        for place in range(count)
    ]


def with_board(known: FollowedBranch, board: list[Call]) -> FollowedBranch:
    """Return what is known after an event that tells the whole board."""
    event = sample.event(60, Happened.UNDONE, ticket(107, CALLED, 3, ago=0))
    return known.after(replace(event, recent_calls=board))


def test_where_undoing_brings_a_call_back_the_board_is_told_whole() -> None:
    board = [sample.call(106, 4), sample.call(107, 3), sample.call(105, 3)]
    known = with_board(following(calls=[board[0], board[2]]), board)
    assert list(known.calls) == board


def test_a_new_day_begins_with_an_empty_board() -> None:
    known = following(calls=board_of(BOARD))
    for number in range(3):
        known = told(known, Happened.CALLED, ticket(number, CALLED, 3, ago=0))
    closed = sample.event(41, Happened.DAY_CLOSED, branch=sample.branch(EMPTY))
    assert known.after(replace(closed, recent_calls=[])).calls == ()


def test_what_fell_off_a_full_board_is_remembered_until_it_is_back() -> None:
    calls = board_of(BOARD)
    newest = ticket(107, CALLED, 3, ago=0)
    known = told(following(calls=calls), Happened.CALLED, newest)
    assert labels(known) == ["A107→3", *(f"{c.label}→{c.desk}" for c in calls[:-1])]
    assert list(known.older) == calls[-1:]
    undone = with_board(known, calls)
    assert (list(undone.calls), undone.older) == (calls, ())


def test_no_older_call_takes_the_place_of_a_ticket_that_waits_again() -> None:
    calls = board_of(BOARD)
    known = told(following(calls=calls), Happened.CALLED, ticket(107, CALLED, 3, ago=0))
    again = told(known, Happened.REJOINED, ticket(107, WAITING))
    assert list(again.calls) == calls[:-1]
    assert list(again.older) == calls[-1:]


def test_an_older_call_is_told_as_it_stands_and_goes_when_its_ticket_waits_again() -> (
    None
):
    known = told(following(), Happened.CALLED, ticket(107, CALLED, 3, ago=300))
    for number in range(1, BOARD + 2):
        called = ticket(number, CALLED, 3, ago=200 - number)
        known = told(known, Happened.CALLED, called)
    serving = told(known, Happened.STARTED, ticket(107, SERVING, 3, ago=300))
    older = [(call.label, call.state) for call in serving.older]
    assert older == [("A001", CALLED), ("A107", SERVING)]
    again = told(serving, Happened.RESUMED, ticket(107, WAITING))
    assert [call.label for call in again.older] == ["A001"]


@pytest.mark.parametrize("gone", [4, BOARD - 1])
def test_what_is_newer_than_the_end_of_a_board_and_not_on_it_is_gone(
    gone: int,
) -> None:
    calls = board_of(BOARD + 1)
    fresh = [*calls[:gone], *calls[gone + 1 :]]
    known = with_board(following(calls=calls[:BOARD]), fresh)
    assert (list(known.calls), known.older) == (fresh, ())


def test_a_call_as_old_as_the_end_of_a_board_is_remembered_behind_it() -> None:
    fresh = board_of(BOARD)
    last = sample.call(90, 4, ago=timedelta(minutes=BOARD - 1))
    known = with_board(following(calls=[*fresh[:-1], last]), fresh)
    assert (list(known.calls), list(known.older)) == (fresh, [last])


def test_so_many_calls_are_remembered_and_no_more() -> None:
    known = following()
    for number in range(1, BOARD + OLDER + 3):
        called = ticket(number, CALLED, 3, ago=300 - number)
        known = told(known, Happened.CALLED, called)
    assert (len(known.calls), len(known.older)) == (BOARD, OLDER)
    assert labels(known)[0] == f"A{BOARD + OLDER + 2:03}→3"


def test_a_branch_that_is_told_alone_keeps_tickets_and_calls() -> None:
    known = following(ticket(107, CALLED, 3), calls=[sample.call(107, 3)])
    shut = replace(known.branch, open=False)
    after = known.with_branch(shut)
    assert after == FollowedBranch(shut, known.tickets, calls=known.calls)


def test_an_answer_tells_of_a_ticket_ahead_of_its_event_which_counts_it() -> None:
    known = following(ticket(107), waiting=1)
    called = ticket(107, CALLED, 3, ago=0)
    answered = known.with_ticket(called)
    assert (serving(answered), answered.waiting["parking"]) == ({3: "A107"}, 1)
    assert told(answered, Happened.CALLED, called) == told(
        known, Happened.CALLED, called
    )


def test_an_event_of_nothing_known_changes_nothing() -> None:
    known = following(ticket(107), waiting=1)
    assert known.after(Event(seq=41, at=sample.NOW, event=Happened.RATED)) == known


def test_who_was_missed_is_known_until_they_come_back_or_the_day_ends() -> None:
    known = following(ticket(107, CALLED, 3, ago=1))
    missed = known.with_ticket(ticket(107, MISSED, 3, ago=1))
    assert set(missed.missed) == {107}
    assert missed.with_ticket(ticket(107, WAITING)).missed == {}
    same_day = missed.with_branch(replace(missed.branch, open=False))
    assert set(same_day.missed) == {107}
    tomorrow = replace(missed.branch, day=missed.branch.day + timedelta(days=1))
    assert missed.with_branch(tomorrow).missed == {}


def test_who_was_missed_before_it_was_followed_is_known_too() -> None:
    gone = ticket(107, MISSED, 3, ago=1)
    snapshot = replace(sample.snapshot(), missed=[gone])
    assert FollowedBranch.of(snapshot).missed == {107: gone}


def test_who_was_missed_yesterday_is_not_missed_today() -> None:
    known = following()
    yesterday = known.branch.day - timedelta(days=1)
    noted = replace(ticket(107, MISSED, 3, ago=1), day=yesterday)
    assert known.with_ticket(noted).missed == {}
