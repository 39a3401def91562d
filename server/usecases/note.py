"""A servicer writes something about a ticket, for colleagues only."""

from dataclasses import dataclass

from server.domain import events
from server.domain.ticket import Ticket
from server.store.session import Session
from server.usecases.steps.acting import signed_in_desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The text replaces what was noted before; an empty one takes it away."""

    ticket: int
    text: str


def note(session: Session, command: Note) -> Ticket:
    """Return the ticket with the note, in whatever state it is."""
    desk = signed_in_desk(session)
    ticket = session.ticket(command.ticket)
    with session.acting(desk):
        return session.record(events.Noted(text=command.text), ticket)
