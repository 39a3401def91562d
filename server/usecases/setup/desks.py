"""Add and remove desks."""

from dataclasses import dataclass, replace

from server.domain import events
from server.domain.branch import Desk, DeskState
from server.domain.refusals import AlreadyThere, NotValid
from server.store.session import Session
from server.store.store import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDesk:
    """A desk to add; `queues` in its order of preference, empty for all there are."""

    number: int
    queues: tuple[str, ...] = ()


def add_desk(session: Session, clock: Clock, command: AddDesk) -> Desk:
    """Return the new desk, closed; raise `AlreadyThere`, `NotValid` or `UnknownQueue`."""
    if command.number < 1:
        raise NotValid("number", "Desks are numbered from 1.")
    if any(desk.number == command.number for desk in session.desks()):
        raise AlreadyThere(f"Desk {command.number}")
    slugs = command.queues or tuple(queue.slug for queue in session.queues())
    for slug in slugs:
        session.queue(slug)
    desk = Desk(number=command.number, queues=slugs)
    return session.record_desk(events.DeskConfigured(desk=desk), desk, at=clock())


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDesk:
    """A desk to remove."""

    number: int


def remove_desk(session: Session, clock: Clock, command: RemoveDesk) -> None:
    """Remove the desk; its history stays. Raise `UnknownDesk`, or `NotValid` while somebody sits there."""
    desk = session.desk(command.number)
    if desk.state is not DeskState.CLOSED:
        raise NotValid("number", f"{desk.servicer} is signed in at desk {desk.number}.")
    removed = events.DeskConfigured(desk=replace(desk, removed=True))
    session.record_desk(removed, desk, at=clock())
