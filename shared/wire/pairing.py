"""What a screen and the server say to each other before it has a token, and what it says of itself once it has one."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from msgspec import Meta, Struct

from shared.wire.messages import Role
from shared.wire.requests import Request

MOST_OF_NAME, MOST_OF_WORD = 60, 40

Name = Annotated[str, Meta(max_length=MOST_OF_NAME)]
"""What a device calls itself."""

Word = Annotated[str, Meta(max_length=MOST_OF_WORD)]
"""A version, a size of a screen."""

CODE_LENGTH = 8
_HALF = CODE_LENGTH // 2
SECONDS_A_CODE_LASTS = 600


class AskToPair(Request, frozen=True, kw_only=True):
    """Ask a manager to admit this screen in a role, under the name that it suggests."""

    role: Role
    name: Name = ""
    version: Word = ""


def grouped(code: str) -> str:
    """Return a code as people read it: `7K4M-2XQ9`."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


class PairingAsked(Struct, frozen=True, kw_only=True):
    """What the manager compares (`code`, eight characters), and what the asking screen alone knows (`secret`).

    `language` is the branch's own: a screen that is told no other speaks it.
    """

    id: str
    code: str
    secret: str
    expires_at: datetime
    language: str = ""


class PairingStatus(StrEnum):
    """How a pairing stands."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"
    EXPIRED = "expired"


class Pairing(Struct, frozen=True, kw_only=True):
    """How the pairing stands; the first answer that says `approved` brings the token, and no later one.

    `name` is what the manager called the device, `desk` the only desk at which the console may sign in, if it is bound to one.
    """

    status: PairingStatus
    token: str | None = None
    name: str | None = None
    desk: int | None = None


class WaitingScreen(Struct, frozen=True, kw_only=True):
    """A screen that waits to be let in, as managers see it; `near` says that it asked from a network of the house."""

    code: str
    role: Role
    name: str
    version: str
    address: str
    near: bool
    expires_at: datetime


class ApprovePairing(Request, frozen=True, kw_only=True):
    """As what a screen comes in; where nothing is said, as what it asked for, by the name it suggested."""

    role: Role | None = None
    name: Name | None = None
    desk: int | None = None


class PaperState(StrEnum):
    """What a kiosk knows of its paper."""

    THERE = "there"
    LOW = "low"
    OUT = "out"
    TROUBLE = "trouble"


class SoundState(StrEnum):
    """What a display knows of its sound: `no-voice` chimes and says no words, `mute` is not heard at all."""

    THERE = "there"
    NO_VOICE = "no-voice"
    MUTE = "mute"


class DeviceReport(Request, frozen=True, kw_only=True):
    """How a device is: its program's version, its paper where it prints, its sound where it calls out, its screen in pixels (`1920×1080`)."""

    version: Word = ""
    paper: PaperState | None = None
    sound: SoundState | None = None
    screen: Word = ""


class DeviceTask(StrEnum):
    """What a manager asks a device to do: to be found by a beep, or to print a test."""

    BEEP = "beep"
    TEST_PRINT = "test-print"


DEVICE_ASKED = "device-asked"
"""The name of the event by which a device hears what it is asked to do (`DeviceAsked`); it has no `id:` and is never told again."""

DEVICE_CHANGED = "device-changed"
"""The name of the event by which a device hears that it has another name or desk (`OwnDevice`); it has no `id:`."""

DEVICES = "devices"
"""The name of the event by which managers hear how all devices are (a list of `DeviceState`), at first and after one came or went."""

DEVICE = "device"
"""The name of the event by which managers hear how one device is now (`DeviceState`)."""


class DeviceAsked(Struct, frozen=True, kw_only=True):
    """What a manager asks this device to do now."""

    device: int
    task: DeviceTask


class AskDevice(Request, frozen=True, kw_only=True):
    """What a device is to do now, if it is there."""

    task: DeviceTask


class RenameDevice(Request, frozen=True, kw_only=True):
    """What staff will know a device by."""

    name: Name


class BindDevice(Request, frozen=True, kw_only=True):
    """The only desk at which somebody may sign in at a console; none for any."""

    desk: int | None = None


class DeviceState(Struct, frozen=True, kw_only=True):
    """How a device is, as managers see it: whether it follows the stream at the moment, and what it said of itself last."""

    id: int
    name: str
    role: Role
    desk: int | None
    here: bool
    last_heard: datetime | None
    version: str
    paper: PaperState | None
    sound: SoundState | None
    screen: str


class OwnDevice(Struct, frozen=True, kw_only=True):
    """What the server knows of the device that asks."""

    id: int
    name: str
    role: Role
    desk: int | None = None
