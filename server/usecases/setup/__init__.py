"""What a manager sets up: branch, queues, desks, people, devices."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from server.usecases.setup.branch import SetBranch, set_branch
from server.usecases.setup.desks import AddDesk, RemoveDesk, add_desk, remove_desk
from server.usecases.setup.devices import (
    AddDevice,
    RemoveDevice,
    add_device,
    remove_device,
)
from server.usecases.setup.people import (
    AddServicer,
    RemoveServicer,
    add_servicer,
    remove_servicer,
)
from server.usecases.setup.queues import (
    AddQueue,
    RemoveQueue,
    SetQueue,
    add_queue,
    remove_queue,
    set_queue,
)

Command = (
    SetBranch
    | AddQueue
    | SetQueue
    | RemoveQueue
    | AddDesk
    | RemoveDesk
    | AddServicer
    | RemoveServicer
    | AddDevice
    | RemoveDevice
)


@dataclass(frozen=True, slots=True)
class SetUp:
    """A set-up command's message type and the use case that runs it."""

    takes: type
    run: Callable[..., Any]


__all__ = [
    "COMMANDS",
    "AddDesk",
    "AddDevice",
    "AddQueue",
    "AddServicer",
    "Command",
    "RemoveDesk",
    "RemoveDevice",
    "RemoveQueue",
    "RemoveServicer",
    "SetBranch",
    "SetQueue",
    "SetUp",
]

COMMANDS = {
    takes.__name__: SetUp(takes, run)
    for takes, run in (
        (SetBranch, set_branch),
        (AddQueue, add_queue),
        (SetQueue, set_queue),
        (RemoveQueue, remove_queue),
        (AddDesk, add_desk),
        (RemoveDesk, remove_desk),
        (AddServicer, add_servicer),
        (RemoveServicer, remove_servicer),
        (AddDevice, add_device),
        (RemoveDevice, remove_device),
    )
}
