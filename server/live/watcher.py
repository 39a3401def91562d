"""Who watches what."""

from dataclasses import dataclass

from server.present.audience import Audience


@dataclass(frozen=True, slots=True)
class DeviceWatcher:
    """A paired device that follows the branch; `after` is the last `seq` it knows, None for a fresh start."""

    branch_id: int
    device_id: int
    after: int | None
    audience: Audience
    role: str


@dataclass(frozen=True, slots=True)
class TicketWatcher:
    """A phone that follows one ticket."""

    branch_id: int
    ticket_id: int


@dataclass(frozen=True, slots=True)
class ManagerWatcher:
    """A browser in which somebody looks at the branch's live page; `session` is the hash by which it is signed in."""

    branch_id: int
    session: bytes


Watcher = DeviceWatcher | TicketWatcher | ManagerWatcher
