"""Staff close a kiosk by hand, and open it again."""

from dataclasses import dataclass
from datetime import datetime

from server.domain import events
from server.domain.branch import Device
from server.domain.phrases import phrase
from server.domain.refusals import NotValid, UnknownDevice
from server.domain.today import ByHand, Switch
from server.store.session import Session
from server.usecases.steps.day import keep_day
from server.usecases.steps.switching import until_of
from shared.wire.messages import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseKiosk:
    """Which kiosk, by its device's id, is to give no numbers, and until when; until the business day ends where that is not said."""

    device: int
    until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenKiosk:
    """Which kiosk is to give numbers again."""

    device: int


def close_kiosk(session: Session, command: CloseKiosk) -> Switch:
    """Return how the kiosk was closed; raise `UnknownDevice`, or `NotValid` for another device or an end that is none."""
    keep_day(session)
    kiosk = _kiosk(session, command.device)
    switch = Switch(to=ByHand.CLOSED, until=until_of(session, command.until))
    if session.state.today.kiosks.get(kiosk.id) != switch:
        session.record(events.KioskSwitched(device=kiosk.id, switch=switch))
    return switch


def open_kiosk(session: Session, command: OpenKiosk) -> None:
    """Let the kiosk give numbers again; raise as `close_kiosk` does."""
    kiosk = _kiosk(session, command.device)
    if kiosk.id in session.state.today.kiosks:
        session.record(events.KioskSwitched(device=kiosk.id, switch=None))


def _kiosk(session: Session, id: int) -> Device:
    device = session.state.devices.get(id)
    if device is None:
        raise UnknownDevice(str(id))
    if device.role != Role.KIOSK:
        raise NotValid("device", phrase("“{name}” is no kiosk.", name=device.name))
    return device
