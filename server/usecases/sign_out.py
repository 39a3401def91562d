"""A servicer leaves the desk."""

from server.domain import events
from server.domain.branch import Desk
from server.domain.refusals import NotSignedIn, StillServing
from server.store.session import Session
from server.usecases.steps.acting import signed_in_desk


def sign_out(session: Session, number: int) -> Desk:
    """Return the desk, closed; raise `StillServing` while a customer is at it, `NotSignedIn` at another desk."""
    desk = signed_in_desk(session)
    if desk.number != number or desk.servicer is None:
        raise NotSignedIn
    present = session.state.room.at_desk(number)
    if present is not None:
        raise StillServing(present)
    signed_out = events.SignedOut(desk=number, servicer=desk.servicer)
    with session.acting(desk):
        return session.record(signed_out)
