"""A servicer takes a desk."""

from dataclasses import dataclass, replace

from server.domain import events
from server.domain.branch import Desk
from server.domain.refusals import (
    BoundElsewhere,
    DeskTaken,
    ServicerElsewhere,
    WrongPin,
)
from server.store.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIn:
    """Who sits down where. The PIN was checked before: that takes long, and no transaction waits for it."""

    desk: int
    servicer: str


def sign_in(session: Session, command: SignIn) -> Desk:
    """Return the desk, open and served by this servicer at the console that asks.

    Signing in again at one's own desk is fine, also from another console (a PC may break). Raises `BoundElsewhere`, `DeskTaken`,
    `ServicerElsewhere`, or `WrongPin` where the servicer was removed meanwhile.
    """
    console = session.actor.device
    assert console is not None, "only a console signs anybody in"
    if command.servicer not in session.state.servicers():
        raise WrongPin
    desk = session.state.desk(command.desk)
    bound = session.state.bound_to(console)
    if bound is not None and bound != desk.number:
        raise BoundElsewhere(bound)
    if desk.servicer is not None and desk.servicer != command.servicer:
        raise DeskTaken(desk.number, desk.servicer)
    for other in session.state.desks():
        if other.number == desk.number:
            continue
        if other.servicer == command.servicer:
            raise ServicerElsewhere(command.servicer, other.number)
        if other.device == console and other.servicer is not None:
            raise DeskTaken(other.number, other.servicer)
    if desk.servicer == command.servicer and desk.device == console:
        return desk
    signed_in = events.SignedIn(
        desk=desk.number, servicer=command.servicer, device=console
    )
    with session.acting(replace(desk, servicer=command.servicer)):
        return session.record(signed_in)
