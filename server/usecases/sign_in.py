"""A servicer takes a desk."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from server.domain import events
from server.domain.branch import Desk
from server.domain.refusals import DeskTaken, PinLocked, ServicerElsewhere
from server.store import credentials
from server.store.credentials import Pin
from server.store.session import Session

FAILURES_BEFORE_LOCK = 5
FIRST_LOCK = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Who sits down where. The PIN was checked before: that takes long, and no transaction waits for it."""

    desk: int
    servicer: str


def sign_in(session: Session, command: SignIn) -> Desk:
    """Return the desk, open and served by this servicer at the console that asks.

    Signing in again at one's own desk is fine, also from another console (a PC may break). Raises `DeskTaken`,
    `ServicerElsewhere` or `PinLocked`.
    """
    console = session.actor.device
    assert console is not None, "only a console signs anybody in"
    refuse_while_locked(session.flush().pin(command.servicer), session.now)
    desk = session.state.desk(command.desk)
    if desk.servicer is not None and desk.servicer != command.servicer:
        raise DeskTaken(desk.number, desk.servicer)
    for other in session.state.desks():
        if other.number == desk.number:
            continue
        if other.servicer == command.servicer:
            raise ServicerElsewhere(command.servicer, other.number)
        if other.device == console and other.servicer is not None:
            raise DeskTaken(other.number, other.servicer)
    credentials.set_pin_failures(session, command.servicer, 0, None)
    if desk.servicer == command.servicer and desk.device == console:
        return desk
    signed_in = events.SignedIn(
        desk=desk.number, servicer=command.servicer, device=console
    )
    with session.acting(replace(desk, servicer=command.servicer)):
        return session.record(signed_in)


def refuse_while_locked(pin: Pin, now: datetime) -> None:
    """Raise `PinLocked` while too many wrong PINs have locked the servicer out."""
    if pin.locked_until is not None and now < pin.locked_until:
        raise PinLocked(int((pin.locked_until - now).total_seconds()) + 1)


def note_wrong_pin(session: Session, servicer: str) -> None:
    """Count a wrong PIN; the fifth locks for 5 minutes, and each further one twice as long."""
    failures = session.flush().pin(servicer).failures + 1
    locked_until = None
    if failures >= FAILURES_BEFORE_LOCK:
        longer = 2 ** (failures - FAILURES_BEFORE_LOCK)
        locked_until = session.now + FIRST_LOCK * longer
    credentials.set_pin_failures(session, servicer, failures, locked_until)
