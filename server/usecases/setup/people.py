"""Add and remove servicers, and change their PINs."""

import re
from dataclasses import dataclass

from server.domain import events
from server.domain.branch import Servicer
from server.domain.refusals import AlreadyThere, NotValid
from server.store.pins import hash_pin
from server.store.session import Session
from server.store.store import Clock

_PIN = re.compile(r"[0-9]{4,12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddServicer:
    """Somebody who serves, by the name that displays and phones show."""

    name: str
    pin: str


def add_servicer(session: Session, clock: Clock, command: AddServicer) -> None:
    """Let somebody sign in with this PIN; raise `AlreadyThere` or `NotValid`."""
    name = command.name.strip()
    if not 1 <= len(name) <= 40:
        raise NotValid("name", "A name has 1 to 40 characters.")
    if any(servicer.name == name for servicer in session.servicers()):
        raise AlreadyThere(name)
    _record(session, clock, name, command.pin)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetServicer:
    """A new PIN for somebody, which also ends a lock."""

    name: str
    pin: str


def set_servicer(session: Session, clock: Clock, command: SetServicer) -> None:
    """Let them sign in with this PIN from now on; raise `UnknownServicer` or `NotValid`."""
    session.pin(command.name)
    _record(session, clock, command.name, command.pin)


def _record(session: Session, clock: Clock, name: str, pin: str) -> None:
    if not _PIN.fullmatch(pin):
        raise NotValid("pin", "A PIN has 4 to 12 digits.")
    configured = events.ServicerConfigured(servicer=Servicer(name=name))
    session.record_servicer(configured, hash_pin(pin), at=clock())


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveServicer:
    """Somebody who no longer serves."""

    name: str


def remove_servicer(session: Session, clock: Clock, command: RemoveServicer) -> None:
    """Let them sign in no longer; what they did stays. Raise `UnknownServicer`, or `NotValid` while signed in."""
    session.pin(command.name)
    if any(desk.servicer == command.name for desk in session.desks()):
        raise NotValid("name", f"{command.name} is signed in.")
    removed = events.ServicerConfigured(
        servicer=Servicer(name=command.name, removed=True)
    )
    session.record_servicer(removed, pin_hash="", at=clock())
