"""A kiosk says what became of a ticket's paper."""

from dataclasses import dataclass

from server.domain import events
from server.domain.ticket import PrintState, Ticket
from server.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePrint:
    """What became of it, and why if it failed."""

    ticket: int
    outcome: PrintState
    reason: str | None = None


def note_print(session: Session, command: NotePrint) -> Ticket:
    """Return the ticket with its paper's state; raise `UnknownTicket`."""
    ticket = session.ticket(command.ticket)
    printed = events.Printed(outcome=command.outcome, reason=command.reason)
    return session.record(printed, ticket)
