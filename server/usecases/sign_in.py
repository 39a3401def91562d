"""A servicer takes a desk."""

from dataclasses import dataclass
from datetime import timedelta

from server.domain import events
from server.domain.branch import Desk
from server.domain.events import Actor
from server.domain.refusals import DeskTaken, PinLocked, ServicerElsewhere
from server.store.session import Session
from server.store.store import Clock
from server.store.view import View

FAILURES_BEFORE_LOCK = 5
FIRST_LOCK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Who sits down where. The PIN was checked before: that takes long, and no transaction waits for it."""

    desk: int
    servicer: str
    device: int


def sign_in(session: Session, clock: Clock, command: SignIn) -> Desk:
    """Return the desk, open and served by this servicer at this console.

    Signing in again at one's own desk is fine, also from another console (a PC may break). Raises `DeskTaken`,
    `ServicerElsewhere` or `PinLocked`.
    """
    now = clock()
    refuse_while_locked(session, clock, command.servicer)
    desk = session.desk(command.desk)
    if desk.servicer is not None and desk.servicer != command.servicer:
        raise DeskTaken(desk.number, desk.servicer)
    for other in session.desks():
        if other.number == desk.number:
            continue
        if other.servicer == command.servicer:
            raise ServicerElsewhere(command.servicer, other.number)
        if other.device == command.device and other.servicer is not None:
            raise DeskTaken(other.number, other.servicer)
    session.set_pin_failures(command.servicer, 0, None)
    if desk.servicer == command.servicer and desk.device == command.device:
        return desk
    session.actor = Actor(
        device=command.device, desk=desk.number, servicer=command.servicer
    )
    signed_in = events.SignedIn(
        desk=desk.number, servicer=command.servicer, device=command.device
    )
    return session.record_desk(signed_in, desk, at=now)


def refuse_while_locked(view: View, clock: Clock, servicer: str) -> None:
    """Raise `PinLocked` while too many wrong PINs have locked the servicer out."""
    locked_until = view.pin(servicer).locked_until
    if locked_until is not None and clock() < locked_until:
        raise PinLocked(int((locked_until - clock()).total_seconds()) + 1)


def note_wrong_pin(session: Session, clock: Clock, servicer: str) -> None:
    """Count a wrong PIN; the fifth locks for 5 minutes, and each further one twice as long."""
    failures = session.pin(servicer).failures + 1
    locked_until = None
    if failures >= FAILURES_BEFORE_LOCK:
        locked_until = clock() + FIRST_LOCK * 2 ** (failures - FAILURES_BEFORE_LOCK)
    session.set_pin_failures(servicer, failures, locked_until)
