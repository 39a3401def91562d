"""Pair and revoke devices."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import datetime

import structlog

from server.domain import events
from server.domain.branch import Device, DeviceTask
from server.domain.phrases import phrase
from server.domain.refusals import AlreadyThere, NotValid, UnknownDevice
from server.store import credentials
from server.store.session import Session
from server.store.store import Store
from server.store.tokens import DeviceToken
from server.usecases.steps.words import one_line
from shared.wire.messages import Role

log = structlog.get_logger(__name__)

MOST_OF_NAME = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class AddDevice:
    """A device to pair, by a name that staff will know it by."""

    role: Role
    name: str


def token_drawn(store: Store, _command: AddDevice) -> "Future[DeviceToken]":
    """Return what is going to be the device's token."""
    drawn: Future[DeviceToken] = Future()
    drawn.set_result(store.tokens.new_device())
    return drawn


def add_device(session: Session, command: AddDevice, drawn: DeviceToken) -> str:
    """Return the new device's token, which is shown this once; raise `AlreadyThere` or `NotValid`."""
    name = one_line("name", phrase("A device’s name"), command.name, MOST_OF_NAME)
    if any(device.name == name for device in session.state.devices.values()):
        raise AlreadyThere(phrase("There is a device “{name}” already.", name=name))
    credentials.pair(session, command.role, name, drawn.token)
    return drawn.token


@dataclass(frozen=True, slots=True, kw_only=True)
class RenameDevice:
    """A device, by its id, and what staff will know it by from now on."""

    device: int
    name: str


def rename_device(session: Session, command: RenameDevice) -> Device:
    """Return the device with its new name; raise `UnknownDevice`, `AlreadyThere` or `NotValid`."""
    device = _device(session, command.device)
    name = one_line("name", phrase("A device’s name"), command.name, MOST_OF_NAME)
    others = (each for each in session.state.devices.values() if each != device)
    if any(each.name == name for each in others):
        raise AlreadyThere(phrase("There is a device “{name}” already.", name=name))
    return _configured(session, replace(device, name=name))


@dataclass(frozen=True, slots=True, kw_only=True)
class BindDevice:
    """A console, by its id, and the only desk at which somebody may sign in there from now on, None for any."""

    device: int
    desk: int | None


def bind_device(session: Session, command: BindDevice) -> Device:
    """Return the console with its desk; who sits elsewhere stays. Raise `UnknownDevice`, `UnknownDesk`, or `NotValid` for what is no console."""
    device = _device(session, command.device)
    if device.role != Role.CONSOLE:
        raise NotValid("device", phrase("“{name}” is no console.", name=device.name))
    if command.desk is not None:
        session.state.desk(command.desk)
    return _configured(session, replace(device, desk=command.desk))


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDevice:
    """A device, by its id, and what it is asked to do."""

    device: int
    task: DeviceTask


def ask_device(session: Session, command: AskDevice) -> None:
    """Ask the device, which hears it if it is there; raise `UnknownDevice`, or `NotValid` for what it cannot do."""
    device = _device(session, command.device)
    able = _ABLE[command.task]
    if device.role not in able:
        raise NotValid("task", phrase("“{name}” cannot do that.", name=device.name))
    session.record(events.DeviceAsked(device=device.id, task=command.task))


_ABLE = {
    DeviceTask.BEEP: (Role.KIOSK, Role.DISPLAY, Role.CONSOLE),
    DeviceTask.TEST_PRINT: (Role.KIOSK,),
}


def _device(session: Session, id: int) -> Device:
    device = session.state.devices.get(id)
    if device is None:
        raise UnknownDevice(str(id))
    return device


def _configured(session: Session, device: Device) -> Device:
    if session.state.devices[device.id] != device:
        credentials.configure(session, device)
    return device


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
    log.info("revoked", role=named[0].role, name=command.name)
    if desk is None or desk.servicer is None:
        return
    # Whoever serves somebody may go on at another console.
    if session.state.room.at_desk(desk.number) is None:
        gone = events.SignedOut(desk=desk.number, servicer=desk.servicer)
        session.record(gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class TellHeard:
    """The question when each device was heard of, of those that are not written down yet."""


def heard_known(store: Store, _command: TellHeard) -> "Future[Mapping[int, datetime]]":
    """Return what the server that runs knows, nothing where none does."""
    answer: Future[Mapping[int, datetime]] = Future()
    answer.set_result(store.heard())
    return answer


def tell_heard(
    _session: Session, _command: TellHeard, heard: Mapping[int, datetime]
) -> Mapping[int, datetime]:
    """Return when each device was heard of by its id."""
    return heard
