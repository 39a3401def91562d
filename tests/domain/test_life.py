"""What a ticket is after each journal row, by tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from server.domain import events
from server.domain.events import Actor, Recorded, TicketEvent
from server.domain.life import evolve
from server.domain.moves import MOVES, Move, check_move
from server.domain.refusals import WrongState
from server.domain.ticket import Ticket, TicketState

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


def row(seq: int, event: TicketEvent, seconds: float = 0) -> Recorded:
    return Recorded(
        seq=seq,
        act=seq,
        at=NINE + timedelta(seconds=seconds),
        actor=Actor(),
        event=event,
        ticket=1,
    )


def taken() -> Ticket:
    return evolve(
        None,
        row(
            1,
            events.Taken(
                queue="parking",
                day=date(2026, 11, 23),
                number=1,
                label="A001",
                position="1",
            ),
        ),
    )


def lived(*steps: tuple[float, TicketEvent]) -> Ticket:
    ticket = taken()
    for seq, (seconds, event) in enumerate(steps, start=2):
        ticket = evolve(ticket, row(seq, event, seconds))
    return ticket


CALLED = events.Called(desk=3, servicer="Maria")


@pytest.mark.parametrize(
    ("steps", "state", "waited", "served"),
    [
        ([(120.1, CALLED), (302.6, events.Finished())], TicketState.DONE, 120.1, 182.5),
        (
            [(60, CALLED), (90, events.Started()), (150, events.Finished())],
            TicketState.DONE,
            90,
            60,
        ),
        (
            [(60, CALLED), (70, events.Recalled()), (100, events.Finished())],
            TicketState.DONE,
            60,
            40,
        ),
        ([(60, CALLED), (100, events.Missed())], TicketState.MISSED, 60, 0),
        ([(60, events.Left())], TicketState.LEFT, 0, 0),
        # The clock was set back an hour between call and finish.
        ([(60, CALLED), (-3540, events.Finished())], TicketState.DONE, 60, 0),
    ],
)
def test_wait_and_service_add_up(
    steps: list[tuple[float, TicketEvent]],
    state: TicketState,
    waited: float,
    served: float,
) -> None:
    ticket = lived(*steps)
    assert ticket.state is state
    assert ticket.waited == timedelta(seconds=waited)
    assert ticket.served == timedelta(seconds=served)


def test_a_recall_keeps_the_first_call_and_counts() -> None:
    ticket = lived((60, CALLED), (70, events.Recalled()))
    assert (ticket.calls, ticket.called_seq) == (2, 3)
    assert ticket.called_at == NINE + timedelta(seconds=60)
    assert ticket.last_called_at == NINE + timedelta(seconds=70)


@pytest.mark.parametrize("move", Move)
@pytest.mark.parametrize("state", TicketState)
def test_a_move_starts_only_where_the_table_says(
    move: Move, state: TicketState
) -> None:
    ticket = replace(taken(), state=state)
    if state in MOVES[move].states:
        check_move(ticket, move)
    else:
        with pytest.raises(WrongState) as refused:
            check_move(ticket, move)
        assert refused.value.ticket.state is state
