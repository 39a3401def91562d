"""What a manager sets up: branch, queues, desks, people, devices, and when the day ends."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any

from server.store.store import Store
from server.usecases.setup.accounts import (
    AddAccount,
    NewStartCode,
    RemoveAccount,
    ResetAccount,
    SetAccount,
    TellAddress,
    add_account,
    address_known,
    new_start_code,
    password_hashed,
    remove_account,
    reset_account,
    set_account,
    start_code_made,
    tell_address,
)
from server.usecases.setup.branch import SetBranch, set_branch
from server.usecases.setup.day import CloseDay, close_day_now
from server.usecases.setup.desks import (
    AddDesk,
    RemoveDesk,
    SetDesk,
    add_desk,
    remove_desk,
    set_desk,
)
from server.usecases.setup.devices import (
    AddDevice,
    AskDevice,
    BindDevice,
    RemoveDevice,
    RenameDevice,
    TellHeard,
    add_device,
    ask_device,
    bind_device,
    heard_known,
    remove_device,
    rename_device,
    tell_heard,
    token_drawn,
)
from server.usecases.setup.message import SayToAll, say_to_all
from server.usecases.setup.order import MoveQueue, move_queue
from server.usecases.setup.pairing import (
    ApprovePairing,
    ListPairings,
    RefusePairing,
    approve_pairing,
    list_pairings,
    refuse_pairing,
)
from server.usecases.setup.people import (
    AddServicer,
    RemoveServicer,
    SetServicer,
    add_servicer,
    pin_hashed,
    remove_servicer,
    set_servicer,
)
from server.usecases.setup.put_back import PutBack, put_back
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
    | MoveQueue
    | RemoveQueue
    | AddDesk
    | SetDesk
    | RemoveDesk
    | AddServicer
    | SetServicer
    | RemoveServicer
    | AddDevice
    | RenameDevice
    | BindDevice
    | AskDevice
    | RemoveDevice
    | ListPairings
    | ApprovePairing
    | RefusePairing
    | CloseDay
    | SayToAll
    | AddAccount
    | SetAccount
    | ResetAccount
    | RemoveAccount
    | NewStartCode
    | TellAddress
    | TellHeard
    | PutBack
)


@dataclass(frozen=True, slots=True)
class SetUp:
    """A set-up command's message type and the use case that runs it.

    What takes long is done by `first`, before the unit; the use case gets what that comes to after the command.
    One that `meets_screens` gets those that ask to be paired.
    """

    takes: type
    run: Callable[..., Any]
    first: Callable[[Store, Any], "Future[Any]"] | None = None
    meets_screens: bool = field(default=False, kw_only=True)


__all__ = [
    "COMMANDS",
    "AddAccount",
    "AddDesk",
    "AddDevice",
    "AddQueue",
    "AddServicer",
    "ApprovePairing",
    "AskDevice",
    "BindDevice",
    "CloseDay",
    "Command",
    "ListPairings",
    "MoveQueue",
    "NewStartCode",
    "PutBack",
    "RefusePairing",
    "RemoveAccount",
    "RemoveDesk",
    "RemoveDevice",
    "RemoveQueue",
    "RemoveServicer",
    "RenameDevice",
    "ResetAccount",
    "SayToAll",
    "SetAccount",
    "SetBranch",
    "SetDesk",
    "SetQueue",
    "SetServicer",
    "SetUp",
    "TellAddress",
    "TellHeard",
]

_PAIRING = {
    takes.__name__: SetUp(takes, run, meets_screens=True)
    for takes, run in (
        (ListPairings, list_pairings),
        (ApprovePairing, approve_pairing),
        (RefusePairing, refuse_pairing),
    )
}

COMMANDS = {
    takes.__name__: SetUp(takes, run, *first)
    for takes, run, *first in (
        (SetBranch, set_branch),
        (AddQueue, add_queue),
        (SetQueue, set_queue),
        (MoveQueue, move_queue),
        (RemoveQueue, remove_queue),
        (AddDesk, add_desk),
        (SetDesk, set_desk),
        (RemoveDesk, remove_desk),
        (AddServicer, add_servicer, pin_hashed),
        (SetServicer, set_servicer, pin_hashed),
        (RemoveServicer, remove_servicer),
        (AddDevice, add_device, token_drawn),
        (RenameDevice, rename_device),
        (BindDevice, bind_device),
        (AskDevice, ask_device),
        (RemoveDevice, remove_device),
        (CloseDay, close_day_now),
        (SayToAll, say_to_all),
        (AddAccount, add_account, password_hashed),
        (SetAccount, set_account, password_hashed),
        (ResetAccount, reset_account, password_hashed),
        (RemoveAccount, remove_account),
        (NewStartCode, new_start_code, start_code_made),
        (TellAddress, tell_address, address_known),
        (TellHeard, tell_heard, heard_known),
        (PutBack, put_back),
    )
} | _PAIRING
