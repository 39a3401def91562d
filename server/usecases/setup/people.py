"""Add and remove servicers, and change their PINs, each with the hash of the PIN that was worked out before."""

import re
import shlex
from concurrent.futures import Future
from dataclasses import dataclass

from server.domain.branch import Servicer
from server.domain.phrases import phrase
from server.domain.refusals import AlreadyThere, NotValid, UnknownServicer
from server.store import credentials
from server.store.session import Session
from server.store.store import Store
from server.usecases.steps.words import one_line

MOST_OF_NAME = 40

MOST_DIGITS = 12

_PIN = re.compile(rf"[0-9]{{1,{MOST_DIGITS}}}")


def pin_hashed(store: Store, command: "AddServicer | SetServicer") -> "Future[str]":
    """Return what is going to be the hash of the command's PIN, worked out before the unit so that no other has to wait; raise `NotValid`."""
    _check_pin(command.pin)
    return store.pins.hash(command.pin)


@dataclass(frozen=True, slots=True, kw_only=True)
class AddServicer:
    """Somebody who serves, by the name that displays and phones show."""

    name: str
    pin: str


def add_servicer(session: Session, command: AddServicer, pin_hash: str) -> None:
    """Let somebody sign in with this PIN; raise `AlreadyThere` or `NotValid`."""
    name = one_line("name", phrase("A name"), command.name, MOST_OF_NAME)
    if name in session.state.servicers():
        raise AlreadyThere(
            phrase("{name} exists already.", name=name),
            f"people set {shlex.quote(name)}",
        )
    _set_pin(session, name, command.pin, pin_hash)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetServicer:
    """A new PIN for somebody; what was tried for that name counts no longer."""

    name: str
    pin: str


def set_servicer(session: Session, command: SetServicer, pin_hash: str) -> None:
    """Let them sign in with this PIN from now on; raise `UnknownServicer` or `NotValid`."""
    _check_known(session, command.name)
    _set_pin(session, command.name, command.pin, pin_hash)


def _set_pin(session: Session, name: str, pin: str, pin_hash: str) -> None:
    _check_pin(pin, session.state.settings.pin_digits)
    credentials.admit(session, Servicer(name=name), pin_hash)


def _check_pin(pin: str, least: int | None = None) -> None:
    if not _PIN.fullmatch(pin):
        raise NotValid(
            "pin", phrase("A PIN is digits alone, {most} at most.", most=MOST_DIGITS)
        )
    if least is not None and len(pin) < least:
        raise NotValid(
            "pin",
            phrase(
                "A PIN has {least} to {most} digits.", least=least, most=MOST_DIGITS
            ),
        )


def _check_known(session: Session, name: str) -> None:
    if name not in session.state.servicers():
        raise UnknownServicer(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveServicer:
    """Somebody who no longer serves."""

    name: str


def remove_servicer(session: Session, command: RemoveServicer) -> None:
    """Let them sign in no longer; what they did stays. Raise `UnknownServicer`, or `NotValid` while signed in."""
    _check_known(session, command.name)
    if any(desk.servicer == command.name for desk in session.state.desks()):
        raise NotValid(
            "name",
            phrase(
                "{name} is signed in, and signs out at the console first.",
                name=command.name,
            ),
        )
    removed = Servicer(name=command.name, removed=True)
    credentials.admit(session, removed, pin_hash="")
