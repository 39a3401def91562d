"""A kiosk says what became of a ticket's paper."""

from dataclasses import dataclass

from server.domain import events
from server.domain.refusals import UnknownTicket
from server.domain.ticket import PrintState, Ticket
from server.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePrint:
    """What became of it, and why if it failed; `given_by` is the device that has to have given it, None for any."""

    ticket: int
    outcome: PrintState
    reason: str | None = None
    given_by: int | None = None


def note_print(session: Session, command: NotePrint) -> Ticket:
    """Return the ticket with its paper's state; raise `UnknownTicket`, also of one that another device gave."""
    ticket = session.ticket(command.ticket)
    asks = command.given_by
    if asks is not None and session.flush().taken_at(ticket) != asks:
        raise UnknownTicket
    printed = events.Printed(outcome=command.outcome, reason=command.reason)
    return session.record(printed, ticket)
