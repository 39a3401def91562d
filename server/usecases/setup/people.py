"""Add and remove servicers."""

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
    if not _PIN.fullmatch(command.pin):
        raise NotValid("pin", "A PIN has 4 to 12 digits.")
    if any(servicer.name == name for servicer in session.servicers()):
        raise AlreadyThere(name)
    added = events.ServicerConfigured(servicer=Servicer(name=name))
    session.record_servicer(added, hash_pin(command.pin), at=clock())


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
