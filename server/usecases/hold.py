"""A desk puts its customer aside for a while."""

from dataclasses import dataclass

from server.domain import events
from server.domain.ticket import Move, Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import ticket_at_this_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold:
    """Which ticket, and why it has to wait."""

    ticket: int
    reason: str | None = None


def hold(session: Session, clock: Clock, command: Hold) -> Ticket:
    """Return the ticket, held."""
    ticket = ticket_at_this_desk(session, command.ticket, Move.HOLD)
    return session.record(events.Held(reason=command.reason), ticket, at=clock())
