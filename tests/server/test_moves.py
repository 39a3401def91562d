"""Every move from every state: allowed ones lead where the domain says, others are refused and leave no trace."""

from typing import Any

import pytest

from server.domain.moves import MOVES, Move
from server.domain.ticket import TicketState
from server.usecases.setup import CloseDay
from tests.server.in_time import BranchInTime, Device

pytestmark = pytest.mark.slow

AT_CONSOLE = {
    Move.CALL: TicketState.CALLED,
    Move.RECALL: TicketState.CALLED,
    Move.START: TicketState.SERVING,
    Move.FINISH: TicketState.DONE,
    Move.NO_SHOW: TicketState.MISSED,
    Move.HOLD: TicketState.HELD,
    Move.RESUME: TicketState.WAITING,
    Move.TRANSFER: TicketState.WAITING,
    Move.CANCEL: TicketState.LEFT,
    Move.REJOIN: TicketState.WAITING,
    Move.PRIORITISE: TicketState.WAITING,
}
BODIES = {
    Move.TRANSFER: {"queue": "passports"},
    Move.PRIORITISE: {"priority": "elderly"},
}
ON_PHONE = {
    Move.LEAVE: TicketState.LEFT,
    Move.RETURN: TicketState.WAITING,
    Move.REJOIN: TicketState.WAITING,
    Move.POSTPONE: TicketState.WAITING,
    Move.ON_MY_WAY: TicketState.CALLED,
    Move.RATE: TicketState.DONE,
}
WAY_TO: dict[TicketState, tuple[str, ...]] = {
    TicketState.WAITING: (),
    TicketState.CALLED: ("call",),
    TicketState.SERVING: ("call", "start"),
    TicketState.HELD: ("call", "hold"),
    TicketState.DONE: ("call", "finish"),
    TicketState.MISSED: ("call", "no-show"),
    TicketState.LEFT: (),
    TicketState.EXPIRED: (),
}


def brought_to(
    state: TicketState, branch: BranchInTime, desk: Device
) -> dict[str, Any]:
    """Return a ticket in this state, at this desk if at any, with one more who waits behind it."""
    ticket = desk.take()
    desk.take()
    for move in WAY_TO[state]:
        assert desk.move(ticket, move).status_code == 200
    if state is TicketState.LEFT:
        assert desk.customer(ticket, "leave") == "done"
    if state is TicketState.EXPIRED:
        branch.do(CloseDay())
    branch.clock.forward(seconds=6)
    assert desk.state(ticket) == state
    return ticket


def test_every_move_of_the_domain_is_tried() -> None:
    assert AT_CONSOLE.keys() | ON_PHONE.keys() == {*Move}
    assert WAY_TO.keys() == {*TicketState}


@pytest.mark.parametrize("state", TicketState)
def test_an_illegal_move_at_a_desk_is_409_and_leaves_no_trace(
    branch: BranchInTime, state: TicketState
) -> None:
    desk = branch.console()
    ticket = brought_to(state, branch, desk)
    before = branch.rows()
    for move in AT_CONSOLE:
        if state in MOVES[move].states:
            continue
        body = BODIES.get(move)
        refused = desk.move(ticket, move, body)
        assert refused.status_code == 409, move
        assert refused.headers["Content-Type"] == "application/problem+json"
        assert (refused.json["type"], refused.json["state"]) == ("wrong-state", state)
    assert branch.rows() == before
    assert desk.state(ticket) == state


@pytest.mark.slow
@pytest.mark.parametrize("state", TicketState)
def test_an_illegal_move_of_the_customer_leaves_no_trace(
    branch: BranchInTime, state: TicketState
) -> None:
    desk = branch.console()
    ticket = brought_to(state, branch, desk)
    before = branch.rows()
    for move in ON_PHONE:
        if state not in MOVES[move].states:
            assert desk.customer(ticket, move) == "WrongState", move
    assert branch.rows() == before


@pytest.mark.slow
@pytest.mark.parametrize(
    ("state", "move"),
    [(state, move) for move in AT_CONSOLE for state in sorted(MOVES[move].states)],
)
def test_an_allowed_move_at_a_desk_leads_where_the_domain_says(
    branch: BranchInTime, state: TicketState, move: Move
) -> None:
    desk = branch.console()
    ticket = brought_to(state, branch, desk)
    before = branch.rows()
    body = BODIES.get(move)
    answer = desk.move(ticket, move, body)
    assert answer.status_code == 200, answer.text
    assert answer.json["state"] == AT_CONSOLE[move]
    assert answer.json["label"] == "A001", "a label never changes"
    assert (answer.json["ahead"] is None) == (AT_CONSOLE[move] != "waiting")
    assert branch.rows() == before + 1


@pytest.mark.parametrize(
    ("state", "move"),
    [(state, move) for move in ON_PHONE for state in sorted(MOVES[move].states)],
)
def test_an_allowed_move_of_the_customer_leads_where_the_domain_says(
    branch: BranchInTime, state: TicketState, move: Move
) -> None:
    desk = branch.console()
    ticket = brought_to(state, branch, desk)
    assert desk.customer(ticket, move) == "done"
    assert desk.state(ticket) == ON_PHONE[move]


@pytest.mark.slow
@pytest.mark.parametrize("move", AT_CONSOLE)
def test_a_move_that_is_sent_again_is_made_once(
    branch: BranchInTime, move: Move
) -> None:
    desk = branch.console()
    state = min(MOVES[move].states)
    ticket = brought_to(state, branch, desk)
    body = BODIES.get(move)
    path = f"/tickets/{ticket['id']}/{move}"
    first = desk.post(path, body, key="once")
    before = branch.rows()
    again = desk.post(path, body, key="once")
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json == first.json
    other = desk.post("/desks/3/call-next", key="once")
    assert (other.status_code, other.json["type"]) == (422, "idempotency-key-reused")
    assert branch.rows() == before
