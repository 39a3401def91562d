"""A desk puts its customer aside for a while."""

from dataclasses import dataclass

from server.domain import events
from server.domain.moves import Move
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import desk_with


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Which ticket, and why it has to wait."""

    ticket: int
    reason: str | None = None


def hold(session: Session, command: Hold) -> Ticket:
    """Return the ticket, held."""
    desk, ticket = desk_with(session, command.ticket, Move.HOLD)
    with session.acting(desk):
        return session.record(events.Held(reason=command.reason), ticket)
