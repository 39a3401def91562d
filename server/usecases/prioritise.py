"""Staff give a waiting ticket a priority class, or take it away."""

from dataclasses import dataclass

from server.domain import events
from server.domain.moves import Move, check_move
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import staff_for
from server.usecases.steps.placing import check_priority, moved_by_priority


@dataclass(frozen=True, slots=True, kw_only=True)
class Prioritise:
    """Which ticket, and its class from now on, None for none; `role` is that of the device it is given at."""

    ticket: int
    priority: str | None
    role: str


def prioritise(session: Session, command: Prioritise) -> Ticket:
    """Return the ticket, as far in front as if it had been taken so.

    Raises `NotSignedIn`, `WrongState`, `NotValid` for an unknown class, `PriorityNotAllowed`.
    """
    state, ticket = session.state, session.ticket(command.ticket)
    staff = staff_for(session, ticket)
    check_move(ticket, Move.PRIORITISE)
    check_priority(state.settings, command.priority, command.role)
    if command.priority == ticket.priority:
        return ticket
    position = moved_by_priority(
        state, ticket, command.priority, state.row_moment(session.now)
    )
    given = events.Prioritised(priority=command.priority, position=position)
    with session.acting(staff):
        return session.record(given, ticket)
