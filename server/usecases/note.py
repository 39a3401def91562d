"""A servicer writes something about a ticket, for colleagues only."""

from dataclasses import dataclass

from server.domain import events
from server.domain.ticket import Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import signed_in_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The text replaces what was noted before; an empty one takes it away."""

    ticket: int
    text: str


def note(session: Session, clock: Clock, command: Note) -> Ticket:
    """Return the ticket with the note, in whatever state it is."""
    signed_in_desk(session)
    ticket = session.ticket(command.ticket)
    return session.record(events.Noted(text=command.text), ticket, at=clock())
