"""How a branch is set up, as managers' programs read it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from server.domain.branch import BranchSettings, Desk, Queue, QueueSettings
from server.store import tokens
from server.store.view import View
from shared.wire.messages import DeskState, Message, Role


class BranchSetUp(Message, frozen=True, kw_only=True):
    """The branch's settings."""

    settings: BranchSettings


class QueueSetUp(Message, frozen=True, kw_only=True):
    """A queue; `ordinal` is its place on screens, the smallest first."""

    slug: str
    letter: str
    names: dict[str, str]
    ordinal: int
    settings: QueueSettings


class DeskSetUp(Message, frozen=True, kw_only=True):
    """A desk: which queues it serves, in order, how it chooses among them, and who sits there; `lent` ends with the business day."""

    number: int
    queues: list[str]
    policy: str
    weights: list[int]
    names: dict[str, str]
    lent: list[str]
    state: DeskState
    servicer: str | None = None


class PersonSetUp(Message, frozen=True, kw_only=True):
    """Somebody who serves, and at which desk they sit now."""

    name: str
    desk: int | None = None


class PairedDevice(Message, frozen=True, kw_only=True):
    """A paired device; a console may be bound to one desk."""

    id: int
    role: Role
    name: str
    desk: int | None = None


class DeviceToken(Message, frozen=True, kw_only=True):
    """The token of a device that was paired; it is told this once."""

    token: str


class ClosedDay(Message, frozen=True, kw_only=True):
    """The business day that was closed; null where today was closed already."""

    closed: date | None


class SetUp(Message, frozen=True, kw_only=True):
    """How the branch is set up."""

    branch: BranchSettings
    queues: list[QueueSetUp]
    desks: list[DeskSetUp]
    people: list[PersonSetUp]
    devices: list[PairedDevice]


def branch(settings: BranchSettings) -> BranchSetUp:
    """Return the branch's settings."""
    return BranchSetUp(settings=settings)


def queue(queue: Queue) -> QueueSetUp:
    """Return a queue."""
    return QueueSetUp(
        slug=queue.slug,
        letter=queue.letter,
        names=queue.names,
        ordinal=queue.ordinal,
        settings=queue.settings,
    )


def desk(desk: Desk) -> DeskSetUp:
    """Return a desk."""
    return DeskSetUp(
        number=desk.number,
        queues=list(desk.queues),
        policy=desk.policy.value,
        weights=list(desk.weights),
        names=desk.names,
        lent=list(desk.lent),
        state=DeskState(desk.state.value),
        servicer=desk.servicer,
    )


def token(_token: str, drawn: tokens.DeviceToken) -> DeviceToken:
    """Return a new device's token by its seed alone: an answer may be kept on disk, and a token is not."""
    return DeviceToken(token=drawn.seed)


def closed_day(closed: date | None) -> ClosedDay:
    """Return the day that was closed."""
    return ClosedDay(closed=closed)


def set_up(view: View) -> SetUp:
    """Return how the branch is set up."""
    desks = view.desks()
    at: Mapping[Any, int] = {each.servicer: each.number for each in desks}
    return SetUp(
        branch=view.branch.settings,
        queues=[queue(each) for each in view.queues()],
        desks=[desk(each) for each in desks],
        people=[PersonSetUp(name=each, desk=at.get(each)) for each in view.servicers()],
        devices=[
            PairedDevice(
                id=each.id, role=Role(each.role), name=each.name, desk=each.desk
            )
            for each in view.devices()
        ],
    )
