"""Calling a ticket to a desk, and giving an arrival at once to a free desk that stands ready for it."""

from server.domain import events
from server.domain.branch import Desk, DeskState
from server.domain.policy import Choice, choose
from server.domain.refusals import DeskPaused, StillServing
from server.domain.ticket import Ticket, TicketState
from server.store.session import Session
from server.usecases.steps.acting import signed_in_desk


def free_desk(session: Session, *, finish: bool) -> Desk:
    """Return the asking desk with nobody at it any more.

    Raises `NotSignedIn`, `DeskPaused`, and `StillServing` when it has a ticket and was not told to finish it.
    """
    desk = signed_in_desk(session)
    if desk.state is DeskState.PAUSED:
        raise DeskPaused(desk.number)
    present = session.state.room.at_desk(desk.number)
    if present is not None:
        if not finish:
            raise StillServing(present)
        with session.acting(desk):
            session.record(events.Finished(), present)
    return desk


def call_to(
    session: Session, desk: Desk, choice: Choice, *, chosen: bool = False
) -> Ticket:
    """Return the ticket, called by the desk; `chosen` when the desk picked it itself."""
    assert desk.servicer is not None
    called = events.Called(
        desk=desk.number, servicer=desk.servicer, chosen=chosen, turns=choice.turns
    )
    with session.acting(desk):
        return session.record(called, session.ticket(choice.head.ticket))


def give_to_ready_desk(session: Session, arrived: Ticket) -> Ticket:
    """Return the ticket that has just begun to wait, called already if a free desk stood ready for it.

    It happens in the very transaction that brings the arrival, so that no other desk comes between.
    """
    if arrived.state is not TicketState.WAITING:
        return arrived
    ready = [
        desk
        for desk in session.state.desks()
        if desk.stored_since and desk.state is DeskState.OPEN
    ]
    for desk in sorted(ready, key=lambda desk: (desk.stored_since, desk.number)):
        choice = choose(desk, session.state.room.heads(desk))
        if choice is not None:
            called = call_to(session, desk, choice)
            return called if called.id == arrived.id else arrived
    return arrived
