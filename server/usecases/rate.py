"""A customer says how it was."""

from dataclasses import dataclass

from server.domain import events
from server.domain.moves import Move, check_move
from server.domain.refusals import NotValid
from server.domain.ticket import Ticket
from server.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A score: 1 bad, 2 fair, 3 good."""

    ticket: int
    score: int


def rate(session: Session, command: Rate) -> Ticket:
    """Return the rated ticket; a second rating replaces the first. Raise `WrongState` or `NotValid`."""
    if command.score not in (1, 2, 3):
        raise NotValid("score", "A score is 1, 2 or 3.")
    ticket = session.ticket(command.ticket)
    check_move(ticket, Move.RATE)
    if ticket.rating == command.score:
        return ticket
    return session.record(events.Rated(score=command.score), ticket)
