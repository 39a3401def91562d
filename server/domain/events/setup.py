"""How a branch is set up; its desks are in desk.py."""

from dataclasses import dataclass
from datetime import date

from server.domain.account import Account
from server.domain.branch import BranchSettings, Device, DeviceTask, Queue, Servicer


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchConfigured:
    """A manager set the branch up. `day` is there on the first row of all: the day with which it begins."""

    settings: BranchSettings
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueConfigured:
    """A manager added, changed or removed a queue."""

    queue: Queue


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicerConfigured:
    """A manager added somebody who serves, or removed them; the PIN is not in the journal."""

    servicer: Servicer


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountConfigured:
    """Somebody may open the manager's pages so from now on, or no longer where it is `removed`; passwords are not in the journal."""

    account: Account


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordChanged:
    """An account has another password."""

    account: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DevicePaired:
    """A kiosk, display, console or manager's program may come in; its token is not in the journal."""

    device: Device


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceConfigured:
    """A manager gave a device another name, or bound a console to a desk, or to none any more."""

    device: Device


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceAsked:
    """A manager asked a device to do something; one that was not there then never hears of it."""

    device: int
    task: DeviceTask


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRevoked:
    """A device's token counts no longer."""

    device: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePutBack:
    """A manager put back what the act of row `change` had set up; the rows beside this one say how."""

    change: int


SetUpEvent = (
    BranchConfigured
    | QueueConfigured
    | ServicerConfigured
    | AccountConfigured
    | PasswordChanged
    | DevicePaired
    | DeviceConfigured
    | DeviceAsked
    | DeviceRevoked
    | ChangePutBack
)
