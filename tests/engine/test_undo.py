"""What the paper model found about undoing: each a short story of its own."""

from collections.abc import Iterator

import pytest

from server.domain.refusals import NothingToUndo
from server.domain.ticket import TicketState
from server.usecases.call_next import CallNext, call_next
from server.usecases.leave import leave
from server.usecases.note import Note, note
from server.usecases.on_my_way import on_my_way
from server.usecases.pause import Pause, pause
from server.usecases.return_to_queue import return_to_queue
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.undo import undo
from server.usecases.walk_in import WalkIn, walk_in
from tests.engine.branch import Branch, Plan, Seat, opened

PLAN = Plan(
    queues=(("parking", ()),),
    seats=(Seat(1, ("parking",)), Seat(2, ("parking",))),
    people=("Ana", "Boris"),
)


@pytest.fixture
def branch() -> Iterator[Branch]:
    with opened(PLAN) as branch:
        branch.sign_in(1, "Ana")
        branch.sign_in(2, "Boris")
        yield branch


def take(branch: Branch) -> int:
    return branch.do(take_number, TakeNumber(queue="parking")).id


def test_who_said_on_my_way_is_still_on_the_way_after_a_note_is_undone(
    branch: Branch,
) -> None:
    ticket = take(branch)
    branch.do(call_next, CallNext(), 1)
    branch.do(note, Note(ticket=ticket, text="form 7"), 1)
    branch.do(on_my_way, ticket)
    branch.do(undo, 1, 1)
    with branch.reading() as view:
        assert view.ticket(ticket).on_my_way_at == branch.clock()
        assert view.ticket(ticket).note is None


def test_a_note_that_another_desk_rewrote_is_not_undone(branch: Branch) -> None:
    ticket = take(branch)
    branch.do(note, Note(ticket=ticket, text="form 7"), 1)
    branch.do(note, Note(ticket=ticket, text="wheelchair"), 2)
    with pytest.raises(NothingToUndo):
        branch.do(undo, 1, 1)
    with branch.reading() as view:
        assert view.ticket(ticket).note == "wheelchair"


def test_who_left_may_return_though_a_note_was_undone_meanwhile(branch: Branch) -> None:
    ticket = take(branch)
    branch.do(leave, ticket)
    branch.do(note, Note(ticket=ticket, text="form 7"), 1)
    branch.do(undo, 1, 1)
    assert branch.do(return_to_queue, ticket).state is TicketState.WAITING


def test_a_second_break_in_the_same_moment_is_undone_once(branch: Branch) -> None:
    branch.do(pause, Pause(desk=1), 1)
    branch.do(pause, Pause(desk=1), 1)
    branch.do(undo, 1, 1)
    with pytest.raises(NothingToUndo):
        branch.do(undo, 1, 1)


def test_undoing_a_walk_in_is_not_undone_itself(branch: Branch) -> None:
    walked_in = branch.do(walk_in, WalkIn(take=TakeNumber(queue="parking")), 1)
    branch.do(undo, 1, 1)
    with pytest.raises(NothingToUndo):
        branch.do(undo, 1, 1)
    with branch.reading() as view:
        assert view.ticket(walked_in.id).state is TicketState.LEFT
