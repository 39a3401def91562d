"""A servicer writes something about a ticket, for colleagues only."""

from dataclasses import dataclass

from server.domain import events
from server.domain.refusals import NotValid
from server.domain.ticket import Ticket
from server.store.session import Session
from server.store.store import Clock
from server.usecases.console import signed_in_desk

MOST_CHARACTERS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The text replaces what was noted before; an empty one takes it away."""

    ticket: int
    text: str


def note(session: Session, clock: Clock, command: Note) -> Ticket:
    """Return the ticket with the note, in whatever state it is; raise `NotValid` when it is too long."""
    signed_in_desk(session)
    if len(command.text) > MOST_CHARACTERS:
        raise NotValid("text", f"A note has {MOST_CHARACTERS} characters at most.")
    ticket = session.ticket(command.ticket)
    return session.record(events.Noted(text=command.text), ticket, at=clock())
