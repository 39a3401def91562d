"""A desk takes a break, and comes back."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from server.domain import events
from server.domain.branch import Desk, DeskState
from server.domain.refusals import NotValid
from server.store.session import Session
from server.usecases.steps.acting import this_desk

LONGEST = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """Why, and until when, as far as known."""

    desk: int
    reason: str | None = None
    until: datetime | None = None


def pause(session: Session, command: Pause) -> Desk:
    """Return the desk, on a break; a customer who is there is served to the end. Raise `NotValid` for a break without end."""
    desk = this_desk(session, command.desk)
    if command.until is not None and abs(command.until - session.now) > LONGEST:
        raise NotValid("until", "A break ends within two days.")
    until = command.until and command.until.astimezone(UTC)
    paused = events.Paused(desk=desk.number, reason=command.reason, until=until)
    with session.acting(desk):
        return session.record(paused)


def open_again(session: Session, number: int) -> Desk:
    """Return the desk, serving again; opening an open desk changes nothing."""
    desk = this_desk(session, number)
    if desk.state is DeskState.OPEN:
        return desk
    with session.acting(desk):
        return session.record(events.Opened(desk=number))
