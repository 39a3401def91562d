"""Setting the branch up with a manager's token: one operation for each command that there is, all declared in one place."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, get_type_hints

import msgspec
from msgspec import UNSET, UnsetType

from server.domain.branch import BranchSettings, QueueSettings
from server.domain.refusals import (
    AlreadyThere,
    NotValid,
    UnknownDesk,
    UnknownDevice,
    UnknownQueue,
    UnknownServicer,
)
from server.present import set_up as present
from server.store.session import Session
from server.usecases.setup import (
    COMMANDS,
    AddDesk,
    AddDevice,
    AddQueue,
    AddServicer,
    CloseDay,
    MoveQueue,
    RemoveDesk,
    RemoveDevice,
    RemoveQueue,
    RemoveServicer,
    SetBranch,
    SetDesk,
    SetQueue,
    SetServicer,
)
from server.web.answers import Answer
from server.web.endpoint import Api, Request
from shared.wire import requests
from shared.wire.messages import Role

BY_MANAGERS = frozenset({Role.MANAGER})


@dataclass(frozen=True, slots=True)
class Operation:
    """What a command is for, what is answered, and how it may be refused beside `NotValid`."""

    command: type
    summary: str
    gives: dict[int, Any]
    tell: Callable[..., Any]
    refuses: tuple[type[Exception], ...] = ()
    settings: type | None = None

    @property
    def name(self) -> str:
        """Its name in the path: `AddQueue` is `add-queue`."""
        words = "".join(
            f"-{c.lower()}" if c.isupper() else c for c in self.command.__name__
        )
        return words.strip("-")


def _nothing(*_told: Any) -> None:
    return None


_DONE: dict[int, Any] = {204: None}

OPERATIONS = (
    Operation(
        SetBranch,
        "Change settings of the branch; those that are not said stay. `words` are added by setting and language, empty ones taken away.",
        {200: present.BranchSetUp},
        present.branch,
        settings=BranchSettings,
    ),
    Operation(
        AddQueue,
        "Add a queue, or bring one back that was removed, with its settings.",
        {200: present.QueueSetUp},
        present.queue,
        (AlreadyThere,),
        QueueSettings,
    ),
    Operation(
        SetQueue,
        "Change a queue; what is not said stays.",
        {200: present.QueueSetUp},
        present.queue,
        (AlreadyThere, UnknownQueue),
        QueueSettings,
    ),
    Operation(
        MoveQueue,
        "Let a queue change places on screens with the one above it, or with the one below.",
        _DONE,
        _nothing,
        (UnknownQueue,),
    ),
    Operation(
        RemoveQueue,
        "Remove a queue in which nobody waits; its history stays.",
        _DONE,
        _nothing,
        (UnknownQueue,),
    ),
    Operation(
        AddDesk,
        "Add a desk, or bring one back that was removed.",
        {200: present.DeskSetUp},
        present.desk,
        (AlreadyThere,),
    ),
    Operation(
        SetDesk,
        "Change which queues a desk serves and how; what is not said stays.",
        {200: present.DeskSetUp},
        present.desk,
        (UnknownDesk,),
    ),
    Operation(
        RemoveDesk,
        "Remove a desk at which nobody sits; its history stays.",
        _DONE,
        _nothing,
        (UnknownDesk,),
    ),
    Operation(
        AddServicer,
        "Let somebody sign in with this PIN.",
        _DONE,
        _nothing,
        (AlreadyThere,),
    ),
    Operation(SetServicer, "Give somebody another PIN.", _DONE, _nothing),
    Operation(
        RemoveServicer,
        "Let somebody sign in no longer; what they did stays.",
        _DONE,
        _nothing,
    ),
    Operation(
        AddDevice,
        "Pair a device; its token is told this once.",
        {200: present.DeviceToken},
        present.token,
        (AlreadyThere,),
    ),
    Operation(
        RemoveDevice,
        "Revoke a device's token, by its name.",
        _DONE,
        _nothing,
        (UnknownDevice,),
    ),
    Operation(
        CloseDay,
        "End the business day now: whoever has not been served expires, and numbers start again. Null where today is closed already.",
        {200: present.ClosedDay},
        present.closed_day,
    ),
)
"""Accounts are none of a program's business; pairing, messages and changes have operations of their own."""


def declare(api: Api) -> None:
    """Declare the endpoints."""

    @api.get("/set-up", roles=BY_MANAGERS, gives={200: present.SetUp})
    def whole(asked: Request) -> Answer:
        """How the branch is set up: its settings, queues, desks, people and devices."""
        with asked.reading() as view:
            return Answer(200, present.set_up(view))

    for operation in OPERATIONS:
        _declare(api, operation)


def _declare(api: Api, operation: Operation) -> None:
    set_up = COMMANDS[operation.command.__name__]

    def view(asked: Request) -> Answer:
        command = command_of(operation.command, asked.body)
        # What takes long is done before, so that no other unit has to wait for it.
        first = set_up.first
        done = [] if first is None else [asked.store.wait(first(asked.store, command))]

        def work(session: Session) -> Answer:
            try:
                told = operation.tell(set_up.run(session, command, *done), *done)
            except UnknownServicer as unknown:
                raise NotValid("name", str(unknown)) from unknown
            return Answer(204) if told is None else Answer(200, told)

        return asked.write(work)

    view.__doc__ = operation.summary
    api.post(
        f"/set-up/{operation.name}",
        roles=BY_MANAGERS,
        takes=body_of(operation),
        gives=operation.gives,
        refuses=[NotValid, *operation.refuses],
    )(view)


def body_of(operation: Operation) -> type[msgspec.Struct]:
    """Return the body that says such a command: its fields, settings each by name."""
    hints = get_type_hints(operation.command)
    declared: list[Any] = []
    for each in fields(operation.command):
        kind: Any = hints[each.name]
        if each.name == "settings" and operation.settings is not None:
            declared.append(
                (each.name, _changes_of(operation.settings) | UnsetType, UNSET)
            )
        elif each.default is not MISSING:
            declared.append((each.name, kind, each.default))
        elif each.default_factory is not MISSING:
            made = msgspec.field(default_factory=each.default_factory)
            declared.append((each.name, kind, made))
        else:
            declared.append((each.name, kind))
    return msgspec.defstruct(
        operation.command.__name__,
        declared,
        bases=(requests.Request,),
        namespace={"__doc__": operation.command.__doc__},
        frozen=True,
        kw_only=True,
    )


@cache
def _changes_of(settings: type) -> Any:
    """Return what may be said of settings: any of them, by name."""
    hints = get_type_hints(settings)
    return msgspec.defstruct(
        f"{settings.__name__}Changes",
        [(each.name, hints[each.name] | UnsetType, UNSET) for each in fields(settings)],
        bases=(requests.Request,),
        namespace={
            "__doc__": "Settings to change, by name; those that are not said stay."
        },
        frozen=True,
        kw_only=True,
    )


def command_of(command: type, body: msgspec.Struct) -> Any:
    """Return the command that the body says."""
    said = {each: getattr(body, each) for each in body.__struct_fields__}
    if isinstance(said.get("settings"), msgspec.Struct):
        # Only those that are there, as plain values by name.
        said["settings"] = msgspec.to_builtins(said["settings"], str_keys=True)
    return command(
        **{name: value for name, value in said.items() if value is not UNSET}
    )
