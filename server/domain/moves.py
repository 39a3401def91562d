"""What may be done with a ticket once it is taken: each move, declared once."""

from dataclasses import dataclass
from enum import StrEnum

from server.domain import events
from server.domain.refusals import WrongState
from server.domain.ticket import AT_DESK, OPEN_STATES, Ticket, TicketState


class Move(StrEnum):
    """The moves by the names that routes and sentences give them."""

    CALL = "call"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    NO_SHOW = "no-show"
    HOLD = "hold"
    RESUME = "resume"
    TRANSFER = "transfer"
    CANCEL = "cancel"
    LEAVE = "leave"
    RETURN = "return"
    REJOIN = "rejoin"
    POSTPONE = "postpone"
    PRIORITISE = "priority"
    ON_MY_WAY = "on-my-way"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class Rule:
    """From which states a move may start, and the fact that it records."""

    states: frozenset[TicketState]
    records: type[events.TicketEvent]


_S = TicketState

MOVES: dict[Move, Rule] = {
    Move.CALL: Rule(frozenset({_S.WAITING, _S.HELD, _S.MISSED}), events.Called),
    Move.RECALL: Rule(frozenset({_S.CALLED}), events.Recalled),
    Move.START: Rule(frozenset({_S.CALLED}), events.Started),
    Move.FINISH: Rule(AT_DESK, events.Finished),
    Move.NO_SHOW: Rule(frozenset({_S.CALLED}), events.Missed),
    Move.HOLD: Rule(AT_DESK, events.Held),
    Move.RESUME: Rule(frozenset({_S.HELD}), events.Resumed),
    Move.TRANSFER: Rule(OPEN_STATES, events.Transferred),
    Move.CANCEL: Rule(OPEN_STATES - {_S.SERVING}, events.Cancelled),
    Move.LEAVE: Rule(OPEN_STATES - {_S.SERVING}, events.Left),
    Move.RETURN: Rule(frozenset({_S.LEFT}), events.Returned),
    Move.REJOIN: Rule(frozenset({_S.MISSED}), events.Rejoined),
    Move.POSTPONE: Rule(frozenset({_S.WAITING}), events.Postponed),
    Move.PRIORITISE: Rule(frozenset({_S.WAITING}), events.Prioritised),
    Move.ON_MY_WAY: Rule(frozenset({_S.CALLED}), events.WentOnTheWay),
    Move.RATE: Rule(frozenset({_S.DONE}), events.Rated),
}
"""Any other move is refused with the ticket's present state."""

_RECORDED: dict[type[events.Event], Move] = {
    rule.records: move for move, rule in MOVES.items()
}


def move_of(event: events.Event) -> Move | None:
    """Return the move that the fact records; None for what is no move, such as an undoing."""
    return _RECORDED.get(type(event))


def check_move(ticket: Ticket, move: Move) -> None:
    """Raise `WrongState` unless the move may start from where the ticket stands."""
    if ticket.state not in MOVES[move].states:
        raise WrongState(ticket, move)
