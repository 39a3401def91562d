"""Let a screen in that shows a code, or do not."""

from dataclasses import dataclass
from itertools import count

import structlog

from server.domain.branch import Device
from server.domain.events import Actor
from server.domain.phrases import phrase
from server.domain.refusals import AlreadyThere, NotValid, UnknownPairing
from server.store import credentials, pairings
from server.store.pairings import Asked, Pairings
from server.store.session import Session
from server.usecases.steps.words import one_line
from shared.wire.messages import Role

log = structlog.get_logger(__name__)

MOST_OF_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPairings:
    """Who waits to be let in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovePairing:
    """The code that the screen shows, and as what it comes in; where nothing is said, as what it asked for, by the name it suggested."""

    code: str
    role: Role | None = None
    name: str | None = None
    desk: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusePairing:
    """The code that the screen shows."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """The device that a screen has become, and from where it had asked."""

    device: Device
    address: str
    is_near: bool


def list_pairings(
    session: Session, _command: ListPairings, asking: Pairings
) -> list[Asked]:
    """Return who waits, as `Pairings.waiting` has them; changes nothing."""
    return asking.waiting(session.state.id)


def approve_pairing(
    session: Session, command: ApprovePairing, asking: Pairings
) -> Approved:
    """Let the screen in; it fetches its token by itself.

    Raises `UnknownPairing`, `TooManyTries`, `AlreadyThere`, `NotValid`, or `UnknownDesk`.
    """
    asked = _still_waiting(session, command.code, asking)
    role = command.role or Role(asked.asking.role)
    if role is Role.MANAGER:
        # A manager's program may do everything; nobody gets that by a code read from a screen.
        raise NotValid("role", phrase("No manager’s program is let in by a code."))
    if command.desk is not None:
        if role is not Role.CONSOLE:
            raise NotValid("desk", phrase("Only a console is for one desk."))
        session.state.desk(command.desk)
    name = _name(session, command, asked, role)
    token = asking.token_of(asked)
    device = credentials.pair(session, role, name, token, command.desk)
    pairings.keep_verdict(session, asked, device.id)
    asking.let_go(asked)
    address = asked.asking.address
    log.info("paired", role=str(role), name=name, address=address)
    return Approved(device=device, address=address, is_near=asked.is_near)


def refuse_pairing(session: Session, command: RefusePairing, asking: Pairings) -> Asked:
    """Tell the screen no, and return who had asked; raise `UnknownPairing` or `TooManyTries`."""
    asked = _still_waiting(session, command.code, asking)
    pairings.keep_verdict(session, asked, None)
    asking.let_go(asked)
    log.info("pairing refused", address=asked.asking.address)
    return asked


def _still_waiting(session: Session, code: str, asking: Pairings) -> Asked:
    asked = asking.find(session.state.id, code, _who(session.actor))
    # Two managers may press at once.
    connection = session.flush().connection
    if pairings.find_verdict(connection, session.state.id, asked.id) is not None:
        raise UnknownPairing
    return asked


def _who(actor: Actor) -> str:
    return f"{actor.device} {actor.manager}"


def _name(session: Session, command: ApprovePairing, asked: Asked, role: Role) -> str:
    """Return what the manager calls it; what it suggested itself gives way to a device of that name."""
    taken = {device.name for device in session.state.devices.values()}
    if command.name is not None:
        name = one_line("name", phrase("A device’s name"), command.name, MOST_OF_NAME)
        if name in taken:
            raise AlreadyThere(phrase("There is a device “{name}” already.", name=name))
        return name
    wanted = asked.asking.name or role.capitalize()
    others = (f"{wanted[: MOST_OF_NAME - 4].rstrip()} {n}" for n in count(2))
    return wanted if wanted not in taken else next(n for n in others if n not in taken)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What the screen has become, None where it is no longer let in; and its token, told this once."""

    device: Device | None
    token: str | None = None


def fetch(session: Session, asked: Asked, asking: Pairings) -> Fetched:
    """Return what became of a screen that a manager has answered, and remember that it was told its token."""
    connection = session.flush().connection
    verdict = pairings.find_verdict(connection, session.state.id, asked.id)
    if verdict is None or verdict.device is None:
        return Fetched(None)
    device = session.state.devices.get(verdict.device)
    if device is None or verdict.fetched:
        return Fetched(device)
    pairings.note_fetched(session, asked)
    return Fetched(device, asking.token_of(asked))
