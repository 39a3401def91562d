"""A customer lets others go first."""

from dataclasses import dataclass

from server.domain import events, numbering
from server.domain.moves import Move, check_move
from server.domain.refusals import NobodyBehind, NotValid, TooManyPostponements
from server.domain.ticket import Ticket
from server.store.session import Session

CHOICES = (1, 3, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Postpone:
    """Behind how many others: one of `CHOICES`."""

    ticket: int
    behind: int


def postpone(session: Session, command: Postpone) -> Ticket:
    """Return the ticket, now behind so many who were behind it, or behind all of them if they are fewer.

    Raises `WrongState`, `TooManyPostponements`, `NobodyBehind`, `NotValid`.
    """
    if command.behind not in CHOICES:
        raise NotValid("behind", "You can let 1, 3 or 5 others go first.")
    ticket = session.ticket(command.ticket)
    check_move(ticket, Move.POSTPONE)
    most = session.state.settings.most_postponements
    if ticket.postponed >= most:
        raise TooManyPostponements(most)
    behind = session.state.room.places_after(ticket, command.behind + 1)
    others = [position for position, _ in behind]
    if not others:
        raise NobodyBehind
    moment, seq = session.state.row_moment(session.now), session.state.seq + 1
    position = numbering.placed(others, command.behind, moment, seq)
    postponed = events.Postponed(behind=command.behind, position=position)
    return session.record(postponed, ticket)
