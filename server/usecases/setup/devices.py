"""Pair and revoke devices."""

from dataclasses import dataclass

from server.domain import events
from server.domain.refusals import AlreadyThere, UnknownDevice
from server.store import credentials
from server.store.session import Session
from server.store.tokens import new_device_token
from server.usecases.setup.words import one_line
from shared.wire.messages import Role

MOST_OF_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDevice:
    """A device to pair, by a name that staff will know it by."""

    role: Role
    name: str


def add_device(session: Session, command: AddDevice) -> str:
    """Return the new device's token, which is shown this once; raise `AlreadyThere` or `NotValid`."""
    name = one_line("name", "A device's name", command.name, MOST_OF_NAME)
    if any(device.name == name for device in session.state.devices.values()):
        raise AlreadyThere(f"A device “{name}”")
    token = new_device_token()
    credentials.pair(session, command.role, name, token)
    return token


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveDevice:
    """A device to revoke."""

    name: str


def remove_device(session: Session, command: RemoveDevice) -> None:
    """Revoke the device's token, and close the desk at which it was signed in unless a customer is there; raise `UnknownDevice`."""
    named = [d for d in session.state.devices.values() if d.name == command.name]
    if not named:
        raise UnknownDevice(command.name)
    desk = session.state.desk_of_device(named[0].id)
    credentials.revoke(session, named[0])
    if desk is None or desk.servicer is None:
        return
    # Whoever serves somebody may go on at another console.
    if session.state.room.at_desk(desk.number) is None:
        gone = events.SignedOut(desk=desk.number, servicer=desk.servicer)
        session.record(gone)
