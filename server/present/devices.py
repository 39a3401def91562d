"""Devices as managers see them, and as they see themselves."""

from collections.abc import Collection, Mapping
from datetime import datetime

from server.domain.branch import Device
from server.store.view import View
from shared.wire.messages import Role
from shared.wire.pairing import DeviceState, OwnDevice, PaperState, SoundState


def own(device: Device) -> OwnDevice:
    """Return the device as it sees itself."""
    return OwnDevice(
        id=device.id, name=device.name, role=Role(device.role), desk=device.desk
    )


def states(
    view: View, here: Collection[int], heard: Mapping[int, datetime], now: datetime
) -> dict[int, DeviceState]:
    """Return how each device is that is paired, by its id, in the order they were added; `here` follow the stream at the moment, `heard` is what is not written down yet."""
    seen, reports = view.last_seen(), view.reports()
    told = {}
    for device in view.devices():
        report = reports.get(device.id)
        is_here = device.id in here
        paper = None if report is None or report.paper is None else report.paper
        sound = None if report is None or report.sound is None else report.sound
        told[device.id] = DeviceState(
            id=device.id,
            name=device.name,
            role=Role(device.role),
            desk=device.desk,
            here=is_here,
            last_heard=now
            if is_here
            else _later(seen.get(device.id), heard.get(device.id)),
            version="" if report is None else report.version,
            paper=None if paper is None else PaperState(paper),
            sound=None if sound is None else SoundState(sound),
            screen="" if report is None else report.screen,
        )
    return told


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((at for at in (one, other) if at is not None), default=None)
