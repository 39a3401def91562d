"""A request that is refused half way leaves nothing of its first half."""

from collections.abc import Iterator

import pytest

from server.domain import events
from server.domain.refusals import QueueFull, WrongState
from server.domain.ticket import TicketState
from server.store.check import check
from server.store.session import Session
from server.usecases.call_next import CallNext, call_next
from server.usecases.take_number import TakeNumber, take_number
from server.usecases.walk_in import WalkIn, walk_in
from tests.engine.branch import Branch, Plan, Seat, opened
from tests.engine.watching import Watching

PLAN = Plan(
    queues=(("parking", (("max_waiting", 1),)),),
    seats=(Seat(1, ("parking",)),),
    people=("Ana",),
)


@pytest.fixture
def branch() -> Iterator[Branch]:
    """A desk that serves somebody, and a queue that is full."""
    with opened(PLAN) as branch:
        branch.sign_in(1, "Ana")
        branch.do(take_number, TakeNumber(queue="parking"))
        branch.do(call_next, CallNext(), 1)
        branch.do(take_number, TakeNumber(queue="parking"))
        yield branch


def test_done_and_walk_in_leaves_the_customer_at_the_desk_where_the_queue_is_full(
    branch: Branch,
) -> None:
    watching = Watching(branch)
    command = WalkIn(take=TakeNumber(queue="parking"), finish=True)
    with pytest.raises(QueueFull):
        branch.do(walk_in, command, 1)
    with branch.reading() as view:
        seq = view.branch.seq
        present = view.serving(1)
    assert present is not None
    assert (present.label, present.state) == ("A001", TicketState.CALLED)
    called = branch.do(call_next, CallNext(finish=True), 1)
    assert called is not None
    assert called.label == "A002"
    with branch.reading() as view:
        assert view.branch.seq == seq + 2
        assert check(view, branch.store.tokens).differences == []
    watching.check(1)
    watching.close()


def test_no_move_is_recorded_that_may_not_start_where_the_ticket_stands(
    branch: Branch,
) -> None:
    def start_whoever_waits(session: Session) -> None:
        (waiting,) = session.state.room.line_of("parking")
        session.record(events.Started(), waiting)

    with branch.reading() as view:
        seq = view.branch.seq
    with pytest.raises(WrongState):
        branch.unit(start_whoever_waits)
    with branch.reading() as view:
        assert view.branch.seq == seq
