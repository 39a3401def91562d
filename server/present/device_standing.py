"""How a paired device stands: when it was heard of last, and what it told of its paper and its sound."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shared.wire.messages import Role
from shared.wire.pairing import PaperState, SoundState

SILENT_AFTER = timedelta(seconds=45)
"""A device that was not heard of for so long is not there."""

_HERE_WITHIN = timedelta(seconds=5)
"""Whoever follows the stream is heard of all the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceStanding:
    """A paired device as it was last heard of, `heard_at` None where it never was; `paper` of a kiosk that prints, `sound` of a display, as they are since `told_at`."""

    id: int
    role: Role
    name: str
    heard_at: datetime | None = None
    version: str = ""
    paper: PaperState | None = None
    sound: SoundState | None = None
    told_at: datetime | None = None
    closed_by_hand: bool = False

    def is_here(self, now: datetime) -> bool:
        """Return whether it is heard of right now."""
        return self.heard_at is not None and now - self.heard_at <= _HERE_WITHIN

    @property
    def has_no_printer(self) -> bool:
        """Whether it is a kiosk that has told how it is, and has nothing to print with."""
        return (
            self.role is Role.KIOSK and self.told_at is not None and self.paper is None
        )

    def is_silent(self, now: datetime) -> bool:
        """Return whether it was heard of once, and is no longer."""
        return self.heard_at is not None and now - self.heard_at > SILENT_AFTER


class DeviceState(StrEnum):
    """How a device is, as far as it told."""

    WORKS = "works"
    NEW = "new"
    PAPER_LOW = "paper-low"
    NO_PAPER = "no-paper"
    PRINTER = "printer"
    NO_VOICE = "no-voice"
    NO_SOUND = "no-sound"
    SILENT = "silent"
    CLOSED = "closed"


IN_ORDER = frozenset(
    {
        DeviceState.WORKS,
        DeviceState.PAPER_LOW,
        DeviceState.NO_VOICE,
        DeviceState.CLOSED,
    }
)
"""States in which nobody need do anything at once."""

_TOLD = {
    PaperState.OUT: DeviceState.NO_PAPER,
    PaperState.TROUBLE: DeviceState.PRINTER,
    PaperState.LOW: DeviceState.PAPER_LOW,
    SoundState.NO_VOICE: DeviceState.NO_VOICE,
    SoundState.MUTE: DeviceState.NO_SOUND,
}


def state_of(device: DeviceStanding, now: datetime) -> DeviceState:
    """Return how the device is."""
    if device.heard_at is None:
        return DeviceState.NEW
    if device.is_silent(now):
        return DeviceState.SILENT
    if device.closed_by_hand:
        return DeviceState.CLOSED
    told = device.paper or device.sound
    return DeviceState.WORKS if told is None else _TOLD.get(told, DeviceState.WORKS)
